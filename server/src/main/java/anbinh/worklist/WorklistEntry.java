package anbinh.worklist;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/// How many of a kind wait for somebody.
///
/// @param count at most [#MAX_COUNT]: more are no other news
/// @param overdue how many of them are past their time, or are urgent
/// @param nextDue when the first of them that is not overdue is due; null where none has a time
public record WorklistEntry(WorklistKind kind, int count, int overdue, @Nullable Instant nextDue) {
  public static final int MAX_COUNT = 1_000;

  /// Of what has no time.
  public static WorklistEntry of(WorklistKind kind, int count) {
    return new WorklistEntry(kind, count, 0, null);
  }

  /// Of what is due at some moments, each of one thing.
  public static WorklistEntry of(WorklistKind kind, Collection<Instant> due, Instant now) {
    return new WorklistEntry(
        kind,
        Math.min(due.size(), MAX_COUNT),
        (int) Math.min(due.stream().filter(now::isAfter).count(), MAX_COUNT),
        due.stream()
            .filter(each -> !now.isAfter(each))
            .min(Comparator.naturalOrder())
            .orElse(null));
  }
}
