package anbinh.mediation.imports;

import anbinh.platform.sheet.SheetColumn;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a column of a list of mediation teams says. A row is a mediator.
enum MediatorColumn implements SheetColumn {
  /// Its number in the list, which says nothing.
  ORDINAL(false, null),
  /// The code of the commune.
  COMMUNE(true, null),
  /// The code or the name of the village.
  VILLAGE(true, null),
  NAME(true, null),
  GENDER(true, Gender.class),
  POSITION(true, Position.class),
  /// The paper by which the chair recognised them.
  DECISION(true, null),
  DECIDED_ON(true, null),
  /// Whether many people of a minority live in the village.
  MINORITY_AREA(false, Said.class);

  private final boolean required;
  private final @Nullable Class<? extends Enum<?>> type;

  MediatorColumn(boolean required, @Nullable Class<? extends Enum<?>> type) {
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

  enum Gender {
    MALE,
    FEMALE
  }

  enum Position {
    LEADER,
    MEDIATOR
  }

  enum Said {
    YES,
    NO
  }
}
