package anbinh.evidence.retention;

import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// How long sealed packages are kept.
///
/// @param afterEnd a package and its copies are deleted so long after the day of the paper by which
///   its case ended for good, in whole days; without such a paper they are kept
@ConfigurationProperties("anbinh.evidence.keep")
record KeepSettings(@DefaultValue("1826d") @DurationMin(days = 30) Duration afterEnd) {}
