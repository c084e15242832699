package anbinh.mediation;

/// What people quarrel about.
public enum DisputeKind {
  NEIGHBOURS,
  PROPERTY,
  BOUNDARY,
  FAMILY,
  INHERITANCE,
  DEBT,
  ENVIRONMENT,
  OTHER
}
