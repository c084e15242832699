package anbinh.teamwork.group;

import anbinh.team.Paper;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A group of households.
///
/// @param code what people call it, for example `GRP-0001`
/// @param paper by which it was set up
/// @param version how often it was changed
/// @param endedOn the first day without it
/// @param mergedInto where its households are; null where it just ended
public record Group(
    UUID id,
    String code,
    Kind kind,
    UUID communeId,
    UUID villageId,
    String name,
    int households,
    Paper paper,
    int version,
    @Nullable LocalDate endedOn,
    @Nullable UUID mergedInto,
    @Nullable String endPaper) {
  public enum Kind {
    SECURITY,
    SOCIAL_SECURITY
  }

  /// What somebody is in it.
  public enum Lead {
    LEADER,
    DEPUTY
  }

  /// Who leads it for a time.
  ///
  /// @param version how often it was said
  /// @param name null once erased, as is the telephone
  /// @param until the last day
  public record Leader(
      UUID id,
      UUID groupId,
      Lead position,
      @Nullable String name,
      @Nullable String phone,
      LocalDate from,
      LocalDate until,
      Paper paper,
      int version) {
    boolean on(LocalDate day) {
      return !day.isBefore(from) && !day.isAfter(until);
    }

    @Override
    public String toString() {
      return "Leader[" + id + "]";
    }
  }

  /// What was said of a leader before it was corrected.
  ///
  /// @param name null once erased, as is the telephone
  /// @param reason why it was corrected
  public record LeaderBefore(
      UUID leaderId,
      int version,
      @Nullable String name,
      @Nullable String phone,
      LocalDate until,
      String reason,
      UUID by,
      Instant at) {
    @Override
    public String toString() {
      return "LeaderBefore[" + leaderId + "]";
    }
  }
}
