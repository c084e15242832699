package anbinh.platform;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PersonalNumbersTest {
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
        "xe 36 B1 1234",
        "gọi 0912 34 56 78",
        "gọi 09.1234.5678",
        "gọi 0 912 345 678",
        "gọi 84912345678",
        "xe 36b1-123.45",
        "xe 36a 123.45",
        "CCCD 038 075 000 031",
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
  void aNumberThatFindsSomebodyIsRecognised(String words) {
    assertThat(PersonalNumbers.areIn(words)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Từ 20:30 đến 23:00 ngày 24/11/2026",
        "Ngày 24-11-2026 21:00, tổ 3 người",
        "Nhắc 12 hộ kinh doanh ở thôn 5",
        "Quốc lộ 217, km 45+300",
        "Theo kế hoạch 123/KH-UBND",
        "Gọi 113, 114, 115",
        "Từ 20 h 30 ngày 05.12.2026 đến 22 h, 10 xã, 1000 hộ",
        "Ngày 01-12-2026 20.30 tổ 3 đi ngõ 1, 3, 5, 7, 9, 11, 13",
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
  void whatSaysWhenWhereAndHowMuchIsNone(String words) {
    assertThat(PersonalNumbers.areIn(words)).isFalse();
  }
}
