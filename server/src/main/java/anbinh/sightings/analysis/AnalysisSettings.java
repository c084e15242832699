package anbinh.sightings.analysis;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.nio.file.Path;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// How recorded footage is analysed: of cameras for which that is switched on, and where somebody
/// asks for it.
///
/// @param enabled whether any is
/// @param processes how many analyse at the same time; each takes one processor
/// @param models folder with nets in place of the program's; none: those of the program
/// @param maxLag what is older than that is skipped, so that analysis catches up
@ConfigurationProperties("anbinh.sightings.analysis")
public record AnalysisSettings(
    @DefaultValue("true") boolean enabled,
    @DefaultValue("1") @Min(1) @Max(256) int processes,
    @Nullable Path models,
    @DefaultValue("15m") @DurationMin(minutes = 1) Duration maxLag) {}
