package anbinh.evidence.request;

/// The closed list of classes of offence that a request may concern.
public enum Offence {
  THEFT,
  ROBBERY,
  ASSAULT,
  TRAFFIC_COLLISION,
  PUBLIC_ORDER,
  PROPERTY_DAMAGE,
  FRAUD,
  DRUGS,
  MISSING_PERSON,
  OTHER
}
