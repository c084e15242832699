package anbinh.cameras;

/// Why somebody reads how to reach an owner; stands in the log.
public enum ContactPurpose {
  /// To ask for footage.
  FOOTAGE,
  /// To keep the register right: the contact, the consent, where the camera looks.
  UPKEEP,
  /// A life is in danger.
  DANGER
}
