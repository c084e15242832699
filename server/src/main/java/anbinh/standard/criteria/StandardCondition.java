package anbinh.standard.criteria;

/// Something that the Circular asks for only where there is such a thing ("nếu có").
///
/// @param scope what is not asked for where there is none
/// @param article where it says so
/// @param phrase its own words
public record StandardCondition(
    String criterion, Code code, Scope scope, String article, String phrase) {
  /// What there may not be.
  public enum Code {
    PARTY_ORGANISATION,
    POLICE_COORDINATION,
    /// Of a school at which there are parents' boards.
    PARENTS,
    GUARDS,
    /// Titles of emulation, for which some units are not eligible.
    TITLES
  }

  /// How much of a criterion goes with it.
  public enum Scope {
    /// The criterion does not apply.
    WHOLE,
    /// Its share is not asked for.
    NUMBERS,
    PART
  }
}
