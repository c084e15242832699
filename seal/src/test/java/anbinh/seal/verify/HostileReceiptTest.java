package anbinh.seal.verify;

import static org.assertj.core.api.Assertions.assertThat;

import anbinh.seal.Openssl;
import anbinh.seal.json.Json;
import anbinh.seal.log.EventName;
import anbinh.seal.log.EventRecord;
import anbinh.seal.log.TlogProof;
import anbinh.seal.pack.EventProof;
import anbinh.seal.pack.PackageAddition;
import anbinh.seal.pack.PackageFixture;
import anbinh.seal.pack.Receipt;
import anbinh.seal.pack.Seal;
import anbinh.seal.tree.Hash;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// A package that was handed over twice, with receipts that were changed, exchanged, made up or
/// taken away.
class HostileReceiptTest extends HostileSet {
  private static final byte[] SCAN = utf8("scan");
  private static final List<String> FILES =
      List.of(".json", ".p7s", ".event.json", ".event.json.tlog-proof");

  private static Openssl openssl;
  private static Seal sealed;
  private static Path untouched;
  private static EventProof early;

  @BeforeAll
  static void handTheGoodOneOver() throws IOException {
    openssl = new Openssl(folder.resolve("openssl"));
    byte[] office = openssl.certificate("office", "rsa:2048", "emailProtection");
    openssl.certificate("forger", "rsa:2048", "emailProtection");
    early =
        fixture.logged(
            EventRecord.of(EventName.EXTRACTION_RECEIVED, PackageFixture.SEALED_AT)
                .withActor("p-44d1"));
    untouched =
        fixture.zip(
            folder.resolve("not-handed-over.zip"),
            Map.of("certificate.pem", office),
            _ -> Map.of());
    sealed = Seal.parse(RawZip.of(untouched).get("seal.json").content);
    Path once = folder.resolve("once.zip");
    PackageAddition.write(untouched, once, files(PackageFixture.paper(1, sealed)));
    good = folder.resolve("twice.zip");
    PackageAddition.write(once, good, files(PackageFixture.account(2, sealed)));
  }

  private static Map<String, byte[]> files(Receipt receipt) {
    Map<String, byte[]> files = new HashMap<>();
    String name = "receipt-" + receipt.number();
    put(
        files,
        name,
        receipt.canonical(),
        event(receipt.canonical(), receipt.confirmedBy()),
        fixture);
    if (receipt.scanSha256() != null) {
      files.put(name + ".scan.png", SCAN);
    }
    return files;
  }

  /// A receipt as the server places it, whatever it says.
  private static void put(
      Map<String, byte[]> files,
      String name,
      byte[] receipt,
      EventRecord event,
      PackageFixture logged) {
    TlogProof proof = logged.log.prove(logged.log.append(event.leaf().canonical()));
    files.put(name + ".json", receipt);
    files.put(name + ".p7s", openssl.sign("office", receipt));
    files.put(name + ".event.json", event.canonical());
    files.put(name + ".event.json.tlog-proof", utf8(proof.write()));
  }

  private static EventRecord event(byte[] receipt, String actor) {
    return EventRecord.of(
            EventName.EXTRACTION_RECEIVED, PackageFixture.SEALED_AT.plusSeconds(90_000))
        .withActor(actor)
        .withObject(sealed.request())
        .withFacts(Map.of("receipt", Json.of(Hash.sha256(receipt).hex())));
  }

  /// Puts other files in the place of the second receipt's.
  private static void second(RawZip zip, byte[] receipt, EventRecord event, PackageFixture logged) {
    Map<String, byte[]> files = new HashMap<>();
    put(files, "receipt-2", receipt, event, logged);
    files.forEach((name, content) -> zip.get("/" + name).replace(content));
  }

  @Test
  void saysWhomItWasHandedOverTo() throws Exception {
    Verdict verdict = verify(good);
    assertThat(verdict).as("%s", verdict.findings()).isInstanceOf(Verdict.Intact.class);
    assertThat(verdict.facts().handOvers())
        .extracting(handOver -> handOver.receipt().to().name())
        .containsExactly("Phạm Thị Hòa", "Đỗ Thị Mai");
    assertThat(verdict.facts().attachments()).isEmpty();
    assertThat(new VerdictText(Locale.ENGLISH, ZoneId.of("UTC")).write(verdict))
        .contains(
            "Handed over to: Phạm Thị Hòa (Kiểm sát viên, Viện kiểm sát khu vực 3), who signed for"
                + " it on paper on 25/11/2026 08:01:00")
        .contains("Handed over to: Đỗ Thị Mai (Công an xã Thử Nghiệm), who confirmed on")
        .contains("by signing in with an account of their own");
    for (String language : List.of("vi", "ar")) {
      assertThat(new VerdictText(Locale.of(language), ZoneId.of("UTC")).write(verdict))
          .contains("Phạm Thị Hòa", "Đỗ Thị Mai");
    }
    assertThat(new String(VerdictJson.write(verdict).canonical(), StandardCharsets.UTF_8))
        .contains("\"identity\":\"service-card\"")
        .contains("\"to\":\"Đỗ Thị Mai\"");
  }

  @Test
  void saysSoWhenItWasHandedOverToNobody() throws Exception {
    Verdict verdict = verify(untouched);
    assertThat(verdict).isInstanceOf(Verdict.Intact.class);
    assertThat(new VerdictText(Locale.ENGLISH, ZoneId.of("UTC")).write(verdict))
        .contains("Handed over to: nobody, as far as this file says");
  }

  @Override
  boolean isForTheSecondVerifier() {
    return true;
  }

  @Override
  void add() {
    altered(
        "another receiver",
        Reason.RECEIPT_CHANGED,
        "receipt-1.json",
        zip -> edit(zip, "receipt-1.json", text -> text.replace("Hòa", "Hoa")));
    altered(
        "a receipt that is none any more",
        Reason.RECEIPT_CHANGED,
        "receipt-1.json",
        zip -> zip.get("receipt-1.json").replace(utf8("{}")));
    altered(
        "another receiver, signed anew with the office's certificate",
        Reason.RECEIPT_CHANGED,
        "receipt-1.json",
        zip -> {
          edit(zip, "receipt-1.json", text -> text.replace("Hòa", "Hoa"));
          zip.get("receipt-1.p7s")
              .replace(openssl.sign("office", zip.get("receipt-1.json").content));
        });
    altered(
        "another receiver, with an entry to match that the log does not have",
        Reason.RECEIPT_PROOF_FAILS,
        "receipt-1.event.json",
        zip -> {
          edit(zip, "receipt-1.json", text -> text.replace("Hòa", "Hoa"));
          zip.get("receipt-1.event.json")
              .replace(event(zip.get("receipt-1.json").content, "p-7f3a").canonical());
        });
    altered(
        "receipts in each other's place",
        Reason.RECEIPT_OF_ANOTHER,
        "receipt-1.json",
        zip -> {
          for (String file : FILES) {
            byte[] first = zip.get("receipt-1" + file).content;
            zip.get("receipt-1" + file).replace(zip.get("receipt-2" + file).content);
            zip.get("receipt-2" + file).replace(first);
          }
          zip.get("receipt-1.scan.png").rename(ROOT + "seal/receipt-2.scan.png");
        });
    altered(
        "a receipt twice",
        Reason.RECEIPT_OF_ANOTHER,
        "receipt-3.json",
        zip -> {
          for (String file : FILES) {
            zip.entries.add(
                new RawZip.Entry(
                    ROOT + "seal/receipt-3" + file, zip.get("receipt-2" + file).content));
          }
        });
    altered(
        "the receipt of another package",
        Reason.RECEIPT_OF_ANOTHER,
        "receipt-2.json",
        zip -> {
          Seal other =
              PackageFixture.seal(
                  new Seal.Contents("ab".repeat(64), "1234.5", "cd".repeat(32)), List.of());
          byte[] receipt = PackageFixture.account(2, other).canonical();
          second(zip, receipt, event(receipt, "p-44d1"), fixture);
        });
    altered(
        "a receipt that somebody else confirmed",
        Reason.RECEIPT_OF_ANOTHER,
        "receipt-2.event.json",
        zip -> {
          byte[] receipt = PackageFixture.account(2, sealed).canonical();
          second(zip, receipt, event(receipt, "p-7f3a"), fixture);
        });
    altered(
        "a receipt in the log for another request",
        Reason.RECEIPT_OF_ANOTHER,
        "receipt-2.event.json",
        zip -> {
          byte[] receipt = PackageFixture.account(2, sealed).canonical();
          second(zip, receipt, event(receipt, "p-44d1").withObject("REQ-0194"), fixture);
        });
    altered(
        "an entry of another kind",
        Reason.RECEIPT_PROOF_FAILS,
        "another type",
        zip -> {
          byte[] receipt = PackageFixture.account(2, sealed).canonical();
          EventRecord view =
              EventRecord.of("footage.view", PackageFixture.SEALED_AT)
                  .withFacts(event(receipt, "p-44d1").facts());
          second(zip, receipt, view, fixture);
        });
    altered(
        "an entry from before the seal",
        Reason.RECEIPT_PROOF_FAILS,
        "older than the seal",
        zip -> replaceEvent(zip, "receipt-2.event.json", early));
    altered(
        "a receipt in another log",
        Reason.RECEIPT_PROOF_FAILS,
        "not signed by the key of the seal",
        zip -> {
          try (PackageFixture other = new PackageFixture(folder.resolve("foreign"))) {
            for (int i = 0; i < 10; i++) {
              other.logged(EventRecord.of("footage.view", PackageFixture.SEALED_AT));
            }
            byte[] receipt = PackageFixture.account(2, sealed).canonical();
            second(zip, receipt, event(receipt, "p-44d1"), other);
          }
        });
    altered(
        "the signature of the other receipt",
        Reason.ATTACHMENT_OF_ANOTHER,
        "receipt-1.p7s",
        zip -> zip.get("receipt-1.p7s").replace(zip.get("receipt-2.p7s").content));
    altered(
        "a receipt signed by somebody else",
        Reason.ATTACHMENT_SIGNER_DIFFERS,
        "receipt-1.p7s",
        zip ->
            zip.get("receipt-1.p7s")
                .replace(openssl.sign("forger", zip.get("receipt-1.json").content)));
    altered(
        "another signed paper",
        Reason.FILE_CHANGED,
        "receipt-1.scan.png",
        zip -> zip.get("receipt-1.scan.png").replace(utf8("another")));
    altered(
        "a second signed paper",
        Reason.FILE_ADDED,
        "receipt-1.scan",
        zip -> zip.entries.add(new RawZip.Entry(ROOT + "seal/receipt-1.scan.pdf", SCAN)));
    altered(
        "a signed paper where none was",
        Reason.FILE_ADDED,
        "receipt-2.scan.jpg",
        zip -> zip.entries.add(new RawZip.Entry(ROOT + "seal/receipt-2.scan.jpg", SCAN)));
    malformed(
        "a receipt that is logged and no receipt",
        Reason.BAD_FORMAT,
        "receipt-2.json",
        zip -> second(zip, utf8("{}"), event(utf8("{}"), "p-44d1"), fixture));
    malformed(
        "a proof that is none",
        Reason.BAD_FORMAT,
        "receipt-2.event.json.tlog-proof",
        zip -> zip.get("receipt-2.event.json.tlog-proof").replace(utf8("index 1\n")));
    malformed(
        "a receipt with a number beyond the last",
        Reason.UNEXPECTED_FILE,
        "receipt-100.json",
        zip -> zip.entries.add(new RawZip.Entry(ROOT + "seal/receipt-100.json", SCAN)));
    malformed(
        "a program as a receipt",
        Reason.UNEXPECTED_FILE,
        "receipt-1.exe",
        zip -> zip.entries.add(new RawZip.Entry(ROOT + "seal/receipt-1.exe", SCAN)));
    for (String file : FILES) {
      incomplete(
          "a receipt without " + file, "receipt-2" + file, zip -> remove(zip, "receipt-2" + file));
    }
    incomplete(
        "a receipt without its signed paper",
        "receipt-1.scan",
        zip -> remove(zip, "receipt-1.scan.png"));
    incomplete(
        "the second receipt without the first",
        "receipt-1.json",
        zip -> zip.entries.removeIf(entry -> entry.name().contains("/receipt-1.")));
  }

  @Test
  void leavesEveryByteOfTheSealedBagAsItWas() throws Exception {
    RawZip before = RawZip.of(untouched);
    RawZip after = RawZip.of(good);
    assertThat(after.entries).hasSize(before.entries.size() + 9);
    for (RawZip.Entry entry : before.entries) {
      assertThat(after.get(entry.name()).content).isEqualTo(entry.content);
    }
    assertThat(Files.size(untouched)).isLessThan(Files.size(good));
  }
}
