package anbinh.audit;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EventTest {
  private enum Type implements EventType {
    TRIED;

    @Override
    public String code() {
      return "trial.tried";
    }
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
