package anbinh.sightings.mqtt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import anbinh.platform.StartFailure;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class BrokerTest {
  private static MqttSettings settings(@Nullable String url, @Nullable Path authority) {
    return new MqttSettings(
        url == null ? null : URI.create(url),
        authority,
        "anbinh",
        "secret",
        "anbinh",
        "frigate",
        List.of("front_door=CAM-0007", " yard = CAM-0008"));
  }

  @Test
  void isFoundByItsAddress() {
    assertThat(Broker.of(settings(null, null))).isEmpty();
    assertThat(Broker.of(settings("mqtt://127.0.0.1", null)).orElseThrow().port()).isEqualTo(1883);
    Broker elsewhere = Broker.of(settings("mqtts://broker.example.vn", null)).orElseThrow();
    assertThat(elsewhere.port()).isEqualTo(8883);
    assertThat(elsewhere.tls()).isNotNull();
  }

  @Test
  void nothingGoesUnprotectedToAnotherMachine() {
    assertThatThrownBy(() -> Broker.of(settings("mqtt://192.0.2.7", null)))
        .isInstanceOf(StartFailure.class)
        .hasMessageContaining("unprotected");
  }

  @Test
  void badSettingsAreNamedWithoutThePassword() {
    assertThatThrownBy(() -> Broker.of(settings("mqtts://me:secret@broker.example.vn", null)))
        .isInstanceOf(StartFailure.class)
        .hasMessageContaining("mqtt.url")
        .hasMessageNotContaining("secret");
    assertThatThrownBy(() -> Broker.of(settings("tcp://127.0.0.1", null)))
        .isInstanceOf(StartFailure.class);
    assertThatThrownBy(() -> Broker.of(settings("mqtts://127.0.0.1", Path.of("/none.pem"))))
        .isInstanceOf(StartFailure.class)
        .hasMessageContaining("mqtt.authority");
    assertThat(settings("mqtt://127.0.0.1", null).toString()).doesNotContain("secret");
  }

  @Test
  void camerasAreMappedByTheirNames() {
    assertThat(settings(null, null).codes())
        .containsEntry("front_door", "CAM-0007")
        .containsEntry("yard", "CAM-0008");
  }
}
