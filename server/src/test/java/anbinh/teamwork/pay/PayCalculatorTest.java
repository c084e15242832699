package anbinh.teamwork.pay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import anbinh.team.Position;
import anbinh.team.ServicePeriods.ServicePeriod;
import anbinh.teamwork.pay.PayCalculator.TypeOn;
import anbinh.teamwork.pay.PayLine.Missing;
import anbinh.teamwork.pay.PayRule.Kind;
import anbinh.teamwork.pay.PayRule.Unit;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PayCalculatorTest {
  private static final UUID TEAM = new UUID(0, 1);
  private static final UUID MEMBER = new UUID(0, 2);
  private static final YearMonth JUNE = YearMonth.of(2026, 6);
  private static final LocalDate EARLY = LocalDate.of(2024, 7, 1);

  private static final PayRule BASE = rule(1, Kind.BASE_SALARY, null, null, Unit.VND, "2340000");
  private static final PayRule LEADER =
      rule(2, Kind.MONTHLY, 1, Position.LEADER, Unit.BASE_SALARIES, "0.7");
  private static final PayRule DEPUTY =
      rule(3, Kind.MONTHLY, 1, Position.DEPUTY, Unit.BASE_SALARIES, "0.65");

  private static PayRule rule(
      int id,
      Kind kind,
      @Nullable Integer type,
      @Nullable Position position,
      Unit unit,
      String value) {
    return new PayRule(
        new UUID(9, id),
        kind,
        type,
        position,
        unit,
        new BigDecimal(value),
        EARLY,
        null,
        null,
        "test",
        true,
        null,
        null,
        false);
  }

  private static PayRule from(PayRule rule, LocalDate day, String value) {
    return new PayRule(
        new UUID(8, rule.id().getLeastSignificantBits()),
        rule.kind(),
        rule.villageType(),
        rule.position(),
        rule.unit(),
        new BigDecimal(value),
        day,
        null,
        null,
        "test",
        true,
        null,
        null,
        false);
  }

  private static ServicePeriod stint(Position position, String from, String until) {
    return new ServicePeriod(MEMBER, TEAM, position, LocalDate.parse(from), LocalDate.parse(until));
  }

  private static List<PayLine> monthly(List<PayRule> rules, ServicePeriod... stints) {
    return new PayCalculator(rules, (_, _) -> new TypeOn(1, null))
        .month(JUNE, List.of(stints), Map.of()).stream()
            .filter(line -> line.kind() == Kind.MONTHLY)
            .toList();
  }

  private static BigDecimal dong(long amount) {
    return BigDecimal.valueOf(amount);
  }

  @Test
  void aWholeMonthIsTheFactorOfTheBaseSalary() {
    List<PayLine> lines =
        monthly(List.of(BASE, LEADER), stint(Position.LEADER, "2025-01-01", "2029-12-31"));
    assertThat(lines).hasSize(1);
    assertThat(lines.getFirst().amount()).isEqualTo(dong(1_638_000));
  }

  @Test
  void aPartOfAMonthIsItsDaysOverTheMonthsRoundedHalfUp() {
    List<PayLine> lines =
        monthly(List.of(BASE, DEPUTY), stint(Position.DEPUTY, "2026-06-24", "2029-12-31"));
    // 1,521,000 × 7 / 30 = 354,900.
    assertThat(lines.getFirst().amount()).isEqualTo(dong(354_900));
    // 1,638,000 × 1 / 30 = 54,600; 1,000,001 / 30 × 15 = 500,000.5.
    PayRule flat = rule(5, Kind.MONTHLY, 1, Position.MEMBER, Unit.VND, "1000001");
    assertThat(
            monthly(List.of(flat), stint(Position.MEMBER, "2026-06-01", "2026-06-15"))
                .getFirst()
                .amount())
        .isEqualTo(dong(500_001));
  }

  @Test
  void whoChangesPositionHasALineForEach() {
    List<PayLine> lines =
        monthly(
            List.of(BASE, LEADER, DEPUTY),
            stint(Position.DEPUTY, "2025-01-01", "2026-06-10"),
            stint(Position.LEADER, "2026-06-11", "2029-12-31"));
    assertThat(lines)
        .extracting(line -> Objects.requireNonNull(line.part()).days())
        .containsExactly(10, 20);
    assertThat(lines).extracting(PayLine::amount).containsExactly(dong(507_000), dong(1_092_000));
  }

  @Test
  void aRuleThatBeginsInTheMonthDividesIt() {
    List<PayLine> lines =
        monthly(
            List.of(BASE, LEADER, from(BASE, LocalDate.of(2026, 6, 16), "2500000")),
            stint(Position.LEADER, "2025-01-01", "2029-12-31"));
    assertThat(lines).extracting(PayLine::amount).containsExactly(dong(819_000), dong(875_000));
  }

  @Test
  void whatIsMissingIsNamedAndHasNoAmount() {
    assertThat(monthly(List.of(LEADER), stint(Position.LEADER, "2025-01-01", "2029-12-31")))
        .extracting(PayLine::missing)
        .containsExactly(Missing.BASE_SALARY);
    assertThat(monthly(List.of(BASE), stint(Position.LEADER, "2025-01-01", "2029-12-31")))
        .allSatisfy(line -> {
          assertThat(line.missing()).isEqualTo(Missing.RULE);
          assertThat(line.amount()).isNull();
        });
    List<PayLine> untyped =
        new PayCalculator(
                List.of(BASE, LEADER), (_, _) -> new TypeOn(null, Missing.VILLAGE_TYPES_DIFFER))
            .month(JUNE, List.of(stint(Position.LEADER, "2025-01-01", "2029-12-31")), Map.of());
    assertThat(untyped.getFirst().missing()).isEqualTo(Missing.VILLAGE_TYPES_DIFFER);
    assertThat(PaySheets.sum(untyped)).isZero();
  }

  @Test
  void hoursOnDutyArePaidByTheMinute() {
    PayRule hour = rule(4, Kind.DUTY_HOUR, null, null, Unit.VND, "20000");
    var calculator = new PayCalculator(List.of(hour), (_, _) -> new TypeOn(1, null));
    List<ServicePeriod> stints = List.of(stint(Position.LEADER, "2025-01-01", "2029-12-31"));
    assertThat(
            calculator.month(
                JUNE, stints, Map.of(MEMBER, Map.of(JUNE.atDay(3), 1_200L, JUNE.atDay(4), 91L))))
        .filteredOn(line -> line.kind() == Kind.DUTY_HOUR)
        .extracting(PayLine::amount)
        .containsExactly(dong(430_333));
    assertThat(calculator.month(JUNE, stints, Map.of()))
        .noneMatch(line -> line.kind() == Kind.DUTY_HOUR);
  }

  @Test
  void hoursOfWhoDoesNotServeInTheMonthAreNamed() {
    PayRule hour = rule(4, Kind.DUTY_HOUR, null, null, Unit.VND, "20000");
    var calculator = new PayCalculator(List.of(hour), (_, _) -> new TypeOn(1, null));
    assertThat(
            calculator.month(
                JUNE,
                List.of(stint(Position.LEADER, "2025-01-01", "2026-05-20")),
                Map.of(MEMBER, Map.of(JUNE.atDay(1), 60L))))
        .singleElement()
        .satisfies(line -> {
          assertThat(line.missing()).isEqualTo(Missing.NOT_SERVING);
          assertThat(line.amount()).isNull();
        });
  }

  @Test
  void hoursAreByTheRuleOfTheirDayAndALineForEachRule() {
    PayRule hour = rule(4, Kind.DUTY_HOUR, null, null, Unit.VND, "20000");
    PayRule later = from(hour, JUNE.atDay(15), "30000");
    Map<UUID, Map<LocalDate, Long>> minutes =
        Map.of(
            MEMBER,
            Map.of(
                JUNE.atDay(14),
                60L,
                JUNE.atDay(15),
                60L,
                JUNE.atDay(20),
                60L,
                JUNE.atDay(29),
                30L));
    List<ServicePeriod> stints = List.of(stint(Position.LEADER, "2025-01-01", "2026-06-25"));
    assertThat(
            new PayCalculator(List.of(hour, later), (_, _) -> new TypeOn(1, null))
                .month(JUNE, stints, minutes))
        .filteredOn(line -> line.kind() == Kind.DUTY_HOUR)
        .extracting(PayLine::minutes, PayLine::amount, PayLine::missing)
        .containsExactly(
            tuple(60L, dong(20_000), null),
            tuple(120L, dong(60_000), null),
            tuple(30L, null, Missing.NOT_SERVING));
    assertThat(
            new PayCalculator(List.of(later), (_, _) -> new TypeOn(1, null))
                .month(JUNE, stints, minutes))
        .filteredOn(line -> line.kind() == Kind.DUTY_HOUR)
        .extracting(PayLine::minutes, PayLine::missing)
        .containsExactly(
            tuple(60L, Missing.RULE), tuple(120L, null), tuple(30L, Missing.NOT_SERVING));
  }

  @Test
  void ofTwoRulesTheLaterOneHoldsAlsoWhereTheOlderOneIsForThePosition() {
    PayRule old = rule(6, Kind.HEALTH_INSURANCE, null, Position.LEADER, Unit.VND, "40000");
    PayRule all =
        from(
            rule(7, Kind.HEALTH_INSURANCE, null, null, Unit.VND, "0"),
            LocalDate.of(2026, 1, 1),
            "60000");
    assertThat(
            PayRule.find(
                List.of(old, all), Kind.HEALTH_INSURANCE, null, Position.LEADER, JUNE.atDay(1)))
        .contains(all);
  }

  @Test
  void nobodyIsPaidForDaysOnWhichTheyDoNotServe() {
    assertThat(monthly(List.of(BASE, LEADER), stint(Position.LEADER, "2026-07-01", "2029-12-31")))
        .isEmpty();
  }

  @Test
  void theLaterRuleHoldsAndOneThatWasTakenBackDoesNot() {
    PayRule later = from(BASE, LocalDate.of(2026, 1, 1), "2500000");
    var ended =
        new PayRule(
            new UUID(7, 1),
            Kind.BASE_SALARY,
            null,
            null,
            Unit.VND,
            new BigDecimal("9"),
            LocalDate.of(2026, 5, 1),
            null,
            null,
            "test",
            true,
            null,
            null,
            true);
    assertThat(
            PayRule.find(List.of(BASE, later, ended), Kind.BASE_SALARY, null, null, JUNE.atDay(1)))
        .contains(later);
    assertThat(PayRule.find(List.of(later), Kind.BASE_SALARY, null, null, EARLY)).isEmpty();
  }

  @Test
  void aRuleThatEndsWithADayGivesWayToWhatHeldBeforeIt() {
    var meanwhile =
        new PayRule(
            new UUID(7, 2),
            Kind.BASE_SALARY,
            null,
            null,
            Unit.VND,
            new BigDecimal("9000000"),
            JUNE.atDay(1),
            JUNE.atDay(10),
            "test",
            "test",
            true,
            null,
            null,
            false);
    List<PayRule> rules = List.of(BASE, LEADER, meanwhile);
    assertThat(PayRule.find(rules, Kind.BASE_SALARY, null, null, JUNE.atDay(10)))
        .contains(meanwhile);
    assertThat(PayRule.find(rules, Kind.BASE_SALARY, null, null, JUNE.atDay(11))).contains(BASE);
    assertThat(PayRule.find(List.of(meanwhile), Kind.BASE_SALARY, null, null, JUNE.atDay(11)))
        .isEmpty();
    assertThat(monthly(rules, stint(Position.LEADER, "2026-01-01", "2029-12-31")))
        .extracting(line -> Objects.requireNonNull(line.part()).days())
        .containsExactly(10, 20);
  }
}
