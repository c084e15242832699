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

  @Test
  void wordsAreFoundHoweverTheyAreWritten() {
    assertThat(FoldedText.words("Văn Miếu – Quốc Tử Giám, 2")).isEqualTo("van mieu quoc tu giam 2");
    assertThat(FoldedText.words("Hoằng Hoá")).isEqualTo(FoldedText.words("Hoằng Hóa"));
    assertThat(FoldedText.words("Đồng Tiến")).isEqualTo(FoldedText.words("Đông Tiến"));
    assertThat(FoldedText.words(" Bá  Thước ")).isEqualTo("ba thuoc");
    assertThat(FoldedText.words("%_")).isEmpty();
    assertThat(FoldedText.words("Trộm xe máy, Bá Thước (đường 217)"))
        .isEqualTo("trom xe may ba thuoc duong 217");
    assertThat(FoldedText.words("100%_\\")).isEqualTo("100");
    assertThat(FoldedText.words("Ðông Tiến، «А1»")).isEqualTo("dong tien а1");
  }

  @Test
  void accentedWordsTellNamesApartAndNotTheirSpellings() {
    for (String[] pair :
        new String[][] {
          {"Hoằng Hoá", "Hoằng Hóa"},
          {"Thuỷ", "Thủy"},
          {"QUẢNG XƯƠNG", "quảng xương"},
          {"Thọ Xuân", Normalizer.normalize("Thọ Xuân", Normalizer.Form.NFD)},
          {"Ngoè", "Ngòe"},
          {"Bậc-Sơn", "bậc sơn"}
        }) {
      assertThat(FoldedText.accentedWords(pair[0])).isEqualTo(FoldedText.accentedWords(pair[1]));
    }
    for (String[] pair :
        new String[][] {{"Đồng Tiến", "Đông Tiến"}, {"Da", "Đa"}, {"Hòa", "Hóa"}, {"Tư", "Tu"}}) {
      assertThat(FoldedText.accentedWords(pair[0])).isNotEqualTo(FoldedText.accentedWords(pair[1]));
    }
  }
}
