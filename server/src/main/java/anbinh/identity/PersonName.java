package anbinh.identity;

import java.util.Map;
import java.util.UUID;

/// A person as answers name them.
public record PersonName(UUID id, String displayName) {
  /// @param names as `People.displayNames` gives them
  public static PersonName of(UUID id, Map<UUID, String> names) {
    return new PersonName(id, names.getOrDefault(id, ""));
  }

  public static PersonName of(Person person) {
    return new PersonName(person.id(), person.displayName());
  }
}
