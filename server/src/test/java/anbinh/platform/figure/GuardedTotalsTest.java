package anbinh.platform.figure;

import static org.assertj.core.api.Assertions.assertThat;

import anbinh.platform.Figure;
import anbinh.platform.figure.GuardedTotals.OfPlace;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class GuardedTotalsTest {
  private static final int MAX_HIDDEN = 4;

  private static UUID commune(int number) {
    return new UUID(1, number);
  }

  private static UUID village(int commune, int number) {
    return new UUID(2, commune * 100L + number);
  }

  /// What an attacker knows of a number by what is told of it.
  private record Range(long least, long most) {
    static Range of(Figure told) {
      Long value = told.value();
      return value == null
          ? new Range(0, Long.MAX_VALUE / 1000)
          : new Range(Math.max(5, value - 5), value + 4);
    }

    static Range ofPlace(Figure told) {
      return told.value() == null ? new Range(0, MAX_HIDDEN) : of(told);
    }

    Range plus(Range other) {
      return new Range(least + other.least, most + other.most);
    }

    Range and(Range other) {
      return new Range(Math.max(least, other.least), Math.min(most, other.most));
    }

    boolean isPossible() {
      return least <= most;
    }
  }

  @Test
  void ofNoHiddenPlaceIsItKnownThatThereWasOneOrNone() {
    var random = new Random(20_261_129);
    for (int world = 0; world < 4_000; world++) {
      int communes = 1 + random.nextInt(4);
      Map<UUID, Integer> sizes = new HashMap<>();
      List<OfPlace> counts = new ArrayList<>();
      int usual = 1 + random.nextInt(12);
      for (int commune = 0; commune < communes; commune++) {
        int size = 1 + random.nextInt(6);
        sizes.put(commune(commune), size);
        for (int village = 0; village < size; village++) {
          int count = random.nextInt(usual + 1);
          if (count > 0) {
            counts.add(new OfPlace(village(commune, village), commune(commune), count));
          }
        }
      }
      attack(GuardedTotals.of(counts, sizes, true), sizes);
    }
  }

  /// Each hidden place may have none, and may have one, by all that is told together.
  private static void attack(GuardedTotals told, Map<UUID, Integer> sizes) {
    for (int commune = 0; commune < sizes.size(); commune++) {
      for (int village = 0; village < sizes.getOrDefault(commune(commune), 0); village++) {
        if (told.place(village(commune, village)).value() == null) {
          for (long guess : new long[] {0, 1, MAX_HIDDEN}) {
            assertThat(isPossible(told, sizes, commune, village, guess))
                .as("commune %s, village %s, %s", commune, village, guess)
                .isTrue();
          }
        }
      }
    }
  }

  private static boolean isPossible(
      GuardedTotals told, Map<UUID, Integer> sizes, int commune, int village, long guess) {
    Range all = new Range(0, 0);
    for (int i = 0; i < sizes.size(); i++) {
      Range sum = new Range(0, 0);
      for (int j = 0; j < sizes.getOrDefault(commune(i), 0); j++) {
        sum =
            sum.plus(
                i == commune && j == village
                    ? new Range(guess, guess)
                    : Range.ofPlace(told.place(village(i, j))));
      }
      Range within = sum.and(Range.of(told.commune(commune(i))));
      if (!within.isPossible()) {
        return false;
      }
      all = all.plus(within);
    }
    return all.and(Range.of(told.total())).isPossible();
  }

  @Test
  void aSumThatOneVillageMustHaveMadeIsNotTold() {
    List<OfPlace> counts =
        List.of(
            new OfPlace(village(0, 0), commune(0), 3), new OfPlace(village(0, 1), commune(0), 3));
    assertThat(GuardedTotals.of(counts, Map.of(commune(0), 2), true).commune(commune(0)))
        .as("of two villages with 4 at the most each, each would have one")
        .isEqualTo(Figure.HIDDEN);
    assertThat(GuardedTotals.of(counts, Map.of(commune(0), 20), true).commune(commune(0)).value())
        .isEqualTo(10);
  }

  @Test
  void whatIsNotToldOfPlacesIsToldOfCommunes() {
    List<OfPlace> counts = List.of(new OfPlace(village(0, 0), commune(0), 12));
    GuardedTotals told = GuardedTotals.of(counts, Map.of(commune(0), 3), false);
    assertThat(told.place(village(0, 0))).isEqualTo(Figure.HIDDEN);
    assertThat(told.commune(commune(0)).value()).isEqualTo(10);
  }

  @Test
  void noneIsNotToldFromAFew() {
    for (int count = 0; count <= MAX_HIDDEN; count++) {
      assertThat(Figure.hidden(count)).isEqualTo(Figure.HIDDEN);
    }
    assertThat(Figure.hidden(5).value()).isEqualTo(10);
  }

  @Test
  void aLongerSpanSaysNothingThatItsQuartersDoNot() {
    List<Figure> few = IntStream.range(0, 4).mapToObj(_ -> Figure.hidden(4)).toList();
    assertThat(GuardedTotals.over(few)).as("16 in a year").isEqualTo(Figure.HIDDEN);
    assertThat(GuardedTotals.over(List.of(Figure.hidden(4), Figure.hidden(12))))
        .isEqualTo(new Figure(10L, false));
  }
}
