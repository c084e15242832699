package anbinh.bench;

import anbinh.seal.log.LogCheck;
import anbinh.seal.log.TileLog;
import anbinh.seal.log.TlogProof;
import anbinh.seal.note.SigningKey;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/// A log as it is after years, built by appending.
final class LargeLog {
  private static final int BATCH = 1000;
  private static final long REPORT_EVERY = 1_000_000;
  private static final Duration BETWEEN_CHECKPOINTS = Duration.ofSeconds(2);
  private static final int WARM_UP = 20_000;
  private static final int PROOFS = 20_000;
  private static final long SEED = 20_261_125;

  private final Path folder;
  private final SigningKey key = SigningKey.generate("anbinh.example/bench");

  LargeLog(Path folder) {
    this.folder = folder;
  }

  /// Appends in batches as the server does, every one durable before the next, and publishes.
  ///
  /// @return entries a second
  double build(long entries) {
    var leaves = new Leaves();
    long begun = System.nanoTime();
    long published = begun;
    try (TileLog log = TileLog.open(folder, key)) {
      while (log.size() < entries) {
        List<byte[]> batch = new ArrayList<>(BATCH);
        while (batch.size() < Math.min(BATCH, entries - log.size())) {
          batch.add(leaves.next());
        }
        log.appendAll(batch);
        if (System.nanoTime() - published > BETWEEN_CHECKPOINTS.toNanos()) {
          log.publish();
          published = System.nanoTime();
        }
        if (log.size() % REPORT_EVERY == 0) {
          System.out.printf(Locale.ROOT, "  %d entries, %.0f s%n", log.size(), since(begun));
        }
      }
    }
    return entries / since(begun);
  }

  /// @param median of a proof, in milliseconds
  /// @param slow the 99th percentile
  record Proofs(double median, double slow) {}

  /// Proves entries at random places, each proof checked.
  Proofs prove() {
    long begun = System.nanoTime();
    try (TileLog log = TileLog.open(folder, key)) {
      System.out.printf(Locale.ROOT, "opened in %.0f ms%n", since(begun) * 1e3);
      var random = new Random(SEED);
      long[] nanos = new long[PROOFS];
      for (int i = -WARM_UP; i < PROOFS; i++) {
        long index = random.nextLong(log.size());
        long before = System.nanoTime();
        TlogProof proof = log.prove(index);
        long took = System.nanoTime() - before;
        if (i >= 0) {
          nanos[i] = took;
        }
        if (i % 100 == 0 && !proof.proves(log.entry(index), key.verifierKey())) {
          throw new IllegalStateException("the proof of entry " + index + " proves nothing");
        }
      }
      Arrays.sort(nanos);
      return new Proofs(nanos[PROOFS / 2] / 1e6, nanos[PROOFS * 99 / 100] / 1e6);
    }
  }

  /// Derives the whole log again from its entries.
  ///
  /// @return how many seconds it took
  double verify(long entries) {
    long begun = System.nanoTime();
    LogCheck.Report report = LogCheck.check(folder, key.verifierKey(), List.of());
    double seconds = since(begun);
    if (!report.isSound() || report.size() != entries) {
      throw new IllegalStateException("the log is not as it was written: " + report);
    }
    return seconds;
  }

  /// Hashes the same entries with coreutils, and nothing more.
  double sha256sum() throws IOException, InterruptedException {
    return Programs.sha256sum(List.of(folder.resolve("tile").resolve("entries")));
  }

  private static double since(long begun) {
    return (System.nanoTime() - begun) / 1e9;
  }
}
