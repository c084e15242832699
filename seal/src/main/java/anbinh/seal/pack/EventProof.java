package anbinh.seal.pack;

import anbinh.seal.log.EventRecord;
import anbinh.seal.log.TlogProof;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/// The record of an event with the proof that the log has its leaf.
///
/// @param record the record, which discloses the leaf
/// @param proof the leaf's proof, under any checkpoint of the log
public record EventProof(EventRecord record, TlogProof proof) {
  /// Checks that the two belong together.
  public EventProof {
    if (!proof.includes(record.leaf().canonical())) {
      throw new IllegalArgumentException("the proof does not lead to the leaf of the event");
    }
  }

  /// The event as a seal names it.
  ///
  /// @throws anbinh.seal.FormatProblem when nobody did it
  public Seal.Act act() {
    return Seal.Act.of(record, proof.index());
  }

  /// Adds the two files to those of a package.
  void addTo(Map<String, byte[]> files, String path) {
    files.put(path, record.canonical());
    files.put(path + PackageLayout.PROOF_SUFFIX, proof.write().getBytes(StandardCharsets.UTF_8));
  }
}
