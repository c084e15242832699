package anbinh.platform.indicator;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One record that an indicator counts, as a list names it: nothing of what it holds.
///
/// @param id of the row that is counted; unique within one indicator
/// @param objectId of what is opened to read it; null where nothing is
/// @param code as people say it; null where it has none
/// @param name of a team, a group or a programme; null of what has no name
/// @param areaId the smallest unit of the record
/// @param day on which it counts
/// @param count how much it counts, such as the members of a team
public record IndicatorRecord(
    UUID id,
    @Nullable UUID objectId,
    @Nullable String code,
    @Nullable String name,
    UUID areaId,
    LocalDate day,
    long count) {
  /// The order of the list: newest first.
  public static final Comparator<IndicatorRecord> ORDER =
      Comparator.comparing(IndicatorRecord::day)
          .thenComparing(each -> each.id().toString())
          .reversed();

  /// Where a part of the list ended.
  public record Cursor(LocalDate day, UUID id) {}
}
