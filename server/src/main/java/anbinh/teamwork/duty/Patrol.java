package anbinh.teamwork.duty;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A patrol or another duty that was done, with what is said of it now and what was said before.
///
/// @param kind what sort of duty
/// @param annulled whether it never was, which its last version says
/// @param late whether it was written down more than a day after its end
/// @param versions in their order; the last one counts
public record Patrol(
    UUID id,
    UUID teamId,
    Kind kind,
    @Nullable UUID shiftId,
    boolean late,
    UUID recordedBy,
    Instant recordedAt,
    boolean erased,
    boolean annulled,
    List<Version> versions) {
  /// What a team does on duty (Law 30/2023/QH15, articles 7 to 12, and what the commune's police
  /// assign).
  public enum Kind {
    PATROL,
    /// At the team's office, to be called.
    ON_CALL,
    /// Order at a festival or a meeting.
    EVENT,
    FIRE_RESCUE,
    TRAFFIC,
    /// Anything else that the police assigned.
    ASSIGNED
  }

  /// @param words null once erased, as is the reason
  /// @param reason of a correction or of the annulment
  public record Version(
      int version,
      Instant startedAt,
      Instant endedAt,
      List<UUID> members,
      @Nullable String words,
      @Nullable String reason,
      UUID by,
      Instant at) {
    public Version {
      members = List.copyOf(members);
    }

    long minutes() {
      return Duration.between(startedAt, endedAt).toMinutes();
    }

    /// Who would have been at two places.
    List<UUID> twice(Version other) {
      boolean meet = startedAt.isBefore(other.endedAt) && other.startedAt.isBefore(endedAt);
      return meet ? members.stream().filter(other.members::contains).toList() : List.of();
    }

    @Override
    public String toString() {
      return "Version[" + version + "]";
    }
  }

  public Patrol {
    versions = List.copyOf(versions);
  }

  Version last() {
    return versions.getLast();
  }
}
