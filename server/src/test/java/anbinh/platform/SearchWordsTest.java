package anbinh.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SearchWordsTest {
  @Test
  void wordsAreFoldedAndStandOnce() {
    assertThat(SearchWords.parse("  Đỗ  thị\tẨN đỗ ").words()).containsExactly("do", "thi", "an");
    assertThat(SearchWords.parse("Bá Thước, (Thanh Hóa)").words())
        .containsExactly("ba", "thuoc", "thanh", "hoa");
    assertThat(SearchWords.parse("CAM-0412").words()).containsExactly("cam 0412");
    assertThat(SearchWords.parse("“Đ1”، (A1),").words()).containsExactly("d1", "a1");
  }

  @Test
  void whatIsBlankNarrowsNothing() {
    assertThat(SearchWords.parse("")).isEqualTo(SearchWords.NONE);
    assertThat(SearchWords.parse(" \t ")).isEqualTo(SearchWords.NONE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"%", "_", "%%%", "' ''", "\"", "(", "،", "😀", "- –", "\\"})
  void whatHasNeitherLettersNorDigitsFindsNothing(String q) {
    assertThat(SearchWords.parse(q)).isEqualTo(new SearchWords(List.of(), true));
  }

  @Test
  void signsBesideWordsAreLeftOut() {
    assertThat(SearchWords.parse("Đông – Tiến 😀")).isEqualTo(SearchWords.parse("dong tien"));
  }

  @Test
  void shortWordsStandAtTheBeginningOfOneAndSignsOfPatternsAreNone() {
    assertThat(SearchWords.pattern("an")).isEqualTo("% an%");
    assertThat(SearchWords.pattern("tuan")).isEqualTo("%tuan%");
    assertThat(SearchWords.pattern("a 12")).as("of A-12").isEqualTo("% a 12%");
    assertThat(SearchWords.parse("a_b%c\\d 50%").words()).containsExactly("a b c d", "50");
  }

  /// Whatever stands around it, and however it is typed.
  @ParameterizedTest
  @ValueSource(
      strings = {
        "Cổng (Đ1)",
        "Cổng (số 2,Đ1)",
        "Cổng „Đ1”",
        "“Đ1”",
        "Cổng/Đ1",
        "Cổng-Đ1",
        "Cổng–Đ1.",
        "Cổng.Đ1",
        "Cổng،Đ1",
        "Cổng؛Đ1؟",
        "[Đ1]",
        "«Đ1»",
        "Cổng:Đ1;",
        "Cổng_Đ1",
        "Cổng…Đ1",
        "'Đ1'",
        "Cổng Đ1",
        "Cổng (Đ1, nhà văn hóa)",
        "Cổng (Ð1)",
        "·Đ1·",
        "№Đ1",
        "Cổng🚪Đ1",
        "Cổng (ĐỒNG), đ1"
      })
  void aWordOfTwoLettersIsFoundBehindAnyPunctuation(String text) {
    for (String q : List.of("Đ1", "đ1", "d1", "D1", "(Đ1)", "đ1,", "“d1”", "Ð1")) {
      assertThat(SearchWords.parse(q).isIn(text)).as(q).isTrue();
    }
    assertThat(SearchWords.parse("1").isIn(text)).as("which begins no word").isFalse();
    assertThat(SearchWords.parse("ổn1").isIn(text)).isFalse();
  }

  @Test
  void whatIsTooLongIsNamed() {
    assertThat(SearchWords.parse("x".repeat(200)).words()).hasSize(1);
    for (String q : List.of("x".repeat(500), "a b c d e f g h i j k")) {
      assertThatThrownBy(() -> SearchWords.parse(q))
          .isInstanceOfSatisfying(
              Problem.class,
              problem -> assertThat(problem.fields().getFirst().field()).isEqualTo("q"));
    }
  }
}
