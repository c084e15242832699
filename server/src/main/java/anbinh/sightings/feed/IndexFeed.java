package anbinh.sightings.feed;

import anbinh.identity.AreaTree;
import anbinh.platform.DataFolder;
import anbinh.platform.OnlyWhenServing;
import anbinh.platform.Problem;
import anbinh.platform.SiteClock;
import anbinh.platform.background.PollingWorker;
import anbinh.sightings.PlateReading;
import anbinh.sightings.Sighting;
import anbinh.sightings.SightingProblem;
import anbinh.sightings.SightingSettings;
import anbinh.sightings.dictionary.PlateCode;
import anbinh.sightings.index.Pass;
import anbinh.sightings.lucene.LuceneIndex;
import anbinh.sightings.search.PassSearch;
import anbinh.sightings.search.SearchIndex;
import anbinh.sightings.store.SightingStream;
import anbinh.sightings.store.SightingTable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.util.FileSystemUtils;

/// Brings what the stream has into the index, in its order, and takes out of it what is older than
/// the retention.
///
/// After a crash it goes on behind the position that is part of the index's last commit, so that
/// nothing is missing and nothing is there twice. An index that cannot be read, or that is ahead of
/// the stream since the database was restored, is made anew.
@Component
@OnlyWhenServing
public class IndexFeed extends PollingWorker {
  private static final Logger LOG = LoggerFactory.getLogger(IndexFeed.class);
  private static final Duration AFTER_FAILURE = Duration.ofSeconds(5);
  private static final Duration BETWEEN = Duration.ofSeconds(5);
  private static final Duration COMMIT_AFTER = Duration.ofSeconds(10);
  private static final Duration DROP_AFTER = Duration.ofMinutes(10);
  private static final int SOME = 2_000;

  private final SightingTable table;
  private final AreaTree areas;
  private final SiteClock clock;
  private final Duration retention;
  private final Path folder;
  private Instant committed = Instant.EPOCH;
  private Instant dropped = Instant.EPOCH;
  private volatile @Nullable SearchIndex index;

  IndexFeed(
      SightingTable table,
      AreaTree areas,
      SiteClock clock,
      SightingSettings settings,
      DataFolder data) {
    super("index of sightings", AFTER_FAILURE);
    this.table = table;
    this.areas = areas;
    this.clock = clock;
    this.retention = settings.retention();
    this.folder = data.folder("sightings").resolve("index");
  }

  /// What searches the index.
  ///
  /// @throws Problem while it is being opened, or made anew
  public PassSearch search() {
    SearchIndex ready = index;
    if (ready == null) {
      throw Problem.of(SightingProblem.INDEX_NOT_READY).after(BETWEEN);
    }
    return ready.search();
  }

  @EventListener
  void wakeAfter(SightingStream.Appended stored) {
    wakeAfterCommit();
  }

  @Override
  protected boolean worksWhileReadOnly() {
    return true;
  }

  @Override
  protected Duration round() {
    try {
      SearchIndex open = index == null ? open() : index;
      follow(open);
      Instant now = clock.now();
      if (Duration.between(committed, now).compareTo(COMMIT_AFTER) >= 0) {
        committed = now;
        open.commit();
      }
      if (Duration.between(dropped, now).compareTo(DROP_AFTER) >= 0) {
        dropped = now;
        open.drop(dropped.minus(retention).toEpochMilli());
      }
      index = open;
      return BETWEEN;
    } catch (IOException e) {
      close();
      throw new UncheckedIOException("the index of sightings failed", e);
    }
  }

  /// Takes what the stream has behind the index's position.
  private void follow(SearchIndex open) throws IOException {
    Map<UUID, List<String>> above = new HashMap<>();
    List<Sighting> next = table.listAfter(open.position(), SOME);
    while (!next.isEmpty() && isRunning()) {
      open.append(
          next.stream()
              .map(each -> pass(each, above.computeIfAbsent(each.areaId(), this::above)))
              .toList());
      next = next.size() < SOME ? List.of() : table.listAfter(open.position(), SOME);
    }
  }

  private List<String> above(UUID area) {
    return areas.above(area).stream().map(UUID::toString).toList();
  }

  private static Pass pass(Sighting sighting, List<String> areas) {
    return new Pass(
        sighting.position(),
        sighting.bestAt().toEpochMilli(),
        sighting.cameraId().toString(),
        areas,
        sighting.readings().stream()
            .map(PlateReading::text)
            .filter(PlateCode::fits)
            .map(PlateCode::of)
            .toList(),
        sighting.objectClass(),
        sighting.colours(),
        sighting.direction());
  }

  private SearchIndex open() throws IOException {
    try {
      SearchIndex open = new SearchIndex(new LuceneIndex(folder));
      if (open.position() <= table.lastPosition()) {
        return open;
      }
      LOG.warn("the index of sightings is ahead of the database and is made anew");
      open.close();
    } catch (IOException e) {
      LOG.warn("the index of sightings cannot be read and is made anew", e);
    }
    FileSystemUtils.deleteRecursively(folder);
    return new SearchIndex(new LuceneIndex(folder));
  }

  @Override
  public void stop() {
    super.stop();
    SearchIndex open = index;
    if (open != null) {
      try {
        open.commit();
      } catch (IOException e) {
        LOG.warn("what the index of sightings took last will be taken again", e);
      }
    }
    close();
  }

  private void close() {
    SearchIndex open = index;
    index = null;
    if (open != null) {
      try {
        open.close();
      } catch (IOException e) {
        LOG.warn("the index of sightings was not closed", e);
      }
    }
  }
}
