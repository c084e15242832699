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
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Films as people have them: of every shape that MP4 takes, and what only looks like it. What is
/// played is compared with ffmpeg's account of the same file.
class SourceVideoTest {
  private static final String H264 = "-c:v libx264 -preset ultrafast -pix_fmt yuv420p -g 10";
  private static final String H264_B =
      "-c:v libx264 -preset veryfast -pix_fmt yuv420p -g 10 -bf 2 -b_strategy 0";
  private static final String H265 =
      "-c:v libx265 -preset ultrafast -x265-params log-level=none:keyint=10";

  /// Of every shape: 2 s each.
  private static final List<String> SHAPES =
      List.of(
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
          "sound.mp4|-map 1:a -map 0:v -c:a aac " + H264_B,
          "negative.mp4|" + H264_B + " -movflags negative_cts_offsets");

  /// What cannot be played, and a plain one that can: 1 s each.
  private static final List<String> OTHERS =
      List.of(
          "mpeg4.avi|-c:v mpeg4",
          "mjpeg.avi|-c:v mjpeg",
          "h264.mkv|" + H264,
          "vp8.webm|-c:v libvpx -b:v 200k",
          "h264.ts|" + H264,
          "mpeg2.mpg|-c:v mpeg2video",
          "plain.mp4|" + H264,
          "bare.264|-f h264 " + H264,
          "mpeg4.mp4|-c:v mpeg4",
          "mjpeg.mov|-c:v mjpeg",
          "prores.mov|-c:v prores",
          "sound.m4a|-map 1:a -c:a aac -f mp4");

  @TempDir private static Path films;

  /// Of the packets of `whole.mp4`.
  private static List<String> hashes = List.of();

  @TempDir private Path folder;

  @BeforeAll
  static void make() throws Exception {
    make(2, SHAPES);
    make(1, OTHERS);
    make(4, List.of("whole.mp4|" + H264 + " -bf 0", "whole-b.mp4|" + H264_B));
    hashes = Clips.packetHashes(films.resolve("whole.mp4"));
  }

  static Stream<String> shapes() {
    return SHAPES.stream().map(film -> film.substring(0, film.indexOf('|')));
  }

  @ParameterizedTest
  @MethodSource("shapes")
  void playsEveryShapeOfFilm(String name) throws Exception {
    Path film = films.resolve(name);

    VideoSource source = VideoSource.ofMp4(film);

    List<Packet> packets = packets(film);
    assertThat(Clips.hashes(Mp4VideoReader.read(film).pictures()))
        .isEqualTo(packets.stream().map(Packet::hash).toList());
    List<Long> stated = packets.stream().map(Packet::at90k).toList();
    List<Long> played = presentation(source);
    assertThat(played).hasSameSizeAs(stated);
    for (int i = 0; i < played.size(); i++) {
      assertThat(played.get(i) - played.getFirst())
          .as("picture %s", i)
          .isBetween(stated.get(i) - stated.getFirst() - 2, stated.get(i) - stated.getFirst() + 2);
    }
    assertThat(source.pictures().getFirst().key()).isTrue();
  }

  /// What ffmpeg writes when it cuts without coding anew, or begins later: an edit list. Its own
  /// account of what is shown is that list read by another program.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "late.mp4|-itsoffset 0.5|",
        "late.mov|-itsoffset 0.5|",
        "late-fragments.mp4|-itsoffset 0.5|-movflags frag_keyframe+delay_moov",
        "late-with-sound.mp4|-itsoffset 0.7|-f lavfi -i sine=440 -map 0:v -map 1:a -t 3 -c:a aac",
        "trimmed.mp4|-ss 1.3|",
        "trimmed.mov|-ss 1.3|",
        "trimmed-fragments.mp4|-ss 1.3|-movflags frag_keyframe+delay_moov",
        "trimmed-coarsely.mp4|-ss 1.3|-movie_timescale 10",
        "trimmed-at-a-key.mp4|-ss 1.2|",
        "trimmed-twice.mp4|-ss 0.5 -t 2.3|",
      })
  void playsWhatAnEditListShows(String name, String before, String options) throws Exception {
    Path film = folder.resolve(name);
    List<String> command = new ArrayList<>(List.of(before.split(" ", -1)));
    command.addAll(List.of("-i", films.resolve("whole-b.mp4").toString()));
    List<String> more = options == null ? List.of() : List.of(options.split(" ", -1));
    int inputs = more.contains("-i") ? more.indexOf("-map") : 0;
    command.addAll(more.subList(0, inputs));
    command.addAll(List.of("-c:v", "copy"));
    command.addAll(more.subList(inputs, more.size()));
    command.add(film.toString());
    Clips.ffmpeg(command.toArray(String[]::new));
    assertThat(indexOf(Files.readAllBytes(film), "elst", 0)).isPositive();

    VideoSource source = VideoSource.ofMp4(film);

    List<Shown> shown = shown(film);
    int begin = 0;
    while (!shown.get(begin).key() || shown.get(begin).hidden()) {
      begin++;
    }
    List<Shown> expected =
        shown.subList(begin, shown.size()).stream().filter(one -> !one.hidden()).toList();
    assertThat(begin).as("pictures left out").isLessThan(12);
    assertThat(Clips.hashes(Mp4VideoReader.read(film).pictures()))
        .isEqualTo(expected.stream().map(Shown::hash).toList());
    List<Long> played = presentation(source);
    for (int i = 0; i < played.size(); i++) {
      long stated = expected.get(i).at90k() - expected.getFirst().at90k();
      assertThat(played.get(i) - played.getFirst())
          .as("picture %s", i)
          .isBetween(stated - 2, stated + 2);
    }
    // Where ffmpeg cuts off the end, up to three pictures are missing before the last.
    assertThat(source.duration90k())
        .isBetween(expected.size() * 3600L, (expected.size() + 3) * 3600L);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        // 4 s at 25 pictures a second, a key picture every 10; from, length in ms; -1 is a pause
        "0,2000|0-49|2000",
        "-1,700,0,2000|0-49|2000",
        "0,1200,-1,500,1200,800|0-49|2500",
        "2000,800,0,800|50-69,0-19|1600",
        "400,400,400,400|10-19,10-19|800",
        "500,700,2000,400|20-29,50-59|800",
        "0,400,500,100,800,400|0-9,20-29|900",
        "500,200|10-17|320",
        "800,0|20-99|3200",
        "0,90000|0-99|4000",
      })
  void playsPartsAfterEachOther(String edits, String pictures, long millis) throws Exception {
    List<String> expected = new ArrayList<>();
    for (String range : pictures.split(",", -1)) {
      String[] ends = range.split("-", -1);
      expected.addAll(hashes.subList(Integer.parseInt(ends[0]), Integer.parseInt(ends[1]) + 1));
    }

    Path whole = films.resolve("whole.mp4");
    Path film = withEdits(whole, 1, edits);

    VideoSource source = Mp4VideoReader.read(film);
    assertThat(Clips.hashes(source.pictures())).isEqualTo(expected);
    assertThat(source.duration90k()).isEqualTo(millis * 90);
    assertThat(VideoSource.ofMp4(withEdits(whole, 0, edits)).duration90k())
        .isEqualTo(source.duration90k());
  }

  @Test
  void refusesEditsThatNoStreamCanShow() throws Exception {
    Path whole = films.resolve("whole.mp4");
    byte[] slow = Files.readAllBytes(withEdits(whole, 0, "0,2000"));
    slow[indexOf(slow, "elst", 0) + 4 + 8 + 9] = 0;
    assertRefused(slow, "faster, slower or as a still");
    assertRefused(
        Files.readAllBytes(withEdits(whole, 0, "-1,500")),
        "its edit list shows no picture at which decoding can start");
    assertRefused(Files.readAllBytes(withEdits(whole, 0, "-2,500")), "not an intact MP4 file");
    assertRefused(Files.readAllBytes(withEdits(whole, 1, "-1,-500")), "not an intact MP4 file");
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

    assertThat(source.format().width()).isEqualTo(160);
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
    VideoPictures film = new VideoPictures(Codec.H264, 90_000);
    for (int i = 0; i < 10; i++) {
      film.add(new Mp4Sample(0, 0, 0, 0, i == 0), ByteBuffer.allocate(0));
    }

    assertThat(film.source(sets(), Mp4EditList.ALL).pictures())
        .hasSize(10)
        .allSatisfy(picture -> assertThat(picture.duration90k()).isEqualTo(3600));
  }

  @Test
  void beginsAtAKeyPicture() throws Exception {
    VideoPictures film = new VideoPictures(Codec.H264, 1000);
    for (int i = 0; i < 10; i++) {
      film.add(new Mp4Sample(0, 0, 40, 0, i == 4), ByteBuffer.allocate(0));
    }
    assertThat(film.source(sets(), Mp4EditList.ALL).pictures()).hasSize(6);

    VideoPictures none = new VideoPictures(Codec.H264, 1000);
    none.add(new Mp4Sample(0, 0, 40, 0, false), ByteBuffer.allocate(0));
    assertThatThrownBy(() -> none.source(sets(), Mp4EditList.ALL))
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
        "mpeg4.avi|it is an AVI file, not MP4",
        "mjpeg.avi|it is an AVI file, not MP4",
        "h264.mkv|it is a Matroska or WebM file, not MP4",
        "vp8.webm|it is a Matroska or WebM file, not MP4",
        "h264.ts|it is an MPEG transport stream, not MP4",
        "mpeg2.mpg|it is an MPEG programme stream, not MP4",
        "bare.264|it is a bare video stream, not MP4",
        "mpeg4.mp4|its video is MPEG-4 part 2 (or MPEG-2)",
        "mjpeg.mov|its video is Motion JPEG",
        "prores.mov|its video is ProRes",
        "sound.m4a|it has no video track",
      })
  void namesWhatCannotBePlayed(String name, String what) {
    Path film = films.resolve(name);

    assertThatThrownBy(() -> VideoSource.ofMp4(film))
        .isInstanceOf(IOException.class)
        .message()
        .startsWith(what);
  }

  @ParameterizedTest
  @ValueSource(ints = {90, 180, -90})
  void refusesToPlayPicturesOnTheirSide(int degrees) throws Exception {
    Path turned = folder.resolve("turned.mp4");
    Clips.ffmpeg(
        "-display_rotation",
        "" + degrees,
        "-i",
        films.resolve("plain.mp4").toString(),
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
    byte[] late = Files.readAllBytes(films.resolve("plain.mp4"));
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

  private static Path make(String name, int seconds, String options) throws Exception {
    make(seconds, List.of(name + "|" + options));
    return films.resolve(name);
  }

  /// Makes films by one run: its start takes longer than the coding of a short one.
  ///
  /// @param described each by its name and how it is coded
  private static void make(int seconds, List<String> described) throws Exception {
    List<String> command =
        new ArrayList<>(List.of("-f", "lavfi", "-i", "testsrc2=size=160x120:rate=25"));
    command.addAll(List.of("-f", "lavfi", "-i", "sine=440"));
    for (String film : described) {
      String[] parts = film.split("\\|", -1);
      if (!parts[1].contains("-map")) {
        command.addAll(List.of("-map", "0:v"));
      }
      command.addAll(List.of(parts[1].split(" ", -1)));
      command.addAll(List.of("-t", "" + seconds, films.resolve(parts[0]).toString()));
    }
    Clips.ffmpeg(command.toArray(String[]::new));
  }

  /// A packet of a film.
  ///
  /// @param at90k when it is shown by itself, whatever an edit list says
  private record Packet(String hash, long at90k) {}

  /// All packets of a film, by ffmpeg.
  private static List<Packet> packets(Path film) throws Exception {
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
                "framehash",
                "-hash",
                "sha256",
                "-")
            .split("\n", -1);
    List<Packet> packets = new ArrayList<>();
    long perSecond = 0;
    for (String line : lines) {
      if (line.startsWith("#tb 0: 1/")) {
        perSecond = Long.parseLong(line.substring(9));
      } else if (line.startsWith("0,")) {
        String[] fields = line.split(",", -1);
        long at90k = Long.parseLong(fields[2].strip()) * 90_000 / perSecond;
        packets.add(new Packet(fields[5].strip(), at90k));
      }
    }
    return packets;
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

  /// A packet of a film as its edit list shows it.
  ///
  /// @param at90k when it is shown
  private record Shown(String hash, long at90k, boolean key, boolean hidden) {}

  /// What ffmpeg makes of a film's edit list.
  private static List<Shown> shown(Path film) throws Exception {
    List<Shown> shown = new ArrayList<>();
    for (String line :
        Clips.ffprobe(
                "-select_streams",
                "v",
                "-show_data_hash",
                "sha256",
                "-show_entries",
                "packet=pts_time,flags,data_hash",
                "-of",
                "csv=p=0",
                film.toString())
            .lines()
            .toList()) {
      String[] fields = line.split(",", -1);
      long at90k = Math.round(Double.parseDouble(fields[0]) * 90_000);
      // Of fragments ffmpeg says only by their times what is not shown.
      boolean hidden = fields[1].contains("D") || at90k <= -3600;
      String hash = fields[2].substring("SHA256:".length());
      shown.add(new Shown(hash, at90k, fields[1].startsWith("K"), hidden));
    }
    return shown;
  }

  /// The same film with another edit list.
  ///
  /// @param edits from and length in milliseconds, in turn
  private Path withEdits(Path film, int version, String edits) throws IOException {
    byte[] bytes = Files.readAllBytes(film);
    int movieTimescale = ByteBuffer.wrap(bytes).getInt(indexOf(bytes, "mvhd", 0) + 16);
    int timescale = ByteBuffer.wrap(bytes).getInt(indexOf(bytes, "mdhd", 0) + 16);
    long[] numbers = Arrays.stream(edits.split(",", -1)).mapToLong(Long::parseLong).toArray();
    ByteBuffer list = ByteBuffer.allocate(16 + numbers.length * 10);
    list.putInt(0).put("elst".getBytes(StandardCharsets.US_ASCII));
    list.putInt(version << 24).putInt(numbers.length / 2);
    for (int i = 0; i < numbers.length; i += 2) {
      long from = numbers[i] < 0 ? numbers[i] : numbers[i] * timescale / 1000;
      long length = numbers[i + 1] * movieTimescale / 1000;
      if (version == 1) {
        list.putLong(length).putLong(from);
      } else {
        list.putInt((int) length).putInt((int) from);
      }
      list.putInt(0x10000);
    }
    list.putInt(0, list.position()).flip();
    int at = indexOf(bytes, "elst", 0) - 4;
    int old = ByteBuffer.wrap(bytes).getInt(at);
    int more = list.limit() - old;
    ByteBuffer changed = ByteBuffer.allocate(bytes.length + more);
    changed.put(bytes, 0, at).put(list).put(bytes, at + old, bytes.length - at - old);
    for (String box : List.of("moov", "trak", "edts")) {
      int size = indexOf(bytes, box, indexOf(bytes, "moov", 0)) - 4;
      changed.putInt(size, changed.getInt(size) + more);
    }
    return Files.write(folder.resolve("edited-" + version + ".mp4"), changed.array());
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
    byte[] requested = type.getBytes(StandardCharsets.US_ASCII);
    for (int i = from; i + 4 <= bytes.length; i++) {
      if (Arrays.equals(bytes, i, i + 4, requested, 0, 4)) {
        return i;
      }
    }
    throw new AssertionError("no " + type);
  }
}
