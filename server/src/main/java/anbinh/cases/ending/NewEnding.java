package anbinh.cases.ending;

import anbinh.cases.CaseEnding;
import anbinh.cases.form.Reason;
import anbinh.platform.Problem;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;

/// What somebody says who says that a case is over for good.
///
/// @param authority whose paper it is
/// @param number of the paper
/// @param on the day of the paper: not to come, and not before the case happened
/// @param reason what the paper says and why nothing of the case is needed any more
record NewEnding(
    @NotNull CaseEnding.EndKind kind,
    @NotNull CaseEnding.Issuer authority,
    @NotBlank @Size(max = MAX_NUMBER) String number,
    @NotNull LocalDate on,
    @NotBlank @Size(min = Reason.MIN_LENGTH, max = Reason.MAX_LENGTH) String reason) {
  private static final int MAX_NUMBER = 120;

  /// @param happened the day on which the case happened, or the first that it may have
  CaseEnding.Paper paper(LocalDate happened, LocalDate today) {
    if (on.isAfter(today)) {
      throw Problem.invalid("on", "past-or-present");
    }
    if (on.isBefore(happened)) {
      throw Problem.invalid("on", "before-case");
    }
    return new CaseEnding.Paper(kind, authority, number.strip(), on);
  }
}
