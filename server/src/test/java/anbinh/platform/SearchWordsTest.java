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
    assertThat(SearchWords.parse("CAM-0412").words()).containsExactly("cam-0412");
  }

  @Test
  void whatIsBlankNarrowsNothing() {
    assertThat(SearchWords.parse("")).isEqualTo(SearchWords.NONE);
    assertThat(SearchWords.parse(" \t ")).isEqualTo(SearchWords.NONE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"%", "_", "%%%", "' ''", "\"", "😀", "- –", "\\"})
  void whatHasNeitherLettersNorDigitsFindsNothing(String q) {
    assertThat(SearchWords.parse(q)).isEqualTo(new SearchWords(List.of(), true));
  }

  @Test
  void signsBesideWordsAreLeftOut() {
    assertThat(SearchWords.parse("Đông – Tiến 😀")).isEqualTo(SearchWords.parse("dong tien"));
  }

  @Test
  void patternsTakeSignsOfPatternsAsThemselvesAndShortWordsAtTheirBeginning() {
    assertThat(SearchWords.pattern("50%")).isEqualTo("%50\\%%");
    assertThat(SearchWords.pattern("a_b\\c")).isEqualTo("%a\\_b\\\\c%");
    assertThat(SearchWords.pattern("an")).isEqualTo("% an%");
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
