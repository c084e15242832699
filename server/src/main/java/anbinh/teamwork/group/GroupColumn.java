package anbinh.teamwork.group;

import anbinh.platform.sheet.SheetColumn;
import anbinh.teamwork.group.Group.Kind;
import anbinh.teamwork.group.Group.Lead;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a column of a list of groups of households says. A row is somebody who leads a group, or a
/// group that nobody leads.
enum GroupColumn implements SheetColumn {
  /// Its number in the list, which says nothing.
  ORDINAL(false, null),
  /// The code of the commune.
  COMMUNE(true, null),
  /// The code or the name of the village.
  VILLAGE(true, null),
  KIND(true, Kind.class),
  GROUP(true, null),
  HOUSEHOLDS(false, null),
  GROUP_DECISION(false, null),
  GROUP_DECIDED_ON(false, null),
  GROUP_SIGNER(false, null),
  NAME(false, null),
  POSITION(false, Lead.class),
  PHONE(false, null),
  TERM_FROM(false, null),
  TERM_UNTIL(false, null),
  DECISION(false, null),
  DECIDED_ON(false, null);

  private final boolean required;
  private final @Nullable Class<? extends Enum<?>> type;

  GroupColumn(boolean required, @Nullable Class<? extends Enum<?>> type) {
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
