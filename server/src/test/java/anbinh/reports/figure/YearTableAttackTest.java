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
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/// Somebody keeps all that was ever shown of a year, of all indicators of a family: totals of
/// months, quarters, half-years and the year, communes of quarters, half-years and the year, and
/// the kinds of the year; knows all sums, and which indicators are parts of which with or without a
/// rest; and reckons. Shares are taken of shown numbers, so they tell nothing more.
class YearTableAttackTest {
  private static final int YEAR = 2026;
  private static final List<IndicatorDefinition> FAMILY =
      List.of(
          definition("ENDED"),
          definition("AGREED").partOf("ENDED"),
          definition("NOT").partOf("ENDED"));
  private static final List<String> PARTS = List.of("A", "B", "C");
  private static final int LINES = 4;

  private static IndicatorDefinition definition(String code) {
    return IndicatorDefinition.events(code, IndicatorTopic.CASES, "x").parted().hidingSmall();
  }

  private static UUID line(int number) {
    return new UUID(0, number);
  }

  /// A year of random counts.
  ///
  /// @param whole whether what the parts leave is nothing, and everybody knows it
  private record Year(Counted counted, List<UUID> lines, boolean whole) {
    static Year of(int seed) {
      var random = new Random(seed);
      int most = List.of(1, 2, 6, 15, 40).get(random.nextInt(5));
      int lines = YearTable.MIN_LINES + random.nextInt(LINES);
      boolean whole = random.nextBoolean();
      int seldom = 1 + random.nextInt(4);
      List<IndicatorCount> counts = new ArrayList<>();
      for (int month = 1; month <= 12; month++) {
        for (int line = 0; line < lines; line++) {
          for (String part : PARTS) {
            if (random.nextInt(seldom) == 0) {
              int agreed = random.nextInt(most + 1);
              int not = random.nextInt(3) == 0 ? random.nextInt(most + 1) : 0;
              int rest = !whole && random.nextInt(4) == 0 ? random.nextInt(most + 1) : 0;
              YearMonth of = YearMonth.of(YEAR, month);
              counts.add(new IndicatorCount("ENDED", line(line), part, of, agreed + not + rest));
              counts.add(new IndicatorCount("AGREED", line(line), part, of, agreed));
              counts.add(new IndicatorCount("NOT", line(line), part, of, not));
            }
          }
        }
      }
      var counted = new Counted(YearMonth.of(YEAR, 1), 12);
      counted.addEvents(counts, UnaryOperator.identity());
      List<UUID> all = new ArrayList<>();
      for (int line = 0; line < lines; line++) {
        all.add(line(line));
      }
      return new Year(counted, all, whole);
    }

    YearTable table() {
      return new YearTable(counted, FAMILY, YEAR, LocalDate.of(YEAR + 1, 1, 1), lines);
    }
  }

  private static ReportPeriod period(Kind kind, int number) {
    return new ReportPeriod(kind, YEAR, number);
  }

  /// The attack on one year. A name is an indicator, a quarter and a place: `t` the province, `m1`
  /// a month, `l0` a commune, `A` a kind.
  private static final class Attack {
    private final Year year;
    private final boolean exactly;
    private final TableAttacker by = new TableAttacker();
    private int told;

    /// @param exactly whether the communes that are told are known exactly, and not in tens
    Attack(Year year, boolean exactly) {
      this.year = year;
      this.exactly = exactly;
      for (int quarter = 1; quarter <= 4; quarter++) {
        addQuarter(quarter);
      }
      for (IndicatorDefinition of : FAMILY) {
        for (String part : PARTS) {
          String whole = of.code() + "Y" + part;
          List<String> quarters =
              List.of(1, 2, 3, 4).stream().map(q -> of.code() + q + part).toList();
          by.add(whole, quarters.stream().mapToLong(by::value).sum());
          by.sum(whole, quarters);
        }
      }
    }

    private void addQuarter(int quarter) {
      List<String> places = new ArrayList<>(List.of("t"));
      List<String> lines = new ArrayList<>();
      for (int line = 0; line < year.lines().size(); line++) {
        lines.add("l" + line);
      }
      List<String> months = new ArrayList<>();
      for (int month = quarter * 3 - 2; month <= quarter * 3; month++) {
        months.add("m" + month);
      }
      places.addAll(lines);
      places.addAll(PARTS);
      places.addAll(months);
      for (IndicatorDefinition of : FAMILY) {
        places.forEach(place -> by.add(of.code() + quarter + place, count(of, quarter, place)));
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
        for (List<String> all : List.of(lines, PARTS, months)) {
          by.sum(key + "t", all.stream().map(each -> key + each).toList());
        }
      }
    }

    private long count(IndicatorDefinition of, int quarter, String place) {
      String code = of.code();
      ReportPeriod at = period(Kind.QUARTER, quarter);
      String number = place.substring(1);
      return switch (place.charAt(0)) {
        case 't' -> year.counted().events(code, null, null, at);
        case 'l' -> year.counted().events(code, line(Integer.parseInt(number)), null, at);
        case 'm' ->
            year.counted().events(code, null, null, period(Kind.MONTH, Integer.parseInt(number)));
        default -> year.counted().events(code, null, place, at);
      };
    }

    /// All values that are shown as this one is.
    private void know(String name, ShownFigure shown) {
      long value = by.value(name);
      if (shown.seen() == Seen.YES || (exactly && shown.seen() == Seen.TENS)) {
        by.know(name, value, value);
      } else if (shown.seen() == Seen.TENS) {
        long from = value;
        long to = value;
        while (from > 0 && shown.equals(ShownFigure.tens(from - 1))) {
          from--;
        }
        while (shown.equals(ShownFigure.tens(to + 1))) {
          to++;
        }
        by.know(name, from, to);
      }
      told += shown.value() != null && shown.value() > 0 ? 1 : 0;
    }

    Attack seeAll() {
      YearTable table = year.table();
      for (IndicatorDefinition of : FAMILY) {
        for (int month = 1; month <= 12; month++) {
          know(
              of.code() + ((month + 2) / 3) + "m" + month,
              table.total(of, period(Kind.MONTH, month)));
        }
        for (int quarter = 1; quarter <= 4; quarter++) {
          see(table, of, period(Kind.QUARTER, quarter));
        }
        see(table, of, period(Kind.HALF_YEAR, 1));
        see(table, of, period(Kind.HALF_YEAR, 2));
        see(table, of, period(Kind.YEAR, 1));
        for (String part : PARTS) {
          know(of.code() + "Y" + part, table.part(of, part, period(Kind.YEAR, 1)));
        }
      }
      by.reckon();
      return this;
    }

    private void see(YearTable table, IndicatorDefinition of, ReportPeriod period) {
      know(span(of, "t", period.quarters()), table.total(of, period));
      for (int line = 0; line < year.lines().size(); line++) {
        know(span(of, "l" + line, period.quarters()), table.line(of, line(line), period));
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

    /// What is hidden: communes of a quarter and kinds of the year, and of tens what is left of
    /// them.
    private boolean isCell(String name) {
      boolean rest = name.startsWith("REST");
      return name.matches("[A-Z]+[1-4]l[0-9]") ? !(rest && exactly) : name.matches("[A-Z]+Y[ABC]");
    }

    List<String> workedOut() {
      return by.workedOut(this::isCell);
    }

    List<String> small() {
      return by.small(this::isCell);
    }
  }

  @Test
  void nothingSmallIsWorkedOutOfWhatReportsShow() {
    int told = 0;
    int small = 0;
    for (int seed = 0; seed < 1_000; seed++) {
      for (boolean exactly : new boolean[] {true, false}) {
        Attack attack = new Attack(Year.of(seed), exactly).seeAll();
        assertThat(attack.workedOut()).as("seed %d, exactly: %s", seed, exactly).isEmpty();
        told += attack.told;
        small += attack.small().size();
      }
    }
    assertThat(told).as("numbers that were there to reckon with").isGreaterThan(30_000);
    assertThat(small).as("small numbers that were there to be found").isGreaterThan(5_000);
  }

  /// Bounds could be crossed by somebody who reckons better; a second table cannot.
  @Test
  void eachSmallNumberIsAnotherOneInATableThatLooksTheSame() {
    int proved = 0;
    for (int seed = 0; seed < 20; seed++) {
      Attack attack = new Attack(Year.of(seed), true).seeAll();
      for (String name : attack.small()) {
        assertThat(attack.by.hasSecond(name)).as("seed " + seed + ": " + name).isTrue();
        proved++;
      }
    }
    assertThat(proved).isGreaterThan(100);
  }
}
