package anbinh.platform.postgres;

import anbinh.platform.DataFolder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Makes the embedded cluster: two roles, one database, and nobody who could do more.
///
/// The superuser `postgres`, which every cluster must have, has no password, and no line of
/// `pg_hba.conf` lets it in: it exists on the disk only. Roles and database are made in
/// PostgreSQL's single-user mode, before anything listens, with statements that come by standard
/// input, since everybody on the machine can read arguments.
final class NewCluster {
  /// The file with the password of the running program, below the cluster's folder.
  static final String PASSWORD = "password";

  /// The one of the owner, which is read where there are migrations to run, and not kept.
  static final String OWNER_PASSWORD = "owner-password";

  private static final Logger LOG = LoggerFactory.getLogger(NewCluster.class);
  private static final String SUPERUSER = "postgres";
  private static final int TIMEOUT_SECONDS = 60;
  private static final int PASSWORD_BYTES = 24;

  private NewCluster() {}

  /// @param folder for the passwords and what is temporary
  /// @param cluster where the cluster comes to lie, whole or not at all
  /// @param more statements, each a line
  static void make(Path folder, Path cluster, Binaries programs, Runner runner, List<String> more)
      throws IOException {
    LOG.info("making the database (once)");
    Path part = cluster.resolveSibling(cluster.getFileName() + ".new");
    Binaries.delete(part);
    Files.createDirectories(folder);
    Files.createDirectory(
        part, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    runner.own(part);
    Path log = folder.resolve("initdb.log");
    run(runner.wrap(initdb(programs, part)), EmbeddedPostgres.NO_INPUT, log, folder);
    Path statements = folder.resolve("roles.sql");
    try {
      DataFolder.writeSecret(
          statements,
          String.join("\n", roles(password(folder, PASSWORD), password(folder, OWNER_PASSWORD)))
              + "\n"
              + String.join("\n", more)
              + "\n");
      run(runner.wrap(singleUser(programs, part)), statements, log, folder);
    } finally {
      Files.deleteIfExists(statements);
    }
    Path access = part.resolve("pg_hba.conf");
    Files.writeString(
        access,
        "host all %s,%s 127.0.0.1/32 scram-sha-256%n"
            .formatted(EmbeddedPostgres.USERNAME, EmbeddedPostgres.OWNER));
    Files.move(part, cluster, StandardCopyOption.ATOMIC_MOVE);
    Files.deleteIfExists(log);
  }

  private static String password(Path folder, String name) throws IOException {
    byte[] random = new byte[PASSWORD_BYTES];
    new SecureRandom().nextBytes(random);
    String password = HexFormat.of().formatHex(random);
    DataFolder.writeSecret(folder.resolve(name), password);
    return password;
  }

  private static List<String> initdb(Binaries programs, Path cluster) {
    return List.of(
        programs.program("initdb").toString(),
        "--pgdata=" + cluster,
        "--username=" + SUPERUSER,
        "--auth=reject",
        // A password is as random as a key, so nobody can try them all, however quickly.
        "--set=scram_iterations=1",
        "--encoding=UTF8",
        "--locale-provider=builtin",
        "--builtin-locale=C.UTF-8",
        "--locale=C",
        "--data-checksums",
        "--no-instructions");
  }

  private static List<String> singleUser(Binaries programs, Path cluster) {
    return List.of(
        programs.program("postgres").toString(),
        "--single",
        "-D",
        cluster.toString(),
        "-c",
        "exit_on_error=on",
        "-c",
        "log_min_error_statement=panic", // the statements hold the passwords
        SUPERUSER);
  }

  /// What `docs/guide/running.md` says for a PostgreSQL of one's own, with passwords.
  private static List<String> roles(String password, String ownerPassword) {
    var statements = new ArrayList<String>();
    for (String database : List.of("postgres", "template1")) {
      statements.add("revoke all on database " + database + " from public");
    }
    role(statements, EmbeddedPostgres.OWNER, ownerPassword);
    role(statements, EmbeddedPostgres.USERNAME, password);
    statements.add(
        "create database " + EmbeddedPostgres.DATABASE + " owner " + EmbeddedPostgres.OWNER);
    statements.add("revoke all on database " + EmbeddedPostgres.DATABASE + " from public");
    statements.add(
        "grant connect on database "
            + EmbeddedPostgres.DATABASE
            + " to "
            + EmbeddedPostgres.USERNAME);
    return statements;
  }

  /// A message of a failed statement can hold a value of it; whoever sent the statement gets the
  /// message anyway.
  private static void role(List<String> statements, String name, String password) {
    statements.add("create role " + name + " login password '" + password + "'");
    statements.add("alter role " + name + " set log_min_messages = 'log'");
  }

  private static void run(List<String> command, Path input, Path log, Path folder)
      throws IOException {
    Process process = EmbeddedPostgres.start(command, input, log, folder);
    try {
      if (!process.waitFor(TIMEOUT_SECONDS, TimeUnit.SECONDS) || process.exitValue() != 0) {
        process.destroyForcibly();
        throw new IOException(
            "cannot make the database: " + Files.readString(log, StandardCharsets.UTF_8).strip());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while making the database", e);
    }
  }
}
