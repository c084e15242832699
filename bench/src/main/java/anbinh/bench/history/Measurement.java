package anbinh.bench.history;

import java.time.LocalDate;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// A row of the history.
///
/// @param commit what was measured
/// @param note what else a reader should know, or empty
record Measurement(
    LocalDate date, String commit, Figure figure, String processor, Machine machine, String note) {
  /// The measurements of each line, in their order.
  static SortedMap<String, List<Measurement>> byLine(List<Measurement> measurements) {
    return measurements.stream()
        .collect(
            Collectors.groupingBy(
                measurement -> measurement.figure().line(), TreeMap::new, Collectors.toList()));
  }
}
