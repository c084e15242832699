package anbinh.evidence.collect.footage;

import anbinh.seal.FormatProblem;
import anbinh.seal.mp4.VideoDigest;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/// Reads a clip back as the verifier of packages reads it ([VideoDigest]).
public final class ClipReader {
  private static final int PIECE_BYTES = 1 << 18;

  private ClipReader() {}

  /// Gives out parts of a file.
  @FunctionalInterface
  public interface Source {
    void read(long offset, long length, WritableByteChannel out) throws IOException;
  }

  public static VideoDigest.Pictures read(Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      return read(
          channel.size(),
          (offset, length, out) -> {
            for (long done = 0; done < length; ) {
              long count = channel.transferTo(offset + done, length - done, out);
              if (count <= 0) {
                throw new IOException("the clip ends inside itself");
              }
              done += count;
            }
          });
    }
  }

  public static VideoDigest.Pictures read(long size, Source source) throws IOException {
    var out = new DigestChannel();
    try {
      source.read(0, size, out);
      return out.digest.end();
    } catch (FormatProblem e) {
      throw new IOException(e.getMessage(), e);
    }
  }

  public static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static final class DigestChannel implements WritableByteChannel {
    private final VideoDigest digest = new VideoDigest();
    private final byte[] piece = new byte[PIECE_BYTES];

    @Override
    public int write(ByteBuffer source) {
      int count = source.remaining();
      while (source.hasRemaining()) {
        int length = Math.min(piece.length, source.remaining());
        source.get(piece, 0, length);
        digest.update(piece, 0, length);
      }
      return count;
    }

    @Override
    public boolean isOpen() {
      return true;
    }

    @Override
    public void close() {}
  }
}
