package anbinh.identity.emergency;

import anbinh.audit.Event;
import anbinh.audit.event.AuditLog;
import anbinh.audit.event.RecordedEvent;
import anbinh.identity.AreaScope;
import anbinh.identity.AreaTree;
import anbinh.identity.EmergencyPurpose;
import anbinh.identity.IdentityProblem;
import anbinh.identity.Person;
import anbinh.identity.PersonName;
import anbinh.identity.Role;
import anbinh.identity.emergency.EmergencyView.Details;
import anbinh.identity.emergency.EmergencyView.LookView;
import anbinh.identity.emergency.EmergencyView.ReviewView;
import anbinh.identity.emergency.EmergencyView.SoughtBy;
import anbinh.identity.people.People;
import anbinh.identity.session.Access;
import anbinh.platform.Ids;
import anbinh.platform.Page;
import anbinh.platform.PageRequest;
import anbinh.platform.Problem;
import anbinh.platform.WrittenReason;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
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

/// `/api/emergency-accesses`: whoever looks at footage, or receives reports of situations, opens
/// and ends their own; auditors, and senior approvers of the area, see and review those of others;
/// who answers for a commune is told who opened its reports.
@RestController
@RequestMapping("/api/emergency-accesses")
class EmergencyController {
  private static final int OWN = 10;

  private final Emergencies emergencies;
  private final EmergencyTable table;
  private final Access access;
  private final People people;
  private final AreaTree areas;
  private final AuditLog log;

  EmergencyController(
      Emergencies emergencies,
      EmergencyTable table,
      Access access,
      People people,
      AreaTree areas,
      AuditLog log) {
    this.emergencies = emergencies;
    this.table = table;
    this.access = access;
    this.people = people;
    this.areas = areas;
    this.log = log;
  }

  /// Which emergency accesses a list has.
  enum Openness {
    WAITING,
    REVIEWED
  }

  /// @param purpose footage where it is not said
  /// @param areaId in which footage may be seen, and in those below it, no whole province; of
  ///   reports a commune
  /// @param reason at least 20 characters that say something
  record NewEmergency(
      @Nullable EmergencyPurpose purpose,
      @NotNull UUID areaId,
      @NotBlank @Size(min = WrittenReason.MIN_LENGTH, max = WrittenReason.MAX_LENGTH)
          String reason) {}

  /// What somebody else says of it.
  record NewReview(
      @NotNull Verdict verdict,
      @NotBlank @Size(min = WrittenReason.MIN_LENGTH, max = WrittenReason.MAX_LENGTH)
          String reason) {}

  /// @param open the one that is open, or null
  /// @param left how many more may be opened at present
  /// @param last the last ten, newest first, with what their review said
  record OwnView(@Nullable EmergencyView open, int left, List<EmergencyView> last) {
    OwnView {
      last = List.copyOf(last);
    }
  }

  @GetMapping("/own")
  OwnView own() {
    return own(requireHolder());
  }

  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  EmergencyView open(@Valid @RequestBody NewEmergency requested) {
    EmergencyPurpose purpose =
        requested.purpose() == null ? EmergencyPurpose.FOOTAGE : requested.purpose();
    Person by = requireOpener(purpose, requested.areaId());
    String reason = WrittenReason.of(requested.reason());
    access.requireConfirmed();
    return view(emergencies.open(purpose, requested.areaId(), reason, by));
  }

  /// Footage is opened by who looks at it in the area; reports of a commune by a community officer
  /// of whatever area, since what cannot wait is where they are not responsible.
  private Person requireOpener(EmergencyPurpose purpose, UUID areaId) {
    boolean footage = purpose == EmergencyPurpose.FOOTAGE;
    Person by =
        footage
            ? access.require(areaId, Role.DUTY_OFFICER, Role.INVESTIGATOR)
            : access.require(Role.COMMUNITY_OFFICER);
    if (areas.names(List.of(areaId)).isEmpty()) {
      throw Problem.invalid("areaId", "no-such-area");
    }
    if (footage ? !areas.isLocal(areaId) : !areas.isCommune(areaId)) {
      throw Problem.invalid("areaId", footage ? "area-too-large" : "area-not-commune");
    }
    return by;
  }

  @PostMapping("/own/end")
  OwnView end() {
    Person by = requireHolder();
    emergencies.end(by);
    return own(by);
  }

  @GetMapping
  Page<EmergencyView> list(@RequestParam Openness state, PageRequest page) {
    Person by = requireReviewer();
    Page<EmergencyAccess> cut =
        Page.read(
            page,
            Page.byId(EmergencyAccess::id),
            rows ->
                table.list(
                    state == Openness.WAITING,
                    people.accountsOf(by.id()),
                    scope(by),
                    page.after(),
                    rows));
    log.record(Event.of(EmergencyEvent.LISTED).by(by.actor()).fact("count", cut.items().size()));
    return cut.with(views(cut.items()));
  }

  /// Who opened the reports of one's communes in an emergency, when and why, newest first.
  @GetMapping("/notices")
  Page<EmergencyView> told(PageRequest page) {
    Person by = access.require(Role.COMMUNITY_OFFICER, Role.CHAIR);
    AreaScope scope = access.scope(by, Role.COMMUNITY_OFFICER, Role.CHAIR);
    UUID after = page.after();
    Page<EmergencyAccess> cut =
        Page.read(
            page,
            Page.byId(EmergencyAccess::id),
            rows -> table.listOf(EmergencyPurpose.SITUATIONS, scope, after, rows));
    log.record(Event.of(EmergencyEvent.TOLD).by(by.actor()).fact("count", cut.items().size()));
    return cut.with(views(cut.items()));
  }

  @GetMapping("/{id}")
  Details get(@PathVariable UUID id) {
    EmergencyAccess found = find(id);
    log.record(
        Event.of(EmergencyEvent.VIEWED)
            .by(requireReviewer().actor())
            .about("emergency-access", id, found.code()));
    return details(found);
  }

  @PostMapping("/{id}/review")
  Details review(@PathVariable UUID id, @Valid @RequestBody NewReview requested) {
    find(id);
    String reason = WrittenReason.of(requested.reason());
    Person by = access.requireConfirmed();
    return details(emergencies.review(id, requested.verdict(), reason, by));
  }

  private Person requireHolder() {
    return access.require(Role.DUTY_OFFICER, Role.INVESTIGATOR, Role.COMMUNITY_OFFICER);
  }

  private Person requireReviewer() {
    return access.require(Role.SENIOR_APPROVER, Role.AUDITOR);
  }

  private AreaScope scope(Person by) {
    return access.scope(by, Role.SENIOR_APPROVER, Role.AUDITOR);
  }

  /// Finds what the signed-in person may review: nobody their own, nor what somebody opened who
  /// bears the same name and so may be them.
  private EmergencyAccess find(UUID id) {
    Person by = requireReviewer();
    EmergencyAccess found =
        table.find(id).orElseThrow(() -> Problem.of(IdentityProblem.NO_SUCH_EMERGENCY));
    if (people.maybeSame(by, found.person())) {
      throw access.refuse(IdentityProblem.OWN_EMERGENCY, "emergency-access", id);
    }
    access.require(found.areaId(), Role.SENIOR_APPROVER, Role.AUDITOR);
    return found;
  }

  private OwnView own(Person by) {
    List<EmergencyView> last = views(table.listOwn(by.id(), OWN));
    return new OwnView(
        emergencies.findOpen(by.id()).map(this::view).orElse(null),
        emergencies.left(by.id()),
        last);
  }

  private Details details(EmergencyAccess found) {
    Emergencies.Looks looks = emergencies.looks(found);
    Map<UUID, String> villages =
        areas.names(
            looks.entries().stream().flatMap(each -> village(each).stream()).distinct().toList());
    return new Details(
        view(found),
        looks.entries().stream().map(each -> look(each, villages)).toList(),
        looks.cut());
  }

  private static Optional<UUID> village(RecordedEvent entry) {
    return entry.findFact("village").map(UUID::fromString);
  }

  private static LookView look(RecordedEvent entry, Map<UUID, String> villages) {
    boolean report = entry.objectKind().filter("situation"::equals).isPresent();
    return new LookView(
        entry.time(),
        entry.type(),
        report ? null : entry.objectId(),
        report ? null : entry.objectCode(),
        report ? entry.objectCode() : null,
        entry.findFact("from").orElse(null),
        entry.findFact("to").orElse(null),
        entry
            .findFact("attributes")
            .map(each -> Stream.of(each.split(" ", -1)).map(SoughtBy::valueOf).toList())
            .orElse(List.of()),
        village(entry).map(each -> villages.getOrDefault(each, "")).orElse(null),
        entry.findFact("day").orElse(null),
        entry.index());
  }

  private EmergencyView view(EmergencyAccess each) {
    return views(List.of(each)).getFirst();
  }

  private List<EmergencyView> views(List<EmergencyAccess> found) {
    Map<UUID, String> names =
        people.displayNames(
            Ids.of(
                found,
                each -> each.person(),
                each -> each.review() == null ? null : each.review().by()));
    Map<UUID, String> places = areas.names(Ids.of(found, EmergencyAccess::areaId));
    return found.stream().map(each -> view(each, names, places)).toList();
  }

  private EmergencyView view(
      EmergencyAccess each, Map<UUID, String> names, Map<UUID, String> places) {
    EmergencyAccess.Review review = each.review();
    return new EmergencyView(
        each.id(),
        each.code(),
        PersonName.of(each.person(), names),
        each.purpose(),
        each.areaId(),
        places.getOrDefault(each.areaId(), ""),
        each.reason(),
        each.openedAt(),
        each.end(),
        each.openAt(emergencies.now()),
        each.reviewBy(),
        each.overdueAt(emergencies.now()),
        review == null
            ? null
            : new ReviewView(
                review.justified() ? Verdict.JUSTIFIED : Verdict.NOT_JUSTIFIED,
                review.reason(),
                PersonName.of(review.by(), names),
                review.at()));
  }
}
