package anbinh.standard.assessment;

import anbinh.standard.criteria.AnswerKind;
import anbinh.standard.criteria.Criterion;
import anbinh.standard.criteria.StandardParticipant;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Signs that something may not have been recorded: criteria 4.4.a and c are met more easily by who
/// writes less down. Each is a question to who appraises; none is a verdict, and none changes an
/// answer or a result. Pure.
final class Signals {
  /// What is many in a year, so that nothing in the next one is remarkable.
  static final int MANY = 5;

  /// Faster than this nobody thinks about fourteen criteria.
  static final Duration QUICK = Duration.ofMinutes(15);

  /// So many units at least are needed to say anything about all of them.
  static final int SOME_UNITS = 5;

  /// So many meetings with the same attendance are no chance.
  static final int SAME_MEETINGS = 3;

  private Signals() {}

  /// A question to who appraises.
  ///
  /// @param criterion that it is about; null for all of them
  /// @param numbers that its words use, in their order
  record SignalQuestion(Kind kind, @Nullable String criterion, List<Long> numbers) {
    SignalQuestion {
      numbers = List.copyOf(numbers);
    }

    static SignalQuestion of(Kind kind, @Nullable String criterion, long... numbers) {
      return new SignalQuestion(kind, criterion, Arrays.stream(numbers).boxed().toList());
    }
  }

  enum Kind {
    /// Many last year, none this year.
    FELL_TO_ZERO,
    /// Last year's number is another one than last year's assessment had.
    OTHER_LAST_YEAR,
    /// What the numbers say is not what the answer says.
    NUMBERS_DISAGREE,
    /// Word by word what was written last year.
    SAME_WORDS,
    /// Made in a few minutes.
    QUICK,
    /// Every unit of its kind in the commune says that all is met.
    EVERY_UNIT,
    /// As many came as to the meetings elsewhere.
    SAME_ATTENDANCE,
    /// Not of all bodies of article 9.1 somebody came.
    NOT_ALL_CAME
  }

  /// How the other units of its kind in the commune stand, itself among them.
  ///
  /// @param sent that assessed themselves
  /// @param allMet of those, that say that all criteria are met
  /// @param attendances of the last meeting of each, as attended and asked
  record Neighbours(int sent, int allMet, List<List<Integer>> attendances) {
    Neighbours {
      attendances = List.copyOf(attendances);
    }
  }

  static List<SignalQuestion> of(
      Dossier now,
      @Nullable Dossier lastYear,
      @Nullable MeetingMinutes minutes,
      List<StandardParticipant> participants,
      Neighbours neighbours) {
    List<SignalQuestion> questions = new ArrayList<>();
    for (Criterion criterion : now.criteria()) {
      now.answer(criterion.code())
          .ifPresent(answer -> {
            fellToZero(criterion, answer).ifPresent(questions::add);
            if (lastYear != null) {
              otherLastYear(criterion, answer, lastYear.answer(criterion.code()).orElse(null))
                  .ifPresent(questions::add);
            }
            if (answer.disagrees(criterion)) {
              questions.add(SignalQuestion.of(Kind.NUMBERS_DISAGREE, criterion.code()));
            }
          });
    }
    if (lastYear != null) {
      sameWords(now, lastYear).ifPresent(questions::add);
    }
    quick(now).ifPresent(questions::add);
    everyUnit(neighbours).ifPresent(questions::add);
    if (minutes != null) {
      sameAttendance(minutes, neighbours.attendances()).ifPresent(questions::add);
      notAllCame(minutes, participants).ifPresent(questions::add);
    }
    return questions;
  }

  static Optional<SignalQuestion> fellToZero(Criterion criterion, Answer answer) {
    Integer number = answer.number();
    Integer against = answer.against();
    return criterion.answer() == AnswerKind.LAST_YEAR
            && number != null
            && number == 0
            && against != null
            && against >= MANY
        ? Optional.of(SignalQuestion.of(Kind.FELL_TO_ZERO, criterion.code(), against))
        : Optional.empty();
  }

  static Optional<SignalQuestion> otherLastYear(
      Criterion criterion, Answer answer, @Nullable Answer lastYear) {
    Integer said = answer.against();
    Integer recorded = lastYear == null ? null : lastYear.number();
    return criterion.answer() == AnswerKind.LAST_YEAR
            && said != null
            && recorded != null
            && !said.equals(recorded)
        ? Optional.of(SignalQuestion.of(Kind.OTHER_LAST_YEAR, criterion.code(), said, recorded))
        : Optional.empty();
  }

  static Optional<SignalQuestion> sameWords(Dossier now, Dossier lastYear) {
    List<String> words = words(now);
    return words.size() >= SAME_MEETINGS && words.equals(words(lastYear))
        ? Optional.of(SignalQuestion.of(Kind.SAME_WORDS, null, words.size()))
        : Optional.empty();
  }

  private static List<String> words(Dossier dossier) {
    return dossier.criteria().stream()
        .map(each -> dossier.versions(each.code()).stream().filter(one -> !one.appraisal()))
        .map(versions -> versions.reduce((_, later) -> later).map(Answer::reason))
        .flatMap(Optional::stream)
        .filter(Objects::nonNull)
        .toList();
  }

  /// From the first answer to the first sending.
  static Optional<SignalQuestion> quick(Dossier now) {
    Optional<Instant> began = now.answers().stream().map(Answer::at).min(Comparator.naturalOrder());
    Optional<Instant> sent =
        now.steps().stream()
            .filter(each -> each.kind() == StandardStep.Kind.SELF_ASSESSED)
            .map(StandardStep::at)
            .findFirst();
    return began.flatMap(from ->
        sent.map(to -> Duration.between(from, to))
            .filter(taken -> taken.compareTo(QUICK) < 0)
            .map(taken ->
                SignalQuestion.of(Kind.QUICK, null, taken.toMinutes(), now.criteria().size())));
  }

  static Optional<SignalQuestion> everyUnit(Neighbours neighbours) {
    return neighbours.sent() >= SOME_UNITS && neighbours.allMet() == neighbours.sent()
        ? Optional.of(SignalQuestion.of(Kind.EVERY_UNIT, null, neighbours.sent()))
        : Optional.empty();
  }

  static Optional<SignalQuestion> notAllCame(
      MeetingMinutes minutes, List<StandardParticipant> participants) {
    List<StandardParticipant> asked =
        participants.stream().filter(each -> !minutes.nonexistent().contains(each.code())).toList();
    long came = asked.stream().filter(each -> minutes.came().contains(each.code())).count();
    return came < asked.size()
        ? Optional.of(SignalQuestion.of(Kind.NOT_ALL_CAME, null, came, asked.size()))
        : Optional.empty();
  }

  static Optional<SignalQuestion> sameAttendance(
      MeetingMinutes minutes, Collection<List<Integer>> attendances) {
    long same =
        attendances.stream()
            .filter(each -> each.equals(List.of(minutes.attended(), minutes.households())))
            .count();
    return same >= SAME_MEETINGS
        ? Optional.of(
            SignalQuestion.of(
                Kind.SAME_ATTENDANCE, null, same, minutes.attended(), minutes.households()))
        : Optional.empty();
  }
}
