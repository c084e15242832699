package anbinh.evidence.request;

/// Why only a senior approver may grant something; see [Caps].
public enum SeniorReason {
  MANY_CAMERAS,
  LONG_TIME,
  OLD_FOOTAGE
}
