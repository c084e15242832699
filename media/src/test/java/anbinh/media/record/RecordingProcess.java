package anbinh.media.record;

import anbinh.media.record.log.ClosedSegment;
import anbinh.media.record.log.Gap;
import java.io.IOException;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/// A recorder in a process of its own, fed in real time by synthetic cameras: to be killed by
/// tests, and to be measured.
///
/// Arguments: storage folder, cameras, seconds (0 = until killed), bytes of an ordinary picture. On
/// end prints processor time and memory.
public final class RecordingProcess {
  private RecordingProcess() {}

  public static void main(String[] arguments) throws Exception {
    int cameras = Integer.parseInt(arguments[1]);
    int seconds = Integer.parseInt(arguments[2]);
    int pictureBytes = Integer.parseInt(arguments[3]);
    StorageRoot root = StorageRoot.open(Path.of(arguments[0]), Optional.empty());
    MemoryLog log = new MemoryLog();
    MappedByteBuffer sent = mapSent(Path.of(arguments[0] + ".sent"), cameras);
    List<SyntheticCamera> sources = new ArrayList<>();
    try (Recorder recorder =
        Recorder.start(
            root, RecorderOptions.DEFAULT, log, InstantSource.system(), System::nanoTime)) {
      long begun = System.nanoTime();
      Instant born = Instant.now();
      for (int i = 0; i < cameras; i++) {
        SyntheticCamera camera =
            new SyntheticCamera(
                i, recorder.open("camera-" + i, Optional.empty()), born, 30, pictureBytes);
        camera.reusePayload();
        camera.connect();
        sources.add(camera);
      }
      System.out.println("recording");
      System.out.flush();
      long cpuAtStart = 0;
      Map<String, Long> before = Map.of();
      long fromNanos = 0;
      for (long frame = 0; seconds == 0 || frame < seconds * 15L; frame++) {
        if (frame == 15L * 10) {
          cpuAtStart = otherThreadsNanos();
          before = threadNanos();
          fromNanos = System.nanoTime();
        }
        for (int i = 0; i < cameras; i++) {
          long due = begun + (frame * cameras + i) * 1_000_000_000L / (15L * cameras);
          long wait = due - System.nanoTime();
          if (wait > 2_000_000) {
            LockSupport.parkNanos(wait);
          }
          sources.get(i).send();
          sent.putInt(4 * i, (int) frame + 1);
        }
      }
      Map<String, Long> spent = threadNanos();
      before.forEach((name, nanos) -> spent.merge(name, -nanos, Long::sum));
      spent.values().removeIf(nanos -> nanos < 10_000_000);
      spent.replaceAll((name, nanos) -> nanos / 1_000_000);
      System.out.println("milliseconds by thread: " + spent);
      double minutes = (System.nanoTime() - fromNanos) / 60e9;
      double cpu = (otherThreadsNanos() - cpuAtStart) / 1e9;
      System.out.printf(
          "%d cameras: %.4f CPU-seconds a camera-minute (threads of the recorder and the JVM), heap %d MB%n",
          cameras,
          cpu / minutes / cameras,
          (Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory()) >> 20);
    }
    System.out.printf(
        "%d segments, %d pictures, gaps %s%n",
        log.closed().size(),
        log.closed().stream().mapToInt(ClosedSegment::frames).sum(),
        log.gaps().stream().map(Gap::cause).distinct().toList());
  }

  /// How many pictures each camera has sent, in a file that outlives a kill.
  static MappedByteBuffer mapSent(Path file, int cameras) throws IOException {
    try (FileChannel channel =
        FileChannel.open(
            file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
      return channel.map(FileChannel.MapMode.READ_WRITE, 0, 4L * cameras);
    }
  }

  /// Processor time of all threads but this one, which feeds the recorder.
  private static long otherThreadsNanos() throws IOException {
    return threadNanos().values().stream().mapToLong(Long::longValue).sum();
  }

  /// By name; compiler and collector threads of one kind share a name.
  private static Map<String, Long> threadNanos() throws IOException {
    String self = Path.of("/proc/thread-self").toRealPath().getFileName().toString();
    Map<String, Long> nanos = new TreeMap<>();
    try (Stream<Path> tasks = Files.list(Path.of("/proc/self/task"))) {
      for (Path task : tasks.toList()) {
        if (!task.getFileName().toString().equals(self)) {
          nanos.merge(
              Files.readString(task.resolve("comm")).strip(),
              Long.parseLong(Files.readString(task.resolve("schedstat")).split(" ", -1)[0]),
              Long::sum);
        }
      }
    }
    return nanos;
  }
}
