package anbinh.cases;

import java.util.UUID;

/// A request for footage as its case knows it.
///
/// @param state its name in the life cycle of requests
/// @param pending whether it waits for a decision or is being collected
public record LinkedRequest(UUID id, String code, String state, boolean pending) {}
