package anbinh.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Runs other programs.
final class Programs {
  private Programs() {}

  /// Runs a program that must succeed and returns what it printed.
  static String run(List<String> command) throws IOException, InterruptedException {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), UTF_8);
    if (process.waitFor() != 0) {
      throw new IOException(String.join(" ", command) + "\nfailed: " + output);
    }
    return output;
  }

  /// Hashes all files below some folders with coreutils, and nothing more.
  ///
  /// @return how many seconds it took
  static double sha256sum(List<Path> folders) throws IOException, InterruptedException {
    long begun = System.nanoTime();
    List<String> command =
        new ArrayList<>(
            List.of("sh", "-c", "find \"$@\" -type f -print0 | xargs -0 cat | sha256sum", "sh"));
    folders.forEach(folder -> command.add(folder.toString()));
    run(command);
    return (System.nanoTime() - begun) / 1e9;
  }

  /// Starts a program whose output nobody reads.
  static Process start(List<String> command) throws IOException {
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .start();
  }
}
