package anbinh.team.member;

import anbinh.platform.WrittenText;
import anbinh.team.Education;
import anbinh.team.Gender;
import anbinh.team.Identity;
import anbinh.team.LeavingReason;
import anbinh.team.Origin;
import anbinh.team.Position;
import anbinh.team.unit.TeamProposal.Outcome;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What is said of people of teams, as it is sent. Nothing of it is printed.
public final class MemberForms {
  static final int MAX_NAME = 120;
  static final int MAX_PAPER = 40;
  private static final int MAX_PHONE = 30;
  private static final int MAX_ID = 20;
  private static final int MAX_REASON = 2000;
  private static final int MAX_NUMBER = 60;
  private static final int MAX_MEMBERS = 30;

  private MemberForms() {}

  /// @param birthYear where the day is not known
  public record PersonForm(
      @NotBlank @Size(max = MAX_NAME) String name,
      @Nullable @Min(1900) @Max(2199) Integer birthYear,
      @Nullable LocalDate birthOn,
      @NotNull Gender gender,
      @Nullable @Size(max = MAX_PHONE) String phone,
      @Nullable @Size(max = MAX_ID) String nationalId,
      @NotNull Origin origin,
      @Nullable Education education,
      @Nullable LocalDate healthOn) {
    Identity identity() {
      return new Identity(
          name,
          birthYear,
          birthOn,
          gender,
          WrittenText.orNull(phone),
          WrittenText.orNull(nationalId),
          origin,
          education,
          healthOn);
    }

    @Override
    public String toString() {
      return "PersonForm[…]";
    }
  }

  /// Somebody new, or another term of somebody who is in the team.
  ///
  /// @param memberId of who is in the team; null for who is not
  /// @param person who is not; null for who is
  /// @param until the last day
  /// @param overAge that they are older than the law has it: by decision, and healthy
  /// @param anotherPerson that they are not who bears the same name and was born on the same day
  public record NewMember(
      @Nullable UUID memberId,
      @Nullable @Valid PersonForm person,
      @NotNull Position position,
      @NotNull LocalDate from,
      @NotNull LocalDate until,
      @Nullable Boolean overAge,
      @Nullable Boolean anotherPerson) {
    boolean isOverAge() {
      return Boolean.TRUE.equals(overAge);
    }

    boolean isAnotherPerson() {
      return Boolean.TRUE.equals(anotherPerson);
    }
  }

  public record NewMembers(
      @NotEmpty @Size(max = MAX_MEMBERS) List<@NotNull @Valid NewMember> members) {}

  /// @param reason needed to refuse
  public record Answer(
      @NotNull UUID termId,
      @NotNull Outcome outcome,
      @Nullable @Size(max = MAX_REASON) String reason) {}

  /// @param number of the paper, needed where anybody is accepted, as is its day
  public record MembersDecision(
      @NotEmpty @Size(max = MAX_MEMBERS) List<@NotNull @Valid Answer> items,
      @Nullable @Size(max = MAX_NUMBER) String number,
      @Nullable LocalDate on,
      @Nullable @Size(max = MAX_NAME) String signer) {}

  /// What may be corrected; what is left out is taken away.
  ///
  /// @param version which was read, so that nobody overwrites what they did not see
  /// @param username of the account that is theirs
  public record MemberDetails(
      @NotNull @Min(0) Integer version,
      @Nullable @Size(max = MAX_PHONE) String phone,
      @Nullable Education education,
      @Nullable LocalDate healthOn,
      @Nullable @Size(max = MAX_PAPER) String certificate,
      @Nullable @Size(max = MAX_PAPER) String badge,
      @Nullable @Size(max = 64) String username) {
    @Override
    public String toString() {
      return "MemberDetails[…]";
    }
  }

  /// @param on the first day without them; of who has not begun, any that has come
  public record Leaving(@NotNull LocalDate on, @NotNull LeavingReason reason) {}

  /// Why a leaving was noted by mistake.
  public record LeavingTakenBack(@NotBlank @Size(max = 500) String reason) {}
}
