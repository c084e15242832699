package anbinh.notification.inbox;

/// Why somebody is told.
enum Reason {
  /// More of a kind wait.
  MORE,
  /// What waited is overdue now.
  OVERDUE,
  /// A danger that nobody received.
  REPEATED
}
