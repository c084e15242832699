package anbinh.seal.log;

import anbinh.seal.FormatProblem;
import anbinh.seal.note.Checkpoint;
import anbinh.seal.note.SignedCheckpoint;
import anbinh.seal.note.VerifierKey;
import anbinh.seal.tree.Hash;
import anbinh.seal.tree.TileNodes;
import anbinh.seal.tree.TilePath;
import anbinh.seal.tree.Tree;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Derives a whole log again from its entries and says what does not agree, and where.
///
/// It reads every bundle once, hashes every entry, compares every tile on every level byte by byte,
/// and the root with the signed checkpoint and with checkpoints that somebody remembers from
/// before: those show a log that was rewritten by the holder of its key. Memory does not grow with
/// the log. It changes nothing and takes no lock.
public final class LogCheck {
  private static final int MAX_FINDINGS = 1000;

  private final Path folder;
  private final List<Finding> findings = new ArrayList<>();
  private final Edge edge = new Edge();
  private final Compare compare = new Compare();
  private long size;

  private LogCheck(Path folder) {
    this.folder = folder;
  }

  /// Something that does not agree.
  ///
  /// @param file the path in the log's folder
  /// @param entryIndex the first entry that is touched, or -1 when none can be named
  /// @param reason one sentence
  public record Finding(String file, long entryIndex, String reason) {}

  /// What a check found.
  ///
  /// @param size how many entries the signed checkpoint covers
  /// @param pending how many acknowledged entries wait in the journal for the next checkpoint
  /// @param findings what does not agree, at most 1,000; empty when everything does
  public record Report(long size, long pending, List<Finding> findings) {
    /// Copies the findings.
    public Report {
      findings = List.copyOf(findings);
    }

    /// Whether everything agrees.
    public boolean isSound() {
      return findings.isEmpty();
    }
  }

  /// Checks a log.
  ///
  /// @param folder the log's folder
  /// @param key the log's key, known from elsewhere
  /// @param remembered checkpoints seen before, whose signatures the caller trusts
  public static Report check(Path folder, VerifierKey key, List<Checkpoint> remembered) {
    return new LogCheck(folder).run(key, remembered);
  }

  private Report run(VerifierKey key, List<Checkpoint> remembered) {
    SignedCheckpoint signed;
    // Before the head: what is published meanwhile is in both, and the other way round in neither.
    List<Journal.Recovered> journal = readJournal();
    try {
      signed = LogReader.readCheckpoint(folder, key);
    } catch (UncheckedIOException | LogFailure | FormatProblem e) {
      find("checkpoint", -1, message(e));
      return new Report(0, 0, findings);
    }
    size = signed.checkpoint().size();
    Map<Long, List<Checkpoint>> bySize = new TreeMap<>();
    for (Checkpoint old : remembered) {
      if (!old.origin().equals(key.name())) {
        find("checkpoint", -1, "the remembered checkpoint is of another log: " + old.origin());
      } else if (old.size() > size) {
        find("checkpoint", size, "the log once had " + old.size() + " entries and has fewer");
      } else {
        bySize.computeIfAbsent(old.size(), s -> new ArrayList<>()).add(old);
      }
    }
    readEntries(bySize);
    if (edge.size() == size && !root().equals(signed.checkpoint().root())) {
      find("checkpoint", -1, "the entries do not lead to the root in the checkpoint");
    }
    comparePartials();
    return new Report(size, edge.size() == size ? countPending(journal) : 0, findings);
  }

  private void readEntries(Map<Long, List<Checkpoint>> remembered) {
    compareRemembered(remembered);
    for (long bundle = 0; bundle * TilePath.WIDTH < size; bundle++) {
      long first = bundle * TilePath.WIDTH;
      int width = (int) Math.min(TilePath.WIDTH, size - first);
      List<byte[]> entries;
      try {
        entries = TileFiles.readBundle(folder, bundle, width);
      } catch (IOException | LogFailure e) {
        find(TilePath.entries(bundle, width), first, message(e));
        find(
            TilePath.entries(bundle, width),
            first,
            "the entries from here on cannot be placed in the tree and were not checked");
        return;
      }
      for (byte[] entry : entries) {
        edge.add(entry, compare);
        compareRemembered(remembered);
      }
    }
  }

  private void compareRemembered(Map<Long, List<Checkpoint>> remembered) {
    for (Checkpoint old : remembered.getOrDefault(edge.size(), List.of())) {
      if (!root().equals(old.root())) {
        find(
            "checkpoint",
            -1,
            "the first " + old.size() + " entries are not those of the remembered checkpoint");
      }
    }
  }

  private void comparePartials() {
    if (edge.size() != size) {
      return;
    }
    Edge.View view = edge.view();
    for (int level = 0; level < view.levels(); level++) {
      int width = TilePath.partialWidth(level, size);
      long index = TilePath.hashes(level, size) / TilePath.WIDTH;
      if (width > 0) {
        byte[] derived = view.find(level, index).orElseThrow();
        compare.tile(level, index, Arrays.copyOf(derived, width * Hash.BYTES));
      }
    }
  }

  private List<Journal.Recovered> readJournal() {
    while (true) {
      try {
        return Journal.recover(folder.resolve("journal"), false);
      } catch (NoSuchFileException _) {
        // Published meanwhile: the folder is listed again.
      } catch (IOException | LogFailure e) {
        find("journal", -1, message(e));
        return List.of();
      }
    }
  }

  private long countPending(List<Journal.Recovered> journal) {
    long end = size;
    try {
      for (Journal.Recovered batch : journal) {
        if (batch.firstIndex() > end) {
          find("journal", end, "acknowledged entries from " + end + " on are missing");
          break;
        }
        int at = 0;
        for (byte[] entry : batch.entries()) {
          long index = batch.firstIndex() + at++;
          if (index < size && !Arrays.equals(entry, published(index))) {
            find("journal", index, "entry " + index + " was published otherwise");
          }
        }
        end = Math.max(end, batch.firstIndex() + batch.entries().size());
      }
    } catch (IOException | LogFailure e) {
      find("journal", end, message(e));
    }
    return end - size;
  }

  private byte @Nullable [] published(long index) throws IOException {
    long bundle = index / TilePath.WIDTH;
    int width = (int) Math.min(TilePath.WIDTH, size - bundle * TilePath.WIDTH);
    return TileFiles.readBundle(folder, bundle, width).get((int) (index % TilePath.WIDTH));
  }

  private Hash root() {
    Edge.View view = edge.view();
    // The complete subtrees whose hashes make the root all lie in tiles of the right edge.
    return Tree.root(
        view.size, new TileNodes((level, index) -> view.find(level, index).orElseThrow()));
  }

  private void find(String file, long entryIndex, String reason) {
    if (findings.size() < MAX_FINDINGS) {
      findings.add(new Finding(file, entryIndex, reason));
    }
  }

  private static String message(Exception e) {
    return String.valueOf(e.getMessage());
  }

  /// Compares derived tiles with stored ones.
  private final class Compare implements Edge.Full {
    @Override
    public void tile(int level, long index, byte[] hashes) {
      int width = hashes.length / Hash.BYTES;
      String path = TilePath.tile(level, index, width);
      long perHash = 1L << (8 * level);
      try {
        byte[] stored = TileFiles.readTile(folder, level, index, width);
        int slot = 0;
        while (slot < width) {
          int end = slot;
          while (end < width && isDifferent(stored, hashes, end)) {
            end++;
          }
          if (end > slot) {
            long first = (index * TilePath.WIDTH + slot) * perHash;
            long last = (index * TilePath.WIDTH + end) * perHash - 1;
            find(path, first, "the tile does not follow from the entries " + first + " to " + last);
          }
          slot = end + 1;
        }
      } catch (UncheckedIOException | LogFailure e) {
        find(path, index * TilePath.WIDTH * perHash, message(e));
      }
    }

    private static boolean isDifferent(byte[] stored, byte[] derived, int slot) {
      int from = slot * Hash.BYTES;
      int to = from + Hash.BYTES;
      return !Arrays.equals(stored, from, to, derived, from, to);
    }

    @Override
    public void bundle(long index, List<byte[]> entries) {}
  }
}
