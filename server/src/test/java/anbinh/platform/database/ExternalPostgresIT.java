package anbinh.platform.database;

import static anbinh.testing.Await.until;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import anbinh.platform.StartFailure;
import anbinh.testing.ChildServer;
import anbinh.testing.TestClient;
import anbinh.testing.TestServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/// The server on a PostgreSQL that it did not start: Debian's, set up by the very statements of
/// `docs/guide/running.md`.
class ExternalPostgresIT {
  @TempDir static Path cluster;
  @TempDir Path folder;

  private static @Nullable DebianPostgres started;

  @BeforeAll
  static void start() throws Exception {
    Optional<Path> programs = DebianPostgres.programs();
    assumeTrue(
        programs.isPresent(), "no /usr/lib/postgresql/*/bin/initdb: install package postgresql");
    started = DebianPostgres.start(programs.get(), cluster.resolve("cluster"), "--data-checksums");
    for (String statement : guide()) {
      started.execute(statement);
    }
  }

  @AfterAll
  static void stop() throws IOException {
    if (started != null) {
      started.close();
    }
  }

  private static DebianPostgres postgres() {
    return Objects.requireNonNull(started);
  }

  /// The statements of the guide.
  private static List<String> guide() throws IOException {
    String page = Files.readString(Path.of("..", "docs", "guide", "running.md"));
    String section = page.substring(page.indexOf("## A PostgreSQL of your own"));
    String block = section.substring(section.indexOf("```sql\n") + "```sql\n".length());
    List<String> statements =
        Arrays.stream(block.substring(0, block.indexOf("```")).split(";\\s*\n", -1))
            .map(String::strip)
            .filter(statement -> !statement.isEmpty())
            .toList();
    assertThat(statements).hasSizeGreaterThan(4);
    return statements;
  }

  /// Makes another database as the guide makes the one, and gives the settings for it.
  private static String[] database(String name) throws IOException, SQLException {
    for (String statement : guide()) {
      if (statement.contains("database anbinh")) {
        postgres().execute(statement.replace("database anbinh", "database " + name));
      }
    }
    return settings(name);
  }

  private static String[] settings(String database) {
    return settings(database, "anbinh", "PASSWORD");
  }

  private static String[] settings(String database, String username, String password) {
    return new String[] {
      "--anbinh.database.url=" + postgres().url(database),
      "--anbinh.database.username=" + username,
      "--anbinh.database.password=" + password,
      "--anbinh.database.owner-username=anbinh_owner",
      "--anbinh.database.owner-password=OWNER-PASSWORD"
    };
  }

  private static String[] withoutOwner(String[] settings) {
    return Arrays.copyOf(settings, 3);
  }

  private static String[] and(String[] settings, String... more) {
    return Stream.concat(Arrays.stream(settings), Arrays.stream(more)).toArray(String[]::new);
  }

  @Test
  void runsOnThePostgresOfTheSystem() throws Exception {
    assertThat(failure(folder.resolve("empty"), withoutOwner(settings("anbinh"))))
        .contains("nobody is named who may change them", "anbinh.database.owner-username")
        .doesNotContain("\tat ");
    String[] all =
        and(
            settings("anbinh"),
            "--server.port=0",
            "--anbinh.data=" + folder.resolve("data"),
            "--logging.level.anbinh=warn");
    try (var context = TestServer.application().run(all)) {
      assertThat(
              context
                  .getBean(JdbcClient.class)
                  .sql("select username from identity.person")
                  .query(String.class)
                  .list())
          .containsExactly("admin");
      assertThatThrownBy(
              () -> context.getBean(JdbcClient.class).sql("delete from audit.event").update())
          .rootCause()
          .hasMessageContaining("permission denied");
    }
    assertThat(folder.resolve("data").resolve("postgres")).doesNotExist();
    try (ChildServer later =
        ChildServer.start(folder.resolve("data"), withoutOwner(settings("anbinh")))) {
      assertThat(new TestClient(later::uri).get("/actuator/health").text())
          .as("without the owner, where nothing is to be migrated")
          .contains("UP");
    }
  }

  @Test
  void refusesAProgramThatMayDoMoreAndADatabaseWithoutChecksums() throws Exception {
    assertThat(
            failure(
                folder.resolve("super"),
                settings("postgres", DebianPostgres.SUPERUSER, DebianPostgres.PASSWORD)))
        .contains("the role postgres has the attribute SUPERUSER", "docs/guide/running.md")
        .doesNotContain("\tat ");
    var program = new DriverManagerDataSource(postgres().url("anbinh"), "anbinh", "PASSWORD");
    ProgramRole.require(program);
    for (List<String> fault :
        List.of(
            List.of("grant anbinh_owner to anbinh", "a member of anbinh_owner"),
            List.of("revoke anbinh_owner from anbinh", ""),
            List.of("grant pg_write_all_data to anbinh", "a member of pg_write_all_data"),
            List.of("revoke pg_write_all_data from anbinh", ""),
            List.of("alter role anbinh createrole", "CREATEROLE"),
            List.of("alter role anbinh nocreaterole", ""),
            List.of("alter database anbinh owner to anbinh", "owns database anbinh"),
            // Who owned it keeps no right of their own.
            List.of(
                "alter database anbinh owner to anbinh_owner;"
                    + " grant connect on database anbinh to anbinh",
                ""),
            List.of("create database another owner anbinh", "owns database another"),
            List.of("drop database another", ""))) {
      postgres().execute(fault.getFirst());
      if (fault.getLast().isEmpty()) {
        ProgramRole.require(program);
      } else {
        assertThatThrownBy(() -> ProgramRole.require(program))
            .isInstanceOf(StartFailure.class)
            .hasMessageContaining(fault.getLast());
      }
    }
    try (var unchecked =
        DebianPostgres.start(
            DebianPostgres.programs().orElseThrow(), folder.resolve("unchecked"))) {
      unchecked.execute("create role anbinh login password 'PASSWORD'");
      unchecked.execute("revoke create on schema public from public");
      assertThatThrownBy(() ->
              ProgramRole.require(
                  new DriverManagerDataSource(unchecked.url("postgres"), "anbinh", "PASSWORD")))
          .isInstanceOf(StartFailure.class)
          .hasMessageContaining("no data checksums");
    }
  }

  @Test
  void aSecondServerOnTheSameDatabaseIsRefusedWhateverItsFolder() throws Exception {
    String[] setting = database("shared");
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
    String[] settings = database("lost");
    String url = postgres().url("lost");
    try (ChildServer server = ChildServer.start(folder.resolve("lost"), settings)) {
      postgres().stop();
      postgres().startAgain();
      until("the lock again", () -> holders(url) == 1);
      assertThat(ProcessHandle.of(server.pid()).orElseThrow().isAlive()).isTrue();
      var client = new TestClient(server::uri);
      until("its health again", () -> client.get("/actuator/health").status() == 200);

      try (var other =
              DriverManager.getConnection(url, DebianPostgres.SUPERUSER, DebianPostgres.PASSWORD);
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
    assertThat(failure(folder.resolve("none"), settings("no_such_database")))
        .contains("there is no database", "no_such_database", "createdb")
        .doesNotContain("\tat ");
    assertThat(
            failure(folder.resolve("nobody"), settings("postgres", "nobody_of_this_name", "any")))
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
    try (var connection =
            DriverManager.getConnection(url, DebianPostgres.SUPERUSER, DebianPostgres.PASSWORD);
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
