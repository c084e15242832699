package anbinh.identity.home;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class HomeTest {
  private static final Home HOME = new Home(19.8067, 105.7764);

  @Test
  void measuresUpAndAcrossByTheLatitude() {
    assertThat(HOME.metresTo(19.8067, 105.7764)).isZero();
    assertThat(HOME.metresTo(19.8077, 105.7764)).isCloseTo(110.6, within(.1));
    assertThat(HOME.metresTo(19.8067, 105.7774)).isCloseTo(104.7, within(.1));
    assertThat(HOME.metresTo(19.8077, 105.7754)).isCloseTo(152.3, within(.2));
  }

  @Test
  void isNotPrinted() {
    assertThat(HOME.toString()).doesNotContain("19").doesNotContain("105");
  }
}
