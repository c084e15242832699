package anbinh.cameras;

import java.util.Set;

/// A camera whose view covers a place, and how well.
///
/// @param sector what it sees, with what was assumed of it
public record SeenFrom(Camera camera, Sector sector, Sector.Sight sight, Set<Assumed> assumed) {
  public SeenFrom {
    assumed = Set.copyOf(assumed);
  }

  /// What the register does not say and was taken for granted.
  public enum Assumed {
    /// It may look anywhere.
    DIRECTION,
    ANGLE,
    RANGE
  }
}
