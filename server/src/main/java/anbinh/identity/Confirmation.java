package anbinh.identity;

import java.time.Instant;

/// When and how somebody last showed that it is them.
///
/// @param method a name of the closed list by which the log has it, such as `PASSKEY`, `TOTP` or
///   `PASSWORD`
public record Confirmation(Instant at, String method) {}
