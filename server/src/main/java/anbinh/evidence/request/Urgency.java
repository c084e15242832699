package anbinh.evidence.request;

import java.time.Instant;
import java.util.UUID;

/// That somebody said that a request cannot wait.
///
/// @param by who marked it, and therefore never decides it
public record Urgency(UrgentCause cause, UUID by, Instant at) {}
