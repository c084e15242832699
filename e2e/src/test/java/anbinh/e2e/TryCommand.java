package anbinh.e2e;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/// `./anbinh try` as a user runs it, on what `./anbinh test` has built. Its temporary files go to a
/// folder of its own, by which its processes are known too, so that a test sees what it leaves
/// behind.
final class TryCommand implements AutoCloseable {
  static final Path SCRIPT = Path.of("..", "anbinh").toAbsolutePath().normalize();

  /// Has the script take what is built, and the servers share PostgreSQL's programs, which take
  /// seconds to unpack.
  static final Map<String, String> ENVIRONMENT =
      Map.of(
          "ANBINH_BUILT",
          "yes",
          "ANBINH_POSTGRES_BINARIES",
          Path.of("target", "postgres").toAbsolutePath().toString());

  /// Within which a trial that was killed is tidied up after.
  private static final Duration TIDY_TIMEOUT = Duration.ofMinutes(8);

  private final Process process;
  private final Path temporary;
  private final Path output;

  private TryCommand(Process process, Path temporary, Path output) {
    this.process = process;
    this.temporary = temporary;
    this.output = output;
  }

  static TryCommand start(Path folder, String... arguments) throws IOException {
    return start("022", folder, arguments);
  }

  /// @param umask under which it is started
  static TryCommand start(String umask, Path folder, String... arguments) throws IOException {
    Path temporary = Files.createDirectory(folder.resolve("temporary"));
    Path output = folder.resolve("output");
    List<String> command = new ArrayList<>();
    command.addAll(List.of("sh", "-c", "umask " + umask + "; exec \"$0\" \"$@\""));
    command.addAll(List.of(SCRIPT.toString(), "try"));
    command.addAll(List.of(arguments));
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
    builder.environment().putAll(ENVIRONMENT);
    // They live shortly: careful compiling would only take a processor from them.
    builder
        .environment()
        .put("JDK_JAVA_OPTIONS", "-XX:TieredStopAtLevel=1 -Djava.io.tmpdir=" + temporary);
    return new TryCommand(builder.start(), temporary, output);
  }

  /// Waits for its end and returns the exit code.
  int exitCode() throws InterruptedException, IOException {
    Watchdog.awaitEnd(process, output);
    return process.exitValue();
  }

  void awaitOutput(String text) throws InterruptedException, IOException {
    Watchdog.await(process, output, () -> output().contains(text));
    assertThat(output()).contains(text);
  }

  String output() throws IOException {
    return Files.readString(output);
  }

  /// Asks it to stop, as Ctrl+C does.
  void stop() {
    process.destroy();
  }

  /// Ends it without a chance to tidy up.
  void kill() {
    process.destroyForcibly();
  }

  /// The command lines of its running processes: the test itself, the server, the database, the
  /// simulated camera.
  List<String> processes() {
    return ProcessHandle.allProcesses()
        .filter(process -> read(process, "environ").contains(temporary.toString()))
        .map(process -> process.pid() + " " + read(process, "cmdline").replace('\0', ' '))
        .toList();
  }

  /// The temporary files that it has.
  List<Path> files() throws IOException {
    try (var files = Files.list(temporary)) {
      return files.toList();
    }
  }

  void assertNothingIsLeft() throws IOException {
    assertThat(processes()).as("processes left behind").isEmpty();
    assertThat(files()).as("files left behind").isEmpty();
  }

  void awaitNothingIsLeft() throws InterruptedException, IOException {
    long deadline = System.nanoTime() + TIDY_TIMEOUT.toNanos();
    while (System.nanoTime() < deadline && !(processes().isEmpty() && files().isEmpty())) {
      TimeUnit.MILLISECONDS.sleep(100);
    }
    assertNothingIsLeft();
  }

  /// What the system says of a process; empty when it is gone or somebody else's.
  private static String read(ProcessHandle process, String what) {
    try {
      return Files.readString(Path.of("/proc", Long.toString(process.pid()), what), ISO_8859_1);
    } catch (IOException unreadable) {
      return "";
    }
  }

  @Override
  public void close() {
    process.destroy();
  }
}
