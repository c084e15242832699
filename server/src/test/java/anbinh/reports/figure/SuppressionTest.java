package anbinh.reports.figure;

import static org.assertj.core.api.Assertions.assertThat;

import anbinh.platform.indicator.IndicatorDefinition;
import anbinh.platform.indicator.IndicatorTopic;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// What is hidden of random tables beside exact sums. A solver tries every table that has the same
/// sums, the same cells told, these known exactly, and parts that are no more than what they are
/// parts of: between the least and the most that it finds for a cell, nobody can know more.
class SuppressionTest {
  private static final IndicatorDefinition ENDED = definition("ENDED");
  private static final IndicatorDefinition AGREED = definition("AGREED").partOf("ENDED");
  private static final IndicatorDefinition NOT = definition("NOT").partOf("ENDED");
  private static final IndicatorDefinition USEFUL = definition("USEFUL").partOf("AGREED");

  private static IndicatorDefinition definition(String code) {
    return IndicatorDefinition.events(code, IndicatorTopic.CASES, "x").hidingSmall();
  }

  private static Suppression of(List<IndicatorDefinition> family, long[][] counts) {
    return new Suppression(
        family, counts[0].length, (each, line) -> counts[family.indexOf(each)][line]);
  }

  @Test
  void aSingleSmallCellIsHiddenWithAnotherOne() {
    Suppression table = of(List.of(ENDED), new long[][] {{40, 3, 12, 20}});
    assertThat(table.hides(ENDED, 1)).isTrue();
    assertThat(table.hides(ENDED, 2)).as("the smallest of the others").isTrue();
    assertThat(table.hides(ENDED, 0)).isFalse();
    assertThat(table.hides(ENDED, 3)).isFalse();
  }

  @Test
  void noneIsHiddenLikeAFewAndWhereNothingIsSmallNothingIs() {
    Suppression table = of(List.of(ENDED), new long[][] {{40, 0, 3, 20}});
    assertThat(table.hides(ENDED, 1)).isTrue();
    assertThat(table.hides(ENDED, 0)).isFalse();
    Suppression large = of(List.of(ENDED), new long[][] {{40, 5, 30, 20}});
    for (int line = 0; line < 4; line++) {
      assertThat(large.hides(ENDED, line)).isFalse();
    }
  }

  @Test
  void partsAreHiddenTogetherAndWhatTheyArePartsOfStaysWhereItCan() {
    List<IndicatorDefinition> family = List.of(ENDED, AGREED, NOT);
    Suppression table =
        of(family, new long[][] {{40, 30, 50, 60}, {37, 20, 40, 30}, {3, 10, 10, 30}});
    assertThat(table.hides(AGREED, 0)).isTrue();
    assertThat(table.hides(NOT, 0)).isTrue();
    assertThat(table.hides(ENDED, 0)).isFalse();
  }

  /// Each small cell of 600 tables could be none, or more than 4.
  @Test
  void aSolverFindsNoSmallCell() {
    List<List<IndicatorDefinition>> families =
        List.of(
            List.of(ENDED),
            List.of(ENDED, AGREED),
            List.of(ENDED, AGREED, NOT),
            List.of(ENDED, AGREED, USEFUL));
    int small = 0;
    int shown = 0;
    for (int seed = 0; seed < 600; seed++) {
      var random = new Random(seed);
      List<IndicatorDefinition> family = families.get(random.nextInt(families.size()));
      boolean whole = random.nextBoolean();
      long[][] counts = table(random, family, whole);
      Suppression table = of(family, counts);
      boolean noRest = whole && family.contains(NOT);
      for (int i = 0; i < family.size(); i++) {
        for (int line = 0; line < counts[0].length; line++) {
          boolean hidden = table.hides(family.get(i), line);
          shown += hidden ? 0 : 1;
          assertThat(hidden || counts[i][line] > 4).as("seed %d", seed).isTrue();
          if (Suppression.isSmall(counts[i][line])) {
            small++;
            var solver = new Solver(family, table, counts, noRest);
            assertThat(solver.fits(i, line, 0) || solver.fits(i, line, 5))
                .as(
                    "seed %d: %s in line %d of %s",
                    seed, family.get(i).code(), line, Arrays.deepToString(counts))
                .isTrue();
          }
        }
      }
    }
    assertThat(small).as("small cells that were there to be found").isGreaterThan(600);
    assertThat(shown).as("cells that are told").isGreaterThan(300);
  }

  private static long[][] table(Random random, List<IndicatorDefinition> family, boolean whole) {
    int lines = 3 + random.nextInt(2);
    int most = List.of(4, 7, 10).get(random.nextInt(3));
    long[][] counts = new long[family.size()][lines];
    for (int line = 0; line < lines; line++) {
      long ended = random.nextInt(3) == 0 ? random.nextInt(4) : random.nextInt(most + 1);
      long agreed = ended == 0 ? 0 : random.nextInt((int) ended + 1);
      for (int i = 0; i < family.size(); i++) {
        counts[i][line] =
            switch (family.get(i).code()) {
              case "ENDED" -> ended;
              case "AGREED" -> agreed;
              case "NOT" -> whole ? ended - agreed : random.nextInt((int) (ended - agreed) + 1);
              default -> agreed == 0 ? 0 : random.nextInt((int) agreed + 1);
            };
      }
    }
    return counts;
  }

  /// Line after line every vector of the family is tried that fits what is told of the line, the
  /// nearest to the real one first; which sums are left for the lines that follow is all that they
  /// need to know of those before.
  private static final class Solver {
    private final List<IndicatorDefinition> family;
    private final long[][] counts;
    private final boolean noRest;
    private final Suppression table;
    private final int lines;
    private final long[] sums;

    Solver(List<IndicatorDefinition> family, Suppression table, long[][] counts, boolean noRest) {
      this.family = family;
      this.table = table;
      this.counts = counts;
      this.noRest = noRest;
      this.lines = counts[0].length;
      this.sums = Arrays.stream(counts).mapToLong(each -> Arrays.stream(each).sum()).toArray();
    }

    /// Whether a cell can be so much.
    boolean fits(int indicator, int line, long value) {
      return fits(0, sums.clone(), indicator, line, value, new HashSet<>());
    }

    private boolean fits(
        int at, long[] left, int indicator, int line, long value, Set<String> failed) {
      if (at == lines) {
        return Arrays.stream(left).allMatch(each -> each == 0);
      }
      String key = at + Arrays.toString(left);
      if (failed.contains(key)) {
        return false;
      }
      for (long[] vector : vectors(at, left)) {
        if (at == line && vector[indicator] != value) {
          continue;
        }
        long[] rest = left.clone();
        for (int i = 0; i < rest.length; i++) {
          rest[i] -= vector[i];
        }
        if (fits(at + 1, rest, indicator, line, value, failed)) {
          return true;
        }
      }
      failed.add(key);
      return false;
    }

    /// What the family could be in a line.
    private List<long[]> vectors(int line, long[] left) {
      List<long[]> found = new ArrayList<>();
      fill(new long[family.size()], 0, line, left, found);
      found.sort(Comparator.comparingLong(vector -> distance(vector, line)));
      return found;
    }

    private long distance(long[] vector, int line) {
      long distance = 0;
      for (int i = 0; i < vector.length; i++) {
        distance += Math.abs(vector[i] - counts[i][line]);
      }
      return distance;
    }

    private void fill(long[] vector, int i, int line, long[] left, List<long[]> found) {
      if (i == vector.length) {
        if (holds(vector)) {
          found.add(vector.clone());
        }
        return;
      }
      boolean hidden = table.hides(family.get(i), line);
      long from = hidden ? 0 : counts[i][line];
      int parent = parent(i);
      long most = parent < 0 ? left[i] : Math.min(left[i], vector[parent]);
      long to = hidden ? most : counts[i][line];
      for (long each = from; each <= to && each <= left[i]; each++) {
        vector[i] = each;
        fill(vector, i + 1, line, left, found);
      }
    }

    private int parent(int indicator) {
      for (int i = 0; i < family.size(); i++) {
        if (family.get(i).code().equals(family.get(indicator).of())) {
          return i;
        }
      }
      return -1;
    }

    private boolean holds(long[] vector) {
      for (int i = 0; i < vector.length; i++) {
        String of = family.get(i).of();
        long parts = 0;
        for (int part = 0; part < vector.length; part++) {
          parts += family.get(i).code().equals(family.get(part).of()) ? vector[part] : 0;
        }
        if (parts > vector[i]) {
          return false;
        }
        if (noRest && of == null && parts != vector[i]) {
          return false;
        }
      }
      return true;
    }
  }
}
