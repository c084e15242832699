package anbinh.recording.store;

import anbinh.recording.Coverage;
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

  private final SegmentTable segments;
  private final GapTable gaps;
  private final InstantSource clock;

  RecordedTime(SegmentTable segments, GapTable gaps, InstantSource clock) {
    this.segments = segments;
    this.gaps = gaps;
    this.clock = clock;
  }

  /// Every segment file that has a row.
  public Set<String> files() {
    return segments.files();
  }

  /// The end of what is recorded of a camera.
  public Optional<Instant> findEnd(UUID cameraId) {
    return segments.findExtent(cameraId).map(Span::to);
  }

  /// Ends the gaps that a killed server left open: one without an end would explain every later
  /// gap.
  public void endOpenGaps() {
    gaps.endOpen(clock.instant());
  }

  /// @param withoutRow the spans of the segments that have no row yet, in order; the last is being
  ///   written
  public Coverage coverage(UUID cameraId, Span asked, List<Span> withoutRow) {
    List<Span> recorded = new ArrayList<>(segments.listSpans(cameraId, asked));
    withoutRow.stream().filter(asked::overlaps).forEach(recorded::add);
    Optional<Span> extent = segments.findExtent(cameraId);
    Optional<Span> first = withoutRow.stream().findFirst();
    Optional<Span> open = withoutRow.stream().reduce((a, b) -> b);
    Instant earliest = extent.or(() -> first).map(Span::from).orElse(null);
    Instant latest = open.or(() -> extent).map(Span::to).orElse(null);
    List<Coverage.Gap> noted = new ArrayList<>(gaps.list(cameraId, asked));
    segments
        .listDeleted(cameraId, asked)
        .forEach(span -> noted.add(new Coverage.Gap(span, "DELETED", "")));
    noted.sort(Comparator.comparing(gap -> gap.span().from()));
    // While a segment grows, what comes after its last picture is the present, not a gap.
    Instant present = open.map(Span::to).orElseGet(clock::instant);
    return CoverageBuilder.build(asked, recorded, noted, earliest, latest, present);
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
