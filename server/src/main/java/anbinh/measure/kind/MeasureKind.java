package anbinh.measure.kind;

/// Why the law has a commune educate, supervise or help somebody (Law 30/2023/QH15, article 11).
/// What the law says of each is data: [MeasureRule].
public enum MeasureKind {
  /// Education at the commune (Decree 120/2021/ND-CP).
  COMMUNE_EDUCATION,
  /// Of a minor, at the family, in place of an administrative sanction.
  FAMILY_SUPERVISION,
  SUSPENDED_SENTENCE,
  NON_CUSTODIAL_REFORM,
  /// Of who was released early under conditions.
  PROBATION,
  /// Of who served a sentence (Decree 49/2020/ND-CP).
  RETURN_TO_COMMUNITY,
  /// Management after drug rehabilitation (Decree 116/2021/ND-CP).
  AFTER_REHABILITATION,
  /// A measure or sentence of a juvenile that is served in the community (Law 59/2024/QH15).
  JUVENILE_COMMUNITY
}
