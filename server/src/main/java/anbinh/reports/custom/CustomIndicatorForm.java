package anbinh.reports.custom;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/// What an indicator is to be.
///
/// @param numerator an indicator of the catalogue that counts, as the denominator
/// @param numeratorPart of which kind alone; all unless said
public record CustomIndicatorForm(
    @NotBlank @Size(min = 3, max = 120) String nameVi,
    @Nullable @Size(min = 3, max = 120) String nameEn,
    @Nullable @Size(min = 3, max = 120) String nameAr,
    @NotBlank @Size(max = 60) String numerator,
    @Nullable @Size(max = 60) String numeratorPart,
    @NotBlank @Size(max = 60) String denominator,
    @Nullable @Size(max = 60) String denominatorPart) {

  /// @param version the one that was looked at
  public record CustomIndicatorChange(
      @NotNull @Min(1) Integer version, @NotNull @Valid CustomIndicatorForm definition) {}

  /// @param version the one that was looked at
  public record CustomIndicatorRetirement(@NotNull @Min(1) Integer version) {}
}
