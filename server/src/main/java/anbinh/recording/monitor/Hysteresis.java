package anbinh.recording.monitor;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Which troubles are alerts. A trouble becomes one when it has lasted, and is none any more when
/// it has been gone for a while; one that comes and goes within that while lasts. For one thread.
final class Hysteresis {
  private final Duration raiseAfter;
  private final Duration clearAfter;
  private final Map<Trouble, Lasting> all = new HashMap<>();

  /// @param gone since when it is not seen; null while it is
  private record Lasting(Instant since, @Nullable Instant gone, boolean raised) {}

  /// @param raised false when it was cleared
  record Change(Trouble trouble, boolean raised) {}

  Hysteresis(Duration raiseAfter, Duration clearAfter) {
    this.raiseAfter = raiseAfter;
    this.clearAfter = clearAfter;
  }

  /// An alert of before the server's restart.
  void resume(Trouble trouble, Instant since) {
    all.put(trouble, new Lasting(since, null, true));
  }

  /// @param present the troubles there are now
  List<Change> update(Set<Trouble> present, Instant now) {
    present.forEach(trouble -> all.putIfAbsent(trouble, new Lasting(now, null, false)));
    List<Change> changes = new ArrayList<>();
    for (Trouble trouble : List.copyOf(all.keySet())) {
      Lasting before = all.get(trouble);
      if (before == null) {
        continue;
      }
      if (present.contains(trouble)) {
        boolean raise = !before.raised() && hasPassed(before.since(), now, raiseAfter);
        all.put(trouble, new Lasting(before.since(), null, before.raised() || raise));
        if (raise) {
          changes.add(new Change(trouble, true));
        }
      } else {
        Instant gone = before.gone() == null ? now : before.gone();
        if (!hasPassed(gone, now, clearAfter)) {
          all.put(trouble, new Lasting(before.since(), gone, before.raised()));
        } else {
          all.remove(trouble);
          if (before.raised()) {
            changes.add(new Change(trouble, false));
          }
        }
      }
    }
    return changes;
  }

  /// How many alerts stand.
  int raised() {
    return (int) all.values().stream().filter(Lasting::raised).count();
  }

  private static boolean hasPassed(Instant since, Instant now, Duration time) {
    return !since.plus(time).isAfter(now);
  }
}
