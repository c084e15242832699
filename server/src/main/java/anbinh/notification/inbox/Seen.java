package anbinh.notification.inbox;

import anbinh.worklist.WorklistEntry;
import anbinh.worklist.WorklistKind;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What a person's worklist had of a kind when it was last looked at, and what they were told of
/// it.
///
/// @param latest when the newest of them came; null where its feature does not say so
/// @param toldAt when the person was last told; null where they never were
/// @param toldCount of how many
/// @param repeats how often that was told again since
record Seen(
    WorklistKind kind,
    int count,
    int overdue,
    @Nullable Instant latest,
    @Nullable Instant toldAt,
    int toldCount,
    int repeats) {
  static Seen nothing(WorklistKind kind) {
    return new Seen(kind, 0, 0, null, null, 0, 0);
  }

  /// The same with what waits now.
  Seen with(WorklistEntry entry) {
    Instant newest =
        latest == null || (entry.latest() != null && entry.latest().isAfter(latest))
            ? entry.latest()
            : latest;
    return new Seen(kind, entry.count(), entry.overdue(), newest, toldAt, toldCount, repeats);
  }

  Seen told(Instant at) {
    return new Seen(kind, count, overdue, latest, at, count, 0);
  }

  Seen toldAgain(Instant at) {
    return new Seen(kind, count, overdue, latest, at, count, repeats + 1);
  }
}
