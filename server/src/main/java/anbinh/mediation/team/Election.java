package anbinh.mediation.team;

import anbinh.platform.FieldProblems;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;

/// How the households of a village elected (articles 8.2, 8.3 and 12.2).
///
/// @param heldOn the day of the meeting, or on which the papers were counted
/// @param households of the village, whether they came or not
/// @param seats how many mediators the chair decided for the team
public record Election(
    @NotNull Form form,
    @NotNull LocalDate heldOn,
    @NotNull @Min(1) @Max(100_000) Integer households,
    @NotNull @Min(MediationTeam.MIN_MEDIATORS) @Max(30) Integer seats) {
  public enum Form {
    /// By hands at the meeting of those who speak for the households.
    OPEN_VOTE,
    /// By ballot at the meeting.
    SECRET_BALLOT,
    /// By papers that were handed out to the households.
    BALLOT_PAPERS
  }

  /// What is wrong with what somebody got: more than half of all households of the village is
  /// needed, and not of those who came (article 8.3 a).
  FieldProblems problems(String field, int votes) {
    var problems = new FieldProblems();
    if (votes > households) {
      problems.reject(field, "election-votes-more", households);
    } else if (2L * votes <= households) {
      problems.reject(field, "election-votes-few", households / 2 + 1);
    }
    return problems;
  }

  /// What is wrong with the election itself.
  ///
  /// @param prefix before its fields
  /// @param members how many the team is to have
  FieldProblems problems(String prefix, LocalDate today, int members) {
    var problems = new FieldProblems();
    if (heldOn.isAfter(today)) {
      problems.reject(prefix + "heldOn", "past-or-present");
    }
    // Of more who were elected, those with the most votes (article 8.3 b).
    if (members > seats) {
      problems.reject(prefix + "seats", "election-seats", seats);
    }
    return problems;
  }
}
