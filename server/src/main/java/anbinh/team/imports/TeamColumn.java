package anbinh.team.imports;

import anbinh.platform.sheet.SheetColumn;
import anbinh.team.Education;
import anbinh.team.Gender;
import anbinh.team.Origin;
import anbinh.team.Position;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a column of a list of teams says.
public enum TeamColumn implements SheetColumn {
  /// Its number in the list, which says nothing.
  ORDINAL(false, null),
  /// The code of the commune.
  COMMUNE(true, null),
  TEAM(true, null),
  /// The codes of the villages, with semicolons between them.
  VILLAGES(false, null),
  PLANNED(false, null),
  TEAM_DECISION(false, null),
  TEAM_DECIDED_ON(false, null),
  TEAM_SIGNER(false, null),
  NAME(false, null),
  /// A year or a day.
  BORN(false, null),
  GENDER(false, Gender.class),
  PHONE(false, null),
  NATIONAL_ID(false, null),
  ORIGIN(false, Origin.class),
  EDUCATION(false, Education.class),
  HEALTH_ON(false, null),
  POSITION(false, Position.class),
  TERM_FROM(false, null),
  TERM_UNTIL(false, null),
  DECISION(false, null),
  DECIDED_ON(false, null),
  CERTIFICATE(false, null),
  BADGE(false, null),
  /// That somebody is older than the law has it by decision, and healthy.
  OVER_AGE(false, Said.class),
  /// That they are not who bears the same name and was born on the same day.
  ANOTHER_PERSON(false, Said.class);

  private final boolean required;
  private final @Nullable Class<? extends Enum<?>> type;

  TeamColumn(boolean required, @Nullable Class<? extends Enum<?>> type) {
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

  enum Said {
    YES,
    NO
  }
}
