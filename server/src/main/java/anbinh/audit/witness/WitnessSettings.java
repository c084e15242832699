package anbinh.audit.witness;

import java.nio.file.Path;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// Which witnesses cosign the log's checkpoints; they get checkpoints only, never what is in the
/// log.
///
/// @param policy file that names the witnesses, each with its address, and the quorum (C2SP
///   tlog-policy); none: no witness is asked, and packages say so
/// @param patience how long a head waits for its quorum, and a package for such a head, before it
///   is published or sealed without
/// @param timeout for one answer of a witness
/// @param retry pause before a witness that failed is asked again; doubles with each failure
/// @param longestRetry the pause never grows beyond this
/// @param again a head that did not change is cosigned again after this, which shows that log and
///   witness live
/// @param alarm without a quorum for longer than this, health and the log's page say so
@ConfigurationProperties("anbinh.audit.witnesses")
record WitnessSettings(
    @Nullable Path policy,
    @DefaultValue("10s") @DurationMin(millis = 10) Duration patience,
    @DefaultValue("5s") @DurationMin(millis = 10) Duration timeout,
    @DefaultValue("2s") @DurationMin(millis = 10) Duration retry,
    @DefaultValue("5m") @DurationMin(millis = 10) Duration longestRetry,
    @DefaultValue("10m") @DurationMin(seconds = 1) Duration again,
    @DefaultValue("1m") @DurationMin(millis = 10) Duration alarm) {}
