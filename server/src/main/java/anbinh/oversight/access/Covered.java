package anbinh.oversight.access;

/// Whether a case explains a look.
public enum Covered {
  NO,
  /// Only one that had been closed for a while.
  CLOSED_CASE,
  OPEN_CASE
}
