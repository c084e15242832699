package anbinh.media.simulator;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Runs a [CameraSimulator] as a process of its own.
///
/// `--port N` (0: any) `--cameras N --video FILE`, the last any number of times: cameras take the
/// files in turn. Prints `port N` when it listens and serves `/camera-001`, `/camera-002` and so on
/// until standard input ends.
public final class SimulatorMain {
  private SimulatorMain() {}

  public static void main(String[] arguments) throws IOException {
    int port = 0;
    int cameras = 1;
    List<Path> videos = new ArrayList<>();
    for (int i = 0; i + 1 < arguments.length; i += 2) {
      String value = arguments[i + 1];
      switch (arguments[i]) {
        case "--port" -> port = Integer.parseInt(value);
        case "--cameras" -> cameras = Integer.parseInt(value);
        case "--video" -> videos.add(Path.of(value));
        default -> throw new IllegalArgumentException("unknown option " + arguments[i]);
      }
    }
    if (videos.isEmpty()) {
      throw new IllegalArgumentException("name a file to play with --video FILE");
    }
    List<VideoSource> sources = new ArrayList<>();
    for (Path video : videos) {
      sources.add(VideoSource.ofMp4(video));
    }
    try (CameraSimulator simulator = new CameraSimulator(port)) {
      for (int i = 0; i < cameras; i++) {
        String name = String.format(Locale.ROOT, "camera-%03d", i + 1);
        simulator.add(name, sources.get(i % sources.size()), i);
      }
      System.out.println("port " + simulator.port());
      System.in.transferTo(OutputStream.nullOutputStream());
    }
  }
}
