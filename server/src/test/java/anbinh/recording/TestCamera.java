package anbinh.recording;

import anbinh.media.simulator.CameraSimulator;
import anbinh.media.simulator.SimulatedCamera;
import anbinh.media.simulator.VideoSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// A simulated camera that plays a small test video made by ffmpeg: 320×180, 15 pictures a second,
/// a key picture every second.
public final class TestCamera implements AutoCloseable {
  private final CameraSimulator simulator;
  private final VideoSource video;
  private final SimulatedCamera camera;

  private TestCamera(CameraSimulator simulator, VideoSource video) {
    this.simulator = simulator;
    this.video = video;
    this.camera = simulator.add("gate", video);
  }

  public static TestCamera start() throws IOException, InterruptedException {
    return new TestCamera(
        new CameraSimulator(),
        VideoSource.ofMp4(video("testsrc2=size=320x180:rate=15", List.of())));
  }

  /// One past which a plate moves for two seconds of four, in the size of a near car's.
  public static TestCamera showingPlate(String plate) throws IOException, InterruptedException {
    String text =
        "drawtext=text=%s:fontsize=34:fontcolor=black:box=1:boxcolor=white:boxborderw=8:x=40+60*t:"
            + "y=120+40*t:enable='lt(t,2)'";
    return new TestCamera(
        new CameraSimulator(),
        VideoSource.ofMp4(
            video("color=c=gray:s=640x360:r=15," + text.formatted(plate), List.of())));
  }

  /// Another camera beside this one that sends some megabits a second: noise.
  public SimulatedCamera noisy(String name) throws IOException, InterruptedException {
    return simulator.add(
        name,
        VideoSource.ofMp4(
            video("testsrc2=size=640x360:rate=15,noise=alls=100:allf=t", List.of("-qp", "8"))));
  }

  /// Another camera beside this one that plays the same.
  public SimulatedCamera another(String name) {
    return simulator.add(name, video);
  }

  public SimulatedCamera camera() {
    return camera;
  }

  public String address() {
    return camera.uri();
  }

  private static Path video(String picture, List<String> quality)
      throws IOException, InterruptedException {
    Path video = Files.createTempDirectory("anbinh-video").resolve("video.mp4");
    var command = new ArrayList<>(List.of("ffmpeg", "-v", "error", "-f", "lavfi", "-i", picture));
    command.addAll(List.of("-t", "4", "-pix_fmt", "yuv420p", "-c:v", "libx264"));
    command.addAll(List.of("-preset", "ultrafast", "-bf", "0", "-g", "15"));
    command.addAll(quality);
    command.add(video.toString());
    run(command);
    return video;
  }

  /// Runs a program that must succeed and returns what it printed.
  static String run(List<String> command) throws IOException, InterruptedException {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String output =
        new String(
            process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
    if (process.waitFor() != 0) {
      throw new IOException(command.getFirst() + " failed: " + output);
    }
    return output;
  }

  @Override
  public void close() {
    simulator.close();
  }
}
