package anbinh.audit;

import java.util.UUID;

/// Who did something.
///
/// @param personId known to the database only
/// @param pseudonym stands in the leaf
public record Actor(UUID personId, UUID pseudonym) {}
