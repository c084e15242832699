package anbinh.measure.register;

import com.fasterxml.jackson.annotation.JsonAlias;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Whom a measure is about, on which papers it rests, and what was done: one value, encrypted.
/// There is no field for a judgement, a belief or an ethnicity. Never printed.
///
/// @param villageId where they live
/// @param article of the law, as the paper names it
/// @param changes by later papers
/// @param waiting a later paper that waits for the chair; null for none
public record MeasureContent(
    String name,
    UUID villageId,
    MeasurePaper paper,
    String article,
    List<MeasureChange> changes,
    @JsonAlias("extension") @Nullable MeasureChange waiting,
    List<MeasureTask> tasks) {
  public MeasureContent {
    changes = List.copyOf(changes);
    tasks = List.copyOf(tasks);
  }

  /// @param organ that decided
  public record MeasurePaper(String number, String organ, LocalDate on) {
    @Override
    public String toString() {
      return "MeasurePaper[…]";
    }
  }

  /// What another paper can do with a measure.
  public enum ChangeKind {
    /// It ends earlier than before.
    SHORTENED,
    SUSPENDED,
    RESUMED,
    ENDED_EARLY,
    /// It ends later, by a new decision that the chair confirms as they confirmed the first.
    EXTENDED
  }

  /// @param until the end date from then on
  public record MeasureChange(
      ChangeKind change, MeasurePaper paper, LocalDate until, UUID by, Instant at) {
    @Override
    public String toString() {
      return "MeasureChange[…]";
    }
  }

  /// What helpers do; a closed list, so that nobody writes down what they think of somebody.
  public enum TaskKind {
    VISIT,
    LEGAL_ADVICE,
    IDENTITY_PAPERS,
    SCHOOL,
    VOCATIONAL_TRAINING,
    JOB,
    HEALTH_CARE,
    SOCIAL_BENEFIT,
    FAMILY_SUPPORT
  }

  public enum TaskResult {
    DONE,
    PARTLY_DONE,
    NOT_MET,
    NO_LONGER_NEEDED
  }

  /// @param helperId whose it is; null for whoever helps
  /// @param result null while nothing came of it
  public record MeasureTask(
      UUID id,
      TaskKind task,
      LocalDate dueOn,
      @Nullable UUID helperId,
      @Nullable TaskResult result,
      @Nullable LocalDate doneOn,
      @Nullable UUID by) {
    @Override
    public String toString() {
      return "MeasureTask[…]";
    }
  }

  MeasureContent changed(MeasureChange change) {
    return new MeasureContent(name, villageId, paper, article, plus(changes, change), null, tasks);
  }

  MeasureContent waitingFor(@Nullable MeasureChange requested) {
    return new MeasureContent(name, villageId, paper, article, changes, requested, tasks);
  }

  MeasureContent with(MeasureTask task) {
    return new MeasureContent(
        name,
        villageId,
        paper,
        article,
        changes,
        waiting,
        Stream.concat(tasks.stream().filter(each -> !each.id().equals(task.id())), Stream.of(task))
            .sorted(Comparator.comparing(MeasureTask::dueOn).thenComparing(MeasureTask::id))
            .toList());
  }

  Optional<MeasureTask> findTask(UUID id) {
    return tasks.stream().filter(each -> each.id().equals(id)).findFirst();
  }

  /// The day of the first task of which nothing came yet.
  @Nullable LocalDate nextOn() {
    return nextOn(_ -> true);
  }

  /// The same of some of them.
  @Nullable LocalDate nextOn(Predicate<MeasureTask> some) {
    return tasks.stream()
        .filter(each -> each.result() == null && some.test(each))
        .map(MeasureTask::dueOn)
        .min(Comparator.naturalOrder())
        .orElse(null);
  }

  /// Whether it rests on a paper of this number already.
  boolean hasPaper(String number) {
    return Stream.concat(
            Stream.of(paper),
            Stream.concat(changes.stream(), Stream.ofNullable(waiting)).map(MeasureChange::paper))
        .anyMatch(each -> each.number().equalsIgnoreCase(number));
  }

  private static <T> List<T> plus(List<T> list, T one) {
    var more = new ArrayList<>(list);
    more.add(one);
    return more;
  }

  @Override
  public String toString() {
    return "MeasureContent[…]";
  }
}
