package anbinh.evidence.player;

import anbinh.audit.Event;
import anbinh.audit.event.AuditLog;
import anbinh.evidence.owner.OwnerRequestChanged;
import anbinh.evidence.owner.OwnerRequestState;
import anbinh.evidence.upload.FileDigests;
import anbinh.evidence.upload.Quarantine;
import anbinh.platform.OnlyWhenServing;
import anbinh.platform.background.PollingWorker;
import anbinh.platform.background.Retry;
import anbinh.video.SourceVideo;
import anbinh.video.Transcoder;
import anbinh.video.TranscodingFailure;
import anbinh.video.TranscodingJob;
import anbinh.video.TranscodingSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Makes player copies in the background, one after the other. A copy that a stopped server left
/// half made is made anew. Safe for many threads.
@Component
@OnlyWhenServing
class PlayerCopyWorker extends PollingWorker {
  private static final Logger LOG = LoggerFactory.getLogger(PlayerCopyWorker.class);
  private static final Duration MAX_SLEEP = Duration.ofMinutes(1);
  private static final Duration MAX_RETRY = Duration.ofMinutes(10);

  /// What a browser on a cheap telephone plays.
  private static final int MAX_SIDE = 1920;

  private final PlayerTable table;
  private final Quarantine quarantine;
  private final Transcoder tool;
  private final AuditLog log;
  private final TransactionTemplate transactions;
  private final InstantSource clock;
  private final Retry retry;

  PlayerCopyWorker(
      PlayerTable table,
      Quarantine quarantine,
      Transcoder tool,
      TranscodingSettings settings,
      AuditLog log,
      TransactionTemplate transactions,
      InstantSource clock) {
    super("player copies", settings.retry());
    this.table = table;
    this.quarantine = quarantine;
    this.tool = tool;
    this.log = log;
    this.transactions = transactions;
    this.clock = clock;
    this.retry = new Retry(settings.retry(), MAX_RETRY);
  }

  @Override
  protected Duration round() throws InterruptedException {
    table.beginMissing(clock.instant());
    for (PlayerCopy copy : table.listDue(clock.instant())) {
      if (isRunning()) {
        make(copy);
      }
    }
    return sleepUntil(table.findNextDue().orElse(Instant.MAX), clock.instant(), MAX_SLEEP);
  }

  /// What was handed over is copied at once, so that it is there when the collection begins.
  @EventListener
  void follow(OwnerRequestChanged changed) {
    if (changed.state() == OwnerRequestState.GIVEN) {
      wakeAfterCommit();
    }
  }

  private void make(PlayerCopy copy) throws InterruptedException {
    UUID upload = copy.uploadId();
    Path original = quarantine.file(upload);
    try {
      Path part = quarantine.aside(upload);
      SourceVideo video = tool.look(original);
      PlayerCopy.Made made = make(upload, video, original, part);
      Files.move(part, quarantine.player(upload), StandardCopyOption.ATOMIC_MOVE);
      finish(upload, made);
    } catch (TranscodingFailure e) {
      if (e.why() != TranscodingFailure.Cause.STOPPED) {
        giveUp(upload, e.why());
      }
    } catch (IOException e) {
      if (table.find(upload).isPresent()) {
        LOG.warn("the player copy of {} cannot be made now: {}", upload, e.getMessage());
        table.retry(upload, clock.instant().plus(retry.pause(copy.attempts())));
      }
    } finally {
      quarantine.eraseAside(upload);
    }
  }

  /// One way to make it.
  private record Way(PlayerCopy.Pictures pictures, PlayerCopy.Sound sound) {}

  /// The first way that works: pictures as they are before pictures coded anew, with the sound
  /// before without it.
  private PlayerCopy.Made make(UUID upload, SourceVideo video, Path original, Path part)
      throws TranscodingFailure, IOException, InterruptedException {
    TranscodingFailure last = null;
    for (Way way : ways(video)) {
      var job =
          new TranscodingJob(
              original.toString(),
              part.toString(),
              way.pictures() == PlayerCopy.Pictures.COPIED ? null : filter(video),
              switch (way.sound()) {
                case NONE, LEFT_OUT -> TranscodingJob.Sound.NONE;
                case COPIED -> TranscodingJob.Sound.COPY;
                case ENCODED -> TranscodingJob.Sound.ENCODE;
              });
      try {
        String made =
            tool.make(
                job,
                at -> video.percent(at).ifPresent(done -> table.setPercent(upload, done)),
                this::isRunning);
        FileDigests digests = FileDigests.of(part);
        return new PlayerCopy.Made(
            way.pictures(),
            way.sound(),
            Files.size(part),
            digests.sha256(),
            digests.sha512(),
            made,
            job.command(),
            clock.instant());
      } catch (TranscodingFailure e) {
        if (e.why() != TranscodingFailure.Cause.UNREADABLE) {
          throw e;
        }
        last = e;
      }
    }
    throw Objects.requireNonNull(last);
  }

  private static List<Way> ways(SourceVideo video) {
    PlayerCopy.Sound sound =
        video.soundCodec() == null
            ? PlayerCopy.Sound.NONE
            : video.soundPlays() ? PlayerCopy.Sound.COPIED : PlayerCopy.Sound.ENCODED;
    List<Way> ways = new ArrayList<>();
    if (video.picturesPlay()) {
      ways.add(new Way(PlayerCopy.Pictures.COPIED, sound));
    }
    ways.add(new Way(PlayerCopy.Pictures.ENCODED, sound));
    if (sound != PlayerCopy.Sound.NONE) {
      ways.add(new Way(PlayerCopy.Pictures.ENCODED, PlayerCopy.Sound.LEFT_OUT));
    }
    return ways;
  }

  private static String filter(SourceVideo video) {
    double shrink = Math.min(1, (double) MAX_SIDE / Math.max(video.width(), video.height()));
    return video.upright()
        + "scale=w=%d:h=%d,format=yuv420p"
            .formatted(even(video.width() * shrink), even(video.height() * shrink));
  }

  private static int even(double length) {
    return Math.max(2, (int) Math.round(length / 2) * 2);
  }

  private void finish(UUID upload, PlayerCopy.Made made) {
    transactions.executeWithoutResult(_ -> {
      if (table.setMade(upload, made)) {
        log.record(
            Event.of(PlayerEvent.MADE)
                .about("upload", upload, null)
                .fact("pictures", made.pictures())
                .fact("sound", made.sound())
                .fact("bytes", made.bytes())
                .fact("sha256", made.sha256())
                .fact("tool", made.tool()));
      }
    });
    if (table.find(upload).isEmpty()) {
      // The owner took the video back meanwhile.
      quarantine.erase(upload);
    }
  }

  private void giveUp(UUID upload, TranscodingFailure.Cause why) {
    transactions.executeWithoutResult(_ -> {
      if (table.setUnplayable(upload, why)) {
        log.record(Event.of(PlayerEvent.UNPLAYABLE).about("upload", upload, null).fact("why", why));
      }
    });
  }
}
