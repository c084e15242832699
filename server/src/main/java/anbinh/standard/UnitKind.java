package anbinh.standard;

import anbinh.areas.AreaKind;
import anbinh.identity.Role;
import java.util.Optional;

/// What the standard is for, each with criteria of its own (Circular 124/2021/TT-BCA, articles 4 to
/// 7).
public enum UnitKind {
  RESIDENTIAL_AREA,
  COMMUNE,
  AGENCY,
  ENTERPRISE,
  SCHOOL;

  /// Empty for a province, which is none.
  public static Optional<UnitKind> of(AreaKind kind) {
    return Optional.ofNullable(
        switch (kind) {
          case PROVINCE -> null;
          case COMMUNE, WARD -> COMMUNE;
          case RESIDENTIAL_AREA -> RESIDENTIAL_AREA;
          case AGENCY -> AGENCY;
          case ENTERPRISE -> ENTERPRISE;
          case SCHOOL -> SCHOOL;
        });
  }

  /// Who registers it and assesses it: its head (article 9.1 a and c), for a commune the standing
  /// body of its own steering committee (article 9.1 b).
  public Role assessor() {
    return this == COMMUNE ? Role.COMMUNITY_OFFICER : Role.VILLAGE_HEAD;
  }

  /// Whether it says how many registered in it: households, or those who work and learn there.
  public boolean counts() {
    return this != COMMUNE;
  }

  /// Whether some of its kind are not covered (article 1.2 b).
  public boolean mayBeExempt() {
    return this == AGENCY || this == ENTERPRISE || this == SCHOOL;
  }
}
