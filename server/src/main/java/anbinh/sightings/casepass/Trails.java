package anbinh.sightings.casepass;

import anbinh.cameras.Camera;
import anbinh.sightings.dictionary.Alignment;
import anbinh.sightings.dictionary.PlateCode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Orders passes into trails: those that may be of one vehicle by what was read, with the way from
/// each to the next. Nothing is concluded from it: whoever works on the case does that.
final class Trails {
  /// Faster than any vehicle goes on the roads between cameras.
  private static final double MAX_METRES_A_SECOND = 200 / 3.6;

  /// So far from each other may two vehicles stand that two cameras see at their own places.
  private static final double SEEN_AROUND_METRES = 200;

  /// By so much the clocks of two cameras may differ.
  private static final Duration CLOCK_TOLERANCE = Duration.ofSeconds(10);

  private Trails() {}

  /// A pass.
  ///
  /// @param text the surest reading of its plate; null where there is none
  /// @param place of its camera; null where that is not known
  record Stop(
      long position,
      @Nullable String text,
      Instant from,
      Instant to,
      Camera.@Nullable Place place) {}

  /// @param vehicle what was read of it first, by which its passes are known
  /// @param leg the way from the pass before; null for the first, and where a place is not known
  record TrailPosition(String vehicle, @Nullable Leg leg) {}

  /// @param metres at least: as the crow flies
  /// @param seconds between the two; 0 where they overlap
  /// @param possible false where no vehicle goes so fast
  record Leg(long metres, long seconds, boolean possible) {}

  /// Where each pass of which a plate was read stands in its trail, by its position.
  ///
  /// @param stops in the order of their times
  static Map<Long, TrailPosition> of(List<Stop> stops) {
    List<List<Stop>> trails = new ArrayList<>();
    Map<Long, TrailPosition> places = new HashMap<>();
    for (Stop stop : stops) {
      String text = stop.text();
      if (text != null && PlateCode.fits(text)) {
        List<Stop> trail = trail(trails, text);
        Leg leg = trail.isEmpty() ? null : leg(trail.getLast(), stop);
        trail.add(stop);
        places.put(stop.position(), new TrailPosition(vehicle(trail), leg));
      }
    }
    return places;
  }

  private static List<Stop> trail(List<List<Stop>> trails, String text) {
    for (List<Stop> trail : trails) {
      if (Alignment.isAlike(vehicle(trail), text)) {
        return trail;
      }
    }
    trails.add(new ArrayList<>());
    return trails.getLast();
  }

  private static String vehicle(List<Stop> trail) {
    return String.valueOf(trail.getFirst().text());
  }

  private static @Nullable Leg leg(Stop before, Stop next) {
    if (before.place() == null || next.place() == null) {
      return null;
    }
    double metres = before.place().metresTo(next.place());
    Duration between = Duration.between(before.to(), next.from());
    if (between.isNegative()) {
      between = Duration.ZERO;
    }
    double most = between.plus(CLOCK_TOLERANCE).toMillis() / 1000.0 * MAX_METRES_A_SECOND;
    return new Leg(Math.round(metres), between.toSeconds(), metres - SEEN_AROUND_METRES <= most);
  }
}
