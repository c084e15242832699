package anbinh.video;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.unit.DataSize;

/// Videos that `ffmpeg` made, and what `ffmpeg` and `ffprobe` say of the videos that are made of
/// them.
class TranscoderTest {
  private static final Transcoder TOOL = tool(Duration.ofMinutes(1), DataSize.ofGigabytes(2));

  @TempDir Path folder;

  private static Transcoder tool(Duration longest, DataSize mostMemory) {
    return new Transcoder(new TranscodingSettings(longest, mostMemory, Duration.ofSeconds(1)));
  }

  @Test
  void copiesTheSamePicturesIntoAnotherContainer() throws Exception {
    Path master =
        video("master.ts", "-c:v", "libx264", "-bf", "2", "-pix_fmt", "yuv420p", "-c:a", "mp2");
    SourceVideo video = TOOL.look(master);
    assertThat(video.picturesPlay()).isTrue();
    assertThat(video.soundPlays()).isFalse();
    assertThat(video.plays()).isFalse();
    assertThat(video.times()).hasSize(25);
    Path copy = make(master, null, TranscodingJob.Sound.ENCODE);
    assertThat(TOOL.look(copy).plays()).isTrue();
    assertThat(pictures(copy)).isEqualTo(pictures(master)).hasSize(25);
  }

  @Test
  void turnsWhatATelephoneTurnsAndLeavesNothingOfItsWords() throws Exception {
    Path flat =
        video(
            "flat.mp4",
            "-c:v",
            "mpeg4",
            "-metadata",
            "title=Nguyễn Văn A",
            "-metadata",
            "location=+20.35+105.24/");
    Path master = folder.resolve("turned.mp4");
    run(
        "ffmpeg",
        "-v",
        "error",
        "-display_rotation",
        "270",
        "-i",
        flat.toString(),
        "-c",
        "copy",
        "-map_metadata",
        "0",
        master.toString());
    SourceVideo video = TOOL.look(master);
    assertThat(video.turn()).isEqualTo(90);
    assertThat(video.width()).isEqualTo(180);
    assertThat(video.height()).isEqualTo(320);
    Path copy = make(master, video.upright() + "format=yuv420p", TranscodingJob.Sound.NONE);
    SourceVideo made = TOOL.look(copy);
    assertThat(made.turn()).isZero();
    assertThat(made.width()).isEqualTo(180);
    assertThat(made.height()).isEqualTo(320);
    assertThat(made.soundCodec()).isNull();
    assertThat(made.times()).isEqualTo(video.times());
    String bytes = Files.readString(copy, StandardCharsets.ISO_8859_1);
    assertThat(bytes).doesNotContain("Nguy", "+20.35", "Lavf", "Lavc");
  }

  @Test
  void opensNothingThatAFileNames() throws Exception {
    Path list = folder.resolve("list.mp4");
    Files.writeString(list, "#EXTM3U\n#EXTINF:1,\n" + video("other.ts", "-c:v", "mpeg4") + "\n");
    assertThat(failure(() -> TOOL.look(list)).why()).isEqualTo(TranscodingFailure.Cause.UNREADABLE);
  }

  @Test
  void givesUpWhatTakesTooLongOrTooMuchOrIsNotWantedAnyMore() throws Exception {
    // Coded once, and then repeated.
    Path second = folder.resolve("second.mp4");
    String source = "testsrc2=size=1920x1080:rate=25:duration=1";
    run("ffmpeg", "-v", "error", "-f", "lavfi", "-i", source, "-c:v", "mpeg4", second.toString());
    Path master = folder.resolve("long.mp4");
    run(
        "ffmpeg",
        "-v",
        "error",
        "-stream_loop",
        "19",
        "-i",
        second.toString(),
        "-c",
        "copy",
        master.toString());
    TranscodingJob job =
        new TranscodingJob(
            master.toString(),
            folder.resolve("copy.mp4").toString(),
            "format=yuv420p",
            TranscodingJob.Sound.NONE);
    assertThat(failure(() -> TOOL.make(job, _ -> {}, () -> false)).why())
        .isEqualTo(TranscodingFailure.Cause.STOPPED);
    Transcoder small = tool(Duration.ofMinutes(1), DataSize.ofMegabytes(20));
    assertThat(failure(() -> small.make(job, _ -> {}, () -> true)).why())
        .isEqualTo(TranscodingFailure.Cause.TOO_LARGE);
    Transcoder hasty = tool(Duration.ofMillis(500), DataSize.ofGigabytes(2));
    assertThat(failure(() -> hasty.make(job, _ -> {}, () -> true)).why())
        .isEqualTo(TranscodingFailure.Cause.TOO_LONG);
  }

  private interface Act {
    void run() throws Exception;
  }

  private static TranscodingFailure failure(Act act) {
    return catchThrowableOfType(TranscodingFailure.class, act::run);
  }

  private Path make(Path master, @Nullable String filter, TranscodingJob.Sound sound)
      throws Exception {
    Path copy = folder.resolve("copy.mp4");
    String by =
        TOOL.make(
            new TranscodingJob(master.toString(), copy.toString(), filter, sound),
            _ -> {},
            () -> true);
    assertThat(by).startsWith("FFmpeg ");
    return copy;
  }

  private Path video(String name, String... coding) throws IOException, InterruptedException {
    Path video = folder.resolve(name);
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
                "testsrc2=size=320x180:rate=25:duration=1",
                "-f",
                "lavfi",
                "-i",
                "sine=frequency=440:duration=1"));
    command.addAll(List.of(coding));
    command.add(video.toString());
    run(command.toArray(String[]::new));
    return video;
  }

  /// The hash of each picture as it is decoded.
  private static List<String> pictures(Path video) throws IOException, InterruptedException {
    return run("ffmpeg", "-v", "error", "-i", video.toString(), "-an", "-f", "framemd5", "-")
        .lines()
        .filter(line -> !line.startsWith("#"))
        .map(line -> line.substring(line.lastIndexOf(',') + 1).strip())
        .toList();
  }

  private static String run(String... command) throws IOException, InterruptedException {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(said).isZero();
    return said;
  }
}
