package anbinh.evidence.request;

import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// How requests and extractions are handled.
///
/// @param decideWithin an undecided request lapses after this time
/// @param ratifyWithin an urgent request, whose footage is secured at once, lapses after this time
///   unless another person decides it
/// @param retry pause before a failed collection is tried again; doubles with each failure
/// @param longestRetry the pause never grows beyond this
@ConfigurationProperties("anbinh.evidence")
public record EvidenceSettings(
    @DefaultValue("72h") @DurationMin(minutes = 1) Duration decideWithin,
    @DefaultValue("24h") @DurationMin(minutes = 1) Duration ratifyWithin,
    @DefaultValue("5s") @DurationMin(millis = 10) Duration retry,
    @DefaultValue("10m") @DurationMin(millis = 10) Duration longestRetry) {}
