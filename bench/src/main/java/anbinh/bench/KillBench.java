package anbinh.bench;

import anbinh.e2e.ApiClient;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;

/// `./anbinh bench kill [--cameras 20] [--times 20]`: kills the recording server (SIGKILL) at
/// random moments and says what of the cameras' video is missing afterwards.
///
/// After each kill the server starts again, and for every camera the last frame before the kill is
/// looked up: whole frame periods between it and the kill are what was lost. Every file is then
/// read by ffprobe, and at the end `check` compares files, database and log. The peer is ffmpeg's
/// fragmented MP4, whose loss is a key-picture interval plus its buffers; it is not run here, the
/// goal is absolute: 0.1 s.
public final class KillBench {
  private static final Duration PERIOD = Duration.ofNanos(1_000_000_000 / 15);
  private static final double GOAL_SECONDS = 0.1;
  private static final long SEED = 20_261_125;

  private KillBench() {}

  public static void main(String[] arguments) throws IOException, InterruptedException {
    var options = new Options("bench kill", arguments);
    int count = options.number("--cameras", 20);
    int times = options.number("--times", 20);
    options.end();
    Path folder = Workplace.make();
    boolean met;
    try (Cameras cameras = Cameras.start(TestVideos.make(folder, 20), count)) {
      met = run(folder.resolve("data"), cameras, count, times);
    }
    System.exit(met ? 0 : 1);
  }

  private static boolean run(Path data, Cameras cameras, int count, int times)
      throws IOException, InterruptedException {
    var random = new Random(SEED);
    List<Double> lost = new ArrayList<>();
    RecordingServer server = RecordingServer.start(data);
    List<String> ids = server.add(cameras.addresses(), true);
    server.awaitRecording(count);
    for (int kill = 1; kill <= times; kill++) {
      TimeUnit.MILLISECONDS.sleep(4_000 + random.nextInt(4_000));
      Instant killedAt = Instant.now();
      server.kill();
      server = RecordingServer.restart(data);
      server.awaitRecording(count); // cameras are recorded once the files have been looked at
      for (String camera : ids) {
        lost.add(lostSeconds(server.officer(), camera, killedAt));
      }
      System.out.printf(Locale.ROOT, "kill %d: worst %.3f s so far%n", kill, Collections.max(lost));
    }
    server.close();
    int unreadable = unreadableFiles(data.resolve("recordings"));
    boolean consistent = check(data);
    Collections.sort(lost);
    System.out.printf(
        Locale.ROOT,
        "kills=%d cameras=%d median-lost=%.3f s unreadable-files=%d check=%s%n",
        times,
        count,
        lost.get(lost.size() / 2),
        unreadable,
        consistent ? "consistent" : "INCONSISTENT");
    double worst = lost.getLast();
    boolean met = worst <= GOAL_SECONDS && unreadable == 0 && consistent;
    System.out.printf(
        Locale.ROOT,
        "kill-worst-tail-lost-s ours=%.3f peer=- ratio=- goal=ours<=%.1f %s%n",
        worst,
        GOAL_SECONDS,
        met ? "met" : "missed");
    return met;
  }

  private static double lostSeconds(ApiClient officer, String camera, Instant killedAt) {
    JsonNode frames =
        officer
            .get(
                "/api/cameras/%s/frames?from=%s&to=%s"
                    .formatted(camera, killedAt.minusSeconds(3), killedAt.plusMillis(500)))
            .orThrow()
            .get("frames");
    Instant last = Instant.EPOCH;
    for (JsonNode frame : frames) {
      Instant at = Instant.parse(frame.get("at").asString());
      if (at.isBefore(killedAt.plusMillis(100)) && at.isAfter(last)) {
        last = at;
      }
    }
    long periods = Math.max(0, Duration.between(last, killedAt).toNanos() / PERIOD.toNanos());
    return periods * PERIOD.toNanos() / 1e9;
  }

  private static int unreadableFiles(Path recordings) throws IOException, InterruptedException {
    List<Path> files;
    try (var all = Files.walk(recordings)) {
      files = all.filter(file -> file.toString().endsWith(".mp4")).toList();
    }
    int unreadable = 0;
    for (Path file : files) {
      try {
        Programs.run(
            List.of(
                "ffprobe", "-v", "error", "-show_entries", "stream=codec_name", file.toString()));
      } catch (IOException failure) {
        unreadable++;
      }
    }
    System.out.println("files read by ffprobe: " + files.size());
    return unreadable;
  }

  private static boolean check(Path data) throws IOException, InterruptedException {
    Process check =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-jar",
                RecordingServer.app().resolve("anbinh.jar").toString(),
                "--anbinh.data=" + data,
                "--anbinh.command=check")
            .inheritIO()
            .start();
    return check.waitFor() == 0;
  }
}
