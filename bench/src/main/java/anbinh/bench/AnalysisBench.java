package anbinh.bench;

import anbinh.vision.clip.Clip;
import anbinh.vision.command.Main;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.ToDoubleFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/// `./anbinh bench analysis [--cameras 20] [--analysed 20] [--seconds 300] [--video FILE]`: how
/// many pictures a second the built-in analyser keeps up with beside recording cameras, as many of
/// which are analysed as leave it behind, and what recording loses meanwhile, which is to be
/// nothing. The same server records the same cameras without analysis first.
///
/// Segments are of 15 seconds and the analyser may lag by a minute, so that it is behind, and
/// skips, within minutes. It is measured from the end of one segment to the end of another. The
/// default video is noise, which changes everywhere all the time: the most that a camera can ask.
public final class AnalysisBench {
  private static final List<String> SETTINGS =
      List.of("--anbinh.recording.segment=15s", "--anbinh.sightings.analysis.max-lag=1m");

  private static final int WARM_UP_SECONDS = 60;
  private static final Duration PATIENCE = Duration.ofMinutes(10);

  /// Between two pictures that are analysed of a camera.
  private static final double INTERVAL = .25;

  /// A processor that follows one camera has to analyse so many pictures a second.
  private static final double PICTURES_PER_CAMERA = 1 / INTERVAL;

  private final RecordingServer server;
  private final int seconds;
  private final double picturesPerVideoSecond;

  private AnalysisBench(RecordingServer server, int seconds, double picturesPerVideoSecond) {
    this.server = server;
    this.seconds = seconds;
    this.picturesPerVideoSecond = picturesPerVideoSecond;
  }

  public static void main(String[] arguments) throws IOException, InterruptedException {
    var options = new Options("bench analysis", arguments);
    int count = options.number("--cameras", 20);
    int analysed = options.number("--analysed", 20);
    int seconds = options.number("--seconds", 300);
    Path given = options.file("--video");
    options.require(analysed <= count, "cannot analyse more cameras than there are");
    options.end();
    Path folder = Workplace.make();
    Path video = given == null ? TestVideos.make(folder, 20) : given;
    boolean met;
    try (Cameras cameras = Cameras.start(video, count);
        RecordingServer server = RecordingServer.start(folder.resolve("data"), SETTINGS)) {
      List<String> ids = server.add(cameras.addresses(), true);
      server.awaitRecording(count);
      System.out.println("the server records; warming up");
      TimeUnit.SECONDS.sleep(WARM_UP_SECONDS);
      met =
          new AnalysisBench(server, seconds, picturesPerVideoSecond(video))
              .run(count, ids.subList(0, analysed));
      server.awaitRecording(count);
    }
    System.exit(met ? 0 : 1);
  }

  /// How many of a second's pictures are analysed.
  private static double picturesPerVideoSecond(Path video) throws IOException {
    try (Clip clip = new Clip(video)) {
      int pictures = 0;
      double last = 0;
      for (double next = 0; clip.advance(next); next = clip.seconds() + INTERVAL) {
        pictures++;
        last = clip.seconds();
      }
      return (pictures - 1) / last;
    }
  }

  private boolean run(int count, List<String> analysed) throws InterruptedException {
    System.out.printf("measuring %d s of recording alone%n", seconds);
    Recorded before = Recorded.of(server);
    TimeUnit.SECONDS.sleep(seconds);
    Recorded alone = Recorded.of(server).since(before);
    for (String id : analysed) {
      server
          .administrator()
          .patch("/api/sightings/analysis/cameras/" + id, Map.of("on", true))
          .orThrow();
    }
    System.out.println("switched on analysis; waiting until it is behind");
    awaitSkipping();
    Position begin = nextPosition();
    before = Recorded.of(server);
    System.out.printf("measuring %d s of recording and analysis%n", seconds);
    TimeUnit.SECONDS.sleep(seconds);
    Position end = nextPosition();
    Recorded beside = Recorded.of(server).since(before);
    return report(count, analysed.size(), alone, beside, begin, end);
  }

  private boolean report(
      int count, int analysed, Recorded alone, Recorded beside, Position begin, Position end) {
    double elapsed = Duration.between(begin.at(), end.at()).toMillis() / 1e3;
    double video = end.analysedSeconds() - begin.analysedSeconds();
    double processor = end.processorSeconds() - begin.processorSeconds();
    double pictures = video * picturesPerVideoSecond;
    System.out.printf(
        Locale.ROOT,
        "cameras=%d analysed=%d seconds=%d: %.1f pictures/s analysed, of %.1f/s that were recorded of"
            + " these cameras; the process took %.2f of a processor, and %.2f of a processor's"
            + " second for a second of video%n",
        count,
        analysed,
        seconds,
        pictures / elapsed,
        analysed * picturesPerVideoSecond,
        processor / elapsed,
        processor / video);
    System.out.printf(
        Locale.ROOT,
        "the program says that one processor follows %.2f cameras, and that %.0f s of video were not"
            + " analysed since it lagged (%.0f s were)%n",
        end.camerasPerCore(),
        end.skippedSeconds() - begin.skippedSeconds(),
        video);
    alone.print("without analysis");
    beside.print("with analysis");
    List<Result> results =
        List.of(
            Result.absolute(
                "analysis-pictures-per-core-s",
                pictures / processor,
                Double.NaN,
                PICTURES_PER_CAMERA,
                false),
            Result.absolute("analysis-recording-lost-pictures", beside.lost(), Double.NaN, 0, true),
            new Result(
                "analysis-recording-pictures-per-s",
                beside.picturesPerSecond(),
                alone.picturesPerSecond(),
                .99,
                false));
    results.forEach(System.out::println);
    return results.stream().allMatch(Result::met);
  }

  /// What recording says of itself, all cameras together.
  ///
  /// @param seconds since some time
  /// @param lost pictures that did not come whole or were not written
  /// @param gapSeconds that were not recorded
  private record Recorded(double seconds, double pictures, double lost, double gapSeconds) {
    private static final Pattern COUNTER =
        Pattern.compile("^anbinh_camera_(\\w+)_total\\{.*\\} (\\S+)$", Pattern.MULTILINE);

    static Recorded of(RecordingServer server) {
      String metrics = server.administrator().get("/actuator/prometheus").text();
      return new Recorded(
          System.nanoTime() / 1e9,
          sum(metrics, "frames"),
          sum(metrics, "damaged_frames")
              + sum(metrics, "dropped_frames")
              + sum(metrics, "lost_packets"),
          sum(metrics, "gap_seconds"));
    }

    private static double sum(String metrics, String name) {
      double sum = Double.NaN; // where there is no such metric
      for (Matcher counter = COUNTER.matcher(metrics); counter.find(); ) {
        if (counter.group(1).equals(name)) {
          sum = (Double.isNaN(sum) ? 0 : sum) + Double.parseDouble(counter.group(2));
        }
      }
      return sum;
    }

    Recorded since(Recorded before) {
      return new Recorded(
          seconds - before.seconds,
          pictures - before.pictures,
          lost - before.lost,
          gapSeconds - before.gapSeconds);
    }

    double picturesPerSecond() {
      return pictures / seconds;
    }

    void print(String when) {
      System.out.printf(
          Locale.ROOT,
          "%s: %.0f pictures recorded, %.1f/s, %.0f lost, %.1f s of gaps%n",
          when,
          pictures,
          picturesPerSecond(),
          lost,
          gapSeconds);
    }
  }

  /// How far the analyser was when it had just dealt with a segment.
  ///
  /// @param analysedSeconds of video, since it was switched on
  /// @param skippedSeconds of video
  private record Position(
      Instant at,
      double processorSeconds,
      double analysedSeconds,
      double skippedSeconds,
      double camerasPerCore) {}

  private Position position() {
    JsonNode view = view();
    double skipped = sum(view, AnalysisBench::skippedSeconds);
    double dealtWith =
        sum(view, camera -> seconds(camera.get("switchedAt"), camera.get("analysedUntil")));
    return new Position(
        Instant.now(),
        analyser().cpuSeconds(),
        dealtWith - skipped,
        skipped,
        view.path("camerasPerCore").asDouble(0));
  }

  /// After the next segment.
  private Position nextPosition() throws InterruptedException {
    Position before = position();
    Position now = before;
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    // A segment that is skipped moves the position as well, and is no work.
    while (now.analysedSeconds() < before.analysedSeconds() + 1) {
      await(deadline);
      now = position();
    }
    return now;
  }

  private void awaitSkipping() throws InterruptedException {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (sum(view(), AnalysisBench::skippedSeconds) == 0) {
      await(deadline);
    }
  }

  private static void await(long deadline) throws InterruptedException {
    if (System.nanoTime() > deadline) {
      throw new IllegalStateException(
          "the analyser is not behind within ten minutes: give it more cameras with --analysed");
    }
    TimeUnit.MILLISECONDS.sleep(200);
  }

  private JsonNode view() {
    return server.administrator().get("/api/sightings/analysis").orThrow();
  }

  private static double sum(JsonNode view, ToDoubleFunction<JsonNode> ofCamera) {
    return view.get("cameras").valueStream().mapToDouble(ofCamera).sum();
  }

  private static double skippedSeconds(JsonNode camera) {
    return camera
        .get("notAnalysed")
        .valueStream()
        .mapToDouble(span -> seconds(span.get("from"), span.get("to")))
        .sum();
  }

  private static double seconds(JsonNode from, JsonNode to) {
    return Duration.between(Instant.parse(from.asString()), Instant.parse(to.asString())).toMillis()
        / 1e3;
  }

  /// The process that analyses, which the server starts.
  private ProcessTree analyser() {
    return new ProcessTree(
        ProcessHandle.of(server.pid()).stream()
            .flatMap(ProcessHandle::descendants)
            .filter(
                process -> process.info().commandLine().orElse("").contains(Main.class.getName()))
            .map(ProcessHandle::pid)
            .toList());
  }
}
