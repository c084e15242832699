package anbinh.vision.analysis;

import anbinh.vision.image.Box;
import anbinh.vision.read.Ranking;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Where in one camera's pictures lettering stands: a clock, its own name, a shop's sign. It stands
/// still for long, though it is not always read, and is no plate of Vietnam. Since one track may be
/// too short to tell, such tracks are withheld until others at the same place can have followed.
final class Lettering {
  private static final Duration MIN_STAY = Duration.ofSeconds(2);
  private static final Duration WITHHELD = Duration.ofSeconds(10);

  /// What was not seen for so long is forgotten.
  private static final Duration FORGOTTEN = Duration.ofMinutes(30);

  private static final int MAX_PLACES = 64;

  private final List<Place> places = new ArrayList<>();
  private final List<PlateTrack> withheld = new ArrayList<>();

  /// A track about which it is decided.
  record Verdict(PlateTrack track, boolean isLettering) {}

  private static final class Place {
    final Box box;
    Instant from;
    Instant to;
    boolean reported;

    Place(Box box, Instant from, Instant to) {
      this.box = box;
      this.from = from;
      this.to = to;
    }

    boolean isLettering() {
      return !from.plus(MIN_STAY).isAfter(to);
    }
  }

  /// Whether it must be judged later, by [#release], whether a track that ended is lettering.
  ///
  /// @param text that was read
  boolean withholds(PlateTrack track, String text) {
    if (!track.trajectory().stands()) {
      return false;
    }
    Place place = place(track);
    if (place == null) {
      places.add(
          new Place(
              track.trajectory().lastBox(), track.trajectory().from(), track.trajectory().to()));
      if (places.size() > MAX_PLACES) {
        places.removeFirst();
      }
    } else {
      place.from = earlier(place.from, track.trajectory().from());
      place.to = later(place.to, track.trajectory().to());
    }
    if (Ranking.bonus(text) > 1) {
      return false;
    }
    withheld.add(track);
    return true;
  }

  private @Nullable Place place(PlateTrack track) {
    for (Place place : places) {
      if (track.trajectory().standsAt(place.box)) {
        return place;
      }
    }
    return null;
  }

  private static Instant earlier(Instant one, Instant other) {
    return one.isBefore(other) ? one : other;
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }

  /// Those withheld that can be judged at a time, but no lettering that has been told before.
  List<Verdict> release(Instant now) {
    places.removeIf(place -> place.to.plus(FORGOTTEN).isBefore(now));
    return judge(track -> track.trajectory().to().plus(WITHHELD).isBefore(now));
  }

  /// As [#release], but all of them.
  List<Verdict> releaseAll() {
    return judge(_ -> true);
  }

  private List<Verdict> judge(Predicate<PlateTrack> due) {
    List<Verdict> released = new ArrayList<>();
    for (Iterator<PlateTrack> each = withheld.iterator(); each.hasNext(); ) {
      PlateTrack track = each.next();
      Place place = place(track);
      if (place != null && place.isLettering()) {
        each.remove();
        if (!place.reported) {
          place.reported = true;
          released.add(new Verdict(track, true));
        }
      } else if (due.test(track)) {
        each.remove();
        released.add(new Verdict(track, false));
      }
    }
    return released;
  }
}
