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
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;

/// Makes packages as the server does, with a log of its own.
public final class PackageFixture implements AutoCloseable {
  public static final String EXTRACTION = "EXT-2026-000123";
  public static final Instant SEALED_AT = Instant.parse("2026-11-24T03:02:11Z");
  private static final Instant HANDED_OVER_AT = Instant.parse("2026-11-25T08:00:00Z");

  /// What was recorded of the clip's span, and what was not.
  private static final String COVERAGE =
      """
      {
        "format" : "anbinh.coverage/1",
        "cameras" : [ {
          "code" : "CAM-0412",
          "recorded" : [ { "from" : "2026-11-23T02:00:00Z", "to" : "2026-11-23T02:00:30Z" } ],
          "gaps" : [ {
            "from" : "2026-11-23T02:00:30Z",
            "to" : "2026-11-23T02:00:40Z",
            "cause" : "UNREACHABLE"
          } ]
        } ]
      }
      """;

  private static final Function<Seal, Map<String, byte[]>> POLICY =
      _ -> Map.of("policy", "rules-12\n".getBytes(StandardCharsets.UTF_8));
  private static final Seal.Enclosed NOTHING = new Seal.Enclosed(List.of(), false);
  private static final Hash SALT = Hash.sha256(new byte[] {8});
  private static final Hash NONCE = Hash.sha256(new byte[] {7});

  public final SigningKey key = SigningKey.generate("anbinh.example/thanh-hoa");
  public final TileLog log;

  /// Who cosigns the head that the next package's seal is proved under.
  public final List<CosigningKey> witnesses = new ArrayList<>();

  public PackageFixture(Path folder) {
    log = TileLog.open(folder.resolve("log"), key);
    List<byte[]> leaves = new ArrayList<>();
    for (int i = 0; i < 300; i++) {
      leaves.add(
          EventRecord.of("footage.view", SEALED_AT.minusSeconds(1000 - i))
              .withActor("p-" + i)
              .leaf()
              .canonical());
    }
    log.appendAll(leaves);
  }

  public static List<PayloadFile> payload() {
    Random random = new Random(20261124);
    byte[] clip = new byte[70_000];
    random.nextBytes(clip);
    return List.of(
        PayloadFile.of("stills/Ảnh ngã tư 1.png", "png".getBytes(StandardCharsets.UTF_8)),
        PayloadFile.of("clips/CAM-0412.mp4", clip),
        PayloadFile.of("record.json", "{}\n".getBytes(StandardCharsets.UTF_8)),
        PayloadFile.of("coverage.json", COVERAGE.getBytes(StandardCharsets.UTF_8)),
        PayloadFile.of("empty.txt", new byte[0]),
        PayloadFile.of("تقرير.txt", "تقرير\n".getBytes(StandardCharsets.UTF_8)));
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
        .withFacts(Map.of("outcome", Json.of("APPROVE")))
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
    List<PayloadFile> payload = new ArrayList<>(payload());
    more.forEach((name, content) -> payload.add(PayloadFile.of(name, content)));
    try (PackageWriter writer = PackageWriter.zip(file, EXTRACTION, key.verifierKey())) {
      write(writer, payload, attachments);
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
    EventProof segment =
        logged(
            EventRecord.segmentClosed(
                SEALED_AT.minusSeconds(86_400),
                "seg-0412-1",
                1,
                Hash.parseHex(
                    packed.payload().values().iterator().next().sha256(), "the digest of a file"),
                null));
    List<Long> segments = List.of(segment.proof().index());
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
        new PackageWriter.Proved(proof, requested, decided, List.of(segment)),
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
