package anbinh.platform;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WrittenTextTest {
  @ParameterizedTest
  @ValueSource(
      strings = {"", " ", "\t\n", "\u00a0", "\u2007 \u202f", "\u3000", "\u2003\u00a0\r", "\u001f"})
  void blanksOfAnyKindAreNothing(String blanks) {
    assertThat(WrittenText.orNull(blanks)).isNull();
    assertThat(WrittenText.of(blanks)).isEmpty();
    var problems = new FieldProblems();
    WrittenText.require("reason", blanks, problems);
    assertThat(problems).containsExactly(new FieldProblem("reason", "required"));
  }

  @Test
  void whatIsWrittenIsKeptComposedAndWithoutBlanksAroundIt() {
    assertThat(WrittenText.of("\u00a0 Tổ\u00a0dân phố\u2009")).isEqualTo("Tổ\u00a0dân phố");
    assertThat(WrittenText.of("Vu\u0323")).isEqualTo("V\u1ee5");
    assertThat(WrittenText.orNull(null)).isNull();
    assertThat(WrittenText.orNull(" x ")).isEqualTo("x");
    var problems = new FieldProblems();
    WrittenText.require("reason", " x", problems);
    assertThat(problems).isEmpty();
  }
}
