package anbinh.seal.witness;

import anbinh.seal.FormatProblem;
import anbinh.seal.note.CosigningKey;
import anbinh.seal.note.Note;
import anbinh.seal.note.NoteSignature;
import anbinh.seal.note.VerifierKey;
import anbinh.seal.note.WitnessKey;
import anbinh.seal.tree.Hash;
import anbinh.seal.tree.Tree;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// Decides what is cosigned (C2SP tlog-witness v1.0.0).
///
/// Safe for many threads; requests for one log go one after another, and a head is on the disk
/// before its cosignature leaves.
final class Witness {
  private static final long TIMEOUT_SECONDS = 5;

  private final CosigningKey key;
  private final WitnessFolder folder;
  private final InstantSource clock;
  private final Map<String, WatchedLog> byOrigin = new LinkedHashMap<>();

  /// Knows the logs that the folder names, at the heads that it holds.
  Witness(WitnessFolder folder, InstantSource clock) throws IOException {
    this.key = folder.key();
    this.folder = folder;
    this.clock = clock;
    Map<String, List<VerifierKey>> keys = new LinkedHashMap<>();
    for (VerifierKey log : folder.logs()) {
      keys.computeIfAbsent(log.name(), _ -> new ArrayList<>()).add(log);
    }
    for (Map.Entry<String, List<VerifierKey>> log : keys.entrySet()) {
      String origin = log.getKey();
      byOrigin.put(
          origin,
          new WatchedLog(origin, log.getValue(), folder.findHead(origin), folder.refused(origin)));
    }
  }

  WitnessKey key() {
    return key.witnessKey();
  }

  List<WatchedLog> logs() {
    return List.copyOf(byOrigin.values());
  }

  /// The checkpoint that was cosigned last for the log whose origin has this SHA-256.
  Optional<Note> findCheckpoint(String originHash) {
    return byOrigin.values().stream()
        .filter(log -> log.originHash().equals(originHash))
        .flatMap(log -> Optional.ofNullable(log.head()).stream())
        .map(CosignedHead::note)
        .findFirst();
  }

  /// Answers one request. Throws when the new head cannot be brought to the disk; nothing is
  /// cosigned then.
  WitnessAnswer add(byte[] body) throws IOException, InterruptedException {
    AddCheckpoint request;
    TreeHead head;
    try {
      request = AddCheckpoint.parse(body);
      head = TreeHead.parse(request.note());
    } catch (FormatProblem e) {
      return new WitnessAnswer.Refused(400, String.valueOf(e.getMessage()));
    }
    WatchedLog log = byOrigin.get(head.origin());
    if (log == null) {
      return new WitnessAnswer.Refused(404, "this witness does not know the log");
    }
    List<NoteSignature> trusted = new ArrayList<>();
    for (VerifierKey logKey : log.keys()) {
      switch (logKey.check(request.note())) {
        case SIGNED -> trusted.add(request.note().find(logKey.name(), logKey.id()).orElseThrow());
        case FORGED -> {
          return new WitnessAnswer.Refused(403, "a signature of the log does not fit");
        }
        case ABSENT -> {}
      }
    }
    if (trusted.isEmpty()) {
      return new WitnessAnswer.Refused(403, "no known key of the log has signed");
    }
    if (request.oldSize() > head.size()) {
      return new WitnessAnswer.Refused(400, "the old size is larger than the checkpoint's");
    }
    if (!log.lock().tryLock(TIMEOUT_SECONDS, TimeUnit.SECONDS)) {
      return new WitnessAnswer.Refused(503, "other requests for this log take too long");
    }
    try {
      return decide(log, request, head, new Note(request.note().text(), trusted));
    } finally {
      log.lock().unlock();
    }
  }

  private WitnessAnswer decide(WatchedLog log, AddCheckpoint request, TreeHead head, Note signed)
      throws IOException {
    CosignedHead last = log.head();
    long knownSize = last == null ? 0 : last.head().size();
    Hash knownRoot = last == null ? Tree.EMPTY_ROOT : last.head().root();
    Instant now = clock.instant();
    if (request.oldSize() != knownSize) {
      if (head.size() < knownSize) {
        keepRefused(log, now, head, signed, Contradiction.SMALLER);
      } else if (head.size() == knownSize && !head.root().equals(knownRoot)) {
        keepRefused(log, now, head, signed, Contradiction.TWO_HEADS);
      }
      return new WitnessAnswer.OtherSize(knownSize);
    }
    @Nullable Contradiction wrong = wrong(request, head, knownRoot);
    if (wrong != null) {
      keepRefused(log, now, head, signed, wrong);
      return new WitnessAnswer.Refused(422, wrong.why());
    }
    NoteSignature mine = key.cosign(signed.text(), now);
    CosignedHead next = new CosignedHead(head, now, signed.with(mine));
    folder.keepHead(next);
    log.head(next);
    return new WitnessAnswer.Cosigned(mine.line() + "\n");
  }

  private static @Nullable Contradiction wrong(
      AddCheckpoint request, TreeHead head, Hash knownRoot) {
    if (head.size() == 0 && !head.root().equals(Tree.EMPTY_ROOT)) {
      return Contradiction.NOT_EMPTY;
    }
    if (request.oldSize() == head.size() && !head.root().equals(knownRoot)) {
      return Contradiction.TWO_HEADS;
    }
    return Tree.verifyConsistency(
            request.oldSize(), head.size(), request.proof(), knownRoot, head.root())
        ? null
        : Contradiction.NOT_APPENDED;
  }

  /// Each refused head is kept, since the log's key signed it: a larger one, too, shows what the
  /// log's operator once showed.
  private void keepRefused(
      WatchedLog log, Instant at, TreeHead head, Note signed, Contradiction why)
      throws IOException {
    log.refusal(new WatchedLog.Refusal(at, head.size(), why));
    if (log.kept() < WitnessFolder.MAX_REFUSED
        && folder.keepRefused(head, signed.write().getBytes(StandardCharsets.UTF_8))) {
      log.kept(log.kept() + 1);
    }
  }
}
