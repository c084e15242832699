package anbinh.cameras;

import java.math.BigInteger;
import java.net.InetAddress;
import java.util.Optional;

/// A network: all addresses of a family that begin with the same bits.
record AddressRange(InetAddress first, int bits) {
  /// Reads `10.1.0.0/16`, or an address alone. Names are not looked up.
  static Optional<AddressRange> parse(String text) {
    String[] parts = text.strip().split("/", 2);
    try {
      InetAddress first = InetAddress.ofLiteral(parts[0]);
      int all = first.getAddress().length * Byte.SIZE;
      int bits = parts.length == 1 ? all : Integer.parseInt(parts[1]);
      return bits < 0 || bits > all ? Optional.empty() : Optional.of(new AddressRange(first, bits));
    } catch (IllegalArgumentException unreadable) {
      return Optional.empty();
    }
  }

  boolean contains(InetAddress address) {
    byte[] own = first.getAddress();
    byte[] others = address.getAddress();
    int rest = own.length * Byte.SIZE - bits;
    return own.length == others.length
        && new BigInteger(1, own)
            .shiftRight(rest)
            .equals(new BigInteger(1, others).shiftRight(rest));
  }
}
