package anbinh.measure;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/// Legal measures.
///
/// @param confirmWithin what nobody confirmed so many days after it was recorded is erased
/// @param objectWithin a paper that ends a measure earlier holds by itself so many days after it
///   was noted, unless the chair objects; one that makes it longer lapses after `confirm-within`
/// @param longestMonths no measure ends later than so many months after its start where its kind
///   has no longest length; a rule of the kind may say more
/// @param keep what was recorded is erased so long after the end date; of minors, at the end date
/// @param signWithin who is asked to open a sealed one has so long to sign
/// @param openFor a sealed one that two signed is open so long
@Validated
@ConfigurationProperties("anbinh.measure")
public record MeasureSettings(
    @DefaultValue("15") @Min(1) @Max(60) int confirmWithin,
    @DefaultValue("5") @Min(1) @Max(15) int objectWithin,
    @DefaultValue("24") @Min(1) @Max(24) int longestMonths,
    @DefaultValue("180d") @DurationMin(days = 1) @DurationMax(days = 366) Duration keep,
    @DefaultValue("24h") @DurationMin(minutes = 10) @DurationMax(hours = 72) Duration signWithin,
    @DefaultValue("1h") @DurationMin(minutes = 5) @DurationMax(hours = 1) Duration openFor) {}
