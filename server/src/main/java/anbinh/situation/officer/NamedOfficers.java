package anbinh.situation.officer;

import anbinh.identity.Person;
import anbinh.situation.deadlines.SituationOfficers;
import anbinh.situation.report.SituationTable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// In which reports an officer is named. Each page that is open asks so of all open reports once a
/// minute, and to know it all that was written is deciphered and read: so it is remembered for as
/// long as nothing else is written there and the officer has that name. Holds answers and no words;
/// of too many, those nobody asked for longest go. Safe for many threads.
@Component
class NamedOfficers {
  private static final int REMEMBERED = 20_000;

  private final SituationTable table;
  private final Map<Asked, Boolean> answers =
      new LinkedHashMap<>(64, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Asked, Boolean> eldest) {
          return size() > REMEMBERED;
        }
      };

  NamedOfficers(SituationTable table) {
    this.table = table;
  }

  /// @param content the hash of what was written, as it is kept
  private record Asked(UUID situation, String content, UUID officer, String name) {}

  Set<UUID> namedIn(Collection<UUID> some, Person officer) {
    if (some.isEmpty()) {
      return Set.of();
    }
    Map<UUID, String> hashes = table.contentHashes(some);
    Set<UUID> named = new HashSet<>();
    List<UUID> unread = new ArrayList<>();
    hashes.forEach((id, hash) -> {
      Boolean known = find(new Asked(id, hash, officer.id(), officer.displayName()));
      if (known == null) {
        unread.add(id);
      } else if (known) {
        named.add(id);
      }
    });
    if (!unread.isEmpty()) {
      table
          .contents(unread)
          .forEach((id, content) -> {
            boolean is = SituationOfficers.isNamed(officer, content);
            String hash = hashes.getOrDefault(id, "");
            put(new Asked(id, hash, officer.id(), officer.displayName()), is);
            if (is) {
              named.add(id);
            }
          });
    }
    return named;
  }

  private synchronized @Nullable Boolean find(Asked asked) {
    return answers.get(asked);
  }

  private synchronized void put(Asked asked, boolean named) {
    answers.put(asked, named);
  }
}
