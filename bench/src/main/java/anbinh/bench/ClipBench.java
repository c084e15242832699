package anbinh.bench;

import anbinh.media.simulator.VideoSource;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/// `./anbinh bench clip [--times 25]`: first byte and whole of a 30 s clip at random places of a
/// recorded hour, over HTTP from the running server, beside ffmpeg stream copy from one MP4 of the
/// same hour (its process started for each clip, as a recorder would) and `dd` of as many bytes.
/// The three take turns; medians count; everything is in the page cache.
public final class ClipBench {
  private static final int CLIP_SECONDS = 30;

  /// A server runs for months; what its compiler does at first is not measured.
  private static final int WARM_UP = 3_000;

  private static final double FIRST_BYTE_GOAL = 1 / 20.0;
  private static final double WHOLE_GOAL = 2;
  private static final long SEED = 20_261_125;

  private ClipBench() {}

  public static void main(String[] arguments) throws IOException, InterruptedException {
    var options = new Options("bench clip", arguments);
    int times = options.number("--times", 25);
    options.end();
    Path folder = Workplace.make();
    boolean met = run(folder, times);
    System.exit(met ? 0 : 1);
  }

  private static boolean run(Path folder, int times) throws IOException, InterruptedException {
    Path video = TestVideos.make(folder, 20);
    Path data = folder.resolve("data");
    String camera;
    try (RecordingServer server = RecordingServer.start(data)) {
      camera = server.add(List.of("rtsp://127.0.0.1:9/none"), false).getFirst();
    }
    Instant start = Instant.now().truncatedTo(ChronoUnit.SECONDS).minus(2, ChronoUnit.HOURS);
    RecordedHour.write(data.resolve("recordings"), camera, VideoSource.ofMp4(video), start);
    try (RecordingServer server = RecordingServer.restart(data);
        Wire wire = server.wire()) {
      server.awaitRecorded(camera, start, start.plusSeconds(3_590));
      Path hour = folder.resolve("hour.mp4");
      server.officer().download(path(camera, start, 3_600), hour);
      System.out.println("one hour: " + (Files.size(hour) >> 20) + " MiB");
      var random = new Random(SEED);
      Timing[] ours = new Timing[times];
      Timing[] ffmpeg = new Timing[times];
      Timing[] dd = new Timing[times];
      for (int i = 0; i < WARM_UP; i++) {
        wire.time(path(camera, start.plusSeconds(10 + random.nextInt(3_500)), CLIP_SECONDS));
      }
      for (int i = 0; i < times; i++) {
        int second = 10 + random.nextInt(3_500);
        ours[i] = wire.time(path(camera, start.plusSeconds(second), CLIP_SECONDS));
        ffmpeg[i] = ffmpeg(hour, second);
        dd[i] = dd(hour, second, ours[i].bytes());
      }
      return report(ours, ffmpeg, dd);
    }
  }

  private static boolean report(Timing[] ours, Timing[] ffmpeg, Timing[] dd) {
    double oursFirst = medianMillis(ours, true);
    double oursWhole = medianMillis(ours, false);
    System.out.printf(
        Locale.ROOT,
        "clip bytes=%d ffmpeg-whole=%.1f ms%n",
        ours[0].bytes(),
        medianMillis(ffmpeg, false));
    var whole =
        new Result(
            "clip-whole-ms-against-dd", oursWhole, medianMillis(dd, false), WHOLE_GOAL, true);
    var first =
        new Result(
            "clip-first-byte-ms-against-ffmpeg",
            oursFirst,
            medianMillis(ffmpeg, true),
            FIRST_BYTE_GOAL,
            true);
    System.out.println(whole);
    System.out.println(first);
    return whole.met() && first.met();
  }

  private static double medianMillis(Timing[] timings, boolean first) {
    long[] sorted =
        Arrays.stream(timings).mapToLong(t -> first ? t.first() : t.whole()).sorted().toArray();
    return sorted[sorted.length / 2] / 1e6;
  }

  private static Timing ffmpeg(Path hour, int second) throws IOException, InterruptedException {
    return timed(
        List.of(
            "ffmpeg",
            "-nostdin",
            "-v",
            "error",
            "-ss",
            String.valueOf(second),
            "-i",
            hour.toString(),
            "-t",
            String.valueOf(CLIP_SECONDS),
            "-c",
            "copy",
            "-f",
            "mp4",
            "-movflags",
            "frag_keyframe+empty_moov",
            "pipe:1"));
  }

  private static Timing dd(Path hour, int second, long bytes)
      throws IOException, InterruptedException {
    long blocks = bytes / 65_536;
    long skip = Math.min(second * 4L, Files.size(hour) / 65_536 - blocks);
    return timed(
        List.of("dd", "if=" + hour, "bs=64k", "skip=" + skip, "count=" + blocks, "status=none"));
  }

  private static Timing timed(List<String> command) throws IOException, InterruptedException {
    long begun = System.nanoTime();
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    Timing timing = read(process.getInputStream(), begun);
    process.waitFor();
    return timing;
  }

  private static Timing read(InputStream source, long begun) throws IOException {
    byte[] buffer = new byte[1 << 16];
    long bytes = source.read(buffer);
    long first = System.nanoTime() - begun;
    for (int read = source.read(buffer); read >= 0; read = source.read(buffer)) {
      bytes += read;
    }
    return new Timing(first, System.nanoTime() - begun, bytes);
  }

  private static String path(String camera, Instant from, int seconds) {
    return "/api/cameras/%s/video.mp4?from=%s&to=%s"
        .formatted(camera, from, from.plusSeconds(seconds));
  }
}
