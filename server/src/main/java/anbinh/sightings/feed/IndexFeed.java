package anbinh.sightings.feed;

import anbinh.identity.AreaTree;
import anbinh.platform.DataFolder;
import anbinh.platform.OnlyWhenServing;
import anbinh.platform.Problem;
import anbinh.platform.SiteClock;
import anbinh.platform.StartFailure;
import anbinh.platform.background.PollingWorker;
import anbinh.sightings.PlateReading;
import anbinh.sightings.Sighting;
import anbinh.sightings.SightingProblem;
import anbinh.sightings.SightingSettings;
import anbinh.sightings.dictionary.PlateCode;
import anbinh.sightings.index.IndexEngine;
import anbinh.sightings.index.Pass;
import anbinh.sightings.lucene.LuceneEngine;
import anbinh.sightings.opensearch.OpenSearchEngine;
import anbinh.sightings.opensearch.OpenSearchSettings;
import anbinh.sightings.search.PassSearch;
import anbinh.sightings.store.SightingStream;
import anbinh.sightings.store.SightingTable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// Has the index of sightings follow the stream, and forget what is older than the retention.
@Component
@OnlyWhenServing
public class IndexFeed extends PollingWorker {
  private static final Logger LOG = LoggerFactory.getLogger(IndexFeed.class);
  private static final Duration AFTER_FAILURE = Duration.ofSeconds(5);
  private static final Duration BETWEEN = Duration.ofSeconds(5);
  private static final int SOME = 2_000;

  private final SightingTable table;
  private final AreaTree areas;
  private final @Nullable OpenSearchEngine openSearch;
  private final EngineSwitch engines;

  IndexFeed(
      SightingTable table,
      AreaTree areas,
      SiteClock clock,
      SightingSettings settings,
      OpenSearchSettings openSearchSettings,
      DataFolder data) {
    super("index of sightings", AFTER_FAILURE);
    this.table = table;
    this.areas = areas;
    IndexEngine lucene = new LuceneEngine(data.folder("sightings").resolve("index"));
    openSearch = OpenSearchEngine.of(openSearchSettings).orElse(null);
    var stream = new PassStream(this::passesAfter, table::lastPosition);
    engines =
        switch (settings.engine()) {
          case LUCENE ->
              new EngineSwitch(lucene, openSearch, stream, clock::now, settings.retention());
          case OPENSEARCH -> {
            if (openSearch == null) {
              throw new StartFailure(
                  "anbinh.sightings.engine is OPENSEARCH, and no node of it is named",
                  "Give the addresses of its nodes: anbinh.sightings.opensearch.urls");
            }
            yield new EngineSwitch(openSearch, lucene, stream, clock::now, settings.retention());
          }
        };
  }

  /// What searches the index.
  ///
  /// @throws Problem while it is being opened, or made anew
  public PassSearch search() {
    PassSearch ready = engines.search();
    if (ready == null) {
      throw Problem.of(SightingProblem.INDEX_NOT_READY).after(BETWEEN);
    }
    return ready;
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
      boolean more = engines.step();
      while (more && isRunning()) {
        more = engines.step();
      }
      return BETWEEN;
    } catch (IOException e) {
      throw new UncheckedIOException("the index of sightings failed", e);
    }
  }

  private List<Pass> passesAfter(long position) {
    Map<UUID, List<String>> above = new HashMap<>();
    return table.listAfter(position, SOME).stream()
        .map(each -> pass(each, above.computeIfAbsent(each.areaId(), this::above)))
        .toList();
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
        sighting.direction(),
        sighting.model());
  }

  @Override
  public void stop() {
    super.stop();
    try {
      engines.commit();
    } catch (IOException e) {
      LOG.warn("what the index of sightings took last will be taken again", e);
    }
    engines.close();
    if (openSearch != null) {
      openSearch.close();
    }
  }
}
