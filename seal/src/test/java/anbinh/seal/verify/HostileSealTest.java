package anbinh.seal.verify;

import anbinh.seal.note.SigningKey;
import java.util.List;

/// Seals, proofs, checkpoints and keys that were changed or exchanged.
class HostileSealTest extends HostileSet {
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
        "seal/seal.json",
        zip ->
            edit(
                zip, "seal.json.tlog-proof", text -> text.replaceFirst("index [0-9]+", "index 7")));
    malformed(
        "a proof for an entry beyond the tree",
        Reason.BAD_FORMAT,
        "seal.json.tlog-proof",
        zip ->
            edit(
                zip,
                "seal.json.tlog-proof",
                text -> text.replaceFirst("index [0-9]+", "index 99999")));
    malformed(
        "a proof without its first line",
        Reason.BAD_FORMAT,
        "seal.json.tlog-proof",
        zip -> edit(zip, "seal.json.tlog-proof", text -> text.substring(text.indexOf('\n') + 1)));
    malformed(
        "a proof with extra data",
        Reason.BAD_FORMAT,
        "seal.json.tlog-proof",
        zip ->
            edit(zip, "seal.json.tlog-proof", text -> text.replaceFirst("\n", "\nextra AAAA\n")));
    altered(
        "a proof with a hash too few",
        Reason.PROOF_FAILS,
        "seal/seal.json",
        zip ->
            edit(
                zip,
                "seal.json.tlog-proof",
                text -> text.replaceFirst("\n[A-Za-z0-9+/]{43}=\n", "\n")));
    altered(
        "a spicy file of another proof",
        Reason.SEAL_FILES_DIFFER,
        "seal.json.spicy",
        zip -> edit(zip, "seal.json.spicy", text -> text.replaceFirst("index [0-9]+", "index 7")));
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
          forgeRoot(zip, fixture.key, false);
        });
    unknown(
        "a package sealed anew under another key of the same name",
        zip -> {
          edit(zip, "seal.json", text -> text.replace("p-91bc", "p-91bd"));
          removeSegments(zip);
          forgeRoot(zip, SigningKey.generate(fixture.key.verifierKey().name()), true);
        });
    malformed(
        "a checkpoint with an extension line",
        Reason.BAD_FORMAT,
        "seal.json.tlog-proof",
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
            "seal.json.tlog-proof",
            "seal.json.spicy",
            "/checkpoint",
            "/vkey",
            "VERIFY.md")) {
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
    altered(
        "a changed segment",
        Reason.SEGMENT_PROOF_FAILS,
        "segments/",
        zip -> segment(zip).replace(utf8(text(segment(zip)).replace("seg-0412-1", "seg-0412-2"))));
    altered(
        "the segment of another package",
        Reason.SEGMENT_PROOF_FAILS,
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
}
