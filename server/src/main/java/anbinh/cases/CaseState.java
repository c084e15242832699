package anbinh.cases;

/// Whether a case still takes requests.
public enum CaseState {
  OPEN,
  CLOSED
}
