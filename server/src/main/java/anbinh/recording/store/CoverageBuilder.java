package anbinh.recording.store;

import anbinh.recording.Coverage;
import anbinh.recording.Coverage.Gap;
import anbinh.recording.Span;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Works out a [Coverage] from what the tables and the open segments say.
final class CoverageBuilder {
  /// Segments abut exactly by design, and so do gaps; this much is forgiven to rounding, since the
  /// tables keep microseconds of gaps that begin and end at nanoseconds.
  private static final Duration TOLERANCE = Duration.ofMillis(2);

  private CoverageBuilder() {}

  /// @param asked the span to describe
  /// @param segments recorded spans that overlap it, in order of their start
  /// @param noted gaps that overlap it, in order of their start
  static Coverage build(
      Span asked,
      List<Span> segments,
      List<Gap> noted,
      @Nullable Instant earliest,
      @Nullable Instant latest,
      Instant now) {
    List<Span> runs = runs(asked, segments);
    if (earliest == null) {
      return new Coverage(runs, List.of(), null, null);
    }
    Instant begin = later(asked.from(), earliest);
    Instant end = earlier(asked.to(), now);
    List<Gap> gaps = new ArrayList<>();
    Instant position = begin;
    for (Span run : runs) {
      if (position.isBefore(run.from())) {
        explain(new Span(position, run.from()), noted, gaps);
      }
      position = later(position, run.to());
    }
    if (position.isBefore(end)) {
      explain(new Span(position, end), noted, gaps);
    }
    return new Coverage(runs, gaps, earliest, latest);
  }

  private static List<Span> runs(Span asked, List<Span> segments) {
    List<Span> runs = new ArrayList<>();
    for (Span segment : segments) {
      Span part = segment.intersect(asked);
      if (part.isEmpty()) {
        continue;
      }
      Span last = runs.isEmpty() ? null : runs.getLast();
      if (last != null && !part.from().isAfter(last.to().plus(TOLERANCE))) {
        runs.removeLast();
        runs.add(new Span(last.from(), later(last.to(), part.to())));
      } else {
        runs.add(part);
      }
    }
    return runs;
  }

  /// Splits an unrecorded span along the causes noted for its parts.
  private static void explain(Span hole, List<Gap> noted, List<Gap> gaps) {
    Instant position = hole.from();
    for (Gap gap : noted) {
      Span part = gap.span().intersect(new Span(position, hole.to()));
      if (part.isEmpty()) {
        continue;
      }
      Instant from = part.from();
      if (isRounding(position, from)) {
        from = position;
      } else if (position.isBefore(from)) {
        add(new Gap(new Span(position, from), "UNKNOWN", ""), gaps);
      }
      Instant to = isRounding(part.to(), hole.to()) ? hole.to() : part.to();
      add(new Gap(new Span(from, to), gap.cause(), gap.detail()), gaps);
      position = to;
    }
    if (position.isBefore(hole.to())) {
      add(new Gap(new Span(position, hole.to()), "UNKNOWN", ""), gaps);
    }
  }

  private static boolean isRounding(Instant from, Instant to) {
    return from.isBefore(to) && !to.isAfter(from.plus(TOLERANCE));
  }

  private static void add(Gap gap, List<Gap> gaps) {
    Gap last = gaps.isEmpty() ? null : gaps.getLast();
    if (last != null
        && last.span().to().equals(gap.span().from())
        && last.cause().equals(gap.cause())
        && last.detail().equals(gap.detail())) {
      gaps.removeLast();
      gaps.add(new Gap(new Span(last.span().from(), gap.span().to()), gap.cause(), gap.detail()));
    } else {
      gaps.add(gap);
    }
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }

  private static Instant earlier(Instant one, Instant other) {
    return one.isBefore(other) ? one : other;
  }
}
