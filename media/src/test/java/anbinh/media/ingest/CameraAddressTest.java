package anbinh.media.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import anbinh.media.rtsp.Credentials;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class CameraAddressTest {
  @Test
  void takesCredentialsOutOfTheAddress() {
    CameraAddress address = CameraAddress.of("rtsp://admin:s3cret@192.0.2.7/live");

    assertThat(address.uri()).isEqualTo("rtsp://192.0.2.7/live");
    assertThat(address.credentials()).isEqualTo(new Credentials("admin", "s3cret"));
    assertThat(address.toString()).isEqualTo("CameraAddress[rtsp://192.0.2.7/live]");
  }

  @Test
  void takesCredentialsGivenApart() {
    CameraAddress address = CameraAddress.of("rtsp://x:y@192.0.2.7/live", "admin", "s3cret");

    assertThat(address.uri()).isEqualTo("rtsp://192.0.2.7/live");
    assertThat(address.credentials()).isEqualTo(new Credentials("admin", "s3cret"));
  }

  @Test
  void keepsWhatItCannotRead() {
    CameraAddress address = CameraAddress.of("not an address");

    assertThat(address.uri()).isEqualTo("not an address");
    assertThat(address.credentials()).isNull();
  }

  @Test
  void hidesWhatMayBeAPasswordInAnUnreadableAddress() {
    assertThat(CameraAddress.of("rtsp//admin:s3cret@host").toString()).doesNotContain("s3cret");
  }

  @Test
  void refusesOptionsThatCannotWork() {
    assertThatThrownBy(() -> IngestOptions.DEFAULTS.withThreads(0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("threads is 0, must be at least 1");
    assertThatThrownBy(() -> IngestOptions.DEFAULTS.withPollInterval(Duration.ZERO))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("pollInterval");
  }
}
