package anbinh.programme;

/// What sort of organisation takes part in a programme.
public enum PartnerKind {
  /// The Fatherland Front.
  FRONT,
  VETERANS,
  YOUTH_UNION,
  /// The Women's Union.
  WOMEN,
  FARMERS,
  ELDERLY,
  /// The council of a clan, as an organisation.
  CLAN,
  /// The board of a parish or pagoda, as an organisation.
  PARISH,
  SCHOOL,
  HEALTH,
  POLICE,
  /// Owners of boarding houses, shops or enterprises.
  OWNERS,
  OTHER
}
