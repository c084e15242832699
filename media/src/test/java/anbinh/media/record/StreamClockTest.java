package anbinh.media.record;

import static org.assertj.core.api.Assertions.assertThat;

import anbinh.media.AccessUnit;
import anbinh.media.Await;
import anbinh.media.SenderReport;
import anbinh.media.StreamListener;
import anbinh.media.StreamState;
import anbinh.media.VideoFormat;
import anbinh.media.ingest.CameraAddress;
import anbinh.media.ingest.Ingest;
import anbinh.media.ingest.IngestOptions;
import anbinh.media.mp4.RecordedSegment;
import anbinh.media.mp4.Ticks;
import anbinh.media.record.log.ClockEvidence;
import anbinh.media.record.log.ClosedSegment;
import anbinh.media.record.log.Gap;
import anbinh.media.simulator.CameraSimulator;
import anbinh.media.simulator.Clips;
import anbinh.media.simulator.Picture;
import anbinh.media.simulator.SimulatedCamera;
import anbinh.media.simulator.VideoSource;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// RTP streams whose timestamps run at another rate than their description says, received and
/// recorded together for some seconds.
class StreamClockTest {
  private static final double[] RATES = {0.5, 0.8, 1, 1.02, 1.25, 2, 3};

  /// So much is recorded, which a wrong rate is noticed within.
  private static final Duration RECORDED = Duration.ofSeconds(14);

  /// When a picture may be noticed, beyond what a segment states and how unevenly pictures came.
  private static final Duration LATE = Duration.ofMillis(50);

  private final MemoryLog log = new MemoryLog();
  private final Map<String, Arrivals> arrivals = new LinkedHashMap<>();

  @Test
  void givesTrueTimesToStreamsWhoseClocksRunAtOtherRates(@TempDir Path folder) throws Exception {
    VideoSource plain = film(folder.resolve("plain.mp4"), "-g", "10", "-bf", "0");
    VideoSource reordered = film(folder.resolve("reordered.mp4"), "-g", "20", "-bf", "3");
    Instant began = Instant.now();
    try (CameraSimulator simulator = new CameraSimulator();
        Recorder recorder =
            Recorder.start(
                StorageRoot.open(folder.resolve("recorded"), Optional.empty()),
                RecorderOptions.DEFAULT.withRotateAfter(Duration.ofSeconds(30)),
                log,
                InstantSource.system(),
                System::nanoTime);
        Ingest ingest = new Ingest(IngestOptions.DEFAULTS)) {
      for (double rate : RATES) {
        for (VideoSource source : List.of(plain, reordered)) {
          SimulatedCamera camera = simulator.add(name(rate, source == plain), source);
          camera.runTimestamps(rate);
          Arrivals track = new Arrivals(recorder.open(camera.name(), Optional.empty()), source);
          arrivals.put(camera.name(), track);
          ingest.open(CameraAddress.of(camera.uri()), track);
        }
      }
      for (Arrivals track : arrivals.values()) {
        Await.untilAtLeast(RECORDED.toMillis(), "milliseconds recorded", track::millis);
      }
    }
    for (double rate : RATES) {
      assertTrueTimes(name(rate, true), plain, rate, began, folder.resolve("recorded"));
      assertTrueTimes(name(rate, false), reordered, rate, began, folder.resolve("recorded"));
    }
  }

  private static String name(double rate, boolean plain) {
    return (plain ? "plain-" : "reordered-") + Math.round(rate * 100);
  }

  private static VideoSource film(Path file, String... options) throws Exception {
    Clips.ffmpeg(
        Stream.of(
                List.of("-f", "lavfi", "-i", "testsrc2=size=320x180:rate=25", "-t", "4"),
                List.of("-c:v", "libx264", "-preset", "veryfast", "-pix_fmt", "yuv420p"),
                List.of(options),
                List.of(file.toString()))
            .flatMap(List::stream)
            .toArray(String[]::new));
    return VideoSource.ofMp4(file);
  }

  /// Each picture lies as far from the first one as in the film, none before the connection, and
  /// pictures are shown in the film's order.
  private void assertTrueTimes(
      String camera, VideoSource source, double rate, Instant began, Path folder) {
    Duration uneven = Objects.requireNonNull(arrivals.get(camera)).uneven().plus(LATE);
    List<Instant> stated = new ArrayList<>();
    List<ClosedSegment> closed = log.closed(camera);
    for (ClosedSegment segment : closed) {
      RecordedSegment recorded = segment.toRecorded(folder);
      Duration uncertainty = segment.clock().uncertainty().orElseThrow();
      for (int i = 0; i < segment.frames(); i++) {
        Instant at = recorded.wallTime(segment.index().mediaTicks(i));
        stated.add(at);
        Duration played = Ticks.toDuration(presentedAt(source, stated.size() - 1));
        Duration off = Duration.between(first(closed, folder), at).minus(played).abs();
        Duration drift = isNoticedAtOnce(rate) ? Duration.ZERO : played.dividedBy(50);
        assertThat(off)
            .as("%s, picture %s, %s", camera, stated.size(), segment.clock())
            .isLessThan(uncertainty.plus(uneven).plus(drift))
            .isLessThan(uneven.plusMillis(400));
      }
    }
    assertThat(stated).hasSizeGreaterThan(200);
    assertThat(stated.getFirst()).as(camera).isAfterOrEqualTo(began);
    assertThat(
            IntStream.range(0, stated.size())
                .boxed()
                .sorted(java.util.Comparator.comparing(i -> presentedAt(source, i)))
                .map(stated::get))
        .as(camera)
        .isSorted();
    assertThat(log.gaps().stream().filter(gap -> gap.cameraKey().equals(camera)))
        .as(camera)
        .extracting(Gap::cause)
        .doesNotContain(Gap.Cause.CLOCK_STEP, Gap.Cause.LOSS);
    if (isNoticedAtOnce(rate)) {
      assertThat(closed.getFirst().clock().source())
          .as(camera)
          .isEqualTo(
              rate == 1 ? ClockEvidence.Source.CAMERA_TIMESTAMPS : ClockEvidence.Source.RECEIPT);
    }
  }

  /// A fiftieth is noticed sooner or later, as the machine is idle or not, and until then the times
  /// drift by it.
  private static boolean isNoticedAtOnce(double rate) {
    return rate == 1 || Math.abs(rate - 1) > 0.1;
  }

  private static Instant first(List<ClosedSegment> closed, Path folder) {
    return closed.getFirst().toRecorded(folder).wallTime(0);
  }

  /// Passes on what comes, and keeps how much later each picture came than the film has it: where
  /// the machine is loaded, a camera sends and the ingest notices unevenly, and a recording that
  /// goes by receipt rightly says so.
  private static final class Arrivals implements StreamListener {
    private final StreamListener track;
    private final VideoSource source;
    private int pictures;
    private long first;
    private long least;
    private long most;
    private volatile long lasted;

    Arrivals(StreamListener track, VideoSource source) {
      this.track = track;
      this.source = source;
    }

    long millis() {
      return lasted / 1_000_000;
    }

    /// For when the stream has ended.
    Duration uneven() {
      return Duration.ofNanos(most - least);
    }

    @Override
    public void onAccessUnit(AccessUnit unit) {
      long came = unit.receivedNanos();
      first = pictures == 0 ? came : first;
      long late = came - first - Ticks.toNanos(sentAt(source, pictures));
      least = Math.min(least, late);
      most = Math.max(most, late);
      pictures++;
      track.onAccessUnit(unit);
      lasted = came - first;
    }

    @Override
    public void onFormat(VideoFormat format) {
      track.onFormat(format);
    }

    @Override
    public void onLoss(int packets) {
      track.onLoss(packets);
    }

    @Override
    public void onSenderReport(SenderReport report) {
      track.onSenderReport(report);
    }

    @Override
    public void onState(StreamState state) {
      track.onState(state);
    }
  }

  /// Since the first picture, in ticks.
  private static long presentedAt(VideoSource source, int number) {
    List<Picture> pictures = source.pictures();
    return sentAt(source, number)
        + pictures.get(number % pictures.size()).presentationOffset90k()
        - pictures.getFirst().presentationOffset90k();
  }

  private static long sentAt(VideoSource source, int number) {
    List<Picture> pictures = source.pictures();
    long at = number / pictures.size() * source.duration90k();
    for (int i = 0; i < number % pictures.size(); i++) {
      at += pictures.get(i).duration90k();
    }
    return at;
  }
}
