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
/// and writes its log, beside one `ffmpeg -c copy -f segment` per camera on the same streams.
///
/// The same simulated cameras serve both, from a process that is not counted, first the server and
/// then ffmpeg: side by side each would work with the memory that the other gives back or takes.
/// The server warms up for ten minutes, since it runs for months and its just-in-time compilers
/// work only at first: what happens once a minute for each camera is compiled after some hundred
/// times. ffmpeg has nothing to compile.
public final class RecordingBench {
  private static final int SERVER_WARM_UP_SECONDS = 600;
  private static final int FFMPEG_WARM_UP_SECONDS = 20;
  private static final double CPU_GOAL = 0.25;
  private static final double MEMORY_GOAL = 0.5;

  private RecordingBench() {}

  public static void main(String[] arguments) throws IOException, InterruptedException {
    var options = new Options("bench recording", arguments);
    int count = options.number("--cameras", 50);
    int seconds = options.number("--seconds", 120);
    Path video = options.file("--video");
    options.end();
    Path folder = Workplace.make();
    boolean met = run(folder, video == null ? TestVideos.make(folder, 20) : video, count, seconds);
    System.exit(met ? 0 : 1);
  }

  private static boolean run(Path folder, Path video, int count, int seconds)
      throws IOException, InterruptedException {
    try (Cameras cameras = Cameras.start(video, count)) {
      Figures ours = server(folder, cameras, count, seconds);
      Figures peer = ffmpeg(folder, cameras, seconds);
      System.out.printf(Locale.ROOT, "cameras=%d seconds=%d%n", count, seconds);
      var memory =
          new Result(
              "recording-memory-MiB-per-camera",
              ours.mebibytes() / count,
              peer.mebibytes() / count,
              MEMORY_GOAL,
              true);
      var cpu =
          new Result(
              "recording-cpu-s-per-camera-minute",
              ours.cpuSeconds() / count,
              peer.cpuSeconds() / count,
              CPU_GOAL,
              true);
      System.out.println(memory);
      System.out.println(cpu);
      return cpu.met();
    }
  }

  /// What all processes of one side took.
  ///
  /// @param cpuSeconds processor time a minute
  private record Figures(double cpuSeconds, double mebibytes) {
    static Figures of(ProcessTree tree, int seconds) throws InterruptedException {
      double before = tree.cpuSeconds();
      long begun = System.nanoTime();
      TimeUnit.SECONDS.sleep(seconds);
      double minutes = (System.nanoTime() - begun) / 60e9;
      return new Figures((tree.cpuSeconds() - before) / minutes, tree.pssMebibytes());
    }
  }

  private static Figures server(Path folder, Cameras cameras, int count, int seconds)
      throws IOException, InterruptedException {
    try (RecordingServer server = RecordingServer.start(folder.resolve("data"))) {
      server.add(cameras.addresses(), true);
      server.awaitRecording(count);
      System.out.println("the server records; warming up");
      TimeUnit.SECONDS.sleep(SERVER_WARM_UP_SECONDS);
      System.out.println("measuring for " + seconds + " s");
      Figures figures = Figures.of(new ProcessTree(List.of(server.pid())), seconds);
      server.awaitRecording(count);
      return figures;
    }
  }

  private static Figures ffmpeg(Path folder, Cameras cameras, int seconds)
      throws IOException, InterruptedException {
    List<Process> ffmpegs = new ArrayList<>();
    try {
      Path target = Files.createDirectories(folder.resolve("peer"));
      for (String address : cameras.addresses()) {
        ffmpegs.add(ffmpeg(address, target.resolve("camera-" + ffmpegs.size() + "-%05d.mp4")));
      }
      System.out.println("ffmpeg records; warming up");
      TimeUnit.SECONDS.sleep(FFMPEG_WARM_UP_SECONDS);
      System.out.println("measuring for " + seconds + " s");
      Figures figures =
          Figures.of(new ProcessTree(ffmpegs.stream().map(Process::pid).toList()), seconds);
      if (!ffmpegs.stream().allMatch(Process::isAlive)) {
        throw new IllegalStateException("not all ffmpeg processes record");
      }
      return figures;
    } finally {
      ffmpegs.forEach(Process::destroy);
    }
  }

  private static Process ffmpeg(String address, Path target) throws IOException {
    return Programs.start(
        List.of(
            "ffmpeg",
            "-nostdin",
            "-v",
            "error",
            "-rtsp_transport",
            "tcp",
            "-i",
            address,
            "-c",
            "copy",
            "-an",
            "-f",
            "segment",
            "-segment_time",
            "60",
            "-segment_format",
            "mp4",
            target.toString()));
  }
}
