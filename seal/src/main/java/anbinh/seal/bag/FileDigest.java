package anbinh.seal.bag;

import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// A file's length and its two digests.
///
/// @param bytes the length
/// @param sha256 SHA-256 in lower-case hexadecimal
/// @param sha512 SHA-512 in lower-case hexadecimal
public record FileDigest(long bytes, String sha256, String sha512) {
  /// Digests bytes in memory.
  public static FileDigest of(byte[] content) {
    Builder builder = new Builder();
    builder.update(content, 0, content.length);
    return builder.build();
  }

  /// Takes content in pieces; both digests of a large piece are made at the same time. Not
  /// thread-safe.
  public static final class Builder {
    /// Handing over less takes longer than digesting it.
    private static final int WORTH_A_THREAD = 32 * 1024;

    private final MessageDigest sha256 = digest("SHA-256");
    private final MessageDigest sha512 = digest("SHA-512");
    private long bytes;

    /// Makes a builder that has taken nothing.
    public Builder() {}

    /// Takes the next piece.
    public void update(byte[] content, int offset, int length) {
      if (length < WORTH_A_THREAD) {
        sha512.update(content, offset, length);
        sha256.update(content, offset, length);
      } else {
        Thread second = Thread.startVirtualThread(() -> sha512.update(content, offset, length));
        sha256.update(content, offset, length);
        await(second);
      }
      bytes += length;
    }

    /// The digest of everything taken.
    public FileDigest build() {
      HexFormat hex = HexFormat.of();
      return new FileDigest(bytes, hex.formatHex(sha256.digest()), hex.formatHex(sha512.digest()));
    }

    /// A piece takes moments, so an interrupt need not break it off.
    private static void await(Thread second) {
      boolean interrupted = false;
      while (second.isAlive()) {
        try {
          second.join();
        } catch (InterruptedException e) {
          interrupted = true;
        }
      }
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }

    /// A stream that passes `source` on and takes whatever is read from it.
    public InputStream tap(InputStream source) {
      return new Tap(source, this);
    }

    private static MessageDigest digest(String algorithm) {
      try {
        return MessageDigest.getInstance(algorithm);
      } catch (NoSuchAlgorithmException e) {
        throw new IllegalStateException("this Java runtime has no " + algorithm, e);
      }
    }
  }

  private static final class Tap extends InputStream {
    private final InputStream source;
    private final Builder builder;

    Tap(InputStream source, Builder builder) {
      this.source = source;
      this.builder = builder;
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
      int read = source.read(target, offset, length);
      if (read > 0) {
        builder.update(target, offset, read);
      }
      return read;
    }
  }
}
