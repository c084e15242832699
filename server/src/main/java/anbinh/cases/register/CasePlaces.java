package anbinh.cases.register;

import anbinh.audit.Event;
import anbinh.audit.event.AuditLog;
import anbinh.cases.CaseChange;
import anbinh.cases.CaseChanges;
import anbinh.cases.CaseFile;
import anbinh.cases.CaseProblem;
import anbinh.cases.Point;
import anbinh.cases.Protection;
import anbinh.cases.form.PointBody;
import anbinh.cases.incident.Incidents;
import anbinh.cases.store.CaseEvent;
import anbinh.cases.store.CaseTable;
import anbinh.identity.Person;
import anbinh.platform.Ids;
import anbinh.platform.Problem;
import anbinh.platform.SiteClock;
import anbinh.platform.WrittenText;
import java.time.Instant;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Says where cases happened; rights are the caller's to check.
///
/// A case of a child or of domestic violence has no place but its commune. When it becomes one, the
/// place is erased here and in the details of the log, that of its incidents as well.
@Component
class CasePlaces {
  private final CaseTable table;
  private final CaseChanges changes;
  private final Incidents incidents;
  private final Ids ids;
  private final SiteClock clock;
  private final AuditLog log;

  CasePlaces(
      CaseTable table,
      CaseChanges changes,
      Incidents incidents,
      Ids ids,
      SiteClock clock,
      AuditLog log) {
    this.table = table;
    this.changes = changes;
    this.incidents = incidents;
    this.ids = ids;
    this.clock = clock;
    this.log = log;
  }

  @Transactional
  CaseFile move(UUID id, NewPlace requested, String reason, Person by) {
    CaseFile file = lockForUpdate(id);
    if (!file.open()) {
      throw Problem.of(CaseProblem.CASE_CLOSED, file.code());
    }
    if (file.isProtected()) {
      throw Problem.of(CaseProblem.CASE_PROTECTED, file.code());
    }
    String place = WrittenText.orNull(requested.place());
    CaseFile moved = file.at(PointBody.point(requested.point()), place, Protection.NONE);
    table.updatePlace(moved);
    Instant now = clock.now();
    UUID event = log.record(placed(moved, by).fact("at", now).detail("reason", reason));
    note(moved, CaseChange.What.PLACE, now, reason, by, event);
    return moved;
  }

  /// Also for closed cases: that a child is concerned may become known late.
  @Transactional
  CaseFile protect(UUID id, Protection protection, String reason, Person by) {
    CaseFile file = lockForUpdate(id);
    boolean hides = protection != Protection.NONE;
    CaseFile kept = file.at(hides ? null : file.point(), hides ? null : file.place(), protection);
    table.updatePlace(kept);
    if (hides) {
      log.eraseDetails(CaseEvent.PLACED, id.toString());
      incidents.erasePlaces(id);
    }
    Instant now = clock.now();
    UUID event =
        log.record(
            Event.of(CaseEvent.CHANGED)
                .by(by.actor())
                .about("case", id, file.code())
                .fact("at", now)
                .detail("protection", protection)
                .detail("reason", reason));
    note(kept, CaseChange.What.PROTECTION, now, reason, by, event);
    return kept;
  }

  /// Records where a case is said to have happened when it is opened.
  void recordPlace(CaseFile file, Person by) {
    log.record(placed(file, by));
  }

  /// All of the place is in the details, which are erased when the case becomes a protected one.
  private static Event placed(CaseFile file, Person by) {
    Event event = Event.of(CaseEvent.PLACED).by(by.actor()).about("case", file.id(), file.code());
    Point point = file.point();
    if (point != null) {
      event = event.detail("latitude", point.latitude()).detail("longitude", point.longitude());
    }
    return file.place() == null ? event : event.detail("place", file.place());
  }

  private CaseFile lockForUpdate(UUID id) {
    return table.findForUpdate(id).orElseThrow(() -> Problem.of(CaseProblem.NO_SUCH_CASE));
  }

  private void note(
      CaseFile file, CaseChange.What what, Instant at, String reason, Person by, UUID event) {
    changes.add(new CaseChange(ids.next(), file.id(), null, what, at, by.id(), reason, event));
  }
}
