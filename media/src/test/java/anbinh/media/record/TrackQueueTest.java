package anbinh.media.record;

import static org.assertj.core.api.Assertions.assertThat;

import anbinh.media.AccessUnit;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class TrackQueueTest {
  private static final QueueMemory AMPLE = new QueueMemory(1 << 30);

  @Test
  void dropsUpToTheNextKeyPictureThatFits() {
    TrackQueue queue = new TrackQueue(3, 1 << 20, AMPLE);
    queue.offer(unit(true, 10));
    queue.offer(unit(false, 10));
    queue.offer(unit(false, 10));
    queue.offer(unit(false, 10));
    queue.offer(unit(true, 10));
    assertThat(queue.swap(new ArrayList<>()))
        .hasSize(4)
        .last()
        .isEqualTo(new TrackQueue.Event.Overflow(2));
    queue.offer(unit(false, 10));
    queue.offer(unit(true, 10));
    assertThat(queue.swap(new ArrayList<>()))
        .hasSize(2)
        .first()
        .isEqualTo(new TrackQueue.Event.Overflow(1));
    assertThat(queue.isEmpty()).isTrue();
  }

  @Test
  void isBoundedByBytes() {
    TrackQueue queue = new TrackQueue(100, 1000, AMPLE);
    for (int i = 0; i < 5; i++) {
      queue.offer(unit(true, 300));
    }
    assertThat(queue.pictures()).isEqualTo(3);
  }

  @Test
  void sharesItsMemoryWithOtherQueues() {
    QueueMemory memory = new QueueMemory(1000);
    TrackQueue one = new TrackQueue(100, 1 << 20, memory);
    TrackQueue other = new TrackQueue(100, 1 << 20, memory);
    one.offer(unit(true, 600));
    other.offer(unit(true, 600));
    other.offer(unit(true, 300));
    assertThat(other.swap(new ArrayList<>()))
        .hasSize(2)
        .first()
        .isEqualTo(new TrackQueue.Event.Overflow(1));
    one.swap(new ArrayList<>());
    other.offer(unit(true, 1000));
    assertThat(other.pictures()).isEqualTo(1);
  }

  @Test
  void isBoundedForEventsOtherThanPictures() {
    TrackQueue queue = new TrackQueue(10, 1000, AMPLE);
    for (int i = 0; i < 5000; i++) {
      queue.offer(new TrackQueue.Event.Loss(1));
    }
    assertThat(queue.swap(new ArrayList<>())).hasSize(1024);
  }

  @RepeatedTest(20)
  void accountsForEveryPicture(RepetitionInfo repetition) {
    Random random = new Random(repetition.getCurrentRepetition());
    TrackQueue queue = new TrackQueue(20, 4000, AMPLE);
    int taken = 0;
    int dropped = 0;
    boolean needsKey = false;
    int offered = 2000;
    for (int i = 0; i < offered; i++) {
      queue.offer(unit(random.nextInt(10) == 0, 50 + random.nextInt(300)));
      if (i == offered - 1 || random.nextInt(15) == 0) {
        for (TrackQueue.Event event : List.copyOf(queue.swap(new ArrayList<>()))) {
          switch (event) {
            case TrackQueue.Event.Picture(AccessUnit unit) -> {
              taken++;
              assertThat(needsKey && !unit.key()).isFalse();
              needsKey = false;
            }
            case TrackQueue.Event.Overflow(int pictures) -> {
              dropped += pictures;
              needsKey = true;
            }
            case TrackQueue.Event.Format format -> throw new AssertionError(format);
            case TrackQueue.Event.Loss loss -> throw new AssertionError(loss);
            case TrackQueue.Event.Report report -> throw new AssertionError(report);
            case TrackQueue.Event.State state -> throw new AssertionError(state);
          }
        }
      }
    }
    assertThat(taken + dropped).isEqualTo(offered);
  }

  private static AccessUnit unit(boolean key, int bytes) {
    return new AccessUnit(ByteBuffer.allocate(bytes), 0, key, false, 0, Instant.EPOCH);
  }
}
