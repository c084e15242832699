package anbinh.platform.database;

import static anbinh.testing.Await.until;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import anbinh.testing.ChildServer;
import anbinh.testing.TestClient;
import anbinh.testing.TestServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The server on a PostgreSQL that it did not start: Debian's.
class ExternalPostgresIT {
  @TempDir static Path cluster;
  @TempDir Path folder;

  private static @Nullable DebianPostgres started;

  @BeforeAll
  static void start() throws Exception {
    Optional<Path> programs = DebianPostgres.programs();
    assumeTrue(
        programs.isPresent(), "no /usr/lib/postgresql/*/bin/initdb: install package postgresql");
    started = DebianPostgres.start(programs.get(), cluster.resolve("cluster"));
  }

  @AfterAll
  static void stop() {
    if (started != null) {
      started.close();
    }
  }

  private static DebianPostgres postgres() {
    return Objects.requireNonNull(started);
  }

  @Test
  void runsOnThePostgresOfTheSystem() throws Exception {
    postgres().execute("create database runs");
    try (var context =
        TestServer.application()
            .run(
                "--server.port=0",
                "--anbinh.data=" + folder.resolve("data"),
                "--anbinh.database.url=" + postgres().url("runs"),
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
  }

  @Test
  void aSecondServerOnTheSameDatabaseIsRefusedWhateverItsFolder() throws Exception {
    postgres().execute("create database shared");
    String setting = "--anbinh.database.url=" + postgres().url("shared");
    try (ChildServer first = ChildServer.start(folder.resolve("one"), setting)) {
      assertThat(failure(folder.resolve("two"), setting))
          .contains("another An Bình server", "127.0.0.1", "/shared", "anbinh.database.url")
          .doesNotContain("\tat ");
      assertThat(new TestClient(first::uri).get("/actuator/health").text()).contains("UP");
    }
    try (ChildServer next = ChildServer.start(folder.resolve("one"), setting)) {
      assertThat(new TestClient(next::uri).get("/api/site").status())
          .as("once the first has ended")
          .isEqualTo(200);
    }
  }

  @Test
  void takesTheDatabaseAgainAfterItWasAwayAndStopsWhenAnotherServerHasIt() throws Exception {
    postgres().execute("create database lost");
    String url = postgres().url("lost");
    try (ChildServer server =
        ChildServer.start(folder.resolve("lost"), "--anbinh.database.url=" + url)) {
      postgres().stop();
      postgres().startAgain();
      until("the lock again", () -> holders(url) == 1);
      assertThat(ProcessHandle.of(server.pid()).orElseThrow().isAlive()).isTrue();
      var client = new TestClient(server::uri);
      until("its health again", () -> client.get("/actuator/health").status() == 200);

      try (var other = DriverManager.getConnection(url, "anbinh", "");
          var statement = other.createStatement()) {
        postgres()
            .execute(
                "select pg_terminate_backend(pid) from pg_stat_activity"
                    + " where application_name = 'anbinh lock' and datname = 'lost'");
        statement.execute("select pg_advisory_lock(" + DatabaseLock.KEY + ")");
        ProcessHandle.of(server.pid()).orElseThrow().onExit().get(60, TimeUnit.SECONDS);
      }
      assertThat(ChildServer.output(server.data())).contains("has taken the database");
    }
  }

  @Test
  void saysWhyItCannotUseTheDatabase() throws Exception {
    int nothing;
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      nothing = socket.getLocalPort();
    }
    assertThat(
            failure(
                folder.resolve("away"),
                "--anbinh.database.url=jdbc:postgresql://127.0.0.1:" + nothing + "/x?password=y"))
        .contains("127.0.0.1:" + nothing + "/x does not answer", "anbinh.database.url")
        .doesNotContain("\tat ", "password=y");
    assertThat(
            ChildServer.check(
                folder.resolve("away"),
                "--anbinh.database.url=jdbc:postgresql://127.0.0.1:" + nothing + "/x"))
        .as("a check that could not be made")
        .isEqualTo(2);
    assertThat(
            failure(
                folder.resolve("none"),
                "--anbinh.database.url=" + postgres().url("no_such_database")))
        .contains("there is no database", "no_such_database", "createdb")
        .doesNotContain("\tat ");
    assertThat(
            failure(
                folder.resolve("nobody"),
                "--anbinh.database.url=" + postgres().url("postgres"),
                "--anbinh.database.username=nobody_of_this_name"))
        .contains("refuses the user name or the password", "anbinh.database.username")
        .doesNotContain("\tat ");
  }

  @Test
  void refusesAPostgresThatIsTooOldByName() throws Exception {
    try (var old = new OldPostgres("13.21 (Debian 13.21-0+deb11u1)")) {
      assertThat(failure(folder.resolve("old"), "--anbinh.database.url=" + old.url()))
          .contains("the database is PostgreSQL 13", "15 or newer")
          .doesNotContain("\tat ");
    }
  }

  /// What a server says that does not start.
  private static String failure(Path data, String... settings) throws Exception {
    try (ChildServer server = ChildServer.start(data, settings)) {
      throw new AssertionError("it started: " + server.pid());
    } catch (IOException expected) {
      return ChildServer.output(data);
    }
  }

  private static int holders(String url) {
    try (var connection = DriverManager.getConnection(url, "anbinh", "");
        var statement = connection.createStatement();
        var answer =
            statement.executeQuery(
                "select count(*) from pg_locks where locktype = 'advisory' and granted"
                    + " and database = (select oid from pg_database where datname = 'lost')")) {
      answer.next();
      return answer.getInt(1);
    } catch (SQLException e) {
      return -1;
    }
  }
}
