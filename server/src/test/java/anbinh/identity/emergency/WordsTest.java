package anbinh.identity.emergency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import anbinh.platform.Problem;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WordsTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "Trẻ lạc ở chợ từ hôm kia",
        "A child is missing since the day before yesterday",
        "طفل مفقود منذ أول أمس قرب السوق",
        "  Xe bỏ chạy   sau tai nạn, biển 36B1 123.45  "
      })
  void takesWhatSaysSomething(String text) {
    assertThat(Words.reason(text)).isEqualTo(text.strip().replaceAll(" +", " "));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "Trẻ lạc ở chợ",
        "Trẻ lạc                              ",
        "aaaaaaaaaaaaaaaaaaaaaaaaaa",
        "abc abc abc abc abc abc abc abc",
        "........................",
        "1234567890 1234567890 123 456",
        "khancapkhancapkhancap khancap"
      })
  void refusesWhatIsNoReason(String text) {
    assertThatThrownBy(() -> Words.reason(text)).isInstanceOf(Problem.class);
  }

  @ParameterizedTest
  @ValueSource(ints = {1001, 5000})
  void refusesWhatIsTooLong(int length) {
    assertThatThrownBy(() -> Words.reason("trẻ lạc ở chợ ".repeat(length)))
        .isInstanceOf(Problem.class);
  }
}
