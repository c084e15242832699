package anbinh.notification.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import anbinh.notification.inbox.News.Item;
import anbinh.worklist.WorklistEntry;
import anbinh.worklist.WorklistKind;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class NewsTest {
  private static final Instant START = Instant.parse("2026-11-24T02:00:00Z");
  private static final Duration REPEAT = Duration.ofMinutes(5);

  private Collection<Seen> seen = new ArrayList<>();
  private Instant now = START;

  private List<Item> next(WorklistEntry... entries) {
    News news = News.between(seen, Arrays.asList(entries), REPEAT, now);
    seen = news.seen();
    return news.items();
  }

  private static WorklistEntry entry(WorklistKind kind, int count, int overdue) {
    return new WorklistEntry(kind, count, overdue, null);
  }

  private static WorklistEntry entry(WorklistKind kind, int count, @Nullable Instant latest) {
    return new WorklistEntry(kind, count, 0, null, latest);
  }

  @Test
  void tellsOfWhatIsMoreAndOfNothingElse() {
    assertThat(next(entry(WorklistKind.REQUEST_DECISION, 2, 0)))
        .containsExactly(new Item(WorklistKind.REQUEST_DECISION, Reason.MORE, 2, false));
    assertThat(next(entry(WorklistKind.REQUEST_DECISION, 2, 0))).isEmpty();
    assertThat(next(entry(WorklistKind.REQUEST_DECISION, 1, 0))).isEmpty();
    assertThat(next()).isEmpty();
    assertThat(next(entry(WorklistKind.REQUEST_DECISION, 1, 0), entry(WorklistKind.FINDING, 3, 0)))
        .containsExactly(
            new Item(WorklistKind.REQUEST_DECISION, Reason.MORE, 1, false),
            new Item(WorklistKind.FINDING, Reason.MORE, 3, false));
  }

  @Test
  void tellsOfWhatIsOverdueNow() {
    next(entry(WorklistKind.REQUEST_DECISION, 3, 1));
    assertThat(next(entry(WorklistKind.REQUEST_DECISION, 3, 2)))
        .containsExactly(new Item(WorklistKind.REQUEST_DECISION, Reason.OVERDUE, 1, false));
    assertThat(next(entry(WorklistKind.REQUEST_DECISION, 2, 1))).isEmpty();
  }

  @Test
  void tellsNobodyOfWhatTheyBeganThemselvesUntilItIsOverdue() {
    assertThat(next(entry(WorklistKind.SITUATION_FOLLOW_UP, 1, START))).isEmpty();
    assertThat(next(entry(WorklistKind.SITUATION_FOLLOW_UP, 2, 1)))
        .containsExactly(new Item(WorklistKind.SITUATION_FOLLOW_UP, Reason.OVERDUE, 1, false));
  }

  @Test
  void noticesOneThatCameWhileAnotherWasDone() {
    next(entry(WorklistKind.SITUATION_RECEIPT, 1, START));
    assertThat(next(entry(WorklistKind.SITUATION_RECEIPT, 1, START))).isEmpty();
    assertThat(next(entry(WorklistKind.SITUATION_RECEIPT, 1, START.plusSeconds(7))))
        .containsExactly(new Item(WorklistKind.SITUATION_RECEIPT, Reason.MORE, 1, false));
    assertThat(next()).isEmpty();
    assertThat(next(entry(WorklistKind.SITUATION_RECEIPT, 1, START.plusSeconds(9)))).hasSize(1);
  }

  @Test
  void tellsOfADangerAgainUntilSomebodyReceivesIt() {
    WorklistEntry danger = entry(WorklistKind.SITUATION_DANGER, 1, START);
    assertThat(next(danger))
        .containsExactly(new Item(WorklistKind.SITUATION_DANGER, Reason.MORE, 1, true));
    List<Long> minutes = new ArrayList<>();
    for (int minute = 1; minute <= 200; minute++) {
      now = START.plus(Duration.ofMinutes(minute));
      if (!next(danger).isEmpty()) {
        minutes.add((long) minute);
      }
    }
    assertThat(minutes).containsExactly(5L, 15L, 35L, 75L, 135L, 195L);
    assertThat(next()).isEmpty();
    now = now.plus(Duration.ofHours(2));
    assertThat(next()).isEmpty();
  }

  @Test
  void anotherDangerIsToldAtOnce() {
    next(entry(WorklistKind.SITUATION_DANGER, 1, START));
    now = START.plusSeconds(20);
    assertThat(next(entry(WorklistKind.SITUATION_DANGER, 2, now)))
        .containsExactly(new Item(WorklistKind.SITUATION_DANGER, Reason.MORE, 1, true));
  }

  @Test
  void aCameraThatComesAndGoesIsToldOnce() {
    int told = 0;
    for (int i = 0; i < 30; i++) {
      now = now.plusSeconds(20);
      told += next(entry(WorklistKind.CAMERA_NOT_RECORDING, i % 2, i % 2)).size();
    }
    assertThat(told).isOne();
    assertThat(next(entry(WorklistKind.CAMERA_NOT_RECORDING, 2, 2)))
        .containsExactly(new Item(WorklistKind.CAMERA_NOT_RECORDING, Reason.MORE, 1, true));
    next();
    now = now.plus(Duration.ofMinutes(31));
    assertThat(next(entry(WorklistKind.CAMERA_NOT_RECORDING, 1, 1))).hasSize(1);
  }

  @Test
  void camerasOfOneSwitchAreToldOnceAlsoWhereALookPartsThem() {
    assertThat(next(entry(WorklistKind.CAMERA_NOT_RECORDING, 2, 2)))
        .containsExactly(new Item(WorklistKind.CAMERA_NOT_RECORDING, Reason.MORE, 2, true));
    now = now.plusSeconds(20);
    assertThat(next(entry(WorklistKind.CAMERA_NOT_RECORDING, 6, 6))).isEmpty();
    now = now.plusSeconds(20);
    assertThat(next(entry(WorklistKind.CAMERA_NOT_RECORDING, 7, 7)))
        .containsExactly(new Item(WorklistKind.CAMERA_NOT_RECORDING, Reason.MORE, 1, true));
  }
}
