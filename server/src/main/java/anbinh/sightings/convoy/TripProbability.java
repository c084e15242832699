package anbinh.sightings.convoy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// How likely it is that a vehicle is on trips of another one without having to do with it.
final class TripProbability {
  /// Between two passes of one trip there is less than this.
  static final Duration TRIP_GAP = Duration.ofHours(1);

  private TripProbability() {}

  /// The number of each moment's trip, from 0.
  ///
  /// @param times in their order
  static List<Integer> trips(List<Instant> times) {
    List<Integer> trips = new ArrayList<>();
    int trip = 0;
    for (int i = 0; i < times.size(); i++) {
      if (i > 0 && Duration.between(times.get(i - 1), times.get(i)).compareTo(TRIP_GAP) >= 0) {
        trip++;
      }
      trips.add(trip);
    }
    return trips;
  }

  /// The span over which it is known who passed a camera.
  record Known(Instant from, Instant to, ZoneId zone) {
    Duration length() {
      return Duration.between(from, to);
    }
  }

  /// How likely it is that a vehicle passes a camera near a moment: the greater of how often it
  /// passes that camera at all, and of on how many other days it passes it at that time of the day.
  /// So who drives to work at that time every day goes along by chance.
  ///
  /// @param passes of the vehicle before that camera
  /// @param apart days that say nothing of other days: those of the trips
  static double near(
      Instant moment,
      Duration within,
      Collection<Instant> passes,
      Set<LocalDate> apart,
      Known known) {
    double share =
        (double) within.multipliedBy(2).toMillis() / Math.max(1, known.length().toMillis());
    double often = 1 - Math.exp(-passes.size() * share);
    return Math.max(often, habit(moment, within, passes, apart, known));
  }

  private static double habit(
      Instant moment,
      Duration within,
      Collection<Instant> passes,
      Set<LocalDate> apart,
      Known known) {
    LocalTime time = moment.atZone(known.zone()).toLocalTime();
    Set<LocalDate> days = new HashSet<>();
    for (Instant pass : passes) {
      LocalDate day = pass.atZone(known.zone()).toLocalDate();
      if (!apart.contains(day) && isAround(pass.atZone(known.zone()).toLocalTime(), time, within)) {
        days.add(day);
      }
    }
    LocalDate first = known.from().atZone(known.zone()).toLocalDate();
    LocalDate last = known.to().atZone(known.zone()).toLocalDate();
    long others = first.datesUntil(last.plusDays(1)).filter(day -> !apart.contains(day)).count();
    return others == 0 ? 0 : Math.min(1, (double) days.size() / others);
  }

  private static boolean isAround(LocalTime one, LocalTime other, Duration within) {
    long apart = Math.abs(Duration.between(one, other).toMillis());
    long day = Duration.ofDays(1).toMillis();
    return Math.min(apart, day - apart) <= within.toMillis();
  }

  /// How likely it is that so many or more of some independent things happen.
  static double atLeast(int count, List<Double> chances) {
    double[] exactly = new double[chances.size() + 1];
    exactly[0] = 1;
    for (double chance : chances) {
      for (int i = exactly.length - 1; i > 0; i--) {
        exactly[i] = exactly[i] * (1 - chance) + exactly[i - 1] * chance;
      }
      exactly[0] *= 1 - chance;
    }
    double sum = 0;
    for (int i = count; i < exactly.length; i++) {
      sum += exactly[i];
    }
    return sum;
  }
}
