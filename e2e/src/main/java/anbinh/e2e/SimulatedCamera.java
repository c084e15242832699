package anbinh.e2e;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/// One of the demonstration's simulated cameras as a process of its own, for a test without a
/// camera.
final class SimulatedCamera implements AutoCloseable {
  private static final String SCENE = "market";

  private final Process process;
  private final String address;

  private SimulatedCamera(Process process, String address) {
    this.process = process;
    this.address = address;
  }

  static SimulatedCamera start(Path folder) throws IOException, InterruptedException {
    Path portFile = folder.resolve("scene-port");
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-Djava.awt.headless=true",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                "anbinh.demo.scene.SceneCameras",
                "--scene",
                SCENE,
                "--port-file",
                portFile.toString())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("scene.log").toFile())
            .start();
    while (!Files.exists(portFile) || Files.size(portFile) == 0) {
      if (!process.isAlive()) {
        throw new IOException(
            "the simulated camera did not start:\n"
                + Files.readString(folder.resolve("scene.log")));
      }
      TimeUnit.MILLISECONDS.sleep(20);
    }
    return new SimulatedCamera(
        process, "rtsp://127.0.0.1:" + Files.readString(portFile).strip() + "/" + SCENE);
  }

  String address() {
    return address;
  }

  @Override
  public void close() {
    process.destroy();
  }
}
