package anbinh.standard.criteria;

/// A body of which somebody is to come to the meeting that assesses (article 9.1).
///
/// @param conditional whether only where there is such a body
/// @param article where the Circular says so
/// @param phrase its own words
public record StandardParticipant(Code code, boolean conditional, String article, String phrase) {
  /// Which body.
  public enum Code {
    PARTY_ORGANISATION,
    FRONT,
    MASS_ORGANISATIONS,
    GUARDS,
    POLICE,
    /// Whoever has the unit in their charge.
    SUPERIOR
  }
}
