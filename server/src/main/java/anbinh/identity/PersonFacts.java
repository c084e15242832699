package anbinh.identity;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;

/// The areas below a person's, and the accounts of their name: what most rights rest on. Whoever
/// puts many answers for one person together, and changes nothing meanwhile, has them found once.
public final class PersonFacts {
  private static final ScopedValue<Map<Asked, Set<UUID>>> KNOWN = ScopedValue.newInstance();

  private PersonFacts() {}

  /// Which facts.
  public enum Fact {
    AREAS_BELOW,
    ACCOUNTS
  }

  private record Asked(Fact fact, UUID id) {}

  /// Remembers them while something is put together in the present thread.
  public static <T> T foundOnce(Supplier<T> reading) {
    return ScopedValue.where(KNOWN, new HashMap<>()).call(reading::get);
  }

  /// What is remembered, else what is found.
  public static Set<UUID> find(Fact fact, UUID id, Function<UUID, Set<UUID>> find) {
    return KNOWN.isBound()
        ? KNOWN.get().computeIfAbsent(new Asked(fact, id), asked -> find.apply(asked.id()))
        : find.apply(id);
  }
}
