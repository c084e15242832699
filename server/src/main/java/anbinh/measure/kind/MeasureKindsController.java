package anbinh.measure.kind;

import anbinh.identity.Person;
import anbinh.identity.Role;
import anbinh.identity.session.Access;
import anbinh.measure.kind.MeasureRule.Decider;
import anbinh.measure.kind.MeasureRule.Minors;
import anbinh.measure.kind.MeasureRule.Publishing;
import anbinh.measure.kind.MeasureRules.NewMeasureRule;
import anbinh.platform.Page;
import jakarta.validation.Valid;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// `/api/measure-kinds`: what the law says of each kind of measure; an administrator of the whole
/// site adds what changed.
@RestController
@RequestMapping("/api/measure-kinds")
class MeasureKindsController {
  private static final Role[] READERS = {
    Role.COMMUNITY_OFFICER, Role.CHAIR, Role.ADMINISTRATOR, Role.AUDITOR
  };

  private final MeasureRules rules;
  private final MeasureRuleTable table;
  private final Access access;

  MeasureKindsController(MeasureRules rules, MeasureRuleTable table, Access access) {
    this.rules = rules;
    this.table = table;
    this.access = access;
  }

  /// @param longestMonths null where it is as long as the decision says
  /// @param longestMonthsMinor of minors; null where it is as of adults
  /// @param own whether it was added here, and did not come with the program
  record MeasureRuleView(
      UUID id,
      MeasureKind kind,
      LocalDate from,
      String law,
      Decider decidedBy,
      @Nullable Integer longestMonths,
      @Nullable Integer longestMonthsMinor,
      Minors minors,
      Publishing publishing,
      boolean checked,
      boolean own) {}

  /// By kind, the latest first.
  @GetMapping
  Page<MeasureRuleView> list() {
    access.require(READERS);
    return Page.all(table.list().stream().map(MeasureKindsController::view).toList());
  }

  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  MeasureRuleView add(@Valid @RequestBody NewMeasureRule requested) {
    access.require(Role.ADMINISTRATOR);
    Person by = access.require((UUID) null, Role.ADMINISTRATOR);
    return view(rules.add(requested, by));
  }

  private static MeasureRuleView view(MeasureRule rule) {
    return new MeasureRuleView(
        rule.id(),
        rule.kind(),
        rule.from(),
        rule.law(),
        rule.decidedBy(),
        rule.longestMonths(),
        rule.longestMonthsMinor(),
        rule.minors(),
        rule.publishing(),
        rule.checked(),
        rule.addedBy() != null);
  }
}
