package anbinh.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

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
