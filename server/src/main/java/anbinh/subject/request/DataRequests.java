package anbinh.subject.request;

import anbinh.audit.Event;
import anbinh.audit.event.AuditLog;
import anbinh.identity.Person;
import anbinh.platform.FieldProblems;
import anbinh.platform.Ids;
import anbinh.platform.Problem;
import anbinh.platform.SiteClock;
import anbinh.platform.sql.ShortCodes;
import anbinh.seal.tree.Hash;
import anbinh.subject.SubjectProblem;
import anbinh.subject.calendar.SpecialDay;
import anbinh.subject.calendar.SpecialDayTable;
import anbinh.subject.calendar.WorkingDays;
import anbinh.subject.request.DataRequest.State;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Takes requests down, keeps their clocks, ends them, and erases who asked some time later; rights
/// are the caller's to check. No entry of the log says who. Safe for many threads.
@Component
class DataRequests {
  private static final String CODE_PREFIX = "DSR";

  /// What is older is a slip of the pen.
  private static final Duration MAX_AGO = Duration.ofDays(366);

  private final DataRequestTable table;
  private final SpecialDayTable days;
  private final SubjectSettings settings;
  private final ShortCodes codes;
  private final Ids ids;
  private final SiteClock clock;
  private final AuditLog log;

  DataRequests(
      DataRequestTable table,
      SpecialDayTable days,
      SubjectSettings settings,
      ShortCodes codes,
      Ids ids,
      SiteClock clock,
      AuditLog log) {
    this.table = table;
    this.days = days;
    this.settings = settings;
    this.codes = codes;
    this.ids = ids;
    this.clock = clock;
    this.log = log;
  }

  LocalDate today() {
    return day(clock.now());
  }

  @Transactional
  DataRequest receive(NewRequest requested, Person by) {
    check(requested);
    int term =
        table.terms().stream()
            .filter(each -> each.kind() == requested.kind())
            .findFirst()
            .orElseThrow()
            .days();
    WorkingDays working = workingDays();
    LocalDate received = day(requested.receivedAt());
    UUID id = ids.next();
    var request =
        new DataRequest(
            id,
            codes.nextOfYear(CODE_PREFIX),
            requested.areaId(),
            requested.kind(),
            requested.channel(),
            requested.receivedAt().truncatedTo(ChronoUnit.MICROS),
            by.id(),
            by.id(),
            term,
            working.afterWorking(received, settings.answerWithin()),
            working.after(received, term),
            null,
            null,
            null,
            null,
            received,
            null);
    table.insert(request, requested.content());
    log.record(
        event(SubjectEvent.RECEIVED, request, by)
            .fact("request", request.kind())
            .fact("channel", request.channel())
            .fact("completeBy", request.completeBy().toString()));
    return get(id);
  }

  /// A request with who made it.
  record Opened(DataRequest request, Content content) {}

  @Transactional
  Opened read(DataRequest request, Person by) {
    Content content = content(request);
    log.record(event(SubjectEvent.READ, request, by));
    return new Opened(request, content);
  }

  /// Has somebody else do it from now on.
  @Transactional
  DataRequest takeOver(UUID id, Person by) {
    DataRequest request = lockForUpdate(id);
    table.updateHandler(id, by.id());
    log.record(event(SubjectEvent.TAKEN_OVER, request, by));
    return get(id);
  }

  /// Notes that they were told that it is being dealt with.
  @Transactional
  DataRequest answer(UUID id, Person by) {
    DataRequest request = lockForUpdate(id);
    if (request.state() == State.ANSWERED) {
      throw Problem.of(SubjectProblem.DATA_REQUEST_ANSWERED, request.code());
    }
    table.answer(id, clock.now());
    log.record(
        event(SubjectEvent.ANSWERED, request, by)
            .fact("late", today().isAfter(request.answerBy())));
    return get(id);
  }

  /// Gives it more time, once.
  @Transactional
  DataRequest extend(UUID id, int moreDays, String reason, Person by) {
    DataRequest request = lockForUpdate(id);
    if (request.extendedDays() != null) {
      throw Problem.of(SubjectProblem.DATA_REQUEST_EXTENDED, request.code());
    }
    table.extend(id, moreDays, content(request).extended(reason));
    count(get(id), workingDays());
    log.record(event(SubjectEvent.EXTENDED, request, by).fact("days", moreDays));
    return get(id);
  }

  /// @param article of the law by which it is not granted; needed where it is not, or not wholly
  @Transactional
  DataRequest end(UUID id, Outcome outcome, String reason, @Nullable String article, Person by) {
    DataRequest request = lockForUpdate(id);
    Instant answered = request.answeredAt();
    boolean late =
        today().isAfter(request.completeBy())
            || (answered == null ? today() : day(answered)).isAfter(request.answerBy());
    table.end(id, outcome, clock.now(), content(request).ended(reason, article));
    log.record(event(SubjectEvent.ENDED, request, by).fact("outcome", outcome).fact("late", late));
    return get(id);
  }

  /// Says of a day whether it is worked, and counts all clocks anew.
  @Transactional
  void put(SpecialDay special, Person by) {
    days.put(special);
    countAll();
    log.record(
        Event.of(SubjectEvent.DAY_LISTED)
            .by(by.actor())
            .about("day", special.day(), special.day().toString())
            .fact("working", special.working()));
  }

  @Transactional
  void remove(LocalDate day, Person by) {
    if (!days.remove(day)) {
      throw Problem.of(SubjectProblem.NO_SUCH_DAY);
    }
    countAll();
    log.record(Event.of(SubjectEvent.DAY_REMOVED).by(by.actor()).about("day", day, day.toString()));
  }

  /// Erases who asked and what, of what ended long ago.
  ///
  /// @return how many were erased
  @Transactional
  int eraseOld() {
    List<DataRequest> old = table.listEndedBefore(clock.now().minus(settings.keep()));
    for (DataRequest each : old) {
      byte[] erased = table.findCipher(each.id()).orElseThrow();
      table.erase(each.id(), clock.now());
      log.record(event(SubjectEvent.ERASED, each, null).fact("sha256", Hash.sha256(erased).hex()));
    }
    return old.size();
  }

  private void countAll() {
    WorkingDays working = workingDays();
    table.listOpenForUpdate().forEach(each -> count(each, working));
  }

  private void count(DataRequest request, WorkingDays working) {
    LocalDate received = day(request.receivedAt());
    Integer more = request.extendedDays();
    LocalDate completeBy = working.after(received, request.termDays());
    table.updateDays(
        request.id(),
        working.afterWorking(received, settings.answerWithin()),
        more == null ? completeBy : working.after(completeBy, more));
  }

  private DataRequest get(UUID id) {
    return table.find(id).orElseThrow(() -> Problem.of(SubjectProblem.NO_SUCH_DATA_REQUEST));
  }

  /// Finds one that is still open.
  private DataRequest lockForUpdate(UUID id) {
    DataRequest request =
        table.findForUpdate(id).orElseThrow(() -> Problem.of(SubjectProblem.NO_SUCH_DATA_REQUEST));
    if (request.state() == State.ENDED) {
      throw Problem.of(SubjectProblem.DATA_REQUEST_ENDED, request.code());
    }
    return request;
  }

  private Content content(DataRequest request) {
    return table
        .findContent(request.id())
        .orElseThrow(() -> Problem.of(SubjectProblem.DATA_REQUEST_ERASED, request.code()));
  }

  private void check(NewRequest requested) {
    var problems = new FieldProblems();
    if (requested.receivedAt().isAfter(clock.now())) {
      problems.reject("receivedAt", "past-or-present");
    }
    if (requested.receivedAt().isBefore(clock.now().minus(MAX_AGO))) {
      problems.reject("receivedAt", "received-long-ago", MAX_AGO.toDays());
    }
    Instant from = requested.from();
    Instant to = requested.to();
    if (from != null && to != null && to.isBefore(from)) {
      problems.reject("to", "span");
    }
    problems.requireNone();
  }

  private WorkingDays workingDays() {
    return new WorkingDays(days.list());
  }

  private LocalDate day(Instant at) {
    return clock.dayOf(at);
  }

  private static Event event(SubjectEvent type, DataRequest request, @Nullable Person by) {
    return Event.of(type)
        .by(by == null ? null : by.actor())
        .about("data-request", request.id(), request.code());
  }
}
