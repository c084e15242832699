package anbinh.recording.watch;

import anbinh.audit.Event;
import anbinh.audit.event.AuditLog;
import anbinh.cameras.Camera;
import anbinh.identity.Person;
import anbinh.identity.Viewer;
import anbinh.platform.Sittings;
import anbinh.recording.RecordingEvent;
import anbinh.recording.Span;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Puts views of footage into the log: one entry for a person, a camera and a stretch of time, not
/// one for each of the many requests that a player makes for it. Safe for many threads.
@Component
class WatchLog {
  private final AuditLog log;
  private final Sittings<View> sittings;

  private record View(UUID person, @Nullable UUID emergency, UUID camera, Span span) {
    boolean isOf(Viewer viewer, Camera viewed) {
      return person.equals(viewer.person().id())
          && Objects.equals(emergency, viewer.emergency())
          && camera.equals(viewed.id());
    }
  }

  WatchLog(AuditLog log, InstantSource clock) {
    this.log = log;
    this.sittings = new Sittings<>(clock);
  }

  void recordingWatched(Viewer viewer, Camera camera, Span span) {
    if (sittings.begins(new View(viewer.person().id(), viewer.emergency(), camera.id(), span))) {
      log.record(about(RecordingEvent.RECORDING_WATCHED, viewer, camera, span));
    }
  }

  /// A preview of what the person has open is in the log already; another one puts the hour that it
  /// is of there, once for all previews of that hour.
  void previewed(Viewer viewer, Camera camera, Instant frameAt) {
    Span moment = new Span(frameAt, frameAt.plusNanos(1));
    if (!sittings.anyGoesOn(view -> view.isOf(viewer, camera) && view.span().overlaps(moment))) {
      Instant hour = frameAt.truncatedTo(ChronoUnit.HOURS);
      recordingWatched(viewer, camera, new Span(hour, hour.plus(Duration.ofHours(1))));
    }
  }

  void stillTaken(Viewer viewer, Camera camera, Instant at) {
    log.record(about(RecordingEvent.STILL_TAKEN, viewer, camera, new Span(at, at)));
  }

  void liveWatched(Person person, Camera camera) {
    log.record(
        Event.of(RecordingEvent.LIVE_WATCHED)
            .by(person.actor())
            .about("camera", camera.id(), camera.code())
            .within(camera.areaId()));
  }

  private static Event about(RecordingEvent type, Viewer viewer, Camera camera, Span span) {
    Event event =
        Event.of(type)
            .by(viewer.person().actor())
            .about("camera", camera.id(), camera.code())
            .within(camera.areaId())
            .fact("from", span.from())
            .fact("to", span.to());
    UUID emergency = viewer.emergency();
    return emergency == null ? event : event.fact("emergency", emergency);
  }
}
