package anbinh.identity;

/// Who needs a second factor.
public enum FactorRule {
  OPTIONAL,
  /// Whoever may decide a request.
  REQUIRED_FOR_DECIDERS,
  REQUIRED;

  public boolean covers(Person person) {
    return switch (this) {
      case OPTIONAL -> false;
      case REQUIRED_FOR_DECIDERS -> person.has(Role.APPROVER);
      case REQUIRED -> true;
    };
  }
}
