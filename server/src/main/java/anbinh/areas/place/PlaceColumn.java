package anbinh.areas.place;

import anbinh.areas.PlaceKind;
import anbinh.platform.sheet.SheetColumn;

/// What a column of a list of places says.
enum PlaceColumn implements SheetColumn {
  /// Its number in the list, which says nothing.
  ORDINAL(OPTIONAL),
  /// The code of the commune.
  COMMUNE(REQUIRED),
  KIND(REQUIRED.of(PlaceKind.class)),
  NAME(REQUIRED),
  FORMER(OPTIONAL),
  LATITUDE(REQUIRED),
  LONGITUDE(REQUIRED);

  private final Rule rule;

  PlaceColumn(Rule rule) {
    this.rule = rule;
  }

  @Override
  public Rule rule() {
    return rule;
  }
}
