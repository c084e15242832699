package anbinh.team.standing;

import java.time.LocalDate;
import java.util.UUID;

/// A benefit that was granted to whoever was hurt, fell ill or died on duty and had no insurance
/// (Decree 40/2024/NĐ-CP, article 5).
///
/// @param dong how much
/// @param paper the number of the decision
record Benefit(
    UUID id,
    UUID memberId,
    Kind kind,
    LocalDate happenedOn,
    long dong,
    String paper,
    LocalDate on) {
  public enum Kind {
    SICKNESS,
    ACCIDENT,
    DEATH
  }

  /// What a rule says of a kind.
  ///
  /// @param insurance which pays in its place
  /// @param checked whether somebody compared it with the paper
  public record Rule(
      Kind kind, LocalDate from, Insurance.Kind insurance, String source, boolean checked) {}
}
