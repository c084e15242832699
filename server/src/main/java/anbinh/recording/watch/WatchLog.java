package anbinh.recording.watch;

import anbinh.audit.Event;
import anbinh.audit.event.AuditLog;
import anbinh.cameras.Camera;
import anbinh.identity.Person;
import anbinh.identity.Viewer;
import anbinh.recording.RecordingEvent;
import anbinh.recording.Span;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Puts views of footage into the log: one entry for a person, a camera and a stretch of time, not
/// one for each of the many requests that a player makes for it. Safe for many threads.
@Component
class WatchLog {
  private static final int REMEMBERED = 2_000;
  private static final Duration FORGOTTEN_AFTER = Duration.ofMinutes(10);

  private final AuditLog log;
  private final InstantSource clock;
  private final Map<View, Instant> recent =
      new LinkedHashMap<>(64, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<View, Instant> eldest) {
          return size() > REMEMBERED;
        }
      };

  private record View(UUID person, @Nullable UUID emergency, UUID camera, Span span) {
    boolean isOf(Viewer viewer, Camera viewed) {
      return person.equals(viewer.person().id())
          && Objects.equals(emergency, viewer.emergency())
          && camera.equals(viewed.id());
    }
  }

  WatchLog(AuditLog log, InstantSource clock) {
    this.log = log;
    this.clock = clock;
  }

  void recordingWatched(Viewer viewer, Camera camera, Span span) {
    if (isNew(new View(viewer.person().id(), viewer.emergency(), camera.id(), span))) {
      log.record(about(RecordingEvent.RECORDING_WATCHED, viewer, camera, span));
    }
  }

  /// A preview of what the person has open is in the log already; another one puts the hour that it
  /// is of there, once for all previews of that hour.
  void previewed(Viewer viewer, Camera camera, Instant frameAt) {
    if (!isOpen(viewer, camera, frameAt)) {
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

  private synchronized boolean isNew(View view) {
    Instant now = clock.instant();
    return !isRemembered(recent.put(view, now), now);
  }

  private synchronized boolean isOpen(Viewer viewer, Camera camera, Instant at) {
    Instant now = clock.instant();
    return recent.entrySet().stream()
        .anyMatch(entry ->
            entry.getKey().isOf(viewer, camera)
                && entry.getKey().span().overlaps(new Span(at, at.plusNanos(1)))
                && isRemembered(entry.getValue(), now));
  }

  private static boolean isRemembered(@Nullable Instant last, Instant now) {
    return last != null && Duration.between(last, now).compareTo(FORGOTTEN_AFTER) <= 0;
  }
}
