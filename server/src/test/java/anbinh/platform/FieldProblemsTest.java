package anbinh.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class FieldProblemsTest {
  private final FieldProblems problems = new FieldProblems();

  @Test
  void letsABodyPassOfWhichNothingIsWrong() {
    problems.requireNone();
    assertThat(problems).isEmpty();
  }

  @Test
  void namesEveryFieldInTheOrderOfTheRules() {
    problems.reject("on", "past-or-present");
    problems.addAll(List.of(new FieldProblem("name", "required")));
    problems.reject("votes", "size", 3, 1);
    assertThatThrownBy(problems::requireNone)
        .isInstanceOfSatisfying(
            Problem.class,
            problem -> {
              assertThat(problem.code()).isEqualTo(PlatformProblem.INVALID);
              assertThat(problem.fields())
                  .containsExactly(
                      new FieldProblem("on", "past-or-present"),
                      new FieldProblem("name", "required"),
                      new FieldProblem("votes", "size", List.of(3, 1)));
            });
  }

  @Test
  void aCopyOfWhatOtherRulesFoundDoesNotChangeIt() {
    List<FieldProblem> found = List.of(new FieldProblem("name", "required"));
    var more = new FieldProblems(found);
    more.reject("on", "required");
    assertThat(more).hasSize(2);
    assertThat(found).hasSize(1);
  }
}
