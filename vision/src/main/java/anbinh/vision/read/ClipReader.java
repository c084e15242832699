package anbinh.vision.read;

import anbinh.vision.clip.Clip;
import anbinh.vision.image.Box;
import anbinh.vision.model.ModelException;
import anbinh.vision.read.PlateReader.Plate;
import anbinh.vision.reader.Reading;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Reads the plates that pass in a clip: some pictures a second, each plate followed from picture
/// to picture.
final class ClipReader {
  private static final double INTERVAL = .25;

  /// A plate that was not seen for so many seconds has gone.
  private static final double GONE = 1.5;

  private static final double LETTERING = 2;
  private static final int MIN_SIGHTS = 2;

  private final PlateReader reader;

  ClipReader(PlateReader reader) {
    this.reader = reader;
  }

  /// @param readings that all its pictures together give, the best first
  record Pass(double fromSeconds, double toSeconds, List<Reading> readings) {}

  /// @return the passes, that first which is surest
  List<Pass> read(Path file) throws IOException, ModelException {
    List<PlateTrack> tracks = new ArrayList<>();
    try (Clip clip = new Clip(file)) {
      for (double next = 0; clip.advance(next); next = clip.seconds() + INTERVAL) {
        for (Plate plate : reader.read(clip.picture())) {
          PlateTrack track = match(tracks, clip.seconds(), plate);
          if (track == null) {
            track = new PlateTrack();
            tracks.add(track);
          }
          track.add(clip.seconds(), plate);
        }
      }
    }
    Map<String, Pass> passes = new HashMap<>();
    for (PlateTrack track : tracks) {
      List<Reading> readings = Ranking.of(track.vote());
      if (track.size() >= MIN_SIGHTS
          && !readings.isEmpty()
          && !isLettering(track, readings, tracks)) {
        Pass pass = new Pass(track.firstSeconds(), track.lastSeconds(), readings);
        passes.merge(
            pass.readings().getFirst().text(),
            pass,
            (one, other) -> sureness(one) >= sureness(other) ? one : other);
      }
    }
    return passes.values().stream()
        .sorted(Comparator.comparingDouble(each -> -sureness(each)))
        .toList();
  }

  /// Text that stands still for long, though it is not always read, and has not the shape of a
  /// plate of Vietnam: a camera's name, a clock, a shop's sign.
  private static boolean isLettering(
      PlateTrack track, List<Reading> readings, List<PlateTrack> tracks) {
    double from = track.firstSeconds();
    double to = track.lastSeconds();
    for (PlateTrack other : tracks) {
      if (track.standsWith(other)) {
        from = Math.min(from, other.firstSeconds());
        to = Math.max(to, other.lastSeconds());
      }
    }
    return track.standsWith(track)
        && to - from >= LETTERING
        && Ranking.bonus(readings.getFirst().text()) == 1;
  }

  private static double sureness(Pass pass) {
    return pass.readings().getFirst().probability();
  }

  /// The track that a plate goes on: its text is nearly the same, or it stands where that stood.
  private static @Nullable PlateTrack match(List<PlateTrack> tracks, double seconds, Plate plate) {
    PlateTrack best = null;
    double least = 1;
    for (PlateTrack track : tracks) {
      if (seconds - track.lastSeconds() <= GONE && seconds > track.lastSeconds()) {
        Box last = track.lastBox();
        double far =
            Math.hypot(last.x() - plate.box().x(), last.y() - plate.box().y())
                / (2 * plate.box().width());
        double unlike = (double) edits(track.lastText(), plate.text()) / plate.text().length();
        double cost = unlike < .35 ? unlike : .5 * unlike + far;
        if (cost < least) {
          least = cost;
          best = track;
        }
      }
    }
    return best;
  }

  /// Levenshtein's distance.
  private static int edits(String one, String other) {
    int[] row = new int[other.length() + 1];
    for (int j = 0; j <= other.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= one.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= other.length(); j++) {
        int replaced = diagonal + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(replaced, Math.min(row[j], row[j - 1]) + 1);
      }
    }
    return row[other.length()];
  }
}
