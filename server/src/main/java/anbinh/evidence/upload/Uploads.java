package anbinh.evidence.upload;

import anbinh.audit.Event;
import anbinh.audit.event.AuditLog;
import anbinh.evidence.EvidenceProblem;
import anbinh.evidence.owner.OwnerEvent;
import anbinh.evidence.owner.OwnerRequest;
import anbinh.evidence.owner.OwnerRequestChanged;
import anbinh.evidence.owner.OwnerRequestState;
import anbinh.evidence.owner.OwnerRequests;
import anbinh.evidence.owner.OwnerSettings;
import anbinh.evidence.request.EvidenceRequest;
import anbinh.evidence.request.RequestChanged;
import anbinh.evidence.request.Requests;
import anbinh.platform.Ids;
import anbinh.platform.Problem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.NoSuchFileException;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/// The files of asks: begun, given, erased. Checks no rights: who calls holds the link. Safe for
/// many threads.
@Component
public class Uploads {
  /// The package is written beside the files.
  private static final int COPIES = 2;

  private final UploadTable table;
  private final Quarantine quarantine;
  private final OwnerRequests ownerRequests;
  private final Requests requests;
  private final OwnerSettings settings;
  private final Ids ids;
  private final AuditLog log;

  Uploads(
      UploadTable table,
      Quarantine quarantine,
      OwnerRequests ownerRequests,
      Requests requests,
      OwnerSettings settings,
      Ids ids,
      AuditLog log) {
    this.table = table;
    this.quarantine = quarantine;
    this.ownerRequests = ownerRequests;
    this.requests = requests;
    this.settings = settings;
    this.ids = ids;
    this.log = log;
  }

  public List<Upload> list(OwnerRequest ask) {
    return table.list(ask.requestId(), ask.cameraId());
  }

  /// How much of a file is here.
  public long received(Upload upload) {
    try {
      return upload.state() == UploadState.RECEIVING
          ? quarantine.size(upload.id())
          : upload.bytes();
    } catch (NoSuchFileException gone) {
      return 0;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// A file of an ask.
  Upload get(OwnerRequest ask, UUID id) {
    return table
        .find(id)
        .filter(found ->
            found.requestId().equals(ask.requestId()) && found.cameraId().equals(ask.cameraId()))
        .orElseThrow(() -> Problem.of(EvidenceProblem.NO_SUCH_FILE));
  }

  /// Makes room for a file of that length, or says why there is none.
  @Transactional
  Upload begin(OwnerRequest asked, UploadMetadata what, long bytes) throws IOException {
    OwnerRequest ask = ownerRequests.lockOpen(asked);
    if (bytes > settings.mostBytes().toBytes()) {
      throw Problem.of(EvidenceProblem.FILE_TOO_LARGE, settings.mostBytes().toMegabytes());
    }
    if (list(ask).stream().filter(file -> file.state() != UploadState.REJECTED).count()
        >= settings.mostFiles()) {
      throw Problem.of(EvidenceProblem.TOO_MANY_FILES, settings.mostFiles());
    }
    table.holdRoom();
    long left = quarantine.free() - bytesToCome() - settings.keepFree().toBytes();
    if (left / COPIES < bytes) {
      throw Problem.of(EvidenceProblem.NO_ROOM);
    }
    var upload =
        new Upload(
            ids.next(),
            ask.requestId(),
            ask.cameraId(),
            what.kind(),
            what.name(),
            bytes,
            UploadState.RECEIVING,
            requests.now(),
            null,
            null,
            null,
            null,
            null,
            null,
            null);
    table.insert(upload);
    log.record(
        about(OwnerEvent.FILE_BEGUN, upload).fact("bytes", bytes).detail("name", what.name()));
    quarantine.create(upload.id());
    return upload;
  }

  /// What the disk has to take yet for the files that were begun before.
  private long bytesToCome() {
    return table.listUnsealed().stream()
        .mapToLong(file -> COPIES * file.bytes() - received(file))
        .sum();
  }

  /// Erases one file, which the owner does not want to give after all.
  @Transactional
  void discard(OwnerRequest asked, UUID id) {
    OwnerRequest ask = ownerRequests.lockOpen(asked);
    erase(List.of(get(ask, id)));
  }

  /// Hands over all accepted files of an ask.
  @Transactional
  public void give(OwnerRequest asked) {
    OwnerRequest ask = ownerRequests.lockOpen(asked);
    List<Upload> files = list(ask);
    List<Upload> accepted =
        files.stream().filter(file -> file.state() == UploadState.ACCEPTED).toList();
    if (files.stream().anyMatch(Upload::open)
        || accepted.stream().noneMatch(file -> file.kind() == UploadKind.VIDEO)) {
      throw Problem.of(EvidenceProblem.FILES_NOT_READY);
    }
    ownerRequests.give(
        ask, accepted.stream().map(file -> Objects.requireNonNull(file.sha256())).toList());
  }

  /// What is not given, or taken back, is erased.
  @EventListener
  public void follow(OwnerRequestChanged changed) {
    if (changed.state() != OwnerRequestState.GIVEN) {
      List<Upload> files = table.list(changed.requestId(), changed.cameraId());
      if (!files.isEmpty()) {
        erase(files);
      }
    }
  }

  /// What is in a sealed package leaves the quarantine; what is infected stays sealed away.
  @EventListener
  public void follow(RequestChanged changed) {
    EvidenceRequest request = changed.request();
    if (request.sealed()) {
      table.find(List.of(request.id())).getOrDefault(request.id(), List.of()).stream()
          .filter(file -> file.rejection() != Rejection.INFECTED)
          .forEach(file -> eraseAfterCommit(file.id()));
    }
  }

  private void erase(List<Upload> files) {
    for (Upload file : files) {
      table.delete(file.id());
      eraseAfterCommit(file.id());
    }
    log.record(
        about(OwnerEvent.FILES_ERASED, files.getFirst())
            .fact("files", files.size())
            .fact("sha256", files.stream().map(Upload::sha256).filter(Objects::nonNull).toList()));
  }

  void eraseAfterCommit(UUID id) {
    TransactionSynchronizationManager.registerSynchronization(
        new TransactionSynchronization() {
          @Override
          public void afterCommit() {
            quarantine.erase(id);
          }
        });
  }

  void sealAwayAfterCommit(UUID id) {
    TransactionSynchronizationManager.registerSynchronization(
        new TransactionSynchronization() {
          @Override
          public void afterCommit() {
            quarantine.sealAway(id);
          }
        });
  }

  Event about(OwnerEvent type, Upload upload) {
    return Event.of(type)
        .about("request", upload.requestId(), requests.get(upload.requestId()).code())
        .fact("camera", upload.cameraId());
  }
}
