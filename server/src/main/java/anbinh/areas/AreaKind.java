package anbinh.areas;

/// What sort of unit an area is.
public enum AreaKind {
  PROVINCE,
  /// Of the countryside (xã).
  COMMUNE,
  /// Of a town (phường); the law knows it at the same level as a commune.
  WARD,
  RESIDENTIAL_AREA,
  AGENCY,
  ENTERPRISE,
  SCHOOL;

  /// Whether the police have an office for areas of this kind (two levels since 1 July 2025).
  public boolean hasPolice() {
    return this == PROVINCE || isCommune();
  }

  /// Whether it is a unit of the lower of the two levels of local government.
  public boolean isCommune() {
    return this == COMMUNE || this == WARD;
  }

  /// Whether it is a place where people work or learn, in which nothing else lies.
  private boolean isPlace() {
    return this == AGENCY || this == ENTERPRISE || this == SCHOOL;
  }

  /// Whether an area of this kind may lie directly below one of `parent`.
  public boolean fitsBelow(AreaKind parent) {
    return switch (parent) {
      case PROVINCE -> this != PROVINCE;
      case COMMUNE, WARD -> this != PROVINCE && !isCommune();
      case RESIDENTIAL_AREA -> isPlace();
      case AGENCY, ENTERPRISE, SCHOOL -> false;
    };
  }
}
