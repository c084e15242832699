package anbinh.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SearchTermsTest {
  @Test
  void wordsAreFoldedAndStandOnce() {
    assertThat(SearchTerms.parse("  Đỗ  thị\tẨN đỗ ").words()).containsExactly("do", "thi", "an");
    assertThat(SearchTerms.parse("Bá Thước, (Thanh Hóa)").words())
        .containsExactly("ba", "thuoc", "thanh", "hoa");
    assertThat(SearchTerms.parse("CAM-0412").words()).containsExactly("cam 0412");
    assertThat(SearchTerms.parse("“Đ1”، (A1),").words()).containsExactly("d1", "a1");
  }

  @Test
  void whatIsBlankNarrowsNothing() {
    assertThat(SearchTerms.parse("")).isEqualTo(SearchTerms.NONE);
    assertThat(SearchTerms.parse(" \t ")).isEqualTo(SearchTerms.NONE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"%", "_", "%%%", "' ''", "\"", "(", "،", "😀", "- –", "\\"})
  void whatHasNeitherLettersNorDigitsFindsNothing(String q) {
    assertThat(SearchTerms.parse(q)).isEqualTo(new SearchTerms(List.of(), true));
  }

  @Test
  void signsBesideWordsAreLeftOut() {
    assertThat(SearchTerms.parse("Đông – Tiến 😀")).isEqualTo(SearchTerms.parse("dong tien"));
  }

  @Test
  void shortWordsStandAtTheBeginningOfOneAndSignsOfPatternsAreNone() {
    assertThat(SearchTerms.pattern("an")).isEqualTo("% an%");
    assertThat(SearchTerms.pattern("tuan")).isEqualTo("%tuan%");
    assertThat(SearchTerms.pattern("a 12")).as("of A-12").isEqualTo("% a 12%");
    assertThat(SearchTerms.parse("a_b%c\\d 50%").words()).containsExactly("a b c d", "50");
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
      assertThat(SearchTerms.parse(q).isIn(text)).as(q).isTrue();
    }
    assertThat(SearchTerms.parse("1").isIn(text)).as("which begins no word").isFalse();
    assertThat(SearchTerms.parse("ổn1").isIn(text)).isFalse();
  }

  @Test
  void whatIsTooLongIsNamed() {
    assertThat(SearchTerms.parse("x".repeat(200)).words()).hasSize(1);
    for (String q : List.of("x".repeat(500), "a b c d e f g h i j k")) {
      assertThatThrownBy(() -> SearchTerms.parse(q))
          .isInstanceOfSatisfying(
              Problem.class,
              problem -> assertThat(problem.fields().getFirst().field()).isEqualTo("q"));
    }
  }
}
