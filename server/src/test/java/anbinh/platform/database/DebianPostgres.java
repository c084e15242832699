package anbinh.platform.database;

import static org.assertj.core.api.Assertions.assertThat;

import anbinh.platform.postgres.FreePort;
import anbinh.platform.postgres.Runner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/// A PostgreSQL of the system (Debian's package `postgresql`) with a cluster of its own, that can
/// be stopped and started again on the same port.
final class DebianPostgres implements AutoCloseable {
  private static final Duration TIMEOUT = Duration.ofMinutes(2);
  static final String SUPERUSER = "postgres";
  static final String PASSWORD = "administrator";

  private final Runner runner;
  private final Path programs;
  private final Path cluster;
  private final int port;
  private Process postmaster;

  private DebianPostgres(Runner runner, Path programs, Path cluster, int port) throws IOException {
    this.runner = runner;
    this.programs = programs;
    this.cluster = cluster;
    this.port = port;
    this.postmaster = launch();
  }

  /// The programs of the newest version installed.
  static Optional<Path> programs() throws IOException {
    Path root = Path.of("/usr/lib/postgresql");
    if (!Files.isDirectory(root)) {
      return Optional.empty();
    }
    try (Stream<Path> versions = Files.list(root)) {
      return versions
          .map(version -> version.resolve("bin"))
          .filter(bin -> Files.isExecutable(bin.resolve("initdb")))
          .findFirst();
    }
  }

  /// @param options for `initdb`
  static DebianPostgres start(Path programs, Path cluster, String... options) throws Exception {
    return start(Runner.choose(), programs, cluster, options);
  }

  static DebianPostgres start(Runner runner, Path programs, Path cluster, String... options)
      throws Exception {
    runner.own(Files.createDirectory(cluster));
    Path password = cluster.resolveSibling(cluster.getFileName() + ".password");
    Files.writeString(password, PASSWORD);
    List<String> making =
        new ArrayList<>(
            List.of(
                programs.resolve("initdb").toString(),
                "--pgdata=" + cluster,
                "--username=" + SUPERUSER,
                "--pwfile=" + password,
                "--auth=scram-sha-256",
                "--no-sync"));
    making.addAll(List.of(options));
    assertThat(quiet(runner, making).start().waitFor()).isZero();
    var started = new DebianPostgres(runner, programs, cluster, FreePort.choose());
    started.awaitAnswer();
    return started;
  }

  String url(String database) {
    return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
  }

  /// As its administrator.
  void execute(String sql) throws SQLException {
    try (var connection = DriverManager.getConnection(url("postgres"), SUPERUSER, PASSWORD);
        var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  /// Stops at once; connections break. Returns when the postmaster has seen all its processes end:
  /// one that is left holds the shared memory, and the next start is refused.
  void stop() throws IOException {
    quiet(
            runner,
            List.of(
                programs.resolve("pg_ctl").toString(),
                "stop",
                "--pgdata=" + cluster,
                "--mode=immediate"))
        .start()
        .onExit()
        .join();
    postmaster.onExit().join();
  }

  void startAgain() throws IOException {
    postmaster = launch();
    awaitAnswer();
  }

  private Process launch() throws IOException {
    return quiet(
            runner,
            List.of(
                programs.resolve("postgres").toString(),
                "-D",
                cluster.toString(),
                "-c",
                "port=" + port,
                "-c",
                "unix_socket_directories=",
                "-c",
                "fsync=off"))
        .start();
  }

  private static ProcessBuilder quiet(Runner runner, List<String> command) {
    return new ProcessBuilder(runner.wrap(command))
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD);
  }

  private void awaitAnswer() {
    long deadline = System.nanoTime() + TIMEOUT.toNanos();
    while (true) {
      try (var connection = DriverManager.getConnection(url("postgres"), SUPERUSER, PASSWORD)) {
        assertThat(connection.isValid(1)).isTrue();
        return;
      } catch (SQLException e) {
        assertThat(postmaster.isAlive()).isTrue();
        assertThat(System.nanoTime()).isLessThan(deadline);
        LockSupport.parkNanos(50_000_000);
      }
    }
  }

  @Override
  public void close() throws IOException {
    stop();
  }
}
