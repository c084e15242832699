package anbinh.identity.session;

import java.time.Instant;

/// A session as its owner sees it.
///
/// @param id names the session and opens nothing
/// @param address the network address it was opened from
/// @param browser as it names itself; what a browser says of itself proves nothing
/// @param present whether it is the one that asks
record OpenSession(
    String id,
    Instant since,
    Instant lastUsedAt,
    String address,
    String browser,
    boolean present) {}
