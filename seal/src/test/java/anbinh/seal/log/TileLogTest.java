package anbinh.seal.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import anbinh.seal.FormatProblem;
import anbinh.seal.note.Checkpoint;
import anbinh.seal.note.SigningKey;
import anbinh.seal.note.VerifierKey;
import anbinh.seal.tree.Hash;
import anbinh.seal.tree.Hasher;
import anbinh.seal.tree.Tree;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TileLogTest {
  private static final SigningKey KEY = SigningKey.generate("anbinh.example/log");

  @TempDir Path folder;

  @Test
  void beginsEmptyWithASignedCheckpoint() {
    try (TileLog log = TileLog.open(folder, KEY)) {
      assertThat(log.size()).isZero();
      assertThat(log.checkpoint().checkpoint())
          .isEqualTo(new Checkpoint("anbinh.example/log", 0, Tree.EMPTY_ROOT));
      assertThat(KEY.verifierKey().check(log.checkpoint().note()))
          .isEqualTo(VerifierKey.Answer.SIGNED);
      assertThat(log.publish()).isEqualTo(log.checkpoint());
    }
  }

  @Test
  void provesEveryEntryAtEverySizeAndEveryStep() {
    Random random = new Random(1);
    List<byte[]> entries = new ArrayList<>();
    try (TileLog log = TileLog.open(folder, KEY)) {
      Hasher hasher = new Hasher();
      while (log.size() < 1500) {
        List<byte[]> batch = entries(1 + random.nextInt(60), log.size());
        assertThat(log.appendAll(batch)).isEqualTo(entries.size());
        entries.addAll(batch);
        if (random.nextInt(4) == 0) {
          log.publish();
        }
        long size = 1 + random.nextLong(log.size());
        long index = random.nextLong(size);
        List<Hash> proof = log.inclusionProof(index, size);
        Hash leaf = hasher.leaf(entries.get((int) index));
        assertThat(Tree.verifyInclusion(leaf, index, size, proof, log.root(size)))
            .as("%d in %d", index, size)
            .isTrue();
        long old = 1 + random.nextLong(size);
        assertThat(
                Tree.verifyConsistency(
                    old, size, log.consistencyProof(old, size), log.root(old), log.root(size)))
            .isTrue();
        assertThat(log.entry(index)).isEqualTo(entries.get((int) index));
      }
    }
    assertSound(1500);
  }

  @Test
  void storesTheFilesThatTheSpecificationNames() throws IOException {
    try (TileLog log = TileLog.open(folder, KEY)) {
      log.appendAll(entries(70_000, 0));
      log.publish();
    }
    assertThat(folder.resolve("tile/0/000")).hasSize(8192);
    assertThat(folder.resolve("tile/0/272")).hasSize(8192);
    assertThat(folder.resolve("tile/0/273.p/112")).hasSize(112 * 32);
    assertThat(folder.resolve("tile/1/000")).hasSize(8192);
    assertThat(folder.resolve("tile/1/001.p/17")).hasSize(17 * 32);
    assertThat(folder.resolve("tile/2/000.p/1")).hasSize(32);
    assertThat(folder.resolve("tile/entries/273.p/112")).exists();
    assertThat(folder.resolve("tile/entries/272")).exists();
    assertThat(Files.readString(folder.resolve("checkpoint")))
        .startsWith("anbinh.example/log\n70000\n");
    assertSound(70_000);
  }

  @Test
  void keepsPartialTilesUntilTheFullOneIsThere() throws IOException {
    try (TileLog log = TileLog.open(folder, KEY)) {
      log.appendAll(entries(100, 0));
      log.publish();
      log.appendAll(entries(100, 100));
      log.publish();
      assertThat(folder.resolve("tile/0/000.p/100")).exists();
      assertThat(folder.resolve("tile/0/000.p/200")).exists();
      log.appendAll(entries(56, 200));
      log.publish();
      assertThat(folder.resolve("tile/0/000.p")).doesNotExist();
      assertThat(folder.resolve("tile/entries/000.p")).doesNotExist();
    }
    try (Stream<Path> journals = Files.list(folder.resolve("journal"))) {
      assertThat(journals).hasSize(1);
    }
    assertSound(256);
  }

  @Test
  void findsEverythingAgainAfterAnEndWithoutPublishing() throws IOException {
    Path copy = folder.resolve("copy");
    Path live = folder.resolve("live");
    try (TileLog log = TileLog.open(live, KEY)) {
      log.appendAll(entries(300, 0));
      log.publish();
      log.appendAll(entries(300, 300));
      copy(live, copy);
    }
    try (TileLog log = TileLog.open(copy, KEY)) {
      assertThat(log.checkpoint().checkpoint().size()).isEqualTo(300);
      assertThat(log.size()).isEqualTo(600);
      assertThat(log.entry(599)).isEqualTo(entry(599));
      assertThat(log.prove(599).proves(entry(599), KEY.verifierKey())).isTrue();
    }
    assertThat(LogCheck.check(copy, KEY.verifierKey(), List.of()))
        .isEqualTo(new LogCheck.Report(600, 0, List.of()));
  }

  @Test
  void cutsABatchThatWasOnlyPartlyWritten() throws IOException {
    Path live = folder.resolve("live");
    Path copy = folder.resolve("copy");
    List<Long> lengths = new ArrayList<>();
    try (TileLog log = TileLog.open(live, KEY)) {
      log.appendAll(entries(10, 0));
      lengths.add(Files.size(journal(live)));
      log.appendAll(entries(10, 10));
      lengths.add(Files.size(journal(live)));
      copy(live, copy);
    }
    byte[] whole = Files.readAllBytes(journal(copy));
    for (long length = lengths.get(0); length < lengths.get(1); length += 7) {
      Path cut = folder.resolve("cut" + length);
      copy(copy, cut);
      try (RandomAccessFile file = new RandomAccessFile(journal(cut).toFile(), "rw")) {
        file.setLength(length);
      }
      try (TileLog log = TileLog.open(cut, KEY)) {
        assertThat(log.size()).isEqualTo(10);
        assertThat(log.append(entry(10))).isEqualTo(10);
      }
      assertThat(LogCheck.check(cut, KEY.verifierKey(), List.of()).isSound()).isTrue();
    }
    assertThat(whole.length).isEqualTo(lengths.get(1).intValue());
  }

  @Test
  void refusesAJournalThatIsDamagedBeforeAGoodBatch() throws IOException {
    Path live = folder.resolve("live");
    Path copy = folder.resolve("copy");
    try (TileLog log = TileLog.open(live, KEY)) {
      log.appendAll(entries(10, 0));
      log.appendAll(entries(10, 10));
      copy(live, copy);
    }
    flip(journal(copy), 40);
    assertThatThrownBy(() -> TileLog.open(copy, KEY))
        .isInstanceOf(LogFailure.class)
        .hasMessageContaining("damaged at byte 0");
  }

  @Test
  void refusesToGrowATreeThatItsCheckpointDoesNotDescribe() throws IOException {
    try (TileLog log = TileLog.open(folder, KEY)) {
      log.appendAll(entries(300, 0));
    }
    flip(folder.resolve("tile/1/000.p/1"), 3);
    assertThatThrownBy(() -> TileLog.open(folder, KEY))
        .isInstanceOf(LogFailure.class)
        .hasMessageContaining("do not lead to the root");
    flip(folder.resolve("tile/1/000.p/1"), 3);
    flip(folder.resolve("tile/entries/001.p/44"), 10);
    assertThatThrownBy(() -> TileLog.open(folder, KEY))
        .isInstanceOf(LogFailure.class)
        .hasMessageContaining("entry 256");
  }

  @Test
  void refusesTheCheckpointOfAnotherKeyOrNone() throws IOException {
    try (TileLog log = TileLog.open(folder, KEY)) {
      log.append(entry(0));
    }
    assertThatThrownBy(() -> TileLog.open(folder, SigningKey.generate("anbinh.example/log")))
        .hasMessageContaining("not signed by the key");
    assertThatThrownBy(() -> TileLog.open(folder, SigningKey.generate("anbinh.example/other")))
        .hasMessageContaining("not of anbinh.example/other");
    Files.delete(folder.resolve("checkpoint"));
    assertThatThrownBy(() -> TileLog.open(folder, KEY)).hasMessageContaining("no checkpoint");
  }

  @Test
  void isOpenedByOneOnly() {
    try (TileLog log = TileLog.open(folder, KEY)) {
      assertThatThrownBy(() -> TileLog.open(log.folder(), KEY))
          .hasMessageContaining("already open");
    }
    TileLog.open(folder, KEY).close();
  }

  @Test
  void takesNoEntryTooLongAndNoEmptyBatchAndNothingOnceClosed() {
    TileLog log = TileLog.open(folder, KEY);
    assertThatThrownBy(() -> log.append(new byte[65_536])).isInstanceOf(FormatProblem.class);
    assertThatThrownBy(() -> log.appendAll(List.of())).isInstanceOf(FormatProblem.class);
    assertThat(log.append(new byte[65_535])).isZero();
    assertThat(log.append(new byte[0])).isEqualTo(1);
    assertThatThrownBy(() -> log.entry(2)).isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> log.root(3)).isInstanceOf(IndexOutOfBoundsException.class);
    log.close();
    assertThatThrownBy(() -> log.append(entry(0))).hasMessageContaining("closed");
    assertThatThrownBy(log::publish).hasMessageContaining("closed");
    assertSound(2);
  }

  @Test
  void givesEveryOneOfManyAppendersItsOwnIndex() throws Exception {
    Set<Long> indexes = ConcurrentHashMap.newKeySet();
    try (TileLog log = TileLog.open(folder, KEY);
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<?>> tasks = new ArrayList<>();
      for (int t = 0; t < 32; t++) {
        int thread = t;
        tasks.add(
            threads.submit(() -> {
              for (int i = 0; i < 20; i++) {
                byte[] entry = (thread + "/" + i).getBytes(StandardCharsets.UTF_8);
                long index = log.append(entry);
                indexes.add(index);
                assertThat(log.entry(index)).isEqualTo(entry);
                if (i % 7 == 0) {
                  assertThat(log.prove(index).proves(entry, KEY.verifierKey())).isTrue();
                }
              }
            }));
      }
      for (Future<?> task : tasks) {
        task.get();
      }
    }
    assertThat(indexes).hasSize(640);
    assertSound(640);
  }

  @Test
  void staysWholeWhenAnAppenderIsInterrupted() {
    try (TileLog log = TileLog.open(folder, KEY)) {
      Thread.currentThread().interrupt();
      log.append(entry(0));
      assertThat(Thread.interrupted()).isTrue();
      log.append(entry(1));
    }
    assertSound(2);
  }

  @Test
  void givesRangesOfEntriesOverSeveralBundles() {
    try (TileLog log = TileLog.open(folder, KEY)) {
      log.appendAll(entries(600, 0));
      for (int[] range : new int[][] {{0, 600}, {250, 20}, {512, 88}, {599, 1}, {600, 0}}) {
        List<byte[]> found = log.entries(range[0], range[1]);
        assertThat(found).hasSize(range[1]);
        for (int i = 0; i < found.size(); i++) {
          assertThat(found.get(i)).isEqualTo(entry(range[0] + i));
        }
      }
      assertThatThrownBy(() -> log.entries(599, 2)).isInstanceOf(IndexOutOfBoundsException.class);
    }
  }

  @Test
  void isReadWithoutItsPrivateKey() {
    try (TileLog log = TileLog.open(folder, KEY)) {
      log.appendAll(entries(1000, 0));
      log.publish();
      log.appendAll(entries(1000, 1000));
      LogReader reader = LogReader.open(folder, KEY.verifierKey());
      assertThat(reader.size()).isEqualTo(1000);
      assertThat(reader.entry(999)).isEqualTo(entry(999));
      assertThat(reader.prove(500).proves(entry(500), KEY.verifierKey())).isTrue();
      assertThat(
              Tree.verifyConsistency(
                  300, 1000, reader.consistencyProof(300), log.root(300), reader.root(1000)))
          .isTrue();
      assertThatThrownBy(() -> reader.entry(1000)).isInstanceOf(IndexOutOfBoundsException.class);
      log.publish();
      assertThat(reader.entry(999)).isEqualTo(entry(999));
      assertThat(LogReader.open(folder, KEY.verifierKey()).entry(1999)).isEqualTo(entry(1999));
    }
  }

  private void assertSound(long atLeast) {
    LogCheck.Report report = LogCheck.check(folder, KEY.verifierKey(), List.of());
    assertThat(report.findings()).isEmpty();
    assertThat(report.size()).isGreaterThanOrEqualTo(atLeast);
    assertThat(report.pending()).isZero();
  }

  static byte[] entry(long index) {
    return ("entry " + index).getBytes(StandardCharsets.UTF_8);
  }

  static List<byte[]> entries(int count, long from) {
    return Stream.iterate(from, i -> i + 1).limit(count).map(TileLogTest::entry).toList();
  }

  static Path journal(Path log) throws IOException {
    try (Stream<Path> files = Files.list(log.resolve("journal"))) {
      return files.sorted().toList().getLast();
    }
  }

  static void flip(Path file, int at) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    bytes[at] ^= 1;
    Files.write(file, bytes);
  }

  static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> paths = Files.walk(from)) {
      for (Path path : paths.toList()) {
        Path target = to.resolve(from.relativize(path).toString());
        if (Files.isDirectory(path)) {
          Files.createDirectories(target);
        } else {
          Files.copy(path, target);
        }
      }
    }
  }
}
