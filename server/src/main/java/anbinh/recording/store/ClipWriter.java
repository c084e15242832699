package anbinh.recording.store;

import anbinh.media.Bytes;
import anbinh.media.mp4.CleanMp4;
import anbinh.platform.Problem;
import anbinh.recording.RecordingProblem;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/// Writes a clip to a file and hashes it on the way.
public final class ClipWriter {
  private ClipWriter() {}

  /// @return the SHA-256 of what was written
  public static Bytes write(CleanMp4 clip, Path target) {
    try (var file =
        FileChannel.open(
            target,
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.WRITE)) {
      var hashing = new HashingChannel(file);
      clip.write(hashing);
      file.force(true);
      return hashing.digest();
    } catch (IOException lost) {
      throw Problem.of(
              RecordingProblem.FOOTAGE_LOST,
              clip.segments().getFirst().start().toString(),
              clip.segments().getLast().end().toString())
          .because(lost);
    }
  }

  private static final class HashingChannel implements WritableByteChannel {
    private final FileChannel target;
    private final MessageDigest digest;

    HashingChannel(FileChannel target) {
      this.target = target;
      try {
        this.digest = MessageDigest.getInstance("SHA-256");
      } catch (NoSuchAlgorithmException impossible) {
        throw new IllegalStateException("every Java runtime has SHA-256", impossible);
      }
    }

    @Override
    public int write(ByteBuffer source) throws IOException {
      ByteBuffer copy = source.duplicate();
      int written = target.write(source);
      digest.update(copy.limit(copy.position() + written));
      return written;
    }

    Bytes digest() {
      return Bytes.copyOf(digest.digest());
    }

    @Override
    public boolean isOpen() {
      return target.isOpen();
    }

    @Override
    public void close() throws IOException {
      target.close();
    }
  }
}
