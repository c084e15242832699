package anbinh.teamwork.group;

import anbinh.platform.sheet.SheetColumn;
import anbinh.teamwork.group.Group.Kind;
import anbinh.teamwork.group.Group.Lead;

/// What a column of a list of groups of households says. A row is somebody who leads a group, or a
/// group that nobody leads.
enum GroupColumn implements SheetColumn {
  /// Its number in the list, which says nothing.
  ORDINAL(OPTIONAL),
  /// The code of the commune.
  COMMUNE(REQUIRED),
  /// The code or the name of the village.
  VILLAGE(REQUIRED),
  KIND(REQUIRED.of(Kind.class)),
  GROUP(REQUIRED),
  HOUSEHOLDS(OPTIONAL),
  GROUP_DECISION(OPTIONAL),
  GROUP_DECIDED_ON(OPTIONAL),
  GROUP_SIGNER(OPTIONAL),
  NAME(OPTIONAL),
  POSITION(OPTIONAL.of(Lead.class)),
  PHONE(OPTIONAL),
  TERM_FROM(OPTIONAL),
  TERM_UNTIL(OPTIONAL),
  DECISION(OPTIONAL),
  DECIDED_ON(OPTIONAL);

  private final Rule rule;

  GroupColumn(Rule rule) {
    this.rule = rule;
  }

  @Override
  public Rule rule() {
    return rule;
  }
}
