package anbinh.programme;

/// What is counted in an area in each quarter, to see it before and after.
public enum Indicator {
  /// Mediations that were received, counted from their records.
  DISPUTES_RECEIVED(true),
  /// Mediations that ended by agreement, counted from their records.
  DISPUTES_SETTLED(true),
  OFFENCES(false),
  THEFTS(false),
  /// Violations of the rules of public order.
  ORDER_VIOLATIONS(false),
  /// Violations by people under 18.
  YOUTH_VIOLATIONS(false),
  /// Reports of violence in families.
  DOMESTIC_VIOLENCE(false);

  private final boolean counted;

  Indicator(boolean counted) {
    this.counted = counted;
  }

  /// Whether it comes from records here; others are entered with their source.
  public boolean counted() {
    return counted;
  }
}
