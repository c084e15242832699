package anbinh.audit.log;

import anbinh.audit.HeadArchive;
import anbinh.audit.folder.LogFolder;
import anbinh.platform.CheckReport;
import anbinh.platform.ConsistencyCheck;
import anbinh.platform.Finding;
import anbinh.seal.FormatProblem;
import anbinh.seal.log.LogFailure;
import anbinh.seal.log.LogReader;
import anbinh.seal.note.SignedCheckpoint;
import anbinh.seal.note.VerifierKey;
import anbinh.seal.tree.Tree;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Holds the log against every signed head of it that is kept anywhere: whoever rewrites log and
/// database together cannot rewrite what lies in packages and what witnesses cosigned.
///
/// For each head the proof that the present one only appended to it is made and verified, from some
/// tiles and no entry: so it is over before the server signs anything, and tiles that were left as
/// they were beside rewritten ones prove nothing.
@Component
class HeadsAgainstLog implements ConsistencyCheck {
  private final LogFolder folder;
  private final List<HeadArchive> archives;

  HeadsAgainstLog(LogFolder folder, List<HeadArchive> archives) {
    this.folder = folder;
    this.archives = List.copyOf(archives);
  }

  @Override
  public String subject() {
    return "kept heads against log";
  }

  @Override
  public String unit() {
    return "heads";
  }

  @Override
  public long run(CheckReport report) {
    if (!folder.started()) {
      return 0;
    }
    var compared = new Comparison(folder.key().verifierKey());
    var heads = new AtomicLong();
    archives.forEach(archive ->
        archive.forEach((place, head) -> {
          heads.incrementAndGet();
          compared.find(place, head).ifPresent(report);
          report.looked(1);
        }));
    return heads.get();
  }

  /// What is wrong with a head that is kept somewhere; empty where the log leads to it.
  Optional<Finding> find(String place, SignedCheckpoint head) {
    return new Comparison(folder.key().verifierKey()).find(place, head);
  }

  private final class Comparison {
    private final VerifierKey key;
    private @Nullable LogReader log;

    Comparison(VerifierKey key) {
      this.key = key;
    }

    /// What is kept here was of this log when it came here: where the key did not sign it, the key
    /// was exchanged, or what is kept.
    Optional<Finding> find(String place, SignedCheckpoint head) {
      if (!head.checkpoint().origin().equals(key.name())
          || key.check(head.note()) != VerifierKey.Answer.SIGNED) {
        return Optional.of(new Finding(place, "its head is not signed by this log's key", true));
      }
      try {
        return leadsTo(head)
            ? Optional.empty()
            : Optional.of(
                new Finding(
                    place,
                    "its head of "
                        + head.checkpoint().size()
                        + " entries, root "
                        + head.checkpoint().root().base64()
                        + ", is no head of this log: it was cut or rewritten",
                    true));
      } catch (LogFailure | FormatProblem | UncheckedIOException e) {
        return Optional.of(folder.unreadable(e));
      }
    }

    /// The log may have grown since it was opened, and never has fewer entries than a head of it.
    private boolean leadsTo(SignedCheckpoint head) {
      long size = head.checkpoint().size();
      LogReader opened = log;
      if (opened == null || opened.size() < size) {
        opened = LogReader.open(folder.folder(), key);
        log = opened;
      }
      return size <= opened.size()
          && Tree.verifyConsistency(
              size,
              opened.size(),
              opened.consistencyProof(size),
              head.checkpoint().root(),
              opened.checkpoint().checkpoint().root());
    }
  }
}
