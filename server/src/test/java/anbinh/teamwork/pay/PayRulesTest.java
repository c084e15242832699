package anbinh.teamwork.pay;

import static anbinh.identity.session.AccessFixture.COMMUNE;
import static anbinh.identity.session.AccessFixture.NOW;
import static anbinh.identity.session.AccessFixture.VILLAGE;
import static anbinh.identity.session.AccessFixture.person;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import anbinh.areas.unit.FakeAreas;
import anbinh.audit.event.RecordedLog;
import anbinh.identity.Person;
import anbinh.identity.Role;
import anbinh.platform.Ids;
import anbinh.platform.Problem;
import anbinh.platform.ProblemCode;
import anbinh.platform.Site;
import anbinh.platform.SiteClock;
import anbinh.team.Position;
import anbinh.teamwork.TeamWorkEvent;
import anbinh.teamwork.TeamWorkProblem;
import anbinh.teamwork.pay.PayForms.NewPayRule;
import anbinh.teamwork.pay.PayForms.NewVillageType;
import anbinh.teamwork.pay.PayForms.PayRuleEnd;
import anbinh.teamwork.pay.PayRule.Kind;
import anbinh.teamwork.pay.PayRule.Unit;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// Which rules of pay there may be, from when and until when; PayCalculatorTest pays by them.
class PayRulesTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 26);
  private static final LocalDate FIRST = LocalDate.of(2024, 7, 1);

  private final Person administrator = person(1, null, Role.ADMINISTRATOR);
  private final Rows table = new Rows();
  private final RecordedLog log = new RecordedLog();
  private final PayRules rules = rules();

  private static final class Rows extends PayRuleTable {
    private final Map<UUID, PayRule> rows = new LinkedHashMap<>();
    private final List<TypeFrom> types = new ArrayList<>();
    private boolean full;

    @SuppressWarnings("NullAway") // there is no database
    Rows() {
      super(null);
    }

    @Override
    boolean isFull() {
      return full;
    }

    @Override
    Optional<PayRule> findForUpdate(UUID id) {
      return Optional.ofNullable(rows.get(id));
    }

    @Override
    void insert(PayRule rule) {
      rows.put(rule.id(), rule);
    }

    @Override
    void end(UUID id, UUID by, Instant at) {
      set(id, null, null, true);
    }

    @Override
    void end(UUID id, @Nullable LocalDate until, String source, UUID by, Instant at) {
      set(id, until, source, false);
    }

    private void set(UUID id, @Nullable LocalDate until, @Nullable String source, boolean ended) {
      rows.computeIfPresent(
          id,
          (_, there) ->
              new PayRule(
                  id,
                  there.kind(),
                  there.villageType(),
                  there.position(),
                  there.unit(),
                  there.value(),
                  there.from(),
                  until,
                  source,
                  there.source(),
                  there.checked(),
                  there.addedBy(),
                  there.addedAt(),
                  ended));
    }

    @Override
    void insert(TypeFrom type, UUID by) {
      types.add(type);
    }
  }

  private PayRules rules() {
    InstantSource source = InstantSource.fixed(NOW);
    var site = new Site("Đồng Tiến", ZoneId.of("Asia/Ho_Chi_Minh"), true);
    return new PayRules(
        table,
        FakeAreas.withCommunes(),
        new SiteClock(source, site),
        new Ids(source, new Random(1)),
        log);
  }

  private static NewPayRule rule(
      Kind kind, @Nullable Integer type, @Nullable Position position, Unit unit, String value) {
    return new NewPayRule(
        kind, type, position, unit, new BigDecimal(value), FIRST, "Nghị quyết 27", true);
  }

  private static NewPayRule from(LocalDate from) {
    return new NewPayRule(
        Kind.DUTY_HOUR, null, null, Unit.VND, new BigDecimal("30000"), from, "NQ 27", true);
  }

  private static void assertRefused(ProblemCode why, ThrowingCallable tried) {
    assertThat(catchThrowableOfType(Problem.class, tried))
        .isNotNull()
        .extracting(Problem::code)
        .isEqualTo(why);
  }

  private static List<String> wrong(ThrowingCallable tried) {
    return catchThrowableOfType(Problem.class, tried).fields().stream()
        .map(each -> each.field() + " " + each.code())
        .toList();
  }

  private List<String> wrong(NewPayRule requested) {
    return wrong(() -> rules.add(requested, administrator));
  }

  @Test
  void monthlyPayIsOfAPositionInAVillageOfAType() {
    assertThat(wrong(rule(Kind.MONTHLY, null, null, Unit.BASE_SALARIES, "0.7")))
        .containsExactly("villageType required", "position required");
    PayRule added =
        rules.add(rule(Kind.MONTHLY, 1, Position.LEADER, Unit.BASE_SALARIES, "0.7"), administrator);
    assertThat(added.value()).isEqualTo(new BigDecimal("0.7000"));
    assertThat(added.addedBy()).isEqualTo(administrator.id());
    assertThat(log.last(TeamWorkEvent.PAY_RULE_ADDED).facts())
        .containsEntry("value", "0.7000")
        .containsEntry("checked", true);
  }

  @Test
  void whatIsFixedIsInDongAndForAll() {
    for (Kind kind : List.of(Kind.BASE_SALARY, Kind.DUTY_HOUR)) {
      assertThat(wrong(rule(kind, 1, Position.LEADER, Unit.BASE_SALARIES, "1")))
          .as(kind.name())
          .containsExactly(
              "villageType pay-not-of-kind", "position pay-not-of-kind", "unit pay-dong");
    }
    assertThat(wrong(rule(Kind.HEALTH_INSURANCE, 2, null, Unit.VND, "50000")))
        .containsExactly("villageType pay-not-of-kind");
    rules.add(
        rule(Kind.SOCIAL_INSURANCE, null, Position.DEPUTY, Unit.BASE_SALARIES, "0.1"),
        administrator);
  }

  @Test
  void dongAreNotTypedAsBaseSalaries() {
    assertThat(wrong(rule(Kind.MONTHLY, 1, Position.LEADER, Unit.BASE_SALARIES, "20.0001")))
        .containsExactly("value range");
    rules.add(rule(Kind.MONTHLY, 1, Position.LEADER, Unit.BASE_SALARIES, "20"), administrator);
  }

  @Test
  void aRuleBeginsWithTheLawAndNotFarAhead() {
    for (LocalDate day : List.of(FIRST.minusDays(1), TODAY.plusYears(2).plusDays(1))) {
      assertThat(wrong(from(day))).containsExactly("from pay-from");
    }
    rules.add(from(FIRST), administrator);
    rules.add(from(TODAY.plusYears(2)), administrator);
    assertThat(table.rows).hasSize(2);
  }

  @Test
  void aRuleHasASourceAndThereAreNotAnyNumberOfThem() {
    var bare =
        new NewPayRule(Kind.DUTY_HOUR, null, null, Unit.VND, BigDecimal.ONE, FIRST, " ", false);
    assertThat(wrong(bare)).containsExactly("source required");
    table.full = true;
    assertThat(wrong(from(FIRST))).containsExactly("kind pay-rules-full");
  }

  @Test
  void aRuleThatIsTakenBackHoldsOnNoDayAndStaysSo() {
    PayRule rule = rules.add(from(FIRST), administrator);
    rules.end(rule.id(), administrator);
    rules.end(rule.id(), administrator);
    assertThat(log.types())
        .containsExactly(TeamWorkEvent.PAY_RULE_ADDED, TeamWorkEvent.PAY_RULE_ENDED);
    assertRefused(
        TeamWorkProblem.PAY_RULE_OVER,
        () -> rules.endWith(rule.id(), new PayRuleEnd(null, "NQ 30"), administrator));
    assertRefused(TeamWorkProblem.NO_SUCH_PAY_RULE, () -> rules.end(new UUID(0, 9), administrator));
  }

  @Test
  void aRuleEndsOnADayFromItsFirstOnAndMayGoOnAgain() {
    PayRule rule = rules.add(from(FIRST), administrator);
    for (LocalDate day : List.of(FIRST.minusDays(1), TODAY.plusYears(2).plusDays(1))) {
      assertThat(wrong(() -> rules.endWith(rule.id(), new PayRuleEnd(day, "NQ 30"), administrator)))
          .containsExactly("until pay-until");
    }
    assertThat(rules.endWith(rule.id(), new PayRuleEnd(FIRST, " NQ 30 "), administrator))
        .extracting(PayRule::until, PayRule::untilSource)
        .containsExactly(FIRST, "NQ 30");
    assertThat(rules.endWith(rule.id(), new PayRuleEnd(null, "NQ 31"), administrator).until())
        .isNull();
    assertThat(wrong(() -> rules.endWith(rule.id(), new PayRuleEnd(null, " "), administrator)))
        .containsExactly("source required");
  }

  @Test
  void aTypeIsAVillagesAndByAPaper() {
    for (UUID none : List.of(COMMUNE, new UUID(1, 99))) {
      assertThat(
              wrong(
                  () -> rules.set(new NewVillageType(none, FIRST, 1, "12/QĐ-UBND"), administrator)))
          .containsExactly("areaId pay-village");
    }
    assertThat(wrong(() -> rules.set(new NewVillageType(VILLAGE, FIRST, 1, " "), administrator)))
        .containsExactly("paper required");
    rules.set(new NewVillageType(VILLAGE, FIRST, 2, " 12/QĐ-UBND "), administrator);
    assertThat(table.types).extracting(PayRuleTable.TypeFrom::paper).containsExactly("12/QĐ-UBND");
  }
}
