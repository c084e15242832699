package anbinh.standard.unit;

import anbinh.areas.Area;
import anbinh.areas.unit.Areas;
import anbinh.audit.Event;
import anbinh.audit.event.AuditLog;
import anbinh.identity.Person;
import anbinh.platform.Ids;
import anbinh.platform.Problem;
import anbinh.platform.SiteClock;
import anbinh.standard.StandardEvent;
import anbinh.standard.StandardProblem;
import anbinh.standard.UnitKind;
import anbinh.standard.assessment.Assessment;
import anbinh.standard.assessment.Exemption;
import anbinh.standard.assessment.ExemptionTable;
import anbinh.standard.assessment.StandardTable;
import anbinh.standard.criteria.Criteria;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// States which units the circular does not cover in a year, and takes that back, as long as the
/// year is open and the unit's commune is not decided: its share was counted without them. Rights
/// are the caller's to check. Safe for many threads.
@Component
class UnitExemptions {
  private final ExemptionTable table;
  private final StandardTable assessments;
  private final Criteria criteria;
  private final Areas areas;
  private final Ids ids;
  private final SiteClock clock;
  private final AuditLog log;

  UnitExemptions(
      ExemptionTable table,
      StandardTable assessments,
      Criteria criteria,
      Areas areas,
      Ids ids,
      SiteClock clock,
      AuditLog log) {
    this.table = table;
    this.assessments = assessments;
    this.criteria = criteria;
    this.areas = areas;
    this.ids = ids;
    this.clock = clock;
    this.log = log;
  }

  Exemption get(UUID id) {
    return table.find(id).orElseThrow(() -> Problem.of(StandardProblem.NO_SUCH_EXEMPTION));
  }

  @Transactional
  public void state(Area area, int year, Exemption.Ground ground, String reason, Person by) {
    if (UnitKind.of(area.kind()).filter(UnitKind::mayBeExempt).isEmpty()) {
      throw Problem.invalid("areaId", "standard-never-exempt");
    }
    int present = criteria.today().getYear();
    if (!isOpen(year)) {
      throw Problem.invalid(
          "year", "standard-open-years", Integer.toString(present - 1), Integer.toString(present));
    }
    table.lock(area.id(), year);
    requireUndecided(area, year);
    if (assessments.find(area.id(), year).isPresent()) {
      throw Problem.of(StandardProblem.STANDARD_REGISTERED, area.name(), Integer.toString(year));
    }
    if (table.find(area.id(), year).isPresent()) {
      throw Problem.of(StandardProblem.STANDARD_EXEMPT, area.name(), Integer.toString(year));
    }
    var stated = new Exemption(ids.next(), area.id(), year, ground, reason, by.id(), clock.now());
    table.insert(stated);
    log.record(event(StandardEvent.EXEMPTED, stated, area.code(), by).fact("ground", ground));
  }

  @Transactional
  public void withdraw(Exemption exemption, Area area, String reason, Person by) {
    if (!isOpen(exemption.year())) {
      throw Problem.of(StandardProblem.STANDARD_YEAR_OVER, Integer.toString(exemption.year()));
    }
    requireUndecided(area, exemption.year());
    if (!table.withdraw(exemption.id(), reason, by.id(), clock.now())) {
      throw Problem.of(StandardProblem.NO_SUCH_EXEMPTION);
    }
    log.record(event(StandardEvent.EXEMPTION_WITHDRAWN, exemption, area.code(), by));
  }

  /// As for registering.
  private boolean isOpen(int year) {
    int present = criteria.today().getYear();
    return year == present || year == present - 1;
  }

  /// Holds the commune's own assessment, so that nobody decides it meanwhile.
  private void requireUndecided(Area area, int year) {
    assessments
        .findForUpdate(areas.communeOf(area.id()), year)
        .filter(Assessment::decided)
        .ifPresent(each -> {
          throw Problem.of(StandardProblem.STANDARD_DECIDED, each.code());
        });
  }

  private static Event event(StandardEvent type, Exemption of, String code, Person by) {
    return Event.of(type)
        .by(by.actor())
        .about("standard-exemption", of.id(), code)
        .fact("area", of.areaId())
        .fact("year", of.year());
  }
}
