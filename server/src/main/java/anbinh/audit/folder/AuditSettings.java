package anbinh.audit.folder;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/// Where the log's key is.
///
/// @param key file of the log's signing key, best on another disk or under another account; none:
///   `keys/log.key` in the data folder. A missing file is made.
/// @param origin name of the log when its key is made, such as `anbinh.thanhhoa.example/log`; none:
///   a random name. Later the name is part of the key.
@ConfigurationProperties("anbinh.audit")
record AuditSettings(@Nullable Path key, @Nullable String origin) {}
