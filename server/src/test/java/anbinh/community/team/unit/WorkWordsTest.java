package anbinh.community.team.unit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WorkWordsTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "gọi 0912345678",
        "gọi 0912 345 678",
        "gọi 0237.3851.234",
        "+84 912 345 678",
        "CCCD 038075000031",
        "CMND 171234567",
        "xe 36B1-123.45",
        "xe 36A-12345",
        "xe 36 B1 1234"
      })
  void aNumberThatFindsSomebodyIsRecognised(String words) {
    assertThat(WorkWords.findsSomebody(words)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Từ 20:30 đến 23:00 ngày 24/11/2026",
        "Ngày 24-11-2026 21:00, tổ 3 người",
        "Nhắc 12 hộ kinh doanh ở thôn 5",
        "Quốc lộ 217, km 45+300",
        "Theo kế hoạch 123/KH-UBND",
        "Gọi 113, 114, 115"
      })
  void whatSaysWhenAndWhereIsNot(String words) {
    assertThat(WorkWords.findsSomebody(words)).isFalse();
  }
}
