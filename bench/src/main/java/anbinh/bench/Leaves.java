package anbinh.bench;

import anbinh.seal.log.Leaf;
import anbinh.seal.tree.Hash;
import java.util.HexFormat;

/// Leaves as the server logs them when somebody looks at a recording, each unlike any other.
final class Leaves {
  private long next;

  byte[] next() {
    return new Leaf(
            Hash.parseHex(HexFormat.of().toHexDigits(next++, 16).repeat(4), "a commitment"), null)
        .canonical();
  }
}
