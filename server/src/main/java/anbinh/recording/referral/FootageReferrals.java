package anbinh.recording.referral;

import anbinh.audit.Event;
import anbinh.audit.event.AuditLog;
import anbinh.cameras.Camera;
import anbinh.cameras.store.Cameras;
import anbinh.identity.Person;
import anbinh.identity.Role;
import anbinh.identity.Viewer;
import anbinh.identity.people.People;
import anbinh.identity.session.Access;
import anbinh.platform.Ids;
import anbinh.platform.Problem;
import anbinh.platform.SiteClock;
import anbinh.recording.RecordingEvent;
import anbinh.recording.RecordingProblem;
import anbinh.recording.Span;
import anbinh.worklist.WorklistEntry;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Refers spans of footage to investigators; whether the sender may watch them is the caller's to
/// check. Each step is an entry of the log for each camera. Safe for many threads.
@Component
class FootageReferrals {
  /// Of one sender that nobody answered: more would bury the work of whoever gets them.
  static final int MAX_OPEN = 20;

  private final FootageReferralTable table;
  private final Cameras cameras;
  private final People people;
  private final Access access;
  private final Ids ids;
  private final SiteClock clock;
  private final AuditLog log;
  private final ReferralSettings settings;

  FootageReferrals(
      FootageReferralTable table,
      Cameras cameras,
      People people,
      Access access,
      Ids ids,
      SiteClock clock,
      AuditLog log,
      ReferralSettings settings) {
    this.table = table;
    this.cameras = cameras;
    this.people = people;
    this.access = access;
    this.ids = ids;
    this.clock = clock;
    this.log = log;
    this.settings = settings;
  }

  Instant now() {
    return clock.now();
  }

  /// Investigators of the areas of all of some cameras, without the sender, by name.
  List<Person> recipients(Collection<Camera> some, Person by) {
    Set<UUID> own = people.accountsOf(by.id());
    return people.listActive(Role.INVESTIGATOR).stream()
        .filter(person -> isOf(person, some) && !own.contains(person.id()))
        .sorted(Comparator.comparing(Person::displayName))
        .toList();
  }

  /// The same span sent again to the same person, as after an answer that was lost, is the one that
  /// is open already.
  @Transactional
  FootageReferral refer(
      List<Camera> some, Span span, UUID recipientId, @Nullable String note, Viewer by) {
    Person recipient =
        recipients(some, by.person()).stream()
            .filter(person -> person.id().equals(recipientId))
            .findFirst()
            .orElseThrow(() -> Problem.invalid("recipientId", "referral-recipient"));
    List<UUID> cameraIds = some.stream().map(Camera::id).toList();
    Instant now = now();
    UUID sender = by.person().id();
    table.lockSender(sender);
    List<FootageReferral> open = table.listOpenOf(sender, now);
    Optional<FootageReferral> same =
        open.stream()
            .filter(each ->
                each.recipient().equals(recipientId)
                    && each.cameraIds().equals(cameraIds)
                    && each.span().equals(span))
            .findFirst();
    if (same.isPresent()) {
      return same.get();
    }
    if (open.size() >= MAX_OPEN) {
      throw Problem.of(RecordingProblem.TOO_MANY_REFERRALS, MAX_OPEN);
    }
    var made =
        new FootageReferral(
            ids.next(),
            cameraIds,
            span.from(),
            span.to(),
            note,
            sender,
            recipientId,
            now,
            now.plus(settings.openFor()),
            FootageReferral.State.OPEN,
            null,
            null);
    table.insert(made);
    for (Camera camera : some) {
      Event event =
          about(RecordingEvent.FOOTAGE_REFERRED, made, camera, by.person())
              .fact("from", span.from())
              .fact("to", span.to())
              .fact("until", made.openUntil())
              .fact("recipient", recipient.pseudonym())
              .detail("person", recipientId);
      UUID emergency = by.emergency();
      log.record(emergency == null ? event : event.fact("emergency", emergency));
    }
    return made;
  }

  @Transactional
  FootageReferral accept(UUID id, Person by) {
    return end(id, FootageReferral.State.ACCEPTED, RecordingEvent.REFERRAL_ACCEPTED, null, by);
  }

  @Transactional
  FootageReferral dismiss(UUID id, String reason, Person by) {
    return end(id, FootageReferral.State.DISMISSED, RecordingEvent.REFERRAL_DISMISSED, reason, by);
  }

  @Transactional
  FootageReferral withdraw(UUID id, Person by) {
    return end(id, FootageReferral.State.WITHDRAWN, RecordingEvent.REFERRAL_WITHDRAWN, null, by);
  }

  private FootageReferral end(
      UUID id,
      FootageReferral.State state,
      RecordingEvent type,
      @Nullable String reason,
      Person by) {
    FootageReferral referral = table.getForUpdate(id);
    if (!referral.openAt(now())) {
      throw Problem.of(RecordingProblem.REFERRAL_ENDED);
    }
    table.end(id, state, now(), reason);
    for (Camera camera : cameras.list(referral.cameraIds())) {
      log.record(about(type, referral, camera, by));
    }
    return table.getForUpdate(id);
  }

  /// Requires that somebody may answer it, who is its recipient and may watch its cameras still.
  void requireRecipient(UUID id, Person by) {
    requireOwn(id, by, FootageReferral::recipient, Role.INVESTIGATOR);
  }

  /// Requires that somebody may withdraw it, who is its sender and has its cameras still.
  void requireSender(UUID id, Person by) {
    requireOwn(id, by, FootageReferral::referredBy, Role.DUTY_OFFICER);
  }

  private void requireOwn(
      UUID id, Person by, Function<FootageReferral, UUID> owner, Role ownersRole) {
    FootageReferral referral =
        table.find(id).orElseThrow(() -> Problem.of(RecordingProblem.NO_REFERRAL));
    if (!owner.apply(referral).equals(by.id())
        || !hasAll(by, referral, camerasOf(List.of(referral)), ownersRole)) {
      throw access.refuse(RecordingProblem.NOT_YOUR_REFERRAL, "footage-referral", id);
    }
  }

  /// Those that wait for an investigator, of cameras whose areas are theirs now.
  List<FootageReferral> waiting(Person person) {
    List<FootageReferral> open = table.listOpenFor(person.id(), now(), WorklistEntry.MAX_COUNT);
    Map<UUID, Camera> found = camerasOf(open);
    return open.stream().filter(each -> hasAll(person, each, found, Role.INVESTIGATOR)).toList();
  }

  Map<UUID, Camera> camerasOf(Collection<FootageReferral> some) {
    Set<UUID> requested =
        some.stream().flatMap(each -> each.cameraIds().stream()).collect(Collectors.toSet());
    return requested.isEmpty()
        ? Map.of()
        : cameras.list(requested).stream()
            .collect(Collectors.toMap(Camera::id, Function.identity()));
  }

  /// Whether a referral may be shown to its sender or recipient: their area may be another one by
  /// now.
  boolean isShown(Person person, FootageReferral each, Map<UUID, Camera> found) {
    return hasAll(person, each, found, Role.DUTY_OFFICER, Role.INVESTIGATOR);
  }

  /// Whether all cameras are still there, and somebody has one of some roles in the area of each.
  private boolean hasAll(
      Person person, FootageReferral each, Map<UUID, Camera> found, Role... roles) {
    return each.cameraIds().stream()
        .allMatch(id -> found.containsKey(id) && access.may(person, found.get(id).areaId(), roles));
  }

  private boolean isOf(Person person, Collection<Camera> some) {
    return some.stream().allMatch(camera -> access.may(person, camera.areaId(), Role.INVESTIGATOR));
  }

  private static Event about(
      RecordingEvent type, FootageReferral referral, Camera camera, Person by) {
    return Event.of(type)
        .by(by.actor())
        .about("camera", camera.id(), camera.code())
        .within(camera.areaId())
        .fact("referral", referral.id());
  }
}
