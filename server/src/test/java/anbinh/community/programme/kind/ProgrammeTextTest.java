package anbinh.community.programme.kind;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import anbinh.platform.FieldProblem;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProgrammeTextTest {
  private final List<FieldProblem> problems = new ArrayList<>();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "gọi 0912 345 678",
        "CCCD 038085000001",
        "0912.345.678",
        "84-91-234-5678",
        "123 456 789",
        "912.345.678",
        "(0912) 345 678",
        "0912  345 678",
        "0912\u00a0345\u00a0678",
        "0912–345–678",
        "0912/345/678",
        "0912,345,678",
        "٠٩١٢ ٣٤٥ ٦٧٨",
        "09 12.345.678",
        "0912 345.678 đồng chí Tâm, ngày 24/11/2026"
      })
  void refusesNumbersThatPointAtAPerson(String text) {
    ProgrammeText.requireNoNumbers("outcome", text, problems);

    assertThat(problems).containsExactly(new FieldProblem("outcome", "programme-personal-number"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Nghị quyết 27/2024/NQ-HĐND",
        "46 người, 21 nữ",
        "ngày 24/11/2026",
        "120.500.000 đồng",
        "912.345.678 VND",
        "quỹ 1.200.000.000 đ",
        "20.11.2025 25.11.2025",
        "từ 24/11/2026 – 25/11/2026, 26/11",
        "1.200.000 2.300.000",
        "các buổi có 46, 38, 41, 52, 60 người",
        "giai đoạn 2025 - 2030"
      })
  void leavesOtherNumbers(String text) {
    ProgrammeText.requireNoNumbers("outcome", text, problems);

    assertThat(problems).isEmpty();
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
