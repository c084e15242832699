package anbinh.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import anbinh.seal.json.Json;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EventTest {
  private enum Type implements EventType {
    TRIED;

    @Override
    public String code() {
      return "trial.tried";
    }

    @Override
    public Disclosure disclosure() {
      return Disclosure.DAY;
    }
  }

  @Test
  void whatCanBeJoinedWithNoReportIsExactButForWhoeverMayReport() {
    Event refused = Event.of(Type.TRIED).by(actor(false)).asRefused();
    assertThat(refused.disclosure()).isEqualTo(Disclosure.DAY);
    assertThat(refused.asExact().disclosure()).isEqualTo(Disclosure.EXACT);
    assertThat(refused.asExact().by(actor(true)).disclosure()).isEqualTo(Disclosure.COUNT);
  }

  /// As the record's own time, whatever the value was made of: what stands in a package is compared
  /// letter for letter.
  @ParameterizedTest
  @ValueSource(
      strings = {"2026-11-24T03:02:11Z", "2026-11-24T03:02:11.000999Z", "2026-11-24T03:02:11.000Z"})
  void timesInFactsHaveOneForm(String time) {
    assertThat(Facts.of(Map.of("at", Instant.parse(time))))
        .isEqualTo(Map.of("at", Json.of("2026-11-24T03:02:11.000Z")));
  }

  private static Actor actor(boolean mayReport) {
    return new Actor(UUID.randomUUID(), UUID.randomUUID(), null, mayReport);
  }

  @ParameterizedTest
  @ValueSource(strings = {"event", "refused", "kind"})
  void noFactHidesWhatTheLogItselfSays(String name) {
    Event event = Event.of(Type.TRIED);

    assertThatIllegalArgumentException()
        .isThrownBy(() -> event.fact(name, 1))
        .withMessageContaining(name);
  }
}
