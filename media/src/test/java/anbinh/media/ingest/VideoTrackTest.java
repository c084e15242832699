package anbinh.media.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import anbinh.media.Codec;
import anbinh.media.StreamState.Cause;
import anbinh.media.VideoFormat;
import anbinh.media.rtsp.Sdp;
import anbinh.media.rtsp.StreamFailedException;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class VideoTrackTest {
  private static final String H264 =
      "m=video 0 RTP/AVP 96\na=rtpmap:96 H264/90000\na=control:trackID=0\n";
  private static final String H264_SETS =
      "a=fmtp:96 sprop-parameter-sets=Z00AKeKQCgC3YC3AQEBpB4kRUA==,aO48gA==\n";

  @Test
  void choosesTheFirstVideoThatCanBeReceived() throws Exception {
    VideoTrack track =
        choose(
            "m=audio 0 RTP/AVP 0\na=control:a\n"
                + "m=video 0 RTP/AVP 26\na=control:jpeg\n"
                + "m=video 0 RTP/AVP 98 99\na=rtpmap:98 VP8/90000\na=rtpmap:99 hevc/90000\n"
                + "a=control:two\n"
                + H264);

    assertThat(track.codec()).isEqualTo(Codec.H265);
    assertThat(track.payloadType()).isEqualTo(99);
    assertThat(track.track().setupUri()).isEqualTo("rtsp://h/base/two");
    assertThat(track.track().sessionUri()).isEqualTo("rtsp://h/base/");
  }

  @Test
  void takesTheSessionsOwnControl() throws Exception {
    VideoTrack track = choose("a=control:rtsp://h/all\n" + H264);

    assertThat(track.track().sessionUri()).isEqualTo("rtsp://h/all");
    assertThat(track.track().setupUri()).isEqualTo("rtsp://h/base/trackID=0");
  }

  @Test
  void setsUpTheWholeWhereTheTrackHasNoControl() throws Exception {
    assertThat(choose("m=video 0 RTP/AVP 96\na=rtpmap:96 H264/90000\n").track().setupUri())
        .isEqualTo("rtsp://h/base/");
  }

  @Test
  void readsTheParameterSetsAnnounced() throws Exception {
    Optional<VideoFormat> format = choose(H264 + H264_SETS).announced().format(0);

    assertThat(format).isPresent();
    assertThat(format.get().width()).isEqualTo(1280);
  }

  @Test
  void readsTheParameterSetsOfH265() throws Exception {
    VideoTrack track =
        choose(
            """
            m=video 0 RTP/AVP 96
            a=rtpmap:96 H265/90000
            a=fmtp:96 sprop-vps=QAEMAf//AWAAAAMAkAAAAwAAAwBdlZgJ; \
            sprop-sps=QgEBAWAAAAMAkAAAAwAAAwBdoAKAgC0WWVmkkyvAWgIAAAMAAgAAAwAeEA==; \
            sprop-pps=RAHBcrRiQA==
            """);

    assertThat(track.announced().format(0).orElseThrow().height()).isEqualTo(720);
  }

  @Test
  void leavesOutParameterSetsThatCannotBeRead() throws Exception {
    for (String broken :
        new String[] {
          "a=fmtp:96 sprop-parameter-sets=\n",
          "a=fmtp:96 sprop-parameter-sets=,,,\n",
          "a=fmtp:96 sprop-parameter-sets=Z00A,====,x\n",
          "a=fmtp:96 sprop-parameter-sets\n",
          "a=fmtp:96\n"
        }) {
      assertThat(choose(H264 + broken).announced().format(0)).isEmpty();
    }
  }

  @Test
  void tellsADescriptionWithoutVideo() {
    assertThatThrownBy(() -> choose("m=audio 0 RTP/AVP 0\n"))
        .isInstanceOfSatisfying(
            StreamFailedException.class,
            failure -> assertThat(failure.streamCause()).isEqualTo(Cause.NO_VIDEO));
  }

  @Test
  void namesTheCodecsThatCannotBeReceived() {
    assertThatThrownBy(() -> choose("m=video 0 RTP/AVP 26 32 99\n"))
        .isInstanceOfSatisfying(
            StreamFailedException.class,
            failure -> {
              assertThat(failure.streamCause()).isEqualTo(Cause.UNSUPPORTED_CODEC);
              assertThat(failure.detail()).contains("JPEG, MPV, type 99");
            });
  }

  private static VideoTrack choose(String sections) throws Exception {
    return VideoTrack.choose(Sdp.parse("v=0\n" + sections), "rtsp://h/base/");
  }
}
