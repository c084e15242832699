package anbinh.evidence.copy;

import anbinh.audit.Event;
import anbinh.audit.event.AuditLog;
import anbinh.evidence.collect.Extraction;
import anbinh.evidence.playback.PackagedVideos;
import anbinh.evidence.upload.FileDigests;
import anbinh.platform.OnlyWhenServing;
import anbinh.platform.background.PollingWorker;
import anbinh.platform.background.Retry;
import anbinh.video.SourceVideo;
import anbinh.video.Transcoder;
import anbinh.video.TranscodingFailure;
import anbinh.video.TranscodingJob;
import anbinh.video.TranscodingSettings;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Makes ordered copies and seals confirmed ones in the background, one after the other. What a
/// killed server left half done is done anew. Safe for many threads.
@Component
@OnlyWhenServing
class CopyWorker extends PollingWorker {
  private static final Logger LOG = LoggerFactory.getLogger(CopyWorker.class);
  private static final Duration MAX_SLEEP = Duration.ofMinutes(1);
  private static final Duration MAX_RETRY = Duration.ofMinutes(10);

  private final CopyTable table;
  private final CopyFolder folder;
  private final CopySealing sealing;
  private final PackagedVideos videos;
  private final Transcoder tool;
  private final AuditLog log;
  private final TransactionTemplate transactions;
  private final InstantSource clock;
  private final Retry retry;

  /// Held while a copy is being made or sealed.
  private final ReentrantLock working = new ReentrantLock();

  CopyWorker(
      CopyTable table,
      CopyFolder folder,
      CopySealing sealing,
      PackagedVideos videos,
      Transcoder tool,
      TranscodingSettings settings,
      AuditLog log,
      TransactionTemplate transactions,
      InstantSource clock) {
    super("copies", settings.retry());
    this.table = table;
    this.folder = folder;
    this.sealing = sealing;
    this.videos = videos;
    this.tool = tool;
    this.log = log;
    this.transactions = transactions;
    this.clock = clock;
    this.retry = new Retry(settings.retry(), MAX_RETRY);
  }

  @Override
  protected Duration round() throws InterruptedException {
    clearLeftOvers();
    for (Copy copy : table.listDue(clock.instant())) {
      if (isRunning()) {
        workOn(copy);
      }
    }
    return sleepUntil(table.findNextDue().orElse(Instant.MAX), clock.instant(), MAX_SLEEP);
  }

  private void clearLeftOvers() {
    try {
      folder.clearAllBut(table.listKept());
    } catch (IOException | RuntimeException e) {
      LOG.warn("left-overs of copies cannot be removed", e);
    }
  }

  /// Erases all files of copies whose package is deleted; may be repeated.
  ///
  /// @param extraction the name of the package
  /// @return false when a copy is being made at this moment: then it has to be asked again
  boolean erase(List<Copy> copies, String extraction) throws IOException {
    if (!working.tryLock()) {
      return false;
    }
    try {
      for (Copy copy : copies) {
        folder.clear(copy.id());
        Files.deleteIfExists(folder.packageFile(copy.code(extraction)));
      }
      return true;
    } finally {
      working.unlock();
    }
  }

  private void workOn(Copy copy) throws InterruptedException {
    working.lock();
    try {
      // It was listed before what may have taken hours.
      if (!videos.deleted(copy.requestId())) {
        workOnHere(copy);
      }
    } finally {
      working.unlock();
    }
  }

  private void workOnHere(Copy copy) throws InterruptedException {
    try {
      if (copy.state() == Copy.State.ORDERED) {
        make(copy);
      } else {
        sealing.seal(copy);
        folder.clear(copy.id());
      }
    } catch (TranscodingFailure e) {
      if (e.why() != TranscodingFailure.Cause.STOPPED) {
        giveUp(copy, e.why());
      }
    } catch (IOException | RuntimeException e) {
      if (isRunning()) {
        LOG.warn("copy {} is tried again: {}", copy.id(), e.getMessage());
        table.retry(copy.id(), clock.instant().plus(retry.pause(copy.attempts())));
      }
    }
  }

  private void make(Copy copy) throws TranscodingFailure, IOException, InterruptedException {
    Path master = takeMaster(copy);
    SourceVideo video = tool.look(master);
    Path target = folder.video(copy.id());
    Path part = folder.file(copy.id(), "part");
    Redaction covering = copy.order().covering();
    boolean asItIs = covering == null && video.plays() && copy.order().keepsSound();
    String boxes = covering == null ? null : covering.commands(video);
    String made = "An Bình";
    String command = "cp master copy.mp4";
    if (asItIs) {
      Files.move(master, part, StandardCopyOption.REPLACE_EXISTING);
    } else {
      Path list = folder.file(copy.id(), Redaction.BOXES);
      if (boxes != null) {
        Files.writeString(list, boxes);
      }
      TranscodingJob job = job(copy, video, master, part, list);
      made =
          tool.make(
              job,
              at -> video.percent(at).ifPresent(done -> table.setPercent(copy.id(), done)),
              this::isRunning);
      command = job(copy, video, master, part, Path.of(Redaction.BOXES)).command();
    }
    Files.deleteIfExists(master);
    Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
    finish(
        copy,
        new Copy.Made(
            clock.instant(),
            asItIs ? Copy.Method.BIT_FOR_BIT : Copy.Method.ENCODED,
            Files.size(target),
            FileDigests.of(target).sha256(),
            made,
            command,
            boxes));
  }

  /// @param boxes where the commands of the covering are
  private static TranscodingJob job(
      Copy copy, SourceVideo video, Path master, Path part, Path boxes) {
    Redaction covering = copy.order().covering();
    String filter =
        covering == null
            ? video.upright() + "crop=w=trunc(iw/2)*2:h=trunc(ih/2)*2,format=yuv420p"
            : covering.filter(video, boxes);
    TranscodingJob.Sound sound =
        !copy.order().keepsSound() || video.soundCodec() == null
            ? TranscodingJob.Sound.NONE
            : video.soundPlays() ? TranscodingJob.Sound.COPY : TranscodingJob.Sound.ENCODE;
    return new TranscodingJob(master.toString(), part.toString(), filter, sound);
  }

  /// Takes the master out of its package, and only if it is the one that was sealed.
  private Path takeMaster(Copy copy) throws IOException {
    Extraction.File file =
        videos.master(videos.extraction(copy.requestId()), copy.order().master());
    Path master = folder.file(copy.id(), "master");
    try (InputStream in = videos.open(copy.requestId(), file)) {
      Files.copy(in, master, StandardCopyOption.REPLACE_EXISTING);
    }
    if (!FileDigests.of(master).sha256().equals(copy.order().masterSha256())) {
      throw new IOException("the master in the package is not the one that was sealed");
    }
    return master;
  }

  private void finish(Copy copy, Copy.Made made) {
    transactions.executeWithoutResult(_ -> {
      table.setMade(copy.id(), made);
      log.record(
          about(copy, CopyEvent.MADE)
              .fact("method", made.method())
              .fact("bytes", made.bytes())
              .fact("sha256", made.sha256())
              .fact("tool", made.tool()));
    });
  }

  private void giveUp(Copy copy, TranscodingFailure.Cause why) {
    transactions.executeWithoutResult(_ -> {
      table.setFailed(copy.id(), why);
      log.record(about(copy, CopyEvent.FAILED).fact("why", why));
    });
  }

  private static Event about(Copy copy, CopyEvent type) {
    return Event.of(type).about("request", copy.requestId(), null).fact("copy", copy.id());
  }
}
