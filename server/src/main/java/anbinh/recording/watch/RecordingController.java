package anbinh.recording.watch;

import anbinh.cameras.Camera;
import anbinh.cameras.store.Cameras;
import anbinh.identity.PersonName;
import anbinh.identity.Role;
import anbinh.identity.Viewer;
import anbinh.identity.people.People;
import anbinh.identity.session.Access;
import anbinh.media.mp4.VirtualMp4;
import anbinh.platform.Messages;
import anbinh.platform.http.ByteRange;
import anbinh.recording.Coverage;
import anbinh.recording.Remark;
import anbinh.recording.Span;
import anbinh.recording.Still;
import anbinh.recording.footage.RecordedDays;
import anbinh.recording.footage.Recordings;
import anbinh.recording.still.KeyFrame;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// The paths of recorded footage. Every view is checked against the camera's area and, once the
/// footage is not fresh, for a current case or an emergency access; and it is logged.
@RestController
@RequestMapping("/api/cameras/{id}")
class RecordingController {
  private static final Role[] WATCHERS = {Role.DUTY_OFFICER, Role.INVESTIGATOR};
  private static final Role[] PLANNERS = {
    Role.DUTY_OFFICER, Role.INVESTIGATOR, Role.APPROVER, Role.ADMINISTRATOR
  };
  private static final Duration MAX_COVERAGE = Duration.ofDays(400);
  private static final Duration MAX_VIDEO = Duration.ofHours(6);
  private static final Duration MAX_FRAME_LIST = Duration.ofHours(1);
  private static final double TICKS_PER_MILLISECOND = 90;

  private final Cameras cameras;
  private final Recordings recordings;
  private final RecordedDays days;
  private final Access access;
  private final WatchLog log;
  private final People people;
  private final Messages messages;

  RecordingController(
      Cameras cameras,
      Recordings recordings,
      RecordedDays days,
      Access access,
      WatchLog log,
      People people,
      Messages messages) {
    this.cameras = cameras;
    this.recordings = recordings;
    this.days = days;
    this.people = people;
    this.messages = messages;
    this.access = access;
    this.log = log;
  }

  /// @param gaps in order; with `recorded` they are the asked span exactly
  /// @param reasons what each gap's `reason` says and what to do about it, in the reader's language
  record CoverageView(
      List<RunView> recorded,
      List<GapView> gaps,
      List<RemarkView> remarks,
      Map<String, GapReasons.Reason> reasons,
      @Nullable Instant earliest,
      @Nullable Instant latest) {
    CoverageView {
      recorded = List.copyOf(recorded);
      gaps = List.copyOf(gaps);
      remarks = List.copyOf(remarks);
      reasons = Map.copyOf(reasons);
    }
  }

  /// @param cameraRate at which the camera's timestamps ran; 1 as declared
  record RemarkView(
      Instant from,
      Instant to,
      int frames,
      int damagedFrames,
      boolean timeByReceipt,
      @Nullable Long uncertaintyMillis,
      double cameraRate) {
    static RemarkView of(Remark remark) {
      Duration uncertainty = remark.uncertainty();
      return new RemarkView(
          remark.span().from(),
          remark.span().to(),
          remark.frames(),
          remark.damagedFrames(),
          remark.timeByReceipt(),
          uncertainty == null ? null : uncertainty.toMillis(),
          remark.cameraRate());
    }
  }

  record RunView(Instant from, Instant to) {}

  /// @param detail one line for a technician, in English
  /// @param switched who switched recording off and when; null for other causes
  record GapView(
      Instant from,
      Instant to,
      String cause,
      String reason,
      String detail,
      @Nullable SwitchedView switched) {}

  /// @param by null when the server itself did it
  record SwitchedView(Instant at, @Nullable PersonName by) {}

  /// Which times are recorded, not what they show: whoever plans with the camera may know.
  @GetMapping("/coverage")
  CoverageView coverage(
      @PathVariable UUID id, @RequestParam Instant from, @RequestParam Instant to) {
    cameraFor(id, PLANNERS);
    Span span = SpanParameters.span(from, to, MAX_COVERAGE);
    Coverage coverage = recordings.coverage(id, span);
    Map<UUID, String> names = people.displayNames(coverage.switchedBy());
    var said = new GapReasons(messages);
    return new CoverageView(
        coverage.recorded().stream().map(run -> new RunView(run.from(), run.to())).toList(),
        coverage.gaps().stream()
            .map(gap ->
                new GapView(
                    gap.span().from(),
                    gap.span().to(),
                    gap.cause(),
                    said.reason(gap),
                    gap.detail(),
                    switched(gap.switched(), names)))
            .toList(),
        recordings.remarks(id, span).stream().map(RemarkView::of).toList(),
        said.all(),
        coverage.earliest(),
        coverage.latest());
  }

  private static @Nullable SwitchedView switched(
      Coverage.@Nullable Switched switched, Map<UUID, String> names) {
    return switched == null
        ? null
        : new SwitchedView(
            switched.at(), switched.by() == null ? null : PersonName.of(switched.by(), names));
  }

  @GetMapping("/video.mp4")
  void video(
      @PathVariable UUID id,
      @RequestParam Instant from,
      @RequestParam Instant to,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    Camera camera = cameraFor(id, WATCHERS);
    Span span = SpanParameters.span(from, to, MAX_VIDEO);
    Viewer viewer = access.requireLook(camera.areaId(), span.from());
    VirtualMp4 video = recordings.video(id, span);
    log.recordingWatched(viewer, camera, span);
    response.setHeader("X-Anbinh-From", video.frames().getFirst().at().toString());
    response.setHeader("X-Anbinh-To", video.frames().getLast().at().toString());
    Optional<ByteRange> range =
        ByteRange.writeHead(request, response, video.mimeType(), video.etag(), video.sizeBytes());
    if (range.isPresent()) {
      video.read(
          range.get().start(),
          range.get().length(),
          new ResponseChannel(response.getOutputStream()));
    }
  }

  record FramesView(List<FrameView> frames) {
    FramesView {
      frames = List.copyOf(frames);
    }
  }

  /// @param damaged whether parts of it, or of a picture that it may refer to, never came
  /// @param mediaMillis where the frame begins in the video of the same `from` and `to`
  record FrameView(Instant at, boolean key, boolean damaged, double mediaMillis) {}

  @GetMapping("/frames")
  FramesView frames(@PathVariable UUID id, @RequestParam Instant from, @RequestParam Instant to) {
    Camera camera = cameraFor(id, WATCHERS);
    Span span = SpanParameters.span(from, to, MAX_FRAME_LIST);
    access.requireLook(camera.areaId(), span.from());
    return new FramesView(
        recordings.video(id, span).frames().stream()
            .map(frame ->
                new FrameView(
                    frame.at(),
                    frame.key(),
                    frame.damaged(),
                    frame.movieTicks() / TICKS_PER_MILLISECOND))
            .toList());
  }

  @GetMapping(value = "/still.jpg", produces = MediaType.IMAGE_JPEG_VALUE)
  ResponseEntity<byte[]> still(@PathVariable UUID id, @RequestParam Instant at) {
    Camera camera = cameraFor(id, WATCHERS);
    Viewer viewer = access.requireLook(camera.areaId(), at);
    Still still = recordings.still(id, at);
    log.stillTaken(viewer, camera, still.frameAt());
    return picture(still);
  }

  /// A picture of at most 320 pixels for an instant, while the time line is moved. It is looked at
  /// by the same right as the video, and is in the log with the hour that it is of.
  @GetMapping(value = "/preview.jpg", produces = MediaType.IMAGE_JPEG_VALUE)
  ResponseEntity<byte[]> preview(@PathVariable UUID id, @RequestParam Instant at) {
    Camera camera = cameraFor(id, WATCHERS);
    access.requireLook(camera.areaId(), at);
    KeyFrame key = recordings.keyFrame(id, at);
    // It may be older than what was asked for, and older than may be seen. It is looked at before
    // it is decoded, which takes seconds while the machine is busy.
    Viewer viewer = access.requireLook(camera.areaId(), key.at());
    Still preview = recordings.preview(key);
    log.previewed(viewer, camera, preview.frameAt());
    return picture(preview);
  }

  private static ResponseEntity<byte[]> picture(Still still) {
    return ResponseEntity.ok()
        .cacheControl(CacheControl.noStore())
        .header("X-Anbinh-Frame-At", still.frameAt().toString())
        .body(still.jpeg().toArray());
  }

  record RecordedDaysView(List<RecordedDayView> items) {
    RecordedDaysView {
      items = List.copyOf(items);
    }
  }

  /// @param recordedMillis how much of the day is recorded
  /// @param dayMillis how much of the day is over
  record RecordedDayView(LocalDate day, long recordedMillis, long dayMillis) {
    static RecordedDayView of(RecordedDays.Day day) {
      return new RecordedDayView(day.on(), day.recorded().toMillis(), day.over().toMillis());
    }
  }

  /// How much of each day of a month is recorded, of the days that have begun.
  @GetMapping("/recorded-days")
  RecordedDaysView recordedDays(@PathVariable UUID id, @RequestParam YearMonth month) {
    cameraFor(id, PLANNERS);
    return new RecordedDaysView(days.of(id, month).stream().map(RecordedDayView::of).toList());
  }

  /// The role is looked at first: whoever may see no camera learns nothing about which there are.
  private Camera cameraFor(UUID id, Role... roles) {
    access.require(roles);
    Camera camera = cameras.get(id);
    access.require(camera.areaId(), roles);
    return camera;
  }
}
