package anbinh.measure.kind;

import anbinh.audit.Event;
import anbinh.audit.event.AuditLog;
import anbinh.identity.Person;
import anbinh.measure.MeasureEvent;
import anbinh.measure.MeasureSettings;
import anbinh.measure.kind.MeasureRule.Decider;
import anbinh.measure.kind.MeasureRule.Minors;
import anbinh.measure.kind.MeasureRule.Publishing;
import anbinh.platform.FieldProblems;
import anbinh.platform.Ids;
import anbinh.platform.SiteClock;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Adds rules of kinds of measure, which are never changed nor deleted; rights are the caller's to
/// check. Safe for many threads.
@Component
class MeasureRules {
  private static final LocalDate FIRST = LocalDate.of(2012, 1, 1);
  private static final int FARTHEST_YEARS = 2;

  private final MeasureRuleTable table;
  private final MeasureSettings settings;
  private final Ids ids;
  private final SiteClock clock;
  private final AuditLog log;

  MeasureRules(
      MeasureRuleTable table, MeasureSettings settings, Ids ids, SiteClock clock, AuditLog log) {
    this.table = table;
    this.settings = settings;
    this.ids = ids;
    this.clock = clock;
    this.log = log;
  }

  /// @param longestMonths null where it is as long as the decision says
  /// @param longestMonthsMinor of minors; null where it is as of adults
  /// @param checked whether it was compared with the text of the law
  record NewMeasureRule(
      @NotNull MeasureKind kind,
      @NotNull LocalDate from,
      @NotBlank @Size(max = 300) String law,
      @NotNull Decider decidedBy,
      @Nullable @Min(1) @Max(240) Integer longestMonths,
      @Nullable @Min(1) @Max(240) Integer longestMonthsMinor,
      @NotNull Minors minors,
      @NotNull Publishing publishing,
      @NotNull Boolean checked) {}

  @Transactional
  public MeasureRule add(NewMeasureRule requested, Person by) {
    var problems = new FieldProblems();
    LocalDate today = clock.today();
    if (requested.from().isBefore(FIRST)
        || requested.from().isAfter(today.plusYears(FARTHEST_YEARS))) {
      problems.reject("from", "measure-rule-from");
    }
    List<MeasureRule> known = table.list();
    if (known.size() >= MeasureRuleTable.MAX) {
      problems.reject("kind", "measure-rules-full");
    }
    if (requested.minors() == Minors.NONE && requested.longestMonthsMinor() != null) {
      problems.reject("longestMonthsMinor", "measure-rule-minor");
    }
    var rule =
        new MeasureRule(
            ids.next(),
            requested.kind(),
            requested.from(),
            requested.law().strip(),
            requested.decidedBy(),
            requested.longestMonths(),
            requested.longestMonthsMinor(),
            requested.minors(),
            requested.publishing(),
            requested.checked(),
            by.id(),
            clock.now());
    // Nobody is kept by name for longer because somebody thought that they might be.
    if (!rule.checked()
        && rule.isLongerThan(
            MeasureRule.find(known, rule.kind(), rule.from()).orElse(null),
            settings.longestMonths())) {
      problems.reject("checked", "measure-rule-longer");
    }
    problems.requireNone();
    table.insert(rule);
    log.record(
        Event.of(MeasureEvent.RULE_ADDED)
            .by(by.actor())
            .about("measure-rule", rule.id(), null)
            .fact("measure", rule.kind())
            .fact("from", rule.from().toString())
            .fact("checked", rule.checked()));
    return rule;
  }
}
