package anbinh.areas.imports;

import anbinh.areas.AreaKind;
import anbinh.platform.sheet.SheetColumn;

/// What a column of a list of units says.
enum UnitColumn implements SheetColumn {
  /// The code of the unit in which it lies; a province lies in none.
  ABOVE(OPTIONAL),
  /// Its own; a village without one gets the next of its commune.
  CODE(OPTIONAL),
  NAME(REQUIRED),
  /// A village where it is left out and the name does not say it.
  KIND(OPTIONAL.of(Kind.class));

  private final Rule rule;

  UnitColumn(Rule rule) {
    this.rule = rule;
  }

  @Override
  public Rule rule() {
    return rule;
  }

  /// What it is, by the word that stands before its name.
  enum Kind {
    PROVINCE("Tỉnh", AreaKind.PROVINCE),
    COMMUNE("Xã", AreaKind.COMMUNE),
    WARD("Phường", AreaKind.WARD),
    THON("Thôn", AreaKind.RESIDENTIAL_AREA),
    BAN("Bản", AreaKind.RESIDENTIAL_AREA),
    LANG("Làng", AreaKind.RESIDENTIAL_AREA),
    KHU_PHO("Khu phố", AreaKind.RESIDENTIAL_AREA),
    TO_DAN_PHO("Tổ dân phố", AreaKind.RESIDENTIAL_AREA),
    AGENCY("", AreaKind.AGENCY),
    ENTERPRISE("", AreaKind.ENTERPRISE),
    SCHOOL("", AreaKind.SCHOOL);

    private final String word;
    private final AreaKind kind;

    Kind(String word, AreaKind kind) {
      this.word = word;
      this.kind = kind;
    }

    /// Before a name; empty where the name has its own.
    String word() {
      return word;
    }

    AreaKind kind() {
      return kind;
    }
  }
}
