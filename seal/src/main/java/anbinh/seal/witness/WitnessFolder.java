package anbinh.seal.witness;

import anbinh.seal.FormatProblem;
import anbinh.seal.disk.Durable;
import anbinh.seal.note.CosigningKey;
import anbinh.seal.note.Note;
import anbinh.seal.note.VerifierKey;
import anbinh.seal.note.WitnessKey;
import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The folder of a witness, format 1:
///
/// ```
/// witness.key          its key; readable by its owner only
/// logs                 vkeys of the logs it knows, one a line; may be edited while it is stopped
/// heads/<hash>         the checkpoint cosigned last, with the log's signature and the witness's
/// refused/<hash>-<size>-<root>   signed heads that contradict one cosigned: proofs against the log
/// lock
/// ```
///
/// `<hash>` is the SHA-256 of the log's origin. A head is replaced in one step and is on the disk
/// before its cosignature leaves; one that is damaged stops the start, because a witness that
/// forgot could cosign what contradicts it. Hence never put an old copy of the folder back.
final class WitnessFolder implements Closeable {
  /// How many contradicting heads are kept for each log.
  static final int MAX_REFUSED = 4096;

  private final Path root;
  private final FileChannel lock;
  private final CosigningKey key;
  private final List<VerifierKey> logs;

  private WitnessFolder(Path root, FileChannel lock, CosigningKey key, List<VerifierKey> logs) {
    this.root = root;
    this.lock = lock;
    this.key = key;
    this.logs = List.copyOf(logs);
  }

  /// Opens the folder, or starts one; throws [FormatProblem] when something in it is not as it
  /// should be or another witness has it open.
  ///
  /// @param name what the key is called when it is made
  /// @param more logs to know from now on
  static WitnessFolder open(Path root, String name, List<VerifierKey> more) throws IOException {
    Files.createDirectories(root.resolve("heads"));
    Files.createDirectories(root.resolve("refused"));
    FileChannel lock =
        FileChannel.open(root.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    try {
      if (!isLocked(lock)) {
        throw new FormatProblem("another witness uses the folder " + root);
      }
      Path keyFile = root.resolve("witness.key");
      if (!Files.exists(keyFile)) {
        requireNoHeads(root);
        CosigningKey.generate(name).save(keyFile);
        Durable.syncFolder(root);
      }
      return new WitnessFolder(root, lock, CosigningKey.load(keyFile), logs(root, more));
    } catch (IOException | RuntimeException e) {
      lock.close();
      throw e;
    }
  }

  CosigningKey key() {
    return key;
  }

  List<VerifierKey> logs() {
    return logs;
  }

  /// The head cosigned last for this log, or null when there was none yet.
  @Nullable CosignedHead findHead(String origin) throws IOException {
    Path file = head(origin);
    if (!Files.exists(file)) {
      return null;
    }
    Note note;
    TreeHead head;
    try {
      note = Note.parse(Files.readAllBytes(file));
      head = TreeHead.parse(note);
    } catch (FormatProblem e) {
      throw new FormatProblem("the head " + file + " is damaged: " + e.getMessage(), e);
    }
    if (!(key.witnessKey().check(note) instanceof WitnessKey.Answer.Cosigned cosigned)
        || !head.origin().equals(origin)) {
      throw new FormatProblem("the head " + file + " is not one that this witness cosigned");
    }
    return new CosignedHead(head, cosigned.time(), note);
  }

  /// Brings a head to the disk in place of the last one.
  void keepHead(CosignedHead head) throws IOException {
    Path file = head(head.head().origin());
    Durable.replace(file, head.note().write().getBytes(StandardCharsets.UTF_8), true);
    Durable.syncFolder(root.resolve("heads"));
  }

  /// How many contradicting heads of a log are kept.
  int refused(String origin) throws IOException {
    String hash = WatchedLog.hash(origin);
    try (Stream<Path> files = Files.list(root.resolve("refused"))) {
      return (int)
          files.filter(file -> String.valueOf(file.getFileName()).startsWith(hash)).count();
    }
  }

  /// Keeps a signed head that contradicts one cosigned; returns whether it is new.
  boolean keepRefused(TreeHead head, byte[] note) throws IOException {
    String name =
        WatchedLog.hash(head.origin())
            + "-"
            + head.size()
            + "-"
            + head.root().hex().substring(0, 16);
    Path file = root.resolve("refused").resolve(name);
    if (Files.exists(file)) {
      return false;
    }
    Durable.replace(file, note, true);
    Durable.syncFolder(root.resolve("refused"));
    return true;
  }

  @Override
  public void close() throws IOException {
    lock.close();
  }

  private Path head(String origin) {
    return root.resolve("heads").resolve(WatchedLog.hash(origin));
  }

  private static boolean isLocked(FileChannel lock) throws IOException {
    try {
      return lock.tryLock() != null;
    } catch (OverlappingFileLockException e) {
      return false;
    }
  }

  private static void requireNoHeads(Path root) throws IOException {
    try (Stream<Path> heads = Files.list(root.resolve("heads"))) {
      if (heads.findAny().isPresent()) {
        throw new FormatProblem(
            "the folder " + root + " holds heads but no witness.key; put the key back");
      }
    }
  }

  /// The logs of the file and the new ones, which are added to the file.
  private static List<VerifierKey> logs(Path root, List<VerifierKey> more) throws IOException {
    Path file = root.resolve("logs");
    List<VerifierKey> logs = new ArrayList<>();
    if (Files.exists(file)) {
      for (String line : Files.readAllLines(file)) {
        if (!line.isBlank() && !line.startsWith("#")) {
          logs.add(VerifierKey.parse(line));
        }
      }
    }
    StringBuilder added = new StringBuilder(Files.exists(file) ? Files.readString(file) : "");
    if (!added.isEmpty() && added.charAt(added.length() - 1) != '\n') {
      added.append('\n');
    }
    int known = logs.size();
    for (VerifierKey log : more) {
      if (!logs.contains(log)) {
        logs.add(log);
        added.append(log.write()).append('\n');
      }
    }
    if (logs.size() > known) {
      Durable.replace(file, added.toString().getBytes(StandardCharsets.UTF_8), true);
      Durable.syncFolder(root);
    }
    return logs;
  }
}
