package anbinh.cases;

/// The closed list of kinds of case, as the yearly figures count them.
public enum CaseType {
  THEFT,
  ASSAULT,
  TRAFFIC,
  PUBLIC_ORDER,
  OTHER
}
