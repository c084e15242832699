package anbinh.vision.analysis;

import anbinh.vision.image.Box;
import anbinh.vision.image.Picture;
import anbinh.vision.pass.FrameArea;
import anbinh.vision.read.PlateReader.Plate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Follows the plates before one camera from look to look.
final class PlateTracker {
  /// A plate that was not seen for so long is gone.
  static final Duration GONE = Duration.ofMillis(1_500);

  /// The track of a plate that stays ends then, and another one begins.
  static final Duration MAX_DURATION = Duration.ofMinutes(10);

  /// As a share of a text's characters.
  private static final double SIMILAR = .35;

  /// In pixels.
  private static final double ROUNDING = 1;

  private final List<PlateTrack> tracks = new ArrayList<>();
  private Instant lastLook = Instant.MIN;

  /// @param part of the picture outside which nothing has changed since the last look
  /// @param plates in it, of which none is another
  void add(Look look, Box part, List<Plate> plates, ObjectTracker objects) {
    Instant before = lastLook;
    lastLook = look.time();
    for (Plate plate : plates) {
      ObjectTrack vehicle = objects.vehicleOf(plate.box(), look.time());
      PlateTrack track = match(look.time(), plate);
      if (track == null) {
        track = new PlateTrack(look, plate, vehicle);
        tracks.add(track);
      } else {
        track.add(look, plate, vehicle);
      }
      objects.personsAt(plate.box(), look.time()).forEach(track::addPerson);
    }
    for (PlateTrack track : tracks) {
      Picture picture = look.picture();
      Box visible = FrameArea.of(track.trajectory().lastBox(), picture).box(picture);
      if (isThere(track, before) && !part.grown(ROUNDING, ROUNDING).holds(visible)) {
        track.trajectory().extend(look.time());
      }
    }
  }

  /// Nothing has moved since the last look, so that what it showed is still there.
  void unchanged(Instant time) {
    for (PlateTrack track : tracks) {
      if (isThere(track, lastLook)) {
        track.trajectory().extend(time);
      }
    }
  }

  private static boolean isThere(PlateTrack track, Instant look) {
    return !track.trajectory().to().isBefore(look);
  }

  /// Ends the tracks of what is gone, and gives them.
  List<PlateTrack> end(Instant now) {
    List<PlateTrack> ended = new ArrayList<>();
    for (Iterator<PlateTrack> each = tracks.iterator(); each.hasNext(); ) {
      PlateTrack track = each.next();
      if (track.trajectory().to().plus(GONE).isBefore(now)
          || track.trajectory().duration().compareTo(MAX_DURATION) >= 0) {
        ended.add(track);
        each.remove();
      }
    }
    return ended;
  }

  List<PlateTrack> endAll() {
    List<PlateTrack> ended = List.copyOf(tracks);
    tracks.clear();
    return ended;
  }

  /// Whether a plate with which something passes is still followed.
  boolean follows(ObjectTrack object) {
    return tracks.stream().anyMatch(track -> track.carries(object));
  }

  /// The track that a plate goes on: its text is nearly the same, or it stands where that stood.
  private @Nullable PlateTrack match(Instant time, Plate plate) {
    PlateTrack best = null;
    double least = 1;
    for (PlateTrack track : tracks) {
      Instant last = track.trajectory().to();
      if (last.isBefore(time) && !last.plus(GONE).isBefore(time)) {
        double cost = cost(track, plate);
        if (cost < least) {
          least = cost;
          best = track;
        }
      }
    }
    return best;
  }

  private static double cost(PlateTrack track, Plate plate) {
    double unlike =
        (double) Levenshtein.distance(track.lastText(), plate.text()) / plate.text().length();
    if (unlike < SIMILAR) {
      return unlike;
    }
    Box last = track.trajectory().lastBox();
    double distance = Math.hypot(last.x() - plate.box().x(), last.y() - plate.box().y());
    return .5 * unlike + distance / (2 * plate.box().width());
  }
}
