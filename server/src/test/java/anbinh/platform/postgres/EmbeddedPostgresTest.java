package anbinh.platform.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import anbinh.platform.StartFailure;
import anbinh.testing.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedPostgresTest {
  /// A cluster that was made and stopped, of which tests that are not about its making get a copy.
  @TempDir private static Path made;

  @TempDir Path folder;

  @BeforeAll
  static void make() throws IOException {
    EmbeddedPostgres.start(made, TestDatabase.BINARIES, List.of()).close();
  }

  @Test
  void keepsWhatWasCommittedOverAStopAndAStart() throws Exception {
    try (EmbeddedPostgres postgres = start()) {
      execute(postgres, "create table kept (n int)");
      execute(postgres, "insert into kept values (7)");
    }
    try (EmbeddedPostgres postgres = start()) {
      assertThat(query(postgres, "select n from kept")).isEqualTo("7");
    }
  }

  @Test
  void writesToTheDiskAndAsksForThePassword() throws Exception {
    try (EmbeddedPostgres postgres = start()) {
      assertThat(query(postgres, "show fsync")).isEqualTo("on");
      assertThat(query(postgres, "show data_checksums")).isEqualTo("on");
      assertThat(query(postgres, "show server_encoding")).isEqualTo("UTF8");
      assertThat(query(postgres, "select datlocale from pg_database where datname = 'anbinh'"))
          .isEqualTo("C.UTF-8");
      assertThatThrownBy(
              () -> DriverManager.getConnection(postgres.url(), EmbeddedPostgres.USERNAME, "wrong"))
          .isInstanceOf(SQLException.class);
    }
    for (String file : List.of("password", "owner-password")) {
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve(file))))
          .isEqualTo("rw-------");
    }
  }

  @Test
  void nobodyIsLetInWhoCouldDoMoreThanTheOwner() throws Exception {
    try (EmbeddedPostgres postgres = start()) {
      assertThat(
              query(
                  postgres,
                  """
                  select string_agg(rolname || case when rolsuper then ' super' else '' end
                    || case when rolcreaterole or rolcreatedb or rolreplication or rolbypassrls
                       then ' more' else '' end, ', ' order by rolname)
                  from pg_roles where rolcanlogin
                  """))
          .isEqualTo("anbinh, anbinh_owner, postgres super more");
      for (String database : List.of("anbinh", "postgres", "template1")) {
        for (String password : List.of("", postgres.password())) {
          assertThatThrownBy(
                  () -> DriverManager.getConnection(postgres.url(database), "postgres", password))
              .hasMessageContaining("pg_hba.conf");
        }
      }
      for (String database : List.of("postgres", "template1")) {
        assertThatThrownBy(() ->
                DriverManager.getConnection(
                    postgres.url(database), EmbeddedPostgres.USERNAME, postgres.password()))
            .hasMessageContaining("permission denied for database");
      }
      assertThatThrownBy(() ->
              DriverManager.getConnection(
                  postgres.url(), EmbeddedPostgres.OWNER, postgres.password()))
          .as("the program's password is not the owner's")
          .isInstanceOf(SQLException.class);
    }
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .as("no statement with a password is left")
          .containsExactlyInAnyOrder("17", "log", "password", "owner-password");
    }
  }

  @Test
  void aFolderInWhichTheProgramOwnedTheDatabaseIsNamedWithWhatToDo() throws Exception {
    start().close();
    Files.delete(folder.resolve("owner-password"));
    assertThatThrownBy(this::start)
        .isInstanceOf(StartFailure.class)
        .hasMessageContaining("owner-password")
        .extracting(failure -> ((StartFailure) failure).remedy())
        .asString()
        .contains("backup", "empty");
  }

  @Test
  void theLogTellsNothingOfRowsAndStatements() throws Exception {
    try (EmbeddedPostgres postgres = start()) {
      execute(
          postgres, "create table person (name text primary key check (name <> 'Hoa Mai'), n int)");
      execute(postgres, "insert into person values ('Cúc Vàng', 1)");
      execute(postgres, "grant select, insert, update on person to anbinh");
      List<String> statements =
          List.of(
              "insert into person values ('Cúc Vàng', 2)",
              "insert into person values ('Hoa Mai', 2)",
              "update person set n = 'Sen Trắng'",
              "select 'Sen Trắng'::uuid",
              "select '{\"name\": Sen Trắng}'::jsonb",
              "do $$ begin raise exception 'of %', (select name from person); end $$",
              "do $$ begin raise warning 'of %', (select name from person); end $$",
              "select syntax error of 'Sen Trắng'");
      for (String statement : statements) {
        for (String role : List.of(EmbeddedPostgres.OWNER, EmbeddedPostgres.USERNAME)) {
          String password =
              role.equals(EmbeddedPostgres.OWNER)
                  ? EmbeddedPostgres.ownerPassword(folder)
                  : postgres.password();
          try (Connection connection = DriverManager.getConnection(postgres.url(), role, password);
              var prepared = connection.prepareStatement(statement)) {
            prepared.execute();
          } catch (SQLException expected) {
            assertThat(expected.getSQLState()).isNotNull();
          }
        }
      }
    }
    assertThat(Files.readString(folder.resolve("log")))
        .contains("database system is ready")
        .doesNotContain("Cúc", "Mai", "Sen");
  }

  @Test
  void aKilledPostmasterIsStartedAgainOnTheSamePort() throws Exception {
    try (EmbeddedPostgres postgres = start()) {
      execute(postgres, "create table kept (n int)");
      long before = postgres.pid();
      kill(before);
      awaitQuery(postgres, "select count(*) from kept");
      assertThat(postgres.pid()).isNotEqualTo(before);
    }
  }

  @Test
  void anOrphanIsStoppedBeforeTheStart() throws Exception {
    EmbeddedPostgres first = start();
    execute(first, "create table kept (n int)");
    long orphan = first.pid();
    // Nobody closes the first one, as after a kill of its server; its guard must not interfere.
    first.abandon();
    try (EmbeddedPostgres second = start()) {
      assertThat(query(second, "select count(*) from kept")).isEqualTo("0");
      assertThat(ProcessHandle.of(orphan).filter(ProcessHandle::isAlive)).isEmpty();
    }
  }

  @Test
  void aStalePidFileOfAnotherProgramIsIgnored() throws Exception {
    start().close();
    Path cluster = folder.resolve("17");
    // Not this process: PostgreSQL does not mind its parent's number.
    Process other = new ProcessBuilder("sleep", "600").start();
    try {
      Files.writeString(
          cluster.resolve("postmaster.pid"),
          other.pid() + "\n" + cluster + "\n1\n5432\n\n127.0.0.1\n 1 1\nready\n");
      assertThat(PidFile.read(cluster).flatMap(file -> file.postmaster(cluster))).isEmpty();
      try (EmbeddedPostgres postgres = start()) {
        assertThat(query(postgres, "select 1")).isEqualTo("1");
      }
      assertThat(other.isAlive()).isTrue();
    } finally {
      other.destroy();
    }
  }

  @Test
  void aCopyMadeWhileTheOriginalRunsStartsBesideIt() throws Exception {
    try (EmbeddedPostgres original = start()) {
      execute(original, "create table kept (n int)");
      Path copy = folder.resolve("copy");
      var copying = new ProcessBuilder("cp", "-a", folder + "/17");
      copying.command().addAll(List.of(folder + "/password", folder + "/owner-password"));
      Files.createDirectory(copy);
      copying.command().add(copy.toString());
      assertThat(copying.start().waitFor()).isZero();
      try (EmbeddedPostgres second =
          EmbeddedPostgres.start(copy, TestDatabase.BINARIES, List.of())) {
        assertThat(query(second, "select count(*) from kept")).isEqualTo("0");
        assertThat(query(original, "select count(*) from kept")).isEqualTo("0");
      }
    }
  }

  @Test
  void aHalfMadeClusterIsMadeAgain() throws Exception {
    Files.createDirectories(folder.resolve("17.new").resolve("base"));
    Files.writeString(folder.resolve("17.new").resolve("PG_VERSION"), "17\n");
    try (EmbeddedPostgres postgres =
        EmbeddedPostgres.start(folder, TestDatabase.BINARIES, List.of())) {
      assertThat(query(postgres, "select 1")).isEqualTo("1");
    }
  }

  @Test
  void pidFilesThatAreCutOrStrangeAreNoPostmaster() throws IOException {
    assertThat(PidFile.read(folder)).isEmpty();
    Files.writeString(folder.resolve("postmaster.pid"), "");
    assertThat(PidFile.read(folder)).isEmpty();
    Files.writeString(folder.resolve("postmaster.pid"), "what\n");
    assertThat(PidFile.read(folder)).isEmpty();
    Files.writeString(folder.resolve("postmaster.pid"), "12\n/x\n");
    assertThat(PidFile.read(folder)).isEqualTo(Optional.of(new PidFile(12, 0)));
  }

  @Test
  void asRootTheNamespaceIsPreferred() throws IOException {
    assumeTrue(root(), "only root must avoid being root");
    assertThat(Runner.choose()).isNotInstanceOf(Runner.Plain.class);
    assertThat(new Runner.OwnNamespace().wrap(List.of("postgres"))).startsWith("unshare");
    assertThat(new Runner.Nobody().wrap(List.of("postgres")))
        .startsWith("setpriv")
        .endsWith("postgres");
  }

  @Test
  void whereNamespacesAreForbiddenNobodyRunsItBelowAFolderThatIsRootsAlone() throws Exception {
    assumeTrue(root(), "only root must avoid being root");
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
    assertThat(Binaries.in(TestDatabase.BINARIES, true).program("initdb")).isExecutable();
    String programs = "binaries-" + Binaries.VERSION;
    Files.createSymbolicLink(folder.resolve(programs), TestDatabase.BINARIES.resolve(programs));
    Path postgres = folder.resolve("postgres");
    for (String expected : List.of("0", "1")) {
      try (EmbeddedPostgres running =
          EmbeddedPostgres.start(postgres, folder, List.of(), new Runner.Nobody())) {
        execute(running, "create table if not exists kept (n int)");
        assertThat(query(running, "select count(*) from kept")).isEqualTo(expected);
        execute(running, "insert into kept values (7)");
        assertThat(Files.getOwner(postgres.resolve("17")).getName()).isEqualTo("nobody");
      }
    }
  }

  private EmbeddedPostgres start() throws IOException, InterruptedException {
    if (!Files.exists(folder.resolve("17"))) {
      Process copying = new ProcessBuilder("cp", "-a", made + "/.", folder.toString()).start();
      assertThat(copying.waitFor()).isZero();
    }
    return EmbeddedPostgres.start(folder, TestDatabase.BINARIES, List.of());
  }

  private static boolean root() {
    return "root".equals(System.getProperty("user.name"));
  }

  private static void kill(long pid) {
    ProcessHandle.of(pid).orElseThrow().destroyForcibly();
  }

  private static void awaitQuery(EmbeddedPostgres postgres, String sql) throws Exception {
    long deadline = System.nanoTime() + Duration.ofSeconds(30).toNanos();
    while (true) {
      try {
        query(postgres, sql);
        return;
      } catch (SQLException e) {
        assertThat(System.nanoTime()).isLessThan(deadline);
        Thread.sleep(50);
      }
    }
  }

  private static void execute(EmbeddedPostgres postgres, String sql) throws Exception {
    try (Connection connection = connect(postgres);
        var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static String query(EmbeddedPostgres postgres, String sql) throws Exception {
    try (Connection connection = connect(postgres);
        var statement = connection.createStatement();
        var rows = statement.executeQuery(sql)) {
      rows.next();
      return rows.getString(1);
    }
  }

  private static Connection connect(EmbeddedPostgres postgres) throws Exception {
    return DriverManager.getConnection(
        postgres.url(), EmbeddedPostgres.OWNER, EmbeddedPostgres.ownerPassword(postgres.folder()));
  }
}
