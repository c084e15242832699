package anbinh.cases.party;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;

/// What somebody says who asks that a sealed record be opened again. Never printed.
///
/// @param reason why it is needed
/// @param document the number of the decision or report that it is to rest on
/// @param article of the law that allows it
record NewReopening(
    @NotBlank @Size(min = MIN_REASON, max = MAX_REASON) String reason,
    @NotBlank @Size(max = NewBasis.MAX_LENGTH) String document,
    @NotBlank @Size(max = NewBasis.MAX_LENGTH) String article,
    @NotNull LocalDate from,
    @NotNull LocalDate until) {
  static final int MIN_REASON = 20;
  static final int MAX_REASON = 1000;

  Reopening.Requested requested() {
    return new Reopening.Requested(reason.strip(), document.strip(), article.strip());
  }

  @Override
  public String toString() {
    return "NewReopening[…]";
  }
}
