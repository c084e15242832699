package anbinh.e2e;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/// The demonstration's simulated cameras as a process of their own, for a trial without a camera.
final class SimulatedCamera implements AutoCloseable {
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
                "-Djava.awt.headless=true",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                "anbinh.demo.scene.SceneCameras",
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
        process, "rtsp://127.0.0.1:" + Files.readString(portFile).strip() + "/market");
  }

  String address() {
    return address;
  }

  @Override
  public void close() {
    process.destroy();
  }
}
