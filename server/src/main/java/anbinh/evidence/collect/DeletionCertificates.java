package anbinh.evidence.collect;

import anbinh.audit.event.AuditLog;
import anbinh.audit.event.RecordedEvent;
import anbinh.evidence.request.EvidenceEvent;
import anbinh.seal.json.Json;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// What the log certifies as deleted: by request, the SHA-256 of each package.
@Component
public class DeletionCertificates {
  /// A running server certifies what it deletes within moments; only what stays as it is is wrong.
  private static final Duration TIMEOUT = Duration.ofSeconds(3);

  private static final Duration BETWEEN = Duration.ofMillis(200);

  /// What was deleted before is certified, or it never will be: whoever wrote a thousand deletions
  /// into the database must not have the check wait for each.
  private static final Duration RECENT = Duration.ofMinutes(1);

  private final AuditLog log;
  private final InstantSource clock;

  DeletionCertificates(AuditLog log, InstantSource clock) {
    this.log = log;
    this.clock = clock;
  }

  /// A package that a row calls deleted.
  public record Deleted(UUID requestId, String sha256, Instant at) {}

  /// Those of some packages that are not certified to be deleted, nor soon are.
  public Set<Deleted> uncertified(Collection<Deleted> deleted) {
    Set<Deleted> left = new HashSet<>(deleted);
    long deadline = System.nanoTime() + TIMEOUT.toNanos();
    while (true) {
      removeCertified(left);
      Instant recent = clock.instant().minus(RECENT);
      boolean waits = left.stream().anyMatch(each -> each.at().isAfter(recent));
      if (!waits || System.nanoTime() > deadline) {
        return left;
      }
      try {
        Thread.sleep(BETWEEN);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return left;
      }
    }
  }

  private void removeCertified(Set<Deleted> left) {
    List<String> requests =
        left.stream().map(each -> each.requestId().toString()).distinct().toList();
    var certified = log.listAbout(EvidenceEvent.PACKAGE_DELETED, requests);
    left.removeIf(each ->
        certified.getOrDefault(each.requestId().toString(), List.of()).stream()
            .anyMatch(event -> names(event, each.sha256())));
  }

  private static boolean names(RecordedEvent event, String sha256) {
    return event.facts().find("packages").orElse(null) instanceof Json.Arr(List<Json> items)
        && items.stream()
            .anyMatch(one ->
                one instanceof Json.Obj members
                    && members.findString("sha256").filter(sha256::equals).isPresent());
  }
}
