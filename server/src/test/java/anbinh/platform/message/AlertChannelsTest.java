package anbinh.platform.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import anbinh.platform.Ids;
import anbinh.platform.Messages;
import anbinh.platform.Site;
import anbinh.platform.StartFailure;
import anbinh.platform.message.MailSettings.Protection;
import anbinh.testing.TestGateway;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.springframework.context.support.StaticMessageSource;
import tools.jackson.databind.JsonNode;

class AlertChannelsTest {
  private static final Instant NOW = Instant.parse("2026-11-23T02:00:10Z");
  private static final MailSettings NO_MAIL =
      new MailSettings(null, 587, Protection.STARTTLS, null, null, null);
  private static final WebhookSettings NO_WEBHOOK = new WebhookSettings(null, null);

  private static AlertChannels channels(
      List<String> to, MailSettings mail, WebhookSettings webhook, boolean demonstration) {
    var keys = new StaticMessageSource();
    keys.setUseCodeAsDefaultMessage(true);
    return new AlertChannels(
        "test.alert",
        new AlertChannels.Settings(to, mail, webhook, "vi", Duration.ofSeconds(5)),
        new Messages(keys),
        new Site("Xuân An", ZoneId.of("Asia/Ho_Chi_Minh"), demonstration),
        new Ids(InstantSource.fixed(NOW), new Random(1)),
        InstantSource.system());
  }

  @Test
  void theWebhookGetsSubjectTextAndAlerts() throws Exception {
    try (TestGateway gateway = new TestGateway();
        AlertChannels channels =
            channels(
                List.of(),
                NO_MAIL,
                new WebhookSettings(URI.create(gateway.url()), TestGateway.secret()),
                true)) {
      assertThat(channels.isSetUp()).isTrue();
      assertThat(channels.send("One alert", "a line\n", List.of(Map.of("camera", "CAM-1")), NOW))
          .isTrue();
      TestGateway.Call call = gateway.calls.getFirst();
      assertThat(call.signed()).isTrue();
      JsonNode data = call.body().path("data");
      assertThat(call.body().path("type").asString()).isEqualTo("test.alert");
      assertThat(data.path("subject").asString()).isEqualTo("One alert");
      assertThat(data.path("text").asString())
          .isEqualTo("test.alert.demonstration\n\na line\n\ntest.alert.end");
      assertThat(data.at("/alerts/0/camera").asString()).isEqualTo("CAM-1");
      gateway.status = 400;
      assertThat(channels.send("Another", "", List.of(), NOW)).as("nobody took it").isFalse();
    }
  }

  @Test
  void withoutChannelsNobodyIsTold() throws Exception {
    try (AlertChannels channels = channels(List.of(), NO_MAIL, NO_WEBHOOK, false)) {
      assertThat(channels.isSetUp()).isFalse();
      assertThat(channels.send("One alert", "a line\n", List.of(), NOW)).isFalse();
    }
  }

  @Test
  void addressesNeedAMailServerAndAMailServerAddresses() {
    assertThatThrownBy(() -> channels(List.of("a@example.vn"), NO_MAIL, NO_WEBHOOK, false))
        .isInstanceOf(StartFailure.class)
        .hasMessageContaining("anbinh.test.alert.to names people");
    MailSettings mail =
        new MailSettings("127.0.0.1", 25, Protection.NONE, null, null, "anbinh@example.vn");
    assertThatThrownBy(() -> channels(List.of(), mail, NO_WEBHOOK, false))
        .isInstanceOf(StartFailure.class)
        .hasMessageContaining("anbinh.test.alert.to is missing");
  }
}
