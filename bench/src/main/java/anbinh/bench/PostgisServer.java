package anbinh.bench;

import anbinh.platform.postgres.FreePort;
import anbinh.platform.postgres.Runner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
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
    Runner runner = Runner.choose();
    runner.own(Files.createDirectories(cluster));
    var _ =
        Programs.run(
            runner.wrap(
                List.of(
                    PROGRAMS.resolve("initdb").toString(),
                    "--pgdata=" + cluster,
                    "--username=bench",
                    "--auth=trust",
                    "--encoding=UTF8",
                    "--locale=C",
                    "--data-checksums")));
    int port = FreePort.choose();
    Process process =
        Programs.start(
            runner.wrap(
                List.of(
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
                    "timezone=UTC")));
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

  @Override
  public void close() {
    process.destroy();
    process.onExit().join();
  }
}
