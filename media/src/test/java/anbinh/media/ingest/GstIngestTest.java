package anbinh.media.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import anbinh.media.AccessUnit;
import anbinh.media.StreamState.Cause;
import anbinh.media.simulator.Clips;
import anbinh.media.simulator.Picture;
import anbinh.media.simulator.VideoSource;
import java.nio.file.Path;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Against another implementation of the other side: GStreamer's RTSP server.
class GstIngestTest {
  @TempDir private Path folder;
  private final Listener listener = new Listener();
  private final Ingest ingest = new Ingest(IngestOptions.DEFAULTS);

  @AfterEach
  void stop() {
    ingest.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "intel_car-detection.mp4",
        "intel_one-by-one-person-detection.mp4",
        "parkpow_cars.mp4"
      })
  void receivesRealFootageUnchanged(String name) throws Exception {
    String data = System.getenv("ANBINH_TEST_DATA");
    assumeTrue(data != null, "needs real footage in the folder ANBINH_TEST_DATA");
    Path clip = Path.of(data, "video", name);

    try (GstCamera gst = GstCamera.start("h264", clip)) {
      assertReceivesUnchanged(gst, clip, 20);
    }
  }

  @Test
  void receivesH265Unchanged() throws Exception {
    Path clip = Clips.h265(folder, 6, 25);

    try (GstCamera gst = GstCamera.start("h265", clip)) {
      assertReceivesUnchanged(gst, clip, 40);
    }
  }

  @Test
  void receivesBFramesUnchangedWithTheirTimes() throws Exception {
    Path clip = Clips.h264WithBFrames(folder, 6, 25);
    VideoSource source = VideoSource.ofMp4(clip);

    try (GstCamera gst = GstCamera.start("h264", clip)) {
      assertReceivesUnchanged(gst, clip, 40);
    }

    List<AccessUnit> units = listener.units();
    int first = SentVideo.indexOf(source, units.getFirst());
    long origin = units.getFirst().pts90k() - presentedAt(source, first);
    for (int i = 0; i < 40; i++) {
      assertThat(units.get(i).pts90k() - origin)
          .as("picture %s", i)
          .isCloseTo(presentedAt(source, first + i), Offset.offset(2L));
    }
  }

  @Test
  void authorisesByDigest() throws Exception {
    Path clip = Clips.h264(folder, 4, 25);

    try (GstCamera gst = GstCamera.start("h264", clip, "--auth", "md5", "viewer", "secret")) {
      assertThat(ingest.probe(gst.address("viewer", "secret"), Listener.TIMEOUT))
          .isInstanceOf(ProbeResult.Found.class);
      assertThat(failure(gst.address("viewer", "wrong"))).isEqualTo(Cause.UNAUTHORISED);
      assertThat(failure(CameraAddress.of(gst.uri()))).isEqualTo(Cause.UNAUTHORISED);
    }
  }

  @Test
  void sendsNoPasswordInTheClear() throws Exception {
    Path clip = Clips.h264(folder, 4, 25);

    try (GstCamera gst = GstCamera.start("h264", clip, "--auth", "basic", "viewer", "secret")) {
      assertThat(failure(gst.address("viewer", "secret"))).isEqualTo(Cause.UNAUTHORISED);
      try (Ingest lenient = new Ingest(IngestOptions.DEFAULTS.withAllowBasic(true))) {
        assertThat(lenient.probe(gst.address("viewer", "secret"), Listener.TIMEOUT))
            .isInstanceOf(ProbeResult.Found.class);
      }
    }
  }

  @Test
  void tellsAPathThatIsNotThere() throws Exception {
    Path clip = Clips.h264(folder, 4, 25);

    try (GstCamera gst = GstCamera.start("h264", clip)) {
      assertThat(failure(CameraAddress.of(gst.uri() + "/other"))).isEqualTo(Cause.NOT_FOUND);
    }
  }

  @Test
  void noticesTheEndOfTheFile() throws Exception {
    Path clip = Clips.h264(folder, 1, 25);

    try (GstCamera gst = GstCamera.start("h264", clip)) {
      ingest.open(CameraAddress.of(gst.uri()), listener);
      assertThat(listener.awaitFailure().cause()).isEqualTo(Cause.ENDED);
      assertThat(listener.units()).hasSizeGreaterThan(20);
    }
  }

  private void assertReceivesUnchanged(GstCamera gst, Path clip, int count) throws Exception {
    VideoSource source = VideoSource.ofMp4(clip);
    try (Stream stream = ingest.open(CameraAddress.of(gst.uri()), listener)) {
      assertThat(stream).isNotNull();
      listener.awaitUnits(count);
    }
    SentVideo.assertUnchanged(source, listener, count);
  }

  private static long presentedAt(VideoSource source, int index) {
    long decoded =
        source.pictures().subList(0, index).stream().mapToLong(Picture::duration90k).sum();
    return decoded + source.pictures().get(index).presentationOffset90k();
  }

  private Cause failure(CameraAddress address) throws InterruptedException {
    ProbeResult result = ingest.probe(address, Listener.TIMEOUT);
    assertThat(result).isInstanceOf(ProbeResult.Failed.class);
    return ((ProbeResult.Failed) result).cause();
  }
}
