package anbinh.demo.mailbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import anbinh.demo.mailbox.Mailbox.Received;
import anbinh.platform.message.SendFailure;
import anbinh.platform.message.Webhook;
import anbinh.platform.message.WebhookSettings;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class MailboxGatewayTest {
  private static final Instant NOW = Instant.parse("2026-11-24T02:00:00Z");
  private final MailboxGateway gateway = new MailboxGateway();

  @AfterEach
  void end() {
    gateway.close();
  }

  private void call(UUID id, String secret, Object data) throws Exception {
    var settings = new WebhookSettings(gateway.url(), secret);
    try (Webhook webhook =
        Webhook.of("test", settings, Duration.ofSeconds(5), InstantSource.fixed(NOW))
            .orElseThrow()) {
      webhook.call(id, "owner.message", data);
    }
  }

  /// What features send beside is left out.
  private record Data(String to, String language, String text, URI link, boolean urgent) {}

  @Test
  void takesWhatAFeatureSendsAndARepetitionOnce() throws Exception {
    var id = new UUID(1, 1);
    var data =
        new Data("000", "vi", "Có đề nghị", URI.create("http://localhost/owner.html#s"), true);
    call(id, gateway.secret(), data);
    call(id, gateway.secret(), data);
    assertThat(gateway.mailbox().list())
        .containsExactly(
            new Received(
                id.toString(),
                NOW,
                "owner.message",
                "000",
                "vi",
                "Có đề nghị",
                "http://localhost/owner.html#s"));
    assertThat(gateway.mailbox().list().getFirst()).asString().doesNotContain("owner.html");
  }

  @Test
  void takesNothingFromWhoDoesNotKnowItsSecret() {
    String another = "whsec_" + Base64.getEncoder().encodeToString(new byte[32]);
    assertThatThrownBy(() -> call(new UUID(1, 2), another, Map.of("to", "000")))
        .isInstanceOf(SendFailure.class)
        .hasMessageContaining("401");
    assertThat(gateway.mailbox().list()).isEmpty();
  }

  @Test
  void keepsTheLatestAlone() {
    var mailbox = new Mailbox();
    for (int n = 0; n <= Mailbox.MAX_MESSAGES; n++) {
      mailbox.add(new Received(Integer.toString(n), NOW, "t", "000", "vi", "", null));
    }
    assertThat(mailbox.list()).hasSize(Mailbox.MAX_MESSAGES);
    assertThat(mailbox.list().getFirst().id()).isEqualTo(Integer.toString(Mailbox.MAX_MESSAGES));
    assertThat(mailbox.list().getLast().id()).isEqualTo("1");
  }
}
