package anbinh.evidence.upload;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// SHA-256 and SHA-512 of a file in hexadecimal, by reading it once.
public record FileDigests(String sha256, String sha512) {
  private static final int BUFFER_BYTES = 256 * 1024;

  public static FileDigests of(Path file) throws IOException {
    MessageDigest small = digest("SHA-256");
    MessageDigest large = digest("SHA-512");
    byte[] buffer = new byte[BUFFER_BYTES];
    try (InputStream in = Files.newInputStream(file)) {
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        small.update(buffer, 0, read);
        large.update(buffer, 0, read);
      }
    }
    HexFormat hex = HexFormat.of();
    return new FileDigests(hex.formatHex(small.digest()), hex.formatHex(large.digest()));
  }

  private static MessageDigest digest(String name) {
    try {
      return MessageDigest.getInstance(name);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
