package anbinh.team;

import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/// Teams that protect security and order.
///
/// @param keepLeft who a member was is erased so long after they left; who led a group of
///   households, so long after they led it; why somebody was disciplined, so long after it was
///   noted
/// @param keepPatrols what was said of a patrol is erased so long after it was written down
@Validated
@ConfigurationProperties("anbinh.team")
public record TeamSettings(
    @DefaultValue("1826d") @DurationMin(days = 30) Duration keepLeft,
    @DefaultValue("730d") @DurationMin(days = 30) Duration keepPatrols) {}
