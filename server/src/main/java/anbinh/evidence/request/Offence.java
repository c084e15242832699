package anbinh.evidence.request;

import java.util.Arrays;
import java.util.Optional;

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
  OTHER;

  /// What a case of a type concerns as a rule; empty where its type does not say.
  ///
  /// @param type the code of a type of case; administrators may add others than ours
  public static Optional<Offence> ofCase(String type) {
    return switch (type) {
      case "TRAFFIC" -> Optional.of(TRAFFIC_COLLISION);
      case "OTHER" -> Optional.empty();
      default -> Arrays.stream(values()).filter(each -> each.name().equals(type)).findFirst();
    };
  }

  /// By which law footage is asked for as a rule: of a crime, what collects evidence (Criminal
  /// Procedure Code 101/2015/QH13 art. 88). Of the others it depends.
  public Optional<LegalBasis> usualBasis() {
    return switch (this) {
      case THEFT, ROBBERY, ASSAULT, PROPERTY_DAMAGE, FRAUD, DRUGS ->
          Optional.of(LegalBasis.CPC_2015_ART_88);
      case TRAFFIC_COLLISION, PUBLIC_ORDER, MISSING_PERSON, OTHER -> Optional.empty();
    };
  }
}
