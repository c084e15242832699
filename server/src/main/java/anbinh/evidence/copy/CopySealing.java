package anbinh.evidence.copy;

import anbinh.audit.Event;
import anbinh.audit.event.AuditLog;
import anbinh.audit.event.RecordedEvent;
import anbinh.audit.log.Proofs;
import anbinh.evidence.collect.Extraction;
import anbinh.evidence.collect.document.RecordWriter;
import anbinh.evidence.playback.PackagedVideos;
import anbinh.evidence.request.EvidenceEvent;
import anbinh.evidence.request.EvidenceRequest;
import anbinh.evidence.request.Requests;
import anbinh.evidence.stamp.Stamps;
import anbinh.identity.people.People;
import anbinh.platform.Messages;
import anbinh.platform.OnlyWhenServing;
import anbinh.platform.Site;
import anbinh.platform.SiteClock;
import anbinh.seal.bag.PayloadFile;
import anbinh.seal.json.Json;
import anbinh.seal.log.Commitment;
import anbinh.seal.log.EventRecord;
import anbinh.seal.log.TlogProof;
import anbinh.seal.pack.PackageLayout;
import anbinh.seal.pack.PackageWriter;
import anbinh.seal.pack.Seal;
import anbinh.signing.OfficeSigner;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Puts a confirmed copy into a package of its own and seals it in the log, as extractions are
/// sealed: who ordered it stands where the requester does, who confirmed it where the approver
/// does, and the seal names the package that it was made of.
@Component
@OnlyWhenServing
class CopySealing {
  private static final Duration TIMEOUT = Duration.ofSeconds(30);

  private final CopyTable table;
  private final CopyFolder folder;
  private final CopyRecord records;
  private final CopySheet sheets;
  private final PackagedVideos videos;
  private final Requests requests;
  private final OfficeSigner signer;
  private final Stamps stamps;
  private final AuditLog log;
  private final Proofs proofs;
  private final People people;
  private final Site site;
  private final SiteClock clock;
  private final TransactionTemplate transactions;

  CopySealing(
      CopyTable table,
      CopyFolder folder,
      CopyRecord records,
      CopySheet sheets,
      PackagedVideos videos,
      Requests requests,
      OfficeSigner signer,
      Stamps stamps,
      AuditLog log,
      Proofs proofs,
      People people,
      Site site,
      SiteClock clock,
      TransactionTemplate transactions) {
    this.table = table;
    this.folder = folder;
    this.records = records;
    this.sheets = sheets;
    this.videos = videos;
    this.requests = requests;
    this.signer = signer;
    this.stamps = stamps;
    this.log = log;
    this.proofs = proofs;
    this.people = people;
    this.site = site;
    this.clock = clock;
    this.transactions = transactions;
  }

  /// The places in the log of what a copy rests on.
  private record Basis(long ordered, long confirmed) {}

  /// Everything that is to be said of a confirmed copy.
  ///
  /// @param master the seal of the package that it was made of
  /// @param basis its order and its confirmation, as the log has them
  record Subject(
      Copy copy,
      Copy.Made made,
      Copy.Review review,
      EvidenceRequest request,
      Seal master,
      Basis basis) {
    String code() {
      return copy.code(master.extraction());
    }
  }

  void seal(Copy copy) throws IOException, InterruptedException {
    Extraction extraction = videos.extraction(copy.requestId());
    var subject =
        new Subject(
            copy,
            Objects.requireNonNull(copy.made()),
            Objects.requireNonNull(copy.review()),
            requests.get(copy.requestId()),
            Seal.parse(proofs.document(extraction.logIndex())),
            basis(copy));
    Path target = folder.packageFile(subject.code());
    Files.deleteIfExists(target);
    try (PackageWriter writer = PackageWriter.zip(target, subject.code(), proofs.verifierKey())) {
      PackageWriter.Packed packed = writer.writeBag(payload(subject, extraction), labels(subject));
      Logged logged = logged(subject, packed.contents());
      long index = log.awaitIndex(logged.event(), TIMEOUT);
      TlogProof proof = proofs.proveWitnessed(index);
      Map<String, byte[]> attachments = new LinkedHashMap<>();
      proofs.findPolicy().ifPresent(policy -> attachments.put("policy", policy.write()));
      attachments.put("seal.p7s", signer.sign(logged.seal().canonical()));
      Optional<byte[]> stamp = stamps.stamp(logged.seal().canonical()).findResponse();
      if (stamp.isEmpty() && logged.seal().enclosed().timeStamp()) {
        throw new IOException("the time-stamp authority gave no stamp for " + subject.code());
      }
      stamp.ifPresent(response -> attachments.put(PackageLayout.TIME_STAMP, response));
      PackageWriter.Archive archive =
          writer.finish(logged.seal(), proved(proof, subject.basis()), attachments).orElseThrow();
      transactions.executeWithoutResult(_ -> {
        // It may have been deleted meanwhile: then this package goes as well, by whom deletes it.
        var _ = videos.lockForUpdate(copy.requestId());
        table.setArchive(copy.id(), new Copy.Archive(archive.bytes(), archive.sha256(), index));
      });
    }
  }

  /// The order and the confirmation in the log, which the database must not differ from.
  private Basis basis(Copy copy) throws IOException {
    Copy.Review review = Objects.requireNonNull(copy.review());
    String sha256 = Objects.requireNonNull(copy.made()).sha256();
    long ordered =
        index(CopyEvent.ORDERED, copy, copy.order().by(), "master", copy.order().masterSha256());
    return new Basis(ordered, index(CopyEvent.CONFIRMED, copy, review.by(), "sha256", sha256));
  }

  private long index(CopyEvent type, Copy copy, UUID by, String fact, String value)
      throws IOException {
    List<RecordedEvent> events =
        log.listAbout(type, copy.requestId().toString()).stream()
            .filter(event -> event.facts().find("copy").equals(id(copy)))
            .toList();
    String pseudonym = people.get(by).pseudonym().toString();
    if (events.size() != 1
        || !pseudonym.equals(events.getFirst().actor())
        || !events.getFirst().facts().find(fact).equals(Optional.of(Json.of(value)))) {
      throw new IOException(
          "copy " + copy.id() + " is not sealed: the log has no such " + type.code());
    }
    Long index = events.getFirst().index();
    if (index == null) {
      throw new IOException("the " + type.code() + " of a copy is not in the log yet");
    }
    return index;
  }

  private static Optional<Json> id(Copy copy) {
    return Optional.of(Json.of(copy.id().toString()));
  }

  private PackageWriter.Proved proved(TlogProof seal, Basis basis) {
    return new PackageWriter.Proved(
        seal,
        proofs.disclose(basis.ordered(), seal.checkpoint()),
        proofs.disclose(basis.confirmed(), seal.checkpoint()),
        List.of());
  }

  private Seal.Act act(long index) {
    return Seal.Act.of(EventRecord.parse(proofs.document(index)), index);
  }

  private record Logged(Seal seal, UUID event) {}

  /// The seal that was recorded before for the same bag, or a new one.
  private Logged logged(Subject subject, Seal.Contents contents) {
    Copy copy = subject.copy();
    Copy.SealEntry entry = copy.seal();
    if (entry != null) {
      Seal before = Seal.parse(entry.text().getBytes(StandardCharsets.UTF_8));
      if (before.contents().equals(contents)) {
        return new Logged(before, entry.event());
      }
    }
    List<String> enclosed = new ArrayList<>(List.of("seal.p7s"));
    if (proofs.findPolicy().isPresent()) {
      enclosed.add("policy");
    }
    var seal =
        new Seal(
            clock.now(),
            subject.code(),
            subject.request().id().toString(),
            subject.master().caseRef(),
            subject.master().caseCommit(),
            act(subject.basis().ordered()),
            act(subject.basis().confirmed()),
            RecordWriter.POLICY,
            contents,
            List.of(),
            subject.master().contents().tagManifestSha512(),
            new Seal.Enclosed(enclosed, stamps.isAsked()),
            Commitment.salt());
    byte[] text = seal.canonical();
    UUID event =
        Objects.requireNonNull(
            transactions.execute(_ -> {
              UUID recorded =
                  log.recordDocument(
                      Event.of(EvidenceEvent.SEALED)
                          .about("request", subject.request().id(), subject.request().code())
                          .within(subject.request().areaId())
                          .fact("extraction", subject.code()),
                      text);
              table.setSeal(
                  copy.id(),
                  new Copy.SealEntry(recorded, new String(text, StandardCharsets.UTF_8)));
              return recorded;
            }));
    return new Logged(seal, event);
  }

  /// The video, its master where the video does not play as it is, and what is said of them. What
  /// was signed is kept until the package is finished, so that the bag is the same after a restart.
  private List<PayloadFile> payload(Subject subject, Extraction extraction) throws IOException {
    Copy copy = subject.copy();
    List<PayloadFile> files = new ArrayList<>();
    files.add(PayloadFile.of(inBag(copy.file()), folder.video(copy.id())));
    if (copy.order().kind() == Copy.Kind.COURT && subject.made().method() == Copy.Method.ENCODED) {
      Extraction.File master = videos.master(extraction, copy.order().master());
      Path beside = folder.file(copy.id(), "master");
      try (InputStream in = videos.open(copy.requestId(), master)) {
        Files.copy(in, beside, StandardCopyOption.REPLACE_EXISTING);
      }
      files.add(PayloadFile.of("master/" + inBag(master.name()), beside));
    }
    files.add(PayloadFile.of("copy.json", records.write(subject)));
    String boxes = subject.made().boxes();
    if (boxes != null) {
      files.add(PayloadFile.of(Redaction.BOXES, boxes.getBytes(StandardCharsets.UTF_8)));
    }
    files.add(
        PayloadFile.of("certificate.pem", signer.certificates().getBytes(StandardCharsets.UTF_8)));
    for (Locale language : Messages.LANGUAGES) {
      String name = "sheet." + language.getLanguage() + ".pdf";
      Path sheet = folder.file(copy.id(), name);
      if (!Files.exists(sheet)) {
        Path part = folder.file(copy.id(), name + ".part");
        Files.write(part, sheets.print(subject, language));
        Files.move(part, sheet, StandardCopyOption.ATOMIC_MOVE);
      }
      files.add(PayloadFile.of(name, sheet));
    }
    return files;
  }

  /// A name as the writer of bags wants it, below `data/`.
  private static String inBag(String name) {
    return name.replaceFirst("^data/", "");
  }

  private Map<String, String> labels(Subject subject) {
    Map<String, String> labels = new LinkedHashMap<>();
    labels.put("Source-Organization", site.name());
    labels.put("External-Identifier", subject.code());
    labels.put("Internal-Sender-Identifier", subject.request().code());
    return labels;
  }
}
