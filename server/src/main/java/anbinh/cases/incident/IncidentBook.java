package anbinh.cases.incident;

import anbinh.audit.Event;
import anbinh.audit.event.AuditLog;
import anbinh.cases.CaseChange;
import anbinh.cases.CaseChanges;
import anbinh.cases.CaseFile;
import anbinh.cases.CaseProblem;
import anbinh.cases.Incident;
import anbinh.cases.Point;
import anbinh.cases.form.PointBody;
import anbinh.cases.store.CaseViewLog;
import anbinh.cases.store.Cases;
import anbinh.cases.type.CaseTypes;
import anbinh.identity.Person;
import anbinh.platform.FieldProblems;
import anbinh.platform.Ids;
import anbinh.platform.Problem;
import anbinh.platform.SiteClock;
import anbinh.platform.WrittenText;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Adds incidents to cases, says anew what is known of them, and withdraws those that were entered
/// by mistake; rights are the caller's to check.
@Component
class IncidentBook {
  /// How far a sender's clock may be ahead of ours before "now" counts as the future.
  private static final Duration CLOCK_TOLERANCE = Duration.ofSeconds(5);

  private final IncidentTable table;
  private final Cases cases;
  private final CaseTypes types;
  private final CaseChanges changes;
  private final Ids ids;
  private final SiteClock clock;
  private final AuditLog log;
  private final CaseViewLog looks;

  IncidentBook(
      IncidentTable table,
      Cases cases,
      CaseTypes types,
      CaseChanges changes,
      Ids ids,
      SiteClock clock,
      AuditLog log,
      CaseViewLog looks) {
    this.looks = looks;
    this.table = table;
    this.cases = cases;
    this.types = types;
    this.changes = changes;
    this.ids = ids;
    this.clock = clock;
    this.log = log;
  }

  @Transactional
  Incident add(UUID caseId, NewIncident requested, Person by) {
    CaseFile file = cases.lockOpen(caseId);
    check(requested, file, null);
    UUID id = ids.next();
    boolean places = requested.point() != null || WrittenText.orNull(requested.place()) != null;
    Instant now = clock.now();
    UUID event =
        log.record(described(IncidentEvent.ADDED, file, id, requested, places, by).fact("at", now));
    Incident added = incident(id, caseId, requested, by.id(), now, event);
    table.insert(added);
    if (places) {
      recordPlace(file, added, by);
    }
    return added;
  }

  @Transactional
  Incident correct(UUID caseId, UUID id, NewIncident requested, String reason, Person by) {
    CaseFile file = cases.lockOpen(caseId);
    Incident incident = lockForUpdate(caseId, id);
    check(requested, file, incident.type());
    boolean moves =
        !Objects.equals(incident.place(), WrittenText.orNull(requested.place()))
            || !Objects.equals(incident.point(), PointBody.point(requested.point()));
    Instant now = clock.now();
    UUID event =
        log.record(
            described(IncidentEvent.CORRECTED, file, id, requested, moves, by)
                .fact("at", now)
                .detail("reason", reason));
    Incident corrected =
        incident(id, caseId, requested, incident.addedBy(), incident.addedAt(), incident.eventId());
    table.update(corrected);
    if (moves) {
      recordPlace(file, corrected, by);
    }
    note(corrected, CaseChange.What.INCIDENT_CORRECTED, now, reason, by, event);
    return corrected;
  }

  /// Also in closed cases: that something did not belong there may become known late.
  @Transactional
  void withdraw(CaseFile file, UUID id, String reason, Person by) {
    Incident incident = lockForUpdate(file.id(), id);
    Instant now = clock.now();
    table.withdraw(id, now);
    UUID event =
        log.record(
            about(IncidentEvent.WITHDRAWN, file, by)
                .fact("incident", id)
                .fact("at", now)
                .detail("reason", reason));
    note(incident, CaseChange.What.INCIDENT_WITHDRAWN, now, reason, by, event);
  }

  @Transactional
  List<Incident> list(CaseFile file, Person by) {
    looks.record(file, by);
    return table.list(file.id());
  }

  private Incident lockForUpdate(UUID caseId, UUID id) {
    Incident incident =
        table.findForUpdate(caseId, id).orElseThrow(() -> Problem.of(CaseProblem.NO_SUCH_INCIDENT));
    if (incident.withdrawn()) {
      throw Problem.of(CaseProblem.INCIDENT_WITHDRAWN);
    }
    return incident;
  }

  /// @param keptType the type that it has, which it may keep after the last day of that
  private void check(NewIncident requested, CaseFile file, @Nullable String keptType) {
    var problems = new FieldProblems();
    Instant now = clock.now();
    Instant latest = now.plus(CLOCK_TOLERANCE);
    LocalDate today = clock.dayOf(now);
    String type = WrittenText.orNull(requested.type());
    if (type != null
        && !type.equals(keptType)
        && types.find(type).filter(each -> each.validOn(today)).isEmpty()) {
      problems.reject("type", "case-type");
    }
    if (requested.occurredFrom().isAfter(latest)) {
      problems.reject("occurredFrom", "past-or-present");
    }
    Instant to = requested.occurredTo();
    if (to == null && requested.timing() == Incident.Timing.BETWEEN) {
      problems.reject("occurredTo", "required");
    } else if (to != null && to.isBefore(requested.occurredFrom())) {
      problems.reject("occurredTo", "after-from");
    } else if (to != null && to.isAfter(latest)) {
      problems.reject("occurredTo", "past-or-present");
    }
    if (file.isProtected()) {
      if (WrittenText.orNull(requested.place()) != null) {
        problems.reject("place", "protected");
      }
      if (requested.point() != null) {
        problems.reject("point", "protected");
      }
    }
    problems.requireNone();
  }

  private void recordPlace(CaseFile file, Incident incident, Person by) {
    Event event = about(IncidentEvent.PLACED, file, by).fact("incident", incident.id());
    Point point = incident.point();
    if (point != null) {
      event = event.detail("latitude", point.latitude()).detail("longitude", point.longitude());
    }
    String place = incident.place();
    log.record(place == null ? event : event.detail("place", place));
  }

  private void note(
      Incident incident, CaseChange.What what, Instant at, String reason, Person by, UUID event) {
    changes.add(
        new CaseChange(
            ids.next(), incident.caseId(), incident.id(), what, at, by.id(), reason, event));
  }

  /// @param placed whether an entry with the place follows
  private static Event described(
      IncidentEvent type, CaseFile file, UUID id, NewIncident known, boolean placed, Person by) {
    String kind = WrittenText.orNull(known.type());
    Event event =
        about(type, file, by)
            .fact("incident", id)
            .fact("type", kind == null ? file.type() : kind)
            .fact("timing", known.timing())
            .fact("placed", placed)
            .detail("title", known.title().strip())
            .detail("occurredFrom", known.occurredFrom());
    Instant to = known.occurredTo();
    if (to != null) {
      event = event.detail("occurredTo", to);
    }
    String report = WrittenText.orNull(known.report());
    if (report != null) {
      event = event.detail("report", report);
    }
    String note = WrittenText.orNull(known.note());
    return note == null ? event : event.detail("note", note);
  }

  private static Event about(IncidentEvent type, CaseFile file, Person by) {
    return Event.of(type).by(by.actor()).about("case", file.id(), file.code());
  }

  private static Incident incident(
      UUID id, UUID caseId, NewIncident known, UUID addedBy, Instant addedAt, UUID event) {
    Instant to = known.occurredTo();
    return new Incident(
        id,
        caseId,
        known.title().strip(),
        WrittenText.orNull(known.type()),
        known.timing(),
        known.occurredFrom().truncatedTo(ChronoUnit.MICROS),
        to == null ? null : to.truncatedTo(ChronoUnit.MICROS),
        WrittenText.orNull(known.place()),
        PointBody.point(known.point()),
        WrittenText.orNull(known.report()),
        WrittenText.orNull(known.note()),
        addedBy,
        addedAt,
        event,
        null);
  }
}
