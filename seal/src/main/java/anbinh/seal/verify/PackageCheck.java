package anbinh.seal.verify;

import anbinh.seal.FormatProblem;
import anbinh.seal.bag.FileDigest;
import anbinh.seal.log.EventRecord;
import anbinh.seal.log.Leaf;
import anbinh.seal.log.TlogProof;
import anbinh.seal.note.VerifierKey;
import anbinh.seal.pack.PackageLayout;
import anbinh.seal.pack.Seal;
import anbinh.seal.policy.Policy;
import anbinh.seal.policy.Witnessing;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Checks the files of one package from the top down: signature, log, seal, bag, footage. What the
/// level above already shows to be changed is reported as changed and not as malformed.
final class PackageCheck {
  private final String name;
  private final PackageFiles files;
  private final List<VerifierKey> trusted;
  private final @Nullable Policy policy;
  private final boolean quorumRequired;
  private final List<Finding> findings = new ArrayList<>();
  private final List<String> attachments = new ArrayList<>();
  private @Nullable VerifierKey signer;
  private boolean signerTrusted;

  PackageCheck(
      String name,
      PackageFiles files,
      List<VerifierKey> trusted,
      @Nullable Policy policy,
      boolean quorumRequired) {
    this.name = name;
    this.files = files;
    this.trusted = trusted;
    this.policy = policy;
    this.quorumRequired = quorumRequired;
  }

  Verdict run() {
    checkNames();
    for (String required : PackageLayout.REQUIRED_SEAL_FILES) {
      if (!files.digests().containsKey(required)) {
        find(required, Reason.FILE_MISSING, "");
      }
    }
    TlogProof proof = parse(PackageLayout.PROOF, TlogProof::parse);
    if (proof != null) {
      checkSignature(proof);
      checkSame(PackageLayout.SPICY, proof.writeSpicy());
      checkSame(PackageLayout.CHECKPOINT, proof.checkpoint().write());
    }
    Witnessing witnessing = checkWitnesses(proof);
    Seal seal = checkSeal(proof);
    BagCheck bag = new BagCheck(files, findings);
    bag.run(seal);
    Long sealIndex = proof == null ? null : (Long) proof.index();
    EventReader events = new EventReader(files, findings, signer);
    EventRecord decided = new BasisCheck(files, findings, events).run(seal, sealIndex);
    SegmentCheck segments = new SegmentCheck(files, findings, events);
    segments.run(seal);
    ReceiptCheck receipts = new ReceiptCheck(files, findings, events);
    receipts.run(seal, sealIndex);
    checkEnclosed(seal);
    AttachmentCheck beside = new AttachmentCheck(files, findings);
    beside.run(attachments);
    if (seal != null) {
      new DocumentCheck(files, findings).run(seal, decided, segments.proved(), signer);
    }
    Facts facts =
        new Facts(
            name,
            bag.listedFiles(),
            bag.unchangedFiles(),
            bag.payloadBytes(),
            seal,
            sealIndex,
            proof == null ? null : proof.checkpoint().checkpoint(),
            signer,
            signerTrusted,
            segments.proved().size(),
            segments.whole(),
            beside.attestations(),
            receipts.handOvers(),
            witnessing,
            beside.unchecked());
    return Verdict.of(facts, findings);
  }

  private void checkNames() {
    for (String path : files.digests().keySet()) {
      if (path.startsWith(PackageLayout.SEAL)) {
        String below = path.substring(PackageLayout.SEAL.length());
        if (PackageLayout.isAttachment(below)) {
          if (!PackageLayout.isReceipt(below) || below.endsWith(PackageLayout.RECEIPT_SIGNATURE)) {
            attachments.add(below);
          }
        } else if (!PackageLayout.REQUIRED_SEAL_FILES.contains(path)
            && !PackageLayout.isSegment(below)) {
          find(path, Reason.UNEXPECTED_FILE, "");
        }
      } else if (!path.startsWith(PackageLayout.BAG)) {
        find(path, Reason.UNEXPECTED_FILE, "");
      }
    }
  }

  private void checkSignature(TlogProof proof) {
    VerifierKey enclosed =
        parse(
            PackageLayout.VKEY,
            bytes -> {
              VerifierKey key = VerifierKey.parse(new String(bytes, StandardCharsets.UTF_8));
              if (!Arrays.equals(bytes, (key.write() + "\n").getBytes(StandardCharsets.UTF_8))) {
                throw new FormatProblem("the file is not one vkey and a line feed");
              }
              return key;
            });
    for (VerifierKey key : trusted) {
      switch (answer(proof, key)) {
        case SIGNED -> {
          signer = key;
          signerTrusted = true;
        }
        case FORGED ->
            find(PackageLayout.CHECKPOINT, Reason.SIGNATURE_FAILS, "by the key " + key.write());
        case ABSENT -> {}
      }
    }
    if (signer != null) {
      if (enclosed != null && !enclosed.equals(signer)) {
        find(PackageLayout.VKEY, Reason.SEAL_FILES_DIFFER, "not the key that signed");
      }
      return;
    }
    if (enclosed == null) {
      return;
    }
    if (answer(proof, enclosed) == VerifierKey.Answer.SIGNED) {
      signer = enclosed;
      Reason reason = trusted.isEmpty() ? Reason.KEY_NOT_GIVEN : Reason.KEY_NOT_TRUSTED;
      find(PackageLayout.VKEY, reason, enclosed.write());
    } else {
      find(PackageLayout.CHECKPOINT, Reason.SIGNATURE_FAILS, "by the enclosed key");
    }
  }

  /// What a key says of the checkpoint; a key of another name than the log's says nothing.
  private static VerifierKey.Answer answer(TlogProof proof, VerifierKey key) {
    return proof.checkpoint().checkpoint().origin().equals(key.name())
        ? key.check(proof.checkpoint().note())
        : VerifierKey.Answer.ABSENT;
  }

  private @Nullable Witnessing checkWitnesses(@Nullable TlogProof proof) {
    if (policy == null || proof == null) {
      return null;
    }
    Witnessing witnessing = policy.check(proof.checkpoint().note());
    for (Policy.Witness forged : witnessing.forged()) {
      find(PackageLayout.CHECKPOINT, Reason.COSIGNATURE_FAILS, forged.name());
    }
    if (quorumRequired && !witnessing.reached()) {
      find(
          PackageLayout.CHECKPOINT,
          Reason.QUORUM_MISSING,
          witnessing.have() + " < " + witnessing.needed());
    }
    return witnessing;
  }

  private @Nullable Seal checkSeal(@Nullable TlogProof proof) {
    byte[] bytes = files.find(PackageLayout.SEAL_JSON).orElse(null);
    if (bytes == null) {
      return null;
    }
    byte[] logged = files.find(PackageLayout.LEAF).orElse(null);
    boolean proved = logged == null || isCommitment(logged, bytes);
    if (logged != null && proof != null && !proof.includes(logged)) {
      find(PackageLayout.LEAF, Reason.PROOF_FAILS, "");
    }
    if (!proved) {
      find(PackageLayout.SEAL_JSON, Reason.PROOF_FAILS, "the leaf commits to something else");
    }
    Seal seal;
    try {
      seal = Seal.parse(bytes);
    } catch (FormatProblem e) {
      if (proved) {
        find(PackageLayout.SEAL_JSON, Reason.BAD_FORMAT, String.valueOf(e.getMessage()));
      }
      return null;
    }
    files
        .findRootName()
        .filter(root -> !root.equals(seal.extraction()))
        .ifPresent(root -> find(root, Reason.NAME_DIFFERS, seal.extraction()));
    FileDigest guide = files.digests().get(PackageLayout.GUIDE);
    if (guide != null && !guide.sha256().equals(seal.contents().guideSha256())) {
      find(PackageLayout.GUIDE, Reason.GUIDE_CHANGED, "");
    }
    return seal;
  }

  private static boolean isCommitment(byte[] leaf, byte[] seal) {
    try {
      return Arrays.equals(leaf, Leaf.of(seal).canonical());
    } catch (FormatProblem e) {
      return false;
    }
  }

  /// What the seal names is there, and nothing else of the kind.
  private void checkEnclosed(@Nullable Seal seal) {
    if (seal == null) {
      return;
    }
    for (String name : seal.enclosed().files()) {
      if (!files.digests().containsKey(PackageLayout.SEAL + name)) {
        find(PackageLayout.SEAL + name, Reason.FILE_MISSING, "");
      }
    }
    for (String name : attachments) {
      if (PackageLayout.isNamedBySeal(name) && !seal.enclosed().files().contains(name)) {
        find(PackageLayout.SEAL + name, Reason.FILE_ADDED, "the seal does not name it");
      }
    }
    String stamp = PackageLayout.SEAL + PackageLayout.TIME_STAMP;
    if (seal.enclosed().timeStamp() && !files.digests().containsKey(stamp)) {
      find(stamp, Reason.FILE_MISSING, "the office asked an authority for it");
    }
  }

  private void checkSame(String path, String expected) {
    byte[] bytes = files.find(path).orElse(null);
    if (bytes != null && !Arrays.equals(bytes, expected.getBytes(StandardCharsets.UTF_8))) {
      find(path, Reason.SEAL_FILES_DIFFER, "differs from " + PackageLayout.PROOF);
    }
  }

  private <T> @Nullable T parse(String path, Function<byte[], T> parser) {
    byte[] bytes = files.find(path).orElse(null);
    if (bytes == null) {
      return null;
    }
    try {
      return parser.apply(bytes);
    } catch (FormatProblem e) {
      find(path, Reason.BAD_FORMAT, String.valueOf(e.getMessage()));
      return null;
    }
  }

  private void find(String path, Reason reason, String detail) {
    findings.add(new Finding(path, reason, detail));
  }
}
