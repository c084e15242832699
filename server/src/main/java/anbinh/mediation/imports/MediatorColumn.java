package anbinh.mediation.imports;

import anbinh.platform.sheet.SheetColumn;

/// What a column of a list of mediation teams says. A row is a mediator.
enum MediatorColumn implements SheetColumn {
  /// Its number in the list, which says nothing.
  ORDINAL(OPTIONAL),
  /// The code of the commune.
  COMMUNE(REQUIRED),
  /// The code or the name of the village.
  VILLAGE(REQUIRED),
  NAME(REQUIRED),
  GENDER(REQUIRED.of(Gender.class)),
  POSITION(REQUIRED.of(Position.class)),
  /// The paper by which the chair recognised them.
  DECISION(REQUIRED),
  DECIDED_ON(REQUIRED),
  /// Whether many people of a minority live in the village.
  MINORITY_AREA(OPTIONAL.of(Said.class));

  private final Rule rule;

  MediatorColumn(Rule rule) {
    this.rule = rule;
  }

  @Override
  public Rule rule() {
    return rule;
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
