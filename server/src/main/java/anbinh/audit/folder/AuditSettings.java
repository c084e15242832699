package anbinh.audit.folder;

import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// Where the log's key is, and when its head leaves the office.
///
/// @param key file of the log's signing key, best on another disk or under another account; none:
///   `keys/log.key` in the data folder. A missing file is made.
/// @param origin name of the log when its key is made, such as `anbinh.thanhhoa.example/log`; none:
///   a random name. Later the name is part of the key.
/// @param release how often the log's head leaves the office, for witnesses and everybody; events
///   that are not to be placed in time wait for it
/// @param firstCheck how long after the start the whole log is checked for the first time; then it
///   is daily. What is kept of its heads is held against it before the server signs anything
@ConfigurationProperties("anbinh.audit")
record AuditSettings(
    @Nullable Path key,
    @Nullable String origin,
    @DefaultValue("15m") Duration release,
    @DefaultValue("20s") Duration firstCheck) {}
