package anbinh.oversight.finding;

import anbinh.oversight.access.FootageAccess;
import org.jspecify.annotations.Nullable;

/// What somebody looked at.
///
/// @param code what people call it, if it has a code
record Target(String kind, String id, @Nullable String code) {
  static Target of(FootageAccess look) {
    return new Target(look.targetKind(), look.targetId(), look.targetCode());
  }
}
