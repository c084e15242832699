package anbinh.seal.verify;

import anbinh.seal.FormatProblem;
import anbinh.seal.log.EventRecord;
import anbinh.seal.log.Leaf;
import anbinh.seal.log.TlogProof;
import anbinh.seal.note.VerifierKey;
import anbinh.seal.pack.PackageLayout;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Reads the records of events that a package encloses, each with the proof that the log has its
/// leaf.
///
/// @param signer the key that signed the seal's checkpoint; null when none fits, which is a finding
///   already
record EventReader(PackageFiles files, List<Finding> findings, @Nullable VerifierKey signer) {
  /// A record that the log has.
  record Logged(EventRecord record, long index, Leaf leaf) {}

  /// The record at a path; empty with a finding where a file is missing, does not have its form, is
  /// not in the log, or is of another type.
  Optional<Logged> read(String path, Set<String> types, Reason failure) {
    String proofPath = path + PackageLayout.PROOF_SUFFIX;
    byte[] bytes = require(path);
    byte[] proofBytes = require(proofPath);
    if (bytes == null || proofBytes == null) {
      return Optional.empty();
    }
    TlogProof proof;
    try {
      proof = TlogProof.parse(proofBytes);
    } catch (FormatProblem e) {
      return find(proofPath, Reason.BAD_FORMAT, String.valueOf(e.getMessage()));
    }
    EventRecord record;
    Leaf leaf;
    try {
      record = EventRecord.parse(bytes);
      leaf = Leaf.of(bytes);
    } catch (FormatProblem e) {
      return find(path, Reason.BAD_FORMAT, String.valueOf(e.getMessage()));
    }
    byte[] logged = leaf.canonical();
    if (!proof.includes(logged)) {
      return find(path, failure, "the proof does not lead to the root");
    }
    if (signer != null && !proof.proves(logged, signer)) {
      return find(proofPath, failure, "not signed by the key of the seal");
    }
    if (!types.contains(record.type())) {
      return find(path, failure, "an event of another type: " + record.type());
    }
    return Optional.of(new Logged(record, proof.index(), leaf));
  }

  private byte @Nullable [] require(String path) {
    if (!files.digests().containsKey(path)) {
      // Of those that every package has, that they are missing is said already.
      if (!PackageLayout.REQUIRED_SEAL_FILES.contains(path)) {
        findings.add(new Finding(path, Reason.FILE_MISSING, ""));
      }
      return null;
    }
    return files.find(path).orElse(null);
  }

  private Optional<Logged> find(String path, Reason reason, String detail) {
    findings.add(new Finding(path, reason, detail));
    return Optional.empty();
  }
}
