/// What benchmarks measured over time: `bench/results/history.csv`, the table of the newest figures
/// in its README, and a plot of all of them.
///
/// A *line* is the name of a result, such as `clip-first-byte-ms-against-ffmpeg`. Its figure of
/// today is the newest one of a quiet machine.
@NullMarked
package anbinh.bench.history;

import org.jspecify.annotations.NullMarked;
