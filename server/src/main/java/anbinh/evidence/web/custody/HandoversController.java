package anbinh.evidence.web.custody;

import anbinh.audit.Event;
import anbinh.audit.event.AuditLog;
import anbinh.evidence.EvidenceProblem;
import anbinh.evidence.collect.Extraction;
import anbinh.evidence.collect.ExtractionTable;
import anbinh.evidence.handover.AccountForm;
import anbinh.evidence.handover.Handover;
import anbinh.evidence.handover.Handovers;
import anbinh.evidence.handover.OutsideForm;
import anbinh.evidence.handover.StampedClips;
import anbinh.evidence.request.EvidenceEvent;
import anbinh.evidence.request.EvidenceRequest;
import anbinh.evidence.request.form.FieldReader;
import anbinh.evidence.upload.FileDigests;
import anbinh.evidence.web.RecentViews;
import anbinh.evidence.web.RequestAccess;
import anbinh.evidence.web.custody.CustodyView.HandoverView;
import anbinh.identity.Person;
import anbinh.platform.OnlyWhenServing;
import anbinh.platform.Problem;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// `/api/requests/{id}/custody` and `…/handovers`: whose hands a package went through, and handing
/// it over, which is for its requester.
@RestController
@OnlyWhenServing
@RequestMapping("/api/requests/{id}")
class HandoversController {
  private static final int MAX_NAME = 200;

  private final RequestAccess access;
  private final Handovers handovers;
  private final HandoverResponseMapper views;
  private final HandoverPaper paper;
  private final ExtractionTable extractions;
  private final StampedClips clips;
  private final RecentViews looks;
  private final AuditLog log;

  HandoversController(
      RequestAccess access,
      Handovers handovers,
      HandoverResponseMapper views,
      HandoverPaper paper,
      ExtractionTable extractions,
      StampedClips clips,
      RecentViews looks,
      AuditLog log) {
    this.access = access;
    this.handovers = handovers;
    this.views = views;
    this.paper = paper;
    this.extractions = extractions;
    this.clips = clips;
    this.looks = looks;
    this.log = log;
  }

  @GetMapping("/custody")
  CustodyView custody(@PathVariable UUID id) {
    EvidenceRequest request = access.getVerified(id);
    Person reader = access.reader();
    looks.view(reader, request);
    return views.custody(request, extraction(id), reader);
  }

  @PostMapping("/handovers")
  @ResponseStatus(HttpStatus.CREATED)
  HandoverView handOver(@PathVariable UUID id, @RequestBody AccountForm form) {
    EvidenceRequest request = access.getOwn(id);
    Person by = access.reader();
    return views.view(handovers.open(request, form, by), by);
  }

  @PostMapping("/outside-handovers")
  @ResponseStatus(HttpStatus.CREATED)
  HandoverView handOverOutside(@PathVariable UUID id, @RequestBody OutsideForm form) {
    EvidenceRequest request = access.getOwn(id);
    Person by = access.reader();
    return views.view(handovers.open(request, form, by), by);
  }

  @DeleteMapping("/handovers/{handoverId}")
  HandoverView withdraw(@PathVariable UUID id, @PathVariable UUID handoverId) {
    EvidenceRequest request = access.getOwn(id);
    Person by = access.reader();
    Handover handover = handovers.get(id, handoverId);
    return views.view(handovers.withdraw(request, handover.id(), by), by);
  }

  /// The receipt to print and sign, or as it was signed.
  @GetMapping(
      path = "/handovers/{handoverId}/paper.pdf",
      produces = MediaType.APPLICATION_PDF_VALUE)
  ResponseEntity<byte[]> print(
      @PathVariable UUID id,
      @PathVariable UUID handoverId,
      @RequestParam(required = false) @Nullable String language)
      throws IOException {
    var fields = new FieldReader();
    Optional<Locale> requested = fields.language("language", language);
    fields.throwProblems();
    EvidenceRequest request = access.getOwn(id);
    Handover handover = handovers.get(id, handoverId);
    Extraction extraction = extraction(id);
    byte[] pdf =
        paper.print(
            request,
            handovers.seal(extraction),
            extraction.logIndex(),
            handover,
            requested.orElseThrow());
    log.record(
        Event.of(EvidenceEvent.RECEIPT_PRINTED)
            .by(access.reader().actor())
            .about("request", id, request.code())
            .fact("handover", handoverId));
    return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(pdf);
  }

  @PostMapping("/handovers/{handoverId}/signed")
  HandoverView signed(@PathVariable UUID id, @PathVariable UUID handoverId) {
    EvidenceRequest request = access.getOwn(id);
    Handover handover = handovers.get(id, handoverId);
    Person by = access.requireConfirmed();
    return views.view(handovers.signed(request, handover.id(), by), by);
  }

  /// A single clip with a stamp of receipt.
  @GetMapping("/handovers/{handoverId}/clips/{clip}")
  void stamped(
      @PathVariable UUID id,
      @PathVariable UUID handoverId,
      @PathVariable String clip,
      HttpServletResponse answer)
      throws IOException {
    var fields = new FieldReader();
    Optional<String> name = fields.text("clip", clip, 1, MAX_NAME);
    fields.throwProblems();
    EvidenceRequest request = access.getOwn(id);
    Handover handover = handovers.get(id, handoverId);
    Extraction extraction = extractions.getKept(id);
    Extraction.File file =
        clips
            .find(handover, extraction, name.orElseThrow())
            .orElseThrow(() -> Problem.of(EvidenceProblem.NO_SUCH_VIDEO));
    Path stamped = clips.write(handover, extraction, file);
    try {
      log.record(
          Event.of(EvidenceEvent.CLIP_STAMPED)
              .by(access.reader().actor())
              .about("request", id, request.code())
              .fact("handover", handoverId)
              .fact("clip", file.sha256())
              .fact("sha256", FileDigests.of(stamped).sha256()));
      answer.setHeader(
          "Content-Disposition",
          "attachment; filename=\""
              + extraction.code()
              + "_"
              + handover.number()
              + "_"
              + clip
              + "\"");
      // Whole and once: each stamp is another one, since the signature is salted.
      answer.setHeader("Cache-Control", "no-store");
      answer.setContentType("video/mp4");
      answer.setContentLengthLong(Files.size(stamped));
      Files.copy(stamped, answer.getOutputStream());
    } finally {
      Files.deleteIfExists(stamped);
    }
  }

  private Extraction extraction(UUID id) {
    return extractions.find(id).orElseThrow(() -> Problem.of(EvidenceProblem.NOT_SEALED));
  }
}
