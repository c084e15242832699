package anbinh.mediation.team;

import anbinh.platform.FieldProblems;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;

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
  FieldProblems problems(String prefix, LocalDate from, LocalDate until, int mediators) {
    var problems = new FieldProblems();
    if (heldOn.isBefore(from) || heldOn.isAfter(until)) {
      problems.reject(prefix + "heldOn", "leader-election-day", from.toString(), until.toString());
    }
    if (voters > mediators) {
      problems.reject(prefix + "voters", "leader-voters-more", mediators);
    } else if (2 * voters <= mediators) {
      problems.reject(prefix + "voters", "leader-voters-few", mediators / 2 + 1);
    }
    if (votes > voters) {
      problems.reject(prefix + "votes", "leader-votes-more", voters);
    } else if (2 * votes <= voters) {
      problems.reject(prefix + "votes", "leader-votes-few", voters / 2 + 1);
    }
    return problems;
  }
}
