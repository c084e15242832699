package anbinh.reports.figure;

import static org.assertj.core.api.Assertions.assertThat;

import anbinh.platform.indicator.IndicatorCount;
import anbinh.platform.indicator.IndicatorDefinition;
import anbinh.platform.indicator.IndicatorTopic;
import anbinh.reports.ReportPeriod;
import anbinh.reports.ReportPeriod.Kind;
import anbinh.reports.figure.ShownFigure.Seen;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class YearTableTest {
  private static final int YEAR = 2026;
  private static final int QUARTERS = 4;
  private static final List<IndicatorDefinition> FAMILY =
      List.of(
          definition("ENDED"),
          definition("AGREED").partOf("ENDED"),
          definition("NOT").partOf("ENDED"));
  private static final List<UUID> LINES =
      List.of(new UUID(0, 1), new UUID(0, 2), new UUID(0, 3), new UUID(0, 4));
  private static final List<String> PARTS = List.of("A", "B", "C");

  private static IndicatorDefinition definition(String code) {
    return IndicatorDefinition.events(code, IndicatorTopic.CASES, "x").parted().hidingSmall();
  }

  private static ReportPeriod quarter(int number) {
    return new ReportPeriod(Kind.QUARTER, YEAR, number);
  }

  private static YearTable table(Counted counted, int over) {
    LocalDate today = quarter(over).last().plusDays(1);
    return new YearTable(counted, FAMILY, YEAR, today);
  }

  private static Counted counted(List<IndicatorCount> counts) {
    var counted = new Counted(YearMonth.of(YEAR, 1), 12);
    counted.addEvents(counts, UnaryOperator.identity());
    return counted;
  }

  private static void add(List<IndicatorCount> to, int line, int month, int agreed, int not) {
    YearMonth at = YearMonth.of(YEAR, month);
    UUID area = LINES.get(line);
    to.add(new IndicatorCount("ENDED", area, "A", at, agreed + not));
    to.add(new IndicatorCount("AGREED", area, "A", at, agreed));
    to.add(new IndicatorCount("NOT", area, "A", at, not));
  }

  @Test
  void aFamilyIsToldTogetherOrNotAtAll() {
    List<IndicatorCount> counts = new ArrayList<>();
    add(counts, 0, 2, 12, 8);
    add(counts, 1, 2, 8, 0);
    YearTable shown = table(counted(counts), 1);
    assertThat(shown.total(FAMILY.get(0), quarter(1))).isEqualTo(ShownFigure.of(28));
    add(counts, 2, 5, 30, 3);
    YearTable hidden = table(counted(counts), 2);
    for (IndicatorDefinition each : FAMILY) {
      assertThat(hidden.total(each, quarter(2))).as(each.code()).isEqualTo(ShownFigure.FEW);
      assertThat(hidden.part(each, "A", quarter(2))).isEqualTo(ShownFigure.FEW);
    }
  }

  @Test
  void communesAreToldInTensAndMonthsNotAtAll() {
    List<IndicatorCount> counts = new ArrayList<>();
    add(counts, 0, 2, 12, 0);
    add(counts, 1, 3, 3, 0);
    YearTable table = table(counted(counts), 1);
    IndicatorDefinition ended = FAMILY.get(0);
    assertThat(table.line(ended, LINES.get(0), quarter(1)))
        .isEqualTo(new ShownFigure(10.0, Seen.TENS));
    assertThat(table.line(ended, LINES.get(1), quarter(1))).isEqualTo(ShownFigure.FEW);
    assertThat(table.line(ended, LINES.get(2), quarter(1))).isEqualTo(ShownFigure.of(0));
    var month = new ReportPeriod(Kind.MONTH, YEAR, 1);
    assertThat(table.total(ended, month)).isEqualTo(ShownFigure.LATER);
    assertThat(table.line(ended, LINES.get(0), month)).isEqualTo(ShownFigure.LATER);
    assertThat(table.total(ended, quarter(2))).as("not over").isEqualTo(ShownFigure.LATER);
  }

  /// Somebody keeps all that was shown at the end of each quarter, has the pages that tell each
  /// commune, part and month in tens, knows all sums, and reckons with the whole family.
  @Test
  void whatIsExactTellsNoSmallCountOfACommuneAPartOrAMonth() {
    int told = 0;
    for (int seed = 0; seed < 1_500; seed++) {
      var random = new Random(seed);
      int most = List.of(2, 6, 15, 40).get(random.nextInt(4));
      int lines = 1 + random.nextInt(LINES.size());
      List<IndicatorCount> counts = new ArrayList<>();
      for (int month = 1; month <= 12; month++) {
        for (int line = 0; line < lines; line++) {
          for (String part : PARTS) {
            if (random.nextInt(3) > 0) {
              count(counts, LINES.get(line), part, month, random, most);
            }
          }
        }
      }
      Counted counted = counted(counts);
      var before = new Attacker(counted, lines);
      before.reckon();
      var after = new Attacker(counted, lines);
      for (int over = 1; over <= QUARTERS; over++) {
        told += after.sees(table(counted, over), over);
      }
      after.reckon();
      assertThat(after.workedOut()).as("seed " + seed).isSubsetOf(before.workedOut());
    }
    assertThat(told).as("exact numbers that were there to reckon with").isGreaterThan(500);
  }

  private static void count(
      List<IndicatorCount> to, UUID line, String part, int month, Random random, int most) {
    YearMonth at = YearMonth.of(YEAR, month);
    int agreed = random.nextInt(most + 1);
    int not = random.nextInt(3) == 0 ? random.nextInt(most + 1) : 0;
    int neither = random.nextInt(4) == 0 ? random.nextInt(most + 1) : 0;
    to.add(new IndicatorCount("ENDED", line, part, at, agreed + not + neither));
    to.add(new IndicatorCount("AGREED", line, part, at, agreed));
    to.add(new IndicatorCount("NOT", line, part, at, not));
  }

  /// Bounds of every count, narrowed by all sums until nothing moves.
  private static final class Attacker {
    private record Sum(String whole, List<String> addends) {}

    private final Map<String, Long> low = new HashMap<>();
    private final Map<String, Long> high = new HashMap<>();
    private final Map<String, Long> real = new HashMap<>();
    private final List<Sum> sums = new ArrayList<>();

    Attacker(Counted counted, int lines) {
      for (int quarter = 1; quarter <= QUARTERS; quarter++) {
        List<String> ofAll = List.of("t", "l0", "l1", "l2", "l3");
        for (IndicatorDefinition of : FAMILY) {
          String key = of.code() + quarter;
          inTens(key + "t", counted.events(of.code(), null, null, quarter(quarter)));
          List<String> byLine = new ArrayList<>();
          for (int line = 0; line < lines; line++) {
            byLine.add(key + "l" + line);
            inTens(
                key + "l" + line,
                counted.events(of.code(), LINES.get(line), null, quarter(quarter)));
          }
          List<String> byPart = new ArrayList<>();
          for (String part : counted.parts(of.code())) {
            byPart.add(key + part);
            inTens(key + part, counted.events(of.code(), null, part, quarter(quarter)));
          }
          List<String> byMonth = new ArrayList<>();
          for (int month = quarter * 3 - 2; month <= quarter * 3; month++) {
            byMonth.add(key + "m" + month);
            inTens(
                key + "m" + month,
                counted.events(of.code(), null, null, new ReportPeriod(Kind.MONTH, YEAR, month)));
          }
          sums.add(new Sum(key + "t", byLine));
          sums.add(new Sum(key + "t", byPart));
          sums.add(new Sum(key + "t", byMonth));
        }
        for (String each : ofAll.subList(0, lines + 1)) {
          String rest = "REST" + quarter + each;
          long left =
              real("ENDED" + quarter + each)
                  - real("AGREED" + quarter + each)
                  - real("NOT" + quarter + each);
          real.put(rest, left);
          low.put(rest, 0L);
          high.put(rest, 100_000L);
          sums.add(
              new Sum(
                  "ENDED" + quarter + each,
                  List.of("AGREED" + quarter + each, "NOT" + quarter + each, rest)));
        }
      }
    }

    private long real(String key) {
      return real.getOrDefault(key, 0L);
    }

    private void inTens(String key, long count) {
      real.put(key, count);
      low.put(key, Suppression.least(count));
      high.put(key, Suppression.most(count));
    }

    int sees(YearTable table, int over) {
      int told = 0;
      for (int quarter = 1; quarter <= over; quarter++) {
        for (IndicatorDefinition of : FAMILY) {
          ShownFigure total = table.total(of, quarter(quarter));
          String key = of.code() + quarter + "t";
          if (total.value() != null && total.value() > 0) {
            assertThat(total.seen()).isEqualTo(Seen.YES);
            assertThat(total.value().longValue()).isEqualTo(real(key));
            low.put(key, real(key));
            high.put(key, real(key));
            told++;
          }
        }
      }
      return told;
    }

    void reckon() {
      boolean changed = true;
      for (int round = 0; changed && round < 100; round++) {
        changed = false;
        for (Sum each : sums) {
          changed |= narrowed(each);
        }
      }
    }

    private boolean narrowed(Sum sum) {
      long least = sum.addends().stream().mapToLong(this::low).sum();
      long most = sum.addends().stream().mapToLong(this::high).sum();
      boolean changed = within(sum.whole(), least, most);
      for (String each : sum.addends()) {
        changed |=
            within(
                each,
                low(sum.whole()) - (most - high(each)),
                high(sum.whole()) - (least - low(each)));
        least = sum.addends().stream().mapToLong(this::low).sum();
        most = sum.addends().stream().mapToLong(this::high).sum();
      }
      return changed;
    }

    private boolean within(String key, long from, long to) {
      boolean changed = from > low(key) || to < high(key);
      low.put(key, Math.max(low(key), from));
      high.put(key, Math.min(high(key), to));
      return changed;
    }

    private long low(String key) {
      return low.getOrDefault(key, 0L);
    }

    private long high(String key) {
      return high.getOrDefault(key, 0L);
    }

    List<String> workedOut() {
      return real.entrySet().stream()
          .filter(each -> Suppression.isSmall(each.getValue()))
          .map(Map.Entry::getKey)
          .filter(key -> low(key) == high(key))
          .toList();
    }
  }
}
