package anbinh.recording.referral;

import anbinh.cameras.Camera;
import anbinh.cameras.CameraKind;
import anbinh.cameras.CameraProblem;
import anbinh.cameras.store.Cameras;
import anbinh.identity.Person;
import anbinh.identity.PersonName;
import anbinh.identity.Role;
import anbinh.identity.Viewer;
import anbinh.identity.people.People;
import anbinh.identity.session.Access;
import anbinh.platform.Ids;
import anbinh.platform.Page;
import anbinh.platform.PageRequest;
import anbinh.platform.Problem;
import anbinh.platform.WrittenText;
import anbinh.recording.Span;
import anbinh.recording.watch.SpanParameters;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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

/// `/api/footage-referrals`: a duty officer refers a span that they may watch themselves, and may
/// withdraw it until the investigator accepts or dismisses it.
@RestController
@RequestMapping("/api/footage-referrals")
class FootageReferralController {
  private static final int MAX_CAMERAS = 9;
  private static final int MAX_NOTE = 500;
  private static final int MIN_REASON = 10;
  private static final Duration MAX_SPAN = Duration.ofHours(6);

  private final FootageReferrals referrals;
  private final FootageReferralTable table;
  private final Cameras cameras;
  private final Access access;
  private final People people;

  FootageReferralController(
      FootageReferrals referrals,
      FootageReferralTable table,
      Cameras cameras,
      Access access,
      People people) {
    this.referrals = referrals;
    this.table = table;
    this.cameras = cameras;
    this.access = access;
    this.people = people;
  }

  /// @param note why; left out without
  record NewFootageReferral(
      @NotEmpty @Size(max = MAX_CAMERAS) List<@NotNull UUID> cameraIds,
      @NotNull Instant from,
      @NotNull Instant to,
      @NotNull UUID recipientId,
      @Nullable @Size(max = MAX_NOTE) String note) {
    @Override
    public String toString() {
      return "NewFootageReferral[…]";
    }
  }

  record FootageReferralDismissal(@NotBlank @Size(min = MIN_REASON, max = MAX_NOTE) String reason) {
    @Override
    public String toString() {
      return "FootageReferralDismissal[…]";
    }
  }

  enum FootageReferralState {
    OPEN,
    ACCEPTED,
    DISMISSED,
    WITHDRAWN,
    /// Nobody answered it in time.
    LAPSED
  }

  record ReferredCamera(UUID id, String code, String name) {}

  /// @param own whether the reader referred it; else it was referred to them
  /// @param reason why it was dismissed
  record FootageReferralView(
      UUID id,
      List<ReferredCamera> cameras,
      Instant from,
      Instant to,
      @Nullable String note,
      boolean own,
      PersonName referredBy,
      PersonName recipient,
      Instant referredAt,
      Instant openUntil,
      FootageReferralState state,
      @Nullable Instant endedAt,
      @Nullable String reason) {
    FootageReferralView {
      cameras = List.copyOf(cameras);
    }

    @Override
    public String toString() {
      return "FootageReferralView[" + id + "]";
    }
  }

  /// What the reader referred and what was referred to them, newest first.
  ///
  /// @param waiting whether only what waits for their answer is asked for
  @GetMapping
  Page<FootageReferralView> list(
      @RequestParam(defaultValue = "false") boolean waiting, PageRequest page) {
    Person by = access.require(Role.DUTY_OFFICER, Role.INVESTIGATOR);
    Page<FootageReferral> cut =
        Page.read(
            page,
            Page.byId(FootageReferral::id),
            rows -> table.list(by.id(), waiting ? referrals.now() : null, page.after(), rows));
    return cut.with(views(cut.items(), by));
  }

  /// To whom footage of some cameras may be referred, by name.
  @GetMapping("/recipients")
  Page<PersonName> recipients(@RequestParam List<UUID> cameraIds) {
    Person by = access.require(Role.DUTY_OFFICER);
    if (cameraIds.isEmpty() || cameraIds.size() > MAX_CAMERAS) {
      throw Problem.invalid("cameraIds", "list-size", MAX_CAMERAS);
    }
    return Page.all(
        referrals.recipients(camerasOf(cameraIds), by).stream().map(PersonName::of).toList());
  }

  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  FootageReferralView refer(@Valid @RequestBody NewFootageReferral requested) {
    access.require(Role.DUTY_OFFICER);
    Span span = SpanParameters.span(requested.from(), requested.to(), MAX_SPAN);
    if (span.to().isAfter(referrals.now())) {
      throw Problem.invalid("to", "past-or-present");
    }
    List<Camera> some = camerasOf(requested.cameraIds());
    Viewer viewer = requireLook(some, span);
    return view(
        referrals.refer(
            some, span, requested.recipientId(), WrittenText.orNull(requested.note()), viewer),
        viewer.person());
  }

  @PostMapping("/{id}/acceptance")
  FootageReferralView accept(@PathVariable UUID id) {
    Person by = access.require(Role.INVESTIGATOR);
    referrals.requireRecipient(id, by);
    return view(referrals.accept(id, by), by);
  }

  @PostMapping("/{id}/dismissal")
  FootageReferralView dismiss(
      @PathVariable UUID id, @Valid @RequestBody FootageReferralDismissal requested) {
    Person by = access.require(Role.INVESTIGATOR);
    referrals.requireRecipient(id, by);
    String reason = WrittenText.stripped("reason", requested.reason(), MIN_REASON, MAX_NOTE);
    return view(referrals.dismiss(id, WrittenText.of(reason), by), by);
  }

  @PostMapping("/{id}/withdrawal")
  FootageReferralView withdraw(@PathVariable UUID id) {
    Person by = access.require(Role.DUTY_OFFICER);
    referrals.requireSender(id, by);
    return view(referrals.withdraw(id, by), by);
  }

  /// Cameras of the sender's area, each once, in their order.
  private List<Camera> camerasOf(Collection<UUID> ids) {
    List<Camera> some = ids.stream().distinct().map(cameras::get).toList();
    some.forEach(camera -> access.require(camera.areaId(), Role.DUTY_OFFICER));
    for (Camera camera : some) {
      if (camera.kind() == CameraKind.COMMUNITY) {
        throw Problem.of(CameraProblem.NOT_CONNECTED, camera.code());
      }
    }
    return some;
  }

  /// Requires that the sender may watch all of it themselves.
  private Viewer requireLook(List<Camera> some, Span span) {
    List<Viewer> looks =
        some.stream().map(camera -> access.requireLook(camera.areaId(), span.from())).toList();
    return looks.stream()
        .filter(look -> look.emergency() != null)
        .findFirst()
        .orElseGet(looks::getFirst);
  }

  private FootageReferralView view(FootageReferral referral, Person by) {
    return views(List.of(referral), by).getFirst();
  }

  private List<FootageReferralView> views(List<FootageReferral> some, Person by) {
    Map<UUID, Camera> found = referrals.camerasOf(some);
    Map<UUID, String> names =
        people.displayNames(Ids.of(some, FootageReferral::referredBy, FootageReferral::recipient));
    return some.stream()
        .filter(each -> referrals.isShown(by, each, found))
        .map(each ->
            new FootageReferralView(
                each.id(),
                each.cameraIds().stream()
                    .map(id -> Objects.requireNonNull(found.get(id)))
                    .map(camera -> new ReferredCamera(camera.id(), camera.code(), camera.name()))
                    .toList(),
                each.fromAt(),
                each.toAt(),
                each.note(),
                each.referredBy().equals(by.id()),
                PersonName.of(each.referredBy(), names),
                PersonName.of(each.recipient(), names),
                each.referredAt(),
                each.openUntil(),
                state(each),
                each.endedAt(),
                each.reason()))
        .toList();
  }

  private FootageReferralState state(FootageReferral each) {
    return switch (each.state()) {
      case OPEN ->
          each.openAt(referrals.now()) ? FootageReferralState.OPEN : FootageReferralState.LAPSED;
      case ACCEPTED -> FootageReferralState.ACCEPTED;
      case DISMISSED -> FootageReferralState.DISMISSED;
      case WITHDRAWN -> FootageReferralState.WITHDRAWN;
    };
  }
}
