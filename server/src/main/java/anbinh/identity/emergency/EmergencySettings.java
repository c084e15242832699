package anbinh.identity.emergency;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// Emergency access to footage, or to reports of situations, that a person may not otherwise see.
///
/// @param lasts how long it lasts; it is never prolonged
/// @param aDay how often somebody may open one within 24 hours; 0: never
/// @param reviewWithin so long after its opening another person must have reviewed it
@ConfigurationProperties("anbinh.identity.emergency")
record EmergencySettings(
    @DefaultValue("1h") @DurationMin(minutes = 1) @DurationMax(hours = 1) Duration lasts,
    @DefaultValue("2") @Min(0) @Max(10) int aDay,
    @DefaultValue("24h") @DurationMin(hours = 1) @DurationMax(days = 7) Duration reviewWithin) {}
