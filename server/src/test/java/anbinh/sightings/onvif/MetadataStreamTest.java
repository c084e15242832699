package anbinh.sightings.onvif;

import static org.assertj.core.api.Assertions.assertThat;

import anbinh.media.Bytes;
import anbinh.sightings.source.SourceActivity;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MetadataStreamTest {
  private Instant now = Instant.parse("2026-12-01T08:00:00Z");
  private final List<Map<String, Object>> over = new ArrayList<>();
  private final MetadataStream stream =
      new MetadataStream("CAM-0001", new SourceActivity(), () -> now, over::addAll);

  private void notified(int second, String operation, String plate) {
    now = now.plusSeconds(second);
    String xml =
        SimulatedMetadata.notification(
            "tns1:RuleEngine/Recognition/LicensePlate",
            now.toString(),
            "PropertyOperation=\"" + operation + "\"",
            SimulatedMetadata.items("PlateNumber", plate));
    stream.onDocument(Bytes.copyOf(xml.getBytes(StandardCharsets.UTF_8)), now);
  }

  @Test
  void whatACameraRepeatsWhenSomebodyConnectsIsNoPass() {
    stream.onPlaying();
    notified(0, "Initialized", "36A11111");
    notified(1, "Changed", "36A22222");
    notified(5, "Initialized", "36A33333");
    stream.end();
    assertThat(over.toString()).contains("36A22222", "36A33333").doesNotContain("36A11111");
  }
}
