package anbinh.cases.party;

import anbinh.platform.FieldProblems;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// What an approver says of the wish to open a sealed record again.
///
/// @param authority who agreed, beside the police; needed to confirm
/// @param number of their document; needed to confirm
/// @param on the day of their document; needed to confirm
/// @param reason needed to refuse
record NewDecision(
    @NotNull Reopening.Outcome outcome,
    Reopening.@Nullable Authority authority,
    @Nullable @Size(max = NewBasis.MAX_LENGTH) String number,
    @Nullable LocalDate on,
    @Nullable @Size(max = NewReopening.MAX_REASON) String reason) {
  private static final int MIN_REASON = 10;

  /// What it says, with what its outcome needs.
  Reopening.Answer answer(LocalDate today) {
    var problems = new FieldProblems();
    String why = reason == null ? "" : reason.strip();
    String document = number == null ? "" : number.strip();
    boolean confirmed = outcome == Reopening.Outcome.CONFIRMED;
    if (confirmed) {
      if (authority == null) {
        problems.reject("authority", "required");
      }
      if (document.isEmpty()) {
        problems.reject("number", "required");
      }
      if (on == null) {
        problems.reject("on", "required");
      } else if (on.isAfter(today)) {
        problems.reject("on", "past-or-present");
      }
    } else if (why.codePointCount(0, why.length()) < MIN_REASON) {
      problems.reject("reason", "size", NewReopening.MAX_REASON, MIN_REASON);
    }
    problems.requireNone();
    Reopening.Paper paper =
        confirmed && authority != null && on != null
            ? new Reopening.Paper(authority, document, on)
            : null;
    return new Reopening.Answer(paper, why.isEmpty() ? null : why);
  }

  @Override
  public String toString() {
    return "NewDecision[…]";
  }
}
