package anbinh.identity.session;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.serializer.support.SerializingConverter;

class SessionValueTest {
  @Test
  void isReadAsItWasWritten() {
    for (Object value : List.of("Đồng Tiến", "", Long.MIN_VALUE, 7L, true, false)) {
      assertThat(SessionValue.read(SessionValue.write(value))).isEqualTo(value);
    }
  }

  @Test
  void isNothingElse() {
    assertThatIllegalArgumentException().isThrownBy(() -> SessionValue.write(7));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "x", "n", "nine", "n9223372036854775808"})
  void isNotReadWhereItWasNeverWritten(String stored) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SessionValue.read(stored.getBytes(UTF_8)));
  }

  @Test
  void isNoObjectOfJava() {
    byte[] object = new SerializingConverter().convert("text");
    assertThatIllegalArgumentException().isThrownBy(() -> SessionValue.read(object));
  }
}
