package anbinh.platform.postgres;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/// Starts programs that refuse to be root the way the server starts its own database: in a user
/// namespace, or where a container forbids that, as `nobody`.
public final class UnprivilegedPrograms {
  private final Runner runner;

  private UnprivilegedPrograms(Runner runner) {
    this.runner = runner;
  }

  /// As it suits this machine.
  public static UnprivilegedPrograms choose() throws IOException {
    return new UnprivilegedPrograms(Runner.choose());
  }

  /// As in a container where root may make no namespaces.
  public static UnprivilegedPrograms asNobody() {
    return new UnprivilegedPrograms(new Runner.Nobody());
  }

  public ProcessBuilder builder(List<String> command) {
    return new ProcessBuilder(runner.wrap(command));
  }

  /// Gives a folder to the user as whom they run.
  public void own(Path path) throws IOException {
    runner.own(path);
  }
}
