package anbinh.programme.imports;

import anbinh.platform.sheet.SheetColumn;

/// What a column of a list of programmes says. A row is a programme.
enum ProgrammeColumn implements SheetColumn {
  /// Its number in the list, which says nothing.
  ORDINAL(OPTIONAL),
  /// The code of the commune.
  COMMUNE(REQUIRED),
  /// Codes or names of villages, with semicolons between them; empty for the whole commune.
  VILLAGES(OPTIONAL),
  /// The code of a kind, or its name.
  KIND(REQUIRED),
  NAME(REQUIRED),
  /// What it is for; the kind's where it is empty.
  GOAL(OPTIONAL),
  /// The paper that launched it.
  DECISION(REQUIRED),
  DECIDED_ON(REQUIRED),
  SIGNER(OPTIONAL);

  private final Rule rule;

  ProgrammeColumn(Rule rule) {
    this.rule = rule;
  }

  @Override
  public Rule rule() {
    return rule;
  }
}
