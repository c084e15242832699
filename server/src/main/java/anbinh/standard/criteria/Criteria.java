package anbinh.standard.criteria;

import anbinh.audit.Event;
import anbinh.audit.event.AuditLog;
import anbinh.identity.Person;
import anbinh.platform.Ids;
import anbinh.platform.Problem;
import anbinh.platform.SiteClock;
import anbinh.standard.StandardEvent;
import anbinh.standard.StandardProblem;
import anbinh.standard.UnitKind;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The criteria of each kind of unit in each year; a province's are added and ended, which never
/// acts on a year that has begun: what is being assessed stays as it was registered for. Rights are
/// the caller's to check. Safe for many threads.
@Component
public class Criteria {
  private final CriteriaTable table;
  private final Ids ids;
  private final SiteClock clock;
  private final AuditLog log;

  Criteria(CriteriaTable table, Ids ids, SiteClock clock, AuditLog log) {
    this.table = table;
    this.ids = ids;
    this.clock = clock;
    this.log = log;
  }

  public LocalDate today() {
    return clock.today();
  }

  /// What the law says for a year; empty where it says nothing.
  public Optional<StandardVersion> findVersion(UnitKind kind, int year) {
    return Optional.ofNullable(versions(year).get(kind));
  }

  /// The same of all kinds of which it says something.
  public Map<UnitKind, StandardVersion> versions(int year) {
    Map<UnitKind, StandardVersion> versions = new EnumMap<>(UnitKind.class);
    table.versions().stream()
        .filter(version -> version.validIn(year))
        .forEach(version -> versions.putIfAbsent(version.kind(), version));
    return versions;
  }

  /// What has to be met in a year, in the order of the law, a province's own last.
  public List<Criterion> list(UnitKind kind, int year) {
    return table.list(kind, year);
  }

  @Transactional
  public Criterion add(
      UnitKind kind,
      String code,
      AnswerKind answer,
      @Nullable Integer percent,
      String law,
      Criterion.DecisionReason words,
      int from,
      Person by) {
    int next = today().getYear() + 1;
    if (from < next) {
      throw Problem.invalid("fromYear", "standard-year", Integer.toString(next));
    }
    table.lock();
    if (table.list().stream()
        .anyMatch(each -> each.kind() == kind && each.code().equals(code) && staysIn(each, from))) {
      throw Problem.of(StandardProblem.STANDARD_CRITERION_TAKEN, code);
    }
    var added =
        new Criterion(
            ids.next(), kind, code, from, null, answer, percent, law, words, true, List.of());
    table.insert(added, by.id(), clock.now());
    log.record(
        Event.of(StandardEvent.CRITERION_ADDED)
            .by(by.actor())
            .about("standard-criterion", added.id(), code)
            .fact("unitKind", kind)
            .fact("from", from)
            .fact("law", law));
    return added;
  }

  /// Whether it has to be met in a year or any later one, or bears that year as its first.
  private static boolean staysIn(Criterion criterion, int year) {
    Integer to = criterion.to();
    return to == null || to >= year || criterion.from() == year;
  }

  /// Sets the last year of one that a province added.
  @Transactional
  public Criterion end(UUID id, int lastYear, Person by) {
    table.lock();
    Criterion criterion =
        table.findForUpdate(id).orElseThrow(() -> Problem.of(StandardProblem.NO_SUCH_CRITERION));
    if (!criterion.own()) {
      throw Problem.of(StandardProblem.STANDARD_CRITERION_OF_LAW, criterion.code());
    }
    int present = today().getYear();
    Integer to = criterion.to();
    if (to != null && to < present) {
      throw Problem.of(StandardProblem.STANDARD_CRITERION_ENDED, criterion.code());
    }
    if (lastYear < present) {
      throw Problem.invalid("lastYear", "standard-year", Integer.toString(present));
    }
    int last = Math.max(lastYear, criterion.from() - 1);
    table.end(id, last);
    log.record(
        Event.of(StandardEvent.CRITERION_ENDED)
            .by(by.actor())
            .about("standard-criterion", id, criterion.code())
            .fact("to", last));
    return table.findForUpdate(id).orElseThrow();
  }
}
