package anbinh.recording.store;

import anbinh.cameras.RecordingSwitch;
import anbinh.cameras.store.Cameras;
import anbinh.recording.Coverage;
import anbinh.recording.GapCause;
import anbinh.recording.Nearest;
import anbinh.recording.Remark;
import anbinh.recording.Span;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/// What the tables say about when a camera was recorded.
@Component
public class RecordedTime {
  /// How far a run is followed: a camera may have recorded for years without a gap.
  private static final Duration SHOWN = Duration.ofDays(1);

  /// More files are not looked at one by one for an answer: a day has 1,440 as a rule.
  private static final int MAX_CHECKED = 2_000;

  private static final String STARTING = anbinh.media.record.log.Gap.Cause.STARTING.name();

  private static final Comparator<Coverage.Gap> IN_ORDER =
      Comparator.comparing(gap -> gap.span().from());

  private final SegmentTable segments;
  private final SegmentFiles files;
  private final GapTable gaps;
  private final Cameras cameras;
  private final InstantSource clock;

  RecordedTime(
      SegmentTable segments,
      SegmentFiles files,
      GapTable gaps,
      Cameras cameras,
      InstantSource clock) {
    this.segments = segments;
    this.files = files;
    this.gaps = gaps;
    this.cameras = cameras;
    this.clock = clock;
  }

  /// Every segment file that has a row.
  public Set<String> files() {
    return segments.files();
  }

  /// Until when it is known what was recorded of a camera and why the rest was not; empty for one
  /// that was never to be recorded.
  public Optional<Instant> findAccounted(UUID cameraId) {
    return Stream.of(
            segments.findExtent(cameraId).map(Span::to),
            gaps.findEnd(cameraId),
            cameras.switches(cameraId).stream().map(RecordingSwitch::at).reduce((a, b) -> b))
        .flatMap(Optional::stream)
        .max(Comparator.naturalOrder());
  }

  /// Ends the gaps that a killed server left open: one without an end would explain every later
  /// gap.
  public void endOpenGaps() {
    gaps.endOpen(clock.instant());
  }

  /// @param withoutRow the spans of the segments that have no row yet, in order; the last is being
  ///   written
  public Coverage coverage(UUID cameraId, Span asked, List<Span> withoutRow) {
    List<Span> recorded = new ArrayList<>();
    List<Coverage.Gap> lost = new ArrayList<>();
    for (SegmentTable.Time time : times(cameraId, asked)) {
      if (time.fault() == null) {
        recorded.add(time.span());
      } else {
        lost.add(new Coverage.Gap(time.span(), time.fault()));
      }
    }
    withoutRow.stream().filter(asked::overlaps).forEach(recorded::add);
    // Where a clock was set back, what is being written began before what has its row.
    recorded.sort(Comparator.comparing(Span::from));
    segments
        .listDeleted(cameraId, asked)
        .forEach(span -> lost.add(new Coverage.Gap(span, GapCause.DELETED)));
    lost.sort(IN_ORDER);
    Optional<Span> extent = segments.findExtent(cameraId);
    Optional<Span> begun = withoutRow.stream().findFirst();
    Optional<Span> open = withoutRow.stream().reduce((a, b) -> b);
    Optional<Instant> earliest = extent.or(() -> begun).map(Span::from);
    List<RecordingSwitch> switches = cameras.switches(cameraId);
    var known =
        new CoverageBuilder.Known(
            recorded,
            lost,
            off(switches),
            noted(gaps.list(cameraId, asked), switches),
            Stream.of(earliest, segments.findFirstDeleted(cameraId))
                .flatMap(Optional::stream)
                .min(Comparator.naturalOrder())
                .orElse(null),
            open.map(Span::to).orElse(null),
            clock.instant());
    return CoverageBuilder.build(
        asked, known, earliest.orElse(null), open.or(() -> extent).map(Span::to).orElse(null));
  }

  /// Looks at the files themselves, where they are not too many: others were looked at by
  /// [anbinh.recording.retention.FileWatch].
  private List<SegmentTable.Time> times(UUID cameraId, Span asked) {
    if (segments.count(cameraId, asked) > MAX_CHECKED && files.isFolderPresent()) {
      return segments.listTimes(cameraId, asked);
    }
    return files.check(segments.listFiles(cameraId, asked)).stream()
        .map(file -> new SegmentTable.Time(file.span(), file.fault()))
        .toList();
  }

  /// The times after recording was switched off, until it was switched on again.
  static List<Coverage.Gap> off(List<RecordingSwitch> switches) {
    List<Coverage.Gap> off = new ArrayList<>();
    for (int i = 0; i < switches.size(); i++) {
      RecordingSwitch switched = switches.get(i);
      Instant until = i + 1 < switches.size() ? switches.get(i + 1).at() : Instant.MAX;
      switch (switched.state()) {
        case ON -> {}
        case OFF -> off.add(off(switched, until, GapCause.SWITCHED_OFF));
        case RETIRED -> off.add(off(switched, until, GapCause.RETIRED));
      }
    }
    return off;
  }

  private static Coverage.Gap off(RecordingSwitch switched, Instant until, GapCause cause) {
    return new Coverage.Gap(
        new Span(switched.at(), until),
        cause.name(),
        "",
        new Coverage.Switched(switched.at(), switched.by()));
  }

  /// The gaps that the recorder noted. One that it began when it opened the camera begins, for
  /// whoever asks, when recording was switched on, which was a moment before.
  static List<Coverage.Gap> noted(List<Coverage.Gap> recorder, List<RecordingSwitch> switches) {
    List<Coverage.Gap> noted = new ArrayList<>();
    Instant reached = Instant.MIN;
    for (Coverage.Gap gap : recorder) {
      Instant noticed = gap.span().from();
      Instant from = noticed;
      if (gap.cause().equals(STARTING)) {
        for (RecordingSwitch switched : switches) {
          boolean on = switched.state() == RecordingSwitch.State.ON;
          if (on && switched.at().isBefore(noticed) && !switched.at().isBefore(reached)) {
            from = switched.at();
          }
        }
      }
      noted.add(gap.over(new Span(from, gap.span().to())));
      reached = reached.isAfter(gap.span().to()) ? reached : gap.span().to();
    }
    return noted;
  }

  /// What has to be said about recorded time.
  public List<Remark> remarks(UUID cameraId, Span asked) {
    return segments.listRemarks(cameraId, asked);
  }

  /// What is recorded on both sides of a stretch in which nothing is.
  ///
  /// @param withoutRow the spans of the segments that have no row yet, in order
  public Nearest nearest(UUID cameraId, Span asked, List<Span> withoutRow) {
    Optional<Instant> end =
        Stream.concat(
                segments.findBefore(cameraId, asked.from()).stream(),
                withoutRow.stream().filter(span -> span.from().isBefore(asked.from())))
            .map(Span::to)
            .max(Comparator.naturalOrder());
    Optional<Instant> start =
        Stream.concat(
                segments.findFrom(cameraId, asked.from()).stream(),
                withoutRow.stream().filter(span -> !span.from().isBefore(asked.from())))
            .map(Span::from)
            .min(Comparator.naturalOrder());
    return new Nearest(
        end.flatMap(
                to -> runs(cameraId, new Span(to.minus(SHOWN), to), withoutRow).reduce((a, b) -> b))
            .orElse(null),
        start
            .flatMap(
                from -> runs(cameraId, new Span(from, from.plus(SHOWN)), withoutRow).findFirst())
            .orElse(null));
  }

  private Stream<Span> runs(UUID cameraId, Span span, List<Span> withoutRow) {
    return coverage(cameraId, span, withoutRow).recorded().stream();
  }
}
