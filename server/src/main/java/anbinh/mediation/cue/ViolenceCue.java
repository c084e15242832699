package anbinh.mediation.cue;

/// A word or words of a text that tell of something.
///
/// @param words as they stand in the list
public record ViolenceCue(Category category, String words) {
  /// Of what.
  public enum Category {
    VIOLENCE,
    INJURY,
    THREAT,
    WEAPON,
    SEXUAL,
    CHILD,
    CONFINEMENT,
    SUICIDE,
    PSYCHOLOGICAL,
    ECONOMIC,
    /// A quarrel in a family, which by itself is none of the others.
    FAMILY
  }
}
