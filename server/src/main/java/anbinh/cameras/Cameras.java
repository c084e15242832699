package anbinh.cameras;

import anbinh.audit.Actor;
import anbinh.audit.AuditLog;
import anbinh.audit.Event;
import anbinh.cameras.register.CameraTable;
import anbinh.cameras.register.StreamAddress;
import anbinh.platform.DataFolder;
import anbinh.platform.Ids;
import anbinh.platform.Problem;
import anbinh.platform.SecretCipher;
import anbinh.platform.ShortCodes;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The register of cameras. Checks no rights: callers do. Safe for many threads.
@Component
public class Cameras {
  private final CameraTable table;
  private final SecretCipher cipher;
  private final ShortCodes codes;
  private final Ids ids;
  private final InstantSource clock;
  private final AuditLog log;
  private final ApplicationEventPublisher events;

  Cameras(
      CameraTable table,
      DataFolder data,
      ShortCodes codes,
      Ids ids,
      InstantSource clock,
      AuditLog log,
      ApplicationEventPublisher events) {
    this.table = table;
    this.cipher = new SecretCipher(data.folder("cameras").resolve("password.key"));
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

  /// All cameras, retired ones too, in the order of their codes.
  public List<Camera> list() {
    return table.list();
  }

  public CameraCredentials credentials(UUID id) {
    return new CameraCredentials(
        get(id).username(), table.findPassword(id).map(cipher::decryptText).orElse(null));
  }

  /// @param by null when the server itself does it
  @Transactional
  public Camera add(NewCamera wanted, @Nullable Actor by) {
    StreamAddress address = StreamAddress.parse(wanted.address());
    CameraCredentials credentials =
        address.credentials().overriddenBy(wanted.username(), wanted.password());
    var camera =
        new Camera(
            ids.next(),
            codes.next("CAM"),
            wanted.name().strip(),
            wanted.areaId(),
            address.uri(),
            credentials.username(),
            wanted.simulated(),
            wanted.recording(),
            wanted.keepDays(),
            wanted.place(),
            false);
    table.insert(camera, encrypted(credentials.password()), clock.instant());
    log.record(
        Event.of(CameraEvent.ADDED)
            .by(by)
            .about("camera", camera.id(), camera.code())
            .fact("simulated", camera.simulated())
            .fact("recording", camera.recording())
            .fact("keepDays", camera.keepDays())
            .detail("name", camera.name())
            .detail("address", camera.address().toString()));
    events.publishEvent(new CameraChanged(camera.id()));
    return camera;
  }

  /// @param by null when the server itself does it
  @Transactional
  public Camera change(UUID id, CameraChange change, @Nullable Actor by) {
    Camera before = get(id);
    if (before.retired()) {
      throw Problem.of(CameraProblem.CAMERA_RETIRED, before.code());
    }
    StreamAddress address = change.address() == null ? null : StreamAddress.parse(change.address());
    CameraCredentials credentials =
        (address == null ? new CameraCredentials(null, null) : address.credentials())
            .overriddenBy(change.username(), change.password());
    var after =
        new Camera(
            id,
            before.code(),
            change.name() == null ? before.name() : change.name().strip(),
            change.areaId() == null ? before.areaId() : change.areaId(),
            address == null ? before.address() : address.uri(),
            credentials.username() == null ? before.username() : credentials.username(),
            before.simulated(),
            change.recording() == null ? before.recording() : change.recording(),
            change.keepDays() == null ? before.keepDays() : change.keepDays(),
            change.place() == null ? before.place() : change.place(),
            false);
    table.update(after);
    if (credentials.password() != null) {
      table.updatePassword(id, encrypted(credentials.password()));
    }
    log.record(
        Event.of(CameraEvent.CHANGED)
            .by(by)
            .about("camera", id, after.code())
            .fact("recording", after.recording())
            .fact("keepDays", after.keepDays())
            .fact("passwordChanged", credentials.password() != null)
            .detail("name", after.name())
            .detail("address", after.address().toString())
            .detail("areaId", after.areaId().toString()));
    events.publishEvent(new CameraChanged(id));
    return after;
  }

  /// Stops recording it for good and keeps its footage.
  @Transactional
  public void retire(UUID id, Actor by) {
    Camera camera = get(id);
    if (camera.retired()) {
      throw Problem.of(CameraProblem.CAMERA_RETIRED, camera.code());
    }
    table.retire(id, clock.instant());
    log.record(Event.of(CameraEvent.RETIRED).by(by).about("camera", id, camera.code()));
    events.publishEvent(new CameraChanged(id));
  }

  private byte @Nullable [] encrypted(@Nullable String password) {
    return password == null ? null : cipher.encrypt(password);
  }
}
