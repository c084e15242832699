package anbinh.reports.figure;

import anbinh.platform.indicator.IndicatorCount;
import anbinh.platform.indicator.IndicatorSource;
import anbinh.platform.indicator.IndicatorSpan;
import anbinh.platform.indicator.RecordChanges;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Counts over all areas, added up by line and kept in memory until a record that they count, or a
/// unit, changes. Whether one did is asked of the database in the transaction that counts, so what
/// is kept is never older than what would be counted. Safe for many threads.
@Component
class KeptCounts {
  /// About 100 MB; what was asked for longest ago goes first.
  private static final int MAX_COUNTS = 1_000_000;

  private static final String AREAS = "areas";

  private final RecordChanges changes;
  private final Map<Key, Kept> kept = new LinkedHashMap<>(16, 0.75f, true);
  private long size;

  KeptCounts(RecordChanges changes) {
    this.changes = changes;
  }

  /// @param events or states
  /// @param today since some features count nothing that is to come
  private record Key(IndicatorSource source, boolean events, IndicatorSpan span, LocalDate today) {}

  /// @param version by how many changes of which features
  private record Kept(Map<String, Long> version, List<IndicatorCount> counts) {
    Kept {
      version = Map.copyOf(version);
      counts = List.copyOf(counts);
    }
  }

  /// The counts of one moment of the database.
  final class Moment {
    private final Map<String, Long> changed = changes.list();
    private final LocalDate today;
    private final UnaryOperator<UUID> line;

    private Moment(LocalDate today, UnaryOperator<UUID> line) {
      this.today = today;
      this.line = line;
    }

    List<IndicatorCount> events(IndicatorSource source, IndicatorSpan span) {
      return get(new Key(source, true, span, today), () -> source.events(span));
    }

    List<IndicatorCount> states(IndicatorSource source, IndicatorSpan span) {
      return get(new Key(source, false, span, today), () -> source.states(span));
    }

    private List<IndicatorCount> get(Key key, Supplier<List<IndicatorCount>> count) {
      if (key.source().schemas().isEmpty()) {
        return count.get();
      }
      Map<String, Long> version = new HashMap<>();
      version.put(AREAS, changed.getOrDefault(AREAS, 0L));
      key.source()
          .schemas()
          .forEach(schema -> version.put(schema, changed.getOrDefault(schema, 0L)));
      Kept found = find(key);
      if (found == null || !found.version().equals(version)) {
        found = new Kept(version, byLine(count.get(), line));
        keep(key, found);
      }
      return found.counts();
    }
  }

  /// To be asked for in the transaction that counts, before it counts.
  ///
  /// @param line in which line a unit counts, which follows from the units alone
  Moment moment(LocalDate today, UnaryOperator<UUID> line) {
    return new Moment(today, line);
  }

  private synchronized @Nullable Kept find(Key key) {
    return kept.get(key);
  }

  private synchronized void keep(Key key, Kept counts) {
    Kept before = kept.put(key, counts);
    size += counts.counts().size() - (before == null ? 0 : before.counts().size());
    Iterator<Kept> oldest = kept.values().iterator();
    while (size > MAX_COUNTS) {
      size -= oldest.next().counts().size();
      oldest.remove();
    }
  }

  private static List<IndicatorCount> byLine(
      List<IndicatorCount> counts, UnaryOperator<UUID> line) {
    record Cell(String indicator, UUID line, @Nullable String part, @Nullable YearMonth month) {}
    Map<Cell, Long> sums = new LinkedHashMap<>();
    for (IndicatorCount each : counts) {
      var cell = new Cell(each.indicator(), line.apply(each.areaId()), each.part(), each.month());
      sums.merge(cell, each.count(), Long::sum);
    }
    return sums.entrySet().stream()
        .map(each ->
            new IndicatorCount(
                each.getKey().indicator(),
                each.getKey().line(),
                each.getKey().part(),
                each.getKey().month(),
                each.getValue()))
        .toList();
  }
}
