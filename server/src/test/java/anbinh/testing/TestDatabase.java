package anbinh.testing;

import anbinh.platform.database.TestMigrations;
import anbinh.platform.postgres.EmbeddedPostgres;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// A database of its own with every feature's tables, on the one PostgreSQL of the test run.
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

  private final String url;
  private final String password;
  private final HikariDataSource pool;

  private TestDatabase(String url, String password) {
    this.url = url;
    this.password = password;
    this.pool = pool(url, password);
  }

  public static TestDatabase create() {
    EmbeddedPostgres postgres = server();
    String name = "test_" + NUMBER.incrementAndGet();
    execute(postgres, "create database " + name + " template " + TEMPLATE);
    return new TestDatabase(postgres.url(name), postgres.password());
  }

  public String url() {
    return url;
  }

  public String username() {
    return EmbeddedPostgres.USERNAME;
  }

  public String password() {
    return password;
  }

  public HikariDataSource pool() {
    return pool;
  }

  public JdbcClient client() {
    return JdbcClient.create(pool);
  }

  @Override
  public void close() {
    pool.close();
  }

  private static synchronized EmbeddedPostgres server() {
    EmbeddedPostgres running = server;
    if (running == null) {
      try {
        Path folder = Files.createTempDirectory("anbinh-test-postgres");
        EmbeddedPostgres started =
            EmbeddedPostgres.start(
                folder,
                BINARIES,
                List.of("fsync=off", "full_page_writes=off", "max_connections=200"));
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(started, folder)));
        execute(started, "create database " + TEMPLATE);
        try (HikariDataSource pool = pool(started.url(TEMPLATE), started.password())) {
          TestMigrations.run(pool);
        }
        server = started;
        running = started;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return running;
  }

  private static HikariDataSource pool(String url, String password) {
    var pool = new HikariDataSource();
    pool.setJdbcUrl(url);
    pool.setUsername(EmbeddedPostgres.USERNAME);
    pool.setPassword(password);
    pool.setMaximumPoolSize(8);
    pool.setMinimumIdle(0);
    return pool;
  }

  private static void execute(EmbeddedPostgres postgres, String sql) {
    try (var connection =
            DriverManager.getConnection(
                postgres.url("postgres"), EmbeddedPostgres.USERNAME, postgres.password());
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
