package anbinh.teamwork;

import static org.assertj.core.api.Assertions.assertThat;

import anbinh.platform.FieldProblem;
import anbinh.platform.FieldProblems;
import org.junit.jupiter.api.Test;

class WorkNotesTest {
  private final FieldProblems problems = new FieldProblems();

  @Test
  void aNumberThatFindsSomebodyIsAProblemOfItsField() {
    WorkNotes.require("words", "Gặp xe 36B1-123.45 ở chợ", problems);
    WorkNotes.require("reason", "Gọi 113, 114, 115", problems);

    assertThat(problems).containsExactly(new FieldProblem("words", "team-words-number"));
  }
}
