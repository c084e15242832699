package anbinh.media.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/// Clips made with ffmpeg, and ffmpeg's own account of what is in a file. Tests that need it are
/// skipped where ffmpeg is absent.
public final class Clips {
  private static final Path FFMPEG = Path.of("/usr/bin/ffmpeg");

  private Clips() {}

  /// H.264 without B-frames, 640x360, 25 pictures a second.
  public static Path h264(Path folder, int seconds, int keyInterval) throws Exception {
    return encode(
        folder.resolve("h264.mp4"),
        seconds,
        "-c:v",
        "libx264",
        "-preset",
        "ultrafast",
        "-bf",
        "0",
        "-g",
        "" + keyInterval);
  }

  public static Path h264WithBFrames(Path folder, int seconds, int keyInterval) throws Exception {
    return encode(
        folder.resolve("h264-b.mp4"),
        seconds,
        "-c:v",
        "libx264",
        "-preset",
        "veryfast",
        "-bf",
        "2",
        "-b_strategy",
        "0",
        "-g",
        "" + keyInterval);
  }

  public static Path h265(Path folder, int seconds, int keyInterval) throws Exception {
    return encode(
        folder.resolve("h265.mp4"),
        seconds,
        "-c:v",
        "libx265",
        "-preset",
        "ultrafast",
        "-x265-params",
        "log-level=none:bframes=0:keyint=" + keyInterval);
  }

  private static Path encode(Path file, int seconds, String... options) throws Exception {
    List<String> arguments =
        new ArrayList<>(
            List.of("-f", "lavfi", "-i", "testsrc2=size=640x360:rate=25", "-pix_fmt", "yuv420p"));
    arguments.addAll(List.of("-t", "" + seconds));
    arguments.addAll(List.of(options));
    arguments.add(file.toString());
    ffmpeg(arguments.toArray(String[]::new));
    return file;
  }

  /// Runs ffmpeg and returns what it writes to standard output.
  public static String ffmpeg(String... arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of(FFMPEG.toString(), "-v", "error", "-y"));
    command.addAll(List.of(arguments));
    return run(command);
  }

  /// The same of ffprobe.
  public static String ffprobe(String... arguments) throws IOException, InterruptedException {
    List<String> command =
        new ArrayList<>(List.of(FFMPEG.resolveSibling("ffprobe").toString(), "-v", "error"));
    command.addAll(List.of(arguments));
    return run(command);
  }

  private static String run(List<String> command) throws IOException, InterruptedException {
    assumeTrue(Files.isExecutable(FFMPEG), "needs ffmpeg: apt-get install ffmpeg");
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    process.getOutputStream().close();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as("%s", command).isZero();
    return output;
  }

  /// What ffmpeg writes of the videos of some files, a line for each of their parts, which begins
  /// with the file's place in the list. One run for all: its start takes longer than the decoding
  /// of a short one.
  public static List<String> ofVideos(List<Path> films, String... output)
      throws IOException, InterruptedException {
    List<String> arguments = new ArrayList<>();
    films.forEach(film -> arguments.addAll(List.of("-i", film.toString())));
    for (int i = 0; i < films.size(); i++) {
      arguments.addAll(List.of("-map", i + ":v:0"));
    }
    arguments.addAll(List.of(output));
    arguments.add("-");
    return ffmpeg(arguments.toArray(String[]::new))
        .lines()
        .filter(line -> !line.startsWith("#"))
        .toList();
  }

  /// The hash of each picture of the videos of some files, decoded, by ffmpeg.
  public static List<List<String>> pictureHashes(List<Path> films)
      throws IOException, InterruptedException {
    return pictureHashes(films, Integer.MAX_VALUE);
  }

  /// The same of the first seconds.
  public static List<List<String>> pictureHashes(List<Path> films, int seconds)
      throws IOException, InterruptedException {
    List<List<String>> hashes = new ArrayList<>();
    films.forEach(_ -> hashes.add(new ArrayList<>()));
    String most = "" + seconds;
    // Of what is decoded there is much, and nobody forges it: a quick hash.
    for (String line :
        ofVideos(
            films, "-t", most, "-fps_mode", "passthrough", "-f", "framehash", "-hash", "murmur3")) {
      int film = Integer.parseInt(line.substring(0, line.indexOf(',')));
      hashes.get(film).add(line.substring(line.lastIndexOf(',') + 1).strip());
    }
    return hashes;
  }

  /// The SHA-256 of each packet of the video as it lies in the file, by ffmpeg.
  public static List<String> packetHashes(Path clip) throws IOException, InterruptedException {
    return ffmpeg(
            "-i",
            clip.toString(),
            "-map",
            "0:v",
            "-c",
            "copy",
            "-f",
            "framehash",
            "-hash",
            "sha256",
            "-")
        .lines()
        .filter(line -> !line.startsWith("#"))
        .map(line -> line.substring(line.lastIndexOf(',') + 1).strip())
        .toList();
  }

  /// The same of pictures.
  public static List<String> hashes(List<Picture> pictures) throws NoSuchAlgorithmException {
    List<String> hashes = new ArrayList<>();
    for (Picture picture : pictures) {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(picture.nalUnits().duplicate());
      hashes.add(HexFormat.of().formatHex(digest.digest()));
    }
    return hashes;
  }
}
