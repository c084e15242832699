package anbinh.situation.media;

import static org.assertj.core.api.Assertions.assertThat;

import anbinh.situation.report.SituationMediaKind;
import com.code_intelligence.jazzer.junit.FuzzTest;

/// Whatever is sent as a photo, voice or video: cleaned, and then clean, or not taken; never a
/// fault.
class MediaCleanerFuzzTest {
  @FuzzTest(maxDuration = "20s")
  void anyBytesAreCleanedOrNotTaken(byte[] bytes) {
    for (SituationMediaKind kind : SituationMediaKind.values()) {
      MediaCleaner.clean(kind, bytes, false)
          .ifPresent(cleaned -> {
            assertThat(cleaned.length()).isLessThanOrEqualTo(bytes.length + 40);
            assertThat(MediaCleaner.clean(kind, cleaned.bytes(), false).orElseThrow().bytes())
                .isEqualTo(cleaned.bytes());
          });
    }
  }
}
