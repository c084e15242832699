package anbinh.demo.scene;

import anbinh.demo.DemoSettings;
import anbinh.media.simulator.VideoSource;
import anbinh.platform.DataFolder;
import anbinh.platform.Site;
import anbinh.platform.StartFailure;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// The child process that simulates the demonstration's cameras.
@Component
public class SceneProcess {
  private static final Duration TIMEOUT = Duration.ofSeconds(30);

  /// Exit codes after SIGINT and SIGTERM.
  private static final Set<Integer> STOPPED = Set.of(130, 143);

  private final Path folder;
  private final Site site;
  private final DemoSettings settings;
  private @Nullable Process process;

  /// @throws StartFailure when the film cannot be played
  SceneProcess(DataFolder data, Site site, DemoSettings settings) {
    this.folder = data.root().resolve("demo");
    this.site = site;
    this.settings = settings;
    if (settings.video() != null) {
      checkPlayable(settings.video());
    }
  }

  private static void checkPlayable(Path video) {
    try {
      VideoSource.ofMp4(video);
    } catch (IOException | IllegalArgumentException failure) {
      throw new StartFailure(
          "the film " + video + " cannot be played: " + reason(failure),
          "Give an MP4 file with H.264 or H.265. One can be made of most films with: ffmpeg -i "
              + video.getFileName()
              + " -an -c:v libx264 -pix_fmt yuv420p new.mp4",
          failure);
    }
  }

  private static String reason(Exception failure) {
    return switch (failure) {
      case NoSuchFileException gone -> "there is no such file";
      case AccessDeniedException denied -> "it may not be read";
      default -> String.valueOf(failure.getMessage());
    };
  }

  /// Starts it and returns its RTSP port; empty when it was stopped meanwhile, as Ctrl+C does,
  /// which reaches it as well as the server.
  public OptionalInt start() throws IOException, InterruptedException {
    Files.createDirectories(folder);
    Path portFile = folder.resolve("scenes.port");
    Path log = folder.resolve("scenes.log");
    Files.deleteIfExists(portFile);
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        List.of(
            "-Xmx" + heapMebibytes() + "m",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1", // the work is native
            "-Djava.awt.headless=true",
            "--enable-native-access=ALL-UNNAMED",
            "-cp",
            System.getProperty("java.class.path"),
            SceneCameras.class.getName(),
            "--port-file",
            portFile.toString(),
            "--zone",
            site.zone().getId()));
    if (settings.video() != null) {
      command.addAll(List.of("--video", settings.video().toString()));
    }
    Process started =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start();
    process = started;
    long deadline = System.nanoTime() + TIMEOUT.toNanos();
    while (!Files.exists(portFile) || Files.size(portFile) == 0) {
      if (!started.isAlive() && STOPPED.contains(started.exitValue())) {
        return OptionalInt.empty();
      }
      if (!started.isAlive() || System.nanoTime() > deadline) {
        started.destroyForcibly();
        throw new StartFailure(
            "the simulated cameras did not start: " + Files.readString(log).strip(),
            "Mend that, or start without the demonstration: ./anbinh start");
      }
      TimeUnit.MILLISECONDS.sleep(20);
    }
    return OptionalInt.of(Integer.parseInt(Files.readString(portFile).strip()));
  }

  /// The simulator keeps a film's packets in memory.
  private long heapMebibytes() throws IOException {
    return settings.video() == null ? 192 : 256 + Files.size(settings.video()) * 2 / 1_048_576;
  }

  public void close() {
    if (process != null) {
      process.destroy();
    }
  }
}
