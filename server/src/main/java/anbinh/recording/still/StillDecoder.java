package anbinh.recording.still;

import static java.nio.charset.StandardCharsets.UTF_8;

import anbinh.media.Codec;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/// Decodes pictures through [StillProcess]: starts the child when first needed, at the lowest
/// priority, so that recording goes first; starts it again when it died, ends it when it takes too
/// long. Thread-safe; one picture at a time.
final class StillDecoder implements AutoCloseable {
  private static final Duration TIMEOUT = Duration.ofSeconds(20);

  /// For a child's first picture: behind a busy machine the child alone takes ten seconds to start.
  private static final Duration FIRST_TIMEOUT = Duration.ofSeconds(60);

  /// The size of a picture that stays as large as it is.
  static final int WHOLE = 0;

  private final ReentrantLock turn = new ReentrantLock();
  private final ScheduledExecutorService watchdog =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("still-watchdog").factory());
  private @Nullable Child child;

  /// One coded picture for the decoder.
  ///
  /// @param annexB NAL units with start codes; the first unit of a run carries its parameter sets
  public record Unit(ByteBuffer annexB, long pts) {}

  /// Thrown when no picture could be made; the message says why.
  public static final class UndecodableException extends Exception {
    UndecodableException(String message) {
      super(message);
    }
  }

  /// The picture at `wantedPts` as JPEG, at most so wide or [#WHOLE]. `run` starts with a key unit
  /// and contains the requested one.
  public byte[] decode(Codec codec, List<Unit> run, long wantedPts, int maxWidth)
      throws UndecodableException {
    turn.lock();
    try {
      return ask(codec, run, wantedPts, maxWidth);
    } finally {
      turn.unlock();
    }
  }

  /// As [#decode]; empty while another picture is being decoded.
  public Optional<byte[]> tryDecode(Codec codec, List<Unit> run, long wantedPts, int maxWidth)
      throws UndecodableException {
    if (!turn.tryLock()) {
      return Optional.empty();
    }
    try {
      return Optional.of(ask(codec, run, wantedPts, maxWidth));
    } finally {
      turn.unlock();
    }
  }

  private byte[] ask(Codec codec, List<Unit> run, long wantedPts, int maxWidth)
      throws UndecodableException {
    Child current = child;
    Duration timeout = TIMEOUT;
    if (current == null || !current.process.isAlive()) {
      current = start();
      child = current;
      timeout = FIRST_TIMEOUT;
    }
    Process process = current.process;
    var deadline =
        watchdog.schedule(process::destroyForcibly, timeout.toMillis(), TimeUnit.MILLISECONDS);
    try {
      return current.ask(codec, run, wantedPts, maxWidth);
    } catch (IOException died) {
      process.destroyForcibly();
      child = null;
      throw new UndecodableException("the decoder ended without an answer");
    } finally {
      deadline.cancel(false);
    }
  }

  private static Child start() throws UndecodableException {
    try {
      Process process =
          new ProcessBuilder(
                  "nice",
                  "-n",
                  "19",
                  Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                  "-Xmx256m",
                  "-XX:+UseSerialGC",
                  "-XX:TieredStopAtLevel=1",
                  "-Djava.awt.headless=true",
                  "--enable-native-access=ALL-UNNAMED",
                  "-cp",
                  System.getProperty("java.class.path"),
                  StillProcess.class.getName())
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      return new Child(process);
    } catch (IOException failure) {
      throw new UndecodableException("the decoder could not be started");
    }
  }

  @Override
  public void close() {
    watchdog.shutdownNow();
    turn.lock();
    try {
      if (child != null) {
        child.process.destroy();
      }
    } finally {
      turn.unlock();
    }
  }

  private static final class Child {
    final Process process;
    private final DataOutputStream requests;
    private final DataInputStream answers;

    Child(Process process) {
      this.process = process;
      this.requests =
          new DataOutputStream(new BufferedOutputStream(process.getOutputStream(), 1 << 16));
      this.answers =
          new DataInputStream(new BufferedInputStream(process.getInputStream(), 1 << 16));
    }

    byte[] ask(Codec codec, List<Unit> run, long wantedPts, int maxWidth)
        throws IOException, UndecodableException {
      requests.writeUTF(codec.name());
      requests.writeInt(run.size());
      for (Unit unit : run) {
        byte[] bytes = new byte[unit.annexB().remaining()];
        unit.annexB().get(unit.annexB().position(), bytes);
        requests.writeLong(unit.pts());
        requests.writeInt(bytes.length);
        requests.write(bytes);
      }
      requests.writeLong(wantedPts);
      requests.writeInt(maxWidth);
      requests.flush();
      int status = answers.readInt();
      byte[] body = answers.readNBytes(answers.readInt());
      if (status != 0) {
        throw new UndecodableException(new String(body, UTF_8));
      }
      return body;
    }
  }
}
