package anbinh.seal.pack;

import anbinh.seal.log.Leaf;
import anbinh.seal.log.LeafType;
import anbinh.seal.log.TlogProof;

/// The leaf that was logged when a recording segment closed, with its proof: shows that footage is
/// unchanged since it was recorded, not only since it was sealed.
///
/// @param leaf the leaf of type `segment.closed`
/// @param proof its proof, under any checkpoint of the same log
public record SegmentProof(Leaf leaf, TlogProof proof) {
  /// Checks that the two belong together.
  public SegmentProof {
    if (!leaf.type().equals(LeafType.SEGMENT_CLOSED) || !proof.includes(leaf.canonical())) {
      throw new IllegalArgumentException("the proof does not lead to the leaf of a segment");
    }
  }

  /// The leaf's path in the package.
  String path() {
    return PackageLayout.SEAL + "segments/" + proof.index() + ".json";
  }
}
