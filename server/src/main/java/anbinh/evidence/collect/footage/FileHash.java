package anbinh.evidence.collect.footage;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;

/// How long a file is, and its SHA-256 in hexadecimal.
public record FileHash(long bytes, String sha256) {
  private static final int BUFFER_BYTES = 256 * 1024;

  public static FileHash of(Path file) throws IOException {
    MessageDigest digest = ClipReader.sha256();
    byte[] buffer = new byte[BUFFER_BYTES];
    long bytes = 0;
    try (InputStream in = Files.newInputStream(file)) {
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        digest.update(buffer, 0, read);
        bytes += read;
      }
    }
    return new FileHash(bytes, HexFormat.of().formatHex(digest.digest()));
  }
}
