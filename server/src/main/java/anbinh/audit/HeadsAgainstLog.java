package anbinh.audit;

import anbinh.audit.folder.LogFolder;
import anbinh.platform.ConsistencyCheck;
import anbinh.platform.Finding;
import anbinh.seal.log.LogFailure;
import anbinh.seal.log.LogReader;
import anbinh.seal.note.SignedCheckpoint;
import anbinh.seal.note.VerifierKey;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;

/// Holds the log against every signed head of it that is kept anywhere: whoever rewrites log and
/// database together cannot rewrite what lies in packages and what witnesses cosigned.
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
  public long run(Consumer<Finding> findings) {
    if (!folder.started()) {
      return 0;
    }
    VerifierKey key = folder.key().verifierKey();
    var heads = new AtomicLong();
    // Heads first: the log may grow meanwhile, and never has fewer entries than a head of it.
    archives.forEach(archive ->
        archive.forEach((place, head) -> {
          heads.incrementAndGet();
          compare(key, head, what -> findings.accept(new Finding(place, what)));
        }));
    return heads.get();
  }

  private void compare(VerifierKey key, SignedCheckpoint head, Consumer<String> wrong) {
    if (!head.checkpoint().origin().equals(key.name())
        || key.check(head.note()) != VerifierKey.Answer.SIGNED) {
      wrong.accept("its head is not signed by this log's key");
      return;
    }
    long size = head.checkpoint().size();
    try {
      LogReader log = LogReader.open(folder.folder(), key);
      if (size > log.size()) {
        wrong.accept("its head has " + size + " entries, and the log has " + log.size());
      } else if (!log.root(size).equals(head.checkpoint().root())) {
        wrong.accept("its head is of another history: the first " + size + " entries differ");
      }
    } catch (LogFailure e) {
      wrong.accept("its head cannot be compared: " + e.getMessage());
    }
  }
}
