package anbinh.measure.register;

import static org.assertj.core.api.Assertions.assertThat;

import anbinh.measure.register.MeasureContent.ChangeKind;
import anbinh.measure.register.MeasureContent.MeasureChange;
import anbinh.measure.register.MeasureContent.MeasurePaper;
import anbinh.measure.register.MeasureContent.MeasureTask;
import anbinh.measure.register.MeasureContent.TaskKind;
import anbinh.measure.register.MeasureContent.TaskResult;
import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class MeasureContentTest {
  private static final LocalDate DAY = LocalDate.of(2026, 11, 27);
  private static final MeasureContent CONTENT =
      new MeasureContent(
          "Quách Thị Thử Nghiệm",
          new UUID(1, 1),
          new MeasurePaper("77/QĐ-UBND", "Chủ tịch", DAY),
          "Điều",
          List.of(),
          null,
          List.of());

  @Test
  void theNextDayIsOfTheFirstTaskWithoutAResult() {
    assertThat(CONTENT.nextOn()).isNull();
    MeasureContent more =
        CONTENT.with(task(1, 9, null)).with(task(2, 3, TaskResult.DONE)).with(task(3, 5, null));
    assertThat(more.nextOn()).isEqualTo(DAY.plusDays(5));
    assertThat(more.tasks()).extracting(MeasureTask::dueOn).isSorted();
    MeasureContent done = more.with(task(3, 5, TaskResult.NOT_MET));
    assertThat(done.tasks()).hasSize(3);
    assertThat(done.nextOn()).isEqualTo(DAY.plusDays(9));
  }

  @Test
  void aPaperIsThereOnceWhateverItDoes() {
    MeasureContent waiting = CONTENT.waitingFor(change("80/QĐ-UBND"));
    assertThat(waiting.hasPaper("77/qđ-ubnd")).isTrue();
    assertThat(waiting.hasPaper("80/QĐ-UBND")).isTrue();
    assertThat(waiting.hasPaper("81/QĐ-UBND")).isFalse();
  }

  @Test
  void aPaperThatIsConfirmedWaitsNoMore() {
    MeasureContent changed = CONTENT.waitingFor(change("80/QĐ-UBND")).changed(change("81/QĐ-UBND"));
    assertThat(changed.waiting()).isNull();
    assertThat(changed.changes()).hasSize(1);
  }

  @Test
  void whatWaitedWhenOnlyExtensionsDidIsReadAsEver() {
    String kept =
        JsonMapper.shared()
            .writeValueAsString(CONTENT.waitingFor(change("80/QĐ-UBND")))
            .replace("\"waiting\"", "\"extension\"");
    assertThat(JsonMapper.shared().readValue(kept, MeasureContent.class))
        .isEqualTo(CONTENT.waitingFor(change("80/QĐ-UBND")));
  }

  @Test
  void neverPrintsWhomItIsAbout() {
    assertThat(CONTENT.waitingFor(change("80/QĐ-UBND")).with(task(1, 1, null)))
        .hasToString("MeasureContent[…]");
    assertThat(CONTENT.paper().toString()).doesNotContain("77");
  }

  /// No place in which somebody could be judged, or their belief or origin be written down: names,
  /// papers and fixed words are all there is.
  @Test
  void hasNoFieldForAJudgement() {
    assertThat(fields(MeasureContent.class))
        .containsExactlyInAnyOrder(
            "name", "villageId", "paper", "article", "changes", "waiting", "tasks");
    assertThat(fields(MeasureTask.class))
        .containsExactlyInAnyOrder("id", "task", "dueOn", "helperId", "result", "doneOn", "by");
    assertThat(fields(MeasureChange.class))
        .containsExactlyInAnyOrder("change", "paper", "until", "by", "at");
    assertThat(
            Stream.of(MeasureTask.class.getRecordComponents())
                .map(each -> each.getType().getSimpleName()))
        .doesNotContain("String");
  }

  private static List<String> fields(Class<? extends Record> type) {
    return Arrays.stream(type.getRecordComponents()).map(RecordComponent::getName).toList();
  }

  private static MeasureTask task(int id, int days, @Nullable TaskResult result) {
    return new MeasureTask(
        new UUID(0, id),
        TaskKind.VISIT,
        DAY.plusDays(days),
        null,
        result,
        result == null ? null : DAY,
        null);
  }

  private static MeasureChange change(String number) {
    return new MeasureChange(
        ChangeKind.EXTENDED,
        new MeasurePaper(number, "Chủ tịch", DAY),
        DAY.plusDays(90),
        new UUID(2, 2),
        Instant.EPOCH);
  }
}
