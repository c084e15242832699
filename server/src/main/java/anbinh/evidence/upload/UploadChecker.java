package anbinh.evidence.upload;

import anbinh.audit.Event;
import anbinh.audit.event.AuditLog;
import anbinh.evidence.owner.OwnerEvent;
import anbinh.evidence.request.EvidenceSettings;
import anbinh.platform.OnlyWhenServing;
import anbinh.platform.background.PollingWorker;
import anbinh.platform.background.Retry;
import anbinh.platform.malware.Judgement;
import anbinh.platform.malware.MalwareCheck;
import anbinh.platform.malware.MalwareCheckFailure;
import anbinh.video.Container;
import anbinh.video.VideoFacts;
import anbinh.video.VideoProbe;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Looks in the background at files that are whole: hashes them, tells their kind from their
/// content, has them checked for malware where a checker is set up, has libav read them, and
/// accepts or rejects them. A file that cannot be checked waits. Safe for many threads.
@Component
@OnlyWhenServing
class UploadChecker extends PollingWorker {
  private static final Logger LOG = LoggerFactory.getLogger(UploadChecker.class);
  private static final Duration MAX_SLEEP = Duration.ofMinutes(1);

  /// A file that is being made is not in the table yet.
  private static final Duration OLD = Duration.ofHours(1);

  private final UploadTable table;
  private final Quarantine quarantine;
  private final Uploads uploads;
  private final VideoProbe probe;
  private final MalwareCheck malware;
  private final AuditLog log;
  private final TransactionTemplate transactions;
  private final InstantSource clock;
  private final Retry retry;

  /// Whether the first round has done away with what an earlier run left; of the thread.
  private boolean cleared;

  /// Rounds one after the other in which files could not be checked for malware; of the thread.
  private int failures;

  UploadChecker(
      UploadTable table,
      Quarantine quarantine,
      Uploads uploads,
      VideoProbe probe,
      MalwareCheck malware,
      AuditLog log,
      TransactionTemplate transactions,
      InstantSource clock,
      EvidenceSettings settings) {
    super("uploads", settings.retry());
    this.table = table;
    this.quarantine = quarantine;
    this.uploads = uploads;
    this.probe = probe;
    this.malware = malware;
    this.log = log;
    this.transactions = transactions;
    this.clock = clock;
    this.retry = new Retry(settings.retry(), MAX_SLEEP);
  }

  @Override
  protected Duration round() throws InterruptedException {
    if (!cleared) {
      cleared = true;
      clearLeftOvers();
    }
    boolean waits = false;
    for (Upload upload : table.listReceived()) {
      if (isRunning()) {
        try {
          look(upload);
        } catch (MalwareCheckFailure e) {
          LOG.warn("upload {} waits for the malware check: {}", upload.id(), e.getMessage());
          waits = true;
        }
      }
    }
    failures = waits ? failures + 1 : 0;
    return waits ? retry.pause(failures - 1) : MAX_SLEEP;
  }

  private void look(Upload upload) throws InterruptedException, MalwareCheckFailure {
    try {
      Path file = quarantine.file(upload.id());
      Optional<Container> container = Container.of(head(file));
      boolean video = upload.kind() == UploadKind.VIDEO;
      boolean known = container.filter(found -> found.video() == video).isPresent();
      // Before the hashing, which takes long and would be done again for a file that waits.
      Judgement judgement = known ? malware.judge(file).orElse(null) : null;
      FileDigests digests = FileDigests.of(file);
      if (!known) {
        reject(upload, digests, video ? Rejection.NOT_VIDEO : Rejection.NOT_PICTURE, null);
        return;
      }
      if (judgement != null && judgement.infected()) {
        reject(upload, digests, Rejection.INFECTED, judgement);
        return;
      }
      Optional<VideoFacts> facts = video ? probe.probe(file) : Optional.empty();
      if (video && facts.isEmpty() && !container.get().proprietary()) {
        reject(upload, digests, Rejection.UNREADABLE, judgement);
      } else {
        String read = facts.map(VideoFacts::write).orElse(null);
        accept(upload, digests, container.get(), read, judgement);
      }
    } catch (NoSuchFileException e) {
      LOG.info("upload {} was erased while it was looked at", upload.id());
    } catch (IOException e) {
      throw new UncheckedIOException("upload " + upload.id() + " cannot be read", e);
    }
  }

  private void accept(
      Upload upload,
      FileDigests digests,
      Container container,
      @Nullable String facts,
      @Nullable Judgement judgement) {
    transactions.executeWithoutResult(_ -> {
      if (table.setAccepted(upload.id(), digests, container, facts, judgement)) {
        log.record(
            uploads
                .about(OwnerEvent.FILE_ACCEPTED, upload)
                .fact("bytes", upload.bytes())
                .fact("sha256", digests.sha256())
                .fact("container", container)
                .fact("malware", judgement == null ? "NOT_CHECKED" : judgement.result().name())
                .detail("name", upload.name()));
      }
    });
  }

  private void reject(
      Upload upload, FileDigests digests, Rejection why, @Nullable Judgement judgement) {
    transactions.executeWithoutResult(_ -> {
      if (table.setRejected(upload.id(), digests, why, judgement)) {
        if (why == Rejection.INFECTED) {
          uploads.sealAwayAfterCommit(upload.id());
        } else {
          uploads.eraseAfterCommit(upload.id());
        }
        Event rejected =
            uploads
                .about(OwnerEvent.FILE_REJECTED, upload)
                .fact("bytes", upload.bytes())
                .fact("sha256", digests.sha256())
                .fact("why", why)
                .detail("name", upload.name());
        String found = judgement == null ? null : judgement.name();
        log.record(found == null ? rejected : rejected.fact("malware", found));
      }
    });
  }

  private static byte[] head(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return in.readNBytes(Container.HEAD_BYTES);
    }
  }

  private void clearLeftOvers() {
    try {
      table.listInfected().forEach(quarantine::sealAway);
      quarantine.eraseAllBut(table.listKept(), clock.instant().minus(OLD));
    } catch (IOException | RuntimeException e) {
      LOG.warn("left-overs in the quarantine cannot be removed", e);
    }
  }
}
