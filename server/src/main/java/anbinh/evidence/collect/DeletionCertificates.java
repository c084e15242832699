package anbinh.evidence.collect;

import anbinh.audit.AuditLog;
import anbinh.audit.RecordedEvent;
import anbinh.evidence.request.EvidenceEvent;
import anbinh.seal.json.Json;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// What the log certifies as deleted: by request, the SHA-256 of each package.
@Component
public class DeletionCertificates {
  /// A running server certifies what it deletes within moments; only what stays as it is is wrong.
  private static final Duration PATIENCE = Duration.ofSeconds(3);

  private static final Duration BETWEEN = Duration.ofMillis(200);

  private final AuditLog log;

  DeletionCertificates(AuditLog log) {
    this.log = log;
  }

  /// The certificates as they are read, for one check. For one thread.
  public final class Read {
    private Map<String, Set<String>> hashes = readAll();

    private Read() {}

    /// Whether a package that a row calls deleted is certified to be so, or is soon.
    public boolean name(UUID requestId, String sha256) {
      long deadline = System.nanoTime() + PATIENCE.toNanos();
      while (!hashes.getOrDefault(requestId.toString(), Set.of()).contains(sha256)) {
        if (System.nanoTime() > deadline) {
          return false;
        }
        try {
          Thread.sleep(BETWEEN);
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
          return false;
        }
        hashes = readAll();
      }
      return true;
    }
  }

  public Read read() {
    return new Read();
  }

  private Map<String, Set<String>> readAll() {
    Map<String, Set<String>> hashes = new HashMap<>();
    log.forEach(EvidenceEvent.PACKAGE_DELETED, page -> page.forEach(event -> note(event, hashes)));
    return hashes;
  }

  private static void note(RecordedEvent event, Map<String, Set<String>> hashes) {
    String request = event.objectId();
    if (request != null && event.facts().find("packages").orElse(null) instanceof Json.Arr each) {
      for (Json one : each.items()) {
        if (one instanceof Json.Obj members) {
          members
              .findString("sha256")
              .ifPresent(hash -> hashes.computeIfAbsent(request, _ -> new HashSet<>()).add(hash));
        }
      }
    }
  }
}
