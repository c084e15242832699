package anbinh.evidence.copy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import anbinh.evidence.copy.Redaction.Fill;
import anbinh.evidence.copy.Redaction.Mode;
import anbinh.video.SourceVideo;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Whether anybody is seen in a copy, and what can be told from what covers them: by person, size
/// and light, over time, and by whoever tries to undo it.
class RedactionLeaksTest {
  @TempDir static Path folder;

  private static Path master;
  private static SourceVideo video;

  @BeforeAll
  static void make() throws Exception {
    master = people();
    video = RedactedPictures.TOOL.look(master);
  }

  /// Three people of three sizes, each with a box of their own, in the dark, by day and in glare,
  /// are seen in no picture; a fourth, whom nobody drew, is seen in all. Between key positions a
  /// box goes with its person: no further from the straight way than the rounding to even pixels.
  @Test
  void nobodyWhoIsDrawnIsSeenInAnySizeOrLight() throws Exception {
    var covering = new Redaction(Mode.COVER, Fill.SOLID, BOXES);
    var pictures = new RedactedPictures(covering, video);
    var leaks = new Leaks();
    List<Double> off = new ArrayList<>();
    RedactedPictures.walk(
        folder,
        master,
        video,
        covering,
        (micros, was, is) -> {
          leaks.add(micros, pictures.covered(is, pictures.masked(micros)));
          // In the dark everything is black.
          if (!light(micros).equals("dark")) {
            int[] edges = black(was, is);
            double left = LARGE.x() + LARGE.speed() * micros / 1e6;
            off.add(Math.abs(edges[0] - left));
            off.add(Math.abs(edges[1] + 1 - left - LARGE.width()));
          }
        });
    System.out.println("four people, three lights: " + leaks.worst);
    assertThat(leaks.longest).containsOnly(entry("undrawn", 50));
    leaks.worst.keySet().removeIf(bin -> bin.startsWith("undrawn"));
    assertThat(leaks.worst)
        .hasSize(9)
        .allSatisfy((bin, recall) -> assertThat(recall).as(bin).isGreaterThanOrEqualTo(0.95));

    System.out.println("farthest from the straight way, pixels: " + Collections.max(off));
    assertThat(off).hasSize(2 * 33).allSatisfy(pixels -> assertThat(pixels).isLessThan(2));
  }

  /// Whoever knows nothing but the copy guesses what is under a cell no better than by its colour:
  /// inside a cell what is left of the picture has nothing to do with what was there. Where nothing
  /// is covered the same measure finds the picture.
  @Test
  void aCellTellsNothingButItsColour() throws Exception {
    var covering = new Redaction(Mode.REVEAL, Fill.CELLS, List.of(BOXES.getFirst()));
    var pictures = new RedactedPictures(covering, video);
    var covered = new Likeness();
    var shown = new Likeness();
    RedactedPictures.walk(
        folder,
        master,
        video,
        covering,
        (micros, was, is) -> {
          boolean[] masked = pictures.masked(micros);
          double[][] means = pictures.means(was, is, masked);
          for (int at = 0; at < is.length; at++) {
            int cell = pictures.cell(at) + (masked[at] ? 0 : pictures.cells());
            if (pictures.inside(at)) {
              (masked[at] ? covered : shown)
                  .add((was[at] & 255) - means[0][cell], (is[at] & 255) - means[1][cell]);
            }
          }
        });
    System.out.println(
        "likeness inside cells, covered " + covered.value() + ", shown " + shown.value());
    assertThat(Math.abs(covered.value())).isLessThan(0.05);
    assertThat(shown.value()).isGreaterThan(0.9);
  }

  /// Pearson's correlation of what was and what is.
  private static final class Likeness {
    private double both;
    private double was;
    private double is;

    void add(double before, double after) {
      both += before * after;
      was += before * before;
      is += after * after;
    }

    double value() {
      return both / Math.max(1e-9, Math.sqrt(was * is));
    }
  }

  /// Where the black box begins and ends in the rows of the person.
  private static int[] black(byte[] was, byte[] is) {
    int first = -1;
    int last = -1;
    for (int x = 0; x < 320; x++) {
      boolean all = true;
      double off = 0;
      for (int y = 24; y < 96; y++) {
        int at = y * 320 + x;
        all &= (is[at] & 255) < 40;
        off += Math.abs((was[at] & 255) - (is[at] & 255));
      }
      if (all && off / 72 > 40) {
        first = first < 0 ? x : first;
        last = x;
      }
    }
    return new int[] {first, last};
  }

  private record Someone(String name, int x, int speed, int y, int width, int height) {
    boolean isAt(long micros, int column, int row) {
      double left = x + speed * micros / 1e6;
      return column >= left && column < left + width && row >= y && row < y + height;
    }
  }

  private static final Someone LARGE = new Someone("large", 16, 90, 20, 48, 80);
  private static final Someone MEDIUM = new Someone("medium", 280, -90, 106, 24, 40);
  private static final Someone SMALL = new Someone("small", 20, 60, 156, 10, 16);
  private static final Someone UNDRAWN = new Someone("undrawn", 250, -80, 2, 24, 16);
  private static final List<Someone> PEOPLE = List.of(LARGE, MEDIUM, SMALL, UNDRAWN);
  private static final List<Track> BOXES =
      Stream.of(LARGE, MEDIUM, SMALL)
          .map(each -> new Track(true, List.of(at(0, each), at(1.96, each))))
          .toList();

  private static Track.Key at(double seconds, Someone who) {
    double left = who.x() + who.speed() * seconds;
    return new Track.Key(
        seconds, new Box(left / 320, who.y() / 180.0, who.width() / 320.0, who.height() / 180.0));
  }

  private static String light(long micros) {
    return micros < 660_000 ? "dark" : micros < 1_330_000 ? "day" : "glare";
  }

  /// How much of each person is covered.
  private static final class Leaks {
    /// The longest run of pictures in which somebody is seen.
    private final Map<String, Integer> longest = new TreeMap<>();

    /// The least part that is covered in a picture, by size and light.
    private final Map<String, Double> worst = new TreeMap<>();

    private final Map<String, Integer> runs = new TreeMap<>();

    void add(long micros, boolean[] covered) {
      for (Someone who : PEOPLE) {
        double recall = recall(who, micros, covered);
        worst.merge(who.name() + ", " + light(micros), recall, Math::min);
        if (recall < 0.95) {
          longest.merge(who.name(), runs.merge(who.name(), 1, Integer::sum), Math::max);
        } else {
          runs.remove(who.name());
        }
      }
    }
  }

  private static double recall(Someone who, long micros, boolean[] covered) {
    int there = 0;
    int hidden = 0;
    for (int at = 0; at < covered.length; at++) {
      if (who.isAt(micros, at % 320, at / 320)) {
        there++;
        hidden += covered[at] ? 1 : 0;
      }
    }
    return (double) hidden / there;
  }

  /// Noise in the size of each of [#PEOPLE] before a scene that is dark, then as by day, then
  /// glaring.
  private static Path people() throws IOException, InterruptedException {
    Path video = folder.resolve("people.mp4");
    List<String> command =
        new ArrayList<>(List.of("ffmpeg", "-v", "error", "-y", "-f", "lavfi", "-i"));
    command.add("testsrc2=size=320x180:rate=25:duration=2");
    var graph = new StringBuilder();
    for (int i = 0; i < PEOPLE.size(); i++) {
      Someone who = PEOPLE.get(i);
      command.addAll(List.of("-f", "lavfi", "-i"));
      command.add(
          "color=gray:size=%dx%d:rate=25:duration=2,noise=alls=100:allf=t+u"
              .formatted(who.width(), who.height()));
      graph.append(
          "[%s][%d]overlay=x='%d+%d*t':y=%d[o%d];"
              .formatted(i == 0 ? "0" : "o" + (i - 1), i + 1, who.x(), who.speed(), who.y(), i));
    }
    graph.append("[o3]eq=brightness=-0.3:enable='lt(t,0.66)',");
    graph.append("eq=brightness=0.3:enable='gte(t,1.33)'");
    command.addAll(
        List.of("-filter_complex", graph.toString(), "-c:v", "libx264", "-pix_fmt", "yuv420p"));
    command.add(video.toString());
    RedactedPictures.run(command);
    return video;
  }
}
