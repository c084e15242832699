package anbinh.sightings.lucene;

import anbinh.sightings.index.Hit;
import anbinh.sightings.index.Pass;
import anbinh.sightings.index.PassIndex;
import anbinh.sightings.index.PassQuery;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.Stream;
import org.apache.lucene.search.IndexSearcher;

/// Sightings in Lucene, a folder a week, so that what is old is forgotten by deleting folders. One
/// thread appends, others search meanwhile.
public final class LuceneIndex implements PassIndex {
  private static final long WEEK = 7L * 24 * 60 * 60 * 1000;

  /// 1970 began on a Thursday; weeks begin on Mondays.
  private static final long FIRST_MONDAY = -3L * 24 * 60 * 60 * 1000;

  private final Path folder;
  private final NavigableMap<Long, WeekIndex> weeks = new ConcurrentSkipListMap<>();

  /// @param folder of the weeks, which is made where it is not there
  public LuceneIndex(Path folder) throws IOException {
    this.folder = Files.createDirectories(folder);
    try (Stream<Path> names = Files.list(folder)) {
      for (Path week : names.sorted().toList()) {
        weeks.put(Long.parseLong(week.getFileName().toString()), new WeekIndex(week));
      }
    }
  }

  private static long week(long time) {
    return Math.floorDiv(time - FIRST_MONDAY, WEEK);
  }

  private static long begin(long week) {
    return FIRST_MONDAY + week * WEEK;
  }

  @Override
  public void append(List<Pass> passes) throws IOException {
    for (Pass pass : passes) {
      long number = week(pass.time());
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
  public void refresh() throws IOException {
    for (WeekIndex week : weeks.values()) {
      week.refresh();
    }
  }

  @Override
  public void commit(long position) throws IOException {
    for (WeekIndex week : weeks.values()) {
      week.commit(position);
    }
  }

  @Override
  public long position() {
    return weeks.values().stream().mapToLong(WeekIndex::committed).min().orElse(0);
  }

  @Override
  public List<Hit> search(PassQuery query) throws IOException {
    WeekSearch search = new WeekSearch(query);
    NavigableMap<Long, WeekIndex> asked =
        weeks.subMap(week(query.from()), true, week(query.to()), true);
    for (WeekIndex week : List.copyOf(asked.descendingMap().values())) {
      IndexSearcher searcher = week.acquire();
      try {
        search.search(searcher);
      } finally {
        week.release(searcher);
      }
    }
    return search.hits();
  }

  @Override
  public void drop(long before) throws IOException {
    for (long number : List.copyOf(weeks.keySet())) {
      WeekIndex week = weeks.get(number);
      if (week != null && begin(number + 1) <= before) {
        weeks.remove(number);
        week.close();
        delete(folder.resolve(Long.toString(number)));
      }
    }
  }

  private static void delete(Path folder) throws IOException {
    List<Path> files = new ArrayList<>();
    try (Stream<Path> walked = Files.walk(folder)) {
      walked.sorted(Comparator.reverseOrder()).forEach(files::add);
    }
    for (Path file : files) {
      Files.delete(file);
    }
  }

  @Override
  public void close() throws IOException {
    for (WeekIndex week : weeks.values()) {
      week.close();
    }
  }
}
