package anbinh.cameras.imports;

import anbinh.areas.Area;
import anbinh.cameras.CameraNetwork;
import anbinh.platform.Messages;
import anbinh.platform.sheet.SheetFile;
import anbinh.platform.sheet.SheetVocabulary;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;

/// A list that is read by all rules, once to check it and once to take it, so that a hundred
/// thousand rows need no memory. Not thread-safe.
final class ListReading {
  private final SheetFile file;
  private final SheetVocabulary<ListColumn> words;
  private final Messages messages;
  private final CameraNetwork network;
  private final Function<String, Optional<Area>> areas;
  private final Set<String> known;
  private final LocalDate today;

  /// @param network where cameras may be
  /// @param areas an area by what the list says
  /// @param known what the register has already, as [ListRow#key]
  ListReading(
      SheetFile file,
      SheetVocabulary<ListColumn> words,
      Messages messages,
      CameraNetwork network,
      Function<String, Optional<Area>> areas,
      Set<String> known,
      LocalDate today) {
    this.file = file;
    this.words = words;
    this.messages = messages;
    this.network = network;
    this.areas = areas;
    this.known = known;
    this.today = today;
  }

  /// @param fresh gets each right row that the register does not have
  /// @throws anbinh.platform.Problem when it is no list of cameras
  CameraImportSummary read(Consumer<ListRow> fresh) {
    var summary = new CameraImportSummary(messages);
    Map<String, Integer> seen = new HashMap<>();
    summary.read(
        file,
        words,
        cells ->
            new RowReader(network, areas, today, cells)
                .read()
                .ifPresent(right -> {
                  Integer before = seen.putIfAbsent(right.key(), cells.row());
                  if (before != null) {
                    cells.reject(ListColumn.REFERENCE, "list-repeated", before);
                  } else if (known.contains(right.key())) {
                    summary.known();
                  } else {
                    summary.fresh(right);
                    fresh.accept(right);
                  }
                }));
    return summary;
  }
}
