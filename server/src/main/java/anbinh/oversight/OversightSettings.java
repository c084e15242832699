package anbinh.oversight;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// When the use of the system is brought to the auditor's notice. Findings block nothing.
///
/// @param window how far back looks count together
/// @param keep how long looks are kept that belong to no finding; at least the window
/// @param looks so many looks at one target without a case are a finding, if chance does not
///   explain them
/// @param odds chance explains what happens more often than once in so many times
/// @param aroundCase footage from so long before a case until so long after it is covered by it
/// @param caseReachMetres so far from the place of a case footage is covered by it; of a case
///   without one, that of its commune
/// @param ownAddressMetres what lies so near to somebody's home, where that is noted, they look at
///   for a case of theirs or are found
/// @param nights so many nights with looks outside working hours and without a case are a finding
/// @param workFrom the hour at which working hours begin, in the site's zone; duty officers work
///   day and night
/// @param workTo the hour at which they end
/// @param volume a day with fewer entries of the log than this is no finding
/// @param volumeTimes a day is a finding with so many times what the busiest twentieth of the
///   colleagues' days have
/// @param searches so many searches for one plate, without progress of their cases, are a finding
/// @param sampleLeast so many looks of each week are drawn for a review, or all there are
/// @param samplePercent so many of a hundred, where that is more
/// @param sampleMost never more than this
/// @param reviewWithin a review that is not answered so long after the draw is overdue, and any
///   auditor who may judge it can answer in its reviewer's place
@ConfigurationProperties("anbinh.oversight")
public record OversightSettings(
    @DefaultValue("30d") @DurationMin(days = 1) Duration window,
    @DefaultValue("90d") @DurationMin(days = 1) Duration keep,
    @DefaultValue("4") @Min(2) int looks,
    @DefaultValue("2000") @Min(1) int odds,
    @DefaultValue("2d") @DurationMin(minutes = 1) Duration aroundCase,
    @DefaultValue("2000") @Min(1) @Max(100_000) int caseReachMetres,
    @DefaultValue("200") @Min(1) @Max(5_000) int ownAddressMetres,
    @DefaultValue("3") @Min(1) int nights,
    @DefaultValue("6") @Min(0) @Max(23) int workFrom,
    @DefaultValue("22") @Min(1) @Max(24) int workTo,
    @DefaultValue("60") @Min(1) int volume,
    @DefaultValue("3") @Min(1) int volumeTimes,
    @DefaultValue("5") @Min(2) int searches,
    @DefaultValue("20") @Min(1) @Max(SAMPLE_MOST) int sampleLeast,
    @DefaultValue("2") @Min(0) @Max(100) int samplePercent,
    @DefaultValue("100") @Min(1) @Max(SAMPLE_MOST) int sampleMost,
    @DefaultValue("7d") @DurationMin(days = 1) Duration reviewWithin) {
  /// More would not fit into the entry of the log that tells of them.
  private static final int SAMPLE_MOST = 1000;

  @AssertTrue(message = "must be later than work-from")
  public boolean isWorkTo() {
    return workTo > workFrom;
  }

  @AssertTrue(message = "must be at least as long as window")
  public boolean isKeep() {
    return keep.compareTo(window) >= 0;
  }
}
