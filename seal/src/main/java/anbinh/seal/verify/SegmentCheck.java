package anbinh.seal.verify;

import anbinh.seal.json.Json;
import anbinh.seal.log.EventName;
import anbinh.seal.log.EventRecord;
import anbinh.seal.pack.PackageLayout;
import anbinh.seal.pack.Seal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Checks the records of recording segments: there is one of each that the seal names, and no
/// other; each is proved to be in the same log, and, where the payload holds the segment's file,
/// byte for byte what was recorded.
final class SegmentCheck {
  private static final String FOLDER = PackageLayout.SEAL + "segments/";

  private final PackageFiles files;
  private final List<Finding> findings;
  private final EventReader events;
  private final Map<Long, EventRecord> proved = new HashMap<>();
  private int whole;

  SegmentCheck(PackageFiles files, List<Finding> findings, EventReader events) {
    this.files = files;
    this.findings = findings;
    this.events = events;
  }

  void run(@Nullable Seal seal) {
    Set<String> payload =
        files.digests().entrySet().stream()
            .filter(file -> file.getKey().startsWith(PackageLayout.BAG + "data/"))
            .map(file -> file.getValue().sha256())
            .collect(Collectors.toSet());
    Set<String> named = new TreeSet<>();
    if (seal != null) {
      seal.segments().forEach(index -> named.add(PackageLayout.segment(index)));
      for (String path : files.digests().keySet()) {
        String record =
            path.endsWith(PackageLayout.PROOF_SUFFIX)
                ? path.substring(0, path.length() - PackageLayout.PROOF_SUFFIX.length())
                : path;
        if (path.startsWith(FOLDER) && !named.contains(record)) {
          findings.add(new Finding(path, Reason.FILE_ADDED, "the seal names no such segment"));
        }
      }
    }
    for (String path : named) {
      check(path, payload);
    }
  }

  /// The records that are proved, by their place in the log.
  Map<Long, EventRecord> proved() {
    return proved;
  }

  int whole() {
    return whole;
  }

  private void check(String path, Set<String> payload) {
    events
        .read(path, Set.of(EventName.SEGMENT_CLOSED), Reason.SEGMENT_PROOF_FAILS)
        .ifPresent(event -> {
          if (!path.equals(PackageLayout.segment(event.index()))) {
            findings.add(
                new Finding(
                    path, Reason.SEGMENT_PROOF_FAILS, "of another entry than the seal names"));
            return;
          }
          proved.put(event.index(), event.record());
          if (event.record().facts().get("sha256") instanceof Json.Str(String sha256)
              && payload.contains(sha256)) {
            whole++;
          }
        });
  }
}
