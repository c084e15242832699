package anbinh.evidence.retention;

import anbinh.audit.Event;
import anbinh.audit.event.AuditLog;
import anbinh.cases.CaseEnd;
import anbinh.cases.ending.CaseEnds;
import anbinh.evidence.collect.Additions;
import anbinh.evidence.collect.Extraction;
import anbinh.evidence.collect.ExtractionTable;
import anbinh.evidence.collect.footage.FootageSource;
import anbinh.evidence.copy.CopyPackages;
import anbinh.evidence.request.EvidenceEvent;
import anbinh.evidence.request.EvidenceRequest;
import anbinh.evidence.request.RequestEventType;
import anbinh.evidence.request.Requests;
import anbinh.evidence.upload.Quarantine;
import anbinh.evidence.upload.Rejection;
import anbinh.evidence.upload.Upload;
import anbinh.evidence.upload.UploadTable;
import anbinh.platform.OnlyWhenServing;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Deletes packages whose time is over, in three steps that may each be repeated: noted in one
/// transaction, so that nothing hands it out any more; erased; certified in the log. Safe for many
/// threads.
@Component
@OnlyWhenServing
class PackageDeletion {
  private final CaseEnds ends;
  private final ExtractionTable extractions;
  private final CopyPackages copies;
  private final DeletionTable table;
  private final PackageHoldTable holds;
  private final Requests requests;
  private final FootageSource footage;
  private final Additions additions;
  private final UploadTable uploads;
  private final Quarantine quarantine;
  private final KeepTerm term;
  private final AuditLog log;
  private final TransactionTemplate transactions;

  PackageDeletion(
      CaseEnds ends,
      ExtractionTable extractions,
      CopyPackages copies,
      DeletionTable table,
      PackageHoldTable holds,
      Requests requests,
      FootageSource footage,
      Additions additions,
      UploadTable uploads,
      Quarantine quarantine,
      KeepTerm term,
      AuditLog log,
      TransactionTemplate transactions) {
    this.ends = ends;
    this.extractions = extractions;
    this.copies = copies;
    this.table = table;
    this.holds = holds;
    this.requests = requests;
    this.footage = footage;
    this.additions = additions;
    this.uploads = uploads;
    this.quarantine = quarantine;
    this.term = term;
    this.log = log;
    this.transactions = transactions;
  }

  /// The packages whose time is over and that nothing holds.
  List<UUID> listDue(Instant now) {
    List<UUID> cases =
        ends.listBy(term.latestPaper(now), now.minus(KeepTerm.AFTER_CONFIRMATION)).stream()
            .map(CaseEnd::caseId)
            .toList();
    return cases.isEmpty() ? List.of() : table.listFree(cases, now);
  }

  /// Those of which a killed server left the deletion half done.
  List<UUID> listUncertified() {
    return table.listUncertified();
  }

  /// Notes that a package is deleted, unless something keeps it now. From then on it is refused to
  /// everybody.
  ///
  /// @return whether it is noted
  boolean note(UUID requestId, Instant now) {
    return Boolean.TRUE.equals(transactions.execute(_ -> noteHere(requestId, now)));
  }

  private boolean noteHere(UUID requestId, Instant now) {
    EvidenceRequest request = requests.get(requestId);
    Optional<CaseEnd> end = ends.lockForUpdate(request.application().caseId());
    if (end.isEmpty() || now.isBefore(term.until(end.get()))) {
      return false;
    }
    Extraction extraction = extractions.lockForUpdate(requestId);
    if (holds.isHeld(requestId) || table.isHandedOver(requestId, now)) {
      return false;
    }
    extractions.setDeleted(extraction.requestId(), now);
    table.insert(
        new Deletion(requestId, now, end.get().kind(), end.get().on(), term.keepDays(), null));
    // Nobody took the package over, so that the recording was still held for it.
    footage.lift(request.code());
    return true;
  }

  /// Erases every file of a package that is noted: its own, those of its copies, and what owners
  /// gave for it. What was infected is kept apart, for whoever looks into the attack.
  ///
  /// @return false when something of it is in use at this moment: then it has to be asked again
  boolean erase(UUID requestId) throws IOException {
    Extraction deleted = extractions.find(requestId).orElseThrow();
    if (!copies.erase(requestId, deleted.code())) {
      return false;
    }
    additions.erase(deleted);
    for (Upload upload : uploads.find(List.of(requestId)).getOrDefault(requestId, List.of())) {
      if (upload.rejection() != Rejection.INFECTED) {
        quarantine.erase(upload.id());
      }
    }
    return true;
  }

  /// Certifies in the log that a package is gone, once.
  void certify(UUID requestId) {
    transactions.executeWithoutResult(_ -> {
      Deletion noted = table.findForUpdate(requestId).orElseThrow();
      if (noted.event() == null) {
        EvidenceRequest request = requests.get(requestId);
        Extraction deleted = extractions.find(requestId).orElseThrow();
        UUID event =
            log.record(
                Event.of(EvidenceEvent.PACKAGE_DELETED)
                    .about("request", requestId, request.code())
                    .within(request.areaId())
                    .fact("extraction", deleted.code())
                    .fact("packages", packages(deleted))
                    .fact("end", noted.end())
                    .fact("endedOn", noted.endedOn().toString())
                    .fact("keepDays", noted.keepDays()));
        table.certify(requestId, event);
        requests.note(requestId, RequestEventType.PACKAGE_DELETED, null, event);
      }
    });
  }

  /// The rest of what was noted.
  ///
  /// @return as [#erase] does
  boolean finish(UUID requestId) throws IOException {
    if (!erase(requestId)) {
      return false;
    }
    certify(requestId);
    return true;
  }

  private List<Map<String, Object>> packages(Extraction deleted) {
    List<Map<String, Object>> packages = new ArrayList<>();
    packages.add(fact(deleted.code(), deleted.bytes(), deleted.sha256(), deleted.logIndex()));
    for (CopyPackages.CopyPackage copy : copies.list(deleted)) {
      packages.add(fact(copy.code(), copy.bytes(), copy.sha256(), copy.logIndex()));
    }
    return packages;
  }

  private static Map<String, Object> fact(String name, long bytes, String sha256, long logIndex) {
    return Map.of("name", name, "bytes", bytes, "sha256", sha256, "seal", logIndex);
  }
}
