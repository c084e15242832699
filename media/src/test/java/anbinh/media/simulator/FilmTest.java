package anbinh.media.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import anbinh.media.Bytes;
import anbinh.media.Codec;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Films as people have them: of every shape that MP4 takes, and what only looks like it. What is
/// played is compared with ffmpeg's account of the same file.
class FilmTest {
  private static final String H264 = "-c:v libx264 -preset ultrafast -pix_fmt yuv420p -g 10";
  private static final String H264_B =
      "-c:v libx264 -preset veryfast -pix_fmt yuv420p -g 10 -bf 2 -b_strategy 0";
  private static final String H265 =
      "-c:v libx265 -preset ultrafast -x265-params log-level=none:keyint=10";

  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "frag.mp4|" + H264 + " -movflags frag_keyframe+empty_moov",
        "base.mp4|" + H264_B + " -movflags frag_keyframe+empty_moov+default_base_moof",
        "each.mp4|" + H264_B + " -movflags frag_every_frame+empty_moov+separate_moof",
        "dash.mp4|" + H264_B + " -movflags frag_keyframe+dash+global_sidx",
        "half.mp4|" + H264_B + " -movflags frag_keyframe+delay_moov -frag_duration 300000",
        "first.mp4|" + H264_B + " -movflags frag_keyframe",
        "fast.mp4|" + H264_B + " -movflags +faststart",
        "film.mov|" + H264_B,
        "film.m4v|" + H264_B + " -f mp4",
        "hev1.mp4|" + H265 + " -tag:v hev1",
        "hvc1.mp4|" + H265 + " -tag:v hvc1 -movflags frag_keyframe+empty_moov",
        "hevc.mov|" + H265 + " -tag:v hvc1",
        "vary.mp4|-vf select='gt(mod(n,7),2)' -fps_mode vfr " + H264_B,
        "scale.mp4|" + H264_B + " -video_track_timescale 1000",
        "sound.mp4|-f lavfi -i sine=440 -map 1:a -map 0:v -c:a aac " + H264_B,
        "negative.mp4|" + H264_B + " -movflags negative_cts_offsets"
      })
  void playsEveryShapeOfFilm(String name, String options) throws Exception {
    Path film = make(name, 2, options);

    VideoSource source = VideoSource.ofMp4(film);

    assertThat(Clips.hashes(Mp4VideoReader.read(film).pictures()))
        .isEqualTo(Clips.packetHashes(film));
    List<Long> stated = presentation(film);
    List<Long> played = presentation(source);
    assertThat(played).hasSameSizeAs(stated);
    for (int i = 0; i < played.size(); i++) {
      assertThat(played.get(i) - played.getFirst())
          .as("picture %s", i)
          .isBetween(stated.get(i) - stated.getFirst() - 2, stated.get(i) - stated.getFirst() + 2);
    }
    assertThat(source.pictures().getFirst().key()).isTrue();
  }

  @Test
  void playsParameterSetsThatComeWithThePicturesOnly() throws Exception {
    Path stream = make("stream.h264", 1, H264);
    Path film = folder.resolve("inband.mp4");
    Clips.ffmpeg("-framerate", "25", "-i", stream.toString(), "-c", "copy", film.toString());
    byte[] bytes = Files.readAllBytes(film);
    int entry = indexOf(bytes, "avc1", indexOf(bytes, "stsd", 0));
    bytes[entry + 3] = '3';
    int configuration = indexOf(bytes, "avcC", entry);
    bytes[configuration + 9] = (byte) 0xE0;
    bytes[configuration + 10] = 0;
    Files.write(film, bytes);

    VideoSource source = VideoSource.ofMp4(film);

    assertThat(source.format().width()).isEqualTo(320);
    assertThat(source.pictures()).hasSize(25);
  }

  @Test
  void playsAFilmOfOnePicture() throws Exception {
    VideoSource source = VideoSource.ofMp4(make("one.mp4", 1, H264 + " -frames:v 1"));

    assertThat(source.pictures()).hasSize(1);
    assertThat(source.duration90k()).isEqualTo(3600);
  }

  @Test
  void givesPicturesWithoutTimesALength() throws Exception {
    FilmPictures film = new FilmPictures(Codec.H264, 90_000);
    for (int i = 0; i < 10; i++) {
      film.add(new Mp4Sample(0, 0, 0, 0, i == 0), ByteBuffer.allocate(0));
    }

    assertThat(film.source(sets()).pictures())
        .hasSize(10)
        .allSatisfy(picture -> assertThat(picture.duration90k()).isEqualTo(3600));
  }

  @Test
  void beginsAtAKeyPicture() throws Exception {
    FilmPictures film = new FilmPictures(Codec.H264, 1000);
    for (int i = 0; i < 10; i++) {
      film.add(new Mp4Sample(0, 0, 40, 0, i == 4), ByteBuffer.allocate(0));
    }
    assertThat(film.source(sets()).pictures()).hasSize(6);

    FilmPictures none = new FilmPictures(Codec.H264, 1000);
    none.add(new Mp4Sample(0, 0, 40, 0, false), ByteBuffer.allocate(0));
    assertThatThrownBy(() -> none.source(sets()))
        .hasMessage("it has no picture at which decoding can start");
  }

  @Test
  void playsAFilmBeyondFourGigabytes() throws Exception {
    Path small = make("small.mp4", 1, H264_B);
    byte[] bytes = Files.readAllBytes(small);
    int moov = indexOf(bytes, "moov", 0) - 4;
    long shift = 5L << 30;
    Path large = folder.resolve("large.mp4");
    try (FileChannel file =
        FileChannel.open(large, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      ByteBuffer head = ByteBuffer.allocate(16);
      head.putInt(1).put("mdat".getBytes(StandardCharsets.US_ASCII)).putLong(shift + moov).flip();
      file.write(head, 0);
      file.write(ByteBuffer.wrap(bytes, 0, moov), shift);
      file.write(ByteBuffer.wrap(wide(bytes, moov, bytes.length, shift)), shift + moov);
    }

    assertThat(Clips.packetHashes(large)).isEqualTo(Clips.packetHashes(small));
    assertThat(Clips.hashes(Mp4VideoReader.read(large).pictures()))
        .isEqualTo(Clips.packetHashes(small));
  }

  @Test
  void playsWhatIsWholeOfAFragmentedFilmThatBrokeOff() throws Exception {
    Path film = make("broken.mp4", 2, H264 + " -movflags frag_keyframe+empty_moov");
    byte[] whole = Files.readAllBytes(film);
    Files.write(film, Arrays.copyOf(whole, whole.length * 3 / 4));

    VideoSource source = VideoSource.ofMp4(film);

    assertThat(source.pictures()).hasSizeBetween(25, 49);
    assertThat(Clips.hashes(Mp4VideoReader.read(film).pictures()))
        .isEqualTo(Clips.packetHashes(film).subList(0, source.pictures().size()));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "film.avi|-c:v mpeg4|it is an AVI file, not MP4",
        "film.avi|-c:v mjpeg|it is an AVI file, not MP4",
        "film.mkv|" + H264 + "|it is a Matroska or WebM file, not MP4",
        "film.webm|-c:v libvpx -b:v 200k|it is a Matroska or WebM file, not MP4",
        "film.ts|" + H264 + "|it is an MPEG transport stream, not MP4",
        "film.mpg|-c:v mpeg2video|it is an MPEG programme stream, not MP4",
        "film.264|-f h264 " + H264 + "|it is a bare video stream, not MP4",
        "film.mp4|-c:v mpeg4|its video is MPEG-4 part 2 (or MPEG-2)",
        "film.mov|-c:v mjpeg|its video is Motion JPEG",
        "film.mov|-c:v prores|its video is ProRes",
        "film.m4a|-f lavfi -i sine=440 -map 1:a -c:a aac -f mp4|it has no video track",
      })
  void namesWhatCannotBePlayed(String name, String options, String what) throws Exception {
    Path film = make(name, 1, options);

    assertThatThrownBy(() -> VideoSource.ofMp4(film))
        .isInstanceOf(IOException.class)
        .message()
        .startsWith(what);
  }

  @ParameterizedTest
  @ValueSource(ints = {90, 180, -90})
  void refusesToPlayPicturesOnTheirSide(int degrees) throws Exception {
    Path upright = make("upright.mp4", 1, H264);
    Path turned = folder.resolve("turned.mp4");
    Clips.ffmpeg(
        "-display_rotation",
        "" + degrees,
        "-i",
        upright.toString(),
        "-c",
        "copy",
        turned.toString());

    assertThatThrownBy(() -> VideoSource.ofMp4(turned))
        .isInstanceOf(IOException.class)
        .message()
        .contains("turned by the player only");
  }

  @Test
  void saysThatAFilmWasCutShort() throws Exception {
    byte[] late = Files.readAllBytes(make("late.mp4", 1, H264));
    assertRefused(Arrays.copyOf(late, late.length / 2), "without its index");
    byte[] early = Files.readAllBytes(make("early.mp4", 1, H264 + " -movflags +faststart"));
    assertRefused(Arrays.copyOf(early, early.length / 2), "it is cut short");
    assertRefused(new byte[0], "it is empty");
    assertRefused("RIFF".getBytes(StandardCharsets.US_ASCII), "it is no MP4 file");
  }

  private void assertRefused(byte[] content, String message) throws IOException {
    Path film = Files.write(folder.resolve("refused.mp4"), content);
    assertThatThrownBy(() -> VideoSource.ofMp4(film))
        .isInstanceOf(IOException.class)
        .message()
        .contains(message);
  }

  private Path make(String name, int seconds, String options) throws Exception {
    Path film = folder.resolve(name);
    List<String> command =
        new ArrayList<>(List.of("-f", "lavfi", "-i", "testsrc2=size=320x240:rate=25"));
    command.addAll(List.of(options.split(" ", -1)));
    command.addAll(List.of("-t", "" + seconds, film.toString()));
    Clips.ffmpeg(command.toArray(String[]::new));
    return film;
  }

  /// When each packet is shown, in ticks of 90 kHz, by ffmpeg.
  private static List<Long> presentation(Path film) throws Exception {
    String[] lines =
        Clips.ffmpeg(
                "-ignore_editlist",
                "1",
                "-i",
                film.toString(),
                "-map",
                "0:v",
                "-c",
                "copy",
                "-copyts",
                "-f",
                "framecrc",
                "-")
            .split("\n", -1);
    List<Long> times = new ArrayList<>();
    long perSecond = 0;
    for (String line : lines) {
      if (line.startsWith("#tb 0: 1/")) {
        perSecond = Long.parseLong(line.substring(9));
      } else if (line.startsWith("0,")) {
        times.add(Long.parseLong(line.split(",", -1)[2].strip()) * 90_000 / perSecond);
      }
    }
    return times;
  }

  private static List<Long> presentation(VideoSource source) {
    List<Long> times = new ArrayList<>();
    long decode = 0;
    for (Picture picture : source.pictures()) {
      times.add(decode + picture.presentationOffset90k());
      decode += picture.duration90k();
    }
    return times;
  }

  private static List<Bytes> sets() {
    return SyntheticVideo.h264(1, 1, 25).format().parameterSets();
  }

  /// The boxes from `from` to `to` with 64-bit places of chunks, moved by `shift`.
  private static byte[] wide(byte[] bytes, int from, int to, long shift) {
    ByteBuffer source = ByteBuffer.wrap(bytes);
    ByteBuffer result = ByteBuffer.allocate(2 * (to - from));
    int at = from;
    while (at < to) {
      int size = source.getInt(at);
      String type = Mp4Box.type(source, at + 4);
      if (Set.of("moov", "trak", "mdia", "minf", "stbl").contains(type)) {
        byte[] inside = wide(bytes, at + 8, at + size, shift);
        result.putInt(8 + inside.length).put(bytes, at + 4, 4).put(inside);
      } else if (type.equals("stco")) {
        int count = source.getInt(at + 12);
        result.putInt(16 + 8 * count).put("co64".getBytes(StandardCharsets.US_ASCII));
        result.putInt(0).putInt(count);
        for (int i = 0; i < count; i++) {
          result.putLong(shift + Integer.toUnsignedLong(source.getInt(at + 16 + 4 * i)));
        }
      } else {
        result.put(bytes, at, size);
      }
      at += size;
    }
    return Arrays.copyOf(result.array(), result.position());
  }

  private static int indexOf(byte[] bytes, String type, int from) {
    byte[] wanted = type.getBytes(StandardCharsets.US_ASCII);
    for (int i = from; i + 4 <= bytes.length; i++) {
      if (Arrays.equals(bytes, i, i + 4, wanted, 0, 4)) {
        return i;
      }
    }
    throw new AssertionError("no " + type);
  }
}
