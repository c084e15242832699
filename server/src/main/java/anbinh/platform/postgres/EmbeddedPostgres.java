package anbinh.platform.postgres;

import anbinh.platform.StartFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A PostgreSQL cluster in a folder, run as a child process while this object is open.
///
/// All methods may be called from any thread.
public final class EmbeddedPostgres implements AutoCloseable {
  /// The role of the running program: it owns nothing.
  public static final String USERNAME = "anbinh";

  /// The role that owns the database and everything in it.
  public static final String OWNER = "anbinh_owner";

  static final String DATABASE = "anbinh";

  static final Path NO_INPUT = Path.of("/dev/null");

  private static final Logger LOG = LoggerFactory.getLogger(EmbeddedPostgres.class);
  private static final Duration TIMEOUT = Duration.ofSeconds(60);
  private static final Duration POLL = Duration.ofMillis(20);
  private static final Duration FIRST_WAIT = Duration.ofMillis(250);
  private static final Duration MAX_WAIT = Duration.ofSeconds(4);
  private static final Duration FOREVER = Duration.ofDays(36_500);
  private static final long LOG_LIMIT_BYTES = 10_000_000;

  private final Path folder;
  private final Path cluster;
  private final Binaries binaries;
  private final Runner runner;
  private final String password;
  private final List<String> options;
  private final int port;
  private @Nullable Process postmaster;
  private boolean closing;

  private EmbeddedPostgres(
      Path folder, Binaries binaries, Runner runner, String password, List<String> options)
      throws IOException {
    this.folder = folder;
    this.cluster = cluster(folder);
    this.binaries = binaries;
    this.runner = runner;
    this.password = password;
    this.options = List.copyOf(options);
    this.port = FreePort.choose();
  }

  /// Starts the cluster in `folder`, making it at first.
  ///
  /// @param folder of this cluster alone, absolute
  /// @param binaries where the unpacked programs are kept
  /// @param options further postmaster settings, `name=value`
  public static EmbeddedPostgres start(Path folder, Path binaries, List<String> options)
      throws IOException {
    return start(folder, binaries, options, Runner.choose());
  }

  static EmbeddedPostgres start(Path folder, Path binaries, List<String> options, Runner runner)
      throws IOException {
    Files.createDirectories(folder);
    var programs = Binaries.in(binaries.toAbsolutePath(), !binaries.equals(folder));
    if (!Files.exists(cluster(folder))) {
      NewCluster.make(folder, cluster(folder), programs, runner, List.of());
    }
    requireOwner(folder);
    stopOrphan(cluster(folder));
    var postgres = new EmbeddedPostgres(folder, programs, runner, password(folder), options);
    try {
      postgres.launch(TIMEOUT);
    } catch (IOException | RuntimeException e) {
      postgres.close();
      throw e;
    }
    return postgres;
  }

  /// Where a cluster that another server runs answers, to read beside it.
  ///
  /// @throws IOException when none runs
  public static String runningUrl(Path folder) throws IOException {
    Path cluster = cluster(folder);
    return PidFile.read(cluster)
        .filter(file -> file.port() > 0 && file.postmaster(cluster).isPresent())
        .map(file -> url(file.port(), DATABASE))
        .orElseThrow(() -> new IOException("no PostgreSQL runs in " + folder));
  }

  public String url() {
    return url(port, DATABASE);
  }

  /// The URL of another database of the cluster.
  public String url(String database) {
    return url(port, database);
  }

  /// The password of [#USERNAME].
  public static String password(Path folder) throws IOException {
    return Files.readString(folder.resolve(NewCluster.PASSWORD)).strip();
  }

  /// The password of [#OWNER].
  public static String ownerPassword(Path folder) throws IOException {
    return Files.readString(folder.resolve(NewCluster.OWNER_PASSWORD)).strip();
  }

  public String password() {
    return password;
  }

  Path folder() {
    return folder;
  }

  /// The postmaster's process number.
  public synchronized long pid() {
    return postmaster == null ? 0 : postmaster.pid();
  }

  /// Stops the postmaster: running statements are broken off, nothing committed is lost.
  @Override
  public void close() {
    Process process;
    synchronized (this) {
      closing = true;
      process = postmaster;
    }
    if (process != null && process.isAlive()) {
      interrupt(process.pid());
      await(process.toHandle());
    }
  }

  /// Leaves the postmaster running and unguarded, which is what a kill of this server does.
  synchronized void abandon() {
    closing = true;
  }

  private static Path cluster(Path folder) {
    return folder.resolve("17");
  }

  private static String url(int port, String database) {
    return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
  }

  private static void requireOwner(Path folder) {
    for (String file : List.of(NewCluster.PASSWORD, NewCluster.OWNER_PASSWORD)) {
      if (!Files.exists(folder.resolve(file))) {
        throw new StartFailure(
            "the database in "
                + folder
                + " has no file "
                + file
                + ": it was made by a version in"
                + " which the program owned the database, or the file was lost",
            "Put the file back from a backup; or set the data folder aside and start with an empty"
                + " one, for such a version was never released.");
      }
    }
  }

  private static void stopOrphan(Path cluster) throws IOException {
    var orphan = PidFile.read(cluster).flatMap(file -> file.postmaster(cluster));
    if (orphan.isPresent()) {
      LOG.info("stopping the database that a killed server left running");
      interrupt(orphan.get().pid());
      await(orphan.get());
    } else {
      PidFile.disown(cluster);
    }
  }

  /// Starts the postmaster and waits until it answers. A killed predecessor's children may hold the
  /// shared memory for a moment; the postmaster then exits and is started again.
  private void launch(Duration patience) throws IOException {
    long deadline = System.nanoTime() + patience.toNanos();
    Path log = log();
    Process process = begin(log);
    Duration wait = FIRST_WAIT;
    while (!answers()) {
      if (System.nanoTime() - deadline > 0) {
        throw new IOException("the database does not start; see " + log);
      }
      if (!process.isAlive()) {
        pause(wait);
        wait = wait.compareTo(MAX_WAIT) < 0 ? wait.multipliedBy(2) : MAX_WAIT;
        process = begin(log);
      }
      pause(POLL);
    }
    Process guarded = process;
    Thread.ofVirtual()
        .name("database guard")
        .start(() -> {
          guarded.onExit().join();
          restart();
        });
  }

  private Path log() throws IOException {
    Path log = folder.resolve("log");
    if (Files.exists(log) && Files.size(log) > LOG_LIMIT_BYTES) {
      Files.move(log, folder.resolve("log.old"), StandardCopyOption.REPLACE_EXISTING);
    }
    return log;
  }

  private synchronized Process begin(Path log) throws IOException {
    if (closing) {
      throw new IOException("the database is being stopped");
    }
    var command = new ArrayList<String>();
    command.add(binaries.program("postgres").toString());
    command.add("-D");
    command.add(cluster.toString());
    for (String setting : settings()) {
      command.add("-c");
      command.add(setting);
    }
    Process process = start(runner.wrap(command), NO_INPUT, log, folder);
    postmaster = process;
    return process;
  }

  private List<String> settings() {
    var all =
        new ArrayList<>(
            List.of(
                "port=" + port,
                "listen_addresses=127.0.0.1",
                "unix_socket_directories=",
                "fsync=on",
                "max_connections=60",
                "shared_buffers=64MB",
                "jit=off",
                // What a statement was about has people in it: the log says that it failed, and
                // neither its text nor its parameters nor the row that was refused.
                "log_min_error_statement=panic",
                "log_parameter_max_length=0",
                "log_parameter_max_length_on_error=0",
                "log_error_verbosity=terse",
                "timezone=UTC",
                "log_timezone=UTC"));
    all.addAll(options);
    return all;
  }

  /// Called when the postmaster ended; unless that was asked for, starts it again, and goes on
  /// trying: on a full disk it cannot run, and when there is room again nobody should have to come.
  private void restart() {
    synchronized (this) {
      if (closing) {
        return;
      }
    }
    LOG.warn("the database ended by itself; starting it again");
    try {
      launch(FOREVER);
      LOG.info("the database runs again");
    } catch (IOException e) {
      synchronized (this) {
        if (!closing) {
          LOG.error("the database cannot be started again; stop and start An Bình", e);
        }
      }
    }
  }

  private boolean answers() {
    try (Connection connection = connect()) {
      return connection.isValid(1);
    } catch (SQLException e) {
      return false;
    }
  }

  private Connection connect() throws SQLException {
    return DriverManager.getConnection(url(), USERNAME, password);
  }

  /// In a session of its own, so that Ctrl+C on a terminal reaches the server alone, which stops
  /// the database when it needs it no more.
  static Process start(List<String> command, Path input, Path log, Path folder) throws IOException {
    var builder = new ProcessBuilder("setsid").directory(folder.toFile()).redirectErrorStream(true);
    builder.command().addAll(command);
    builder.redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
    builder.redirectInput(input.toFile());
    builder.environment().keySet().removeIf(name -> name.startsWith("PG"));
    builder.environment().put("LC_ALL", "C");
    return builder.start();
  }

  /// SIGINT, PostgreSQL's fast shutdown; Java itself can only send SIGTERM, which would wait for
  /// every client to leave.
  private static void interrupt(long pid) {
    try {
      new ProcessBuilder("sh", "-c", "kill -INT " + pid).start().waitFor();
    } catch (IOException e) {
      ProcessHandle.of(pid).ifPresent(ProcessHandle::destroy);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void await(ProcessHandle process) {
    try {
      process.onExit().get(TIMEOUT.toSeconds(), TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException | TimeoutException e) {
      LOG.warn("the database does not stop; ending it");
      process.destroyForcibly();
    }
  }

  private static void pause(Duration time) throws IOException {
    try {
      Thread.sleep(time);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while the database starts", e);
    }
  }
}
