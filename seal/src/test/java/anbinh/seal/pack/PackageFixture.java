package anbinh.seal.pack;

import anbinh.seal.bag.PayloadFile;
import anbinh.seal.json.Json;
import anbinh.seal.log.EventName;
import anbinh.seal.log.EventRecord;
import anbinh.seal.log.TileLog;
import anbinh.seal.log.TlogProof;
import anbinh.seal.note.CosigningKey;
import anbinh.seal.note.Note;
import anbinh.seal.note.SignedCheckpoint;
import anbinh.seal.note.SigningKey;
import anbinh.seal.tree.Hash;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/// Makes packages as the server does, with a log of its own.
public final class PackageFixture implements AutoCloseable {
  public static final String EXTRACTION = "EXT-2026-000123";
  public static final String CLIP = "clips/CAM-0412.mp4";
  public static final String STILL = "stills/Ảnh ngã tư 1.png";
  public static final Instant SEALED_AT = Instant.parse("2026-11-24T03:02:11Z");
  private static final Instant HANDED_OVER_AT = Instant.parse("2026-11-25T08:00:00Z");

  private static final String CAMERA = "6d1f2f0e-5c1b-4c55-9d0c-0a4a2f6b7c11";
  private static final String FROM = "2026-11-23T02:00:00.000Z";
  private static final String TO = "2026-11-23T02:00:40.000Z";

  /// Where the log has the segment of the recording.
  private static final long SEGMENT = 300;

  /// What was recorded of the granted time, and what was not.
  private static final String COVERAGE =
      """
      {
        "format" : "anbinh.coverage/1",
        "from" : "%1$s",
        "to" : "%2$s",
        "cameras" : [ {
          "cameraId" : "%3$s",
          "code" : "CAM-0412",
          "recorded" : [ { "from" : "%1$s", "to" : "2026-11-23T02:00:30.000Z" } ],
          "gaps" : [ {
            "from" : "2026-11-23T02:00:30.000Z",
            "to" : "%2$s",
            "cause" : "UNREACHABLE",
            "detail" : ""
          } ],
          "coveredMillis" : 30000,
          "requestedMillis" : 40000
        } ]
      }
      """
          .formatted(FROM, TO, CAMERA);

  private static final Function<Seal, Map<String, byte[]>> POLICY =
      _ -> Map.of("policy", "rules-12\n".getBytes(StandardCharsets.UTF_8));
  private static final Seal.Enclosed NOTHING = new Seal.Enclosed(List.of(), false);
  private static final Hash SALT = Hash.sha256(new byte[] {8});
  private static final Hash NONCE = Hash.sha256(new byte[] {7});

  public final SigningKey key = SigningKey.generate("anbinh.example/thanh-hoa");
  public final TileLog log;
  private final EventRecord segment;

  /// Who cosigns the head that the next package's seal is proved under.
  public final List<CosigningKey> witnesses = new ArrayList<>();

  public PackageFixture(Path folder) {
    log = TileLog.open(folder.resolve("log"), key);
    List<byte[]> leaves = new ArrayList<>();
    for (int i = 0; i < SEGMENT; i++) {
      leaves.add(
          EventRecord.of("footage.view", SEALED_AT.minusSeconds(1000 - i))
              .withActor("p-" + i)
              .leaf()
              .canonical());
    }
    segment =
        EventRecord.segmentClosed(
            SEALED_AT.minusSeconds(86_400), "seg-0412-1", 1, Hash.sha256(ClipFixture.clip()), null);
    leaves.add(segment.leaf().canonical());
    log.appendAll(leaves);
  }

  public List<PayloadFile> payload() {
    return payload(contents());
  }

  private static List<PayloadFile> payload(Map<String, byte[]> contents) {
    return contents.entrySet().stream()
        .map(file -> PayloadFile.of(file.getKey(), file.getValue()))
        .toList();
  }

  /// The files of a payload, whose documents agree with one another.
  public Map<String, byte[]> contents() {
    byte[] clip = ClipFixture.clip();
    byte[] still = utf8("png");
    Map<String, byte[]> contents = new LinkedHashMap<>();
    contents.put(STILL, still);
    contents.put(CLIP, clip);
    contents.put("record.json", utf8(record(clip, still)));
    contents.put("coverage.json", utf8(COVERAGE));
    contents.put("segments.json", utf8(segments(clip)));
    contents.put("empty.txt", new byte[0]);
    contents.put("تقرير.txt", utf8("تقرير\n"));
    return contents;
  }

  private static String record(byte[] clip, byte[] still) {
    return """
    {
      "format" : "anbinh.record/1",
      "identity" : { "extraction" : "%s", "requestId" : "REQ-0193" },
      "request" : { },
      "sources" : [ ],
      "time" : [ ],
      "redaction" : { },
      "seal" : { },
      "custody" : { },
      "lifeCycle" : { },
      "decision" : { "granted" : { "from" : "%s", "to" : "%s", "cameras" : [ "%s" ] } },
      "acquisition" : [ { "code" : "CAM-0412", "hiddenFrames" : %d } ],
      "files" : [ {
        "path" : "%s",
        "bytes" : %d,
        "sha256" : "%s",
        "payloadSha256" : "%s",
        "payloadBytes" : %d,
        "frames" : %d
      }, {
        "path" : "%s",
        "bytes" : %d,
        "sha256" : "%s",
        "frameAt" : "%2$s"
      } ]
    }
    """
        .formatted(
            EXTRACTION,
            FROM,
            TO,
            CAMERA,
            ClipFixture.HIDDEN,
            CLIP,
            clip.length,
            Hash.sha256(clip).hex(),
            ClipFixture.payloadSha256(clip),
            ClipFixture.payload(clip).length,
            ClipFixture.PICTURES - ClipFixture.HIDDEN,
            STILL,
            still.length,
            Hash.sha256(still).hex());
  }

  private String segments(byte[] clip) {
    return """
    {
      "format" : "anbinh.segments/1",
      "logKey" : "%s",
      "explanation" : "",
      "clips" : [ {
        "cameraId" : "%s",
        "code" : "CAM-0412",
        "clip" : "%s",
        "payloadSha256" : "%s",
        "segments" : [ {
          "segmentId" : "seg-0412-1",
          "from" : "%s",
          "to" : "2026-11-23T02:00:30.000Z",
          "sha256" : "%s",
          "previousSha256" : null,
          "logIndex" : %d
        } ]
      } ]
    }
    """
        .formatted(
            key.verifierKey().write(),
            CAMERA,
            CLIP,
            ClipFixture.payloadSha256(clip),
            FROM,
            segment.facts().get("sha256") instanceof Json.Str(String sha256) ? sha256 : "",
            SEGMENT);
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  public static Map<String, String> labels() {
    return Map.of("Source-Organization", "Công an xã Thử Nghiệm");
  }

  /// A seal that rests on nothing that a log has.
  public static Seal seal(Seal.Contents contents, List<Long> segments) {
    return seal(
        contents, Seal.Act.of(requested(), 3), Seal.Act.of(decided(), 4), segments, NOTHING);
  }

  /// A seal of a package that encloses nothing else.
  public static Seal seal(Seal.Contents contents, Seal.Act requested, Seal.Act decided) {
    return seal(contents, requested, decided, List.of(), NOTHING);
  }

  private static Seal seal(
      Seal.Contents contents,
      Seal.Act requested,
      Seal.Act decided,
      List<Long> segments,
      Seal.Enclosed enclosed) {
    return new Seal(
        SEALED_AT,
        EXTRACTION,
        "REQ-0193",
        null,
        Hash.sha256("case".getBytes(StandardCharsets.UTF_8)),
        requested,
        decided,
        "rules-12",
        contents,
        segments,
        null,
        enclosed,
        SALT);
  }

  /// Somebody asks.
  public static EventRecord requested() {
    return EventRecord.of(EventName.EXTRACTION_REQUESTED, SEALED_AT.minusSeconds(7200))
        .withActor("p-7f3a")
        .withObject("REQ-0193");
  }

  /// Another person approves.
  public static EventRecord decided() {
    return EventRecord.of(EventName.EXTRACTION_DECIDED, SEALED_AT.minusSeconds(3600))
        .withActor("p-91bc")
        .withObject("REQ-0193")
        .withFacts(
            Map.of(
                "outcome",
                Json.of("APPROVE"),
                "from",
                Json.of(FROM),
                "to",
                Json.of(TO),
                "cameras",
                new Json.Arr(List.of(Json.of(CAMERA)))))
        .withOpen(LocalDate.of(2026, 11, 24), Set.of("outcome"));
  }

  /// Appends an event to the log and proves it.
  public EventProof logged(EventRecord record) {
    return new EventProof(record, log.prove(log.append(record.leaf().canonical())));
  }

  /// A receipt of somebody outside who signed on paper.
  public static Receipt paper(int number, Seal seal) {
    return new Receipt(
        number,
        seal.extraction(),
        seal.request(),
        Hash.sha256(seal.canonical()),
        seal.contents().tagManifestSha512(),
        HANDED_OVER_AT,
        HANDED_OVER_AT.plusSeconds(60),
        new Receipt.From("p-7f3a", "Lê Văn Bình", "Công an xã Thử Nghiệm"),
        new Receipt.To(null, "Phạm Thị Hòa", "Viện kiểm sát khu vực 3", "Kiểm sát viên"),
        Receipt.Identity.SERVICE_CARD,
        Receipt.Medium.USB_DRIVE,
        Hash.sha256("scan".getBytes(StandardCharsets.UTF_8)),
        NONCE);
  }

  /// A receipt of somebody with an account who signed in.
  public static Receipt account(int number, Seal seal) {
    Receipt paper = paper(number, seal);
    return new Receipt(
        number,
        paper.extraction(),
        paper.request(),
        paper.seal(),
        paper.tagManifestSha512(),
        HANDED_OVER_AT,
        HANDED_OVER_AT.plusSeconds(90),
        paper.from(),
        new Receipt.To("p-44d1", "Đỗ Thị Mai", "Công an xã Thử Nghiệm", ""),
        Receipt.Identity.ACCOUNT,
        Receipt.Medium.DOWNLOAD,
        null,
        NONCE);
  }

  public Path zip(Path file) {
    try (PackageWriter writer = PackageWriter.zip(file, EXTRACTION, key.verifierKey())) {
      write(writer, payload());
      return file;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// A package with more in its payload, and with attachments made for its seal.
  public Path zip(
      Path file, Map<String, byte[]> more, Function<Seal, Map<String, byte[]>> attachments) {
    Map<String, byte[]> contents = contents();
    contents.putAll(more);
    try (PackageWriter writer = PackageWriter.zip(file, EXTRACTION, key.verifierKey())) {
      write(writer, payload(contents), attachments);
      return file;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// A package, sealed as any other, with this payload.
  public Path zip(Path file, Map<String, byte[]> contents) {
    try (PackageWriter writer = PackageWriter.zip(file, EXTRACTION, key.verifierKey())) {
      write(writer, payload(contents));
      return file;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// A package that rests on these two events.
  public Path zip(Path file, EventRecord requested, EventRecord decided) {
    try (PackageWriter writer = PackageWriter.zip(file, EXTRACTION, key.verifierKey())) {
      write(writer, payload(), logged(requested), logged(decided), POLICY);
      return file;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public Path folder(Path folder) {
    try (PackageWriter writer = PackageWriter.folder(folder, EXTRACTION, key.verifierKey())) {
      write(writer, payload());
      return folder;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public void write(PackageWriter writer, List<PayloadFile> payload) throws IOException {
    write(writer, payload, POLICY);
  }

  private void write(
      PackageWriter writer,
      List<PayloadFile> payload,
      Function<Seal, Map<String, byte[]>> attachments)
      throws IOException {
    write(writer, payload, logged(requested()), logged(decided()), attachments);
  }

  private void write(
      PackageWriter writer,
      List<PayloadFile> payload,
      EventProof requested,
      EventProof decided,
      Function<Seal, Map<String, byte[]>> attachments)
      throws IOException {
    PackageWriter.Packed packed = writer.writeBag(payload, labels());
    EventProof recorded = new EventProof(segment, log.prove(SEGMENT));
    List<Long> segments = List.of(SEGMENT);
    Seal draft = seal(packed.contents(), requested.act(), decided.act(), segments, NOTHING);
    Set<String> names = attachments.apply(draft).keySet();
    Seal seal =
        seal(
            packed.contents(),
            requested.act(),
            decided.act(),
            segments,
            new Seal.Enclosed(
                names.stream().filter(PackageLayout::isNamedBySeal).toList(),
                names.contains(PackageLayout.TIME_STAMP)));
    TlogProof proof = cosigned(log.prove(log.append(seal.leaf().canonical())));
    writer.finish(
        seal,
        new PackageWriter.Proved(proof, requested, decided, List.of(recorded)),
        attachments.apply(seal));
  }

  private TlogProof cosigned(TlogProof proof) {
    Note note = proof.checkpoint().note();
    for (CosigningKey witness : witnesses) {
      note = note.with(witness.cosign(note.text(), SEALED_AT));
    }
    return new TlogProof(
        proof.index(), proof.hashes(), new SignedCheckpoint(proof.checkpoint().checkpoint(), note));
  }

  @Override
  public void close() {
    log.close();
  }
}
