package anbinh.cases.register;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SearchTextTest {
  @Test
  void leavesOutAccentsCaseAndPunctuation() {
    assertThat(SearchText.fold("Trộm xe máy, Bá Thước (đường 217)"))
        .isEqualTo("trom xe may ba thuoc duong 217");
    assertThat(SearchText.fold("Hoằng Hoá")).isEqualTo(SearchText.fold("HOẰNG HÓA"));
    assertThat(SearchText.fold("ĐỒNG TIẾN")).isEqualTo("dong tien");
  }

  @Test
  void leavesNoSignThatAPatternWouldTakeForAWildcard() {
    assertThat(SearchText.fold("100%_\\")).isEqualTo("100");
  }
}
