package anbinh.e2e;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

/// What is tried after the main job by somebody who owns the database, and by somebody who holds a
/// copy of a package; each step says who refuses it, and in which words.
final class Attacks {
  private static final Duration TIMEOUT = Duration.ofSeconds(45);

  /// Exit codes of our verifier.
  private static final int ALTERED = 1;

  private static final int INCOMPLETE = 3;

  private final Steps steps;
  private final ServerProcess server;

  Attacks(Steps steps, ServerProcess server) {
    this.steps = steps;
    this.server = server;
  }

  /// Writes an approval into the database that nobody gave: the decision with its span, the camera,
  /// the approver's confirmation, and the order to collect.
  void forgeApproval(String request, String approver) throws IOException {
    String id = UUID.fromString(request).toString();
    try (Connection database = owner();
        Statement statement = database.createStatement()) {
      for (String sql :
          List.of(
              "update evidence.request set state = 'APPROVED', decision = 'APPROVE', decided_at ="
                  + " now(), decided_by = (select id from identity.person where username = '"
                  + approver
                  + "'), reason_code = 'JUSTIFIED', reason = 'Fits the case.', granted_from ="
                  + " from_at, granted_to = to_at where id = '"
                  + id
                  + "'",
              "update evidence.request_camera set granted = true where request_id = '" + id + "'",
              "insert into evidence.confirmation values ('" + id + "', now(), 'PASSWORD')",
              "insert into evidence.collection (request_id, extraction_code, step, percent,"
                  + " attempts, next_at) values ('"
                  + id
                  + "', 'EXT-2026-9999', 'QUEUED', 0, 0, now())")) {
        steps.require(statement.executeUpdate(sql) == 1, "the database did not take: " + sql);
      }
    } catch (SQLException failure) {
      throw new IOException("the forged approval could not be written", failure);
    }
  }

  /// Waits until the collector has refused it.
  void requireRefused(String request) throws IOException, InterruptedException {
    long deadline = System.nanoTime() + TIMEOUT.toNanos();
    String said = problem(request);
    while (said.isEmpty() && System.nanoTime() < deadline) {
      TimeUnit.MILLISECONDS.sleep(200);
      said = problem(request);
    }
    steps.require(
        said.contains("the log has no decision"), "the forged approval was not refused: " + said);
    steps.done("approval forged by four SQL statements: the collector takes nothing");
    steps.said(said);
  }

  private String problem(String request) throws IOException {
    String id = UUID.fromString(request).toString();
    try (Connection database = owner();
        Statement statement = database.createStatement();
        ResultSet row =
            statement.executeQuery(
                "select coalesce(problem, '') from evidence.collection where request_id = '"
                    + id
                    + "'")) {
      steps.require(row.next(), "the forged approval was collected");
      return row.getString(1);
    } catch (SQLException failure) {
      throw new IOException("the database cannot be read", failure);
    }
  }

  /// @param code of the request
  void requireNamedByCheck(String code) throws IOException, InterruptedException {
    String check = server.check();
    String named =
        check
            .lines()
            .filter(line -> line.contains("request " + code + ": "))
            .findFirst()
            .orElseThrow(() -> new Steps.FailedException("check does not name it:\n" + check));
    steps.done("./anbinh check names it");
    steps.said(named);
  }

  /// @param unpacked a genuine package
  /// @param other another genuine package of the same office
  void putForeignMinute(Verifier verifier, Path unpacked, Path other)
      throws IOException, InterruptedException {
    Path minute = file(unpacked, "minute.vi.pdf");
    Path kept = unpacked.resolveSibling("minute-of-before.pdf");
    Files.move(minute, kept);
    Files.copy(file(other, "minute.vi.pdf"), minute);
    requireVerdict(verifier, unpacked, ALTERED, "minute.vi.pdf");
    steps.done("the minute of another package put into this one: our verifier refuses it");
    steps.said(reason(verifier, "minute.vi.pdf"));
    Files.move(kept, minute, StandardCopyOption.REPLACE_EXISTING);
  }

  /// @param unpacked a genuine package
  void stripProof(Verifier verifier, Path unpacked) throws IOException, InterruptedException {
    Path proof;
    try (var files = Files.walk(unpacked)) {
      proof =
          files
              .filter(file -> file.toString().contains("/seal/segments/"))
              .filter(file -> file.toString().endsWith(".tlog-proof"))
              .min(Path::compareTo)
              .orElseThrow(() -> new Steps.FailedException("the package has no segment's proof"));
    }
    String name = proof.getFileName().toString();
    Files.delete(proof);
    requireVerdict(verifier, unpacked, INCOMPLETE, name);
    steps.done("the proof of a recorded segment taken out: incomplete, not intact");
    steps.said(reason(verifier, name));
  }

  private void requireVerdict(Verifier verifier, Path unpacked, int verdict, String file)
      throws IOException, InterruptedException {
    steps.require(!verifier.accepts(unpacked), "our verifier accepts it: " + verifier.output());
    steps.require(
        verifier.exitCode() == verdict && verifier.output().contains(file),
        "our verifier says something else than expected: " + verifier.output());
  }

  /// The line of the verifier's answer that is about a file.
  private static String reason(Verifier verifier, String file) {
    return verifier
        .output()
        .lines()
        .filter(line -> line.contains(file))
        .findFirst()
        .orElse("")
        .strip();
  }

  private static Path file(Path unpacked, String name) throws IOException {
    try (var files = Files.walk(unpacked)) {
      return files
          .filter(file -> file.endsWith(name))
          .findFirst()
          .orElseThrow(() -> new Steps.FailedException("the package has no " + name));
    }
  }

  /// A connection as the owner of the embedded database, by its files as whoever keeps the machine
  /// has them.
  private Connection owner() throws IOException, SQLException {
    Path folder = server.data().resolve("postgres");
    String port = Files.readAllLines(folder.resolve("17").resolve("postmaster.pid")).get(3).strip();
    return DriverManager.getConnection(
        "jdbc:postgresql://127.0.0.1:" + port + "/anbinh",
        "anbinh_owner",
        Files.readString(folder.resolve("owner-password")).strip());
  }
}
