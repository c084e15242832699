package anbinh.bench;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// Debian's PostgreSQL 17 with PostGIS, on a cluster of its own, on the loopback, with the settings
/// of our embedded one.
final class PostgisServer implements AutoCloseable {
  private static final Path PROGRAMS = Path.of("/usr/lib/postgresql/17/bin");
  private static final long TIMEOUT_SECONDS = 60;

  private final Process process;
  private final int port;

  private PostgisServer(Process process, int port) {
    this.process = process;
    this.port = port;
  }

  static PostgisServer start(Path cluster) throws IOException, InterruptedException {
    Files.createDirectories(cluster);
    var _ =
        Programs.run(
            command(
                PROGRAMS.resolve("initdb").toString(),
                "--pgdata=" + cluster,
                "--username=bench",
                "--auth=trust",
                "--encoding=UTF8",
                "--locale=C",
                "--data-checksums"));
    int port = freePort();
    Process process =
        Programs.start(
            command(
                PROGRAMS.resolve("postgres").toString(),
                "-D",
                cluster.toString(),
                "-c",
                "port=" + port,
                "-c",
                "listen_addresses=127.0.0.1",
                "-c",
                "unix_socket_directories=",
                "-c",
                "shared_buffers=64MB",
                "-c",
                "jit=off",
                "-c",
                "timezone=UTC"));
    var server = new PostgisServer(process, port);
    server.awaitAnswer();
    return server;
  }

  /// A new connection, with PostGIS.
  Connection connect() throws SQLException {
    return DriverManager.getConnection(
        "jdbc:postgresql://127.0.0.1:" + port + "/postgres", "bench", "");
  }

  private void awaitAnswer() throws InterruptedException {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(TIMEOUT_SECONDS);
    while (true) {
      try (Connection connection = connect();
          var statement = connection.createStatement()) {
        statement.execute("create extension if not exists postgis");
        return;
      } catch (SQLException notYet) {
        if (System.nanoTime() > deadline || !process.isAlive()) {
          throw new IllegalStateException("PostgreSQL with PostGIS does not answer", notYet);
        }
        TimeUnit.MILLISECONDS.sleep(100);
      }
    }
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  /// As root by way of a user namespace, since PostgreSQL refuses to be root.
  private static List<String> command(String... command) {
    List<String> all = new ArrayList<>();
    if ("root".equals(System.getProperty("user.name"))) {
      all.addAll(List.of("unshare", "-U", "--"));
    }
    all.addAll(List.of(command));
    return all;
  }

  @Override
  public void close() {
    process.destroy();
    process.onExit().join();
  }
}
