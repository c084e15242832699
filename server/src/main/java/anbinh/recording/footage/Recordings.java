package anbinh.recording.footage;

import static java.util.Objects.requireNonNull;

import anbinh.audit.Actor;
import anbinh.audit.Event;
import anbinh.audit.event.AuditLog;
import anbinh.cameras.Camera;
import anbinh.cameras.store.Cameras;
import anbinh.media.Bytes;
import anbinh.media.mp4.CleanMp4;
import anbinh.media.mp4.RecordedSegment;
import anbinh.media.mp4.VirtualMp4;
import anbinh.platform.FieldProblem;
import anbinh.platform.Ids;
import anbinh.platform.Problem;
import anbinh.recording.Coverage;
import anbinh.recording.Extract;
import anbinh.recording.Nearest;
import anbinh.recording.RecordingEvent;
import anbinh.recording.RecordingProblem;
import anbinh.recording.Remark;
import anbinh.recording.Span;
import anbinh.recording.Still;
import anbinh.recording.still.KeyFrame;
import anbinh.recording.still.Stills;
import anbinh.recording.store.ClipWriter;
import anbinh.recording.store.HoldTable;
import anbinh.recording.store.OpenSegments;
import anbinh.recording.store.RecordedTime;
import anbinh.recording.store.SegmentFiles;
import anbinh.recording.store.SegmentJournal;
import anbinh.recording.store.SegmentRow;
import anbinh.recording.store.SegmentTable;
import anbinh.recording.store.Storage;
import java.io.File;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Footage: what is recorded, and any part of it. Checks no rights and logs no views: callers do.
/// Safe for many threads.
@Component
@NamedInterface("services")
public class Recordings {
  private final SegmentTable segments;
  private final SegmentFiles files;
  private final RecordedTime recordedTime;
  private final HoldTable holds;
  private final OpenSegments open;
  private final SegmentJournal journal;
  private final Storage storage;
  private final Stills stills;
  private final Cameras cameras;
  private final AuditLog log;
  private final Ids ids;
  private final InstantSource clock;

  Recordings(
      SegmentTable segments,
      SegmentFiles files,
      RecordedTime recordedTime,
      HoldTable holds,
      OpenSegments open,
      SegmentJournal journal,
      Storage storage,
      Stills stills,
      Cameras cameras,
      AuditLog log,
      Ids ids,
      InstantSource clock) {
    this.segments = segments;
    this.files = files;
    this.recordedTime = recordedTime;
    this.holds = holds;
    this.open = open;
    this.journal = journal;
    this.storage = storage;
    this.stills = stills;
    this.cameras = cameras;
    this.log = log;
    this.ids = ids;
    this.clock = clock;
  }

  /// What of a stretch of time is recorded, the segment being written included.
  public Coverage coverage(UUID cameraId, Span asked) {
    return recordedTime.coverage(cameraId, asked, withoutRow(cameraId));
  }

  /// What has to be said about what is recorded, in order; of closed segments.
  public List<Remark> remarks(UUID cameraId, Span asked) {
    return recordedTime.remarks(cameraId, asked);
  }

  /// What is recorded on both sides of a stretch in which nothing is.
  public Nearest nearest(UUID cameraId, Span asked) {
    return recordedTime.nearest(cameraId, asked, withoutRow(cameraId));
  }

  private List<Span> withoutRow(UUID cameraId) {
    return open.list(cameraId).stream().map(Recordings::span).toList();
  }

  private static Span span(RecordedSegment segment) {
    return new Span(segment.start(), segment.end());
  }

  /// Reads every byte of what is recorded of a stretch and notes the files that are not what was
  /// recorded: from then on [#coverage] names them, and [#extract] leaves them out.
  public void verify(UUID cameraId, Span asked) {
    files.verify(cameraId, withLead(asked));
  }

  /// The part of a camera's recording as one MP4 that is made while it is read. Once its end is
  /// recorded, it is the same file whenever it is asked for, though its last segment may still
  /// grow.
  ///
  /// @throws Problem when nothing of it is recorded; it names the nearest that is. Likewise when a
  ///   file that it needs is lost; it names what is lost
  public VirtualMp4 video(UUID cameraId, Span asked) {
    VirtualMp4 video = cut(cameraId, asked, segments(cameraId, asked));
    List<Span> lost =
        video.segments().stream()
            .filter(segment -> !isReadable(segment))
            .map(segment -> span(segment).intersect(asked))
            .toList();
    if (!lost.isEmpty()) {
      throw Problem.of(
              RecordingProblem.FOOTAGE_LOST,
              lost.getFirst().from().toString(),
              lost.getLast().to().toString())
          .with("lost", lost);
    }
    return video;
  }

  private static boolean isReadable(RecordedSegment segment) {
    File file = segment.file().toFile();
    return file.length() >= segment.index().endBytes() && file.canRead();
  }

  /// As [#video], of the files that [#extract] takes.
  public VirtualMp4 intactVideo(UUID cameraId, Span asked) {
    List<SegmentRow> rows = intact(cameraId, asked);
    return cut(cameraId, asked, rows.stream().map(this::recorded).toList());
  }

  private VirtualMp4 cut(UUID cameraId, Span asked, List<RecordedSegment> recorded) {
    return VirtualMp4.of(recorded, asked.from(), asked.to())
        .orElseThrow(() -> notRecorded(cameraId, asked, "from"));
  }

  /// The picture shown at an instant.
  ///
  /// @throws Problem when nothing is recorded then
  public Still still(UUID cameraId, Instant at) {
    return stills.take(segmentAt(cameraId, at), at);
  }

  /// The last key picture until an instant, to be shown by [#preview].
  ///
  /// @throws Problem when nothing is recorded then
  public KeyFrame keyFrame(UUID cameraId, Instant at) {
    return Stills.keyFrame(segmentAt(cameraId, at), at);
  }

  /// A key picture, small.
  ///
  /// @throws Problem when pictures are being made for others
  public Still preview(KeyFrame key) {
    return stills.preview(key);
  }

  private RecordedSegment segmentAt(UUID cameraId, Instant at) {
    Span moment = new Span(at, at.plusMillis(1));
    return segments(cameraId, moment).stream()
        .filter(segment -> !segment.start().isAfter(at))
        .findFirst()
        .orElseThrow(() -> notRecorded(cameraId, moment, "at"));
  }

  /// Writes a clip of closed segments whose files are not known to be lost to a new file, every
  /// picture's bytes unchanged.
  ///
  /// @throws Problem when nothing is recorded then, or the segment being written is needed: see
  ///   [#isClosed]
  public Extract extract(UUID cameraId, Span asked, Path target) {
    Map<String, SegmentRow> rows = new HashMap<>();
    List<RecordedSegment> recorded = new ArrayList<>();
    for (SegmentRow row : intact(cameraId, asked)) {
      RecordedSegment segment = recorded(row);
      rows.put(segment.id(), row);
      recorded.add(segment);
    }
    CleanMp4 clip =
        CleanMp4.of(recorded, asked.from(), asked.to())
            .orElseThrow(() -> notRecorded(cameraId, asked, "from"));
    Bytes sha256 = ClipWriter.write(clip, target);
    List<Extract.Source> sources = new ArrayList<>();
    for (RecordedSegment segment : clip.segments()) {
      SegmentRow row = requireNonNull(rows.get(segment.id()));
      sources.add(
          new Extract.Source(
              row.id(),
              new Span(row.segment().start(), row.segment().end()),
              row.segment().sha256(),
              row.previousSha256(),
              row.eventId(),
              row.segment().format(),
              row.segment().clock()));
    }
    return new Extract(
        asked,
        clip.frames().getFirst().at(),
        clip.frames().getLast().at(),
        clip.frames().size(),
        Extract.Damage.of(clip.frames(), clip.duration()),
        clip.hiddenFrames(),
        clip.hiddenPreroll(),
        clip.duration(),
        clip.sizeBytes(),
        sha256,
        recordedTime.coverage(cameraId, asked, List.of()),
        sources);
  }

  /// Whether everything recorded of a stretch is in closed segments, so that it can be extracted:
  /// the segment being written closes within about a minute.
  public boolean isClosed(UUID cameraId, Span asked) {
    Instant end = withLead(asked).to();
    boolean withoutRow =
        open.list(cameraId).stream().anyMatch(segment -> segment.start().isBefore(end));
    return !asked.to().isAfter(clock.instant()) && !withoutRow && !journal.isPending(cameraId, end);
  }

  /// Forbids deleting a stretch until the hold is lifted, in the caller's transaction.
  ///
  /// @param reason what the hold is for, such as a request's code
  @Transactional
  public void hold(UUID cameraId, Span span, String reason, @Nullable Actor by) {
    Camera camera = cameras.get(cameraId);
    holds.insert(ids.next(), cameraId, span, reason, clock.instant());
    log.record(
        Event.of(RecordingEvent.HELD)
            .by(by)
            .about("camera", cameraId, camera.code())
            .fact("from", span.from())
            .fact("to", span.to())
            .fact("reason", reason));
  }

  /// Lifts all holds of a reason, in the caller's transaction.
  @Transactional
  public void liftHolds(String reason, @Nullable Actor by) {
    int lifted = holds.lift(reason, clock.instant());
    if (lifted > 0) {
      log.record(
          Event.of(RecordingEvent.HOLD_LIFTED).by(by).fact("reason", reason).fact("holds", lifted));
    }
  }

  private List<SegmentRow> intact(UUID cameraId, Span asked) {
    List<SegmentRow> rows = segments.list(cameraId, withLead(asked));
    Set<UUID> lost = segments.lost(rows.stream().map(SegmentRow::id).toList());
    return rows.stream().filter(row -> !lost.contains(row.id())).toList();
  }

  private List<RecordedSegment> segments(UUID cameraId, Span asked) {
    // Those without a row first: if one gets its row meanwhile, the row replaces it.
    List<RecordedSegment> withoutRow = open.list(cameraId);
    List<RecordedSegment> found = new ArrayList<>();
    Span searched = withLead(asked);
    segments.list(cameraId, searched).forEach(row -> found.add(recorded(row)));
    for (RecordedSegment segment : withoutRow) {
      if (span(segment).overlaps(searched)
          && found.stream().noneMatch(other -> other.id().equals(segment.id()))) {
        found.add(segment);
      }
    }
    return found;
  }

  /// Where the segments begin that may hold pictures of a stretch.
  private static Span withLead(Span asked) {
    return new Span(asked.from(), asked.to().plus(RecordedSegment.LEAD));
  }

  private RecordedSegment recorded(SegmentRow row) {
    return row.segment().toRecorded(storage.folder());
  }

  /// @param field the parameter that asked for it
  private Problem notRecorded(UUID cameraId, Span asked, String field) {
    Nearest nearest = nearest(cameraId, asked);
    Span closest = nearest.closest(asked);
    if (closest == null) {
      return Problem.of(RecordingProblem.NOTHING_RECORDED);
    }
    String from = closest.from().toString();
    String to = closest.to().toString();
    Problem problem =
        Problem.of(
                RecordingProblem.NOT_RECORDED,
                asked.from().toString(),
                asked.to().toString(),
                from,
                to)
            .field(new FieldProblem(field, "not-recorded", List.of(from, to)))
            .with("nearest", closest);
    if (nearest.before() != null) {
      problem.with("before", nearest.before());
    }
    return nearest.after() == null ? problem : problem.with("after", nearest.after());
  }
}
