package anbinh.cases.register;

import anbinh.areas.unit.Areas;
import anbinh.audit.Event;
import anbinh.audit.event.AuditLog;
import anbinh.cases.CaseFile;
import anbinh.cases.CaseProblem;
import anbinh.cases.LinkedRequest;
import anbinh.cases.Protection;
import anbinh.cases.form.PointBody;
import anbinh.cases.store.CaseEvent;
import anbinh.cases.store.CaseTable;
import anbinh.cases.store.OfficerTable;
import anbinh.cases.type.CaseTypes;
import anbinh.identity.Person;
import anbinh.platform.FieldProblems;
import anbinh.platform.Ids;
import anbinh.platform.Problem;
import anbinh.platform.SiteClock;
import anbinh.platform.WrittenText;
import anbinh.platform.sql.ShortCodes;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Opens and closes cases; rights are the caller's to check.
@Component
public class CaseAdministration {
  public static final String CODE_PREFIX = "CASE";

  /// How far a sender's clock may be ahead of ours before "now" counts as the future.
  private static final Duration CLOCK_TOLERANCE = Duration.ofSeconds(5);

  private final CaseTable table;
  private final CasePlaces places;
  private final OfficerTable officers;
  private final CaseTypes types;
  private final Areas areas;
  private final ShortCodes codes;
  private final Ids ids;
  private final SiteClock clock;
  private final AuditLog log;

  CaseAdministration(
      CaseTable table,
      CasePlaces places,
      OfficerTable officers,
      CaseTypes types,
      Areas areas,
      ShortCodes codes,
      Ids ids,
      SiteClock clock,
      AuditLog log) {
    this.table = table;
    this.places = places;
    this.officers = officers;
    this.types = types;
    this.areas = areas;
    this.codes = codes;
    this.ids = ids;
    this.clock = clock;
    this.log = log;
  }

  @Transactional
  CaseFile open(NewCase requested, Person by) {
    Instant now = clock.now();
    check(requested, now);
    var opened =
        new CaseFile(
            ids.next(),
            codes.nextOfYear(CODE_PREFIX),
            requested.title().strip(),
            requested.type(),
            requested.occurredFrom().truncatedTo(ChronoUnit.MICROS),
            requested.occurredTo() == null
                ? null
                : requested.occurredTo().truncatedTo(ChronoUnit.MICROS),
            requested.areaId(),
            WrittenText.orNull(requested.place()),
            PointBody.point(requested.point()),
            requested.protectedBy(),
            WrittenText.orNull(requested.description()),
            by.id(),
            now,
            null);
    table.insert(opened);
    officers.putOn(opened.id(), by.id(), now);
    Event event =
        Event.of(CaseEvent.OPENED)
            .by(by.actor())
            .about("case", opened.id(), opened.code())
            .fact("number", opened.code())
            .fact("type", opened.type())
            .fact("area", opened.areaId())
            .fact("placed", opened.point() != null)
            .fact("at", now)
            .detail("title", opened.title())
            .detail("protection", opened.protection())
            .detail("occurredFrom", opened.occurredFrom());
    Instant until = opened.occurredTo();
    if (until != null) {
      event = event.detail("occurredTo", until);
    }
    String description = opened.description();
    log.record(description == null ? event : event.detail("description", description));
    if (opened.point() != null || opened.place() != null) {
      places.recordPlace(opened, by);
    }
    return opened;
  }

  @Transactional
  CaseFile close(UUID id, NewOutcome requested, Person by) {
    if (!requested.clarified() && !requested.by().isEmpty()) {
      throw Problem.invalid("clarifiedBy", "not-clarified");
    }
    CaseFile file = table.findForUpdate(id).orElseThrow(() -> Problem.of(CaseProblem.NO_SUCH_CASE));
    if (!file.open()) {
      throw Problem.of(CaseProblem.CASE_CLOSED, file.code());
    }
    List<String> pending =
        table.listRequests(List.of(id)).getOrDefault(id, List.of()).stream()
            .filter(LinkedRequest::pending)
            .map(LinkedRequest::code)
            .toList();
    if (!pending.isEmpty()) {
      throw Problem.of(CaseProblem.REQUESTS_PENDING, String.join(", ", pending));
    }
    String note = requested.note() == null ? "" : requested.note().strip();
    Instant now = clock.now();
    table.close(
        id, new CaseFile.Outcome(requested.clarified(), requested.by(), note, by.id(), now));
    log.record(
        Event.of(CaseEvent.CLOSED)
            .by(by.actor())
            .about("case", id, file.code())
            .fact("clarified", requested.clarified())
            .fact("by", requested.by().stream().sorted().toList())
            .fact("at", now)
            .detail("note", note));
    return table.find(id).orElseThrow();
  }

  private void check(NewCase requested, Instant now) {
    var problems = new FieldProblems();
    Instant latest = now.plus(CLOCK_TOLERANCE);
    LocalDate today = clock.dayOf(now);
    if (types.find(requested.type()).filter(type -> type.validOn(today)).isEmpty()) {
      problems.reject("type", "case-type");
    }
    if (requested.occurredFrom().isAfter(latest)) {
      problems.reject("occurredFrom", "past-or-present");
    }
    Instant to = requested.occurredTo();
    if (to != null && to.isBefore(requested.occurredFrom())) {
      problems.reject("occurredTo", "after-from");
    } else if (to != null && to.isAfter(latest)) {
      problems.reject("occurredTo", "past-or-present");
    }
    if (requested.protectedBy() != Protection.NONE) {
      if (WrittenText.orNull(requested.place()) != null) {
        problems.reject("place", "protected");
      }
      if (requested.point() != null) {
        problems.reject("point", "protected");
      }
    }
    if (areas.findPresent(requested.areaId()).isEmpty()) {
      problems.reject("areaId", "unknown");
    }
    problems.requireNone();
  }
}
