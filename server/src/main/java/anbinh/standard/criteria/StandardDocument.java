package anbinh.standard.criteria;

/// A paper that a unit registers with (article 9.2 a).
///
/// @param conditional whether only where there is a party organisation
/// @param article where the Circular says so
/// @param phrase its own words
public record StandardDocument(Code code, boolean conditional, String article, String phrase) {
  /// Which paper.
  public enum Code {
    RESOLUTION,
    PLAN
  }
}
