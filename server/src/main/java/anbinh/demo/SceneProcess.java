package anbinh.demo;

import anbinh.demo.scene.SceneCameras;
import anbinh.platform.DataFolder;
import anbinh.platform.Site;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// The child process that simulates the demonstration's cameras.
@Component
class SceneProcess {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final Path folder;
  private final Site site;
  private final DemoSettings settings;
  private @Nullable Process process;

  SceneProcess(DataFolder data, Site site, DemoSettings settings) {
    this.folder = data.root().resolve("demo");
    this.site = site;
    this.settings = settings;
  }

  /// Starts it and returns its RTSP port.
  int start() throws IOException, InterruptedException {
    Files.createDirectories(folder);
    Path portFile = folder.resolve("scenes.port");
    Path log = folder.resolve("scenes.log");
    Files.deleteIfExists(portFile);
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        List.of(
            "-Xmx192m",
            "-XX:+UseSerialGC",
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
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (!Files.exists(portFile) || Files.size(portFile) == 0) {
      if (!started.isAlive() || System.nanoTime() > deadline) {
        started.destroyForcibly();
        throw new IOException("the simulated cameras did not start; see " + log);
      }
      TimeUnit.MILLISECONDS.sleep(20);
    }
    return Integer.parseInt(Files.readString(portFile).strip());
  }

  void close() {
    if (process != null) {
      process.destroy();
    }
  }
}
