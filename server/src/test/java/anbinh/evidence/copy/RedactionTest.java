package anbinh.evidence.copy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import anbinh.evidence.copy.Redaction.Fill;
import anbinh.evidence.copy.Redaction.Mode;
import anbinh.video.SourceVideo;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What coverings hide, measured picture by picture against what should be hidden, in what `ffmpeg`
/// decodes from the copy.
class RedactionTest {
  @TempDir Path folder;

  @Test
  void coversAMovingPersonInEveryPicture() throws Exception {
    Path master = moving("mp4", "-c:v", "libx264", "-bf", "2");
    var track = new Track(true, List.of(key(0, 16, 20, 48, 80), key(1.96, 212, 20, 48, 80)));
    var covering = new Redaction(Mode.COVER, Fill.SOLID, List.of(track));
    RedactedPictures.Measured measured =
        measure(master, covering, micros -> (x, y) -> onPerson(micros, x, y));
    report("generated, a person at 100 px/s covered, black", measured);
    assertThat(measured.worstRecall()).isGreaterThanOrEqualTo(0.95);
    assertThat(measured.longestUncovered()).isZero();
    assertThat(measured.untouchedPsnr()).isGreaterThan(36);
    assertThat(measured.overMask()).isLessThan(0.02);
  }

  @Test
  void coversAllButTheSubjectInEveryPicture() throws Exception {
    Path master = moving("mkv", "-c:v", "mpeg4", "-q:v", "3");
    var track = new Track(false, List.of(key(0.4, 56, 20, 48, 80), key(1.4, 156, 20, 48, 80)));
    RedactedPictures.Truth others =
        micros -> (x, y) -> micros < 398_000 || micros > 1_402_000 || !onPerson(micros, x, y);
    RedactedPictures.Measured measured =
        measure(master, new Redaction(Mode.REVEAL, Fill.CELLS, List.of(track)), others);
    report("generated, all but a person at 100 px/s, cells", measured);
    assertThat(measured.worstRecall()).isGreaterThanOrEqualTo(0.95);
    assertThat(measured.longestUncovered()).isZero();
    assertThat(measured.overMask()).isLessThan(0.02);
  }

  @Test
  void coversRealFootage() throws Exception {
    Path data = Path.of(System.getenv().getOrDefault("ANBINH_TEST_DATA", "none"));
    Path master = data.resolve("video/parkpow_cars.mp4");
    assumeThat(master).as("ANBINH_TEST_DATA has no real footage").exists();
    Path part = folder.resolve("part.mp4");
    RedactedPictures.run(
        List.of(
            "ffmpeg",
            "-v",
            "error",
            "-y",
            "-i",
            master.toString(),
            "-t",
            "1.5",
            "-c",
            "copy",
            part.toString()));
    Box first = new Box(0.2, 0.3, 0.2, 0.3);
    Box last = new Box(0.5, 0.4, 0.3, 0.4);
    var track = new Track(true, List.of(new Track.Key(0, first), new Track.Key(1.2, last)));
    SourceVideo video = RedactedPictures.TOOL.look(part);
    for (Mode mode : Mode.values()) {
      RedactedPictures.Truth truth =
          micros -> {
            Box box = track.at(micros).orElseThrow();
            return (x, y) -> {
              double across = (x + 0.5) / video.width();
              double along = (y + 0.5) / video.height();
              boolean inside =
                  across > box.x()
                      && across < box.x() + box.width()
                      && along > box.y()
                      && along < box.y() + box.height();
              return inside == (mode == Mode.COVER);
            };
          };
      RedactedPictures.Measured measured =
          measure(part, new Redaction(mode, Fill.CELLS, List.of(track)), truth);
      report("real, toll lane 720p, " + mode, measured);
      assertThat(measured.worstRecall()).isGreaterThanOrEqualTo(0.95);
      assertThat(measured.longestUncovered()).isZero();
      assertThat(measured.untouchedPsnr()).isGreaterThan(36);
    }
  }

  private static void report(String what, RedactedPictures.Measured measured) {
    System.out.println(what + ": " + measured);
  }

  private static Track.Key key(double seconds, int x, int y, int width, int height) {
    return new Track.Key(seconds, new Box(x / 320.0, y / 180.0, width / 320.0, height / 180.0));
  }

  /// Where the noise is that [#moving] shows.
  private static boolean onPerson(long micros, int x, int y) {
    double left = 16 + micros / 10_000.0;
    return x >= left && x < left + 48 && y >= 20 && y < 100;
  }

  /// Noise of 48 × 80 pixels that moves 100 pixels a second before a scene.
  private Path moving(String extension, String... coding) throws IOException, InterruptedException {
    Path video = folder.resolve("moving." + extension);
    RedactedPictures.run(
        Stream.concat(
                Stream.of(
                    "ffmpeg",
                    "-v",
                    "error",
                    "-y",
                    "-f",
                    "lavfi",
                    "-i",
                    "testsrc2=size=320x180:rate=25:duration=2",
                    "-f",
                    "lavfi",
                    "-i",
                    "color=gray:size=48x80:rate=25:duration=2,noise=alls=100:allf=t+u",
                    "-f",
                    "lavfi",
                    "-i",
                    "sine=frequency=440:duration=2",
                    "-filter_complex",
                    "[0][1]overlay=x='16+100*t':y=20",
                    "-metadata",
                    "title=Nguyễn Văn A",
                    "-metadata",
                    "location=+20.35+105.24/",
                    "-c:a",
                    "aac",
                    "-pix_fmt",
                    "yuv420p"),
                Stream.concat(Stream.of(coding), Stream.of(video.toString())))
            .toList());
    return video;
  }

  /// Makes the copy and measures it. A pixel counts as covered when it has the colour of its cell,
  /// which is the same all over the cell but for what coding loses.
  private RedactedPictures.Measured measure(
      Path master, Redaction covering, RedactedPictures.Truth truth) throws Exception {
    SourceVideo video = RedactedPictures.TOOL.look(master);
    var tally = new RedactedPictures(covering, video);
    RedactedPictures.walk(
        folder, master, video, covering, (micros, was, is) -> tally.add(micros, was, is, truth));
    return tally.result();
  }
}
