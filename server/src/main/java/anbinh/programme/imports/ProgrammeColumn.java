package anbinh.programme.imports;

import anbinh.platform.sheet.SheetColumn;
import java.util.List;

/// What a column of a list of programmes says. A row is a programme.
enum ProgrammeColumn implements SheetColumn {
  /// Its number in the list, which says nothing.
  ORDINAL(false),
  /// The code of the commune.
  COMMUNE(true),
  /// Codes or names of villages, with semicolons between them; empty for the whole commune.
  VILLAGES(false),
  /// The code of a kind, or its name.
  KIND(true),
  NAME(true),
  /// What it is for; the kind's where it is empty.
  GOAL(false),
  /// The paper that launched it.
  DECISION(true),
  DECIDED_ON(true),
  SIGNER(false);

  private final boolean required;

  ProgrammeColumn(boolean required) {
    this.required = required;
  }

  @Override
  public boolean required() {
    return required;
  }

  @Override
  public List<Enum<?>> choices() {
    return List.of();
  }
}
