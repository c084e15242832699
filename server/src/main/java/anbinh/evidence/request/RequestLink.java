package anbinh.evidence.request;

import java.util.UUID;

/// A request that something of its case names.
///
/// @param mayRead whether the reader of the case may open it
public record RequestLink(UUID id, String code, boolean mayRead) {}
