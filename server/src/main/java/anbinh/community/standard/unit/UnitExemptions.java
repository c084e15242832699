package anbinh.community.standard.unit;

import anbinh.areas.Area;
import anbinh.audit.AuditLog;
import anbinh.audit.Event;
import anbinh.community.standard.StandardEvent;
import anbinh.community.standard.StandardProblem;
import anbinh.community.standard.UnitKind;
import anbinh.community.standard.assessment.Exemption;
import anbinh.community.standard.assessment.ExemptionTable;
import anbinh.community.standard.assessment.StandardTable;
import anbinh.identity.Person;
import anbinh.platform.Ids;
import anbinh.platform.Problem;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// States which units the circular does not cover in a year, and takes that back; rights are the
/// caller's to check. Safe for many threads.
@Component
class UnitExemptions {
  private final ExemptionTable table;
  private final StandardTable assessments;
  private final Ids ids;
  private final InstantSource clock;
  private final AuditLog log;

  UnitExemptions(
      ExemptionTable table, StandardTable assessments, Ids ids, InstantSource clock, AuditLog log) {
    this.table = table;
    this.assessments = assessments;
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
    table.lock(area.id(), year);
    if (assessments.find(area.id(), year).isPresent()) {
      throw Problem.of(StandardProblem.STANDARD_REGISTERED, area.name(), Integer.toString(year));
    }
    if (table.find(area.id(), year).isPresent()) {
      throw Problem.of(StandardProblem.STANDARD_EXEMPT, area.name(), Integer.toString(year));
    }
    var stated = new Exemption(ids.next(), area.id(), year, ground, reason, by.id(), now());
    table.insert(stated);
    log.record(event(StandardEvent.EXEMPTED, stated, area.code(), by).fact("ground", ground));
  }

  @Transactional
  public void withdraw(Exemption held, Area area, String reason, Person by) {
    if (!table.withdraw(held.id(), reason, by.id(), now())) {
      throw Problem.of(StandardProblem.NO_SUCH_EXEMPTION);
    }
    log.record(event(StandardEvent.EXEMPTION_WITHDRAWN, held, area.code(), by));
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }

  private static Event event(StandardEvent type, Exemption of, String code, Person by) {
    return Event.of(type)
        .by(by.actor())
        .about("standard-exemption", of.id(), code)
        .fact("area", of.areaId())
        .fact("year", of.year());
  }
}
