package anbinh.seal.zip;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.jspecify.annotations.Nullable;

/// The SHA-256 of a file that is still being written, made behind the writer on a thread of its
/// own: of what is final, which is brought to the disk on the way.
///
/// Its methods are for the writer's thread.
final class TrailingDigest implements AutoCloseable {
  private static final int BUFFER_BYTES = 256 * 1024;

  private final Path file;
  private final MessageDigest sha256;
  private long digested;
  private @Nullable FutureTask<Long> work;
  private volatile boolean closed;

  TrailingDigest(Path file) {
    this.file = file;
    try {
      this.sha256 = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("this Java runtime has no SHA-256", e);
    }
  }

  /// Begins to digest what is final by now.
  ///
  /// @param end behind the last byte that is final
  void follow(long end) throws IOException {
    await();
    long from = digested;
    // Opened here, where it is certain that the file is there: opening would make it anew.
    RandomAccessFile source = new RandomAccessFile(file.toFile(), "rw");
    FutureTask<Long> next = new FutureTask<>(() -> digest(source, from, end));
    work = next;
    Thread.ofVirtual().name("digest " + file.getFileName()).start(next);
  }

  /// The digest of all that was followed, in lower-case hexadecimal.
  String end() throws IOException {
    await();
    return HexFormat.of().formatHex(sha256.digest());
  }

  /// Gives up what is not digested yet.
  @Override
  public void close() {
    closed = true;
  }

  private void await() throws IOException {
    FutureTask<Long> running = work;
    if (running == null) {
      return;
    }
    work = null;
    try {
      digested = running.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted while " + file + " was digested");
    } catch (ExecutionException e) {
      throw new IOException(file + " cannot be digested: " + e.getCause(), e.getCause());
    }
  }

  private long digest(RandomAccessFile source, long from, long end) throws IOException {
    byte[] buffer = new byte[BUFFER_BYTES];
    try (source) {
      source.getFD().sync();
      source.seek(from);
      long at = from;
      while (at < end && !closed) {
        int read = source.read(buffer, 0, (int) Math.min(buffer.length, end - at));
        if (read < 0) {
          throw new IOException(file + " is shorter than what was written");
        }
        sha256.update(buffer, 0, read);
        at += read;
      }
      return at;
    }
  }
}
