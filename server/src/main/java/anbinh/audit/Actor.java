package anbinh.audit;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Who did something.
///
/// @param personId known to the database only
/// @param pseudonym stands in the leaf
/// @param areaId the area that they work for, by which readers of the log are limited; null for the
///   whole site
public record Actor(UUID personId, UUID pseudonym, @Nullable UUID areaId) {
  /// Somebody of the whole site.
  public Actor(UUID personId, UUID pseudonym) {
    this(personId, pseudonym, null);
  }
}
