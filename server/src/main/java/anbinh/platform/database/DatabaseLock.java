package anbinh.platform.database;

import anbinh.platform.StartFailure;
import anbinh.platform.settings.PlatformSettings.DatabaseSettings;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Makes this the only server of an external database: an advisory lock of PostgreSQL on a
/// connection of its own, which ends with the process, however that ends. (The embedded database
/// belongs to its data folder, which has a lock of its own.)
///
/// When the connection breaks, a thread takes the lock again as soon as the database answers. If
/// another server has it by then, this one must stop: both would write the same log.
///
/// A pooler that shares connections between clients (PgBouncer's transaction mode) defeats this.
final class DatabaseLock implements AutoCloseable {
  static final int OLDEST_VERSION = 15;

  private static final Logger LOG = LoggerFactory.getLogger(DatabaseLock.class);
  static final long KEY = 0x416E_4269_6E68L; // "AnBinh"
  private static final Duration LOOK_EVERY = Duration.ofSeconds(2);
  private static final int TIMEOUT_SECONDS = 10;

  private final DatabaseSettings settings;
  private final Runnable lost;
  private final Thread guard;
  private @Nullable Connection connection;
  private int backend;

  private DatabaseLock(DatabaseSettings settings, Runnable lost) {
    this.settings = settings;
    this.lost = lost;
    this.guard = Thread.ofVirtual().name("database-lock").unstarted(this::watch);
  }

  /// Connects and takes the lock.
  ///
  /// @param lost called once if another server takes the database while it was out of reach
  /// @throws StartFailure when the database does not answer, is too old, or is another server's
  static DatabaseLock take(DatabaseSettings settings, Runnable lost) {
    var lock = new DatabaseLock(settings, lost);
    try {
      Connection opened = lock.connect();
      requireVersion(opened);
      if (!lock.tryLock(opened)) {
        String holder = holder(opened).map(Holder::where).orElse("");
        opened.close();
        throw new StartFailure(
            "another An Bình server" + holder + " uses the database " + lock.place(),
            "Stop it, or give this one a database of its own with anbinh.database.url.");
      }
    } catch (SQLException e) {
      throw failure(e, lock.place());
    }
    lock.guard.start();
    return lock;
  }

  private static void requireVersion(Connection opened) throws SQLException {
    int version = opened.getMetaData().getDatabaseMajorVersion();
    if (version < OLDEST_VERSION) {
      opened.close();
      throw new StartFailure(
          "the database is PostgreSQL " + version,
          "Give anbinh.database.url a PostgreSQL of " + OLDEST_VERSION + " or newer.");
    }
  }

  private static StartFailure failure(SQLException e, String place) {
    String state = String.valueOf(e.getSQLState());
    if (state.startsWith("28")) {
      return new StartFailure(
          "the database " + place + " refuses the user name or the password",
          "Look at anbinh.database.username and anbinh.database.password.",
          e);
    }
    if (state.equals("3D000")) {
      return new StartFailure(
          "there is no database " + place,
          "Make it (createdb), or look at anbinh.database.url.",
          e);
    }
    return new StartFailure(
        "the database " + place + " does not answer: " + e.getMessage(),
        "Start it, or look at anbinh.database.url.",
        e);
  }

  /// The address without what may hold a password.
  private String place() {
    String url = String.valueOf(settings.url());
    int question = url.indexOf('?');
    return (question < 0 ? url : url.substring(0, question))
        .replaceFirst("^jdbc:postgresql:(//)?", "");
  }

  private Connection connect() throws SQLException {
    var properties = new Properties();
    properties.setProperty("user", settings.username());
    if (settings.password() != null) {
      properties.setProperty("password", settings.password());
    }
    properties.setProperty("ApplicationName", "anbinh lock");
    properties.setProperty("loginTimeout", "" + TIMEOUT_SECONDS);
    properties.setProperty("socketTimeout", "" + TIMEOUT_SECONDS);
    properties.setProperty("tcpKeepAlive", "true");
    return DriverManager.getConnection(String.valueOf(settings.url()), properties);
  }

  private boolean tryLock(Connection opened) throws SQLException {
    try (PreparedStatement ask =
        opened.prepareStatement("select pg_try_advisory_lock(?), pg_backend_pid()")) {
      ask.setLong(1, KEY);
      try (ResultSet answer = ask.executeQuery()) {
        answer.next();
        if (answer.getBoolean(1)) {
          connection = opened;
          backend = answer.getInt(2);
          return true;
        }
        return false;
      }
    }
  }

  /// Who has the lock.
  private record Holder(int backend, @Nullable String address) {
    String where() {
      return address == null ? "" : " at " + address;
    }
  }

  private static Optional<Holder> holder(Connection opened) throws SQLException {
    try (PreparedStatement ask =
        opened.prepareStatement(
            """
            select l.pid, host(a.client_addr) from pg_locks l left join pg_stat_activity a using (pid)
            where l.locktype = 'advisory' and l.granted and l.objsubid = 1
              and l.classid::bigint = ? and l.objid::bigint = ?
              and l.database = (select oid from pg_database where datname = current_database())
            """)) {
      ask.setLong(1, KEY >>> 32);
      ask.setLong(2, KEY & 0xFFFF_FFFFL);
      try (ResultSet answer = ask.executeQuery()) {
        return answer.next()
            ? Optional.of(new Holder(answer.getInt(1), answer.getString(2)))
            : Optional.empty();
      }
    }
  }

  private void watch() {
    try {
      boolean held = true;
      while (held) {
        Thread.sleep(LOOK_EVERY);
        Connection present = connection;
        if (present == null || !isValid(present)) {
          held = retake();
        }
      }
      LOG.error("another An Bình server has taken the database {}; this one stops", place());
      lost.run();
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
    }
  }

  private static boolean isValid(Connection connection) {
    try {
      return connection.isValid(TIMEOUT_SECONDS);
    } catch (SQLException e) {
      return false;
    }
  }

  /// @return false when another server has the lock; true also while the database does not answer
  private boolean retake() {
    close(connection);
    connection = null;
    try {
      Connection opened = connect();
      if (tryLock(opened)) {
        LOG.info("the database {} answers again", place());
        return true;
      }
      Optional<Holder> holder = holder(opened);
      if (holder.isPresent() && holder.get().backend() == backend) {
        // Our own connection, of which the database has not noticed yet that it is broken.
        try (PreparedStatement end = opened.prepareStatement("select pg_terminate_backend(?)")) {
          end.setInt(1, backend);
          end.execute();
        }
        holder = Optional.empty();
      }
      opened.close();
      return holder.isEmpty();
    } catch (SQLException unreachable) {
      LOG.debug("the database does not answer", unreachable);
      return true;
    }
  }

  private static void close(@Nullable Connection connection) {
    if (connection != null) {
      try {
        connection.close();
      } catch (SQLException broken) {
        LOG.debug("closing a broken connection", broken);
      }
    }
  }

  @Override
  public void close() {
    guard.interrupt();
    try {
      guard.join(Duration.ofSeconds(TIMEOUT_SECONDS));
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
    }
    close(connection);
  }
}
