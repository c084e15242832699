package anbinh.evidence.web.custody;

import anbinh.audit.Event;
import anbinh.audit.event.AuditLog;
import anbinh.audit.log.Proofs;
import anbinh.evidence.EvidenceProblem;
import anbinh.evidence.collect.Extraction;
import anbinh.evidence.collect.ExtractionTable;
import anbinh.evidence.collect.Staging;
import anbinh.evidence.handover.Handovers;
import anbinh.evidence.request.EvidenceEvent;
import anbinh.evidence.request.EvidenceRequest;
import anbinh.evidence.request.Requests;
import anbinh.evidence.web.RequestAccess;
import anbinh.identity.Person;
import anbinh.platform.OnlyWhenServing;
import anbinh.platform.Problem;
import anbinh.seal.verify.Verdict;
import anbinh.seal.verify.Verifier;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/// `/api/requests/{id}/verification`, and the same of what is handed over to the signed-in person:
/// what the verifier, the same that outsiders run, says of the stored package. An answer holds as
/// long as the file on the disk is the same one, untouched.
@RestController
@OnlyWhenServing
class VerificationController {
  private static final int REMEMBERED = 500;

  private final RequestAccess access;
  private final Requests requests;
  private final Handovers handovers;
  private final ExtractionTable extractions;
  private final Staging staging;
  private final VerdictResponseMapper views;
  private final Proofs proofs;
  private final InstantSource clock;
  private final AuditLog log;
  private final Map<FileIdentity, Checked> known =
      new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<FileIdentity, Checked> eldest) {
          return size() > REMEMBERED;
        }
      };

  VerificationController(
      RequestAccess access,
      Requests requests,
      Handovers handovers,
      ExtractionTable extractions,
      Staging staging,
      VerdictResponseMapper views,
      Proofs proofs,
      InstantSource clock,
      AuditLog log) {
    this.access = access;
    this.requests = requests;
    this.handovers = handovers;
    this.extractions = extractions;
    this.staging = staging;
    this.views = views;
    this.proofs = proofs;
    this.clock = clock;
    this.log = log;
  }

  /// What makes a file the same one: any write to it or exchange of it changes one of these.
  private record FileIdentity(String path, String key, long bytes, String changed) {
    static FileIdentity of(Path file) throws IOException {
      var attributes = Files.readAttributes(file, BasicFileAttributes.class);
      return new FileIdentity(
          file.toString(),
          String.valueOf(attributes.fileKey()),
          attributes.size(),
          attributes.lastModifiedTime() + " " + Files.getAttribute(file, "unix:ctime"));
    }
  }

  private record Checked(Verdict verdict, Instant at) {}

  @GetMapping("/api/requests/{id}/verification")
  VerdictView verify(@PathVariable UUID id) throws IOException {
    return verify(access.getVerified(id), access.reader());
  }

  @GetMapping("/api/handovers/{handoverId}/verification")
  VerdictView verifyHandedOver(@PathVariable UUID handoverId) throws IOException {
    UUID id = access.getHandedOver(handovers, handoverId).requestId();
    return verify(requests.get(id), access.receiver());
  }

  private VerdictView verify(EvidenceRequest request, Person by) throws IOException {
    Extraction extraction = extractions.getKept(request.id());
    Path file = staging.packageFile(extraction);
    if (!Files.isRegularFile(file)) {
      throw Problem.of(EvidenceProblem.PACKAGE_LOST);
    }
    Checked checked = check(file);
    log.record(
        Event.of(EvidenceEvent.VERIFIED)
            .by(by.actor())
            .about("request", request.id(), request.code())
            .fact("verdict", VerdictView.word(checked.verdict())));
    return views.of(checked.verdict(), checked.at());
  }

  private Checked check(Path file) throws IOException {
    FileIdentity identity = FileIdentity.of(file);
    synchronized (known) {
      Checked before = known.get(identity);
      if (before != null) {
        return before;
      }
    }
    Verifier keys = new Verifier(List.of(proofs.verifierKey()));
    Verdict verdict = proofs.findPolicy().map(keys::counting).orElse(keys).verify(file);
    var checked = new Checked(verdict, clock.instant());
    synchronized (known) {
      known.put(identity, checked);
    }
    return checked;
  }
}
