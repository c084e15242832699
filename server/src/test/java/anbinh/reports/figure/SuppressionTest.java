package anbinh.reports.figure;

import static org.assertj.core.api.Assertions.assertThat;

import anbinh.reports.figure.Suppression.Result;
import anbinh.reports.figure.Suppression.Shown;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SuppressionTest {
  private static final int QUARTERS = 4;

  private static Map<String, List<long[]>> table(long[]... lines) {
    Map<String, List<long[]>> table = new LinkedHashMap<>();
    for (int i = 0; i < lines.length; i++) {
      List<long[]> cells = new ArrayList<>();
      for (long each : lines[i]) {
        cells.add(new long[] {each});
      }
      table.put("L" + i, cells);
    }
    return table;
  }

  @Test
  void showsEverythingWhereNothingIsSmall() {
    Result<String> result =
        Suppression.judge(table(new long[] {5, 0, 9, 40}, new long[] {0, 0, 0, 0}), true);
    assertThat(result.total()).isEqualTo(Shown.ALL);
    assertThat(result.lines()).containsValues(Shown.ALL).doesNotContainValue(Shown.YEAR);
  }

  @Test
  void aSmallQuarterHidesItsLineAndAnotherOneButNotTheirYears() {
    Result<String> result =
        Suppression.judge(
            table(new long[] {9, 9, 9, 9}, new long[] {20, 3, 20, 20}, new long[] {8, 8, 8, 8}),
            true);
    assertThat(result.of("L1")).isEqualTo(Shown.YEAR);
    assertThat(result.of("L0")).as("hidden with it: the first in the order").isEqualTo(Shown.YEAR);
    assertThat(result.of("L2")).isEqualTo(Shown.ALL);
    assertThat(result.total()).isEqualTo(Shown.ALL);
  }

  @Test
  void aSmallYearIsHiddenWithAnotherOne() {
    Result<String> result =
        Suppression.judge(
            table(new long[] {50, 50, 50, 50}, new long[] {1, 0, 0, 2}, new long[] {60, 0, 60, 60}),
            true);
    assertThat(result.of("L1")).isEqualTo(Shown.NONE);
    assertThat(result.of("L0")).isEqualTo(Shown.NONE);
    assertThat(result.of("L2")).isEqualTo(Shown.ALL);
  }

  @Test
  void hidesTheTotalWhereNothingElseIsLeftToHide() {
    Result<String> alone = Suppression.judge(table(new long[] {3, 9, 9, 9}), true);
    assertThat(alone.of("L0")).isEqualTo(Shown.YEAR);
    assertThat(alone.total()).isEqualTo(Shown.YEAR);
    Result<String> five =
        Suppression.judge(
            table(
                new long[] {1, 0, 0, 0},
                new long[] {1, 0, 0, 0},
                new long[] {1, 0, 0, 0},
                new long[] {1, 0, 0, 0},
                new long[] {1, 0, 0, 0}),
            true);
    assertThat(five.total()).as("five lines with five in all have one each").isEqualTo(Shown.NONE);
  }

  @Test
  void whatIsLeftOfAWholeCountsToo() {
    Map<String, List<long[]>> table = new LinkedHashMap<>();
    table.put("nine of ten", quarters(new long[] {9, 1}));
    table.put("all of ten", quarters(new long[] {10, 0}));
    Result<String> result = Suppression.judge(table, true);
    assertThat(result.of("nine of ten")).isNotEqualTo(Shown.ALL);
    assertThat(result.total()).as("one is left of twenty").isNotEqualTo(Shown.ALL);
  }

  private static List<long[]> quarters(long[] cell) {
    return List.of(cell, new long[2], new long[2], new long[2]);
  }

  /// Somebody keeps all that was shown at the end of each quarter, knows all sums, and reckons.
  @Test
  void nothingSmallCanBeWorkedOutFromAllThatWasEverShown() {
    for (int seed = 0; seed < 3_000; seed++) {
      var random = new Random(seed);
      int count = 1 + random.nextInt(7);
      int most = List.of(3, 7, 12, 40).get(random.nextInt(4));
      long[][] cells = new long[count][QUARTERS];
      for (long[] line : cells) {
        for (int quarter = 0; quarter < QUARTERS; quarter++) {
          line[quarter] = random.nextInt(3) == 0 ? 0 : random.nextInt(most + 1);
        }
      }
      var attacker = new Attacker(count);
      for (int over = 1; over <= QUARTERS; over++) {
        attacker.sees(cells, over);
      }
      assertThat(attacker.workedOut(cells)).as("seed " + seed).isEmpty();
    }
  }

  /// Solves what was shown as equations: exactly by elimination, and by bounds, since no count is
  /// negative.
  private static final class Attacker {
    private final int lines;
    private final int unknowns;
    private final List<double[]> equations = new ArrayList<>();

    /// The unknowns are the cells, and the year of each line.
    Attacker(int lines) {
      this.lines = lines;
      this.unknowns = lines * (QUARTERS + 1);
      for (int line = 0; line < lines; line++) {
        double[] equation = new double[unknowns + 1];
        for (int quarter = 0; quarter < QUARTERS; quarter++) {
          equation[cell(line, quarter)] = 1;
        }
        equation[year(line)] = -1;
        equations.add(equation);
      }
    }

    private int cell(int line, int quarter) {
      return line * QUARTERS + quarter;
    }

    private int year(int line) {
      return lines * QUARTERS + line;
    }

    void sees(long[][] cells, int over) {
      Map<Integer, List<long[]>> table = new LinkedHashMap<>();
      for (int line = 0; line < lines; line++) {
        List<long[]> some = new ArrayList<>();
        for (int quarter = 0; quarter < over; quarter++) {
          some.add(new long[] {cells[line][quarter]});
        }
        table.put(line, some);
      }
      Result<Integer> result = Suppression.judge(table, true);
      double[][] total = new double[QUARTERS + 1][unknowns + 1];
      for (int line = 0; line < lines; line++) {
        for (int quarter = 0; quarter < over; quarter++) {
          total[quarter][cell(line, quarter)] = 1;
          total[quarter][unknowns] += cells[line][quarter];
          if (result.of(line) == Shown.ALL) {
            told(cell(line, quarter), cells[line][quarter]);
          }
        }
        long sum = cells[line][0] + cells[line][1] + cells[line][2] + cells[line][3];
        total[QUARTERS][year(line)] = 1;
        total[QUARTERS][unknowns] += sum;
        if (over == QUARTERS && result.of(line) != Shown.NONE) {
          told(year(line), sum);
        }
      }
      for (int quarter = 0; quarter < over && result.total() == Shown.ALL; quarter++) {
        equations.add(total[quarter]);
      }
      if (over == QUARTERS && result.total() != Shown.NONE) {
        equations.add(total[QUARTERS]);
      }
    }

    private void told(int unknown, long value) {
      double[] equation = new double[unknowns + 1];
      equation[unknown] = 1;
      equation[unknowns] = value;
      equations.add(equation);
    }

    List<String> workedOut(long[][] cells) {
      double[] low = new double[unknowns];
      double[] high = new double[unknowns];
      Arrays.fill(high, 10_000);
      List<double[]> known = new ArrayList<>(equations);
      known.addAll(eliminated());
      boolean changed = true;
      for (int round = 0; changed && round < 60; round++) {
        changed = false;
        for (double[] equation : known) {
          changed |= narrowed(equation, low, high);
        }
      }
      List<String> found = new ArrayList<>();
      for (int line = 0; line < lines; line++) {
        long sum = 0;
        for (int quarter = 0; quarter < QUARTERS; quarter++) {
          sum += cells[line][quarter];
          note(found, low, high, cell(line, quarter), cells[line][quarter]);
        }
        note(found, low, high, year(line), sum);
      }
      return found;
    }

    private static void note(
        List<String> found, double[] low, double[] high, int unknown, long value) {
      if (Suppression.isSmall(value) && high[unknown] - low[unknown] < 0.5) {
        found.add(unknown + " = " + value);
      }
    }

    private boolean narrowed(double[] equation, double[] low, double[] high) {
      boolean changed = false;
      for (int one = 0; one < unknowns; one++) {
        double factor = equation[one];
        if (factor == 0) {
          continue;
        }
        double least = equation[unknowns];
        double most = equation[unknowns];
        for (int other = 0; other < unknowns; other++) {
          double by = equation[other];
          if (other != one && by != 0) {
            least -= by * (by > 0 ? high[other] : low[other]);
            most -= by * (by > 0 ? low[other] : high[other]);
          }
        }
        double from = Math.ceil(Math.min(least / factor, most / factor) - 1e-6);
        double to = Math.floor(Math.max(least / factor, most / factor) + 1e-6);
        if (from > low[one]) {
          low[one] = from;
          changed = true;
        }
        if (to < high[one]) {
          high[one] = to;
          changed = true;
        }
      }
      return changed;
    }

    private List<double[]> eliminated() {
      List<double[]> rows = new ArrayList<>();
      equations.forEach(each -> rows.add(each.clone()));
      int done = 0;
      for (int column = 0; column < unknowns && done < rows.size(); column++) {
        int pivot = done;
        for (int row = done + 1; row < rows.size(); row++) {
          if (Math.abs(rows.get(row)[column]) > Math.abs(rows.get(pivot)[column])) {
            pivot = row;
          }
        }
        if (Math.abs(rows.get(pivot)[column]) < 1e-9) {
          continue;
        }
        Collections.swap(rows, done, pivot);
        double[] head = rows.get(done);
        double by = head[column];
        for (int i = 0; i <= unknowns; i++) {
          head[i] /= by;
        }
        for (int row = 0; row < rows.size(); row++) {
          double factor = rows.get(row)[column];
          if (row != done && Math.abs(factor) > 1e-9) {
            for (int i = 0; i <= unknowns; i++) {
              double rest = rows.get(row)[i] - factor * head[i];
              rows.get(row)[i] = Math.abs(rest) < 1e-9 ? 0 : rest;
            }
          }
        }
        done++;
      }
      return rows.subList(0, done);
    }
  }
}
