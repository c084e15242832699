package anbinh.situation;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/// Reports of situations.
///
/// @param keep content, reporter and media are erased so long after the end
/// @param flagAfter so many reports of one reporter against one person within a year are shown to a
///   supervisor
/// @param dangerAbove a danger that no officer of the commune has received is the officers' above
///   to receive after this time, and those are told of it
@Validated
@ConfigurationProperties("anbinh.situation")
public record SituationSettings(
    @DefaultValue("730d") @DurationMin(days = 30) Duration keep,
    @DefaultValue("3") @Min(2) @Max(20) int flagAfter,
    @DefaultValue("5m") @DurationMin(seconds = 0) @DurationMax(hours = 1) Duration dangerAbove) {}
