package anbinh.campaign;

import anbinh.platform.malware.Judgement;
import org.jspecify.annotations.Nullable;

/// How a material stands with the checker for malware.
enum MaterialCheck {
  CLEAN,
  /// Larger than the checker takes, so not checked.
  TOO_LARGE,
  /// There is no checker.
  UNCHECKED,
  /// It was added before there was one, which is to look at it; nobody saves it before.
  WAITING,
  /// Found after it was added; its content was erased.
  INFECTED;

  /// @param said by the checker; null where none was asked
  static MaterialCheck of(Judgement.@Nullable Result said, boolean setUp) {
    if (said == null) {
      return setUp ? WAITING : UNCHECKED;
    }
    return switch (said) {
      case CLEAN -> CLEAN;
      case TOO_LARGE -> TOO_LARGE;
      case INFECTED -> INFECTED;
    };
  }
}
