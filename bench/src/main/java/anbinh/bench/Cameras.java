package anbinh.bench;

import anbinh.media.simulator.SimulatorMain;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/// Simulated cameras in a process of their own, so that their cost is not counted as anybody's.
final class Cameras implements AutoCloseable {
  private final Process process;
  private final int port;
  private final int count;

  private Cameras(Process process, int port, int count) {
    this.process = process;
    this.port = port;
    this.count = count;
  }

  static Cameras start(Path video, int count) throws IOException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                SimulatorMain.class.getName(),
                "--cameras",
                String.valueOf(count),
                "--video",
                video.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    var output =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    String line = output.readLine();
    if (line == null || !line.startsWith("port ")) {
      throw new IOException("the simulated cameras did not start");
    }
    return new Cameras(process, Integer.parseInt(line.substring(5)), count);
  }

  List<String> addresses() {
    return IntStream.rangeClosed(1, count)
        .mapToObj(
            number -> String.format(Locale.ROOT, "rtsp://127.0.0.1:%d/camera-%03d", port, number))
        .toList();
  }

  @Override
  public void close() {
    process.destroy();
  }
}
