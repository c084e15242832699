package anbinh.cameras.owner;

import anbinh.audit.Actor;
import anbinh.audit.Event;
import anbinh.audit.event.AuditLog;
import anbinh.cameras.Camera;
import anbinh.cameras.CameraChanged;
import anbinh.cameras.CameraEvent;
import anbinh.cameras.CameraProblem;
import anbinh.cameras.Consent;
import anbinh.cameras.ConsentStatement;
import anbinh.cameras.ContactPurpose;
import anbinh.cameras.NewCommunityCamera;
import anbinh.cameras.OwnerContact;
import anbinh.cameras.RecordingSwitch;
import anbinh.cameras.store.CameraRecords;
import anbinh.cameras.store.CameraTable;
import anbinh.cameras.store.Cameras;
import anbinh.platform.Ids;
import anbinh.platform.Problem;
import anbinh.platform.SiteClock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The owners of cameras: how to reach them, and what they stated about the use of their cameras.
/// Checks no rights: callers do. Safe for many threads.
///
/// Whoever withdrew is not asked again: the camera is recorded no more, no search offers it, and
/// the contact is erased. What was stated stays.
@Component
@NamedInterface("services")
public class Owners {
  private final Cameras cameras;
  private final CameraTable table;
  private final CameraRecords records;
  private final OwnerTable owners;
  private final Ids ids;
  private final SiteClock clock;
  private final AuditLog log;
  private final ApplicationEventPublisher events;

  Owners(
      Cameras cameras,
      CameraTable table,
      CameraRecords records,
      OwnerTable owners,
      Ids ids,
      SiteClock clock,
      AuditLog log,
      ApplicationEventPublisher events) {
    this.cameras = cameras;
    this.table = table;
    this.records = records;
    this.owners = owners;
    this.ids = ids;
    this.clock = clock;
    this.log = log;
    this.events = events;
  }

  /// How to reach the owner; every reading is an entry of the log.
  ///
  /// @param by null when the server reads it by itself, to remind an owner
  @Transactional
  public OwnerContact readContact(UUID cameraId, ContactPurpose purpose, @Nullable Actor by) {
    Camera camera = cameras.get(cameraId);
    OwnerContact contact =
        owners
            .findContact(cameraId)
            .orElseThrow(() -> Problem.of(CameraProblem.NO_CONTACT, camera.code()));
    log.record(about(CameraEvent.CONTACT_READ, camera, by).fact("purpose", purpose.name()));
    return contact;
  }

  @Transactional
  public void putContact(UUID cameraId, OwnerContact contact, @Nullable Actor by) {
    Camera camera = cameras.get(cameraId);
    if (camera.consent().state() == Consent.State.WITHDRAWN) {
      throw Problem.of(CameraProblem.CONSENT_WITHDRAWN, camera.code());
    }
    owners.putContact(cameraId, contact);
    log.record(about(CameraEvent.CONTACT_CHANGED, camera, by));
  }

  /// Whether there is a contact to read, which anybody may know who sees the camera.
  public boolean hasContact(UUID cameraId) {
    return owners.hasContact(cameraId);
  }

  /// Adds a statement, which counts from now on.
  @Transactional
  public ConsentStatement state(UUID cameraId, ConsentStatement.New stated, @Nullable Actor by) {
    return state(cameraId, stated, "", by);
  }

  /// @param path of the statement in the body, for problems
  private ConsentStatement state(
      UUID cameraId, ConsentStatement.New stated, String path, @Nullable Actor by) {
    Camera camera = cameras.get(cameraId);
    if (!camera.ownerKind().needsConsent()) {
      throw Problem.of(CameraProblem.CONSENT_NOT_NEEDED, camera.code());
    }
    Instant now = clock.now();
    if (stated.on().isAfter(clock.dayOf(now))) {
      throw Problem.invalid(path + "on", "past-or-present");
    }
    LocalDate until = stated.until();
    if (until != null
        && (stated.what() == ConsentStatement.What.WITHDRAWN || until.isBefore(stated.on()))) {
      throw Problem.invalid(path + "until", "consent-until");
    }
    var statement =
        new ConsentStatement(
            ids.next(),
            cameraId,
            stated.what(),
            stated.form(),
            stated.on(),
            until,
            stated.document(),
            now,
            by == null ? null : by.personId());
    owners.add(List.of(statement));
    table.updateConsent(cameraId, statement.consent());
    if (camera.recording() && !cameras.get(cameraId).recording()) {
      cameras.noteSwitch(cameraId, RecordingSwitch.State.OFF, by);
    }
    log.record(
        about(
                switch (stated.what()) {
                  case GIVEN -> CameraEvent.CONSENT_GIVEN;
                  case WITHDRAWN -> CameraEvent.CONSENT_WITHDRAWN;
                },
                camera,
                by)
            .fact("form", stated.form().name())
            .fact("on", stated.on().toString()));
    records.record(cameraId);
    if (stated.what() == ConsentStatement.What.WITHDRAWN) {
      owners.eraseContact(cameraId);
      events.publishEvent(new CameraChanged(cameraId));
    }
    return statement;
  }

  /// All statements about a camera, the newest first.
  public List<ConsentStatement> statements(UUID cameraId) {
    return owners.statements(cameraId);
  }

  /// Registers a camera of the community with what is known of its owner, all or nothing.
  ///
  /// @param by null when the server itself does it
  @Transactional
  public Camera register(
      NewCommunityCamera requested,
      @Nullable OwnerContact contact,
      ConsentStatement.@Nullable New consent,
      @Nullable Actor by) {
    Camera camera = cameras.add(requested, by);
    if (contact != null) {
      putContact(camera.id(), contact, by);
    }
    if (consent != null) {
      var _ = state(camera.id(), consent, "consent.", by);
    }
    return cameras.get(camera.id());
  }

  private static Event about(CameraEvent type, Camera camera, @Nullable Actor by) {
    return Event.of(type).by(by).about("camera", camera.id(), camera.code());
  }
}
