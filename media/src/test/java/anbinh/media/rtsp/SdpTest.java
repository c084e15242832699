package anbinh.media.rtsp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class SdpTest {
  private static final String CAMERA =
      """
      v=0
      o=- 1 1 IN IP4 192.0.2.7
      s=RTSP Session
      t=0 0
      a=control:rtsp://192.0.2.7/stream/
      a=range:npt=0-
      m=video 0 RTP/AVP 96
      b=AS:5000
      a=rtpmap:96 H264/90000
      a=fmtp:96 packetization-mode=1; profile-level-id=4D0029; sprop-parameter-sets=Z00AKQ==,aO48gA==
      a=control:trackID=1
      m=audio 0 RTP/AVP 8 0
      a=control:trackID=2
      m=application 0 RTP/AVP 107
      a=rtpmap:107 vnd.onvif.metadata/90000
      """;

  @Test
  void readsACamerasDescription() throws Exception {
    Sdp sdp = Sdp.parse(CAMERA);

    assertThat(sdp.control()).isEqualTo("rtsp://192.0.2.7/stream/");
    assertThat(sdp.media())
        .extracting(SdpMedia::kind)
        .containsExactly("video", "audio", "application");
    SdpMedia video = sdp.media().getFirst();
    assertThat(video.payloadTypes()).containsExactly(96);
    assertThat(video.control()).contains("trackID=1");
    assertThat(video.encoding(96)).contains(new SdpMedia.Encoding("H264", 90_000));
    assertThat(video.formatParameters(96))
        .containsEntry("sprop-parameter-sets", "Z00AKQ==,aO48gA==")
        .containsEntry("PROFILE-LEVEL-ID", "4D0029");
    assertThat(sdp.media().get(1).payloadTypes()).containsExactly(8, 0);
    assertThat(sdp.media().get(2).control()).isEmpty();
  }

  @Test
  void readsEitherLineEnding() throws Exception {
    assertThat(Sdp.parse(CAMERA.replace("\n", "\r\n"))).isEqualTo(Sdp.parse(CAMERA));
  }

  @Test
  void knowsTheFixedPayloadTypesOfVideo() {
    SdpMedia media = new SdpMedia("video", "RTP/AVP", List.of(26, 96), List.of());

    assertThat(media.encoding(26)).contains(new SdpMedia.Encoding("JPEG", 90_000));
    assertThat(media.encoding(32).orElseThrow().name()).isEqualTo("MPV");
    assertThat(media.encoding(96)).isEmpty();
  }

  @Test
  void doesNotMixUpPayloadTypes() {
    SdpMedia media =
        new SdpMedia(
            "video",
            "RTP/AVP",
            List.of(9, 96),
            List.of("rtpmap:96 H265/90000", "fmtp:96 a=b", "rtpmap:9 X/8000", "fmtp:9 a=c"));

    assertThat(media.encoding(9).orElseThrow().name()).isEqualTo("X");
    assertThat(media.formatParameters(9)).containsEntry("a", "c");
    assertThat(media.formatParameters(96)).containsEntry("a", "b");
    assertThat(media.formatParameters(97)).isEmpty();
  }

  @Test
  void bearsTabsAndSpacesInAttributesAndAnyLineEnd() throws Exception {
    for (String end : List.of("\r\n", "\n", "\r", "\r\r\n", " \r\n")) {
      String text = "v=0\nm=video 0 RTP/AVP 96\na=rtpmap: 96\tH264/90000\na=fmtp:96   x=1 ; y=2\n";
      SdpMedia video = Sdp.parse(text.replace("\n", end)).media().getFirst();

      assertThat(video.encoding(96)).contains(new SdpMedia.Encoding("H264", 90_000));
      assertThat(video.formatParameters(96)).containsEntry("x", "1").containsEntry("y", "2");
    }
  }

  @Test
  void knowsEncryptedTracks() throws Exception {
    Sdp sdp =
        Sdp.parse(
            """
            v=0
            m=video 0 RTP/SAVP 96
            m=video 0 RTP/AVP 96
            a=crypto:1 AES inline:x
            m=video 0 RTP/AVP/TCP 96
            """);

    assertThat(sdp.media()).extracting(SdpMedia::encrypted).containsExactly(true, true, false);
  }

  @Test
  void bearsSloppyLines() throws Exception {
    Sdp sdp =
        Sdp.parse(
            "v=0\nnonsense\n=\n\nm=video 0\nm=VIDEO 0 RTP/AVP x 96\na=RTPMAP:96 h264\na=fmtp:96\n");

    assertThat(sdp.media()).hasSize(1);
    SdpMedia video = sdp.media().getFirst();
    assertThat(video.kind()).isEqualTo("video");
    assertThat(video.encoding(96)).contains(new SdpMedia.Encoding("h264", 90_000));
    assertThat(video.formatParameters(96)).isEmpty();
    assertThat(sdp.control()).isEmpty();
  }

  @Test
  void saysWhenItIsNoDescriptionAtAll() {
    assertThatThrownBy(() -> Sdp.parse("<html></html>"))
        .isInstanceOf(MalformedRtspException.class)
        .hasMessage("the description is not SDP");
    assertThatThrownBy(() -> Sdp.parse("")).isInstanceOf(MalformedRtspException.class);
  }
}
