package anbinh.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WrittenReasonTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "Trẻ lạc ở chợ từ hôm kia",
        "A child is missing since the day before yesterday",
        "طفل مفقود منذ أول أمس قرب السوق",
        "  Xe bỏ chạy   sau tai nạn, biển 36B1 123.45  "
      })
  void takesWhatSaysSomething(String text) {
    assertThat(WrittenReason.of(text)).isEqualTo(text.strip().replaceAll(" +", " "));
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
    assertThatThrownBy(() -> WrittenReason.of(text)).isInstanceOf(Problem.class);
  }

  @ParameterizedTest
  @ValueSource(ints = {1001, 5000})
  void refusesWhatIsTooLong(int length) {
    assertThatThrownBy(() -> WrittenReason.of("trẻ lạc ở chợ ".repeat(length)))
        .isInstanceOf(Problem.class);
  }
}
