package anbinh.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// A server started as a process of its own on a folder of its own, the way `./anbinh start` does,
/// and stopped with it.
public final class ServerProcess implements AutoCloseable {
  private static final Duration TIMEOUT = Duration.ofMinutes(3);
  private static final Pattern READY =
      Pattern.compile("ready after \\d+ ms: http://localhost:(\\d+)/");

  private static final Pattern WARNING = Pattern.compile("^(\\S+ (WARN|ERROR) |\\| )");

  private final Process process;
  private final Path app;
  private final Path data;
  private final URI address;

  private ServerProcess(Process process, Path app, Path data, URI address) {
    this.process = process;
    this.app = app;
    this.data = data;
    this.address = address;
  }

  /// Starts the extracted server in `app` (see `./anbinh`) and waits until it is ready.
  ///
  /// @param data its data folder; kept when the process is closed
  /// @param settings further settings, `--name=value`
  public static ServerProcess start(Path app, Path data, List<String> settings)
      throws IOException, InterruptedException {
    return start(app, data, List.of(), settings);
  }

  /// @param flags for Java, beside those that `./anbinh` has
  static ServerProcess start(Path app, Path data, List<String> flags, List<String> settings)
      throws IOException, InterruptedException {
    Files.createDirectories(data);
    Path log = log(data);
    int before = Files.exists(log) ? Files.readString(log).length() : 0;
    List<String> arguments = new ArrayList<>();
    arguments.add("--server.port=0");
    // Simulated cameras are on this machine, and one that is given may be.
    arguments.add("--anbinh.cameras.allowed-addresses=127.0.0.0/8,::1");
    arguments.addAll(settings);
    Process process =
        program(app, data, flags, arguments)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
            .start();
    long deadline = System.nanoTime() + TIMEOUT.toNanos();
    while (true) {
      Matcher ready = READY.matcher(Files.readString(log));
      if (ready.find(before)) {
        return new ServerProcess(
            process, app, data, URI.create("http://127.0.0.1:" + ready.group(1) + "/"));
      }
      if (!process.isAlive() || System.nanoTime() > deadline) {
        String end =
            process.isAlive() ? "is not ready after " + TIMEOUT.toSeconds() + " s" : "ended";
        process.destroyForcibly();
        throw new IOException("the server " + end + ":\n" + Files.readString(log));
      }
      TimeUnit.MILLISECONDS.sleep(20);
    }
  }

  private static ProcessBuilder program(
      Path app, Path data, List<String> flags, List<String> arguments) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("@" + app.resolve("java-flags"));
    // Tomcat leaves a folder there when it is killed.
    command.add("-Djava.io.tmpdir=" + Files.createDirectories(temporary(data)));
    Path cache = app.resolve("anbinh.aot");
    if (Files.exists(cache)) {
      command.addAll(List.of("-XX:AOTCache=" + cache, "-Xlog:aot=off", "-Xlog:cds=off"));
    }
    command.addAll(flags);
    command.addAll(List.of("-jar", app.resolve("anbinh.jar").toString(), "--anbinh.data=" + data));
    command.addAll(arguments);
    var builder =
        new ProcessBuilder(command)
            .directory(app.resolve("../..").toFile()) // elsewhere the JVM refuses the start cache
            .redirectErrorStream(true);
    builder.environment().keySet().removeIf(ServerProcess::isSetting);
    return builder;
  }

  /// What `./anbinh check` says, run beside the server.
  public String check() throws IOException, InterruptedException {
    Process check = checking(app, data, List.of()).start();
    String said = new String(check.getInputStream().readAllBytes(), UTF_8);
    check.waitFor();
    return said;
  }

  /// The same as a process to be started, whether a server runs or not.
  ///
  /// @param flags for Java, beside those that `./anbinh` has
  public static ProcessBuilder checking(Path app, Path data, List<String> flags)
      throws IOException {
    return program(app, data, flags, List.of("--anbinh.command=check"));
  }

  private static Path log(Path data) {
    return data.resolve("server.log");
  }

  /// Whether something in a data folder was put there by this class and not by the server.
  static boolean isOurs(Path data, Path path) {
    return path.equals(log(data)) || path.equals(temporary(data));
  }

  private static Path temporary(Path data) {
    return data.resolve("temporary");
  }

  /// Whether a variable of the environment sets up somebody's real server, whose database a test
  /// must not touch.
  private static boolean isSetting(String variable) {
    return variable.matches("(ANBINH|SERVER|SPRING|MANAGEMENT|LOGGING)_.*")
        && !variable.equals("ANBINH_POSTGRES_BINARIES");
  }

  /// The password that the server made for the first administrator, `admin`.
  public String firstPassword() throws IOException {
    return Files.readString(data.resolve("first-administrator-password")).strip();
  }

  /// What the servers on a data folder said so far.
  public static String said(Path data) throws IOException {
    return Files.readString(log(data));
  }

  /// What it warned of so far, a line each.
  public String warnings() throws IOException {
    return said(data)
        .lines()
        .filter(line -> WARNING.matcher(line).find())
        .collect(Collectors.joining("\n"));
  }

  public URI address() {
    return address;
  }

  public long pid() {
    return process.pid();
  }

  public Path data() {
    return data;
  }

  /// Ends it as a power cut would: no chance to tidy up.
  public void kill() throws InterruptedException {
    process.destroyForcibly();
    process.waitFor();
  }

  /// Stops it in good order and waits.
  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(30, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException interruption) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
