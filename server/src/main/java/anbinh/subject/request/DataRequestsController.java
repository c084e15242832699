package anbinh.subject.request;

import anbinh.audit.Event;
import anbinh.audit.event.AuditLog;
import anbinh.identity.AreaTree;
import anbinh.identity.Person;
import anbinh.identity.PersonName;
import anbinh.identity.Role;
import anbinh.identity.people.People;
import anbinh.identity.session.Access;
import anbinh.platform.Ids;
import anbinh.platform.Inbound;
import anbinh.platform.Page;
import anbinh.platform.PageRequest;
import anbinh.platform.Problem;
import anbinh.platform.WrittenText;
import anbinh.subject.SubjectProblem;
import anbinh.subject.request.DataRequestTable.After;
import anbinh.subject.request.DataRequestTable.Term;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// `/api/data-requests`: administrators of the area work on them; auditors see the clocks and not
/// who asked. A list names nobody; who asked is read one request at a time.
@RestController
@RequestMapping("/api/data-requests")
class DataRequestsController {
  private static final int MIN_REASON = 10;
  private static final int MAX_REASON = 2000;
  private static final int MAX_EXTENSION = 15;

  private final DataRequestTable table;
  private final DataRequests requests;
  private final Access access;
  private final AreaTree areas;
  private final People people;
  private final AuditLog log;

  DataRequestsController(
      DataRequestTable table,
      DataRequests requests,
      Access access,
      AreaTree areas,
      People people,
      AuditLog log) {
    this.table = table;
    this.requests = requests;
    this.access = access;
    this.areas = areas;
    this.people = people;
    this.log = log;
  }

  /// Which requests a list has.
  enum Openness {
    OPEN,
    ENDED
  }

  record Extension(
      @NotNull @Min(1) @Max(MAX_EXTENSION) Integer days,
      @NotBlank @Size(min = MIN_REASON, max = MAX_REASON) String reason) {
    @Override
    public String toString() {
      return "Extension[days=" + days + "]";
    }
  }

  /// @param article of the law by which it is not granted
  record NewOutcome(
      @NotNull Outcome outcome,
      @NotBlank @Size(min = MIN_REASON, max = MAX_REASON) String reason,
      @Nullable @Size(max = 200) String article) {
    @Override
    public String toString() {
      return "NewOutcome[outcome=" + outcome + "]";
    }
  }

  @GetMapping
  Page<DataRequestView> list(
      @RequestParam(defaultValue = "OPEN") Openness state, PageRequest page) {
    Person reader = access.require(Role.ADMINISTRATOR, Role.AUDITOR);
    Collection<UUID> within = areas(reader);
    Page<DataRequest> cut =
        switch (state) {
          case OPEN ->
              Page.read(
                  page,
                  each -> List.of(each.dueOn().toString(), each.id().toString()),
                  rows -> table.listOpen(within, after(page), rows));
          case ENDED ->
              Page.read(
                  page,
                  Page.byId(DataRequest::id),
                  rows -> table.listEnded(within, page.after(), rows));
        };
    log.record(Event.of(SubjectEvent.LISTED).by(reader.actor()).fact("count", cut.items().size()));
    return cut.with(views(cut.items()));
  }

  @GetMapping("/figures")
  DataRequestTable.Figures figures() {
    Person reader = access.require(Role.ADMINISTRATOR, Role.AUDITOR);
    return table.figures(areas(reader), requests.today());
  }

  /// Within how many days each kind is to be completed, and what says so.
  @GetMapping("/terms")
  Page<Term> terms() {
    access.require(Role.ADMINISTRATOR, Role.AUDITOR);
    return Page.all(table.terms());
  }

  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  DataRequestView receive(@Valid @RequestBody NewRequest requested) {
    Person by = access.require(requested.areaId(), Role.ADMINISTRATOR);
    if (areas.names(List.of(requested.areaId())).isEmpty()) {
      throw Problem.invalid("areaId", "unknown-area");
    }
    return view(requests.receive(requested, by));
  }

  @GetMapping("/{id}")
  DataRequestView.Details read(@PathVariable UUID id) {
    DataRequests.Opened opened = requests.read(find(id), administrator(id));
    Content content = opened.content();
    return new DataRequestView.Details(
        view(opened.request()),
        content.name(),
        content.contact(),
        content.words(),
        content.place(),
        content.from(),
        content.to(),
        content.camera(),
        content.extension(),
        content.reason(),
        content.article());
  }

  @PostMapping("/{id}/handler")
  DataRequestView takeOver(@PathVariable UUID id) {
    return view(requests.takeOver(id, administrator(id)));
  }

  @PostMapping("/{id}/answer")
  DataRequestView answer(@PathVariable UUID id) {
    return view(requests.answer(id, administrator(id)));
  }

  @PostMapping("/{id}/extension")
  DataRequestView extend(@PathVariable UUID id, @Valid @RequestBody Extension requested) {
    Person by = administrator(id);
    return view(requests.extend(id, requested.days(), reason(requested.reason()), by));
  }

  @PostMapping("/{id}/outcome")
  DataRequestView end(@PathVariable UUID id, @Valid @RequestBody NewOutcome requested) {
    Person by = administrator(id);
    String article = requested.article() == null ? "" : requested.article().strip();
    if (requested.outcome().needsArticle() && article.isEmpty()) {
      throw Problem.invalid("article", "required");
    }
    return view(
        requests.end(
            id,
            requested.outcome(),
            reason(requested.reason()),
            article.isEmpty() ? null : article,
            by));
  }

  private static String reason(String sent) {
    return WrittenText.stripped("reason", sent, MIN_REASON, MAX_REASON);
  }

  private DataRequest find(UUID id) {
    access.require(Role.ADMINISTRATOR);
    return table.find(id).orElseThrow(() -> Problem.of(SubjectProblem.NO_SUCH_DATA_REQUEST));
  }

  /// Requires an administrator of the area in which the request was made.
  private Person administrator(UUID id) {
    return access.require(find(id).areaId(), Role.ADMINISTRATOR);
  }

  /// Of which the reader sees requests; null for everywhere.
  private @Nullable Collection<UUID> areas(Person reader) {
    return access.scope(reader, Role.ADMINISTRATOR, Role.AUDITOR).areas();
  }

  private static @Nullable After after(PageRequest page) {
    LocalDate dueOn = page.key(0, text -> Inbound.date(text).orElseThrow()).orElse(null);
    UUID id = dueOn == null ? null : page.key(1, UUID::fromString).orElse(null);
    return dueOn == null || id == null ? null : new After(dueOn, id);
  }

  private DataRequestView view(DataRequest request) {
    return views(List.of(request)).getFirst();
  }

  private List<DataRequestView> views(List<DataRequest> found) {
    Map<UUID, String> names = people.displayNames(Ids.of(found, DataRequest::handler));
    Map<UUID, String> places = areas.names(Ids.of(found, DataRequest::areaId));
    LocalDate today = requests.today();
    return found.stream()
        .map(each ->
            new DataRequestView(
                each.id(),
                each.code(),
                each.areaId(),
                places.getOrDefault(each.areaId(), ""),
                each.kind(),
                each.channel(),
                each.state(),
                each.receivedAt(),
                PersonName.of(each.handler(), names),
                each.answerBy(),
                each.answeredAt(),
                each.completeBy(),
                each.extendedDays(),
                each.dueOn(),
                each.overdue(today),
                each.endedAt(),
                each.outcome(),
                each.erasedAt()))
        .toList();
  }
}
