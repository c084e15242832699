package anbinh.mediation.dispute;

import anbinh.audit.Event;
import anbinh.audit.event.AuditLog;
import anbinh.identity.Person;
import anbinh.identity.Role;
import anbinh.identity.session.Access;
import anbinh.mediation.MediationEvent;
import anbinh.mediation.MediationProblem;
import anbinh.mediation.NewMediation;
import anbinh.mediation.NewMediation.ScopeAnswer;
import anbinh.mediation.ScopeQuestion;
import anbinh.mediation.dispute.Authorities.AuthorityView;
import anbinh.mediation.dispute.MediationAccess.On;
import anbinh.mediation.dispute.MediationContent.CorrectedItem;
import anbinh.mediation.dispute.MediationTable.After;
import anbinh.mediation.dispute.MediationTable.Looker;
import anbinh.mediation.dispute.MediationView.MediationDetails;
import anbinh.platform.Inbound;
import anbinh.platform.Page;
import anbinh.platform.PageRequest;
import anbinh.platform.Problem;
import anbinh.platform.WrittenText;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.Arrays;
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

/// `/api/mediations`: received by mediators, village heads and the commune's officer. A list names
/// nobody; content is read one mediation at a time.
@RestController
@RequestMapping("/api/mediations")
class MediationsController {
  static final int MIN_LENGTH = 10;
  static final int MAX_LENGTH = NewMediation.MAX_LENGTH;
  static final Role[] RECEIVERS = {Role.COMMUNITY_OFFICER, Role.MEDIATOR, Role.VILLAGE_HEAD};

  private final Mediations mediations;
  private final MediationReception reception;
  private final MediationReviews reviews;
  private final MediationTable table;
  private final MediationResponseMapper views;
  private final MediationAccess access;
  private final Access rights;
  private final Authorities authorities;
  private final AuditLog log;

  MediationsController(
      Mediations mediations,
      MediationReception reception,
      MediationReviews reviews,
      MediationTable table,
      MediationResponseMapper views,
      MediationAccess access,
      Access rights,
      Authorities authorities,
      AuditLog log) {
    this.mediations = mediations;
    this.reception = reception;
    this.reviews = reviews;
    this.table = table;
    this.views = views;
    this.access = access;
    this.rights = rights;
    this.authorities = authorities;
    this.log = log;
  }

  /// Which mediations a list has.
  enum MediationOpenness {
    OPEN,
    OVER
  }

  /// @param guards whether a yes hides the matter for good
  record ScopeView(ScopeQuestion question, boolean guards, List<AuthorityView> authorities) {
    ScopeView {
      authorities = List.copyOf(authorities);
    }
  }

  record NewScopeCheck(
      @NotNull @Size(min = 1, max = 20) List<@NotNull @Valid ScopeAnswer> answers) {}

  /// @param answers one's own, to all questions of the scope check
  record NewMediationReview(
      @NotNull @Size(min = 1, max = 20) List<@NotNull @Valid ScopeAnswer> answers,
      @NotBlank @Size(min = MIN_LENGTH, max = MAX_LENGTH) String reason) {
    @Override
    public String toString() {
      return "NewMediationReview[…]";
    }
  }

  record ReferralTakenBack(@NotBlank @Size(min = MIN_LENGTH, max = MAX_LENGTH) String reason) {
    @Override
    public String toString() {
      return "ReferralTakenBack[…]";
    }
  }

  record NewMediationCorrection(
      @NotNull CorrectedItem item, @NotBlank @Size(min = 3, max = MAX_LENGTH) String words) {
    @Override
    public String toString() {
      return "NewMediationCorrection[item=" + item + "]";
    }
  }

  @GetMapping
  Page<MediationView> list(
      @RequestParam(defaultValue = "OPEN") MediationOpenness state, PageRequest page) {
    Person reader = access.requireReader();
    Looker looker = access.looker(reader);
    Page<Mediation> cut =
        switch (state) {
          case OPEN ->
              Page.read(
                  page,
                  each -> List.of(dueOn(each).toString(), each.id().toString()),
                  rows -> table.listOpen(looker, after(page), rows));
          case OVER ->
              Page.read(
                  page,
                  Page.byId(Mediation::id),
                  rows -> table.listOver(looker, page.after(), rows));
        };
    log.record(
        Event.of(MediationEvent.LISTED).by(reader.actor()).fact("count", cut.items().size()));
    return cut.with(views.list(cut.items(), reader));
  }

  /// What must not be mediated, and whom to turn to instead.
  @GetMapping("/scope")
  Page<ScopeView> scope() {
    rights.require(RECEIVERS);
    Map<ScopeQuestion, List<AuthorityView>> known = authorities.on(mediations.today());
    return Page.all(
        Arrays.stream(ScopeQuestion.values())
            .map(each -> new ScopeView(each, each.guards(), known.getOrDefault(each, List.of())))
            .toList());
  }

  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  MediationDetails receive(@Valid @RequestBody NewMediation requested) {
    Person by = rights.require(requested.villageId(), RECEIVERS);
    return views.details(reception.receive(requested, List.of(), by), by);
  }

  /// Takes an entry over from the village's book on paper.
  @PostMapping("/book-entries")
  @ResponseStatus(HttpStatus.CREATED)
  MediationDetails takeOver(@Valid @RequestBody NewBookEntry requested) {
    Person by = access.requireLeading(requested.villageId());
    return views.details(reception.takeOver(requested, by), by);
  }

  @GetMapping("/{id}")
  MediationDetails read(@PathVariable UUID id) {
    return views.details(id, access.requireReading(id).person());
  }

  /// Who the parties are and what was said; every reading is an entry of the log.
  @GetMapping("/{id}/content")
  MediationContent readContent(@PathVariable UUID id) {
    On on = access.require(id, Role.COMMUNITY_OFFICER, Role.MEDIATOR);
    if (!on.reads()) {
      throw access.refuse(on);
    }
    MediationContent content = mediations.read(on.mediation(), on.person());
    return on.readsAll() ? content : content.asReceived();
  }

  @PostMapping("/{id}/scope")
  MediationDetails check(@PathVariable UUID id, @Valid @RequestBody NewScopeCheck answers) {
    On on = access.require(id, Role.MEDIATOR);
    if (!on.checks()) {
      throw access.refuse(on);
    }
    reviews.check(id, answers.answers(), on.person());
    // Where this guards it, the answer is the last that they see of it who did not receive it.
    return views.details(id, on.person());
  }

  /// Says whether one that waits for another person's look goes on; one yes refers it.
  @PostMapping("/{id}/review")
  MediationDetails review(@PathVariable UUID id, @Valid @RequestBody NewMediationReview said) {
    On on = access.require(id, Role.COMMUNITY_OFFICER, Role.MEDIATOR);
    if (on.mediation().review() == null) {
      throw Problem.of(MediationProblem.MEDIATION_ELSEWHERE, on.mediation().code());
    }
    if (!on.reviews()) {
      throw access.refuse(on);
    }
    reviews.review(id, said.answers(), stripped("reason", said.reason(), MIN_LENGTH), on.person());
    return views.details(id, on.person());
  }

  @PostMapping("/{id}/withdrawal")
  MediationDetails takeBack(
      @PathVariable UUID id, @Valid @RequestBody ReferralTakenBack requested) {
    On on = access.require(id, Role.COMMUNITY_OFFICER);
    reviews.takeBack(id, stripped("reason", requested.reason(), MIN_LENGTH), on.person());
    return views.details(id, on.person());
  }

  @PostMapping("/{id}/corrections")
  @ResponseStatus(HttpStatus.CREATED)
  MediationDetails correct(
      @PathVariable UUID id, @Valid @RequestBody NewMediationCorrection requested) {
    On on = access.require(id, Role.MEDIATOR);
    if (!on.corrects()) {
      throw access.refuse(on);
    }
    reviews.correct(id, requested.item(), stripped("words", requested.words(), 3), on.person());
    return views.details(id, on.person());
  }

  static String stripped(String field, String sent, int shortest) {
    return WrittenText.stripped(field, sent, shortest, MAX_LENGTH);
  }

  private LocalDate dueOn(Mediation mediation) {
    LocalDate on = mediations.next(mediation).on();
    return on == null ? MediationTable.NEVER : on;
  }

  private static @Nullable After after(PageRequest page) {
    LocalDate dueOn = page.key(0, MediationsController::day).orElse(null);
    UUID id = dueOn == null ? null : page.key(1, UUID::fromString).orElse(null);
    return dueOn == null || id == null ? null : new After(dueOn, id);
  }

  private static LocalDate day(String text) {
    return text.equals(MediationTable.NEVER.toString())
        ? MediationTable.NEVER
        : Inbound.date(text).orElseThrow();
  }
}
