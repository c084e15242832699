package anbinh.testing;

import anbinh.platform.database.TestMigrations;
import anbinh.platform.postgres.EmbeddedPostgres;
import anbinh.platform.postgres.TestCluster;
import anbinh.platform.sql.SqlClient;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/// A database of its own with every feature's tables, on the one PostgreSQL of the test run. Tests
/// are its owner; a server that they start has the program's role.
///
/// ```java
/// try (TestDatabase database = TestDatabase.create()) { … database.client() … }
/// ```
public final class TestDatabase implements AutoCloseable {
  /// Where the PostgreSQL programs are unpacked once for all tests.
  public static final Path BINARIES = Path.of("target", "postgres").toAbsolutePath();

  private static final List<String> OPTIONS =
      List.of(
          "fsync=off",
          "full_page_writes=off",
          "max_connections=200",
          // Of tables that were never analysed it expects the worst, and starts helpers for what a
          // single process reads in a fifth of the time.
          "max_parallel_workers_per_gather=0");

  private static final AtomicInteger NUMBER = new AtomicInteger();
  private static final String TEMPLATE = "filled_template";
  private static @Nullable EmbeddedPostgres server;
  private static @Nullable Path folder;

  private final String url;
  private final String password;
  private final String ownerPassword;
  private final HikariDataSource pool;

  private TestDatabase(String url, String password, String ownerPassword) {
    this.url = url;
    this.password = password;
    this.ownerPassword = ownerPassword;
    this.pool = pool(url, EmbeddedPostgres.OWNER, ownerPassword);
  }

  public static TestDatabase create() {
    EmbeddedPostgres postgres = server();
    String name = "test_" + NUMBER.incrementAndGet();
    String ownerPassword = readOwnerPassword();
    execute(postgres, ownerPassword, "create database " + name + " template " + TEMPLATE);
    return new TestDatabase(postgres.url(name), postgres.password(), ownerPassword);
  }

  public String url() {
    return url;
  }

  /// The program's.
  public String username() {
    return EmbeddedPostgres.USERNAME;
  }

  /// The program's.
  public String password() {
    return password;
  }

  public String ownerUsername() {
    return EmbeddedPostgres.OWNER;
  }

  public String ownerPassword() {
    return ownerPassword;
  }

  /// Connections of the owner.
  public HikariDataSource pool() {
    return pool;
  }

  /// As the owner.
  public JdbcClient client() {
    return JdbcClient.create(pool);
  }

  /// As the owner.
  public SqlClient sql() {
    return new SqlClient(new JdbcTemplate(pool));
  }

  /// As the running program, on connections that are closed after each statement.
  public JdbcClient program() {
    return JdbcClient.create(new DriverManagerDataSource(url, EmbeddedPostgres.USERNAME, password));
  }

  @Override
  public void close() {
    pool.close();
  }

  private static synchronized EmbeddedPostgres server() {
    EmbeddedPostgres running = server;
    if (running == null) {
      try {
        Path own = Files.createTempDirectory("anbinh-test-postgres");
        folder = own;
        copyCluster(own);
        EmbeddedPostgres started = EmbeddedPostgres.start(own, BINARIES, OPTIONS);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(started, own)));
        server = started;
        running = started;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return running;
  }

  /// Copies the cluster of this run of the tests, which its first process makes with all tables.
  private static void copyCluster(Path into) throws IOException {
    Path clusters = Files.createDirectories(Path.of("target", "test-cluster").toAbsolutePath());
    Path made = clusters.resolve(System.getProperty("test.run", "alone-" + into.getFileName()));
    try (var channel =
            FileChannel.open(
                clusters.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        var _ = channel.lock()) {
      if (!Files.exists(made)) {
        try (Stream<Path> before = Files.list(clusters)) {
          before.filter(Files::isDirectory).forEach(TestDatabase::delete);
        }
        Path part = Files.createDirectory(clusters.resolve("part"));
        try (EmbeddedPostgres postgres = TestCluster.start(part, BINARIES, OPTIONS)) {
          fillTemplate(postgres, EmbeddedPostgres.ownerPassword(part));
        }
        Files.move(part, made);
      }
      Process copying = new ProcessBuilder("cp", "-a", made + "/.", into.toString()).start();
      if (copying.onExit().join().exitValue() != 0) {
        throw new IOException("the cluster of the tests cannot be copied to " + into);
      }
    }
  }

  private static void fillTemplate(EmbeddedPostgres postgres, String ownerPassword)
      throws IOException {
    execute(postgres, ownerPassword, "create database " + TEMPLATE);
    String url = postgres.url(TEMPLATE);
    try (var program = pool(url, EmbeddedPostgres.USERNAME, postgres.password());
        var owner = pool(url, EmbeddedPostgres.OWNER, ownerPassword)) {
      TestMigrations.run(program, EmbeddedPostgres.USERNAME, owner);
    }
  }

  private static String readOwnerPassword() {
    try {
      return EmbeddedPostgres.ownerPassword(Objects.requireNonNull(folder));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static HikariDataSource pool(String url, String username, String password) {
    var pool = new HikariDataSource();
    pool.setJdbcUrl(url);
    pool.setUsername(username);
    pool.setPassword(password);
    pool.setMaximumPoolSize(8);
    pool.setMinimumIdle(0);
    return pool;
  }

  private static void execute(EmbeddedPostgres postgres, String ownerPassword, String sql) {
    try (var connection =
            DriverManager.getConnection(
                postgres.url("postgres"), EmbeddedPostgres.OWNER, ownerPassword);
        var statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void stop(EmbeddedPostgres postgres, Path folder) {
    postgres.close();
    delete(folder);
  }

  private static void delete(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
