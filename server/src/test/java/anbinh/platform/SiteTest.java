package anbinh.platform;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class SiteTest {
  @Test
  void onlyADemonstrationIsFilledWithWhatIsMadeUp() {
    assertThatCode(new Site("A", ZoneOffset.UTC, true)::requireDemonstration)
        .doesNotThrowAnyException();
    assertThatThrownBy(new Site("A", ZoneOffset.UTC, false)::requireDemonstration)
        .isInstanceOf(IllegalStateException.class);
  }
}
