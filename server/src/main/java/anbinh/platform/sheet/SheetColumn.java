package anbinh.platform.sheet;

import java.util.List;
import java.util.Locale;

/// A column of a list; the columns of a sort of list are an enum, each with its rule.
public interface SheetColumn {
  Rule REQUIRED = new Rule(true, List.of());
  Rule OPTIONAL = new Rule(false, List.of());

  /// What may stand in a column.
  ///
  /// @param choices empty when anything may
  record Rule(boolean required, List<Enum<?>> choices) {
    public Rule {
      choices = List.copyOf(choices);
    }

    /// Only the constants of an enum.
    public Rule of(Class<? extends Enum<?>> type) {
      return new Rule(required, List.of(type.getEnumConstants()));
    }
  }

  String name();

  Rule rule();

  default boolean required() {
    return rule().required();
  }

  /// What may stand in it; empty when anything may.
  default List<Enum<?>> choices() {
    return rule().choices();
  }

  /// As it stands in a list's first row.
  default String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
