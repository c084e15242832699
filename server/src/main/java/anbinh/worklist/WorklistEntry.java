package anbinh.worklist;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/// How many of a kind wait for somebody.
///
/// @param count at most [#MAX_COUNT]: more are no other news
/// @param overdue how many of them are past their time, or are urgent
/// @param nextDue when the first of them that is not past its time is due; null where none has one
/// @param latest when the newest of them came; null where its feature does not say so
public record WorklistEntry(
    WorklistKind kind,
    int count,
    int overdue,
    @Nullable Instant nextDue,
    @Nullable Instant latest) {
  public static final int MAX_COUNT = 1_000;

  public WorklistEntry {
    count = Math.min(count, MAX_COUNT);
    overdue = Math.min(overdue, MAX_COUNT);
  }

  public WorklistEntry(WorklistKind kind, int count, int overdue, @Nullable Instant nextDue) {
    this(kind, count, overdue, nextDue, null);
  }

  /// The same with when the newest of them came.
  public WorklistEntry withLatest(@Nullable Instant newest) {
    return new WorklistEntry(kind, count, overdue, nextDue, newest);
  }

  /// Of what has no time.
  public static WorklistEntry of(WorklistKind kind, int count) {
    return new WorklistEntry(kind, count, 0, null);
  }

  /// Of what each has a time.
  public static WorklistEntry of(WorklistKind kind, Collection<Instant> times, Instant now) {
    long overdue = times.stream().filter(now::isAfter).count();
    return new WorklistEntry(
        kind,
        times.size(),
        Math.toIntExact(overdue),
        times.stream()
            .filter(time -> !now.isAfter(time))
            .min(Comparator.naturalOrder())
            .orElse(null));
  }
}
