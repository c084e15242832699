package anbinh.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/// `./anbinh bench recording [--cameras 50] [--seconds 120] [--video FILE]`: processor time and
/// memory of the whole server (its PostgreSQL included) while it records, hashes, indexes, syncs
/// and writes its log, beside one `ffmpeg -c copy -f segment` per camera on the same streams at the
/// same time.
///
/// The same simulated cameras serve both, from a process that is not counted. Both record for half
/// a minute before the measurement, so that neither start-up nor just-in-time compilation counts.
public final class RecordingBench {
  private static final int WARM_UP_SECONDS = 40;
  private static final double CPU_GOAL = 0.25;
  private static final double MEMORY_GOAL = 0.5;

  private RecordingBench() {}

  public static void main(String[] arguments) throws IOException, InterruptedException {
    int count = 50;
    int seconds = 120;
    Path video = null;
    for (int i = 0; i + 1 < arguments.length; i += 2) {
      switch (arguments[i]) {
        case "--cameras" -> count = Integer.parseInt(arguments[i + 1]);
        case "--seconds" -> seconds = Integer.parseInt(arguments[i + 1]);
        case "--video" -> video = Path.of(arguments[i + 1]);
        default -> throw new IllegalArgumentException("unknown option " + arguments[i]);
      }
    }
    Path folder = Files.createTempDirectory("anbinh-bench-");
    boolean met;
    try {
      met = run(folder, video == null ? Films.make(folder, 20) : video, count, seconds);
    } finally {
      Trees.delete(folder);
    }
    System.exit(met ? 0 : 1);
  }

  private static boolean run(Path folder, Path film, int count, int seconds)
      throws IOException, InterruptedException {
    List<Process> ffmpegs = new ArrayList<>();
    try (Cameras cameras = Cameras.start(film, count);
        RecordingServer server = RecordingServer.start(folder.resolve("data"))) {
      server.add(cameras.addresses(), true);
      server.awaitRecording(count);
      Path peerFolder = Files.createDirectories(folder.resolve("peer"));
      for (int i = 0; i < count; i++) {
        ffmpegs.add(
            Programs.start(
                List.of(
                    "ffmpeg",
                    "-nostdin",
                    "-v",
                    "error",
                    "-rtsp_transport",
                    "tcp",
                    "-i",
                    cameras.addresses().get(i),
                    "-c",
                    "copy",
                    "-an",
                    "-f",
                    "segment",
                    "-segment_time",
                    "60",
                    "-segment_format",
                    "mp4",
                    peerFolder.resolve("camera-" + i + "-%05d.mp4").toString())));
      }
      System.out.println("both record " + count + " cameras; warming up");
      TimeUnit.SECONDS.sleep(WARM_UP_SECONDS);
      var ours = new ProcessTree(List.of(server.pid()));
      var peer = new ProcessTree(ffmpegs.stream().map(Process::pid).toList());
      double oursBefore = ours.cpuSeconds();
      double peerBefore = peer.cpuSeconds();
      long begun = System.nanoTime();
      System.out.println("measuring for " + seconds + " s");
      TimeUnit.SECONDS.sleep(seconds);
      double minutes = (System.nanoTime() - begun) / 60e9 * count;
      var cpu =
          new Result(
              "recording-cpu-s-per-camera-minute",
              (ours.cpuSeconds() - oursBefore) / minutes,
              (peer.cpuSeconds() - peerBefore) / minutes,
              CPU_GOAL,
              true);
      var memory =
          new Result(
              "recording-memory-MiB-per-camera",
              ours.pssMebibytes() / count,
              peer.pssMebibytes() / count,
              MEMORY_GOAL,
              true);
      server.awaitRecording(count);
      long alive = ffmpegs.stream().filter(Process::isAlive).count();
      System.out.printf(
          Locale.ROOT,
          "cameras=%d seconds=%d ffmpeg-alive=%d ours-processes=%d%n",
          count,
          seconds,
          alive,
          ours.size());
      System.out.println(memory);
      System.out.println(cpu);
      return cpu.met() && alive == count;
    } finally {
      ffmpegs.forEach(Process::destroy);
    }
  }
}
