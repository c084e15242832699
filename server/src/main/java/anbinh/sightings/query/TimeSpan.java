package anbinh.sightings.query;

import java.time.Instant;

/// @param to after `from`
public record TimeSpan(Instant from, Instant to) {}
