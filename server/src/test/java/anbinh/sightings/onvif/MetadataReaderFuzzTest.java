package anbinh.sightings.onvif;

import static org.assertj.core.api.Assertions.assertThat;

import anbinh.media.Bytes;
import anbinh.sightings.onvif.MetadataReader.MalformedMetadata;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.time.Instant;
import java.util.Map;

/// Whatever a camera sends: it is read or refused, and what is read can be followed.
class MetadataReaderFuzzTest {
  private static final Instant NOW = Instant.parse("2026-12-01T08:00:00Z");

  @FuzzTest(maxDuration = "10s")
  void anyDocumentIsReadOrRefused(byte[] bytes) {
    MetadataDocument document;
    try {
      document = MetadataReader.read(Bytes.copyOf(bytes));
    } catch (MalformedMetadata refused) {
      return;
    }
    var followed = new FollowedObjects("CAM-0001");
    assertThat(document.passedOver()).isNotNegative();
    document.frames().forEach(each -> followed.add(each, NOW));
    for (Map<String, Object> row : followed.end()) {
      assertThat(row).containsKeys("id", "camera", "from", "to", "best", "model");
    }
  }
}
