package anbinh.cases.party;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;

/// The legal basis on which somebody is recorded, and until when.
///
/// @param document the number of the decision or report
/// @param article of the law that allows it
record NewBasis(
    @NotBlank @Size(max = MAX_LENGTH) String document,
    @NotBlank @Size(max = MAX_LENGTH) String article,
    @NotNull LocalDate from,
    @NotNull LocalDate until) {
  static final int MAX_LENGTH = 120;
}
