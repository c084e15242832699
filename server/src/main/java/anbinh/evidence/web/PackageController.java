package anbinh.evidence.web;

import anbinh.audit.AuditLog;
import anbinh.audit.Event;
import anbinh.evidence.EvidenceProblem;
import anbinh.evidence.collect.Extraction;
import anbinh.evidence.collect.ExtractionTable;
import anbinh.evidence.collect.Staging;
import anbinh.evidence.request.Act;
import anbinh.evidence.request.EvidenceEvent;
import anbinh.evidence.request.EvidenceRequest;
import anbinh.evidence.request.Requests;
import anbinh.evidence.request.StateName;
import anbinh.identity.Person;
import anbinh.platform.ByteRange;
import anbinh.platform.Problem;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.file.NoSuchFileException;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// `/api/requests/{id}/package.zip`: the sealed package, for the requester alone.
///
/// When the last missing byte has gone out, in one answer or in several ranges, the package counts
/// as handed over. Each answer is an event of its own.
@RestController
@RequestMapping("/api/requests/{id}")
class PackageController {
  private final RequestAccess access;
  private final ExtractionTable extractions;
  private final Staging staging;
  private final Requests requests;
  private final Deliveries deliveries;
  private final AuditLog log;

  PackageController(
      RequestAccess access,
      ExtractionTable extractions,
      Staging staging,
      Requests requests,
      Deliveries deliveries,
      AuditLog log) {
    this.access = access;
    this.extractions = extractions;
    this.staging = staging;
    this.requests = requests;
    this.deliveries = deliveries;
    this.log = log;
  }

  /// Also answers HEAD.
  @GetMapping("/package.zip")
  void download(@PathVariable UUID id, HttpServletRequest asked, HttpServletResponse answer)
      throws IOException {
    EvidenceRequest request = access.getOwn(id);
    Opened opened = open(id, true);
    try (FileChannel source = opened.source()) {
      download(request, opened.extraction(), source, asked, answer);
    }
  }

  private record Opened(Extraction extraction, FileChannel source) {}

  /// The package as it is now. Something may be put beside its seal at this moment, and its file be
  /// another one: then it is looked for once more. An open file stays readable.
  private Opened open(UUID id, boolean again) throws IOException {
    Extraction extraction =
        extractions.find(id).orElseThrow(() -> Problem.of(EvidenceProblem.NOT_SEALED));
    FileChannel source;
    try {
      source = FileChannel.open(staging.packageFile(extraction), StandardOpenOption.READ);
    } catch (NoSuchFileException e) {
      if (again) {
        return open(id, false);
      }
      throw Problem.of(EvidenceProblem.PACKAGE_LOST);
    }
    if (source.size() != extraction.bytes()) {
      source.close();
      throw Problem.of(EvidenceProblem.PACKAGE_LOST);
    }
    return new Opened(extraction, source);
  }

  private void download(
      EvidenceRequest request,
      Extraction extraction,
      FileChannel source,
      HttpServletRequest asked,
      HttpServletResponse answer)
      throws IOException {
    String etag = "\"" + extraction.sha256() + "\"";
    answer.setHeader(
        "Content-Disposition", "attachment; filename=\"" + extraction.code() + ".zip\"");
    Optional<ByteRange> range =
        ByteRange.writeHead(asked, answer, "application/zip", etag, extraction.bytes());
    if (range.isPresent()) {
      send(source, range.get(), answer);
      noteSent(request, extraction, range.get(), access.reader());
    }
  }

  private static void send(FileChannel source, ByteRange range, HttpServletResponse answer)
      throws IOException {
    WritableByteChannel out = Channels.newChannel(answer.getOutputStream());
    long at = range.start();
    while (at < range.end()) {
      long count = source.transferTo(at, Math.min(range.end() - at, 1 << 20), out);
      if (count <= 0) {
        throw new IOException("the package ends at " + at);
      }
      at += count;
    }
    answer.flushBuffer();
  }

  private void noteSent(
      EvidenceRequest request, Extraction extraction, ByteRange range, Person requester) {
    log.record(
        Event.of(EvidenceEvent.DOWNLOADED)
            .by(requester.actor())
            .about("request", request.id(), request.code())
            .fact("extraction", extraction.code())
            .fact("from", range.start())
            .fact("to", range.end())
            .fact("of", extraction.bytes()));
    boolean whole = deliveries.add(request.id(), range.start(), range.end(), extraction.bytes());
    if (whole && request.state().name() == StateName.SEALED) {
      // A second download that ends at the same moment finds it delivered; that is as well.
      var _ =
          requests.take(request.id(), new Act.Deliver(requester.id(), requests.now()), requester);
    }
  }
}
