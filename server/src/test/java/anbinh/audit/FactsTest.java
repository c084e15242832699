package anbinh.audit;

import static org.assertj.core.api.Assertions.assertThat;

import anbinh.seal.json.Json;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FactsTest {
  /// As the record's own time, whatever the value was made of: what stands in a package is compared
  /// letter for letter.
  @ParameterizedTest
  @ValueSource(
      strings = {"2026-11-24T03:02:11Z", "2026-11-24T03:02:11.000999Z", "2026-11-24T03:02:11.000Z"})
  void timesInFactsHaveOneForm(String time) {
    assertThat(Facts.of(Map.of("at", Instant.parse(time))))
        .isEqualTo(Map.of("at", Json.of("2026-11-24T03:02:11.000Z")));
  }
}
