package anbinh.cases.ending;

import anbinh.cases.CaseEnding;
import anbinh.cases.form.Reason;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/// What an approver says of the end of a case, or of its undoing.
///
/// @param reason needed to refuse
record EndingDecision(
    @NotNull CaseEnding.EndingOutcome outcome,
    @Nullable @Size(max = Reason.MAX_LENGTH) String reason) {
  /// The reason without blanks around it; null where none is needed and none was given.
  @Nullable String words() {
    String why = reason == null ? "" : reason.strip();
    return switch (outcome) {
      case REFUSED -> Reason.stripped(why);
      case CONFIRMED -> why.isEmpty() ? null : why;
    };
  }
}
