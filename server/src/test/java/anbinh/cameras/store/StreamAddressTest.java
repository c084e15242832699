package anbinh.cameras.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import anbinh.cameras.CameraCredentials;
import anbinh.platform.Problem;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StreamAddressTest {
  @Test
  void movesCredentialsOutOfTheAddress() {
    StreamAddress address = StreamAddress.parse(" rtsp://duty:p%40ss+1@10.0.0.7:8554/live?ch=1 ");
    assertThat(address.uri()).isEqualTo(URI.create("rtsp://10.0.0.7:8554/live?ch=1"));
    assertThat(address.credentials()).isEqualTo(new CameraCredentials("duty", "p@ss+1"));
  }

  @Test
  void neverPrintsThePassword() {
    assertThat(StreamAddress.parse("rtsp://a:secret@host/x").toString()).doesNotContain("secret");
  }

  @Test
  void leavesAnAddressWithoutCredentialsAsItIs() {
    StreamAddress address = StreamAddress.parse("rtsp://camera.local");
    assertThat(address.uri()).isEqualTo(URI.create("rtsp://camera.local"));
    assertThat(address.credentials()).isEqualTo(new CameraCredentials(null, null));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "http://host/x",
        "rtsp:",
        "rtsp://",
        "rtsp:///path",
        "rtsp://h o/x",
        "10.0.0.7"
      })
  void namesTheFieldWhenItIsNoRtspAddress(String typed) {
    assertThatThrownBy(() -> StreamAddress.parse(typed))
        .isInstanceOfSatisfying(
            Problem.class,
            problem ->
                assertThat(problem.fields()).singleElement().returns("address", f -> f.field()));
  }
}
