package anbinh.mediation.team;

import anbinh.platform.FieldProblem;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/// How the households of a village elected (articles 8.2, 8.3 and 12.2).
///
/// @param heldOn the day of the meeting, or on which the papers were counted
/// @param households of the village, whether they came or not
/// @param seats how many mediators the chair decided for the team
public record Election(
    @NotNull Form form,
    @NotNull LocalDate heldOn,
    @NotNull @Min(1) @Max(100_000) Integer households,
    @NotNull @Min(MediationTeam.FEWEST) @Max(30) Integer seats) {
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
  List<FieldProblem> problems(String field, int votes) {
    if (votes > households) {
      return List.of(new FieldProblem(field, "election-votes-more", List.of(households)));
    }
    return 2L * votes > households
        ? List.of()
        : List.of(new FieldProblem(field, "election-votes-few", List.of(households / 2 + 1)));
  }

  /// What is wrong with the election itself.
  ///
  /// @param prefix before its fields
  /// @param members how many the team is to have
  List<FieldProblem> problems(String prefix, LocalDate today, int members) {
    var problems = new ArrayList<FieldProblem>();
    if (heldOn.isAfter(today)) {
      problems.add(new FieldProblem(prefix + "heldOn", "past-or-present"));
    }
    // Of more who were elected, those with the most votes (article 8.3 b).
    if (members > seats) {
      problems.add(new FieldProblem(prefix + "seats", "election-seats", List.of(seats)));
    }
    return problems;
  }
}
