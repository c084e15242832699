package anbinh.sightings.lucene;

import anbinh.sightings.index.Hit;
import anbinh.sightings.index.Pass;
import anbinh.sightings.index.PassIndex;
import anbinh.sightings.index.PassQuery;
import anbinh.sightings.index.Weeks;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.Stream;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.store.AlreadyClosedException;

/// Sightings in Lucene, a folder a week, so that what is old is forgotten by deleting folders.
///
/// Safe for many threads: searches go beside everything else, all else one after the other.
public final class LuceneIndex implements PassIndex {
  private final Path folder;
  private final NavigableMap<Long, WeekIndex> weeks = new ConcurrentSkipListMap<>();
  private volatile DropMark mark;

  /// @param folder of the weeks, which is made where it is not there
  public LuceneIndex(Path folder) throws IOException {
    this.folder = Files.createDirectories(folder);
    mark = DropMark.read(folder);
    for (Path week : list(folder)) {
      long number = Long.parseLong(week.getFileName().toString());
      if (isDropped(number) || !WeekIndex.isCommitted(week)) {
        delete(week); // a crash came between
      } else {
        weeks.put(number, new WeekIndex(week));
      }
    }
  }

  private static List<Path> list(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(Files::isDirectory).sorted().toList();
    }
  }

  /// Whether all of a week is.
  private boolean isDropped(long week) {
    return Weeks.isBefore(week, mark.before());
  }

  @Override
  public synchronized void append(List<Pass> passes) throws IOException {
    for (Pass pass : passes) {
      if (pass.time() < mark.before()) {
        continue;
      }
      long number = Weeks.of(pass.time());
      WeekIndex week = weeks.get(number);
      if (week == null) {
        // What was committed before cannot be of a week that was not there.
        long before = position();
        week = new WeekIndex(folder.resolve(Long.toString(number)));
        week.commit(before);
        weeks.put(number, week);
      }
      week.append(pass);
    }
  }

  @Override
  public synchronized void refresh() throws IOException {
    for (WeekIndex week : weeks.values()) {
      week.refresh();
    }
  }

  @Override
  public synchronized void commit(long position) throws IOException {
    for (WeekIndex week : weeks.values()) {
      week.commit(position);
    }
  }

  @Override
  public long position() {
    return weeks.values().stream()
        .mapToLong(WeekIndex::committed)
        .min()
        .orElseGet(() -> mark.position());
  }

  @Override
  public List<Hit> search(PassQuery query) throws IOException {
    PassQuery kept = query.since(mark.before());
    if (kept.from() >= kept.to()) {
      return List.of();
    }
    WeekSearch search = new WeekSearch(kept);
    NavigableMap<Long, WeekIndex> asked =
        weeks.subMap(Weeks.of(kept.from()), true, Weeks.of(kept.to()), true);
    forEach(asked.descendingMap(), search::search);
    return search.hits();
  }

  @Override
  public void plates(PlateCount found) throws IOException {
    forEach(weeks, searcher -> WeekIndex.plates(searcher, found));
  }

  @FunctionalInterface
  private interface Use {
    void of(IndexSearcher searcher) throws IOException;
  }

  /// Uses what was refreshed of each week. One may be dropped meanwhile.
  private void forEach(NavigableMap<Long, WeekIndex> used, Use use) throws IOException {
    for (var each : used.entrySet()) {
      WeekIndex week = each.getValue();
      try {
        IndexSearcher searcher = week.acquire();
        try {
          use.of(searcher);
        } finally {
          week.release(searcher);
        }
      } catch (AlreadyClosedException closed) {
        if (!isDropped(each.getKey())) {
          throw closed;
        }
      }
    }
  }

  @Override
  public synchronized boolean drop(long before) throws IOException {
    if (before <= mark.before()) {
      return false;
    }
    var next = new DropMark(before, position());
    next.write(folder);
    mark = next;
    List<Long> whole = List.copyOf(weeks.headMap(Weeks.of(before)).keySet());
    for (long number : whole) {
      WeekIndex week = weeks.remove(number);
      if (week != null) {
        week.close();
        delete(folder.resolve(Long.toString(number)));
      }
    }
    WeekIndex boundary = weeks.get(Weeks.of(before));
    if (boundary != null) {
      boundary.drop(before);
    }
    return !whole.isEmpty();
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> walked = Files.walk(folder)) {
      for (Path file : walked.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }

  @Override
  public synchronized void close() throws IOException {
    for (WeekIndex week : weeks.values()) {
      week.close();
    }
  }
}
