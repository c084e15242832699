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
import anbinh.media.mp4.FrameTime;
import anbinh.media.mp4.RecordedSegment;
import anbinh.media.mp4.SampleIndex;
import anbinh.media.mp4.VirtualMp4;
import anbinh.media.record.log.ClosedSegment;
import anbinh.media.record.log.Gap;
import anbinh.media.simulator.CameraSimulator;
import anbinh.media.simulator.Clips;
import anbinh.media.simulator.Picture;
import anbinh.media.simulator.SimulatedCamera;
import anbinh.media.simulator.VideoSource;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Streams of every make that the encoders at hand can produce, from the socket to the file and
/// into cuts: each NAL unit, each time to the tick, and each decoded picture are those of the film.
///
/// All are received at once, as a recorder does.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StreamMatrixTest {
  private static final String X264 = "-c:v libx264 -preset ultrafast -g 10 -keyint_min 10 -bf 0";
  private static final String X264_B = "-c:v libx264 -preset veryfast -b_strategy 0 -x264-params ";
  private static final String X265 =
      "-c:v libx265 -preset ultrafast -tag:v hvc1 -x265-params log-level=none:";

  /// A film that is to be made.
  private record Film(String name, String rate, String size, String options) {
    List<String> input() {
      return List.of("-f", "lavfi", "-i", "testsrc2=size=" + size + ":rate=" + rate);
    }

    /// Few of large pictures, which take long to code and to decode.
    List<String> output() {
      List<String> output = new ArrayList<>();
      if (!options.contains("-pix_fmt")) {
        output.addAll(List.of("-pix_fmt", "yuv420p"));
      }
      output.addAll(List.of(options.split(" ", -1)));
      String seconds =
          switch (rate) {
            case "1" -> "4";
            case "5" -> "1";
            default -> "2";
          };
      output.addAll(List.of("-t", seconds));
      return output;
    }
  }

  /// One film and what has become of it.
  record Stream(String name, VideoSource source, SimulatedCamera camera, List<String> hashes) {
    @Override
    public String toString() {
      return name;
    }
  }

  private Path films = Path.of("");
  private Path folder = Path.of("");
  private final MemoryLog log = new MemoryLog();
  private final List<Film> made = new ArrayList<>();
  private final Map<String, Stream> streams = new LinkedHashMap<>();
  private CameraSimulator simulator;

  @BeforeAll
  void record(@TempDir Path given) throws Exception {
    films = Files.createDirectory(given.resolve("films"));
    folder = Files.createDirectory(given.resolve("recorded"));
    simulator = new CameraSimulator();
    make("h264-baseline", 25, "320x180", X264 + " -profile:v baseline");
    make("h264-main-cavlc", 25, "320x180", X264 + " -profile:v main -coder 0");
    make("h264-high-8x8", 25, "320x180", X264 + " -profile:v high -x264-params 8x8dct=1:cabac=1");
    make("h264-slices", 25, "320x180", X264 + " -x264-params slices=5");
    make("h264-slices-in-small-packets", 25, "320x180", X264 + " -x264-params slice-max-size=300");
    make("h264-b-pyramid", 25, "320x180", X264_B + "keyint=20:bframes=4:b-pyramid=normal");
    make(
        "h264-open-gop",
        25,
        "320x180",
        X264_B + "keyint=10:min-keyint=5:bframes=3:open-gop=1:b-pyramid=normal");
    make("h264-mbaff", 25, "320x192", X264_B + "keyint=10:bframes=2:interlaced=1:tff=1");
    make("h264-fake-interlaced", 25, "320x192", X264 + " -x264-params fake-interlaced=1");
    make("h264-422-10-bit", 25, "320x180", X264 + " -pix_fmt yuv422p10le -profile:v high422");
    make("h264-444", 25, "320x180", X264 + " -pix_fmt yuv444p -profile:v high444");
    make("h264-lossless", 25, "160x90", X264 + " -qp 0 -pix_fmt yuv444p");
    make("h264-grey", 25, "320x180", X264 + " -pix_fmt gray");
    make("h264-cropped", 25, "322x182", X264);
    make("h264-wide-samples", 25, "352x288", X264 + " -vf setsar=16/11");
    make("h264-every-picture-key", 25, "320x180", "-c:v libx264 -preset ultrafast -g 1");
    make("h264-one-key-picture", 25, "320x180", "-c:v libx264 -preset ultrafast -g 1000");
    make("h264-delimiters-and-hrd", 25, "320x180", hrd());
    make("h264-60-a-second", 60, "320x180", X264);
    make("h264-1-a-second", 1, "320x180", "-c:v libx264 -preset ultrafast -g 2 -bf 0");
    make("h264-29.97", "30000/1001", "320x180", X264);
    make("h264-25-by-1.001", "25000/1001", "320x180", X264);
    make("h264-tiny", 25, "160x120", X264);
    make("h264-odd-intervals", 25, "320x180", "-vf select='gt(mod(n,7),2)' -fps_mode vfr " + X264);
    make("h264-4k", 5, "3840x2160", X264 + " -g 3");
    make("h264-pictures-of-a-megabyte", 5, "1920x1080", "-vf noise=alls=90:allf=t -qp 30 " + X264);
    make("h265-main", 25, "320x180", X265 + "keyint=10:bframes=0");
    make("h265-open-gop", 25, "320x180", X265 + "keyint=10:min-keyint=5:bframes=4:open-gop=1");
    make("h265-radl", 25, "320x180", X265 + "keyint=10:bframes=4:open-gop=0:radl=2");
    make("h265-slices", 25, "320x180", X265 + "keyint=10:bframes=0:slices=3");
    make("h265-10-bit", 25, "320x180", "-pix_fmt yuv420p10le " + X265 + "keyint=10:bframes=2");
    make("h265-422", 25, "320x180", "-pix_fmt yuv422p " + X265 + "keyint=10:bframes=0");
    make("h265-every-picture-key", 25, "320x180", X265 + "keyint=1");
    make("h265-layers-in-time", 25, "320x180", X265 + "keyint=20:bframes=3:temporal-layers=2");
    make(
        "h265-delimiters-and-hrd",
        25,
        "320x180",
        X265 + "keyint=10:aud=1:hrd=1:vbv-maxrate=900:vbv-bufsize=900");
    make("h265-cropped", 25, "322x182", X265 + "keyint=10:bframes=0");
    makeAll();
    variants();
    receive(streams.values().stream().filter(stream -> !isSlow(stream)).toList());
    // Alone, and when all code has been used before, because one late picture of so few decides
    // what time it was: a first one that a cold start delays is rightly called a step.
    receive(streams.values().stream().filter(StreamMatrixTest::isSlow).toList());
  }

  @AfterAll
  void stop() {
    simulator.close();
  }

  @ParameterizedTest
  @MethodSource("streams")
  void keepsEveryNalUnitAndEveryTime(Stream stream) throws IOException {
    List<Picture> pictures = stream.source().pictures();
    int at = 0;
    for (ClosedSegment segment : log.closed(stream.name())) {
      byte[] file = Files.readAllBytes(folder.resolve(segment.file()));
      SampleIndex index = segment.index();
      long first = presentedAt(stream.source(), at);
      for (int i = 0; i < index.count(); i++, at++) {
        ByteBuffer recorded =
            ByteBuffer.wrap(file, (int) index.offsetBytes(i), index.sizeBytes(i)).slice();
        Picture expected = pictures.get(at % pictures.size());
        assertThat(recorded).as("picture %s", at).isEqualTo(expected.nalUnits());
        assertThat((long) index.mediaTicks(i))
            .as("time of picture %s", at)
            .isEqualTo(presentedAt(stream.source(), at) - first);
      }
    }
    assertThat(at).isGreaterThan(pictures.size());
    assertThat(log.gaps().stream().filter(gap -> gap.cameraKey().equals(stream.name())))
        .extracting(Gap::cause)
        .containsOnly(Gap.Cause.STARTING, Gap.Cause.CAMERA_DOWN);
  }

  @ParameterizedTest
  @MethodSource("streams")
  void showsThePicturesOfTheFilmInTheWholeAndInAnyCut(Stream stream) throws Exception {
    List<RecordedSegment> segments =
        log.closed(stream.name()).stream().map(closed -> closed.toRecorded(folder)).toList();
    List<Instant> shown = times(segments, stream.source().pictures().size());
    Instant end = shown.getLast().plusNanos(1_000);
    List<Path> cuts = new ArrayList<>(List.of(cut(segments, shown.getFirst(), end)));
    List<List<String>> expected = new ArrayList<>(List.of(stream.hashes()));
    Random random = new Random(stream.name().hashCode());
    for (int i = 0; i < 3; i++) {
      int first = random.nextInt(shown.size());
      int last = first + random.nextInt(shown.size() - first);
      cuts.add(cut(segments, shown.get(first), shown.get(last).plusNanos(1_000)));
      expected.add(stream.hashes().subList(first, last + 1));
    }
    List<List<String>> hashes = Clips.pictureHashes(cuts);
    for (int i = 0; i < cuts.size(); i++) {
      assertThat(hashes.get(i)).as("%s", cuts.get(i)).isEqualTo(expected.get(i));
    }
  }

  /// When the first `count` pictures were taken, in their order of time.
  private static List<Instant> times(List<RecordedSegment> segments, int count) {
    List<Instant> times = new ArrayList<>();
    for (RecordedSegment segment : segments) {
      for (int i = 0; i < segment.index().count() && times.size() < count; i++) {
        times.add(segment.wallTime(segment.index().mediaTicks(i)));
      }
    }
    return times.stream().sorted().toList();
  }

  private Path cut(List<RecordedSegment> segments, Instant from, Instant to) throws IOException {
    VirtualMp4 cut = VirtualMp4.of(segments, from, to).orElseThrow();
    assertThat(cut.frames()).extracting(FrameTime::at).allMatch(at -> !at.isBefore(from));
    Path file = films.resolve(from + " to " + to + ".mp4");
    try (var out = Channels.newChannel(Files.newOutputStream(file))) {
      cut.read(0, cut.sizeBytes(), out);
    }
    return file;
  }

  private static String hrd() {
    return X264 + " -b:v 300k -maxrate 300k -bufsize 300k -x264-params nal-hrd=cbr:filler=1:aud=1";
  }

  private void make(String name, int rate, String size, String options) {
    make(name, Integer.toString(rate), size, options);
  }

  private void make(String name, String rate, String size, String options) {
    made.add(new Film(name, rate, size, options));
  }

  /// Makes all films by one run, and looks at all by another: its start takes longer than the
  /// coding of a short one.
  private void makeAll() throws Exception {
    List<String> command = new ArrayList<>();
    made.forEach(film -> command.addAll(film.input()));
    List<Path> paths = new ArrayList<>();
    for (int i = 0; i < made.size(); i++) {
      Path path = films.resolve(made.get(i).name() + ".mp4");
      command.addAll(List.of("-map", i + ":v"));
      command.addAll(made.get(i).output());
      command.add(path.toString());
      paths.add(path);
    }
    Clips.ffmpeg(command.toArray(String[]::new));
    List<List<String>> hashes = Clips.pictureHashes(paths);
    for (int i = 0; i < made.size(); i++) {
      add(made.get(i).name(), VideoSource.ofMp4(paths.get(i)), hashes.get(i));
    }
  }

  private SimulatedCamera add(String name, VideoSource source, List<String> hashes)
      throws Exception {
    SimulatedCamera camera = simulator.add(name, source);
    streams.put(name, new Stream(name, source, camera, hashes));
    return camera;
  }

  /// The same films, sent in other ways.
  private void variants() throws Exception {
    for (Stream original : streams.values().stream().filter(StreamMatrixTest::isVaried).toList()) {
      String coding = original.name();
      add(coding + "-sets-in-band-only", original.source(), original.hashes())
          .breakAnnouncement(true);
      add(coding + "-without-markers", original.source(), original.hashes())
          .markers(SimulatedCamera.Markers.NONE);
      add(coding + "-marked-everywhere", original.source(), original.hashes())
          .markers(SimulatedCamera.Markers.EVERY_NAL);
    }
  }

  private static boolean isVaried(Stream stream) {
    return List.of("h264-b-pyramid", "h264-mbaff", "h265-open-gop").contains(stream.name());
  }

  private static boolean isSlow(Stream stream) {
    return stream.source().pictures().size() < 5;
  }

  private void receive(List<Stream> together) throws Exception {
    StorageRoot root = StorageRoot.open(folder, Optional.empty());
    RecorderOptions options = RecorderOptions.DEFAULT.withRotateAfter(Duration.ofSeconds(1));
    try (Recorder recorder =
            Recorder.start(root, options, log, InstantSource.system(), System::nanoTime);
        Ingest ingest = new Ingest(IngestOptions.DEFAULTS)) {
      List<Counter> counters = new ArrayList<>();
      for (Stream stream : together) {
        Counter counter =
            new Counter(
                recorder.open(stream.name(), Optional.empty()),
                new CountDownLatch(stream.source().pictures().size() + (isSlow(stream) ? 2 : 12)));
        ingest.open(CameraAddress.of(stream.camera().uri()), counter);
        counters.add(counter);
      }
      for (Counter counter : counters) {
        Await.untilNone(
            "missing pictures of " + counter.track().cameraKey(), counter.missing()::getCount);
      }
    }
  }

  /// Counts what it passes on.
  private record Counter(RecordingTrack track, CountDownLatch missing) implements StreamListener {
    @Override
    public void onFormat(VideoFormat format) {
      track.onFormat(format);
    }

    @Override
    public void onAccessUnit(AccessUnit unit) {
      track.onAccessUnit(unit);
      missing.countDown();
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

  private Collection<Stream> streams() {
    return streams.values();
  }

  /// When the simulator presents a picture, counted over its rounds.
  private static long presentedAt(VideoSource source, int number) {
    int round = number / source.pictures().size();
    int index = number % source.pictures().size();
    return round * source.duration90k()
        + source.pictures().subList(0, index).stream().mapToLong(Picture::duration90k).sum()
        + source.pictures().get(index).presentationOffset90k();
  }
}
