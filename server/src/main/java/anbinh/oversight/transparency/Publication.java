package anbinh.oversight.transparency;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/// One publication.
///
/// @param through the last day that is counted
/// @param fromIndex the place in the log from which entries were counted
/// @param toIndex the place of the first entry that was not
record Publication(
    LocalDate through, long fromIndex, long toIndex, Instant publishedAt, UUID event) {}
