package anbinh.seal.verify;

import anbinh.seal.FormatProblem;
import anbinh.seal.bag.FileDigest;
import anbinh.seal.json.Json;
import anbinh.seal.log.Leaf;
import anbinh.seal.log.LeafType;
import anbinh.seal.log.TlogProof;
import anbinh.seal.note.VerifierKey;
import anbinh.seal.pack.PackageLayout;
import anbinh.seal.pack.Seal;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Checks the enclosed leaves of recording segments: each is named by the seal, proved to be in the
/// same log, and, where the payload holds the segment's file, byte for byte what was recorded.
final class SegmentCheck {
  private static final String FOLDER = PackageLayout.SEAL + "segments/";
  private static final String PROOF = ".tlog-proof";

  private final PackageFiles files;
  private final List<Finding> findings;
  private int proved;
  private int whole;

  SegmentCheck(PackageFiles files, List<Finding> findings) {
    this.files = files;
    this.findings = findings;
  }

  void run(@Nullable Seal seal, @Nullable VerifierKey signer) {
    Set<String> payload =
        files.digests().entrySet().stream()
            .filter(file -> file.getKey().startsWith(PackageLayout.BAG + "data/"))
            .map(file -> file.getValue().sha256())
            .collect(Collectors.toSet());
    Set<String> leaves = new TreeSet<>();
    for (String path : files.digests().keySet()) {
      if (path.startsWith(FOLDER) && path.endsWith(PROOF)) {
        leaves.add(path.substring(0, path.length() - PROOF.length()));
      } else if (path.startsWith(FOLDER) && path.endsWith(".json")) {
        leaves.add(path);
      }
    }
    for (String path : leaves) {
      check(path, seal, signer, payload);
    }
  }

  int proved() {
    return proved;
  }

  int whole() {
    return whole;
  }

  private void check(
      String path, @Nullable Seal seal, @Nullable VerifierKey signer, Set<String> payload) {
    byte[] leafBytes = require(path);
    byte[] proofBytes = require(path + PROOF);
    if (leafBytes == null || proofBytes == null) {
      return;
    }
    TlogProof proof;
    try {
      proof = TlogProof.parse(proofBytes);
    } catch (FormatProblem e) {
      find(path + PROOF, Reason.BAD_FORMAT, String.valueOf(e.getMessage()));
      return;
    }
    String index = path.substring(FOLDER.length(), path.length() - ".json".length());
    if (!index.equals(Long.toString(proof.index()))
        || (seal != null && !seal.segments().contains(proof.index()))) {
      find(path + PROOF, Reason.SEGMENT_PROOF_FAILS, "of another entry than the seal names");
      return;
    }
    if (!proof.includes(leafBytes)) {
      find(path, Reason.SEGMENT_PROOF_FAILS, "the proof does not lead to the root");
      return;
    }
    if (signer != null && !proof.proves(leafBytes, signer)) {
      find(path + PROOF, Reason.SEGMENT_PROOF_FAILS, "not signed by the key of the seal");
      return;
    }
    try {
      Leaf leaf = Leaf.parse(leafBytes);
      if (!leaf.type().equals(LeafType.SEGMENT_CLOSED)) {
        throw new FormatProblem("the leaf is of another type: " + leaf.type());
      }
      proved++;
      if (leaf.facts().get("sha256") instanceof Json.Str(String sha256)
          && payload.contains(sha256)) {
        whole++;
      }
    } catch (FormatProblem e) {
      find(path, Reason.BAD_FORMAT, String.valueOf(e.getMessage()));
    }
  }

  private byte @Nullable [] require(String path) {
    FileDigest digest = files.digests().get(path);
    if (digest == null) {
      find(path, Reason.FILE_MISSING, "");
      return null;
    }
    return files.find(path).orElse(null);
  }

  private void find(String path, Reason reason, String detail) {
    findings.add(new Finding(path, reason, detail));
  }
}
