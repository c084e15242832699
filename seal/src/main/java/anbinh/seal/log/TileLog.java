package anbinh.seal.log;

import anbinh.seal.FormatProblem;
import anbinh.seal.disk.Durable;
import anbinh.seal.note.Checkpoint;
import anbinh.seal.note.SignedCheckpoint;
import anbinh.seal.note.SigningKey;
import anbinh.seal.note.VerifierKey;
import anbinh.seal.tree.Hash;
import anbinh.seal.tree.TileNodes;
import anbinh.seal.tree.TilePath;
import anbinh.seal.tree.Tree;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/// An append-only log in a local folder, laid out as C2SP tlog-tiles: `checkpoint`,
/// `tile/<L>/<N>[.p/<W>]` and `tile/entries/<N>[.p/<W>]` may be served as they are. Beside them
/// stand `journal/` (acknowledged entries not yet published) and `lock`, which are private.
///
/// An entry is durable when [#append] returns. [#publish] brings the tiles to the disk and then
/// signs a checkpoint over them, so a signed checkpoint is never larger than what is durable; the
/// owner calls it about once a second. After a crash at any instruction [#open] cuts what was never
/// acknowledged and derives the edge of the tree from the published tiles and the journal.
///
/// Safe for many threads: appenders hand their entries to one committer, a thread of the log's own,
/// which commits what has gathered with one write and one sync. Proofs are made without any lock.
/// An interrupted appender waits on: its entries may already be in the log.
public final class TileLog implements AutoCloseable {
  /// The longest entry (C2SP tlog-tiles: the length is an unsigned 16-bit number).
  public static final int MAX_ENTRY_BYTES = Entries.MAX_ENTRY_BYTES;

  private static final long MAX_COMMIT_BYTES = 8L * 1024 * 1024;
  private static final long MAX_BATCH_BYTES = 64L * 1024 * 1024;

  private final Path folder;
  private final SigningKey key;
  private final FileChannel lock;
  private final TileCache cache;
  private final Journal journal;
  private final TileFiles files;
  private final Edge edge = new Edge();
  private final CommitQueue<Batch> queue;
  private final ReentrantLock commitLock = new ReentrantLock();
  private final ReentrantLock publishLock = new ReentrantLock();
  private volatile Edge.View view;
  private volatile SignedCheckpoint checkpoint;
  private volatile @Nullable String broken;

  private static final class Batch {
    final List<byte[]> entries;
    final long bytes;
    final CompletableFuture<Long> firstIndex = new CompletableFuture<>();

    Batch(List<byte[]> entries, long bytes) {
      this.entries = entries;
      this.bytes = bytes;
    }
  }

  private TileLog(Path folder, SigningKey key, FileChannel lock) throws IOException {
    this.folder = folder;
    this.key = key;
    this.lock = lock;
    cache = new TileCache(folder);
    journal = new Journal(folder.resolve("journal"));
    files = new TileFiles(folder);
    Path file = folder.resolve("checkpoint");
    List<Journal.Recovered> batches = Journal.recover(folder.resolve("journal"), true);
    if (Files.exists(file)) {
      checkpoint = LogReader.readCheckpoint(folder, key.verifierKey());
      files.restore(edge, checkpoint.checkpoint());
    } else if (batches.isEmpty() && !Files.exists(folder.resolve("tile"))) {
      checkpoint =
          SignedCheckpoint.sign(new Checkpoint(key.verifierKey().name(), 0, Tree.EMPTY_ROOT), key);
      writeCheckpoint(checkpoint);
    } else {
      throw new LogFailure("the log in " + folder + " has entries but no checkpoint; restore it");
    }
    for (Journal.Recovered batch : batches) {
      if (batch.firstIndex() > edge.size()) {
        throw new LogFailure(
            "the log in " + folder + " lacks the entries from " + edge.size() + " on");
      }
      int known = (int) Math.min(batch.entries().size(), edge.size() - batch.firstIndex());
      for (byte[] entry : batch.entries().subList(known, batch.entries().size())) {
        edge.add(entry, files);
      }
    }
    files.rethrow();
    view = edge.view();
    journal.roll(edge.size());
    queue = new CommitQueue<>("log " + folder.getFileName(), this::commit);
  }

  /// Opens the log in a folder, or starts one there. Throws [LogFailure] when another process has
  /// it open or when it is damaged, naming the file.
  ///
  /// @param folder the log's own folder
  /// @param key the log's key; its name is the log's origin
  public static TileLog open(Path folder, SigningKey key) {
    try {
      Files.createDirectories(folder);
      FileChannel lock =
          FileChannel.open(
              folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      try {
        FileLock held;
        try {
          held = lock.tryLock();
        } catch (OverlappingFileLockException e) {
          held = null;
        }
        if (held == null) {
          throw new LogFailure("the log in " + folder + " is already open elsewhere");
        }
        return new TileLog(folder, key, lock);
      } catch (IOException | RuntimeException e) {
        lock.close();
        throw e;
      }
    } catch (IOException e) {
      throw new UncheckedIOException("the log in " + folder + " cannot be opened", e);
    }
  }

  /// Appends one entry and returns its index once it is durable. Throws [LogFailure] when it could
  /// not be made durable.
  public long append(byte[] entry) {
    return appendAll(List.of(entry));
  }

  /// Appends entries one after another and returns the first one's index once all are durable:
  /// after a crash either all are there or none.
  public long appendAll(List<byte[]> entries) {
    long bytes = 0;
    List<byte[]> copies = new ArrayList<>(entries.size());
    for (byte[] entry : entries) {
      if (entry.length > MAX_ENTRY_BYTES) {
        throw new FormatProblem(
            "an entry has at most " + MAX_ENTRY_BYTES + " bytes, not " + entry.length);
      }
      bytes += entry.length + 2L;
      copies.add(entry.clone());
    }
    if (copies.isEmpty() || bytes > MAX_BATCH_BYTES) {
      throw new FormatProblem("a batch has at least one entry and at most 64 MiB");
    }
    Batch batch = new Batch(copies, bytes);
    if (!queue.add(batch)) {
      throw new LogFailure("the log in " + folder + " cannot be written: it is closed");
    }
    try {
      return batch.firstIndex.join();
    } catch (CompletionException e) {
      throw new LogFailure("the entries were not logged: " + e.getCause(), e);
    }
  }

  /// How many entries are durable, published or not.
  public long size() {
    return view.size;
  }

  /// The latest published checkpoint.
  public SignedCheckpoint checkpoint() {
    return checkpoint;
  }

  /// Signs and stores a checkpoint over everything that is durable, and returns it; returns the
  /// present one when nothing was appended since. May be called from any thread; throws
  /// [LogFailure] and leaves the present checkpoint when the tiles could not be stored.
  public SignedCheckpoint publish() {
    publishLock.lock();
    try {
      Edge.View snapshot;
      List<Path> unsynced;
      commitLock.lock();
      try {
        requireWhole();
        if (edge.size() == checkpoint.checkpoint().size()) {
          return checkpoint;
        }
        snapshot = view;
        journal.roll(snapshot.size);
        unsynced = files.takeUnsynced();
      } catch (IOException e) {
        throw fail("the journal cannot be continued in a new file", e);
      } finally {
        commitLock.unlock();
      }
      files.store(snapshot, unsynced);
      Hash root = Tree.root(snapshot.size, nodes(snapshot));
      SignedCheckpoint next =
          SignedCheckpoint.sign(new Checkpoint(key.verifierKey().name(), snapshot.size, root), key);
      writeCheckpoint(next);
      checkpoint = next;
      journal.forgetBelow(snapshot.size);
      files.forgetSuperseded(unsynced);
      return next;
    } catch (IOException e) {
      throw fail("the tiles cannot be stored", e);
    } finally {
      publishLock.unlock();
    }
  }

  /// The bytes of an entry. Throws `IndexOutOfBoundsException` when there is no such entry.
  public byte[] entry(long index) {
    Edge.View now = view;
    Objects.checkIndex(index, now.size);
    int slot = (int) (index % TilePath.WIDTH);
    return LogReader.bundle(folder, now, index / TilePath.WIDTH).get(slot).clone();
  }

  /// The bytes of `count` entries from `from` on; reads every bundle once.
  public List<byte[]> entries(long from, int count) {
    Edge.View now = view;
    Objects.checkFromIndexSize(from, count, now.size);
    List<byte[]> entries = new ArrayList<>(count);
    while (entries.size() < count) {
      long index = from + entries.size();
      List<byte[]> bundle = LogReader.bundle(folder, now, index / TilePath.WIDTH);
      int slot = (int) (index % TilePath.WIDTH);
      int end = Math.min(bundle.size(), slot + count - entries.size());
      bundle.subList(slot, end).forEach(entry -> entries.add(entry.clone()));
    }
    return entries;
  }

  /// The proof that entry `index` is in the tree of the first `size` entries.
  public List<Hash> inclusionProof(long index, long size) {
    Edge.View now = view;
    requireSize(size, now);
    return Tree.inclusionProof(index, size, nodes(now));
  }

  /// The proof that the tree of `newSize` entries only appended to the tree of `oldSize` entries.
  public List<Hash> consistencyProof(long oldSize, long newSize) {
    Edge.View now = view;
    requireSize(newSize, now);
    return Tree.consistencyProof(oldSize, newSize, nodes(now));
  }

  /// The root of the tree of the first `size` entries.
  public Hash root(long size) {
    Edge.View now = view;
    requireSize(size, now);
    return Tree.root(size, nodes(now));
  }

  /// The proof, checkable offline, that entry `index` is in this log, under the latest checkpoint;
  /// publishes first when that checkpoint does not reach the entry.
  public TlogProof prove(long index) {
    SignedCheckpoint head = checkpoint;
    if (index >= head.checkpoint().size()) {
      head = publish();
    }
    long size = head.checkpoint().size();
    Objects.checkIndex(index, size);
    return new TlogProof(index, inclusionProof(index, size), head);
  }

  /// The public half of the log's key; its name is the log's origin.
  public VerifierKey verifierKey() {
    return key.verifierKey();
  }

  /// The log's folder.
  public Path folder() {
    return folder;
  }

  /// Lets the folder go and signs nothing.
  public void abandon() {
    commitLock.lock();
    try {
      broken = "it is closed";
    } finally {
      commitLock.unlock();
    }
    close();
  }

  /// Publishes what is durable and lets the folder go.
  @Override
  public void close() {
    try (Closeable _ = this::release) {
      queue.close();
      if (broken == null) {
        publish();
      }
    } catch (IOException e) {
      throw new UncheckedIOException("the log in " + folder + " cannot be closed", e);
    }
  }

  private void release() throws IOException {
    commitLock.lock();
    try (FileChannel _ = lock) {
      broken = "it is closed";
      journal.close();
    } finally {
      commitLock.unlock();
    }
  }

  /// Commits what has gathered; runs on the committer.
  private void commit(List<Batch> gathered) {
    int from = 0;
    while (from < gathered.size()) {
      int to = from;
      long bytes = 0;
      while (to < gathered.size()
          && (to == from || bytes + gathered.get(to).bytes <= MAX_COMMIT_BYTES)) {
        bytes += gathered.get(to++).bytes;
      }
      List<Batch> batches = gathered.subList(from, to);
      commitLock.lock();
      try {
        commitTogether(batches);
      } catch (IOException | RuntimeException e) {
        batches.forEach(batch -> batch.firstIndex.completeExceptionally(e));
      } finally {
        commitLock.unlock();
      }
      from = to;
    }
  }

  private void commitTogether(List<Batch> batches) throws IOException {
    requireWhole();
    List<byte[]> entries = new ArrayList<>();
    batches.forEach(batch -> entries.addAll(batch.entries));
    try {
      journal.append(edge.size(), entries);
    } catch (IOException e) {
      if (!journal.isOpen()) {
        throw fail("the journal could not be written", e);
      }
      throw e;
    }
    long index = edge.size();
    for (byte[] entry : entries) {
      edge.add(entry, files);
    }
    view = edge.view();
    try {
      files.rethrow();
    } catch (IOException e) {
      broken = "a full tile could not be written (" + e.getMessage() + "); reopen the log";
    }
    for (Batch batch : batches) {
      batch.firstIndex.complete(index);
      index += batch.entries.size();
    }
  }

  private LogFailure fail(String what, Exception cause) {
    String why = what + ": " + cause.getMessage() + "; reopen the log when the disk is well";
    broken = why;
    return new LogFailure(why, cause);
  }

  private void requireWhole() {
    String why = broken;
    if (why != null) {
      throw new LogFailure("the log in " + folder + " cannot be written: " + why);
    }
  }

  private TileNodes nodes(Edge.View at) {
    return new TileNodes(
        (level, index) -> at.find(level, index).orElseGet(() -> cache.full(level, index)));
  }

  private static void requireSize(long size, Edge.View now) {
    if (size < 0 || size > now.size) {
      throw new IndexOutOfBoundsException(
          "the log has " + now.size + " entries; there is no tree of " + size);
    }
  }

  private void writeCheckpoint(SignedCheckpoint next) throws IOException {
    byte[] bytes = next.write().getBytes(StandardCharsets.UTF_8);
    Durable.replace(folder.resolve("checkpoint"), bytes, true);
    Durable.syncFolder(folder);
  }
}
