package anbinh.evidence.stamp;

import anbinh.audit.log.Proofs;
import anbinh.media.Bytes;
import anbinh.platform.OnlyWhenServing;
import anbinh.platform.background.PollingWorker;
import anbinh.platform.background.Retry;
import anbinh.seal.note.SignedCheckpoint;
import anbinh.signing.Authority;
import anbinh.signing.StampFailure;
import anbinh.signing.TimestampSettings;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// Has seals and checkpoints stamped: at once where the authority answers, else later by a thread
/// of its own, from a queue in the database. Safe for many threads.
@Component
@OnlyWhenServing
public class Stamps extends PollingWorker {
  private static final Logger LOG = LoggerFactory.getLogger(Stamps.class);
  private static final Duration MAX_SLEEP = Duration.ofMinutes(1);

  private final @Nullable Authority authority;
  private final TimestampSettings settings;
  private final StampTable table;
  private final StampPlacement place;
  private final Proofs proofs;
  private final InstantSource clock;
  private final Retry retry;

  Stamps(
      TimestampSettings settings,
      StampTable table,
      StampPlacement place,
      Proofs proofs,
      InstantSource clock) {
    super("stamps", settings.retry());
    URI url = settings.url();
    this.authority = url == null ? null : Authority.of(url, settings);
    this.settings = settings;
    this.table = table;
    this.place = place;
    this.proofs = proofs;
    this.clock = clock;
    this.retry = new Retry(settings.retry(), settings.longestRetry());
  }

  /// A stamp over a seal that is on its way into its package.
  public static final class Fresh {
    private final byte[] seal;
    private final Authority.@Nullable Stamp stamp;

    private Fresh(byte[] seal, Authority.@Nullable Stamp stamp) {
      this.seal = seal;
      this.stamp = stamp;
    }

    /// The authority's response; empty when it is asked for later, or never.
    public Optional<byte[]> findResponse() {
      return Optional.ofNullable(stamp).map(given -> given.response().toArray());
    }
  }

  /// Whether an authority is asked for stamps.
  public boolean isAsked() {
    return authority != null;
  }

  /// Asks for a stamp over a seal; what comes of it, if anything, goes into the package and then to
  /// [#note].
  public Fresh stamp(byte[] seal) throws InterruptedException {
    Authority asked = authority;
    if (asked == null) {
      return new Fresh(seal, null);
    }
    try {
      return new Fresh(seal, asked.stamp(seal));
    } catch (StampFailure e) {
      LOG.warn("sealed without a time stamp, which is asked for later: {}", e.getMessage());
      return new Fresh(seal, null);
    }
  }

  /// Notes, in the caller's transaction, that a package was sealed with this stamp, or has the seal
  /// stamped later.
  public void note(UUID requestId, Fresh fresh) {
    Authority.Stamp stamp = fresh.stamp;
    if (stamp != null) {
      table.insertPlaced(requestId, fresh.seal, stamp, clock.instant());
    } else if (authority != null) {
      table.queueSeal(requestId, fresh.seal, clock.instant());
    }
  }

  @Override
  protected Duration morePatience() {
    return settings.timeout();
  }

  /// @return until the next stamp is due
  @Override
  protected Duration round() throws InterruptedException {
    Authority asked = authority;
    if (asked == null) {
      return MAX_SLEEP;
    }
    queueCheckpoint();
    for (StampTable.Row row : table.listDue(clock.instant())) {
      if (isRunning()) {
        serve(asked, row);
      }
    }
    Duration longest =
        settings.checkpoints().compareTo(MAX_SLEEP) < 0 ? settings.checkpoints() : MAX_SLEEP;
    return sleepUntil(table.findNextDue().orElse(Instant.MAX), clock.instant(), longest);
  }

  /// Once in an hour the log's head, unless nothing was added since the last time.
  private void queueCheckpoint() {
    Instant now = clock.instant();
    boolean due =
        table
            .findLastCheckpoint()
            .map(last -> !now.isBefore(last.plus(settings.checkpoints())))
            .orElse(true);
    if (due) {
      SignedCheckpoint head = proofs.checkpoint();
      table.queueCheckpoint(
          head.checkpoint().size(), head.write().getBytes(StandardCharsets.UTF_8), now);
    }
  }

  private void serve(Authority asked, StampTable.Row row) throws InterruptedException {
    try {
      Bytes response = row.response();
      if (response == null) {
        Authority.Stamp stamp = asked.stamp(row.document().toArray());
        table.stamped(row.id(), stamp);
        response = stamp.response();
      }
      UUID requestId = row.requestId();
      if (requestId != null) {
        place.place(requestId, response);
      }
    } catch (StampFailure | IOException | RuntimeException e) {
      if (isRunning()) {
        LOG.warn("a time stamp is tried again later: {}", e.getMessage());
        table.fail(row.id(), Retry.problem(e), clock.instant().plus(retry.pause(row.attempts())));
      }
    }
  }
}
