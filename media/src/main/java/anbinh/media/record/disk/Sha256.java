package anbinh.media.record.disk;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/// The hash by which a segment is known to the log (FIPS 180-4).
public final class Sha256 {
  private static final int BUFFER_BYTES = 1 << 20;

  private Sha256() {}

  public static MessageDigest begin() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java runtime has SHA-256", e);
    }
  }

  /// Over all that a file holds now.
  public static MessageDigest over(FileChannel file) throws IOException {
    MessageDigest digest = begin();
    ByteBuffer buffer = ByteBuffer.allocate(BUFFER_BYTES);
    long at = 0;
    for (int read = file.read(buffer, at); read > 0; read = file.read(buffer, at)) {
      digest.update(buffer.flip());
      buffer.clear();
      at += read;
    }
    return digest;
  }
}
