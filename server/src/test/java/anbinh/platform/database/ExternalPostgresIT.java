package anbinh.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import anbinh.AnBinh;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The server on a PostgreSQL that it did not start: Debian's.
class ExternalPostgresIT {
  @TempDir Path folder;

  @Test
  void runsOnThePostgresOfTheSystem() throws Exception {
    Optional<Path> programs = programs();
    assumeTrue(
        programs.isPresent(), "no /usr/lib/postgresql/*/bin/initdb: install package postgresql");
    Path cluster = folder.resolve("cluster");
    run(
        programs.get().resolve("initdb").toString(),
        "--pgdata=" + cluster,
        "--username=anbinh",
        "--auth=trust",
        "--no-sync");
    int port = freePort();
    Process postmaster =
        builder(
                programs.get().resolve("postgres").toString(),
                "-D",
                cluster.toString(),
                "-c",
                "port=" + port,
                "-c",
                "unix_socket_directories=",
                "-c",
                "fsync=off")
            .start();
    try {
      String url = "jdbc:postgresql://127.0.0.1:" + port + "/postgres";
      awaitAnswer(url, postmaster);
      try (var context =
          new SpringApplication(AnBinh.class)
              .run(
                  "--server.port=0",
                  "--anbinh.data=" + folder.resolve("data"),
                  "--anbinh.database.url=" + url,
                  "--logging.level.anbinh=warn")) {
        assertThat(
                context
                    .getBean(JdbcClient.class)
                    .sql("select username from identity.person")
                    .query(String.class)
                    .list())
            .containsExactly("admin");
      }
      assertThat(folder.resolve("data").resolve("postgres")).doesNotExist();
    } finally {
      postmaster.destroy();
      postmaster.waitFor();
    }
  }

  private static Optional<Path> programs() throws IOException {
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

  private static void run(String... command) throws IOException, InterruptedException {
    assertThat(builder(command).start().waitFor()).isZero();
  }

  /// As root by way of a user namespace, since PostgreSQL refuses to be root.
  private static ProcessBuilder builder(String... command) {
    var all = new ArrayList<String>();
    if ("root".equals(System.getProperty("user.name"))) {
      all.addAll(List.of("unshare", "-U", "--"));
    }
    all.addAll(List.of(command));
    return new ProcessBuilder(all)
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD);
  }

  private static void awaitAnswer(String url, Process postmaster) throws InterruptedException {
    long deadline = System.nanoTime() + Duration.ofSeconds(30).toNanos();
    while (true) {
      try (var connection = DriverManager.getConnection(url, "anbinh", "")) {
        assertThat(connection.isValid(1)).isTrue();
        return;
      } catch (SQLException e) {
        assertThat(postmaster.isAlive()).isTrue();
        assertThat(System.nanoTime()).isLessThan(deadline);
        Thread.sleep(50);
      }
    }
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
