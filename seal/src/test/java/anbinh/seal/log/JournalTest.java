package anbinh.seal.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalTest {
  @TempDir Path folder;

  @Test
  void givesBackEveryBatchInOrderOverSeveralFiles() throws IOException {
    List<Long> firsts = new ArrayList<>();
    try (Journal journal = new Journal(folder)) {
      long index = 0;
      for (int i = 0; i < 30; i++) {
        if (i % 7 == 0) {
          journal.roll(index);
        }
        firsts.add(index);
        journal.append(index, TileLogTest.entries(i + 1, index));
        index += i + 1;
      }
    }
    List<Journal.Recovered> batches = Journal.recover(folder, true);
    assertThat(batches).extracting(Journal.Recovered::firstIndex).isEqualTo(firsts);
    for (Journal.Recovered batch : batches) {
      for (int i = 0; i < batch.entries().size(); i++) {
        assertThat(batch.entries().get(i)).isEqualTo(TileLogTest.entry(batch.firstIndex() + i));
      }
    }
    assertThat(files()).hasSize(5);
  }

  @Test
  void forgetsTheFilesBelowAnIndexOnly() throws IOException {
    try (Journal journal = new Journal(folder)) {
      for (long first : List.of(0L, 10L, 20L)) {
        journal.roll(first);
        journal.append(first, TileLogTest.entries(10, first));
      }
      journal.forgetBelow(20);
      assertThat(Journal.recover(folder, false))
          .extracting(Journal.Recovered::firstIndex)
          .containsExactly(20L);
      journal.append(30, TileLogTest.entries(1, 30));
    }
    assertThat(Journal.recover(folder, false)).hasSize(2);
  }

  @Test
  void cutsTheTailAtEveryLengthAndOnlyWhenAsked() throws IOException {
    long whole;
    try (Journal journal = new Journal(folder)) {
      journal.roll(0);
      journal.append(0, TileLogTest.entries(2, 0));
      whole = Files.size(files().getFirst());
      journal.append(2, TileLogTest.entries(2, 2));
    }
    Path file = files().getFirst();
    byte[] both = Files.readAllBytes(file);
    for (int length = (int) whole; length < both.length; length++) {
      Files.write(file, java.util.Arrays.copyOf(both, length));
      assertThat(Journal.recover(folder, false)).hasSize(1);
      assertThat(Files.size(file)).isEqualTo(length);
      assertThat(Journal.recover(folder, true)).hasSize(1);
      assertThat(Files.size(file)).isEqualTo(whole);
    }
  }

  @Test
  void noticesEveryChangedByteOfABatchThatHasAnotherAfterIt() throws IOException {
    try (Journal journal = new Journal(folder)) {
      journal.roll(0);
      journal.append(0, TileLogTest.entries(2, 0));
      journal.append(2, TileLogTest.entries(2, 2));
    }
    Path file = files().getFirst();
    byte[] good = Files.readAllBytes(file);
    for (int at = 0; at < good.length / 2; at++) {
      byte[] bad = good.clone();
      bad[at] ^= (byte) (1 + at % 255);
      Files.write(file, bad);
      assertThatThrownBy(() -> Journal.recover(folder, true))
          .as("byte %d", at)
          .isInstanceOf(LogFailure.class)
          .hasMessageContaining("damaged at byte 0");
    }
  }

  @Test
  void refusesABadTailInAFileThatIsNotTheLast() throws IOException {
    try (Journal journal = new Journal(folder)) {
      journal.roll(0);
      journal.append(0, TileLogTest.entries(2, 0));
      journal.roll(2);
    }
    Path first = files().getFirst();
    Files.write(first, new byte[5], java.nio.file.StandardOpenOption.APPEND);
    assertThatThrownBy(() -> Journal.recover(folder, true)).isInstanceOf(LogFailure.class);
  }

  @Test
  void cutsRandomBytesAfterTheLastBatch() throws IOException {
    long seed = 42;
    Random random = new Random(seed);
    for (int round = 0; round < 50; round++) {
      Path log = folder.resolve("r" + round);
      try (Journal journal = new Journal(log)) {
        journal.roll(0);
        journal.append(0, TileLogTest.entries(3, 0));
      }
      byte[] junk = new byte[1 + random.nextInt(300)];
      random.nextBytes(junk);
      Files.write(
          log.resolve("00000000000000000000"), junk, java.nio.file.StandardOpenOption.APPEND);
      assertThat(Journal.recover(log, true)).as("seed %d, round %d", seed, round).hasSize(1);
    }
  }

  @Test
  void writesNothingOnceClosed() throws IOException {
    Journal journal = new Journal(folder);
    assertThat(journal.isOpen()).isFalse();
    journal.roll(0);
    assertThat(journal.isOpen()).isTrue();
    journal.close();
    assertThatThrownBy(() -> journal.append(0, TileLogTest.entries(1, 0)))
        .isInstanceOf(IOException.class);
    assertThat(Journal.recover(folder.resolve("none"), true)).isEmpty();
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.sorted().toList();
    }
  }
}
