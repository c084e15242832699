package anbinh.evidence.copy;

import static org.assertj.core.api.Assertions.assertThat;

import anbinh.evidence.copy.Redaction.Mode;
import anbinh.video.SourceVideo;
import anbinh.video.Transcoder;
import anbinh.video.TranscodingJob;
import anbinh.video.TranscodingSettings;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.springframework.util.unit.DataSize;

/// Goes through a video and the copy that a covering makes of it, picture by picture in what
/// `ffmpeg` decodes, and measures what is covered.
final class RedactedPictures {
  static final Transcoder TOOL =
      new Transcoder(
          new TranscodingSettings(
              Duration.ofMinutes(2), DataSize.ofGigabytes(2), Duration.ofSeconds(1)));

  /// How far coding anew puts a pixel off its cell's colour.
  private static final int FLAT = 12;

  private final Redaction covering;
  private final SourceVideo video;
  private final int across;
  private final int down;

  /// The cell of each pixel.
  private final int[] cells;

  private int pictures;
  private double worst = 1;
  private double sum;
  private int run;
  private int longest;
  private long over;
  private double squares;
  private long untouched;

  RedactedPictures(Redaction covering, SourceVideo video) {
    this.covering = covering;
    this.video = video;
    across = Math.ceilDiv(video.width(), Redaction.cell(video.height()));
    down = Math.ceilDiv(video.height(), Redaction.cell(video.height()));
    cells = new int[video.width() * video.height()];
    Arrays.setAll(
        cells,
        at -> {
          int x = at % video.width();
          int y = at / video.width();
          return y * down / video.height() * across + x * across / video.width();
        });
  }

  void add(long micros, byte[] was, byte[] is, Truth truth) {
    int width = video.width();
    boolean[] masked = masked(micros);
    boolean[] flat = covered(is, masked);
    Pixels truly = truth.at(micros);
    long hidden = 0;
    long covered = 0;
    for (int at = 0, x = 0, y = 0; at < is.length; at++) {
      boolean requested = truly.hidden(x, y);
      x = x + 1 == width ? 0 : x + 1;
      y = x == 0 ? y + 1 : y;
      int off = Math.abs((was[at] & 255) - (is[at] & 255));
      if (requested) {
        hidden++;
        covered += flat[at] ? 1 : 0;
      } else if (masked[at]) {
        over++;
      } else {
        squares += (double) off * off;
        untouched++;
      }
    }
    double recall = hidden == 0 ? 1 : (double) covered / hidden;
    worst = Math.min(worst, recall);
    sum += recall;
    run = recall < 0.95 ? run + 1 : 0;
    longest = Math.max(longest, run);
    pictures++;
  }

  /// Which pixels have the colour of their covered cell.
  boolean[] covered(byte[] is, boolean[] masked) {
    double[] means = means(is, is, masked)[1];
    boolean[] covered = new boolean[is.length];
    for (int at = 0; at < is.length; at++) {
      covered[at] = masked[at] && Math.abs((is[at] & 255) - means[cell(at)]) <= FLAT;
    }
    return covered;
  }

  /// The mean of each cell before and after: of its masked pixels, and after those cells, of the
  /// others.
  double[][] means(byte[] was, byte[] is, boolean[] masked) {
    double[][] means = new double[2][2 * cells()];
    int[] counts = new int[2 * cells()];
    for (int at = 0; at < is.length; at++) {
      int cell = cell(at) + (masked[at] ? 0 : cells());
      means[0][cell] += was[at] & 255;
      means[1][cell] += is[at] & 255;
      counts[cell]++;
    }
    for (int cell = 0; cell < counts.length; cell++) {
      means[0][cell] /= Math.max(1, counts[cell]);
      means[1][cell] /= Math.max(1, counts[cell]);
    }
    return means;
  }

  int cells() {
    return across * down;
  }

  /// Whether a pixel is so far from the edge of its cell that smoothing by the codec does not reach
  /// it.
  boolean inside(int at) {
    int x = at % video.width();
    int y = at / video.width();
    return x >= 4
        && y >= 4
        && x < video.width() - 4
        && y < video.height() - 4
        && cell(at - 4 * video.width() - 4) == cell(at)
        && cell(at + 4 * video.width() + 4) == cell(at);
  }

  int cell(int at) {
    return cells[at];
  }

  /// Where the covering says that it covers.
  boolean[] masked(long micros) {
    boolean cover = covering.mode() == Mode.COVER;
    boolean[] masked = new boolean[video.width() * video.height()];
    Arrays.fill(masked, !cover);
    for (Track track : covering.tracks()) {
      track
          .at(micros)
          .map(box -> box.pixels(video.width(), video.height(), cover))
          .ifPresent(box -> {
            for (int y = box.y(); y < box.y() + box.height(); y++) {
              int row = y * video.width() + box.x();
              Arrays.fill(masked, row, row + box.width(), cover);
            }
          });
    }
    return masked;
  }

  Measured result() {
    double all = (double) video.width() * video.height() * pictures;
    double error = Math.max(1e-9, squares / Math.max(1, untouched));
    return new Measured(
        pictures, worst, sum / pictures, longest, over / all, 10 * Math.log10(255 * 255 / error));
  }

  /// @param worstRecall the least part of what is to be hidden that is covered in a picture
  /// @param longestUncovered pictures in a row in which less than 95 of 100 is covered
  /// @param overMask the part of the pictures that is covered and need not be
  /// @param untouchedPsnr of what is not covered, over all pictures, in decibels
  record Measured(
      int pictures,
      double worstRecall,
      double meanRecall,
      int longestUncovered,
      double overMask,
      double untouchedPsnr) {}

  /// What is to be hidden of each picture.
  interface Truth {
    Pixels at(long micros);
  }

  /// What is to be hidden of one picture.
  interface Pixels {
    boolean hidden(int x, int y);
  }

  /// Takes one picture as it was and as the copy shows it.
  interface Each {
    void take(long micros, byte[] was, byte[] is);
  }

  /// Makes the copy in a folder and goes through both, picture by picture.
  static void walk(Path folder, Path master, SourceVideo video, Redaction covering, Each each)
      throws Exception {
    Path commands = folder.resolve("it's [a], b;c:d.txt");
    Files.writeString(commands, covering.commands(video));
    Path copy = folder.resolve("copy.mp4");
    String filter = covering.filter(video, commands);
    var job =
        new TranscodingJob(master.toString(), copy.toString(), filter, TranscodingJob.Sound.NONE);
    TOOL.make(job, _ -> {}, () -> true);
    int size = video.width() * video.height();
    int pictures = video.times().size();
    try (InputStream before = luma(master);
        InputStream after = luma(copy)) {
      for (int picture = 0; picture < pictures; picture++) {
        byte[] was = before.readNBytes(size);
        byte[] is = after.readNBytes(size);
        assertThat(is).as("picture %d of %d", picture, pictures).hasSize(size);
        each.take(video.times().get(picture), was, is);
      }
      assertThat(after.read()).isEqualTo(-1);
    }
  }

  private static InputStream luma(Path video) throws IOException {
    return new ProcessBuilder(
            "ffmpeg",
            "-v",
            "error",
            "-i",
            video.toString(),
            "-an",
            "-fps_mode",
            "passthrough",
            "-vf",
            "extractplanes=y",
            "-f",
            "rawvideo",
            "-")
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start()
        .getInputStream();
  }

  static String run(List<String> command) throws IOException, InterruptedException {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(said).isZero();
    return said;
  }
}
