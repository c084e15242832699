package anbinh.testing;

import anbinh.platform.database.TestMigrations;
import anbinh.platform.postgres.EmbeddedPostgres;
import anbinh.platform.postgres.TestCluster;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
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
    execute(postgres, "create database " + name + " template " + TEMPLATE);
    return new TestDatabase(postgres.url(name), postgres.password(), readOwnerPassword());
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
        Path made = Files.createTempDirectory("anbinh-test-postgres");
        folder = made;
        EmbeddedPostgres started =
            TestCluster.start(
                made,
                BINARIES,
                List.of("fsync=off", "full_page_writes=off", "max_connections=200"));
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(started, made)));
        execute(started, "create database " + TEMPLATE);
        String url = started.url(TEMPLATE);
        try (var program = pool(url, EmbeddedPostgres.USERNAME, started.password());
            var owner = pool(url, EmbeddedPostgres.OWNER, readOwnerPassword())) {
          TestMigrations.run(program, EmbeddedPostgres.USERNAME, owner);
        }
        server = started;
        running = started;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return running;
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

  private static void execute(EmbeddedPostgres postgres, String sql) {
    try (var connection =
            DriverManager.getConnection(
                postgres.url("postgres"), EmbeddedPostgres.OWNER, readOwnerPassword());
        var statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void stop(EmbeddedPostgres postgres, Path folder) {
    postgres.close();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
