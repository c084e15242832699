package anbinh.sightings.convoy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TripProbabilityTest {
  private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");
  private static final Duration FIVE_MINUTES = Duration.ofMinutes(5);
  private static final TripProbability.Known MONTH =
      new TripProbability.Known(at(1, "00:00"), at(30, "23:59"), ZONE);

  private static Instant at(int day, String time) {
    return LocalDateTime.parse("2026-11-%02dT%s".formatted(day, time)).atZone(ZONE).toInstant();
  }

  @Test
  void anHourApartIsAnotherTrip() {
    assertThat(
            TripProbability.trips(
                List.of(at(1, "08:00"), at(1, "08:59"), at(1, "09:59"), at(2, "08:00"))))
        .containsExactly(0, 0, 1, 2);
  }

  @Test
  void whoPassesSeldomPassesNearByHardlyAnyChance() {
    assertThat(near(List.of(at(12, "03:00")))).isLessThan(.001);
  }

  @Test
  void whoDrivesToWorkAtThatTimeEachDayPassesNear() {
    List<Instant> workdays =
        IntStream.rangeClosed(1, 30).mapToObj(day -> at(day, "07:32")).toList();
    assertThat(near(workdays)).isEqualTo(1);
    assertThat(near(workdays.subList(0, 10))).isBetween(.3, .4);
  }

  /// The days of the trips themselves say nothing.
  @Test
  void whoPassesOnTheTripsAloneHasNoHabit() {
    assertThat(near(List.of(at(12, "07:31"), at(13, "07:29")))).isLessThan(.001);
  }

  @Test
  void theDayEndsWhereTheNextBegins() {
    assertThat(
            TripProbability.near(
                at(12, "23:58"),
                FIVE_MINUTES,
                IntStream.rangeClosed(1, 29).mapToObj(day -> at(day, "00:01")).toList(),
                Set.of(LocalDate.of(2026, 11, 12)),
                MONTH))
        .isGreaterThan(.9);
  }

  private static double near(List<Instant> passes) {
    return TripProbability.near(
        at(12, "07:30"),
        FIVE_MINUTES,
        passes,
        Set.of(LocalDate.of(2026, 11, 12), LocalDate.of(2026, 11, 13)),
        MONTH);
  }

  @Test
  void soManyOfSomeThingsHappenAsOftenAsTheyAreTriedOut() {
    List<Double> chances = List.of(.1, .5, .03, .8, .25);
    Random random = new Random(7);
    int tries = 200_000;
    int[] atLeast = new int[chances.size() + 1];
    for (int i = 0; i < tries; i++) {
      int happened = (int) chances.stream().filter(each -> random.nextDouble() < each).count();
      for (int count = 0; count <= happened; count++) {
        atLeast[count]++;
      }
    }
    for (int count = 0; count <= chances.size(); count++) {
      assertThat(TripProbability.atLeast(count, chances))
          .isCloseTo((double) atLeast[count] / tries, within(.005));
    }
  }
}
