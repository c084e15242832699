package anbinh.evidence.handover;

import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// How packages are handed over.
///
/// @param openFor a hand-over that nobody confirmed within this time lapses; whoever received by an
///   account can download the package for as long
/// @param retry pause before a receipt that could not be put into its package is tried again;
///   doubles with each failure
/// @param longestRetry the pause never grows beyond this
@ConfigurationProperties("anbinh.evidence.handover")
record HandoverSettings(
    @DefaultValue("14d") @DurationMin(minutes = 1) Duration openFor,
    @DefaultValue("5s") @DurationMin(millis = 10) Duration retry,
    @DefaultValue("10m") @DurationMin(millis = 10) Duration longestRetry) {}
