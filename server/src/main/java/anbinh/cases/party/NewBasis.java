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
    @NotBlank @Size(max = LONGEST) String document,
    @NotBlank @Size(max = LONGEST) String article,
    @NotNull LocalDate from,
    @NotNull LocalDate until) {
  static final int LONGEST = 120;
}
