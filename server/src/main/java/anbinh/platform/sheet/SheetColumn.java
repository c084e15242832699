package anbinh.platform.sheet;

import java.util.List;
import java.util.Locale;

/// A column of a list; the columns of a sort of list are an enum.
public interface SheetColumn {
  String name();

  boolean required();

  /// What may stand in it; empty when anything may.
  List<Enum<?>> choices();

  /// As it stands in a list's first row.
  default String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
