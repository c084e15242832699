package anbinh.platform.sheet;

import anbinh.platform.Messages;
import anbinh.platform.PlatformProblem;
import anbinh.platform.Problem;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Counts what a list holds while it is read. Not thread-safe.
public final class ImportSummary<C extends Enum<C> & SheetColumn> {
  private static final int SAMPLE = 5;

  private final SheetVocabulary<C> words;
  private final Messages messages;
  private final FirstErrors errors = new FirstErrors();
  private final List<String> sample = new ArrayList<>();
  private int rows;
  private int added;
  private int known;

  public ImportSummary(SheetVocabulary<C> words, Messages messages) {
    this.words = words;
    this.messages = messages;
  }

  /// The cells of a row, whose mistakes are counted.
  public SheetCells<C> cells(SheetRows.Row<C> row) {
    rows++;
    return new SheetCells<>(
        words, row, error -> errors.add(error, () -> ErrorLine.of(error, words, messages)));
  }

  public void known() {
    known++;
  }

  /// @param what is added, in a few words without the names of people
  public void added(String what) {
    added++;
    if (sample.size() < SAMPLE) {
      sample.add(what);
    }
  }

  public ImportReport report(SheetFile file) {
    return new ImportReport(
        file.sha256(), file.encoding(), rows, added, known, errors.count(), errors.list(), sample);
  }

  /// The same of a list that is to be taken.
  ///
  /// @param checked the SHA-256 of what was checked; null where nobody checked before
  /// @throws Problem when it is another list than the checked one, when anything is wrong, or when
  ///   nobody confirmed the encoding
  public ImportReport right(SheetFile file, @Nullable String checked) {
    ImportReport report = report(file);
    if (checked != null && !checked.equalsIgnoreCase(report.sha256())) {
      throw Problem.of(PlatformProblem.LIST_OTHER);
    }
    if (report.errorCount() > 0) {
      throw Problem.of(PlatformProblem.LIST_WRONG, report.errorCount()).with("list", report);
    }
    file.requireConfirmed();
    return report;
  }
}
