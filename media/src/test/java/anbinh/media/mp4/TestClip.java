package anbinh.media.mp4;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import anbinh.media.AccessUnit;
import anbinh.media.Bytes;
import anbinh.media.Codec;
import anbinh.media.VideoFormat;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Real coded pictures for tests: a clip encoded by ffmpeg at test time, or a given MP4, taken
/// apart with ffprobe (so not with the code under test) into what a camera would send.
///
/// @param source the MP4 that ffmpeg wrote
/// @param units in coding order; presentation times start anywhere, receipt follows presentation
public record TestClip(VideoFormat format, List<AccessUnit> units, Path source) {
  private static final Map<String, TestClip> CACHE = new HashMap<>();
  public static final Instant EPOCH = Instant.parse("2026-11-25T02:03:04.500Z");

  /// 12 s of 320×180 at 15 pictures a second, a key picture every 2 s.
  public static TestClip h264() {
    return encoded("h264", 12, "-c:v libx264 -preset veryfast -g 30 -keyint_min 30 -bf 0");
  }

  public static TestClip h264WithBFrames() {
    return encoded(
        "h264b", 12, "-c:v libx264 -preset veryfast -g 30 -keyint_min 30 -bf 2 -b_strategy 0");
  }

  public static TestClip h265() {
    return encoded(
        "h265",
        12,
        "-c:v libx265 -preset ultrafast -tag:v hvc1 -x265-params"
            + " keyint=30:min-keyint=30:bframes=0:log-level=none");
  }

  /// Leading pictures after open key pictures, too.
  public static TestClip h265WithBFrames() {
    return encoded(
        "h265b",
        12,
        "-c:v libx265 -preset ultrafast -tag:v hvc1 -x265-params"
            + " keyint=30:min-keyint=30:bframes=3:open-gop=1:log-level=none");
  }

  /// A clip of the shared footage; skips the test where the folder is absent.
  public static TestClip real(String name) {
    String folder = System.getenv("ANBINH_TEST_DATA");
    assumeTrue(
        folder != null && Files.isReadable(Path.of(folder, "video", name)),
        "ANBINH_TEST_DATA names no folder with video/" + name);
    return of(Path.of(String.valueOf(folder), "video", name));
  }

  public static synchronized TestClip encoded(String name, int seconds, String options) {
    return CACHE.computeIfAbsent(
        name,
        key -> {
          try {
            Path folder = Files.createTempDirectory("clip");
            folder.toFile().deleteOnExit();
            Path file = folder.resolve(key + ".mp4");
            file.toFile().deleteOnExit();
            List<String> command =
                new ArrayList<>(
                    List.of(
                        "ffmpeg",
                        "-v",
                        "error",
                        "-y",
                        "-f",
                        "lavfi",
                        "-i",
                        "testsrc2=size=320x180:rate=15:duration=" + seconds));
            command.addAll(List.of(options.split(" ", -1)));
            command.addAll(List.of("-video_track_timescale", "90000", file.toString()));
            run(command.toArray(String[]::new));
            return of(file);
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        });
  }

  public static TestClip of(Path mp4) {
    try {
      byte[] file = Files.readAllBytes(mp4);
      String[] stream =
          run(
                  "ffprobe",
                  "-v",
                  "error",
                  "-select_streams",
                  "v:0",
                  "-show_entries",
                  "stream=has_b_frames,time_base",
                  "-of",
                  "csv=p=0",
                  mp4.toString())
              .strip()
              .split(",", -1);
      int depth = Integer.parseInt(stream[0].contains("/") ? stream[1] : stream[0]);
      String base = stream[0].contains("/") ? stream[0] : stream[1];
      long scale = Long.parseLong(base.split("/", -1)[1]);
      VideoFormat found = formatOf(file);
      VideoFormat format =
          new VideoFormat(
              found.codec(),
              parameterSetsOf(found),
              found.width(),
              found.height(),
              found.codecs(),
              depth);
      List<AccessUnit> units = new ArrayList<>();
      String packets =
          run(
              "ffprobe",
              "-v",
              "error",
              "-select_streams",
              "v:0",
              "-show_entries",
              "packet=pts,size,pos,flags",
              "-of",
              "compact=p=0",
              mp4.toString());
      for (String line : packets.lines().filter(text -> !text.isBlank()).toList()) {
        Map<String, String> fields = new HashMap<>();
        for (String field : line.split("\\|", -1)) {
          fields.put(field.split("=", -1)[0], field.split("=", -1)[1]);
        }
        long pts = Long.parseLong(fields.get("pts")) * Ticks.PER_SECOND / scale;
        int size = Integer.parseInt(fields.get("size"));
        int at = Integer.parseInt(fields.get("pos"));
        units.add(
            new AccessUnit(
                ByteBuffer.wrap(file, at, size).slice().asReadOnlyBuffer(),
                pts,
                String.valueOf(fields.get("flags")).startsWith("K"),
                false,
                Ticks.toNanos(pts),
                EPOCH.plusNanos(Ticks.toNanos(pts))));
      }
      assertThat(units).isNotEmpty();
      return new TestClip(format, List.copyOf(units), mp4);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Without the encoder's own SEI, which x265 puts among the parameter sets.
  private static List<Bytes> parameterSetsOf(VideoFormat format) {
    return format.parameterSets().stream()
        .filter(set -> format.codec() == Codec.H264 || ((set.at(0) >> 1) & 0x3F) <= 34)
        .toList();
  }

  private static Box movieOf(byte[] mp4) {
    ByteBuffer source = ByteBuffer.wrap(mp4);
    int at = 0;
    while (!Box.typeAt(source, at + 4).equals("moov")) {
      int size = source.getInt(at);
      at += size == 1 ? (int) source.getLong(at + 8) : size;
    }
    return Box.read(source.position(at));
  }

  private static VideoFormat formatOf(byte[] mp4) {
    Box movie = movieOf(mp4);
    for (Box track : Box.readAll(movie.body())) {
      if (track.type().equals("trak")) {
        Box table = track.child("mdia").child("minf").child("stbl");
        ByteBuffer descriptions = table.child("stsd").body().position(8);
        Box entry = Box.read(descriptions);
        if (entry.type().equals("avc1") || entry.type().equals("hvc1")) {
          return SampleEntry.parse(entry);
        }
      }
    }
    throw new AssertionError("no video track");
  }

  /// The same pictures with every key picture preceded by its parameter sets, as cameras send them.
  public TestClip withParameterSetsInBand() {
    int extra = format.parameterSets().stream().mapToInt(set -> set.size() + 4).sum();
    List<AccessUnit> result = new ArrayList<>();
    for (AccessUnit unit : units) {
      if (unit.key()) {
        ByteBuffer larger = ByteBuffer.allocate(extra + unit.payload().remaining());
        for (Bytes set : format.parameterSets()) {
          larger.putInt(set.size()).put(set.asBuffer());
        }
        larger.put(unit.payload().duplicate()).flip();
        result.add(
            new AccessUnit(
                larger.asReadOnlyBuffer(),
                unit.pts90k(),
                true,
                false,
                unit.receivedNanos(),
                unit.receivedAt()));
      } else {
        result.add(unit);
      }
    }
    return new TestClip(format, result, source);
  }

  /// Runs a program and returns what it printed; fails when it fails or prints errors.
  public static String run(String... command) {
    try {
      Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
      process.getOutputStream().close();
      try (InputStream output = process.getInputStream()) {
        String text = new String(output.readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as("%s%n%s", String.join(" ", command), text).isZero();
        return text;
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
