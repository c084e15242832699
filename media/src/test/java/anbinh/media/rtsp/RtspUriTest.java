package anbinh.media.rtsp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RtspUriTest {
  @ParameterizedTest
  @CsvSource({
    "rtsp://192.0.2.7/stream1, 192.0.2.7, 554, /stream1",
    "rtsp://192.0.2.7:8554/stream1, 192.0.2.7, 8554, /stream1",
    "RTSP://camera.local, camera.local, 554, ''",
    "rtsp://camera?x=1, camera, 554, ?x=1",
    "rtsp://[2001:db8::7]:555/a, 2001:db8::7, 555, /a",
    "rtsp://[::1]/a, ::1, 554, /a",
    "rtsp://h:/a, h, 554, /a",
    "rtsp://h/a#fragment, h, 554, /a",
    "rtsp://h/cam/realmonitor?channel=1&subtype=0, h, 554, /cam/realmonitor?channel=1&subtype=0",
    "rtsp://h/a|b[1]{2}@x, h, 554, /a|b[1]{2}@x"
  })
  void takesAddressesApart(String text, String host, int port, String rest) throws Exception {
    RtspUri uri = RtspUri.parse(text);

    assertThat(uri.host()).isEqualTo(host);
    assertThat(uri.port()).isEqualTo(port);
    assertThat(uri.rest()).isEqualTo(rest);
    assertThat(uri.findCredentials()).isEmpty();
  }

  @Test
  void takesCredentialsOut() throws Exception {
    RtspUri uri = RtspUri.parse("rtsp://admin:p%40ss:w+rd@192.0.2.7:8554/a");

    assertThat(uri.findCredentials()).contains(new Credentials("admin", "p@ss:w+rd"));
    assertThat(uri.text()).isEqualTo("rtsp://192.0.2.7:8554/a");
    assertThat(uri.toString()).doesNotContain("admin");
  }

  @Test
  void takesAnAtSignInAPasswordAsPartOfIt() throws Exception {
    assertThat(RtspUri.parse("rtsp://u:p@ss@h/a").findCredentials())
        .contains(new Credentials("u", "p@ss"));
    assertThat(RtspUri.parse("rtsp://u@h/").findCredentials()).contains(new Credentials("u", ""));
    assertThat(RtspUri.parse("rtsp://u:100%@h/").findCredentials())
        .contains(new Credentials("u", "100%"));
  }

  @Test
  void writesIpv6AddressesInBrackets() throws Exception {
    assertThat(RtspUri.parse("rtsp://[::1]:554/a").text()).isEqualTo("rtsp://[::1]/a");
  }

  @ParameterizedTest
  @CsvSource({
    "http://h/, must begin with rtsp://",
    "'', must begin with rtsp://",
    "rtsp://, names no host",
    "rtsp:///a, names no host",
    "rtsp://h:0/, port",
    "rtsp://h:65536/, port",
    "rtsp://h:5x4/, port",
    "rtsp://[::1/a, [ without ]",
    "rtsp://h/a b, white space"
  })
  void saysWhatIsWrong(String text, String problem) {
    assertThatThrownBy(() -> RtspUri.parse(text))
        .isInstanceOf(MalformedRtspException.class)
        .hasMessageContaining(problem);
  }

  @Test
  void neverRepeatsThePasswordOfABadAddress() {
    assertThatThrownBy(() -> RtspUri.parse("rtsp://u:secret@h:x/"))
        .isInstanceOf(MalformedRtspException.class)
        .hasMessageNotContaining("secret");
  }

  @ParameterizedTest
  @CsvSource({
    "rtsp://h/a/, trackID=1, rtsp://h/a/trackID=1",
    "rtsp://h/a, trackID=1, rtsp://h/a/trackID=1",
    "rtsp://h/a?b=c, trackID=1, rtsp://h/a?b=c/trackID=1",
    "rtsp://h/a, *, rtsp://h/a",
    "rtsp://h/a, '', rtsp://h/a",
    "rtsp://h/a, rtsp://other/b, rtsp://other/b",
    "rtsp://h:8554/a/b, /c, rtsp://h:8554/c",
    "rtsp://h, /c, rtsp://h/c"
  })
  void resolvesControlAddresses(String base, String control, String expected) {
    assertThat(RtspUri.resolve(base, control)).isEqualTo(expected);
  }
}
