package anbinh.oversight.sample;

import anbinh.seal.tree.Hash;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/// Draws entries of the log by lot, so that anybody can repeat it with a few lines of their own.
///
/// Each candidate's ticket is SHA-256 over the ASCII text `anbinh.sample/1` and a line feed, the 32
/// bytes of the root, and the entry's place as 8 bytes, high byte first. The lowest tickets win.
final class RandomSample {
  private static final byte[] NAME = "anbinh.sample/1\n".getBytes(StandardCharsets.US_ASCII);

  private RandomSample() {}

  /// One candidate with its ticket.
  private record Ticket(long index, Hash number) {}

  /// How many of so many candidates are drawn: the share, but no fewer than `least`, as far as
  /// there are as many, and no more than `most`.
  static int size(long candidates, int least, int percent, int most) {
    long share = (candidates * percent + 99) / 100;
    return (int) Math.min(candidates, Math.min(most, Math.max(least, share)));
  }

  /// The places that are drawn, in rising order.
  static List<Long> draw(Hash root, List<Long> candidates, int size) {
    return candidates.stream()
        .map(index -> new Ticket(index, ticket(root, index)))
        .sorted(Comparator.comparing(Ticket::number, RandomSample::compare))
        .limit(size)
        .map(Ticket::index)
        .sorted()
        .toList();
  }

  static Hash ticket(Hash root, long index) {
    return Hash.sha256(NAME, root.bytes(), ByteBuffer.allocate(Long.BYTES).putLong(index).array());
  }

  private static int compare(Hash one, Hash other) {
    return Arrays.compareUnsigned(one.bytes(), other.bytes());
  }
}
