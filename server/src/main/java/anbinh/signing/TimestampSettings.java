package anbinh.signing;

import jakarta.validation.constraints.Pattern;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// Which time-stamp authority sees seals and checkpoints; it gets their digests only.
///
/// @param url of an authority that speaks RFC 3161 over HTTP; none: nothing is stamped, and
///   packages say so
/// @param policy of the authority that is asked for, as a dotted identifier; none: its own choice
/// @param trust PEM file of the certificates that the authority's must lead to; none: any authority
///   that answers at the address is taken
/// @param timeout for one answer; a package waits no longer for its stamp
/// @param retry pause before an authority that failed is asked again; doubles with each failure
/// @param longestRetry the pause never grows beyond this
/// @param checkpoints how often the log's checkpoint is stamped
@ConfigurationProperties("anbinh.signing.timestamp")
public record TimestampSettings(
    @Nullable URI url,
    @Nullable @Pattern(regexp = "[0-2](\\.(0|[1-9][0-9]*))+") String policy,
    @Nullable Path trust,
    @DefaultValue("5s") @DurationMin(millis = 10) Duration timeout,
    @DefaultValue("1m") @DurationMin(millis = 10) Duration retry,
    @DefaultValue("1h") @DurationMin(millis = 10) Duration longestRetry,
    @DefaultValue("1h") @DurationMin(seconds = 1) Duration checkpoints) {}
