package anbinh.platform.sheet;

import anbinh.platform.Messages;
import anbinh.platform.Problem;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.annotation.Transactional;

/// A sort of lists that come in from spreadsheets: checked first, then applied as a whole or not at
/// all. A feature says what the columns are, and how a list is read and written. Safe for many
/// threads.
///
/// @param <P> who sends a list
/// @param <C> its columns
/// @param <R> the report on it
public abstract class SheetImport<P, C extends Enum<C> & SheetColumn, R extends SheetReport> {
  protected final Messages messages;
  protected final SheetVocabulary<C> words;

  /// @param prefix of the texts of the columns
  protected SheetImport(Messages messages, String prefix, Class<C> columns) {
    this.messages = messages;
    this.words = new SheetVocabulary<>(messages, prefix, columns);
  }

  public List<ColumnView> columns() {
    return ColumnView.all(words);
  }

  /// What applying a list would do.
  ///
  /// @throws Problem when it is no list of this sort, or speaks of what is not the sender's
  @Transactional
  public R check(SheetFile file, P by) {
    return read(file, by, false).report();
  }

  /// Writes what is new in a list.
  ///
  /// @param checked the SHA-256 of what was checked; null where nobody checked before
  /// @throws Problem as [#check] does, and when any row is wrong, when it is another list than the
  ///   checked one, or when nobody confirmed its encoding
  @Transactional
  public R apply(SheetFile file, @Nullable String checked, P by) {
    return apply(file, checked, read(file, by, true));
  }

  /// The same of one that was read.
  protected R apply(SheetFile file, @Nullable String checked, ReadList<R> read) {
    read.requireRight(checked);
    file.requireConfirmed();
    return read.apply();
  }

  /// Reads a list by all rules.
  ///
  /// @param applying whether it is written afterwards, so that others must be kept from what it is
  ///   compared with
  protected abstract ReadList<R> read(SheetFile file, P by, boolean applying);
}
