package anbinh.reports.figure;

import static org.assertj.core.api.Assertions.assertThat;

import anbinh.platform.indicator.IndicatorCount;
import anbinh.platform.indicator.IndicatorDefinition;
import anbinh.platform.indicator.IndicatorTopic;
import anbinh.reports.ReportPeriod;
import anbinh.reports.ReportPeriod.Kind;
import anbinh.reports.figure.ShownFigure.Seen;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/// Somebody keeps all that was ever shown of a year, of all indicators of a family: quarters as
/// each came to be over, what the half-years and the year came to by then, communes, kinds and the
/// province; knows all sums, and which indicators are parts of which with or without a rest; and
/// reckons. Shares are taken of shown numbers, so they tell nothing more.
class YearTableAttackTest {
  private static final int YEAR = 2026;
  private static final List<IndicatorDefinition> FAMILY =
      List.of(
          definition("ENDED"),
          definition("AGREED").partOf("ENDED"),
          definition("NOT").partOf("ENDED"));
  private static final List<String> PARTS = List.of("A", "B", "C");
  private static final int LINES = 4;
  private static final int VILLAGES = 2;

  private static IndicatorDefinition definition(String code) {
    return IndicatorDefinition.events(code, IndicatorTopic.CASES, "x").parted().hidingSmall();
  }

  private static UUID line(int number) {
    return new UUID(1, number);
  }

  private static UUID village(int line, int number) {
    return new UUID(line, number);
  }

  /// A year of random counts.
  ///
  /// @param villages the same by village
  /// @param whole whether what the parts leave is nothing, and everybody knows it
  private record Year(Counted counted, Counted villages, int lines, boolean whole) {
    static Year of(int seed) {
      var random = new Random(seed);
      int most = List.of(1, 2, 6, 15, 40).get(random.nextInt(5));
      int lines = 1 + random.nextInt(LINES);
      boolean whole = random.nextBoolean();
      int seldom = 1 + random.nextInt(4);
      List<IndicatorCount> counts = new ArrayList<>();
      for (int month = 1; month <= 12; month++) {
        for (int line = 0; line < lines; line++) {
          for (int village = 0; village < VILLAGES; village++) {
            for (String part : PARTS) {
              if (random.nextInt(seldom) == 0) {
                int agreed = random.nextInt(most + 1);
                int not = random.nextInt(3) == 0 ? random.nextInt(most + 1) : 0;
                int rest = !whole && random.nextInt(4) == 0 ? random.nextInt(most + 1) : 0;
                add(counts, village(line, village), part, month, agreed, not, rest);
              }
            }
          }
        }
      }
      return of(counts, lines, whole);
    }

    static Year of(List<IndicatorCount> counts, int lines, boolean whole) {
      var counted = new Counted(YearMonth.of(YEAR, 1), 12);
      counted.addEvents(counts, id -> line((int) id.getMostSignificantBits()));
      var villages = new Counted(YearMonth.of(YEAR, 1), 12);
      villages.addEvents(counts, UnaryOperator.identity());
      return new Year(counted, villages, lines, whole);
    }

    private static void add(
        List<IndicatorCount> to, UUID at, String part, int month, int agreed, int not, int rest) {
      YearMonth of = YearMonth.of(YEAR, month);
      to.add(new IndicatorCount("ENDED", at, part, of, agreed + not + rest));
      to.add(new IndicatorCount("AGREED", at, part, of, agreed));
      to.add(new IndicatorCount("NOT", at, part, of, not));
    }

    YearTable table(int over) {
      return new YearTable(counted, FAMILY, YEAR, quarter(over).last().plusDays(1));
    }
  }

  private static ReportPeriod quarter(int number) {
    return new ReportPeriod(Kind.QUARTER, YEAR, number);
  }

  private static ReportPeriod month(int number) {
    return new ReportPeriod(Kind.MONTH, YEAR, number);
  }

  /// The attack on one year. A name is an indicator, a quarter and a place: `t` the province, `l0`
  /// a commune, `A` a kind, and of the features' pages `m1` a month and `v00` a village.
  private static final class Attack {
    private final Year year;
    private final TableAttacker by = new TableAttacker();
    private int told;

    /// @param pages whether the features' pages are kept as well, which tell the province,
    ///   communes, villages, kinds and months of each quarter in tens
    Attack(Year year, boolean pages) {
      this.year = year;
      for (int quarter = 1; quarter <= 4; quarter++) {
        addQuarter(quarter, pages);
      }
    }

    private void addQuarter(int quarter, boolean pages) {
      List<String> places = new ArrayList<>(List.of("t"));
      List<String> lines = new ArrayList<>();
      for (int line = 0; line < year.lines(); line++) {
        lines.add("l" + line);
      }
      places.addAll(lines);
      places.addAll(PARTS);
      List<String> months = new ArrayList<>();
      if (pages) {
        for (int month = quarter * 3 - 2; month <= quarter * 3; month++) {
          months.add("m" + month);
        }
        places.addAll(months);
        lines.forEach(line -> places.addAll(villages(line)));
      }
      for (IndicatorDefinition of : FAMILY) {
        String key = of.code() + quarter;
        for (String place : places) {
          by.add(key + place, count(of, quarter, place));
          if (pages || place.startsWith("l")) {
            know(key + place, ShownFigure.tens(by.value(key + place)), false);
          }
        }
      }
      for (String place : places) {
        String rest = "REST" + quarter + place;
        by.add(
            rest,
            by.value("ENDED" + quarter + place)
                - by.value("AGREED" + quarter + place)
                - by.value("NOT" + quarter + place));
        if (year.whole()) {
          by.know(rest, 0, 0);
        }
        by.sum(
            "ENDED" + quarter + place,
            List.of("AGREED" + quarter + place, "NOT" + quarter + place, rest));
      }
      for (String indicator : List.of("ENDED", "AGREED", "NOT", "REST")) {
        String key = indicator + quarter;
        by.sum(key + "t", lines.stream().map(each -> key + each).toList());
        by.sum(key + "t", PARTS.stream().map(each -> key + each).toList());
        if (pages) {
          by.sum(key + "t", months.stream().map(each -> key + each).toList());
          for (String line : lines) {
            by.sum(key + line, villages(line).stream().map(each -> key + each).toList());
          }
        }
      }
    }

    private static List<String> villages(String line) {
      return List.of("v" + line.substring(1) + "0", "v" + line.substring(1) + "1");
    }

    private long count(IndicatorDefinition of, int quarter, String place) {
      String code = of.code();
      return switch (place.charAt(0)) {
        case 't' -> year.counted().events(code, null, null, quarter(quarter));
        case 'l' ->
            year.counted()
                .events(code, line(Integer.parseInt(place.substring(1))), null, quarter(quarter));
        case 'v' ->
            year.villages()
                .events(
                    code,
                    village(place.charAt(1) - '0', place.charAt(2) - '0'),
                    null,
                    quarter(quarter));
        case 'm' ->
            year.counted().events(code, null, null, month(Integer.parseInt(place.substring(1))));
        default -> year.counted().events(code, null, place, quarter(quarter));
      };
    }

    /// All values that are shown as this one is; of longer periods what is hidden may be any.
    private void know(String name, ShownFigure shown, boolean several) {
      if (several && shown.value() == null) {
        return;
      }
      long from = by.value(name);
      long to = from;
      while (from > 0 && shown.equals(show(from - 1, several))) {
        from--;
      }
      while (shown.equals(show(to + 1, several))) {
        to++;
      }
      by.know(name, from, to);
    }

    private static ShownFigure show(long count, boolean several) {
      return several ? ShownFigure.tensOfSeveral(count) : ShownFigure.tens(count);
    }

    /// What is shown when so many quarters are over.
    void see(int over) {
      YearTable table = year.table(over);
      List<ReportPeriod> periods = new ArrayList<>();
      for (int quarter = 1; quarter <= over; quarter++) {
        periods.add(quarter(quarter));
      }
      periods.add(new ReportPeriod(Kind.HALF_YEAR, YEAR, 1));
      if (over > 2) {
        periods.add(new ReportPeriod(Kind.HALF_YEAR, YEAR, 2));
      }
      periods.add(new ReportPeriod(Kind.YEAR, YEAR, 1));
      for (ReportPeriod period : periods) {
        List<Integer> quarters = period.quarters().stream().filter(each -> each <= over).toList();
        for (IndicatorDefinition of : FAMILY) {
          see(table, of, period, quarters);
        }
      }
    }

    private void see(
        YearTable table, IndicatorDefinition of, ReportPeriod period, List<Integer> quarters) {
      boolean several = period.kind() != Kind.QUARTER;
      ShownFigure total = table.total(of, period);
      boolean exact = total.seen() == Seen.YES;
      if (exact) {
        String name = span(of, "t", quarters);
        assertThat(total.value()).isEqualTo((double) by.value(name));
        by.know(name, by.value(name), by.value(name));
        told += by.value(name) > 0 ? 1 : 0;
      }
      for (int line = 0; line < year.lines(); line++) {
        know(span(of, "l" + line, quarters), table.line(of, line(line), period), several);
      }
      for (String part : exact ? PARTS : List.<String>of()) {
        know(span(of, part, quarters), table.part(of, part, period), several);
      }
    }

    /// What some quarters come to.
    private String span(IndicatorDefinition of, String place, List<Integer> quarters) {
      List<String> addends = quarters.stream().map(each -> of.code() + each + place).toList();
      if (addends.size() == 1) {
        return addends.getFirst();
      }
      String name = of.code() + quarters + place;
      if (by.add(name, addends.stream().mapToLong(by::value).sum())) {
        by.sum(name, addends);
      }
      return name;
    }

    Attack seeAll() {
      for (int over = 1; over <= 4; over++) {
        see(over);
      }
      by.reckon();
      return this;
    }

    Attack seeNothing() {
      by.reckon();
      return this;
    }
  }

  @Test
  void nothingSmallIsWorkedOutOfWhatReportsShow() {
    int told = 0;
    int small = 0;
    for (int seed = 0; seed < 1_000; seed++) {
      Attack attack = new Attack(Year.of(seed), false).seeAll();
      assertThat(attack.by.workedOut()).as("seed " + seed).isEmpty();
      told += attack.told;
      small += attack.by.small().size();
    }
    assertThat(told).as("exact numbers that were there to reckon with").isGreaterThan(300);
    assertThat(small).as("small numbers that were there to be found").isGreaterThan(3_000);
  }

  /// Bounds could be crossed by somebody who reckons better; a second table cannot.
  @Test
  void eachSmallNumberIsAnotherOneInATableThatLooksTheSame() {
    int proved = 0;
    for (int seed = 0; seed < 30; seed++) {
      Attack attack = new Attack(Year.of(seed), false).seeAll();
      for (String name : attack.by.small()) {
        assertThat(attack.by.hasSecond(name)).as("seed " + seed + ": " + name).isTrue();
        proved++;
      }
    }
    assertThat(proved).isGreaterThan(100);
  }

  /// A known remainder, in two of a thousand years: villages and months of those pages, narrowed by
  /// exact sums through several indicators.
  @Test
  void beyondTheFeaturesPagesHardlyAnythingIsWorkedOut() {
    int more = 0;
    for (int seed = 0; seed < 500; seed++) {
      Year year = Year.of(seed);
      List<String> before = new Attack(year, true).seeNothing().by.workedOut();
      more +=
          new Attack(year, true)
                  .seeAll().by.workedOut().stream()
                      .anyMatch(each -> !each.contains("[") && !before.contains(each))
              ? 1
              : 0;
    }
    assertThat(more).isLessThanOrEqualTo(3);
  }

  /// Four quarters of 1 and a year of 1 to 4 were four ones.
  @Test
  void aYearDoesNotTellThatEachOfItsQuartersIsOne() {
    List<IndicatorCount> counts = new ArrayList<>();
    for (int month = 1; month <= 12; month += 3) {
      Year.add(counts, village(0, 0), "A", month, 1, 0, 0);
    }
    Attack attack = new Attack(Year.of(counts, 1, false), false).seeAll();
    assertThat(attack.by.small()).contains("ENDED1l0", "AGREED4l0");
    assertThat(attack.by.workedOut()).isEmpty();
  }
}
