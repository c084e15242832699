package anbinh.evidence.collect.document;

import anbinh.cameras.CameraKind;
import anbinh.cases.CaseFile;
import anbinh.evidence.collect.footage.ExtractedCamera;
import anbinh.evidence.collect.footage.PackageJson;
import anbinh.evidence.collect.footage.SightingsFile;
import anbinh.evidence.owner.OwnerRequest;
import anbinh.evidence.player.PlayerCopy;
import anbinh.evidence.request.Application;
import anbinh.evidence.request.EvidenceRequest;
import anbinh.evidence.request.Urgency;
import anbinh.evidence.request.lifecycle.Decision;
import anbinh.evidence.request.lifecycle.Grant;
import anbinh.evidence.upload.UploadKind;
import anbinh.identity.Person;
import anbinh.identity.people.People;
import anbinh.platform.Messages;
import anbinh.platform.Program;
import anbinh.platform.Site;
import anbinh.platform.malware.Judgement;
import anbinh.video.VideoFacts;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Writes `record.json`, the record of an extraction field by field: what was asked, decided, taken
/// and how, and what this version does not know, said as absent.
///
/// The fields follow the record of NIST and NPCC practice (who, why, by what authority, from which
/// source, by which clock, with which method) and article 107 of the Criminal Procedure Code.
@Component
public class RecordWriter {
  /// The version of the rules under which a request is made, decided and sealed.
  public static final String POLICY = "anbinh.evidence/1";

  static final String FORMAT = "anbinh.record/1";
  private static final String NOT_YET = "not recorded by this version";

  private final People people;
  private final Messages messages;
  private final Site site;
  private final Program program;

  RecordWriter(People people, Messages messages, Site site, Program program) {
    this.people = people;
    this.messages = messages;
    this.site = site;
    this.program = program;
  }

  /// Everything a record tells of.
  ///
  /// @param sightings what passes in the clips
  /// @param finishedAt when all was taken
  public record Subject(
      String extraction,
      EvidenceRequest request,
      CaseFile relatedCase,
      String areaName,
      List<ExtractedCamera> taken,
      SightingsFile sightings,
      Instant finishedAt,
      Circumstances circumstances) {
    public Subject {
      taken = List.copyOf(taken);
    }

    Decision decision() {
      return request.findDecision().orElseThrow();
    }

    Grant grant() {
      return request.findGrant().orElseThrow();
    }
  }

  public String softwareVersion() {
    return program.version();
  }

  public String commit() {
    return program.findCommit().orElse("–");
  }

  public String write(Subject subject) {
    Map<String, Object> record =
        new Fields()
            .put("format", FORMAT)
            .put("identity", identity(subject))
            .put("request", request(subject))
            .put("decision", decision(subject))
            .put("sources", subject.taken().stream().map(RecordWriter::source).toList())
            .put(
                "time",
                subject.taken().stream()
                    .map(camera -> time(camera, subject.circumstances().clock()))
                    .toList())
            .put("acquisition", subject.taken().stream().map(this::acquisition).toList())
            .put("files", files(subject))
            .put(
                "redaction",
                new Fields()
                    .absent("redaction", "nothing was redacted: this is the master")
                    .toMap())
            .put("seal", seal(subject.circumstances().witnesses()))
            .put(
                "custody",
                new Fields()
                    .absent("handOver", "happens after sealing; see the log and later receipts")
                    .toMap())
            .put("lifeCycle", lifeCycle())
            .toMap();
    return PackageJson.write(record);
  }

  private Map<String, Object> identity(Subject subject) {
    return new Fields()
        .put("extraction", subject.extraction())
        .put("requestId", subject.request().id())
        .put("request", subject.request().code())
        .put("case", subject.relatedCase().code())
        .absent("exhibitReference", NOT_YET)
        .put("site", site.name())
        .put("demonstration", site.demonstration())
        .put("system", "An Bình")
        .put("softwareVersion", program.version())
        .put(
            "commit",
            program.findCommit().orElse(null),
            "this program was built outside of its source's repository")
        .toMap();
  }

  private Map<String, Object> request(Subject subject) {
    EvidenceRequest request = subject.request();
    Application application = request.application();
    Urgency urgency = request.urgency();
    return new Fields()
        .put("requester", person(request.requestedBy()))
        .put("requestedAt", request.requestedAt())
        .put("expiresAt", request.expiresAt())
        .put("purpose", coded("purpose", application.purpose()))
        .put("legalBasis", coded("basis", application.legalBasis()))
        .put("article", text("evidence.basis." + application.legalBasis() + ".article"))
        .put(
            "authorityDocument",
            CircumstanceFields.paper(application.paper()),
            "the requester named none")
        .put("offence", coded("offence", application.offence()))
        .put("necessity", application.necessity())
        .put("urgent", application.urgent())
        .put(
            "urgency",
            urgency == null ? null : urgency(urgency),
            "nobody said that the decision could not be waited for")
        .put("asked", grant(application.asked()))
        .put("kindsAsked", List.of("CLIP", "STILL"))
        .put("area", subject.areaName())
        .put(
            "subjectClass",
            application.subject() == null ? null : coded("subject", application.subject()),
            "the requester did not say")
        .put(
            "dataAgeDays",
            Duration.between(application.asked().from(), request.requestedAt()).toDays())
        .toMap();
  }

  /// The footage was taken before the decision, which ratified it.
  private Map<String, Object> urgency(Urgency urgency) {
    return new Fields()
        .put("reason", coded("urgent", urgency.cause().reason()))
        .put("words", urgency.cause().words())
        .put("markedBy", person(urgency.by()))
        .put("markedAt", urgency.at())
        .toMap();
  }

  private Map<String, Object> decision(Subject subject) {
    Decision decision = subject.decision();
    return new Fields()
        .put("decider", person(decision.by()))
        .put("decidedAt", decision.at())
        .put("outcome", decision.outcome())
        .put("reason", coded("reason", decision.code()))
        .put("words", decision.reason())
        .put("granted", grant(subject.grant()))
        .put("cutDown", !subject.grant().sameAs(subject.request().asked()))
        .put("anotherPersonThanRequester", !decision.by().equals(subject.request().requestedBy()))
        .put("policy", POLICY)
        .put(
            "stepUpSignIn",
            CircumstanceFields.stepUp(subject.circumstances().confirmation()),
            "the decision is older than the version that keeps it; it was enforced then as well")
        .put(
            "emergencyOverride",
            CircumstanceFields.override(
                subject.request().urgency(),
                decision,
                subject.circumstances().secured(),
                this::person),
            "nothing was taken before the decision")
        .toMap();
  }

  private static Map<String, Object> source(ExtractedCamera camera) {
    ExtractedCamera.Clip clip = camera.clip();
    String none =
        camera.given().isEmpty()
            ? "nothing was taken of this camera"
            : "what the owner gave says it: see files";
    Fields fields =
        new Fields()
            .put("cameraId", camera.cameraId())
            .put("code", camera.code())
            .put("name", camera.name())
            .put("kind", camera.owner() == null ? CameraKind.CONNECTED : CameraKind.COMMUNITY)
            .put("simulated", camera.simulated())
            .put("latitude", camera.latitude(), "the camera's place is not registered")
            .put("longitude", camera.longitude(), "the camera's place is not registered")
            .put("directionDegrees", camera.directionDegrees(), "not registered")
            .absent("makeModelFirmwareSerial", NOT_YET)
            .put("keepDays", camera.keepDays())
            .absent("signedByCamera", NOT_YET);
    fields.put("codec", clip == null ? null : clip.codec(), none);
    fields.put("codecs", clip == null ? null : clip.codecs(), none);
    fields.put("width", clip == null ? null : clip.width(), none);
    return fields.put("height", clip == null ? null : clip.height(), none).toMap();
  }

  private static Map<String, Object> time(ExtractedCamera camera, @Nullable KernelClock machine) {
    if (camera.owner() != null) {
      return new Fields()
          .put("code", camera.code())
          .put("clock", "the owner's recorder, as the owner stated it")
          .put("recorderClock", clock(camera.owner()), "the owner did not state it")
          .absent("coverage", "the files say what they cover; this system did not look")
          .put("requestedMillis", camera.coverage().requestedMillis())
          .toMap();
    }
    ExtractedCamera.Clip clip = camera.clip();
    String none = "nothing was taken of this camera";
    return new Fields()
        .put("code", camera.code())
        .put("clock", "the recorder's, UTC; each segment's evidence follows")
        .put("firstFrame", clip == null ? null : clip.firstFrameAt(), none)
        .put("lastFrame", clip == null ? null : clip.lastFrameAt(), none)
        .put("segments", clip == null ? null : clock(clip), none)
        .put("requestedMillis", camera.coverage().requestedMillis())
        .put("coveredMillis", camera.coverage().coveredMillis())
        .put("gaps", camera.coverage().gaps())
        .put(
            "recorderClockAgainstReference",
            CircumstanceFields.reference(machine),
            "the machine's kernel does not say")
        .toMap();
  }

  private static List<Map<String, Object>> clock(ExtractedCamera.Clip clip) {
    List<Map<String, Object>> lines = new ArrayList<>();
    for (ExtractedCamera.Source source : clip.sources()) {
      lines.add(
          new Fields()
              .put("segmentId", source.segmentId())
              .put("carriedOnByCameraClock", source.clock().follows())
              .put("startErrorMillis", source.clock().startErrorMillis())
              .put("stretchMillis", source.clock().stretchMillis())
              .put("timesFrom", source.clock().source())
              .put(
                  "uncertaintyMillis",
                  source.clock().uncertaintyMillis(),
                  "the recorder was stopped before it could measure it")
              .put("cameraTimestampRate", source.clock().cameraRate())
              .put("cameraClock", source.clock().camera(), "the camera does not state its clock")
              .toMap());
    }
    return lines;
  }

  private Map<String, Object> acquisition(ExtractedCamera camera) {
    ExtractedCamera.Clip clip = camera.clip();
    Fields fields = new Fields().put("code", camera.code()).put("notes", camera.notes());
    ExtractedCamera.OwnersAnswer owner = camera.owner();
    if (owner != null) {
      return fields.put("owner", owner(owner)).toMap();
    }
    if (clip == null) {
      return fields.absent("clip", "nothing of the granted time is recorded").toMap();
    }
    return fields
        .put("by", "the server by itself, on the decision above")
        .put("startedAt", clip.startedAt())
        .put("endedAt", clip.finishedAt())
        .put("method", "pictures copied byte for byte into a plain MP4; stills decoded to JPEG")
        .put("tool", "An Bình " + program.version())
        .put("transcoded", false)
        .put("cut", "exact, by an edit list")
        .put("hiddenPrerollMillis", clip.hiddenPrerollMillis())
        .put("hiddenFrames", clip.hiddenFrames())
        .put("damagedFrames", clip.damagedFrames())
        .put("damaged", clip.damaged())
        .put(
            "readBack",
            "the clip was read back: its SHA-256, its pictures and the SHA-256 of their bytes are"
                + " those of the recording")
        .toMap();
  }

  private Map<String, Object> owner(ExtractedCamera.OwnersAnswer owner) {
    return new Fields()
        .put("answer", coded("ask", owner.state()))
        .put("askedAt", owner.askedAt())
        .put("openUntil", owner.openUntil())
        .put("endedAt", owner.endedAt(), "the owner was still asked")
        .put("reason", owner.reason(), "the owner wrote none")
        .put("method", "the owner's original files, received over HTTPS and kept byte for byte")
        .put("transcoded", false)
        .put(
            "readBack",
            "each file was read back: its SHA-256 and SHA-512 are those of what was received")
        .put("malwareCheck", malwareCheck(owner))
        .toMap();
  }

  /// What is larger than the checker takes was not checked.
  private static String malwareCheck(ExtractedCamera.OwnersAnswer owner) {
    long checked =
        owner.files().stream()
            .map(ExtractedCamera.Given::malware)
            .filter(
                judgement -> judgement != null && judgement.result() != Judgement.Result.TOO_LARGE)
            .count();
    if (checked == 0) {
      return "not checked";
    }
    return checked == owner.files().size()
        ? "each file, before it was accepted"
        : "some of the files, before they were accepted: see files";
  }

  private static @Nullable Map<String, Object> clock(ExtractedCamera.OwnersAnswer owner) {
    OwnerRequest.RecorderClock clock = owner.clock();
    return clock == null
        ? null
        : new Fields()
            .put("shown", clock.shown())
            .put("trueTime", clock.at())
            .put("offsetMillis", clock.offset().toMillis())
            .put("method", "read by the owner beside a telephone's clock, unchecked")
            .toMap();
  }

  private static Map<String, Object> given(ExtractedCamera.Given given) {
    String none = "this system could not read it, or it is a picture";
    VideoFacts facts = given.facts();
    return new Fields()
        .put("path", given.file())
        .put("role", given.kind() == UploadKind.VIDEO ? "MASTER" : "CLOCK_PICTURE")
        .put("originalName", given.originalName())
        .put("mediaType", given.container().mediaType())
        .put("container", given.container())
        .put("bytes", given.bytes())
        .put("sha256", given.sha256())
        .put("sha512", given.sha512())
        .put("uploadedAt", given.uploadedAt())
        .put("statedByTheFile", facts, none)
        .put("malwareCheck", malware(given), "no malware check is set up")
        .toMap();
  }

  private Map<String, Object> player(ExtractedCamera.Given given, ExtractedCamera.Player player) {
    PlayerCopy.Made made = player.made();
    return new Fields()
        .put("path", player.file())
        .put("role", "PLAYER")
        .put("what", "player copy, not the original; the master stands beside it")
        .put("mediaType", "video/mp4")
        .put("bytes", made.bytes())
        .put("sha256", made.sha256())
        .put("sha512", made.sha512())
        .put("derivedFrom", given.file())
        .put("derivedFromSha256", given.sha256())
        .put("transcoded", made.pictures() == PlayerCopy.Pictures.ENCODED)
        .put(
            "pictures",
            made.pictures() == PlayerCopy.Pictures.COPIED
                ? "same pictures, other container"
                : "coded anew, so that every browser plays them")
        .put("sound", made.sound())
        .put("tool", made.tool() + ", An Bình " + program.version())
        .put("command", made.command())
        .put("madeAt", made.at())
        .toMap();
  }

  private static @Nullable Map<String, Object> malware(ExtractedCamera.Given given) {
    Judgement judgement = given.malware();
    return judgement == null
        ? null
        : new Fields().put("result", judgement.result()).put("by", judgement.by()).toMap();
  }

  private List<Map<String, Object>> files(Subject subject) {
    List<Map<String, Object>> files = new ArrayList<>();
    for (ExtractedCamera camera : subject.taken()) {
      ExtractedCamera.Clip clip = camera.clip();
      if (clip != null) {
        files.add(
            new Fields()
                .put("path", clip.file())
                .put("role", "MASTER")
                .put("mediaType", "video/mp4")
                .put("bytes", clip.bytes())
                .put("sha256", clip.sha256())
                .put("payloadSha256", clip.payloadSha256())
                .put("payloadBytes", clip.payloadBytes())
                .put("frames", clip.frames())
                .put("durationMillis", clip.durationMillis())
                .put("segments", "segments.json")
                .toMap());
      }
      for (ExtractedCamera.Given given : camera.given()) {
        files.add(given(given));
        if (given.player() != null) {
          files.add(player(given, given.player()));
        }
      }
      for (ExtractedCamera.StillFile still : camera.stills()) {
        files.add(
            new Fields()
                .put("path", still.file())
                .put("role", "STILL_" + still.role())
                .put("mediaType", "image/jpeg")
                .put("bytes", still.bytes())
                .put("sha256", still.sha256())
                .put("frameAt", still.frameAt())
                .put("derivedFrom", clip == null ? "" : clip.file())
                .toMap());
      }
    }
    return files;
  }

  private static Map<String, Object> seal(Circumstances.@Nullable Asked witnesses) {
    return new Fields()
        .put("where", "the folder seal/ beside the bag, written after this record")
        .absent(
            "timestampAuthority",
            "asked after this record; seal/seal.tsr, or absent while no authority has answered")
        .put(
            "witnesses",
            CircumstanceFields.witnesses(witnesses),
            "nobody is asked to witness this office's log")
        .put(
            "certificate",
            "certificate.pem, for seal/seal.p7s and the PDFs; the log has its own key, seal/vkey")
        .toMap();
  }

  private static Map<String, Object> lifeCycle() {
    return new Fields()
        .absent("retentionCategory", NOT_YET)
        .absent("deleteAfter", NOT_YET)
        .put("hold", "the footage is held in the recording until the package is handed over")
        .absent("disclosureList", NOT_YET)
        .toMap();
  }

  private Map<String, Object> person(UUID id) {
    Person person = people.find(id).orElse(null);
    return new Fields()
        .put("id", id)
        .put("name", person == null ? null : person.displayName(), "no longer registered")
        .put("pseudonymInLog", person == null ? null : person.pseudonym(), "no longer registered")
        .absent("badge", NOT_YET)
        .toMap();
  }

  private Map<String, Object> grant(Grant grant) {
    return new Fields()
        .put("from", grant.from())
        .put("to", grant.to())
        .put("zone", site.zone().getId())
        .put("cameras", grant.cameraIds())
        .toMap();
  }

  private Map<String, Object> coded(String kind, Enum<?> value) {
    return new Fields()
        .put("code", value.name())
        .put("text", text("evidence." + kind + "." + value.name()))
        .toMap();
  }

  private Map<String, String> text(String key) {
    Map<String, String> texts = new LinkedHashMap<>();
    Messages.LANGUAGES.forEach(
        language -> texts.put(language.getLanguage(), messages.find(key, language).orElse(key)));
    return texts;
  }
}
