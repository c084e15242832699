package anbinh.sightings.convoy;

import anbinh.sightings.casepass.NewCasePass;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;

/// A search for vehicles that go with one.
///
/// @param positions of its passes, which the case keeps as confirmed
/// @param minutes before and after each of them within which another vehicle passes
/// @param reason why, in the searcher's own words
record ConvoyForm(
    @NotNull @Size(min = MIN_PASSES, max = MAX_PASSES)
        List<@NotNull @Min(1) @Max(NewCasePass.MAX_POSITION) Long> positions,
    @NotNull @Min(1) @Max(MAX_MINUTES) Integer minutes,
    @NotBlank @Size(max = 1000) String reason) {
  private static final int MIN_PASSES = 2;
  private static final int MAX_PASSES = 50;
  private static final int MAX_MINUTES = 15;
}
