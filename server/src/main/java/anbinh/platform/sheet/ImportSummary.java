package anbinh.platform.sheet;

import anbinh.platform.Messages;
import java.util.List;
import java.util.function.Consumer;

/// Counts what a list holds while it is read; what a sort of list counts beside rows and mistakes,
/// a class of its own does. Not thread-safe.
public class ImportSummary {
  /// How many things a report shows of those that are added.
  protected static final int SAMPLE = 5;

  protected final Messages messages;
  private final FirstErrors errors = new FirstErrors();
  private int rows;

  public ImportSummary(Messages messages) {
    this.messages = messages;
  }

  /// Reads the rows of a list one by one.
  ///
  /// @param each gets the cells of a row, whose mistakes are counted
  /// @throws anbinh.platform.Problem when it is no list of this sort
  public <C extends Enum<C> & SheetColumn> void read(
      SheetFile file, SheetVocabulary<C> words, Consumer<SheetCells<C>> each) {
    var all = new SheetRows<>(file, words);
    while (all.hasNext()) {
      row();
      each.accept(
          new SheetCells<>(
              words,
              all.next(),
              error -> errors.add(error.row(), () -> ErrorLine.of(error, words, messages))));
    }
  }

  public void row() {
    rows++;
  }

  public void error(ErrorLine error) {
    errors.add(error.row(), () -> error);
  }

  public int rows() {
    return rows;
  }

  /// Of all that were found.
  public int errorCount() {
    return errors.count();
  }

  /// The first ones, in the order of the rows.
  public List<ErrorLine> errors() {
    return errors.list();
  }
}
