package anbinh.media;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HexFormat;

/// An immutable string of bytes with value equality, for use where a record would otherwise hold an
/// array: parameter sets, hashes, initialisation segments.
public final class Bytes {
  private final byte[] content;

  private Bytes(byte[] content) {
    this.content = content;
  }

  public static Bytes copyOf(byte[] source) {
    return new Bytes(source.clone());
  }

  /// Copies what remains in `source`; its position is left where it was.
  public static Bytes copyOf(ByteBuffer source) {
    byte[] copy = new byte[source.remaining()];
    source.get(source.position(), copy);
    return new Bytes(copy);
  }

  public int size() {
    return content.length;
  }

  public byte at(int offset) {
    return content[offset];
  }

  public byte[] toArray() {
    return content.clone();
  }

  /// A read-only view without a copy.
  public ByteBuffer asBuffer() {
    return ByteBuffer.wrap(content).asReadOnlyBuffer();
  }

  public String toHex() {
    return HexFormat.of().formatHex(content);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Bytes that && Arrays.equals(content, that.content);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(content);
  }

  @Override
  public String toString() {
    return content.length <= 32 ? toHex() : content.length + " bytes";
  }
}
