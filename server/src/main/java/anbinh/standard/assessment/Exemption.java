package anbinh.standard.assessment;

import java.time.Instant;
import java.util.UUID;

/// That the circular does not cover a unit in a year, as somebody stated.
public record Exemption(
    UUID id, UUID areaId, int year, Ground ground, String reason, UUID by, Instant at) {
  /// Why, by article 1.2 b; the last one, since another level has it in its charge (article 5.4).
  public enum Ground {
    ARMED_FORCES,
    SMALL_ENTERPRISE,
    PRIMARY_OR_NURSERY,
    HIGHER_AUTHORITY
  }
}
