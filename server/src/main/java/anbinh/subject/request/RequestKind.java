package anbinh.subject.request;

/// What somebody asks, by the rights of Law 91/2025/QH15, article 4.
enum RequestKind {
  /// What is held about them, and a copy of it.
  ACCESS,
  CORRECTION,
  DELETION,
  /// That it is used for less.
  RESTRICTION,
  /// That it is not used.
  OBJECTION,
  CONSENT_WITHDRAWAL,
  COMPLAINT
}
