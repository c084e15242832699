package anbinh.evidence.handover;

import anbinh.audit.event.AuditLog;
import anbinh.audit.log.Proofs;
import anbinh.evidence.collect.Additions;
import anbinh.platform.OnlyWhenServing;
import anbinh.platform.background.PollingWorker;
import anbinh.platform.background.Retry;
import anbinh.seal.log.TlogProof;
import anbinh.seal.pack.PackageLayout;
import anbinh.signing.OfficeSigner;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// Puts the receipts of confirmed hand-overs beside the seals of their packages, in the order of
/// their numbers. A killed server goes on with those that are not placed. Safe for many threads.
@Component
@OnlyWhenServing
class ReceiptPlacing extends PollingWorker {
  private static final Logger LOG = LoggerFactory.getLogger(ReceiptPlacing.class);
  private static final Duration TIMEOUT = Duration.ofSeconds(30);
  private static final Duration MAX_SLEEP = Duration.ofHours(1);

  private final HandoverTable table;
  private final Additions additions;
  private final OfficeSigner signer;
  private final AuditLog log;
  private final Proofs proofs;
  private final Retry retry;

  /// Rounds in a row in which something failed; touched by the rounds' thread alone.
  private int failures;

  ReceiptPlacing(
      HandoverTable table,
      Additions additions,
      OfficeSigner signer,
      AuditLog log,
      Proofs proofs,
      HandoverSettings settings) {
    super("receipts", settings.retry());
    this.table = table;
    this.additions = additions;
    this.signer = signer;
    this.log = log;
    this.proofs = proofs;
    this.retry = new Retry(settings.retry(), settings.longestRetry());
  }

  @Override
  protected Duration round() throws InterruptedException {
    Set<UUID> stuck = new HashSet<>();
    for (Handover received : table.listUnplaced()) {
      // A later receipt of a package never goes in before an earlier one.
      if (isRunning() && !stuck.contains(received.requestId()) && !placed(received)) {
        stuck.add(received.requestId());
      }
    }
    if (stuck.isEmpty()) {
      failures = 0;
      return MAX_SLEEP;
    }
    return retry.pause(failures++);
  }

  private boolean placed(Handover received) throws InterruptedException {
    try {
      additions.add(received.requestId(), files(received), () -> table.placed(received.id()));
      return true;
    } catch (IOException | RuntimeException e) {
      if (isRunning()) {
        LOG.warn("a receipt is put into its package later: {}", e.getMessage());
      }
      return false;
    }
  }

  private Map<String, byte[]> files(Handover received) throws IOException, InterruptedException {
    long index = log.awaitIndex(Objects.requireNonNull(received.receiptEvent()), TIMEOUT);
    TlogProof proof = proofs.proveWitnessed(index);
    byte[] receipt = table.getReceipt(received.id());
    String name = PackageLayout.receipt(Objects.requireNonNull(received.number()));
    Map<String, byte[]> files = new HashMap<>();
    files.put(name + PackageLayout.RECEIPT_JSON, receipt);
    files.put(name + PackageLayout.RECEIPT_SIGNATURE, signer.sign(receipt));
    files.put(name + PackageLayout.RECEIPT_EVENT, proofs.document(index));
    files.put(name + PackageLayout.RECEIPT_PROOF, proof.write().getBytes(StandardCharsets.UTF_8));
    ScanKind scan = received.scan();
    if (scan != null) {
      files.put(name + ".scan." + scan.suffix(), table.findScan(received.id()).orElseThrow());
    }
    return files;
  }
}
