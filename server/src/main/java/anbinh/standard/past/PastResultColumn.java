package anbinh.standard.past;

import anbinh.platform.sheet.SheetColumn;
import anbinh.standard.StandardOutcome;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a column of a list of results of past years says. A row is a unit in a year.
enum PastResultColumn implements SheetColumn {
  /// Its number in the list, which says nothing.
  ORDINAL(false, null),
  /// The code of the commune.
  COMMUNE(true, null),
  /// The code of the unit, or the name of a village; empty for the commune itself.
  UNIT(false, null),
  YEAR(true, null),
  OUTCOME(true, StandardOutcome.class),
  DECISION(false, null),
  DECIDED_ON(false, null),
  CERTIFICATE(false, null);

  private final boolean required;
  private final @Nullable Class<? extends Enum<?>> type;

  PastResultColumn(boolean required, @Nullable Class<? extends Enum<?>> type) {
    this.required = required;
    this.type = type;
  }

  @Override
  public boolean required() {
    return required;
  }

  @Override
  public List<Enum<?>> choices() {
    return type == null ? List.of() : List.of(type.getEnumConstants());
  }
}
