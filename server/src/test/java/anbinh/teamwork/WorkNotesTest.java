package anbinh.teamwork;

import static org.assertj.core.api.Assertions.assertThat;

import anbinh.platform.FieldProblem;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class WorkNotesTest {
  private final List<FieldProblem> problems = new ArrayList<>();

  @Test
  void aNumberThatFindsSomebodyIsAProblemOfItsField() {
    WorkNotes.require("words", "Gặp xe 36B1-123.45 ở chợ", problems);
    WorkNotes.require("reason", "Gọi 113, 114, 115", problems);

    assertThat(problems).containsExactly(new FieldProblem("words", "team-words-number"));
  }
}
