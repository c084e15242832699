package anbinh.platform.postgres;

import anbinh.platform.DataFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
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
  public static final String USERNAME = "anbinh";

  private static final Logger LOG = LoggerFactory.getLogger(EmbeddedPostgres.class);
  private static final String DATABASE = "anbinh";
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Duration POLL = Duration.ofMillis(20);
  private static final Duration FIRST_WAIT = Duration.ofMillis(250);
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(4);
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
    var programs = Binaries.in(binaries.toAbsolutePath());
    String password = password(folder);
    if (!Files.exists(cluster(folder))) {
      initialise(folder, programs, runner);
    }
    stopOrphan(cluster(folder));
    var postgres = new EmbeddedPostgres(folder, programs, runner, password, options);
    try {
      postgres.launch(PATIENCE);
      postgres.createDatabase();
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

  /// The password of [#USERNAME]; made at random on first use, kept in a file with mode 0600.
  public static String password(Path folder) throws IOException {
    Path file = folder.resolve("password");
    if (!Files.exists(file)) {
      byte[] random = new byte[24];
      new SecureRandom().nextBytes(random);
      DataFolder.writeSecret(file, HexFormat.of().formatHex(random));
    }
    return Files.readString(file).strip();
  }

  public String password() {
    return password;
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

  private static void initialise(Path folder, Binaries programs, Runner runner) throws IOException {
    LOG.info("making the database (once)");
    Path part = folder.resolve("17.new");
    Binaries.delete(part);
    Files.createDirectory(
        part, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    Path passwordFile = folder.resolve("password");
    runner.own(part);
    runner.own(passwordFile);
    List<String> command =
        List.of(
            programs.program("initdb").toString(),
            "--pgdata=" + part,
            "--username=" + USERNAME,
            "--pwfile=" + passwordFile,
            "--auth=scram-sha-256",
            // The password is as random as a key, so nobody can try them all, however quickly.
            "--set=scram_iterations=1",
            "--encoding=UTF8",
            "--locale-provider=builtin",
            "--builtin-locale=C.UTF-8",
            "--locale=C",
            "--data-checksums",
            "--no-instructions");
    Path log = folder.resolve("initdb.log");
    Process process = start(runner.wrap(command), log, folder);
    try {
      if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS) || process.exitValue() != 0) {
        process.destroyForcibly();
        throw new IOException("cannot make the database: " + Files.readString(log).strip());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while making the database", e);
    }
    Files.move(part, cluster(folder), StandardCopyOption.ATOMIC_MOVE);
    Files.deleteIfExists(log);
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
        wait = wait.compareTo(LONGEST_WAIT) < 0 ? wait.multipliedBy(2) : LONGEST_WAIT;
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
    Process process = start(runner.wrap(command), log, folder);
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
    try (Connection connection = connect("postgres")) {
      return connection.isValid(1);
    } catch (SQLException e) {
      return false;
    }
  }

  private void createDatabase() throws IOException {
    try (Connection connection = connect("postgres");
        var statement = connection.createStatement()) {
      boolean there;
      try (var rows =
          statement.executeQuery("select 1 from pg_database where datname = '" + DATABASE + "'")) {
        there = rows.next();
      }
      if (!there) {
        statement.execute("create database " + DATABASE);
      }
    } catch (SQLException e) {
      throw new IOException("cannot create the database", e);
    }
  }

  private Connection connect(String database) throws SQLException {
    return DriverManager.getConnection(url(port, database), USERNAME, password);
  }

  /// In a session of its own, so that Ctrl+C on a terminal reaches the server alone, which stops
  /// the database when it needs it no more.
  private static Process start(List<String> command, Path log, Path folder) throws IOException {
    var builder = new ProcessBuilder("setsid").directory(folder.toFile()).redirectErrorStream(true);
    builder.command().addAll(command);
    builder.redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
    builder.redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()));
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
      process.onExit().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
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
