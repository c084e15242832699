package anbinh.identity.session;

import static org.assertj.core.api.Assertions.assertThat;

import anbinh.testing.TestClient;
import anbinh.testing.TestClient.Answer;
import anbinh.testing.TestServer;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// The limit of failed sign-ins by address, with and without a proxy in front.
class SignInLimitIT {
  private static final String LIMIT = "anbinh.identity.attempts-per-address=4";

  @RegisterExtension static final TestServer ALONE = new TestServer(LIMIT);

  @RegisterExtension
  static final TestServer BEHIND_A_PROXY =
      new TestServer(LIMIT, "server.forward-headers-strategy=native");

  @Test
  void aClientThatInventsAnAddressForEachTryIsStoppedAllTheSame() {
    for (int i = 0; i < 4; i++) {
      assertThat(fail(ALONE, "guess-" + i, "203.0.113." + i).code()).isEqualTo("sign-in-failed");
    }
    Answer stopped = fail(ALONE, "guess-4", "203.0.113.99");
    assertThat(stopped.status()).isEqualTo(429);
    assertThat(Integer.parseInt(stopped.header("Retry-After").orElseThrow())).isBetween(1, 600);
  }

  @Test
  void behindAProxyEachClientIsCountedByItself() {
    for (int i = 0; i < 4; i++) {
      assertThat(fail(BEHIND_A_PROXY, "guess-" + i, "203.0.113.7").code())
          .isEqualTo("sign-in-failed");
    }
    assertThat(fail(BEHIND_A_PROXY, "guess-4", "203.0.113.7").code())
        .isEqualTo("too-many-attempts");
    assertThat(fail(BEHIND_A_PROXY, "guess-5", "203.0.113.8").code()).isEqualTo("sign-in-failed");
    assertThat(fail(BEHIND_A_PROXY, "guess-6", "203.0.113.200, 203.0.113.7").code())
        .as("what a client puts before the address that the proxy adds counts nothing")
        .isEqualTo("too-many-attempts");
  }

  @Test
  void behindAProxyWithTlsCookiesBelongToThisHostAndBrowsersKeepToTls() {
    Answer answer =
        BEHIND_A_PROXY.client().get("/api/session", Map.of("X-Forwarded-Proto", "https"));
    assertThat(answer.response().headers().allValues("Set-Cookie"))
        .isNotEmpty()
        .allSatisfy(cookie -> assertThat(cookie).startsWith("__Host-").contains("Secure"));
    assertThat(answer.header("Strict-Transport-Security").orElseThrow())
        .contains("max-age=31536000", "includeSubDomains");
  }

  private static Answer fail(TestServer server, String username, String forwardedFor) {
    TestClient client = server.client();
    client.get("/api/session");
    var headers =
        new HashMap<>(
            Map.of(
                "X-XSRF-TOKEN",
                client.cookie("XSRF-TOKEN").orElseThrow(),
                "X-Forwarded-For",
                forwardedFor));
    return client.send(
        "POST", "/api/session", Map.of("username", username, "password", "sai"), headers);
  }
}
