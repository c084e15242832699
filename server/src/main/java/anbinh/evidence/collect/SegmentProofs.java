package anbinh.evidence.collect;

import anbinh.audit.Proofs;
import anbinh.platform.DataFolder;
import anbinh.platform.OnlyWhenServing;
import anbinh.seal.log.Leaf;
import anbinh.seal.log.LogReader;
import anbinh.seal.pack.SegmentProof;
import java.nio.file.Path;
import java.util.List;
import org.springframework.stereotype.Component;

/// The log's entries of recording segments with their proofs, read from the log's public files
/// (C2SP tlog-tiles), as anybody could.
@Component
@OnlyWhenServing
class SegmentProofs {
  private final Path log;
  private final Proofs proofs;

  SegmentProofs(DataFolder data, Proofs proofs) {
    this.log = data.root().resolve("log");
    this.proofs = proofs;
  }

  /// @param indexes in ascending order
  List<SegmentProof> list(List<Long> indexes) {
    if (indexes.isEmpty()) {
      return List.of();
    }
    // Asking for the newest makes sure that a checkpoint reaches it.
    long newest = proofs.prove(indexes.getLast()).index();
    LogReader reader = LogReader.open(log, proofs.verifierKey());
    if (reader.size() <= newest) {
      throw new CollectFailure("the log's checkpoint does not reach entry " + newest + " yet");
    }
    return indexes.stream()
        .map(index -> new SegmentProof(Leaf.parse(reader.entry(index)), reader.prove(index)))
        .toList();
  }
}
