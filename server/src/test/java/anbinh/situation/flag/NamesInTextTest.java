package anbinh.situation.flag;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NamesInTextTest {
  @Test
  void findsANameHoweverItIsAccentedAndWhateverStandsAroundIt() {
    assertThat(NamesInText.of("Tôi thấy ông Nguyễn Văn Sáu cắt khóa.")).contains("nguyen van sau");
    assertThat(NamesInText.of("Ông Nguyễn Văn Sáu cắt khóa")).contains("nguyen van sau");
    assertThat(NamesInText.of("nguyễn văn sáu")).isEmpty();
  }

  @Test
  void oneWordAndMoreThanFiveAreNone() {
    assertThat(NamesInText.of("Thôn có việc. Mất xe.")).isEmpty();
    assertThat(NamesInText.of("A B C D E F")).doesNotContain("a b c d e f").contains("b c d e f");
  }

  @Test
  void aLongTextOfNothingButCapitalsIsBounded() {
    assertThat(NamesInText.of("A ".repeat(5_000) + "B").size()).isLessThanOrEqualTo(200);
  }
}
