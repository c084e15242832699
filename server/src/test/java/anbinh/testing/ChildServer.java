package anbinh.testing;

import anbinh.AnBinh;
import anbinh.signing.SharedOfficeKey;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A server in a process of its own with the embedded database, to be killed.
public final class ChildServer implements AutoCloseable {
  private static final Duration TIMEOUT = Duration.ofMinutes(5);
  private static final Pattern READY =
      Pattern.compile("ready after \\d+ ms: http://localhost:(\\d+)/");
  private static final String JAVA =
      Path.of(System.getProperty("java.home"), "bin", "java").toString();
  private static final List<String> SERVER =
      built().orElseGet(() -> compiled(System.getProperty("java.class.path")));

  private final Path data;
  private final int port;
  private final Process process;

  private ChildServer(Path data, int port, Process process) {
    this.data = data;
    this.port = port;
    this.process = process;
  }

  /// Starts and waits until it is ready.
  public static ChildServer start(Path data, String... settings) throws IOException {
    return start(SERVER, true, data, settings);
  }

  /// The same by way of another program, such as `setpriv`, and with another class path.
  public static ChildServer start(
      List<String> prefix, String classPath, Path data, String... settings) throws IOException {
    var program = new ArrayList<>(prefix);
    program.addAll(compiled(classPath));
    return start(program, prefix.isEmpty(), data, settings);
  }

  private static ChildServer start(
      List<String> program, boolean mayReadKey, Path data, String... settings) throws IOException {
    var arguments = new ArrayList<>(List.of(settings));
    arguments.add("--server.port=0");
    if (mayReadKey) {
      arguments.add("--anbinh.signing.certificate.file=" + SharedOfficeKey.file());
    }
    int before = Files.exists(outputFile(data)) ? output(data).length() : 0;
    Process process = run(program, data, arguments);
    return new ChildServer(data, awaitReady(process, data, before), process);
  }

  /// Runs the command `check` to its end and returns its exit code.
  public static int check(Path data, String... settings) throws IOException, InterruptedException {
    var arguments = new ArrayList<>(List.of(settings));
    arguments.add("--anbinh.command=check");
    Process process = run(SERVER, data, arguments);
    if (!process.waitFor(TIMEOUT.toSeconds(), TimeUnit.SECONDS)) {
      process.destroyForcibly();
      throw new IllegalStateException("the check does not end: " + output(data));
    }
    return process.exitValue();
  }

  /// What the processes of this folder have said so far.
  public static String output(Path data) throws IOException {
    return new String(Files.readAllBytes(outputFile(data)), StandardCharsets.UTF_8);
  }

  public long pid() {
    return process.pid();
  }

  public Path data() {
    return data;
  }

  public URI uri(String path) {
    return URI.create("http://127.0.0.1:" + port + path);
  }

  /// SIGKILL.
  public void kill() throws InterruptedException {
    process.destroyForcibly();
    process.waitFor();
  }

  /// SIGTERM, and waits for the end.
  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(TIMEOUT.toSeconds(), TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /// As it was built for use with its start cache, where `./anbinh test` says so: that starts in
  /// half the time.
  private static Optional<List<String>> built() {
    return Optional.ofNullable(System.getProperty("test.app"))
        .map(app ->
            List.of(
                JAVA,
                "@" + app + "/java-flags",
                "-XX:TieredStopAtLevel=1", // they live too shortly for careful compiling
                "-XX:AOTCache=" + app + "/anbinh.aot",
                "-Xlog:aot=off",
                "-Xlog:cds=off",
                "-jar",
                app + "/anbinh.jar"));
  }

  private static List<String> compiled(String classPath) {
    return List.of(
        JAVA,
        "-Xmx256m",
        "-XX:TieredStopAtLevel=1",
        "-Dspring.aot.enabled=true",
        "--enable-native-access=ALL-UNNAMED",
        "-cp",
        classPath,
        AnBinh.class.getName());
  }

  private static Process run(List<String> program, Path data, List<String> arguments)
      throws IOException {
    var command = new ArrayList<>(program);
    command.add("--anbinh.data=" + data);
    if (arguments.stream().noneMatch(a -> a.startsWith("--anbinh.postgres.binaries="))) {
      command.add("--anbinh.postgres.binaries=" + TestDatabase.BINARIES);
    }
    command.add("--anbinh.cameras.allowed-addresses=127.0.0.0/8"); // simulated ones
    command.addAll(arguments);
    return new ProcessBuilder(command)
        .directory(Path.of("..").toFile()) // elsewhere the JVM refuses the start cache
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.appendTo(outputFile(data).toFile()))
        .start();
  }

  private static Path outputFile(Path data) {
    return data.resolveSibling(data.getFileName() + ".out");
  }

  /// @param from where in the output this start begins
  /// @return the port that it listens on
  private static int awaitReady(Process process, Path data, int from) throws IOException {
    long deadline = System.nanoTime() + TIMEOUT.toNanos();
    while (true) {
      String said = output(data);
      Matcher ready = READY.matcher(said);
      if (ready.find(from)) {
        return Integer.parseInt(ready.group(1));
      }
      if (!process.isAlive() || System.nanoTime() > deadline) {
        process.destroyForcibly();
        throw new IOException("the server does not become ready: " + said);
      }
      LockSupport.parkNanos(20_000_000);
    }
  }
}
