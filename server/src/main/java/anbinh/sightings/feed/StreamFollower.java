package anbinh.sightings.feed;

import anbinh.sightings.index.IndexEngine;
import anbinh.sightings.index.IndexUnavailable;
import anbinh.sightings.index.Pass;
import anbinh.sightings.search.PassSearch;
import anbinh.sightings.search.SearchIndex;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The index of one engine, which follows the stream and forgets what is older than the retention.
/// One thread follows, others search meanwhile.
///
/// After a crash it goes on behind the position that is part of the index's last commit, so that
/// nothing is missing and nothing is there twice. An index that cannot be read, or that is ahead of
/// the stream since the database was restored, is made anew.
final class StreamFollower {
  private static final Logger LOG = LoggerFactory.getLogger(StreamFollower.class);
  private static final Duration COMMIT_AFTER = Duration.ofSeconds(10);
  private static final Duration DROP_AFTER = Duration.ofMinutes(10);

  private final IndexEngine engine;
  private final PassStream stream;
  private final InstantSource clock;
  private final Duration retention;
  private Instant committed = Instant.EPOCH;
  private Instant dropped = Instant.EPOCH;
  private volatile @Nullable SearchIndex index;

  StreamFollower(IndexEngine engine, PassStream stream, InstantSource clock, Duration retention) {
    this.engine = engine;
    this.stream = stream;
    this.clock = clock;
    this.retention = retention;
  }

  /// Takes some of what follows in the stream.
  ///
  /// @return whether there may be more
  /// @throws IndexUnavailable where that is to be tried again; the index stays open
  boolean step() throws IOException {
    try {
      SearchIndex open = index == null ? open() : index;
      index = open;
      List<Pass> next = stream.after().apply(open.position());
      if (!next.isEmpty()) {
        open.append(next);
      }
      Instant now = clock.instant();
      if (Duration.between(committed, now).compareTo(COMMIT_AFTER) >= 0) {
        open.commit();
        committed = now;
      }
      if (Duration.between(dropped, now).compareTo(DROP_AFTER) >= 0) {
        open.drop(now.minus(retention).toEpochMilli());
        dropped = now;
      }
      return !next.isEmpty();
    } catch (IndexUnavailable e) {
      throw e;
    } catch (IOException e) {
      close();
      throw e;
    }
  }

  private SearchIndex open() throws IOException {
    try {
      SearchIndex open = new SearchIndex(engine.open());
      if (open.position() <= stream.last().getAsLong()) {
        return open;
      }
      LOG.warn(
          "the index of sightings in {} is ahead of the database and is made anew", engine.name());
      open.close();
    } catch (IndexUnavailable e) {
      throw e;
    } catch (IOException e) {
      LOG.warn("the index of sightings in {} cannot be read and is made anew", engine.name(), e);
    }
    engine.delete();
    return new SearchIndex(engine.open());
  }

  /// Up to which position it has the stream; 0 while it is not open.
  long position() {
    SearchIndex open = index;
    return open == null ? 0 : open.position();
  }

  /// What searches it; null while it is not open.
  @Nullable PassSearch search() {
    SearchIndex open = index;
    return open == null ? null : open.search();
  }

  /// Makes what was taken so far outlive the process.
  void commit() throws IOException {
    SearchIndex open = index;
    if (open != null) {
      open.commit();
    }
  }

  void close() {
    SearchIndex open = index;
    index = null;
    if (open != null) {
      try {
        open.close();
      } catch (IOException e) {
        LOG.warn("the index of sightings in {} was not closed", engine.name(), e);
      }
    }
  }
}
