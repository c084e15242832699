package anbinh.sightings.feed;

import anbinh.sightings.index.IndexEngine;
import anbinh.sightings.index.IndexUnavailable;
import anbinh.sightings.search.PassSearch;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Which engine is searched. Where another one than the present has an index, from before the
/// setting was changed, both follow the stream. The former is searched until the present one has
/// all that it has, and is then deleted. So the setting and what is there say it all, whenever the
/// server is stopped or killed; the way back is the same.
///
/// One thread follows, others search meanwhile.
public final class EngineSwitch {
  private static final Logger LOG = LoggerFactory.getLogger(EngineSwitch.class);

  /// For searches that are under way.
  private static final Duration DELETE_AFTER = Duration.ofMinutes(1);

  private static final Duration AFTER_FAILURE = Duration.ofMinutes(10);

  private final InstantSource clock;
  private final IndexEngine presentEngine;
  private final StreamFollower present;

  /// Null when it is known to have no index.
  private @Nullable IndexEngine formerEngine;

  private final @Nullable StreamFollower former;
  private Instant formerDue = Instant.MIN;
  private volatile @Nullable StreamFollower searched;

  /// @param other that may have an index; null where there is none
  public EngineSwitch(
      IndexEngine engine,
      @Nullable IndexEngine other,
      PassStream stream,
      InstantSource clock,
      Duration retention) {
    this.clock = clock;
    presentEngine = engine;
    present = new StreamFollower(engine, stream, clock, retention);
    formerEngine = other;
    former = other == null ? null : new StreamFollower(other, stream, clock, retention);
  }

  /// What searches; null while no index has all.
  public @Nullable PassSearch search() {
    StreamFollower follower = searched;
    return follower == null ? null : follower.search();
  }

  /// Lets each index take some of what follows in the stream.
  ///
  /// @return whether there may be more
  public boolean step() throws IOException {
    boolean more = formerEngine != null && former != null && stepFormer(formerEngine, former);
    try {
      if (present.step()) {
        return true;
      }
    } catch (IndexUnavailable e) {
      throw e;
    } catch (IOException e) {
      if (searched == present) {
        searched = null;
      }
      throw e;
    }
    boolean hasAll = former == null || present.position() >= former.position();
    if (hasAll && searched != present) {
      present.commit();
      searched = present;
      formerDue = clock.instant().plus(DELETE_AFTER);
    }
    return more;
  }

  /// What the former engine cannot do must not keep the present one from it.
  private boolean stepFormer(IndexEngine engine, StreamFollower follower) {
    if (clock.instant().isBefore(formerDue)) {
      return false;
    }
    try {
      boolean isOpen = follower.search() != null;
      if (searched == present || (!isOpen && !engine.exists())) {
        follower.close();
        if (engine.exists()) {
          engine.delete();
          LOG.info(
              "the index of sightings was moved from {} to {}",
              engine.name(),
              presentEngine.name());
        }
        formerEngine = null;
        return false;
      }
      if (follower.step()) {
        return true;
      }
      if (searched == null) {
        searched = follower;
      }
    } catch (IOException e) {
      LOG.warn("the former index of sightings, in {}, fails", engine.name(), e);
      formerDue = clock.instant().plus(AFTER_FAILURE);
    }
    return false;
  }

  /// Makes what was taken so far outlive the process.
  public void commit() throws IOException {
    present.commit();
    if (former != null) {
      former.commit();
    }
  }

  public void close() {
    searched = null;
    present.close();
    if (former != null) {
      former.close();
    }
  }
}
