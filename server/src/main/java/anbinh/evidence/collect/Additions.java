package anbinh.evidence.collect;

import anbinh.audit.log.Proofs;
import anbinh.evidence.stamp.StampPlacement;
import anbinh.evidence.stamp.StampTable;
import anbinh.media.Bytes;
import anbinh.platform.OnlyWhenServing;
import anbinh.seal.pack.PackageAddition;
import anbinh.seal.pack.PackageWriter;
import anbinh.seal.verify.Verdict;
import anbinh.seal.verify.Verifier;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Puts what came after the sealing beside the seal of a stored package, and erases packages.
///
/// The package is written anew under the next name, verified, and only then becomes the one that
/// the database names; the old file goes last. So a killed server has the old package or the new
/// one, and a package that was altered on the disk is not dressed up as a good one. One at a time;
/// safe for many threads.
@Component
@OnlyWhenServing
public class Additions implements StampPlacement {
  private static final String TIME_STAMP = "seal.tsr";

  private final ExtractionTable extractions;
  private final StampTable stamps;
  private final Staging staging;
  private final Proofs proofs;
  private final TransactionTemplate transactions;
  private final ReentrantLock lock = new ReentrantLock();

  Additions(
      ExtractionTable extractions,
      StampTable stamps,
      Staging staging,
      Proofs proofs,
      TransactionTemplate transactions) {
    this.extractions = extractions;
    this.stamps = stamps;
    this.staging = staging;
    this.proofs = proofs;
    this.transactions = transactions;
  }

  @Override
  public void place(UUID requestId, Bytes response) throws IOException {
    add(requestId, Map.of(TIME_STAMP, response.toArray()), () -> stamps.placed(requestId));
  }

  /// Where the package was deleted meanwhile there is nothing to put it beside, and it counts as
  /// done.
  ///
  /// @param attachments by name below `seal/`
  /// @param noted done in the transaction that makes the new package the one that counts
  public void add(UUID requestId, Map<String, byte[]> attachments, Runnable noted)
      throws IOException {
    lock.lock();
    try {
      Extraction before = extractions.find(requestId).orElseThrow();
      if (before.deletedAt() != null) {
        transactions.executeWithoutResult(_ -> noted.run());
        return;
      }
      Path source = staging.packageFile(before);
      Path target = staging.packageFile(before.code(), before.additions() + 1);
      PackageWriter.Archive added = PackageAddition.write(source, target, attachments);
      requireIntact(before.code(), target);
      boolean kept =
          Boolean.TRUE.equals(
              transactions.execute(_ -> {
                noted.run();
                return extractions.replaceFile(
                    requestId, before.additions() + 1, added.bytes(), added.sha256());
              }));
      Files.deleteIfExists(kept ? source : target);
    } finally {
      lock.unlock();
    }
  }

  /// Erases every file of a package that is deleted; may be repeated.
  public void erase(Extraction deleted) throws IOException {
    lock.lock();
    try {
      for (Path file : staging.packageFiles(deleted.code(), deleted.additions())) {
        Files.deleteIfExists(file);
      }
      staging.clear(deleted.code());
    } finally {
      lock.unlock();
    }
  }

  private void requireIntact(String code, Path target) throws IOException {
    Verdict verdict = new Verifier(List.of(proofs.verifierKey())).verify(target);
    if (!(verdict instanceof Verdict.Intact)) {
      Files.delete(target);
      throw new CollectFailure(code + " is not what was sealed: " + verdict.findings());
    }
  }
}
