package anbinh.sightings;

import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// How long sightings are kept.
///
/// @param retention a pass is found and kept for so long
@ConfigurationProperties("anbinh.sightings")
public record SightingSettings(
    @DefaultValue("30d") @DurationMin(days = 1) @DurationMax(days = 90) Duration retention) {}
