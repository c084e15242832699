package anbinh.reports;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/// Reports.
///
/// @param periods of which kinds a report is due from each commune
/// @param since periods that end before this day are not asked for; without it those that end from
///   the installation's first report on are
/// @param dueDays a report is due so many days after the end of its period
/// @param remindEvery a unit that is late is reminded again after so many days
/// @param reminders how often it is reminded at most
@Validated
@ConfigurationProperties("anbinh.reports")
public record ReportSettings(
    @DefaultValue({"QUARTER", "YEAR"}) @NotNull Set<ReportPeriod.Kind> periods,
    @Nullable LocalDate since,
    @DefaultValue("10") @Min(1) @Max(90) int dueDays,
    @DefaultValue("7") @Min(1) @Max(90) int remindEvery,
    @DefaultValue("4") @Min(1) @Max(20) int reminders) {
  public ReportSettings {
    periods = Set.copyOf(periods);
  }

  /// The last day on which a report of a period is in time.
  public LocalDate due(ReportPeriod period) {
    return period.last().plusDays(dueDays);
  }
}
