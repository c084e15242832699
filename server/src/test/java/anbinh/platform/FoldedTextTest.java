package anbinh.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import org.junit.jupiter.api.Test;

class FoldedTextTest {
  @Test
  void dropsAccentsToneMarksAndCapitals() {
    assertThat(FoldedText.of(" Đồng Tâm — Cổng chợ ")).isEqualTo("dong tam — cong cho");
  }

  @Test
  void foldsComposedAndDecomposedTextAlike() {
    String composed = "Ngã tư Lý Thường Kiệt";
    assertThat(FoldedText.of(Normalizer.normalize(composed, Normalizer.Form.NFD)))
        .isEqualTo(FoldedText.of(composed));
  }
}
