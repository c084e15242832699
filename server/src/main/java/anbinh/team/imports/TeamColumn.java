package anbinh.team.imports;

import anbinh.platform.sheet.SheetColumn;
import anbinh.team.Education;
import anbinh.team.Gender;
import anbinh.team.Origin;
import anbinh.team.Position;

/// What a column of a list of teams says.
enum TeamColumn implements SheetColumn {
  /// Its number in the list, which says nothing.
  ORDINAL(OPTIONAL),
  /// The code of the commune.
  COMMUNE(REQUIRED),
  TEAM(REQUIRED),
  /// The codes of the villages, with semicolons between them.
  VILLAGES(OPTIONAL),
  PLANNED(OPTIONAL),
  TEAM_DECISION(OPTIONAL),
  TEAM_DECIDED_ON(OPTIONAL),
  TEAM_SIGNER(OPTIONAL),
  NAME(OPTIONAL),
  /// A year or a day.
  BORN(OPTIONAL),
  GENDER(OPTIONAL.of(Gender.class)),
  PHONE(OPTIONAL),
  NATIONAL_ID(OPTIONAL),
  ORIGIN(OPTIONAL.of(Origin.class)),
  EDUCATION(OPTIONAL.of(Education.class)),
  HEALTH_ON(OPTIONAL),
  POSITION(OPTIONAL.of(Position.class)),
  TERM_FROM(OPTIONAL),
  TERM_UNTIL(OPTIONAL),
  DECISION(OPTIONAL),
  DECIDED_ON(OPTIONAL),
  CERTIFICATE(OPTIONAL),
  BADGE(OPTIONAL),
  /// That somebody is older than the law has it by decision, and healthy.
  OVER_AGE(OPTIONAL.of(Said.class)),
  /// That they are not who bears the same name and was born on the same day.
  ANOTHER_PERSON(OPTIONAL.of(Said.class));

  private final Rule rule;

  TeamColumn(Rule rule) {
    this.rule = rule;
  }

  @Override
  public Rule rule() {
    return rule;
  }

  enum Said {
    YES,
    NO
  }
}
