package anbinh.team;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Somebody in a team, as it is kept, without the number of the identity card. Never printed.
///
/// @param name null once erased, as are day and year of birth, phone and papers
/// @param personId of the account that is theirs
/// @param leftOn the first day without them
/// @param importedEvent the entry of the log about the list by which they came; null for who did
///   not
/// @param version how often they were corrected
public record Member(
    UUID id,
    UUID teamId,
    State state,
    @Nullable String name,
    @Nullable Integer birthYear,
    @Nullable LocalDate birthOn,
    Gender gender,
    @Nullable String phone,
    Origin origin,
    @Nullable Education education,
    @Nullable LocalDate healthOn,
    @Nullable String certificate,
    @Nullable String badge,
    @Nullable UUID personId,
    @Nullable LocalDate leftOn,
    @Nullable LeavingReason leftReason,
    @Nullable UUID importedEvent,
    int version) {
  public enum State {
    PROPOSED,
    RECOGNISED,
    REFUSED,
    LEFT
  }

  /// Who they are, without telephone and number of the identity card.
  public Identity identity() {
    String called = name;
    return new Identity(
        called == null ? "" : called,
        birthYear,
        birthOn,
        gender,
        null,
        null,
        origin,
        education,
        healthOn);
  }

  @Override
  public String toString() {
    return "Member[" + id + "]";
  }
}
