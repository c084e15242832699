package anbinh.evidence.copy;

import anbinh.video.SourceVideo;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/// What a redacted copy hides, and how: written as a filter graph and a list of commands in the
/// language of libavfilter, so that anybody can repeat it.
///
/// A picture goes three ways: as it is; covered as a whole; and as a mask, white where the tracks
/// have their boxes. The mask chooses between the first two. What is covered is replaced before the
/// picture is coded anew, so that nothing of it is in the file.
record Redaction(Mode mode, Fill fill, List<Track> tracks) {
  public Redaction {
    tracks = List.copyOf(tracks);
  }

  /// What the boxes do.
  public enum Mode {
    /// Everything is covered but what the boxes show.
    REVEAL,
    /// What the boxes hold is covered.
    COVER
  }

  /// What covered parts look like.
  public enum Fill {
    /// Cells of one colour each, the mean of what is under them: about eighteen from top to bottom,
    /// so that a face is one or two of them and no smoothing can be undone.
    CELLS,
    /// Black.
    SOLID
  }

  /// What the list of commands is called in a package, and in the command to repeat it.
  static final String BOXES = "boxes.txt";

  private static final int CELLS_A_HEIGHT = 18;
  private static final int MIN_CELL = 16;

  /// Before the picture that is meant and behind the one before it.
  private static final long EARLY_MICROS = 2_000;

  /// How large a cell of the cover is, in pixels.
  static int cell(int height) {
    return Math.max(MIN_CELL, height / CELLS_A_HEIGHT / 2 * 2);
  }

  /// The graph between decoder and encoder.
  ///
  /// @param commands where the text of [#commands] is
  String filter(SourceVideo video, Path commands) {
    int width = even(video.width());
    int height = even(video.height());
    String cover =
        switch (fill) {
          case CELLS -> {
            int cell = cell(height);
            yield "scale=w=%d:h=%d:flags=area,scale=w=%d:h=%d:flags=neighbor"
                .formatted(
                    Math.max(1, Math.ceilDiv(width, cell)),
                    Math.max(1, Math.ceilDiv(height, cell)),
                    width,
                    height);
          }
          case SOLID -> "lutyuv=y=16:u=128:v=128";
        };
    String boxes =
        String.join(
            "",
            IntStream.range(0, tracks.size())
                .mapToObj(
                    track -> ",drawbox@b%d=x=-64:y=-64:w=2:h=2:c=white:t=fill".formatted(track))
                .toList());
    String merge =
        switch (mode) {
          case REVEAL -> "[plain][mask]alphamerge[top];[covered][top]";
          case COVER -> "[covered][mask]alphamerge[top];[plain][top]";
        };
    return video.upright()
        + "crop=w=%d:h=%d:x=0:y=0,format=yuv420p,split=3[plain][b][c];[b]%s[covered];"
            .formatted(width, height, cover)
        + "[c]lutyuv=y=0:u=128:v=128,sendcmd=f=%s%s,lutyuv=y='if(gt(val,100),255,0)',"
            .formatted(escaped(commands.toString()), boxes)
        + "extractplanes=y[mask];%soverlay=format=yuv420,format=yuv420p".formatted(merge);
  }

  /// One line for each picture at which a box moves.
  String commands(SourceVideo video) {
    int width = even(video.width());
    int height = even(video.height());
    var text = new StringBuilder("# boxes of the covering, by seconds from the beginning\n");
    Box.Pixels nowhere = new Box.Pixels(-64, -64, 2, 2);
    List<Box.Pixels> before = new ArrayList<>(tracks.stream().map(_ -> nowhere).toList());
    for (long micros : video.times()) {
      List<String> moves = new ArrayList<>();
      for (int track = 0; track < tracks.size(); track++) {
        Box.Pixels box =
            tracks
                .get(track)
                .at(micros)
                .map(found -> found.pixels(width, height, mode == Mode.COVER))
                .filter(found -> !found.empty())
                .orElse(nowhere);
        if (!box.equals(before.get(track))) {
          before.set(track, box);
          String name = "drawbox@b" + track;
          moves.add("%s x %d".formatted(name, box.x()));
          moves.add("%s y %d".formatted(name, box.y()));
          moves.add("%s w %d".formatted(name, box.width()));
          moves.add("%s h %d".formatted(name, box.height()));
        }
      }
      if (!moves.isEmpty()) {
        text.append(String.format(Locale.ROOT, "%.6f ", Math.max(0, micros - EARLY_MICROS) / 1e6))
            .append(String.join(", ", moves))
            .append(";\n");
      }
    }
    return text.toString();
  }

  /// A value first as an option of a filter, then as a part of a graph.
  private static String escaped(String value) {
    return value.replaceAll("[\\\\':]", "\\\\$0").replaceAll("[\\\\'\\[\\],;]", "\\\\$0");
  }

  private static int even(int length) {
    return length / 2 * 2;
  }
}
