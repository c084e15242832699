package anbinh.platform.database;

import anbinh.platform.DataFolder;
import anbinh.platform.StartFailure;
import anbinh.platform.postgres.EmbeddedPostgres;
import anbinh.platform.settings.CheckedSettings;
import anbinh.platform.settings.PlatformSettings;
import anbinh.platform.settings.PlatformSettings.DatabaseSettings;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/// Makes the data folder, the database and its pool; whoever gets the pool sees migrated tables.
@Configuration(proxyBeanMethods = false)
class DatabaseConfiguration {
  private static final Logger LOG = LoggerFactory.getLogger(DatabaseConfiguration.class);

  @Bean
  DataFolder dataFolder(PlatformSettings settings, CheckedSettings checked) throws IOException {
    DataFolder folder =
        settings.command().equals("check")
            ? DataFolder.tryOpen(settings.data())
                .orElseGet(() -> DataFolder.beside(settings.data()))
            : DataFolder.open(settings.data());
    LOG.info("data folder {}", folder.root());
    return folder;
  }

  /// The embedded database; absent when there is an external one, or when a running server has it.
  @Bean
  EmbeddedDatabase embeddedDatabase(PlatformSettings settings, DataFolder data) throws IOException {
    if (settings.database().url() != null || !data.owned()) {
      return new EmbeddedDatabase(Optional.empty());
    }
    Path folder = data.folder("postgres");
    Path binaries = Optional.ofNullable(settings.postgres().binaries()).orElse(folder);
    try {
      return new EmbeddedDatabase(Optional.of(EmbeddedPostgres.start(folder, binaries, List.of())));
    } catch (IOException e) {
      throw new StartFailure(
          String.valueOf(e.getMessage()),
          "Mend that, or set anbinh.database.url to a PostgreSQL of your own.",
          e);
    }
  }

  /// Taken by whoever owns the data folder; a check beside a running server only reads.
  @Bean
  ExternalDatabase externalDatabase(
      PlatformSettings settings, DataFolder data, ConfigurableApplicationContext context) {
    return new ExternalDatabase(
        settings.database().url() == null || !data.owned()
            ? Optional.empty()
            : Optional.of(
                DatabaseLock.take(
                    settings.database(),
                    () -> Thread.ofPlatform().name("stop").start(context::close))));
  }

  @Bean
  HikariDataSource dataSource(
      PlatformSettings settings,
      DataFolder data,
      EmbeddedDatabase embedded,
      @SuppressWarnings("unused") ExternalDatabase held)
      throws IOException {
    DatabaseSettings requested = settings.database();
    var pool = new HikariDataSource();
    pool.setPoolName("database");
    pool.setMaximumPoolSize(requested.connections());
    pool.setMinimumIdle(2);
    pool.setConnectionTimeout(10_000);
    pool.addDataSourceProperty("ApplicationName", "anbinh");
    // Whoever waits for a database that went away without a word would wait for ever.
    pool.addDataSourceProperty("tcpKeepAlive", "true");
    pool.addDataSourceProperty("socketTimeout", "300");
    pool.addDataSourceProperty("reWriteBatchedInserts", "true");
    // A row that the tables refuse has people in it, and would stand in the log of the server.
    pool.addDataSourceProperty("logServerErrorDetail", "false");
    Path folder = data.root().resolve("postgres");
    if (requested.url() != null) {
      pool.setJdbcUrl(requested.url());
      pool.setUsername(requested.username());
      pool.setPassword(requested.password());
    } else {
      pool.setJdbcUrl(
          embedded.postgres().isPresent()
              ? embedded.postgres().get().url()
              : EmbeddedPostgres.runningUrl(folder));
      pool.setUsername(EmbeddedPostgres.USERNAME);
      pool.setPassword(EmbeddedPostgres.password(folder));
    }
    ProgramRole.require(pool);
    if (data.owned()) {
      new Migrations(pool, pool.getUsername(), () -> owner(requested, pool.getJdbcUrl(), folder))
          .run();
    }
    return pool;
  }

  /// Connections of the database's owner, made where there are migrations to run.
  private static DataSource owner(DatabaseSettings requested, String url, Path folder) {
    try {
      return requested.url() == null
          ? new DriverManagerDataSource(
              url, EmbeddedPostgres.OWNER, EmbeddedPostgres.ownerPassword(folder))
          : external(requested, url);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static DataSource external(DatabaseSettings requested, String url) {
    String owner = requested.ownerUsername();
    if (owner == null) {
      throw new StartFailure(
          "the tables of the database are not those of this version, and nobody is named who may"
              + " change them",
          "Set anbinh.database.owner-username and anbinh.database.owner-password for this start;"
              + " docs/guide/running.md, \"A PostgreSQL of your own\", says how they are made.");
    }
    var source = new DriverManagerDataSource(url);
    source.setUsername(owner);
    source.setPassword(requested.ownerPassword());
    try {
      source.getConnection().close();
    } catch (SQLException e) {
      throw new StartFailure(
          "the database refuses its owner: " + e.getMessage(),
          "Look at anbinh.database.owner-username and anbinh.database.owner-password.",
          e);
    }
    return source;
  }

  /// Holds the embedded database, if any, and stops it after the pool.
  record EmbeddedDatabase(Optional<EmbeddedPostgres> postgres) implements AutoCloseable {
    @Override
    public void close() {
      postgres.ifPresent(EmbeddedPostgres::close);
    }
  }

  /// Holds the lock of an external database, if any, for longer than the pool is open.
  record ExternalDatabase(Optional<DatabaseLock> lock) implements AutoCloseable {
    @Override
    public void close() {
      lock.ifPresent(DatabaseLock::close);
    }
  }
}
