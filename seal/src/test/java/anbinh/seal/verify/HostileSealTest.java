package anbinh.seal.verify;

import anbinh.seal.json.Json;
import anbinh.seal.log.EventName;
import anbinh.seal.log.EventRecord;
import anbinh.seal.log.Leaf;
import anbinh.seal.note.SigningKey;
import anbinh.seal.pack.PackageFixture;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// Seals, proofs, checkpoints and keys that were changed or exchanged.
class HostileSealTest extends HostileSet {
  @Override
  boolean isForTheSecondVerifier() {
    return true;
  }

  @Override
  void add() {
    altered(
        "a changed seal",
        Reason.PROOF_FAILS,
        "seal/seal.json",
        zip -> edit(zip, "seal.json", text -> text.replace("p-91bc", "p-91bd")));
    altered(
        "a seal that is no JSON any more",
        Reason.PROOF_FAILS,
        "seal/seal.json",
        zip -> edit(zip, "seal.json", text -> text.substring(5)));
    altered(
        "a seal with spaces",
        Reason.PROOF_FAILS,
        "seal/seal.json",
        zip -> edit(zip, "seal.json", text -> text.replace(",", ", ")));
    altered(
        "a proof for another index",
        Reason.PROOF_FAILS,
        "seal/seal.leaf",
        zip ->
            edit(
                zip, "seal.leaf.tlog-proof", text -> text.replaceFirst("index [0-9]+", "index 7")));
    malformed(
        "a proof for an entry beyond the tree",
        Reason.BAD_FORMAT,
        "seal.leaf.tlog-proof",
        zip ->
            edit(
                zip,
                "seal.leaf.tlog-proof",
                text -> text.replaceFirst("index [0-9]+", "index 99999")));
    malformed(
        "a proof without its first line",
        Reason.BAD_FORMAT,
        "seal.leaf.tlog-proof",
        zip -> edit(zip, "seal.leaf.tlog-proof", text -> text.substring(text.indexOf('\n') + 1)));
    malformed(
        "a proof with extra data",
        Reason.BAD_FORMAT,
        "seal.leaf.tlog-proof",
        zip ->
            edit(zip, "seal.leaf.tlog-proof", text -> text.replaceFirst("\n", "\nextra AAAA\n")));
    altered(
        "a proof with a hash too few",
        Reason.PROOF_FAILS,
        "seal/seal.leaf",
        zip ->
            edit(
                zip,
                "seal.leaf.tlog-proof",
                text -> text.replaceFirst("\n[A-Za-z0-9+/]{43}=\n", "\n")));
    altered(
        "a spicy file of another proof",
        Reason.SEAL_FILES_DIFFER,
        "seal.leaf.spicy",
        zip -> edit(zip, "seal.leaf.spicy", text -> text.replaceFirst("index [0-9]+", "index 7")));
    altered(
        "another genuine checkpoint beside the proof",
        Reason.SEAL_FILES_DIFFER,
        "seal/checkpoint",
        zip -> zip.get("/checkpoint").replace(utf8(otherCheckpoint())));
    altered(
        "a checkpoint with a larger tree",
        Reason.SIGNATURE_FAILS,
        "seal/checkpoint",
        zip -> everyProof(zip, text -> text.replaceFirst("\n(30[0-9])\n", "\n1$1\n")));
    altered(
        "a signature with a bit flipped",
        Reason.SIGNATURE_FAILS,
        "seal/checkpoint",
        zip -> everyProof(zip, HostileSet::flipSignature));
    altered(
        "a root of a tree made for the changed seal",
        Reason.SIGNATURE_FAILS,
        "seal/checkpoint",
        zip -> {
          edit(zip, "seal.json", text -> text.replace("p-91bc", "p-91bd"));
          forgeRoot(zip);
        });
    altered(
        "a changed seal with a leaf of its own",
        Reason.PROOF_FAILS,
        "seal/seal.leaf",
        zip -> {
          edit(zip, "seal.json", text -> text.replace("p-91bc", "p-91bd"));
          zip.get("seal.leaf").replace(Leaf.of(zip.get("seal.json").content).canonical());
        });
    addDecisions();
    malformed(
        "a checkpoint with an extension line",
        Reason.BAD_FORMAT,
        "seal.leaf.tlog-proof",
        zip -> everyProof(zip, text -> text.replaceFirst("\n\n— ", "\nextension\n\n— ")));
    altered(
        "a key that did not sign",
        Reason.SEAL_FILES_DIFFER,
        "seal/vkey",
        zip ->
            zip.get("/vkey").replace(utf8(SigningKey.generate("x").verifierKey().write() + "\n")));
    malformed(
        "a key with a wrong id",
        Reason.BAD_FORMAT,
        "seal/vkey",
        zip -> edit(zip, "/vkey", text -> text.replaceFirst("\\+[0-9a-f]{8}\\+", "+00000000+")));
    malformed(
        "two keys in one file",
        Reason.BAD_FORMAT,
        "seal/vkey",
        zip -> edit(zip, "/vkey", text -> text + text));
    altered(
        "a guide that says something else",
        Reason.GUIDE_CHANGED,
        "VERIFY.md",
        zip -> edit(zip, "VERIFY.md", text -> text.replace("sha512sum", "true")));
    altered(
        "a package under another name",
        Reason.NAME_DIFFERS,
        "EXT-2026-000124",
        zip -> zip.entries.forEach(e -> e.rename(e.name().replace("000123", "000124"))));
    for (String name :
        List.of(
            "seal.json",
            "seal.leaf.tlog-proof",
            "seal.leaf.spicy",
            "seal.leaf",
            "/checkpoint",
            "/vkey",
            "VERIFY.md",
            "requested.json",
            "requested.json.tlog-proof",
            "decided.json",
            "decided.json.tlog-proof",
            "/policy")) {
      incomplete("a seal without " + name, name, zip -> remove(zip, name));
    }
    incomplete(
        "a segment without its proof",
        ".json.tlog-proof",
        zip ->
            zip.entries.removeIf(
                e -> e.name().contains("segments/") && e.name().endsWith("proof")));
    incomplete(
        "a proof without its segment",
        "segments/",
        zip ->
            zip.entries.removeIf(
                e -> e.name().contains("segments/") && e.name().endsWith(".json")));
    incomplete(
        "a segment that is gone with its proof",
        "segments/",
        zip -> zip.entries.removeIf(e -> e.name().contains("segments/")));
    altered(
        "a changed segment",
        Reason.SEGMENT_PROOF_FAILS,
        "segments/",
        zip -> segment(zip).replace(utf8(text(segment(zip)).replace("seg-0412-1", "seg-0412-2"))));
    altered(
        "the segment of another package",
        Reason.FILE_ADDED,
        "segments/",
        zip -> {
          zip.get(".json.tlog-proof").rename(ROOT + "seal/segments/7.json.tlog-proof");
          zip.entries.stream()
              .filter(e -> e.name().matches(".*segments/[0-9]+\\.json"))
              .findFirst()
              .orElseThrow()
              .rename(ROOT + "seal/segments/7.json");
        });
    malformed(
        "a program beside the seal",
        Reason.UNEXPECTED_FILE,
        "seal/setup.exe",
        zip -> zip.entries.add(new RawZip.Entry(ROOT + "seal/setup.exe", new byte[5])));
    malformed(
        "a file beside bag and seal",
        Reason.UNEXPECTED_FILE,
        "README.html",
        zip -> zip.entries.add(new RawZip.Entry(ROOT + "README.html", new byte[5])));
    malformed(
        "a seal file that is far too long",
        Reason.BAD_FORMAT,
        "seal/vkey",
        zip -> zip.get("/vkey").replace(new byte[2_000_000]));
  }

  /// Decisions that nobody took, or that are of something else.
  private void addDecisions() {
    altered(
        "a decision that the log does not have",
        Reason.DECISION_PROOF_FAILS,
        "seal/decided.json",
        zip -> zip.get("decided.json").replace(PackageFixture.decided().canonical()));
    altered(
        "a decision with another approver",
        Reason.DECISION_PROOF_FAILS,
        "seal/decided.json",
        zip -> edit(zip, "decided.json", text -> text.replace("p-91bc", "p-91bd")));
    altered(
        "a genuine decision that the seal does not name",
        Reason.DECISION_DIFFERS,
        "not the event that the seal names",
        zip -> replaceEvent(zip, "decided.json", fixture.logged(PackageFixture.decided())));
    altered(
        "a decision about another request",
        Reason.DECISION_DIFFERS,
        "seal/decided.json",
        zip ->
            replaceEvent(
                zip,
                "decided.json",
                fixture.logged(PackageFixture.decided().withObject("REQ-0194"))));
    altered(
        "the request in the place of the decision",
        Reason.DECISION_PROOF_FAILS,
        "another type",
        zip -> {
          zip.get("decided.json").replace(zip.get("requested.json").content);
          zip.get("decided.json.tlog-proof").replace(zip.get("requested.json.tlog-proof").content);
        });
    altered(
        "a decision of another log",
        Reason.DECISION_PROOF_FAILS,
        "not signed by the key of the seal",
        zip -> {
          try (PackageFixture other = new PackageFixture(folder.resolve("elsewhere"))) {
            replaceEvent(zip, "decided.json", other.logged(PackageFixture.decided()));
          }
        });
    altered(
        "a package whose request was refused",
        Reason.DECISION_DIFFERS,
        "grants nothing",
        zip ->
            become(
                zip,
                PackageFixture.decided().withFacts(Map.of("outcome", Json.of("REFUSE"))),
                "refused"));
    altered(
        "a package whose decision says nothing",
        Reason.DECISION_DIFFERS,
        "grants nothing",
        zip ->
            become(
                zip,
                EventRecord.of(EventName.EXTRACTION_DECIDED, PackageFixture.SEALED_AT)
                    .withActor("p-91bc")
                    .withObject("REQ-0193"),
                "silent"));
    malformed(
        "a decision whose open part says something else",
        Reason.BAD_FORMAT,
        "seal/decided.json",
        zip ->
            edit(
                zip,
                "decided.json",
                text -> text.replace("\"open\":{", "\"open\":{\"actor\":\"p\",")));
  }

  /// Puts a whole package that rests on another decision in the place of this one.
  private static void become(RawZip zip, EventRecord decided, String name) {
    Path file = folder.resolve(name + ".zip");
    fixture.zip(file, PackageFixture.requested(), decided);
    zip.entries.clear();
    try {
      zip.entries.addAll(RawZip.of(file).entries);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
