package anbinh.reports.period;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What people send about reports. No field takes a figure.
public final class ReportForms {
  private ReportForms() {}

  /// @param period such as `2026-Q3`; it has to be over
  /// @param notes what there is to say to single indicators
  public record NewPeriodReport(
      @NotNull UUID areaId,
      @NotBlank @Size(max = 10) String period,
      @Nullable @Valid @Size(max = 100) List<@NotNull @Valid ReportNote> notes) {}

  public record ReportNote(
      @NotBlank @Size(max = 60) String indicator, @NotBlank @Size(max = 500) String words) {}

  /// @param version the one that was looked at
  /// @param reason needed to return it
  public record ReportDecision(
      @NotNull @Min(1) Integer version,
      @NotNull ReportVerdict outcome,
      @Nullable @Size(max = 1000) String reason) {}

  /// Whether it goes on or back.
  public enum ReportVerdict {
    PASSED,
    RETURNED
  }

  public record ReportLock(@NotNull @Min(1) Integer version) {}

  public record ReportReopening(
      @NotNull @Min(1) Integer version, @NotBlank @Size(min = 10, max = 1000) String reason) {}
}
