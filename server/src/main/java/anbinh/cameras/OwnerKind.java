package anbinh.cameras;

/// What sort of owner a camera has. There is no kind that tells a belief.
public enum OwnerKind {
  POLICE,
  /// A state body, such as a people's committee.
  AUTHORITY,
  SCHOOL,
  BUSINESS,
  HOUSEHOLD,
  RESIDENTIAL_GROUP,
  OTHER;

  /// Whether the owner must agree before the camera is used; public bodies act by their office.
  public boolean needsConsent() {
    return this != POLICE && this != AUTHORITY;
  }
}
