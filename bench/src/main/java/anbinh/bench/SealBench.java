package anbinh.bench;

import anbinh.media.simulator.VideoSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// `./anbinh bench seal [--times 5]`: how long the running server takes to seal an extraction of an
/// hour and a gigabyte, beside `cp`, `sha512sum` and `sha256sum` of the finished package, one after
/// the other.
///
/// Sealing is the server's own step: packing, both digests of every file, the entry in the log and
/// its proof, the proofs of sixty segments, the minutes in three languages, syncing, and the digest
/// of the whole package. The copy is brought to the disk too, as a package is before it is said to
/// be sealed. The two take turns; the first extraction is not counted; medians count. Each begins
/// with memory that has been used before: a virtual machine gets memory that is not from its host
/// at a few seconds a gigabyte, which is nobody's cost here.
public final class SealBench {
  private static final int KILOBITS = 2_500;
  private static final double GOAL = 1.5;

  private SealBench() {}

  public static void main(String[] arguments) throws IOException, InterruptedException {
    var options = new Options("bench seal", arguments);
    int times = options.number("--times", 5);
    options.end();
    Path folder = Workplace.make();
    Result result = run(folder, times);
    System.out.println(result);
    System.exit(result.met() ? 0 : 1);
  }

  private static Result run(Path folder, int times) throws IOException, InterruptedException {
    Path video = TestVideos.make(folder, 20, KILOBITS);
    Path data = folder.resolve("data");
    String camera;
    try (RecordingServer server = RecordingServer.start(data)) {
      camera = server.add(List.of("rtsp://127.0.0.1:9/none"), false).getFirst();
    }
    Instant start = Instant.now().truncatedTo(ChronoUnit.SECONDS).minus(2, ChronoUnit.HOURS);
    RecordedHour.write(data.resolve("recordings"), camera, VideoSource.ofMp4(video), start);
    try (RecordingServer server = RecordingServer.restart(data)) {
      server.awaitRecorded(camera, start, start.plusSeconds(3_590));
      var extractions = new Extractions(server, start);
      List<Double> ours = new ArrayList<>();
      List<Double> peer = new ArrayList<>();
      for (int i = 0; i <= times; i++) {
        useMemory(folder);
        Extractions.Sealed sealed = extractions.seal(camera, start, start.plusSeconds(3_600));
        Path zip = data.resolve("evidence").resolve("packages").resolve(sealed.code() + ".zip");
        useMemory(folder);
        double copied = coreutils(zip, folder.resolve("copy"));
        System.out.printf(
            Locale.ROOT,
            "%s: %d MiB sealed in %.2f s, copied and summed in %.2f s%n",
            sealed.code(),
            Files.size(zip) >> 20,
            sealed.seconds(),
            copied);
        if (i > 0) {
          ours.add(sealed.seconds());
          peer.add(copied);
        }
      }
      return new Result("seal-s-against-coreutils", median(ours), median(peer), GOAL, true);
    }
  }

  /// Fills the page cache with as much as an extraction and its package take, and frees it.
  private static void useMemory(Path folder) throws IOException, InterruptedException {
    Path file = folder.resolve("memory");
    Programs.run(List.of("dd", "if=/dev/zero", "of=" + file, "bs=1M", "count=4096", "status=none"));
    Files.delete(file);
  }

  private static double coreutils(Path file, Path copy) throws IOException, InterruptedException {
    long begun = System.nanoTime();
    Programs.run(List.of("cp", file.toString(), copy.toString()));
    Programs.run(List.of("sync", copy.toString()));
    Programs.run(List.of("sha512sum", copy.toString()));
    Programs.run(List.of("sha256sum", copy.toString()));
    double seconds = (System.nanoTime() - begun) / 1e9;
    Files.delete(copy);
    return seconds;
  }

  private static double median(List<Double> values) {
    return values.stream().sorted().skip(values.size() / 2).findFirst().orElseThrow();
  }
}
