package anbinh.community.team.unit;

import static org.assertj.core.api.Assertions.assertThat;

import anbinh.platform.FieldProblem;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class WorkWordsTest {
  private final List<FieldProblem> problems = new ArrayList<>();

  @Test
  void aNumberThatFindsSomebodyIsAProblemOfItsField() {
    WorkWords.require("words", "Gặp xe 36B1-123.45 ở chợ", problems);
    WorkWords.require("reason", "Gọi 113, 114, 115", problems);

    assertThat(problems).containsExactly(new FieldProblem("words", "team-words-number"));
  }
}
