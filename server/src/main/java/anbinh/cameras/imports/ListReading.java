package anbinh.cameras.imports;

import anbinh.areas.Area;
import anbinh.cameras.CameraNetwork;
import anbinh.platform.sheet.SheetError;
import anbinh.platform.sheet.SheetFile;
import anbinh.platform.sheet.SheetRows;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;

/// A list that is read by all rules, once to check it and once to take it, so that a hundred
/// thousand rows need no memory. Not thread-safe.
final class ListReading {
  private final SheetFile file;
  private final CameraListVocabulary words;
  private final CameraNetwork network;
  private final Function<String, Optional<Area>> areas;
  private final Set<String> known;
  private final LocalDate today;

  /// @param network where cameras may be
  /// @param areas an area by what the list says
  /// @param known what the register has already, as [ListRow#key]
  ListReading(
      SheetFile file,
      CameraListVocabulary words,
      CameraNetwork network,
      Function<String, Optional<Area>> areas,
      Set<String> known,
      LocalDate today) {
    this.file = file;
    this.words = words;
    this.network = network;
    this.areas = areas;
    this.known = known;
    this.today = today;
  }

  /// @param fresh gets each right row that the register does not have
  /// @throws anbinh.platform.Problem when it is no list of cameras
  CameraImportSummary read(Consumer<ListRow> fresh) {
    var tally = new CameraImportSummary();
    Map<String, Integer> seen = new HashMap<>();
    var rows = new SheetRows<>(file, words);
    while (rows.hasNext()) {
      SheetRows.Row<ListColumn> row = rows.next();
      tally.row();
      new RowReader(network, words, areas, today, row, tally::error)
          .read()
          .ifPresent(right -> {
            Integer before = seen.putIfAbsent(right.key(), row.number());
            if (before != null) {
              tally.error(
                  new SheetError(
                      row.number(),
                      row.reference(ListColumn.REFERENCE),
                      ListColumn.REFERENCE,
                      "list-repeated",
                      List.of(before)));
            } else if (known.contains(right.key())) {
              tally.known();
            } else {
              tally.fresh(right);
              fresh.accept(right);
            }
          });
    }
    return tally;
  }
}
