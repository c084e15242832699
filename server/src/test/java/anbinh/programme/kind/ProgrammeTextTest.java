package anbinh.programme.kind;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import anbinh.platform.FieldProblem;
import anbinh.platform.FieldProblems;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProgrammeTextTest {
  private final FieldProblems problems = new FieldProblems();

  @Test
  void refusesNumbersThatPointAtAPersonAndLeavesOthers() {
    ProgrammeText.requireNoNumbers("outcome", "gọi 0912 345 678", problems);
    ProgrammeText.requireNoNumbers("what", "quỹ 1.200.000.000 đ", problems);

    assertThat(problems).containsExactly(new FieldProblem("outcome", "programme-personal-number"));
  }

  @Test
  void namesEachLineThatIsEmptyOrThereTwice() {
    List<String> lines =
        ProgrammeText.lines("rules", List.of(" Họp quý ", "Họp quý", "\u00a0\u2003"), problems);

    assertThat(lines).first().isEqualTo("Họp quý");
    assertThat(problems)
        .extracting(FieldProblem::field, FieldProblem::code)
        .contains(tuple("rules[1]", "programme-line-twice"));
  }
}
