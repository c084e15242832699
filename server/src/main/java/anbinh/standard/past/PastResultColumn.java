package anbinh.standard.past;

import anbinh.platform.sheet.SheetColumn;
import anbinh.standard.StandardOutcome;

/// What a column of a list of results of past years says. A row is a unit in a year.
enum PastResultColumn implements SheetColumn {
  /// Its number in the list, which says nothing.
  ORDINAL(OPTIONAL),
  /// The code of the commune.
  COMMUNE(REQUIRED),
  /// The code of the unit, or the name of a village; empty for the commune itself.
  UNIT(OPTIONAL),
  YEAR(REQUIRED),
  OUTCOME(REQUIRED.of(StandardOutcome.class)),
  DECISION(OPTIONAL),
  DECIDED_ON(OPTIONAL),
  CERTIFICATE(OPTIONAL);

  private final Rule rule;

  PastResultColumn(Rule rule) {
    this.rule = rule;
  }

  @Override
  public Rule rule() {
    return rule;
  }
}
