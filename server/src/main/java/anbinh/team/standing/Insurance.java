package anbinh.team.standing;

import java.time.LocalDate;

/// Whether somebody has social and health insurance, from a day on.
record Insurance(LocalDate from, boolean social, boolean health) {
  /// Which insurance may pay in the place of a benefit.
  public enum Kind {
    HEALTH,
    SOCIAL
  }

  boolean has(Kind kind) {
    return switch (kind) {
      case HEALTH -> health;
      case SOCIAL -> social;
    };
  }
}
