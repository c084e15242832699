package anbinh.oversight.sample;

import anbinh.seal.tree.Hash;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/// One weekly draw.
///
/// @param week the Monday with which the week begins
/// @param fromIndex the place in the log from which entries could be drawn
/// @param toIndex the place of the first entry that could not
/// @param root of the log's tree of the first `toIndex` entries
record WeeklySample(
    LocalDate week,
    long fromIndex,
    long toIndex,
    Hash root,
    long candidates,
    int drawn,
    Instant drawnAt,
    UUID event) {}
