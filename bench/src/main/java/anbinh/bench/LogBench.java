package anbinh.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/// `./anbinh bench log [--events 300000] [--entries 10000000]`: how fast the running server brings
/// events from its database into its log, beside PostgreSQL that takes the same leaves in batches
/// of the same size with `synchronous_commit`; then, in a log of ten million entries, how long a
/// proof takes, and how long deriving the whole log again, beside `sha256sum` of the entries.
///
/// Of the server's log only what lies between two signed checkpoints counts: read from the
/// database, appended, synced, noted in the database, tiles stored and signed. Everything syncs. A
/// hundred thousand events go before, since a server's compiler works only at first.
public final class LogBench {
  private static final int WARM_UP = 100_000;
  private static final double EVENTS_GOAL = 10_000;
  private static final double PROOF_GOAL_MILLIS = 1;

  private LogBench() {}

  public static void main(String[] arguments)
      throws IOException, SQLException, InterruptedException {
    var options = new Options("bench log", arguments);
    int events = options.number("--events", 300_000);
    int entries = options.number("--entries", 10_000_000);
    options.end();
    Path folder = Workplace.make();
    Result append = append(folder.resolve("data"), events);
    Result proof = large(folder.resolve("log"), entries);
    System.out.println(append);
    System.out.println(proof);
    System.exit(append.met() && proof.met() ? 0 : 1);
  }

  private static Result append(Path data, int events)
      throws IOException, SQLException, InterruptedException {
    try (var _ = RecordingServer.start(data);
        Connection database = ServerDatabase.connect(data)) {
      var waiting = new WaitingEvents(data, database);
      appended(data, waiting, WARM_UP);
      waiting.insert(WARM_UP);
      double ours = appended(data, waiting, events);
      double peer = waiting.insert(events);
      return Result.absolute("log-append-events-per-s", ours, peer, EVENTS_GOAL, false);
    }
  }

  /// @return how many events a second went into the log
  private static double appended(Path data, WaitingEvents waiting, int count)
      throws IOException, SQLException, InterruptedException {
    long before = logSize(data);
    waiting.add(count);
    long deadline = System.nanoTime() + TimeUnit.MINUTES.toNanos(10);
    long first = 0;
    long firstAt = 0;
    while (true) {
      long size = logSize(data);
      long now = System.nanoTime();
      // Events of the server's own, some a minute, may come before.
      if (first == 0 && size >= before + Math.min(count / 4, 2_000)) {
        first = size;
        firstAt = now;
      } else if (size >= before + count) {
        return (size - first) / ((now - firstAt) / 1e9);
      }
      if (now > deadline) {
        throw new IllegalStateException("the events are not in the log after ten minutes");
      }
      TimeUnit.MILLISECONDS.sleep(10);
    }
  }

  /// How many entries the server's last checkpoint covers; the public one follows later.
  private static long logSize(Path data) throws IOException {
    return Long.parseLong(Files.readAllLines(data.resolve("log").resolve("checkpoint")).get(1));
  }

  private static Result large(Path folder, long entries) throws IOException, InterruptedException {
    var log = new LargeLog(folder);
    System.out.println("building a log of " + entries + " entries");
    double built = log.build(entries);
    LargeLog.Proofs proofs = log.prove();
    double verified = log.verify(entries);
    double hashed = log.sha256sum();
    System.out.printf(
        Locale.ROOT,
        "log-alone=%.0f entries/s proof-median=%.3f ms log-verify-s ours=%.1f peer=%.1f"
            + " ratio=%.2f%n",
        built,
        proofs.median(),
        verified,
        hashed,
        verified / hashed);
    return Result.absolute(
        "log-proof-ms-99th-percentile", proofs.slow(), Double.NaN, PROOF_GOAL_MILLIS, true);
  }
}
