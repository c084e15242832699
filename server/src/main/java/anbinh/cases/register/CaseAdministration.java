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
import anbinh.platform.FieldProblem;
import anbinh.platform.Ids;
import anbinh.platform.Problem;
import anbinh.platform.ShortCodes;
import anbinh.platform.SiteClock;
import anbinh.platform.WrittenText;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
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
  CaseFile open(NewCase wanted, Person by) {
    Instant now = clock.now();
    check(wanted, now);
    var opened =
        new CaseFile(
            ids.next(),
            codes.nextOfYear(CODE_PREFIX),
            wanted.title().strip(),
            wanted.type(),
            wanted.occurredFrom().truncatedTo(ChronoUnit.MICROS),
            wanted.occurredTo() == null ? null : wanted.occurredTo().truncatedTo(ChronoUnit.MICROS),
            wanted.areaId(),
            WrittenText.orNull(wanted.place()),
            PointBody.point(wanted.point()),
            wanted.protectedBy(),
            WrittenText.orNull(wanted.description()),
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
  CaseFile close(UUID id, NewOutcome wanted, Person by) {
    if (!wanted.clarified() && !wanted.by().isEmpty()) {
      throw Problem.invalid("clarifiedBy", "not-clarified");
    }
    CaseFile held = table.findForUpdate(id).orElseThrow(() -> Problem.of(CaseProblem.NO_SUCH_CASE));
    if (!held.open()) {
      throw Problem.of(CaseProblem.CASE_CLOSED, held.code());
    }
    List<String> pending =
        table.listRequests(List.of(id)).getOrDefault(id, List.of()).stream()
            .filter(LinkedRequest::pending)
            .map(LinkedRequest::code)
            .toList();
    if (!pending.isEmpty()) {
      throw Problem.of(CaseProblem.REQUESTS_PENDING, String.join(", ", pending));
    }
    String note = wanted.note() == null ? "" : wanted.note().strip();
    Instant now = clock.now();
    table.close(id, new CaseFile.Outcome(wanted.clarified(), wanted.by(), note, by.id(), now));
    log.record(
        Event.of(CaseEvent.CLOSED)
            .by(by.actor())
            .about("case", id, held.code())
            .fact("clarified", wanted.clarified())
            .fact("by", wanted.by().stream().sorted().toList())
            .fact("at", now)
            .detail("note", note));
    return table.find(id).orElseThrow();
  }

  private void check(NewCase wanted, Instant now) {
    List<FieldProblem> problems = new ArrayList<>();
    Instant latest = now.plus(CLOCK_TOLERANCE);
    LocalDate today = clock.dayOf(now);
    if (types.find(wanted.type()).filter(type -> type.validOn(today)).isEmpty()) {
      problems.add(new FieldProblem("type", "case-type"));
    }
    if (wanted.occurredFrom().isAfter(latest)) {
      problems.add(new FieldProblem("occurredFrom", "past-or-present"));
    }
    Instant to = wanted.occurredTo();
    if (to != null && to.isBefore(wanted.occurredFrom())) {
      problems.add(new FieldProblem("occurredTo", "after-from"));
    } else if (to != null && to.isAfter(latest)) {
      problems.add(new FieldProblem("occurredTo", "past-or-present"));
    }
    if (wanted.protectedBy() != Protection.NONE) {
      if (WrittenText.orNull(wanted.place()) != null) {
        problems.add(new FieldProblem("place", "protected"));
      }
      if (wanted.point() != null) {
        problems.add(new FieldProblem("point", "protected"));
      }
    }
    if (areas.findPresent(wanted.areaId()).isEmpty()) {
      problems.add(new FieldProblem("areaId", "unknown"));
    }
    if (!problems.isEmpty()) {
      throw Problem.invalid(problems);
    }
  }
}
