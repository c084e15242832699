package anbinh.recording.store;

import anbinh.recording.Coverage;
import anbinh.recording.Coverage.Gap;
import anbinh.recording.GapCause;
import anbinh.recording.Span;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Works out a [Coverage] from what the tables and the open segments say, in one pass over each.
///
/// What is not recorded is explained by one layer of causes after the other; a layer explains only
/// what those before it left.
final class CoverageBuilder {
  /// Segments abut exactly by design, and so do gaps; this much is forgiven to rounding, since the
  /// tables keep microseconds of gaps that begin and end at nanoseconds.
  private static final Duration TOLERANCE = Duration.ofMillis(2);

  /// Why nothing came before the first picture, where nothing worse is noted.
  private static final String STARTING = anbinh.media.record.log.Gap.Cause.STARTING.name();

  /// The last picture before recording was switched off may have come so long before: a picture
  /// lasts until the next.
  private static final Duration LAST_PICTURE = Duration.ofSeconds(5);

  private final Span asked;
  private final List<Gap> gaps = new ArrayList<>();
  private List<Span> holes;

  private CoverageBuilder(Span asked, List<Span> runs) {
    this.asked = asked;
    this.holes = between(asked, runs);
  }

  /// What is known of a camera's time. Lists are in order of start.
  ///
  /// @param recorded spans of segments; they may overlap where a clock was set back
  /// @param lost what was recorded and is gone: deleted, or its file is lost
  /// @param off when recording was switched off
  /// @param noted gaps that the recorder noted
  /// @param first the first recorded instant, whatever became of it; null when nothing ever was
  /// @param written where the file that is being written ends so far; null when none is
  record Known(
      List<Span> recorded,
      List<Gap> lost,
      List<Gap> off,
      List<Gap> noted,
      @Nullable Instant first,
      @Nullable Instant written,
      Instant now) {}

  static Coverage build(
      Span asked, Known known, @Nullable Instant earliest, @Nullable Instant latest) {
    List<Span> runs = runs(asked, known.recorded());
    var builder = new CoverageBuilder(asked, runs);
    Instant written = known.written();
    Instant first = known.first() == null ? known.now() : known.first();
    builder.explain(known.lost());
    builder.explain(builder.from(known.now(), GapCause.FUTURE));
    builder.explain(known.off());
    builder.explain(known.noted().stream().flatMap(gap -> fromFirst(gap, first)).toList());
    builder.explain(builder.until(first, GapCause.NOT_YET_RECORDED));
    if (written != null) {
      builder.explain(builder.from(written, GapCause.BEING_RECORDED));
    }
    return new Coverage(asked, runs, builder.finish(), earliest, latest);
  }

  /// Before the first picture "starting" says no more than that it was not yet recorded.
  private static Stream<Gap> fromFirst(Gap gap, Instant first) {
    if (!gap.cause().equals(STARTING) || !gap.span().from().isBefore(first)) {
      return Stream.of(gap);
    }
    return gap.span().to().isAfter(first)
        ? Stream.of(gap.over(new Span(first, gap.span().to())))
        : Stream.empty();
  }

  private List<Gap> from(Instant at, GapCause cause) {
    return at.isBefore(asked.to()) ? List.of(new Gap(new Span(at, asked.to()), cause)) : List.of();
  }

  private List<Gap> until(Instant at, GapCause cause) {
    return at.isAfter(asked.from())
        ? List.of(new Gap(new Span(asked.from(), at), cause))
        : List.of();
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

  /// @param runs disjoint, in order
  private static List<Span> between(Span asked, List<Span> runs) {
    List<Span> holes = new ArrayList<>();
    Instant position = asked.from();
    for (Span run : runs) {
      if (position.isBefore(run.from())) {
        holes.add(new Span(position, run.from()));
      }
      position = run.to();
    }
    if (position.isBefore(asked.to())) {
      holes.add(new Span(position, asked.to()));
    }
    return holes;
  }

  /// Splits the holes along the causes noted for their parts. Of causes that overlap the earlier
  /// counts.
  private void explain(List<Gap> layer) {
    List<Span> left = new ArrayList<>();
    int next = 0;
    // Where the causes before `next` reach to.
    Instant reached = Instant.MIN;
    for (Span hole : holes) {
      Instant position = hole.from();
      while (next < layer.size() && position.isBefore(hole.to())) {
        Gap gap = layer.get(next);
        Span part = new Span(later(gap.span().from(), reached), later(gap.span().to(), reached));
        Span common = part.intersect(new Span(position, hole.to()));
        if (!common.isEmpty()) {
          if (position.isBefore(common.from())) {
            left.add(new Span(position, common.from()));
          }
          gaps.add(gap.over(common));
          position = common.to();
        }
        if (part.to().isAfter(hole.to())) {
          // It may explain a part of the next hole, too.
          break;
        }
        reached = later(reached, part.to());
        next++;
      }
      if (position.isBefore(hole.to())) {
        left.add(new Span(position, hole.to()));
      }
    }
    holes = left;
  }

  /// The gaps in order, alike ones joined. What nothing explains is unknown, but for what rounding
  /// leaves beside a gap.
  private List<Gap> finish() {
    holes.forEach(hole -> gaps.add(new Gap(hole, GapCause.UNKNOWN)));
    gaps.sort(Comparator.comparing(gap -> gap.span().from()));
    List<Gap> joined = new ArrayList<>();
    for (Gap gap : gaps) {
      Gap last = joined.isEmpty() ? null : joined.getLast();
      if (last == null || !last.span().to().equals(gap.span().from())) {
        joined.add(gap);
        continue;
      }
      Span both = new Span(last.span().from(), gap.span().to());
      if (isRounding(gap) || alike(last, gap)) {
        joined.set(joined.size() - 1, last.over(both));
      } else if (isRounding(last) || isLastPicture(last, gap)) {
        joined.set(joined.size() - 1, gap.over(both));
      } else {
        joined.add(gap);
      }
    }
    return joined;
  }

  private static boolean alike(Gap one, Gap other) {
    return one.over(other.span()).equals(other);
  }

  private static boolean isRounding(Gap gap) {
    return gap.is(GapCause.UNKNOWN) && gap.span().length().compareTo(TOLERANCE) <= 0;
  }

  private static boolean isLastPicture(Gap gap, Gap next) {
    return gap.is(GapCause.UNKNOWN)
        && next.switched() != null
        && gap.span().length().compareTo(LAST_PICTURE) <= 0;
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }
}
