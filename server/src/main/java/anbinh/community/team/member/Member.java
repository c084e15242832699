package anbinh.community.team.member;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Somebody in a team, as it is kept, without the number of the identity card. Never printed.
///
/// @param name null once erased, as are day and year of birth, phone and papers
/// @param hasNationalId whether the number of the identity card is known
/// @param personId of the account that is theirs
/// @param leftOn the first day without them
public record Member(
    UUID id,
    UUID teamId,
    State state,
    @Nullable String name,
    @Nullable Integer birthYear,
    @Nullable LocalDate birthOn,
    Gender gender,
    @Nullable String phone,
    boolean hasNationalId,
    Origin origin,
    @Nullable Education education,
    @Nullable LocalDate healthOn,
    @Nullable String certificate,
    @Nullable String badge,
    @Nullable UUID personId,
    @Nullable LocalDate leftOn,
    @Nullable LeavingReason leftReason) {
  public enum State {
    PROPOSED,
    RECOGNISED,
    REFUSED,
    LEFT
  }

  @Override
  public String toString() {
    return "Member[" + id + "]";
  }
}
