package anbinh.mediation.team;

import anbinh.platform.FieldProblem;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/// How the mediators of a team elected one of them to lead it (article 14). The law names no share
/// of the votes; here more than half of the team vote, and more than half of those for who leads,
/// so that nobody else can have as many.
///
/// @param voters mediators who voted
/// @param votes for who leads
public record LeaderElection(
    @NotNull Form form,
    @NotNull LocalDate heldOn,
    @NotNull @Min(1) @Max(30) Integer voters,
    @NotNull @Min(1) @Max(30) Integer votes) {
  /// No papers are handed out: mediators meet, and the head of the Front's committee leads.
  public enum Form {
    OPEN_VOTE,
    SECRET_BALLOT
  }

  /// What is wrong with it.
  ///
  /// @param prefix before its fields
  /// @param from the day on which who leads was elected a mediator; it is not before
  /// @param until not after
  /// @param mediators of the team
  List<FieldProblem> problems(String prefix, LocalDate from, LocalDate until, int mediators) {
    var problems = new ArrayList<FieldProblem>();
    if (heldOn.isBefore(from) || heldOn.isAfter(until)) {
      problems.add(
          new FieldProblem(
              prefix + "heldOn",
              "leader-election-day",
              List.of(from.toString(), until.toString())));
    }
    if (voters > mediators) {
      problems.add(new FieldProblem(prefix + "voters", "leader-voters-more", List.of(mediators)));
    } else if (2 * voters <= mediators) {
      problems.add(
          new FieldProblem(prefix + "voters", "leader-voters-few", List.of(mediators / 2 + 1)));
    }
    if (votes > voters) {
      problems.add(new FieldProblem(prefix + "votes", "leader-votes-more", List.of(voters)));
    } else if (2 * votes <= voters) {
      problems.add(new FieldProblem(prefix + "votes", "leader-votes-few", List.of(voters / 2 + 1)));
    }
    return problems;
  }
}
