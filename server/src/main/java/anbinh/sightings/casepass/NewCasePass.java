package anbinh.sightings.casepass;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/// What somebody says of a pass.
///
/// @param position of the pass, as the search told it
/// @param remembered the plate that was searched for, from which readings are learned; it is not
///   kept
public record NewCasePass(
    @NotNull @Min(1) @Max(MAX_POSITION) Long position,
    @NotNull Verdict verdict,
    @Nullable @Size(max = MAX_NOTE) String note,
    @Nullable @Size(max = MAX_PLATE) String remembered) {
  /// No stream has so many passes.
  public static final long MAX_POSITION = 999_999_999_999L;

  private static final int MAX_NOTE = 1000;
  private static final int MAX_PLATE = 40;
}
