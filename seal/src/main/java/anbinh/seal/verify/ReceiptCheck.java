package anbinh.seal.verify;

import anbinh.seal.FormatProblem;
import anbinh.seal.bag.FileDigest;
import anbinh.seal.json.Json;
import anbinh.seal.log.EventName;
import anbinh.seal.log.EventRecord;
import anbinh.seal.pack.PackageLayout;
import anbinh.seal.pack.Receipt;
import anbinh.seal.pack.Seal;
import anbinh.seal.tree.Hash;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Checks the receipts of hand-overs: each has an entry of the same log that names its bytes, is
/// about this package, and bears the number of its file; none is missing between others. The
/// office's signature over it is checked with the other [AttachmentCheck]s.
///
/// A last receipt that was taken away is not seen here: a package as it was before is whole, too.
final class ReceiptCheck {
  private static final Pattern FILE =
      Pattern.compile(Pattern.quote(PackageLayout.SEAL) + "receipt-([1-9][0-9]?)(\\..*)");
  private static final List<String> SCANS = List.of(".scan.pdf", ".scan.jpg", ".scan.png");

  private final PackageFiles files;
  private final List<Finding> findings;
  private final EventReader events;
  private final List<HandOver> handOvers = new ArrayList<>();

  ReceiptCheck(PackageFiles files, List<Finding> findings, EventReader events) {
    this.files = files;
    this.findings = findings;
    this.events = events;
  }

  /// @param sealIndex the place of the seal in the log, if it is known
  void run(@Nullable Seal seal, @Nullable Long sealIndex) {
    TreeSet<Integer> numbers = new TreeSet<>();
    for (String path : files.digests().keySet()) {
      Matcher file = FILE.matcher(path);
      if (file.matches()) {
        numbers.add(Integer.valueOf(file.group(1)));
      }
    }
    for (int number = 1; !numbers.isEmpty() && number <= numbers.last(); number++) {
      check(number, seal, sealIndex);
    }
  }

  List<HandOver> handOvers() {
    return handOvers;
  }

  private void check(int number, @Nullable Seal seal, @Nullable Long sealIndex) {
    String path = PackageLayout.SEAL + PackageLayout.receipt(number);
    String event = path + PackageLayout.RECEIPT_EVENT;
    byte[] receipt = require(path + PackageLayout.RECEIPT_JSON);
    boolean signed = require(path + PackageLayout.RECEIPT_SIGNATURE) != null;
    Optional<EventReader.Logged> logged =
        events.read(event, Set.of(EventName.EXTRACTION_RECEIVED), Reason.RECEIPT_PROOF_FAILS);
    if (receipt == null || logged.isEmpty()) {
      return;
    }
    long index = logged.get().index();
    EventRecord record = logged.get().record();
    if (sealIndex != null && index <= sealIndex) {
      find(event, Reason.RECEIPT_PROOF_FAILS, "the entry is older than the seal");
      return;
    }
    Receipt read = read(path, receipt, record);
    if (read == null) {
      return;
    }
    if (!isOfThis(read, number, seal)) {
      find(path + PackageLayout.RECEIPT_JSON, Reason.RECEIPT_OF_ANOTHER, "");
    } else if (!read.confirmedBy().equals(record.actor())
        || !read.request().equals(record.object())) {
      find(event, Reason.RECEIPT_OF_ANOTHER, "of somebody else's act");
    } else if (scanFits(path, read) && signed) {
      handOvers.add(new HandOver(read, index));
    }
  }

  private @Nullable Receipt read(String path, byte[] bytes, EventRecord event) {
    String file = path + PackageLayout.RECEIPT_JSON;
    if (!Json.of(Hash.sha256(bytes).hex()).equals(event.facts().get("receipt"))) {
      find(file, Reason.RECEIPT_CHANGED, "");
      return null;
    }
    try {
      return Receipt.parse(bytes);
    } catch (FormatProblem e) {
      find(file, Reason.BAD_FORMAT, String.valueOf(e.getMessage()));
      return null;
    }
  }

  private boolean isOfThis(Receipt receipt, int number, @Nullable Seal seal) {
    byte[] sealJson = files.find(PackageLayout.SEAL_JSON).orElse(null);
    return receipt.number() == number
        && (sealJson == null || receipt.seal().equals(Hash.sha256(sealJson)))
        && (seal == null
            || (receipt.extraction().equals(seal.extraction())
                && receipt.request().equals(seal.request())
                && receipt.tagManifestSha512().equals(seal.contents().tagManifestSha512())));
  }

  /// Whether the scan is the one that the receipt names, and there is none that it does not.
  private boolean scanFits(String path, Receipt receipt) {
    Hash named = receipt.scanSha256();
    List<String> enclosed =
        SCANS.stream().map(path::concat).filter(files.digests()::containsKey).toList();
    if (named != null && enclosed.isEmpty()) {
      find(path + SCANS.getFirst(), Reason.FILE_MISSING, "or as a picture");
      return false;
    }
    if (named == null ? !enclosed.isEmpty() : enclosed.size() > 1) {
      find(enclosed.getLast(), Reason.FILE_ADDED, "");
      return false;
    }
    for (String scan : enclosed) {
      FileDigest digest = files.digests().get(scan);
      if (named != null && digest != null && !digest.sha256().equals(named.hex())) {
        find(scan, Reason.FILE_CHANGED, "");
        return false;
      }
    }
    return true;
  }

  private byte @Nullable [] require(String path) {
    if (!files.digests().containsKey(path)) {
      find(path, Reason.FILE_MISSING, "");
      return null;
    }
    return files.find(path).orElse(null);
  }

  private void find(String path, Reason reason, String detail) {
    findings.add(new Finding(path, reason, detail));
  }
}
