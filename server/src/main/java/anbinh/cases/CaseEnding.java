package anbinh.cases;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// That somebody said that a case is over for good, or that it is not after all, and what another
/// person said to it.
///
/// @param paper by which it ended; null where it is undone
/// @param askedEvent in the log
/// @param decision null while nobody has decided
public record CaseEnding(
    UUID id,
    UUID caseId,
    String caseCode,
    EndingAction act,
    @Nullable Paper paper,
    String reason,
    UUID askedBy,
    Instant askedAt,
    UUID askedEvent,
    @Nullable Decision decision) {
  public enum EndingAction {
    END,
    /// What was confirmed before holds no more.
    UNDO
  }

  /// How a case ends for good.
  public enum EndKind {
    /// A judgment is in force.
    JUDGMENT_IN_FORCE,
    INVESTIGATION_TERMINATED,
    NOT_PROSECUTED,
    ADMINISTRATIVE_DECISION,
    /// Another agency has taken it over.
    HANDED_ON
  }

  /// Whose paper it is.
  public enum Issuer {
    COURT,
    PROSECUTOR,
    POLICE,
    PEOPLES_COMMITTEE,
    OTHER
  }

  /// @param on the day of the paper, from which is counted
  public record Paper(EndKind kind, Issuer authority, String number, LocalDate on) {}

  public enum EndingOutcome {
    CONFIRMED,
    REFUSED
  }

  /// @param reason null when it was confirmed and nothing was added
  /// @param event in the log
  public record Decision(
      EndingOutcome outcome, @Nullable String reason, UUID by, Instant at, UUID event) {}
}
