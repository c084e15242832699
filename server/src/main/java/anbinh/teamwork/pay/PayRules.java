package anbinh.teamwork.pay;

import anbinh.areas.Area;
import anbinh.areas.AreaKind;
import anbinh.areas.unit.Areas;
import anbinh.audit.Event;
import anbinh.audit.event.AuditLog;
import anbinh.identity.Person;
import anbinh.platform.FieldProblems;
import anbinh.platform.Ids;
import anbinh.platform.Problem;
import anbinh.platform.SiteClock;
import anbinh.platform.WrittenText;
import anbinh.teamwork.TeamWorkEvent;
import anbinh.teamwork.TeamWorkProblem;
import anbinh.teamwork.pay.PayForms.NewPayRule;
import anbinh.teamwork.pay.PayForms.NewVillageType;
import anbinh.teamwork.pay.PayForms.PayRuleEnd;
import anbinh.teamwork.pay.PayRule.Kind;
import anbinh.teamwork.pay.PayRule.Unit;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Keeps what is paid from when on, and the types of villages; rights are the caller's to check.
/// Safe for many threads.
@Component
class PayRules {
  private static final BigDecimal MAX_SALARIES = new BigDecimal("20");
  private static final int DECIMALS = 4;
  private static final LocalDate FIRST = LocalDate.of(2024, 7, 1);
  private static final int FARTHEST_YEARS = 2;

  private final PayRuleTable table;
  private final Areas areas;
  private final SiteClock clock;
  private final Ids ids;
  private final AuditLog log;

  PayRules(PayRuleTable table, Areas areas, SiteClock clock, Ids ids, AuditLog log) {
    this.table = table;
    this.areas = areas;
    this.clock = clock;
    this.ids = ids;
    this.log = log;
  }

  @Transactional
  public PayRule add(NewPayRule requested, Person by) {
    var problems = new FieldProblems();
    boolean monthly = requested.kind() == Kind.MONTHLY;
    if (monthly && requested.villageType() == null) {
      problems.reject("villageType", "required");
    }
    if (!monthly && requested.villageType() != null) {
      problems.reject("villageType", "pay-not-of-kind");
    }
    if (monthly && requested.position() == null) {
      problems.reject("position", "required");
    }
    boolean fixed = requested.kind() == Kind.BASE_SALARY || requested.kind() == Kind.DUTY_HOUR;
    if (fixed && requested.position() != null) {
      problems.reject("position", "pay-not-of-kind");
    }
    if (fixed && requested.unit() != Unit.VND) {
      problems.reject("unit", "pay-dong");
    }
    BigDecimal value = requested.value();
    if (requested.unit() == Unit.BASE_SALARIES && value.compareTo(MAX_SALARIES) > 0) {
      problems.reject("value", "range", 0, MAX_SALARIES);
    }
    from(requested.from(), problems);
    WrittenText.require("source", requested.source(), problems);
    if (table.isFull()) {
      problems.reject("kind", "pay-rules-full");
    }
    problems.requireNone();
    var rule =
        new PayRule(
            ids.next(),
            requested.kind(),
            requested.villageType(),
            requested.position(),
            requested.unit(),
            value.setScale(DECIMALS, RoundingMode.UNNECESSARY),
            requested.from(),
            null,
            null,
            requested.source().strip(),
            requested.checked(),
            by.id(),
            clock.now(),
            false);
    table.insert(rule);
    log.record(
        Event.of(TeamWorkEvent.PAY_RULE_ADDED)
            .by(by.actor())
            .about("pay-rule", rule.id(), null)
            .fact("rule", rule.kind())
            .fact("value", rule.value().toPlainString())
            .fact("unit", rule.unit())
            .fact("from", rule.from().toString())
            .fact("checked", rule.checked()));
    return rule;
  }

  /// Takes a rule back, so that it holds on no day; what was decided by it stands.
  @Transactional
  public void end(UUID id, Person by) {
    PayRule rule =
        table.findForUpdate(id).orElseThrow(() -> Problem.of(TeamWorkProblem.NO_SUCH_PAY_RULE));
    if (rule.ended()) {
      return;
    }
    table.end(id, by.id(), clock.now());
    log.record(
        Event.of(TeamWorkEvent.PAY_RULE_ENDED)
            .by(by.actor())
            .about("pay-rule", id, null)
            .fact("rule", rule.kind()));
  }

  /// Says with which day a rule ends, or that it goes on; the last that was said counts, and what
  /// was decided by it is made good by later sheets.
  @Transactional
  public PayRule endWith(UUID id, PayRuleEnd requested, Person by) {
    PayRule rule =
        table.findForUpdate(id).orElseThrow(() -> Problem.of(TeamWorkProblem.NO_SUCH_PAY_RULE));
    if (rule.ended()) {
      throw Problem.of(TeamWorkProblem.PAY_RULE_OVER);
    }
    var problems = new FieldProblems();
    LocalDate until = requested.until();
    if (until != null
        && (until.isBefore(rule.from())
            || until.isAfter(clock.today().plusYears(FARTHEST_YEARS)))) {
      problems.reject("until", "pay-until", rule.from());
    }
    WrittenText.require("source", requested.source(), problems);
    problems.requireNone();
    table.end(id, until, requested.source().strip(), by.id(), clock.now());
    Event event =
        Event.of(TeamWorkEvent.PAY_RULE_LIMITED)
            .by(by.actor())
            .about("pay-rule", id, null)
            .fact("rule", rule.kind());
    log.record(until == null ? event : event.fact("until", until.toString()));
    return table.findForUpdate(id).orElseThrow();
  }

  @Transactional
  public void set(NewVillageType requested, Person by) {
    var problems = new FieldProblems();
    boolean village =
        areas
            .find(requested.areaId())
            .map(Area::kind)
            .filter(kind -> kind == AreaKind.RESIDENTIAL_AREA)
            .isPresent();
    if (!village) {
      problems.reject("areaId", "pay-village");
    }
    from(requested.from(), problems);
    WrittenText.require("paper", requested.paper(), problems);
    problems.requireNone();
    table.insert(
        new PayRuleTable.TypeFrom(
            requested.areaId(),
            requested.from(),
            requested.type(),
            requested.paper().strip(),
            clock.now()),
        by.id());
    log.record(
        Event.of(TeamWorkEvent.VILLAGE_TYPE_SET)
            .by(by.actor())
            .about("area", requested.areaId(), null)
            .fact("type", requested.type())
            .fact("from", requested.from().toString())
            .detail("paper", requested.paper().strip()));
  }

  private void from(LocalDate from, FieldProblems problems) {
    if (from.isBefore(FIRST) || from.isAfter(clock.today().plusYears(FARTHEST_YEARS))) {
      problems.reject("from", "pay-from", FIRST);
    }
  }
}
