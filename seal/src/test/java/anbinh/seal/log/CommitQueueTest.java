package anbinh.seal.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class CommitQueueTest {
  @Test
  @Timeout(20)
  void gathersWhatComesWhileItCommits() throws InterruptedException {
    CountDownLatch began = new CountDownLatch(1);
    CountDownLatch go = new CountDownLatch(1);
    List<List<Integer>> commits = Collections.synchronizedList(new ArrayList<>());
    try (CommitQueue<Integer> queue =
        new CommitQueue<>(
            "test",
            work -> {
              commits.add(work);
              began.countDown();
              awaitQuietly(go);
            })) {
      assertThat(queue.add(0)).isTrue();
      began.await();
      for (int i = 1; i < 100; i++) {
        assertThat(queue.add(i)).isTrue();
      }
      go.countDown();
    }
    assertThat(commits).hasSize(2);
    assertThat(commits.get(0)).containsExactly(0);
    assertThat(commits.get(1)).hasSize(99).isSorted();
  }

  @Test
  @Timeout(20)
  void commitsEverythingBeforeItCloses() throws InterruptedException {
    List<Integer> committed = Collections.synchronizedList(new ArrayList<>());
    CommitQueue<Integer> queue = new CommitQueue<>("test", committed::addAll);
    List<Thread> threads = new ArrayList<>();
    for (int t = 0; t < 8; t++) {
      threads.add(
          Thread.ofVirtual()
              .start(() -> {
                for (int i = 0; i < 1000; i++) {
                  assertThat(queue.add(i)).isTrue();
                }
              }));
    }
    for (Thread thread : threads) {
      thread.join();
    }
    queue.close();
    queue.close();
    assertThat(committed).hasSize(8000);
    assertThat(queue.add(1)).isFalse();
    assertThat(committed).hasSize(8000);
  }

  @Test
  @Timeout(20)
  void closesForAnInterruptedThreadAndKeepsTheInterrupt() {
    CommitQueue<Integer> queue = new CommitQueue<>("test", work -> {});
    assertThat(queue.add(1)).isTrue();
    Thread.currentThread().interrupt();
    queue.close();
    assertThat(Thread.interrupted()).isTrue();
  }

  private static void awaitQuietly(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
