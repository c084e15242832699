package anbinh.audit.event;

import java.util.Arrays;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/// Bytes as a value; none where the database holds null.
public final class Bytes {
  private final byte[] content;
  private final boolean absent;

  public Bytes(byte @Nullable [] content) {
    this.absent = content == null;
    this.content = content == null ? new byte[0] : content.clone();
  }

  public byte[] array() {
    return content.clone();
  }

  public boolean absent() {
    return absent;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Bytes that
        && absent == that.absent
        && Arrays.equals(content, that.content);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(content);
  }

  @Override
  public String toString() {
    return HexFormat.of().formatHex(content);
  }
}
