package anbinh.cases;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One of the happenings that a case joins. It says nothing of people: they belong to the closed
/// record of the case.
///
/// @param title what happened
/// @param type the code of a [CaseType]; null where it is that of the case
/// @param occurredFrom when it happened or began, or the earliest time it may have
/// @param occurredTo when it ended, or the latest time it may have happened; null where it is a
///   moment
/// @param place in words; null where it is not known or not said
/// @param point likewise
/// @param report the number of the report that told of it
/// @param eventId of the event in the log by which it was added
/// @param withdrawnAt when somebody said that it was entered by mistake; null while it holds
public record Incident(
    UUID id,
    UUID caseId,
    String title,
    @Nullable String type,
    Timing timing,
    Instant occurredFrom,
    @Nullable Instant occurredTo,
    @Nullable String place,
    @Nullable Point point,
    @Nullable String report,
    @Nullable String note,
    UUID addedBy,
    Instant addedAt,
    UUID eventId,
    @Nullable Instant withdrawnAt) {
  public Incident {
    if (timing == Timing.BETWEEN && occurredTo == null) {
      throw new IllegalArgumentException("between one time and none");
    }
  }

  /// How well the time is known.
  public enum Timing {
    /// It happened at that time, or lasted from one to the other.
    EXACT,
    /// It happened some time between the two.
    BETWEEN
  }

  public boolean withdrawn() {
    return withdrawnAt != null;
  }
}
