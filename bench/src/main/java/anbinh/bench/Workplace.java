package anbinh.bench;

import anbinh.e2e.Janitor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Where a benchmark works. Nothing of it stays, files or processes, however the benchmark ends.
final class Workplace {
  private Workplace() {}

  static Path make() throws IOException {
    Path folder = Files.createTempDirectory("anbinh-bench-");
    Runtime.getRuntime().addShutdownHook(new Thread(Janitor.start(folder)::finish));
    return folder;
  }
}
