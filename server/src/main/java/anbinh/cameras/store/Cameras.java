package anbinh.cameras.store;

import anbinh.audit.Actor;
import anbinh.audit.Event;
import anbinh.audit.event.AuditLog;
import anbinh.cameras.Camera;
import anbinh.cameras.CameraChange;
import anbinh.cameras.CameraChanged;
import anbinh.cameras.CameraCredentials;
import anbinh.cameras.CameraEvent;
import anbinh.cameras.CameraKind;
import anbinh.cameras.CameraNetwork;
import anbinh.cameras.CameraProblem;
import anbinh.cameras.Consent;
import anbinh.cameras.KeepDays;
import anbinh.cameras.NewCamera;
import anbinh.cameras.NewCommunityCamera;
import anbinh.cameras.RecordingSwitch;
import anbinh.identity.AreaTree;
import anbinh.platform.Ids;
import anbinh.platform.Problem;
import anbinh.platform.SearchTerms;
import anbinh.platform.sql.ShortCodes;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The register of cameras. Checks no rights: callers do. Safe for many threads.
@Component
@NamedInterface("services")
public class Cameras {
  /// What the codes of all cameras begin with.
  public static final String CODE_PREFIX = "CAM";

  private static final UUID NOBODY = new UUID(0, 0);

  private final CameraTable table;
  private final CameraRecords records;
  private final CameraNetwork network;
  private final SwitchTable switches;
  private final ShortCodes codes;
  private final Ids ids;
  private final InstantSource clock;
  private final AuditLog log;
  private final ApplicationEventPublisher events;

  Cameras(
      CameraTable table,
      CameraRecords records,
      CameraNetwork network,
      SwitchTable switches,
      ShortCodes codes,
      Ids ids,
      InstantSource clock,
      AuditLog log,
      ApplicationEventPublisher events) {
    this.table = table;
    this.records = records;
    this.network = network;
    this.switches = switches;
    this.codes = codes;
    this.ids = ids;
    this.clock = clock;
    this.log = log;
    this.events = events;
  }

  public Camera get(UUID id) {
    return find(id).orElseThrow(() -> Problem.of(CameraProblem.NO_CAMERA));
  }

  public Optional<Camera> find(UUID id) {
    return table.find(id);
  }

  /// Those of some cameras that there are, in no order.
  public List<Camera> list(Collection<UUID> ids) {
    return table.page(new CameraFilter().ids(ids), null, ids.size());
  }

  /// Those of some cameras that there are, in no order.
  public List<Camera> listByCode(Collection<String> codes) {
    return table.listByCode(codes);
  }

  /// Cameras that words name by their code, their name, or that of their area, in the order of
  /// their codes.
  ///
  /// @param areas whose names these are
  /// @param within areas; null for everywhere
  public List<Camera> listNamed(
      SearchTerms words, AreaTree areas, @Nullable Set<UUID> within, int most) {
    return table.page(new CameraFilter().within(within).sought(words, areas), null, most);
  }

  /// All connected cameras, retired ones too, in the order of their codes: a province has 68,000.
  public List<Camera> listConnected() {
    return table.listConnected();
  }

  /// Connected cameras whose recording is switched on, in the order of their codes.
  public List<Camera> listRecorded() {
    return table.listRecorded();
  }

  /// How many connected cameras are in use, without simulated ones whose recording is switched off.
  public int countInUse() {
    return table.countInUse();
  }

  /// For how many days recordings of connected cameras are kept, at least and at most; empty
  /// without such a camera.
  public Optional<KeepDays> findKeepDays() {
    return table.findKeepDays();
  }

  /// When recording of a connected camera was switched on and off, in order; nothing before the
  /// first time that it was switched on.
  public List<RecordingSwitch> switches(UUID id) {
    return switches.list(id);
  }

  /// Notes that recording was switched, in the caller's transaction.
  public void noteSwitch(UUID id, RecordingSwitch.State state, @Nullable Actor by) {
    switches.insert(
        id, new RecordingSwitch(clock.instant(), state, by == null ? null : by.personId()));
  }

  /// Whether a camera of the area has this reference.
  public boolean isReferenceTaken(UUID areaId, String reference) {
    return table.isReferenceTaken(areaId, reference, NOBODY);
  }

  public CameraCredentials credentials(UUID id) {
    return new CameraCredentials(get(id).username(), table.findPassword(id).orElse(null));
  }

  /// @param by null when the server itself does it
  @Transactional
  public Camera add(NewCamera requested, @Nullable Actor by) {
    StreamAddress address = StreamAddress.parse(requested.address());
    network.require(address.uri());
    CameraCredentials credentials =
        address.credentials().overriddenBy(requested.username(), requested.password());
    var camera =
        new Camera(
            ids.next(),
            codes.next(CODE_PREFIX),
            CameraKind.CONNECTED,
            requested.reference(),
            requested.name().strip(),
            requested.areaId(),
            requested.ownerKind(),
            Consent.NONE,
            address.uri(),
            credentials.username(),
            requested.simulated(),
            requested.recording(),
            requested.keepDays(),
            requested.place(),
            false);
    insert(camera, credentials.password(), by);
    return get(camera.id());
  }

  /// @param by null when the server itself does it
  @Transactional
  public Camera add(NewCommunityCamera requested, @Nullable Actor by) {
    var camera =
        new Camera(
            ids.next(),
            codes.next(CODE_PREFIX),
            CameraKind.COMMUNITY,
            requested.reference(),
            requested.name().strip(),
            requested.areaId(),
            requested.ownerKind(),
            Consent.NONE,
            null,
            null,
            requested.simulated(),
            false,
            requested.keepDays(),
            requested.place(),
            false);
    insert(camera, null, by);
    return get(camera.id());
  }

  private void insert(Camera camera, @Nullable String password, @Nullable Actor by) {
    requireFreeReference(camera);
    table.insert(List.of(new CameraTable.New(camera, password)), clock.instant());
    if (camera.recording()) {
      noteSwitch(camera.id(), RecordingSwitch.State.ON, by);
    }
    log.record(
        described(Event.of(CameraEvent.ADDED), camera)
            .by(by)
            .fact("cameraKind", camera.kind().name())
            .fact("simulated", camera.simulated()));
    records.record(camera.id());
    events.publishEvent(new CameraChanged(camera.id()));
  }

  /// What the log tells of a camera as it is now.
  private static Event described(Event event, Camera camera) {
    Event described =
        event
            .about("camera", camera.id(), camera.code())
            .fact("recording", camera.recording())
            .fact("keepDays", camera.keepDays())
            .fact("ownerKind", camera.ownerKind().name())
            .detail("name", camera.name());
    return camera
        .findAddress()
        .map(address -> described.detail("address", address.toString()))
        .orElse(described);
  }

  private void requireFreeReference(Camera camera) {
    String reference = camera.reference();
    if (reference != null && table.isReferenceTaken(camera.areaId(), reference, camera.id())) {
      throw Problem.of(CameraProblem.REFERENCE_TAKEN, reference);
    }
  }

  /// Another machine is never told the stored password: its address comes with a password, or is
  /// refused.
  ///
  /// @param by null when the server itself does it
  @Transactional
  public Camera change(UUID id, CameraChange change, @Nullable Actor by) {
    Camera before = get(id);
    if (before.retired()) {
      throw Problem.of(CameraProblem.CAMERA_RETIRED, before.code());
    }
    refuseWhatTheKindForbids(before, change);
    StreamAddress address = change.address() == null ? null : StreamAddress.parse(change.address());
    if (address != null) {
      network.require(address.uri());
    }
    CameraCredentials credentials =
        (address == null ? new CameraCredentials(null, null) : address.credentials())
            .overriddenBy(change.username(), change.password());
    if (address != null
        && credentials.password() == null
        && goesElsewhere(before, address)
        && table.hasPassword(id)) {
      throw Problem.invalid("password", "camera-password-again");
    }
    var after =
        new Camera(
            id,
            before.code(),
            before.kind(),
            change.reference() == null ? before.reference() : change.reference(),
            change.name() == null ? before.name() : change.name().strip(),
            change.areaId() == null ? before.areaId() : change.areaId(),
            change.ownerKind() == null ? before.ownerKind() : change.ownerKind(),
            before.consent(),
            address == null ? before.address() : address.uri(),
            credentials.username() == null ? before.username() : credentials.username(),
            before.simulated(),
            change.recording() == null ? before.recording() : change.recording(),
            change.keepDays() == null ? before.keepDays() : change.keepDays(),
            change.place() == null ? before.place() : change.place(),
            false);
    requireFreeReference(after);
    table.update(after);
    if (after.recording() != before.recording()) {
      noteSwitch(id, after.recording() ? RecordingSwitch.State.ON : RecordingSwitch.State.OFF, by);
    }
    if (credentials.password() != null) {
      table.updatePassword(id, credentials.password());
    }
    log.record(
        described(Event.of(CameraEvent.CHANGED), after)
            .by(by)
            .fact("passwordChanged", credentials.password() != null)
            .detail("areaId", after.areaId().toString()));
    records.record(id);
    events.publishEvent(new CameraChanged(id));
    return get(id);
  }

  /// Whether the address is of another machine, or of another program there. The demonstration's
  /// own cameras may move: their port is another one after each start.
  private static boolean goesElsewhere(Camera before, StreamAddress address) {
    return !before.simulated() && before.findAddress().filter(address::isOfSameServerAs).isEmpty();
  }

  /// Stops recording it for good and keeps its footage.
  @Transactional
  public void retire(UUID id, Actor by) {
    Camera camera = get(id);
    if (camera.retired()) {
      throw Problem.of(CameraProblem.CAMERA_RETIRED, camera.code());
    }
    table.retire(id, clock.instant());
    if (camera.kind() == CameraKind.CONNECTED) {
      noteSwitch(id, RecordingSwitch.State.RETIRED, by);
    }
    log.record(
        Event.of(CameraEvent.RETIRED)
            .by(by)
            .about("camera", id, camera.code())
            .fact("cameraKind", camera.kind().name()));
    records.record(id);
    events.publishEvent(new CameraChanged(id));
  }

  private static void refuseWhatTheKindForbids(Camera camera, CameraChange change) {
    boolean aboutAStream =
        change.address() != null
            || change.username() != null
            || change.password() != null
            || Boolean.TRUE.equals(change.recording());
    if (aboutAStream && camera.kind() == CameraKind.COMMUNITY) {
      throw Problem.of(CameraProblem.NOT_CONNECTED, camera.code());
    }
    if (Boolean.TRUE.equals(change.recording())
        && camera.consent().state() == Consent.State.WITHDRAWN) {
      throw Problem.of(CameraProblem.CONSENT_WITHDRAWN, camera.code());
    }
  }
}
