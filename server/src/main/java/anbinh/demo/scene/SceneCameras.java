package anbinh.demo.scene;

import static org.bytedeco.ffmpeg.global.avutil.AV_LOG_ERROR;
import static org.bytedeco.ffmpeg.global.avutil.av_log_set_level;

import anbinh.demo.Script;
import anbinh.demo.Script.SceneLine;
import anbinh.media.simulator.CameraSimulator;
import anbinh.media.simulator.VideoSource;
import java.awt.Color;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// Runs the demonstration's simulated cameras as a process of its own.
///
/// `--port-file FILE` gets the RTSP port once all cameras can be watched; `--zone ZONE` is that of
/// the clock in the pictures; `--scene PATH` leaves out all other scenes; `--video FILE` adds a
/// camera that plays the file in a loop. Ends when standard input does, so that it never outlives
/// who started it.
public final class SceneCameras {
  private static final int WIDTH = 960;
  private static final int HEIGHT = 540;

  private SceneCameras() {}

  public static void main(String[] arguments) throws IOException {
    Path portFile = Path.of("scenes.port");
    ZoneId zone = ZoneId.of("Asia/Ho_Chi_Minh");
    String scene = null;
    Path video = null;
    for (int i = 0; i + 1 < arguments.length; i += 2) {
      String value = arguments[i + 1];
      switch (arguments[i]) {
        case "--port-file" -> portFile = Path.of(value);
        case "--zone" -> zone = ZoneId.of(value);
        case "--scene" -> scene = value;
        case "--video" -> video = Path.of(value);
        default -> throw new IllegalArgumentException("unknown option " + arguments[i]);
      }
    }
    run(portFile, zone, scene, video);
  }

  private static void run(Path portFile, ZoneId zone, @Nullable String scene, @Nullable Path video)
      throws IOException {
    av_log_set_level(AV_LOG_ERROR);
    List<SceneCamera> cameras = new ArrayList<>();
    try (var simulator = new CameraSimulator();
        ScheduledExecutorService timer =
            Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name("scenes").factory())) {
      for (SceneLine line : Script.get().scenes()) {
        if (scene != null && !scene.equals(line.path())) {
          continue;
        }
        SceneCamera camera = new SceneCamera(scene(line), zone, InstantSource.system());
        simulator.add(line.path(), camera.film());
        cameras.add(camera);
      }
      if (cameras.isEmpty()) {
        throw new IllegalArgumentException("no scene " + scene);
      }
      if (video != null) {
        simulator.add("video", VideoSource.ofMp4(video));
      }
      var filming =
          timer.scheduleAtFixedRate(
              () -> cameras.forEach(SceneCamera::film),
              0,
              1_000 / SceneCamera.FRAMES_PER_SECOND,
              TimeUnit.MILLISECONDS);
      tell(portFile, simulator.port());
      System.in.transferTo(OutputStream.nullOutputStream());
      filming.cancel(false);
    }
    cameras.forEach(SceneCamera::close);
  }

  /// Whole or not at all, so that nobody reads half a number.
  private static void tell(Path portFile, int port) throws IOException {
    Path part = portFile.resolveSibling(portFile.getFileName() + ".part");
    Files.writeString(part, Integer.toString(port));
    Files.move(part, portFile, StandardCopyOption.ATOMIC_MOVE);
  }

  private static Scene scene(SceneLine line) {
    return new Scene(
        line.path(),
        line.name(),
        line.seed(),
        line.lanes(),
        Duration.ofMillis(line.headwayMillis()),
        new Color(Integer.parseInt(line.sky(), 16)),
        new Color(Integer.parseInt(line.ground(), 16)),
        WIDTH,
        HEIGHT);
  }
}
