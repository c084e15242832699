package anbinh.measure.register;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MeasureNamesTest {
  @Test
  void whoBearsTheNameMayBeThem() {
    assertThat(MeasureNames.same("Đỗ Thị Giáp", "do thi  GIAP")).isTrue();
    assertThat(MeasureNames.same("Hoàng Hoá", "Hoàng Hóa")).isTrue();
    assertThat(MeasureNames.same("Lò Văn Thành (mô phỏng)", "Lò Văn Thành")).isTrue();
    assertThat(MeasureNames.same("Đỗ Thị Giáp", "Đỗ Giáp")).isFalse();
  }

  @Test
  void noNameIsNobodys() {
    assertThat(MeasureNames.same("(mô phỏng)", "…")).isFalse();
  }
}
