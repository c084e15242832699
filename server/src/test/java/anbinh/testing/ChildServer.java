package anbinh.testing;

import anbinh.AnBinh;
import anbinh.evidence.sign.SharedOfficeKey;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/// A server in a process of its own with the embedded database, to be killed.
public final class ChildServer implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final Path data;
  private final int port;
  private final Process process;

  private ChildServer(Path data, int port, Process process) {
    this.data = data;
    this.port = port;
    this.process = process;
  }

  /// Starts and waits until it answers.
  public static ChildServer start(Path data, String... settings) throws IOException {
    return start(List.of(), System.getProperty("java.class.path"), data, settings);
  }

  /// The same by way of another program, such as `setpriv`, and with another class path.
  public static ChildServer start(
      List<String> prefix, String classPath, Path data, String... settings) throws IOException {
    int port;
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = socket.getLocalPort();
    }
    var arguments = new ArrayList<>(List.of(settings));
    arguments.add("--server.port=" + port);
    if (prefix.isEmpty()) {
      arguments.add("--anbinh.evidence.certificate.file=" + SharedOfficeKey.file());
    }
    Process process = run(prefix, classPath, data, arguments);
    var server = new ChildServer(data, port, process);
    server.awaitAnswer();
    return server;
  }

  /// Runs the command `check` to its end and returns its exit code.
  public static int check(Path data, String... settings) throws IOException, InterruptedException {
    var arguments = new ArrayList<>(List.of(settings));
    arguments.add("--anbinh.command=check");
    Process process = run(List.of(), System.getProperty("java.class.path"), data, arguments);
    if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
      process.destroyForcibly();
      throw new IllegalStateException("the check does not end: " + output(data));
    }
    return process.exitValue();
  }

  /// What the processes of this folder have said so far.
  public static String output(Path data) throws IOException {
    return Files.readString(outputFile(data));
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
      if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static Process run(
      List<String> prefix, String classPath, Path data, List<String> arguments) throws IOException {
    var command = new ArrayList<>(prefix);
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-Xmx256m");
    command.add("-XX:TieredStopAtLevel=1");
    command.add("-cp");
    command.add(classPath);
    command.add(AnBinh.class.getName());
    command.add("--anbinh.data=" + data);
    if (arguments.stream().noneMatch(a -> a.startsWith("--anbinh.postgres.binaries="))) {
      command.add("--anbinh.postgres.binaries=" + TestDatabase.BINARIES);
    }
    command.addAll(arguments);
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.appendTo(outputFile(data).toFile()))
        .start();
  }

  private static Path outputFile(Path data) {
    return data.resolveSibling(data.getFileName() + ".out");
  }

  private void awaitAnswer() throws IOException {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    var http = HttpClient.newHttpClient();
    var request = HttpRequest.newBuilder(uri("/api/site")).build();
    while (true) {
      try {
        if (http.send(request, BodyHandlers.discarding()).statusCode() == 200) {
          return;
        }
      } catch (IOException e) {
        if (!process.isAlive() || System.nanoTime() > deadline) {
          process.destroyForcibly();
          throw new IOException("the server does not answer: " + output(data), e);
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IOException(e);
      }
      LockSupport.parkNanos(20_000_000);
    }
  }
}
