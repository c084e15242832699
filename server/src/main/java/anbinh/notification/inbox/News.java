package anbinh.notification.inbox;

import anbinh.worklist.WorklistEntry;
import anbinh.worklist.WorklistKind;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// What of a worklist its person is to be told: of each kind that there is more of than before, or
/// one that came meanwhile, or that more are overdue; and of a danger that stays, again and again.
/// What one began oneself is told of when it is overdue only.
///
/// @param items what is told
/// @param seen what is known after it, of each kind
record News(List<Item> items, Collection<Seen> seen) {
  /// Cameras come and go by themselves, so they are told of again only when more are away than were
  /// told of, or after this time.
  private static final Duration STEADY = Duration.ofMinutes(30);

  /// Cameras of one switch are missed within some seconds, which two looks may part.
  private static final Duration TOGETHER = Duration.ofSeconds(30);

  private static final Duration MAX_REPEAT = Duration.ofHours(1);

  /// @param count how many came, are overdue, or wait still
  record Item(WorklistKind kind, Reason reason, int count, boolean urgent) {}

  /// @param repeat how long after it was told a danger is told again for the first time
  static News between(
      Collection<Seen> before, Collection<WorklistEntry> entries, Duration repeat, Instant now) {
    Map<WorklistKind, Seen> known = new EnumMap<>(WorklistKind.class);
    before.forEach(each -> known.put(each.kind(), each));
    Map<WorklistKind, WorklistEntry> present = new TreeMap<>();
    known.keySet().forEach(kind -> present.put(kind, WorklistEntry.of(kind, 0)));
    entries.forEach(each -> present.put(each.kind(), each));
    List<Item> items = new ArrayList<>();
    List<Seen> seen = new ArrayList<>();
    present.forEach((kind, entry) -> {
      Seen last = known.getOrDefault(kind, Seen.nothing(kind));
      Optional<Item> item = item(last, entry, repeat, now);
      item.ifPresent(items::add);
      Seen next = last.with(entry);
      seen.add(
          item.map(each -> each.reason() == Reason.REPEATED ? next.toldAgain(now) : next.told(now))
              .orElse(next));
    });
    return new News(items, seen);
  }

  private static Optional<Item> item(Seen last, WorklistEntry entry, Duration repeat, Instant now) {
    WorklistKind kind = entry.kind();
    int more = more(last, entry);
    if (more > 0 && !kind.isBegunByOneself()) {
      boolean flaps = kind == WorklistKind.CAMERA_NOT_RECORDING && isTold(last, entry, now);
      return flaps
          ? Optional.empty()
          : Optional.of(new Item(kind, Reason.MORE, more, kind.isUrgent()));
    }
    if (entry.overdue() > last.overdue() && !kind.isUrgent()) {
      return Optional.of(new Item(kind, Reason.OVERDUE, entry.overdue() - last.overdue(), false));
    }
    if (kind.isDanger() && entry.count() > 0 && last.toldAt() != null) {
      Duration pause = repeat.multipliedBy(1L << Math.min(last.repeats(), 10));
      Instant next = last.toldAt().plus(pause.compareTo(MAX_REPEAT) > 0 ? MAX_REPEAT : pause);
      return next.isAfter(now)
          ? Optional.empty()
          : Optional.of(new Item(kind, Reason.REPEATED, entry.count(), true));
    }
    return Optional.empty();
  }

  /// How many came. One that came while another was done leaves the count as it was, and is noticed
  /// where the feature says when the newest came.
  private static int more(Seen last, WorklistEntry entry) {
    int more = entry.count() - last.count();
    boolean newer =
        entry.latest() != null
            && (last.latest() == null ? last.count() == 0 : entry.latest().isAfter(last.latest()));
    return newer ? Math.max(more, 1) : more;
  }

  private static boolean isTold(Seen last, WorklistEntry entry, Instant now) {
    return last.toldAt() != null
        && last.toldAt().plus(entry.count() <= last.toldCount() ? STEADY : TOGETHER).isAfter(now);
  }
}
