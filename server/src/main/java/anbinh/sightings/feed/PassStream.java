package anbinh.sightings.feed;

import anbinh.sightings.index.Pass;
import java.util.List;
import java.util.function.LongFunction;
import java.util.function.LongSupplier;

/// The stream of sightings, as indices follow it.
///
/// @param after some passes behind a position, in their order; none where there are no more
/// @param last position that there is
public record PassStream(LongFunction<List<Pass>> after, LongSupplier last) {}
