package anbinh.notification.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import anbinh.notification.NotificationSettings;
import anbinh.notification.NotificationSettings.Push;
import anbinh.platform.message.Failure;
import anbinh.platform.message.MailSettings;
import anbinh.platform.message.SendFailure;
import anbinh.platform.message.WebhookSettings;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WebPushTest {
  private static final Instant NOW = Instant.parse("2026-11-24T02:00:00Z");

  @TempDir private Path folder;
  private final TestPushService service = new TestPushService();
  private WebPush push;

  @BeforeEach
  void start() {
    push = make("mailto:it@example.vn");
  }

  @AfterEach
  void stop() {
    push.close();
    service.close();
  }

  private WebPush make(String contact) {
    return WebPush.of(settings(contact), folder.resolve("push.key"), InstantSource.fixed(NOW))
        .orElseThrow();
  }

  private NotificationSettings settings(@Nullable String contact) {
    return new NotificationSettings(
        new Push(
            contact,
            List.of(service.host(), "updates.push.services.mozilla.com", "*.push.apple.com")),
        new MailSettings(null, 587, MailSettings.Protection.STARTTLS, null, null, null),
        new WebhookSettings(null, null),
        Duration.ofMinutes(1),
        Duration.ofSeconds(20),
        Duration.ofMinutes(5),
        Duration.ofMinutes(10),
        Duration.ofDays(30),
        Duration.ofSeconds(30),
        Duration.ofMinutes(1));
  }

  private static Message message(String target, boolean urgent) {
    return new Message(UUID.randomUUID(), target, urgent, Locale.ENGLISH, "subject", "text");
  }

  @Test
  void isSignedAsThePushServiceKnowsItAndSaysNothing() throws Exception {
    push.send(message(service.address("one"), true));
    push.send(message(service.address("two"), false));
    assertThat(service.pushes).hasSize(2);
    TestPushService.Push urgent = service.pushes.getFirst();
    assertThat(urgent.path()).isEqualTo("/push/one");
    assertThat(urgent.bytes()).isZero();
    assertThat(urgent.key()).isEqualTo(push.publicKey()).hasSize(87);
    assertThat(urgent.claims().getAudience()).containsExactly("http://" + service.host());
    assertThat(urgent.claims().getSubject()).isEqualTo("mailto:it@example.vn");
    assertThat(urgent.claims().getExpirationTime())
        .isEqualTo(Date.from(NOW.plus(Duration.ofHours(12))));
    assertThat(urgent.urgency()).isEqualTo("high");
    assertThat(urgent.ttl()).isEqualTo(3_600);
    assertThat(urgent.topic()).isEqualTo("worklist");
    assertThat(service.pushes.getLast().urgency()).isEqualTo("normal");
  }

  @Test
  void theKeyStaysTheSame() {
    try (WebPush again = make("mailto:other@example.vn")) {
      assertThat(again.publicKey()).isEqualTo(push.publicKey());
    }
  }

  @Test
  void isOffWithoutAContact() {
    assertThat(WebPush.of(settings(null), folder.resolve("none.key"), InstantSource.fixed(NOW)))
        .isEmpty();
    assertThat(folder.resolve("none.key")).doesNotExist();
  }

  @ParameterizedTest
  @CsvSource({
    "403, NOT_ACCEPTED",
    "400, REFUSED",
    "413, REFUSED",
    "429, BUSY",
    "500, BUSY",
    "401, NOT_ACCEPTED",
    "307, REFUSED"
  })
  void readsTheAnswersOfPushServices(int status, Failure expected) {
    service.status = status;
    assertThatThrownBy(() -> push.send(message(service.address("one"), false)))
        .isInstanceOfSatisfying(
            SendFailure.class, failure -> assertThat(failure.failure()).isEqualTo(expected))
        .hasMessageNotContaining("one");
  }

  @ParameterizedTest
  @ValueSource(ints = {404, 410})
  void saysThatABrowserIsKnownNoMore(int status) throws Exception {
    assertThat(push.send(message(service.address("one"), false))).isTrue();
    service.status = status;
    assertThat(push.send(message(service.address("one"), false))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://updates.push.services.mozilla.com/wpush/v2/abc",
        "https://updates.push.services.mozilla.com:443/wpush/v2/abc",
        "https://UPDATES.push.services.mozilla.com/wpush/v2/abc",
        "https://web.push.apple.com/Qx"
      })
  void acceptsPushServicesOfTheSettings(String address) {
    assertThat(push.accepts(address)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://updates.push.services.mozilla.com/x",
        "https://updates.push.services.mozilla.com:8443/x",
        "https://updates.push.services.mozilla.com.evil.example/x",
        "https://evil.example/updates.push.services.mozilla.com",
        "https://evil.example#.push.apple.com",
        "https://evil.example\\.push.apple.com/x",
        "https://a@web.push.apple.com/x",
        "https://web.push.apple.com@evil.example/x",
        "https://.push.apple.com/x",
        "https://push.apple.com/x",
        "https://127.0.0.1/x",
        "https://169.254.169.254/latest/meta-data",
        "file:///etc/passwd",
        "ftp://web.push.apple.com/x",
        "https:web.push.apple.com",
        "//web.push.apple.com/x",
        "web.push.apple.com",
        ""
      })
  void callsNobodyElse(String address) {
    assertThat(push.accepts(address)).as(address).isFalse();
    assertThatThrownBy(() -> push.send(message(address, false))).isInstanceOf(SendFailure.class);
  }

  @Test
  void callsNoAddressThatIsTooLong() {
    assertThat(push.accepts(service.address("x".repeat(2_000)))).isFalse();
  }
}
