package anbinh.programme.lifecycle;

import anbinh.programme.Indicator;
import anbinh.programme.PartnerKind;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a programme consists of, in one of its versions.
///
/// @param indicators what it hopes to move
public record ProgrammeContent(
    @NotBlank @Size(max = 2000) String goal,
    @NotNull @Size(max = MAX_LINES) List<@NotBlank @Size(max = 1000) String> rules,
    @NotEmpty @Size(max = MAX_LINES) List<@NotBlank @Size(max = 500) String> criteria,
    @NotNull @Size(max = 20) List<@NotNull @Valid ProgrammePartner> partners,
    @NotEmpty @Size(max = 7) List<@NotNull Indicator> indicators) {
  private static final int MAX_LINES = 30;

  /// An organisation that takes part.
  ///
  /// @param office where it is reached: its office, and no person
  public record ProgrammePartner(
      @NotNull PartnerKind kind,
      @Nullable @Size(max = 160) String name,
      @Nullable @Size(max = 300) String office) {}
}
