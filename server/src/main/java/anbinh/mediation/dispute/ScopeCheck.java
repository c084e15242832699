package anbinh.mediation.dispute;

import anbinh.mediation.NewMediation.ScopeAnswer;
import anbinh.mediation.ScopeQuestion;
import anbinh.platform.FieldProblem;
import anbinh.platform.Problem;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The answers to all questions of [ScopeQuestion], each given once.
///
/// @param yes those that stop a mediation
record ScopeCheck(Set<ScopeQuestion> yes) {
  public ScopeCheck {
    yes = Set.copyOf(yes);
  }

  /// Throws a [Problem] unless every question has one answer: a mediation is not let through by a
  /// question that nobody asked.
  public static ScopeCheck of(List<ScopeAnswer> answers) {
    Map<ScopeQuestion, Boolean> given = new EnumMap<>(ScopeQuestion.class);
    for (ScopeAnswer each : answers) {
      if (given.put(each.question(), each.yes()) != null) {
        throw Problem.invalid("answers", "answered-twice");
      }
    }
    if (given.size() < ScopeQuestion.values().length) {
      throw Problem.invalid(List.of(new FieldProblem("answers", "scope-incomplete")));
    }
    Set<ScopeQuestion> yes = EnumSet.noneOf(ScopeQuestion.class);
    given.forEach((question, answer) -> {
      if (answer) {
        yes.add(question);
      }
    });
    return new ScopeCheck(yes);
  }

  public boolean passed() {
    return yes.isEmpty();
  }

  /// Whether it is hidden and stays referred for good.
  public boolean guards() {
    return yes.stream().anyMatch(ScopeQuestion::guards);
  }

  /// In the order of the questions.
  List<ScopeQuestion> inOrder() {
    return yes.stream().sorted().toList();
  }
}
