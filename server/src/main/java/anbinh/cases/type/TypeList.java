package anbinh.cases.type;

import anbinh.audit.Event;
import anbinh.audit.event.AuditLog;
import anbinh.cases.CaseProblem;
import anbinh.cases.CaseType;
import anbinh.identity.Person;
import anbinh.platform.Problem;
import anbinh.platform.SiteClock;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Adds types of case and ends them; rights are the caller's to check. Neither acts on the past: a
/// type begins today or later, and its last day is yesterday or later.
@Component
class TypeList {
  private final TypeTable table;
  private final SiteClock clock;
  private final AuditLog log;

  TypeList(TypeTable table, SiteClock clock, AuditLog log) {
    this.table = table;
    this.clock = clock;
    this.log = log;
  }

  LocalDate today() {
    return clock.today();
  }

  @Transactional
  CaseType add(CaseType requested, Person by) {
    if (requested.from().isBefore(today())) {
      throw Problem.invalid("validFrom", "today-or-later");
    }
    if (table.listForUpdate().stream().anyMatch(type -> type.code().equals(requested.code()))) {
      throw Problem.of(CaseProblem.CASE_TYPE_TAKEN, requested.code());
    }
    table.insert(requested);
    log.record(
        Event.of(TypeEvent.ADDED)
            .by(by.actor())
            .about("case-type", requested.code(), requested.code())
            .fact("from", requested.from().toString())
            .fact("vi", requested.names().vi())
            .fact("en", requested.names().en())
            .fact("ar", requested.names().ar()));
    return requested;
  }

  /// Sets the last day of a type, also another one as long as that has not come.
  @Transactional
  CaseType end(String code, LocalDate to, Person by) {
    List<CaseType> all = table.listForUpdate();
    CaseType current =
        all.stream()
            .filter(type -> type.code().equals(code))
            .findFirst()
            .orElseThrow(() -> Problem.of(CaseProblem.NO_SUCH_CASE_TYPE));
    LocalDate yesterday = today().minusDays(1);
    if (current.to() != null && !current.to().isAfter(yesterday)) {
      throw Problem.of(CaseProblem.CASE_TYPE_ENDED, code);
    }
    if (to.isBefore(yesterday)) {
      throw Problem.invalid("validTo", "yesterday-or-later");
    }
    if (all.stream().noneMatch(type -> !type.code().equals(code) && staysFrom(type, to))) {
      throw Problem.of(CaseProblem.LAST_CASE_TYPE);
    }
    LocalDate last = to.isBefore(current.from()) ? current.from().minusDays(1) : to;
    table.end(code, last);
    log.record(
        Event.of(TypeEvent.ENDED)
            .by(by.actor())
            .about("case-type", code, code)
            .fact("to", last.toString()));
    return table.find(code).orElseThrow();
  }

  /// Whether a type can be chosen on the day after another one's last day, and on all that follow.
  private static boolean staysFrom(CaseType type, LocalDate last) {
    return type.to() == null && !type.from().isAfter(last.plusDays(1));
  }
}
