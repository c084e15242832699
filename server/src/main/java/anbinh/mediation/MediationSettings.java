package anbinh.mediation;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/// Mediation in villages.
///
/// @param assignWithin so many days after it was received a mediation is assigned; the law names no
///   term for that
/// @param keep the parties and what was said are erased so long after the end
@Validated
@ConfigurationProperties("anbinh.mediation")
public record MediationSettings(
    @DefaultValue("3") @Min(1) @Max(30) int assignWithin,
    @DefaultValue("1826d") @DurationMin(days = 30) Duration keep) {}
