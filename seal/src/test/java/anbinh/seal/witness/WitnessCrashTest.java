package anbinh.seal.witness;

import static org.assertj.core.api.Assertions.assertThat;

import anbinh.seal.note.Note;
import anbinh.seal.note.SigningKey;
import anbinh.seal.note.WitnessKey;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Kills a witness again and again while somebody with the log's key offers two histories at once.
class WitnessCrashTest {
  private static final int ROUNDS = 12;
  private static final int CLIENTS = 6;
  private static final int ANSWERS = 8;
  private static final long FORK = 10;

  @TempDir Path root;

  private final SigningKey key = SigningKey.generate("anbinh.example/log");
  private final List<MemoryLog> histories =
      List.of(new MemoryLog(key, "a", FORK), new MemoryLog(key, "b", FORK));
  private final Map<Long, String> cosigned = new ConcurrentHashMap<>();
  private final AtomicLong largest = new AtomicLong();
  private final AtomicInteger answers = new AtomicInteger();
  private final List<String> wrong = Collections.synchronizedList(new ArrayList<>());

  @Test
  void neverCosignsTwoHistoriesNorASmallerHeadAfterALarger() throws Exception {
    long seed = 20261125;
    Random random = new Random(seed);
    WitnessKey first = null;
    for (int round = 0; round < ROUNDS; round++) {
      WitnessProcess witness = WitnessProcess.start(root.resolve("w"), key.verifierKey());
      if (first == null) {
        first = witness.key();
      }
      assertThat(witness.key()).isEqualTo(first);
      List<Thread> clients = new ArrayList<>();
      for (int c = 0; c < CLIENTS; c++) {
        Random own = new Random(random.nextLong());
        MemoryLog history = histories.get(c % 2);
        clients.add(Thread.ofPlatform().start(() -> offer(witness, history, own)));
      }
      awaitAnswers(answers.get() + ANSWERS);
      Thread.sleep(random.nextInt(200));
      witness.kill();
      for (Thread client : clients) {
        client.join();
      }
    }
    assertThat(wrong).as("seed %d", seed).isEmpty();
    try (WitnessProcess witness = WitnessProcess.start(root.resolve("w"))) {
      String path = WatchedLog.hash("anbinh.example/log") + "/checkpoint";
      TreeHead head = TreeHead.parse(Note.parse(witness.get(path, "en").body()));
      assertThat(head.size()).isGreaterThanOrEqualTo(largest.get());
    }
  }

  /// However slow the machine is, each round has something that a kill could undo.
  private void awaitAnswers(int count) throws InterruptedException {
    long deadline = System.nanoTime() + Duration.ofSeconds(60).toNanos();
    while (answers.get() < count) {
      assertThat(System.nanoTime()).as("answers: %s", answers).isLessThan(deadline);
      Thread.sleep(2);
    }
  }

  private void offer(WitnessProcess witness, MemoryLog history, Random random) {
    long known = 0;
    while (true) {
      long size = known + random.nextInt(4);
      long before = largest.get();
      WitnessProcess.Answer answer;
      try {
        answer = witness.add(history.request(known, size));
      } catch (IOException killed) {
        return;
      }
      if (answer.status() == 200) {
        Note head = history.head(size);
        Note full = head.with(Note.parseSignatures(answer.body()).getFirst());
        if (!(witness.key().check(full) instanceof WitnessKey.Answer.Cosigned)) {
          wrong.add("a cosignature of size " + size + " does not fit");
        }
        String other = cosigned.putIfAbsent(size, head.text());
        if (other != null && !other.equals(head.text())) {
          wrong.add("two heads of size " + size);
        }
        if (size < before) {
          wrong.add("size " + size + " after " + before);
        }
        largest.accumulateAndGet(size, Math::max);
        answers.incrementAndGet();
        known = size;
      } else if (answer.status() == 409) {
        known = Long.parseLong(answer.body().strip());
      }
    }
  }
}
