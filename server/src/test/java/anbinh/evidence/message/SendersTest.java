package anbinh.evidence.message;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import anbinh.platform.Messages;
import anbinh.platform.Site;
import anbinh.platform.StartFailure;
import anbinh.platform.message.Failure;
import anbinh.platform.message.MailServer;
import anbinh.platform.message.MailSettings;
import anbinh.platform.message.MailSettings.Protection;
import anbinh.platform.message.SendFailure;
import anbinh.platform.message.Webhook;
import anbinh.platform.message.WebhookSettings;
import anbinh.testing.TestGateway;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Base64;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What is made of each answer of a mail server or gateway, and which settings are refused.
class SendersTest {
  private static final Duration TIMEOUT = Duration.ofSeconds(3);
  private static final Site SITE = new Site("Xã", ZoneId.of("Asia/Ho_Chi_Minh"), false);
  private static final String TO = "chu@example.vn";
  private static final String SECRET = "whsec_" + Base64.getEncoder().encodeToString(new byte[32]);

  @ParameterizedTest
  @CsvSource({
    "RCPT, 550 5.1.1 <chu@example.vn> unknown, REFUSED",
    "RCPT, 451 4.7.1 <chu@example.vn> later, BUSY",
    "MAIL, 530 no, REFUSED",
    "DATA, 554 no, REFUSED",
    "EHLO, silence, UNREACHABLE"
  })
  void namesWhatTheMailServerSaysAndNotTheAddress(String command, String answer, Failure failure)
      throws Exception {
    try (var server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Thread talk = Thread.startVirtualThread(() -> talk(server, command, answer));
      SendFailure failed =
          catchThrowableOfType(
              SendFailure.class, () -> mail(server.getLocalPort(), Protection.NONE).send(letter()));
      assertThat(failed.failure()).isEqualTo(failure);
      assertThat(failed).hasMessageNotContaining(TO).hasNoCause();
      talk.interrupt();
    }
  }

  @Test
  void saysNothingToAMailServerThatProtectsNothing() throws Exception {
    try (var server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Thread talk = Thread.startVirtualThread(() -> talk(server, "MAIL", "250 never"));
      assertThatThrownBy(() -> mail(server.getLocalPort(), Protection.STARTTLS).send(letter()))
          .isInstanceOf(SendFailure.class);
      talk.interrupt();
    }
  }

  @Test
  void namesAMailServerThatIsAway() throws Exception {
    SendFailure failed =
        catchThrowableOfType(
            SendFailure.class, () -> mail(closedPort(), Protection.NONE).send(letter()));
    assertThat(failed.failure()).isEqualTo(Failure.UNREACHABLE);
  }

  @ParameterizedTest
  @CsvSource({"401, NOT_ACCEPTED", "404, REFUSED", "302, REFUSED", "429, BUSY", "500, BUSY"})
  void namesWhatTheGatewayAnswers(int status, Failure failure) throws Exception {
    try (var gateway = new TestGateway()) {
      gateway.status = status;
      SendFailure failed =
          catchThrowableOfType(
              SendFailure.class, () -> webhook(gateway.url(), TestGateway.secret()).send(letter()));
      assertThat(failed.failure()).isEqualTo(failure);
    }
  }

  @Test
  void waitsForNoSilentGateway() throws Exception {
    try (var server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      String url = "http://127.0.0.1:" + server.getLocalPort();
      SendFailure failed =
          catchThrowableOfType(SendFailure.class, () -> webhook(url, SECRET).send(letter()));
      assertThat(failed.failure()).isEqualTo(Failure.UNREACHABLE);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://192.0.2.1/x", "ftp://127.0.0.1/x", "mailto:a@b.vn", "/x"})
  void takesNoGatewayThatTheLinkWouldGoToUnprotected(String url) {
    assertThatThrownBy(() -> webhook(url, SECRET)).isInstanceOf(StartFailure.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "whsec_", "whsec_AAAA", "whsec_###", "secret"})
  void takesNoWeakSecretAndTellsNone(String secret) {
    assertThatThrownBy(() -> webhook("https://127.0.0.1/x", secret))
        .isInstanceOf(StartFailure.class)
        .hasMessageNotContaining("AAAA");
  }

  @Test
  void sendsNoLinkUnprotectedToAnotherMachine() {
    assertThatThrownBy(() ->
            MailServer.of(
                "mail",
                new MailSettings("192.0.2.1", 25, Protection.NONE, null, null, "a@example.vn"),
                TIMEOUT,
                SITE,
                InstantSource.system()))
        .isInstanceOf(StartFailure.class);
  }

  @Test
  void needsASender() {
    assertThatThrownBy(() ->
            MailServer.of(
                "mail",
                new MailSettings("127.0.0.1", 25, Protection.NONE, null, null, null),
                TIMEOUT,
                SITE,
                InstantSource.system()))
        .isInstanceOf(StartFailure.class);
  }

  private static Sender mail(int port, Protection protection) {
    return new MailSender(
        MailServer.of(
                "mail",
                new MailSettings("127.0.0.1", port, protection, null, null, "anbinh@example.vn"),
                TIMEOUT,
                SITE,
                InstantSource.system())
            .orElseThrow());
  }

  private static Sender webhook(String url, @Nullable String secret) {
    return new WebhookSender(
        Webhook.of(
                "webhook",
                new WebhookSettings(URI.create(url), secret),
                TIMEOUT,
                InstantSource.system())
            .orElseThrow());
  }

  private static Letter letter() {
    return new Letter(
        UUID.randomUUID(),
        MessageKind.LINK,
        TO,
        Messages.VIETNAMESE,
        "Đề nghị cung cấp hình ảnh",
        "Bạn có quyền từ chối.",
        URI.create("https://camera.example.vn/owner.html#secret"),
        Instant.EPOCH);
  }

  private static int closedPort() throws IOException {
    try (var server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return server.getLocalPort();
    }
  }

  /// A mail server that agrees to everything but one command.
  private static void talk(ServerSocket server, String refused, String answer) {
    try (Socket socket = server.accept();
        var lines = new BufferedReader(new InputStreamReader(socket.getInputStream(), UTF_8))) {
      say(socket, "220 here");
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (!line.startsWith(refused)) {
          say(socket, line.startsWith("DATA") ? "354 go on" : "250 well");
        } else if (!answer.equals("silence")) {
          say(socket, answer);
        }
      }
    } catch (IOException e) {
      // The test is over.
    }
  }

  private static void say(Socket socket, String line) throws IOException {
    socket.getOutputStream().write((line + "\r\n").getBytes(UTF_8));
  }
}
