package anbinh.evidence.collect;

import anbinh.audit.Event;
import anbinh.audit.event.AuditLog;
import anbinh.audit.log.Proofs;
import anbinh.cases.CaseFile;
import anbinh.evidence.collect.document.MinuteWriter;
import anbinh.evidence.collect.document.RecordWriter;
import anbinh.evidence.collect.footage.CoverageFile;
import anbinh.evidence.collect.footage.SegmentsFile;
import anbinh.evidence.request.EvidenceEvent;
import anbinh.evidence.request.EvidenceRequest;
import anbinh.evidence.request.LoggedDecisions;
import anbinh.evidence.stamp.Stamps;
import anbinh.platform.OnlyWhenServing;
import anbinh.platform.Site;
import anbinh.platform.SiteClock;
import anbinh.seal.bag.PayloadFile;
import anbinh.seal.log.Commitment;
import anbinh.seal.log.EventRecord;
import anbinh.seal.log.TlogProof;
import anbinh.seal.pack.PackageWriter;
import anbinh.seal.pack.Seal;
import anbinh.seal.policy.Witnessing;
import anbinh.signing.OfficeSigner;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Packs what was taken and described, seals it in the log, and stores the package.
///
/// The bag is the same however often it is packed, so a seal that is in the log already is used
/// again: however often the server is killed, an extraction has one seal. It rests on the request
/// and the decision as the log has them ([LoggedDecisions]).
@Component
@OnlyWhenServing
class Sealing {
  private static final Logger LOG = LoggerFactory.getLogger(Sealing.class);
  private static final Duration TIMEOUT = Duration.ofSeconds(30);

  private final Staging staging;
  private final CollectionTable collections;
  private final RecordWriter records;
  private final MinuteWriter minutes;
  private final OfficeSigner signer;
  private final Stamps stamps;
  private final AuditLog log;
  private final Proofs proofs;
  private final LoggedDecisions decisions;
  private final Site site;
  private final SiteClock clock;
  private final TransactionTemplate transactions;

  Sealing(
      Staging staging,
      CollectionTable collections,
      RecordWriter records,
      MinuteWriter minutes,
      OfficeSigner signer,
      Stamps stamps,
      AuditLog log,
      Proofs proofs,
      LoggedDecisions decisions,
      Site site,
      SiteClock clock,
      TransactionTemplate transactions) {
    this.staging = staging;
    this.collections = collections;
    this.records = records;
    this.minutes = minutes;
    this.signer = signer;
    this.stamps = stamps;
    this.log = log;
    this.proofs = proofs;
    this.decisions = decisions;
    this.site = site;
    this.clock = clock;
    this.transactions = transactions;
  }

  /// A package on the disk, the event that is its seal, and what became of its time stamp.
  record Sealed(Extraction extraction, UUID sealEvent, Stamps.Fresh stamp) {}

  Sealed seal(CollectionTable.Row row, EvidenceRequest request, CaseFile relatedCase)
      throws IOException, InterruptedException {
    String code = row.extractionCode();
    CoverageFile.read(Files.readString(staging.file(code, Describing.COVERAGE)))
        .requireWhole(Set.copyOf(request.findGrant().orElseThrow().cameraIds()));
    staging.preparePackages();
    Path target = staging.packageFile(code, 0);
    try (PackageWriter writer = PackageWriter.zip(target, code, proofs.verifierKey())) {
      PackageWriter.Packed packed = writer.writeBag(payload(code), labels(code, request));
      List<Long> segments =
          SegmentsFile.read(Files.readAllBytes(staging.file(code, Describing.SEGMENTS)))
              .logIndexes();
      LoggedDecisions.Basis.Logged basis = require(decisions.basis(request));
      Logged logged = logged(row, packed.contents(), segments, request, relatedCase, basis);
      long index = log.awaitIndex(logged.event(), TIMEOUT);
      TlogProof proof = proofs.proveWitnessed(index);
      Map<String, byte[]> attachments =
          minutes.write(
              new MinuteWriter.Subject(
                  request,
                  relatedCase.code(),
                  logged.seal(),
                  proof,
                  proofs.verifierKey(),
                  packed.payload()));
      proofs
          .findPolicy()
          .ifPresent(policy -> {
            attachments.put("policy", policy.write());
            warnWithoutQuorum(code, policy.check(proof.checkpoint().note()));
          });
      attachments.put("seal.p7s", signer.sign(logged.seal().canonical()));
      Stamps.Fresh stamp = stamps.stamp(logged.seal().canonical());
      stamp.findResponse().ifPresent(response -> attachments.put("seal.tsr", response));
      PackageWriter.Archive archive =
          writer.finish(logged.seal(), proved(proof, basis, segments), attachments).orElseThrow();
      return new Sealed(
          extraction(request, code, archive, packed, logged.seal().time(), index),
          logged.event(),
          stamp);
    }
  }

  private static void warnWithoutQuorum(String code, Witnessing witnessing) {
    if (!witnessing.reached()) {
      LOG.warn(
          "{} is sealed without its quorum: {} of {} needed witnesses have seen it",
          code,
          witnessing.have(),
          witnessing.needed());
    }
  }

  /// Nothing is sealed but on the log's word.
  static LoggedDecisions.Basis.Logged require(LoggedDecisions.Basis basis) {
    return switch (basis) {
      case LoggedDecisions.Basis.Logged logged -> logged;
      case LoggedDecisions.Basis.Waiting _ ->
          throw new CollectFailure("the decision is not in the log yet");
      case LoggedDecisions.Basis.Differs(List<String> what) ->
          throw new CollectFailure("not sealed, since the log says otherwise: " + what);
    };
  }

  /// Under the same checkpoint as the seal, which comes after all that it names.
  private PackageWriter.Proved proved(
      TlogProof seal, LoggedDecisions.Basis.Logged basis, List<Long> segments) {
    return new PackageWriter.Proved(
        seal,
        proofs.disclose(basis.requested(), seal.checkpoint()),
        proofs.disclose(basis.decided(), seal.checkpoint()),
        segments.stream().map(index -> proofs.disclose(index, seal.checkpoint())).toList());
  }

  private record Logged(Seal seal, UUID event) {}

  /// The seal that was recorded before for the same bag, or a new one.
  private Logged logged(
      CollectionTable.Row row,
      Seal.Contents contents,
      List<Long> segments,
      EvidenceRequest request,
      CaseFile relatedCase,
      LoggedDecisions.Basis.Logged basis) {
    UUID event = row.sealEvent();
    String text = row.seal();
    if (event != null && text != null) {
      Seal before = Seal.parse(text.getBytes(StandardCharsets.UTF_8));
      if (isOf(before, contents, segments, act(basis.requested()), act(basis.decided()))) {
        return new Logged(before, event);
      }
    }
    var seal =
        new Seal(
            clock.now(),
            row.extractionCode(),
            request.id().toString(),
            relatedCase.id().toString(),
            null,
            act(basis.requested()),
            act(basis.decided()),
            RecordWriter.POLICY,
            contents,
            segments,
            null,
            new Seal.Enclosed(enclosed(proofs.findPolicy().isPresent()), stamps.isAsked()),
            Commitment.salt());
    byte[] document = seal.canonical();
    UUID recorded =
        Objects.requireNonNull(
            transactions.execute(_ -> {
              UUID id =
                  log.recordDocument(
                      Event.of(EvidenceEvent.SEALED)
                          .about("request", request.id(), request.code())
                          .within(request.areaId())
                          .fact("extraction", row.extractionCode()),
                      document);
              collections.setSeal(request.id(), id, new String(document, StandardCharsets.UTF_8));
              return id;
            }));
    return new Logged(seal, recorded);
  }

  /// Whether a seal is of the same bag, from the same segments, on the same request and decision.
  static boolean isOf(
      Seal before,
      Seal.Contents contents,
      List<Long> segments,
      Seal.Act requested,
      Seal.Act decided) {
    return before.contents().equals(contents)
        && before.segments().equals(segments)
        && before.requested().equals(requested)
        && before.decided().equals(decided);
  }

  /// What the seal says that stands beside it, so that nobody takes it away unnoticed.
  static List<String> enclosed(boolean policy) {
    List<String> enclosed = new ArrayList<>(MinuteWriter.names());
    enclosed.add("seal.p7s");
    if (policy) {
      enclosed.add("policy");
    }
    return enclosed;
  }

  private Seal.Act act(long index) {
    return Seal.Act.of(EventRecord.parse(proofs.document(index)), index);
  }

  private List<PayloadFile> payload(String code) throws IOException {
    List<PayloadFile> files = new ArrayList<>();
    for (String name : staging.list(code, CameraExtractor.DATA)) {
      files.add(PayloadFile.of(name, staging.file(code, CameraExtractor.DATA + name)));
    }
    return files;
  }

  private Map<String, String> labels(String code, EvidenceRequest request) {
    Map<String, String> labels = new LinkedHashMap<>();
    labels.put("Source-Organization", site.name());
    labels.put("External-Identifier", code);
    labels.put("Internal-Sender-Identifier", request.code());
    labels.put("Bag-Software-Agent", "An Binh " + records.softwareVersion());
    return labels;
  }

  private Extraction extraction(
      EvidenceRequest request,
      String code,
      PackageWriter.Archive archive,
      PackageWriter.Packed packed,
      Instant sealedAt,
      long index)
      throws IOException {
    List<Extraction.File> files = new ArrayList<>();
    new TreeMap<>(packed.payload())
        .forEach((name, digest) ->
            files.add(new Extraction.File(name, digest.bytes(), digest.sha256())));
    return new Extraction(
        request.id(),
        code,
        sealedAt,
        archive.bytes(),
        archive.sha256(),
        index,
        Files.readString(staging.file(code, Describing.COVERAGE)),
        0,
        files,
        null);
  }
}
