package anbinh.oversight.access;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What one person saw of one target for one matter.
///
/// @param areaId the commune of the target, or of the person where the target has none
/// @param office whether the person works without cases of their own, as duty officers do
/// @param from the beginning of the footage
/// @param caseId the case that covers it
/// @param entries how many entries of the log it is put together from
/// @param indexes the places of the first hundred of them
/// @param ground where what was looked at is; null where that is not known
public record FootageAccess(
    long id,
    UUID person,
    FootageAccessKind kind,
    String targetKind,
    String targetId,
    @Nullable String targetCode,
    @Nullable UUID areaId,
    boolean office,
    boolean offHours,
    Instant firstAt,
    Instant lastAt,
    Instant from,
    Instant to,
    Covered covered,
    @Nullable UUID caseId,
    int entries,
    List<Long> indexes,
    @Nullable Ground ground) {
  public FootageAccess {
    indexes = List.copyOf(indexes);
  }
}
