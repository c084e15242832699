package anbinh.areas;

/// What sort of unit an area is.
public enum AreaKind {
  PROVINCE,
  COMMUNE,
  RESIDENTIAL_AREA,
  AGENCY,
  SCHOOL;

  /// Whether the police have an office for areas of this kind (two levels since 1 July 2025).
  boolean hasPolice() {
    return this == PROVINCE || this == COMMUNE;
  }

  /// Whether an area of this kind may lie directly below one of `parent`.
  boolean fitsBelow(AreaKind parent) {
    return switch (parent) {
      case PROVINCE -> this != PROVINCE;
      case COMMUNE -> this != PROVINCE && this != COMMUNE;
      case RESIDENTIAL_AREA -> this == AGENCY || this == SCHOOL;
      case AGENCY, SCHOOL -> false;
    };
  }
}
