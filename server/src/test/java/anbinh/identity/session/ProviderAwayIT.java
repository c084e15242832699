package anbinh.identity.session;

import static org.assertj.core.api.Assertions.assertThat;

import anbinh.identity.Role;
import anbinh.testing.TestClient;
import anbinh.testing.TestClient.Answer;
import anbinh.testing.TestClock;
import anbinh.testing.TestServer;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// What the office's identity provider being away means: the page says so, nobody is sent there,
/// and local accounts go on. A web server that only describes itself stands for one that comes
/// back; signing in is tried with a real one in [ProviderIT].
class ProviderAwayIT {
  private static final HttpServer PROVIDER = provider();
  private static final String ISSUER =
      "http://127.0.0.1:%d/realms/xa".formatted(PROVIDER.getAddress().getPort());

  @RegisterExtension
  static final TestServer SERVER =
      new TestServer(
          TestServer.TEST_CLOCK,
          "anbinh.identity.provider.issuer=" + ISSUER,
          "anbinh.identity.provider.timeout=2s",
          "anbinh.identity.provider.name=Cơ quan");

  private static volatile String issuer = "https://other.example";

  @BeforeAll
  static void describe() {
    SERVER.person("noi-bo", null, Role.DUTY_OFFICER);
    PROVIDER.createContext(
        "/",
        exchange -> {
          byte[] document =
              """
              {"issuer": "%1$s", "authorization_endpoint": "%2$s/auth", "jwks_uri": "%2$s/keys",
               "token_endpoint": "%2$s/token"}
              """
                  .formatted(issuer, ISSUER)
                  .getBytes(StandardCharsets.UTF_8);
          exchange.getResponseHeaders().set("Content-Type", "application/json");
          exchange.sendResponseHeaders(200, document.length);
          exchange.getResponseBody().write(document);
          exchange.close();
        });
  }

  @AfterAll
  static void stop() {
    PROVIDER.stop(0);
  }

  @Test
  void thePageSaysSoLocalAccountsGoOnAndItIsFoundWhenItIsBack() {
    TestClient client = SERVER.client();
    client.get("/api/session");
    assertAway(client, "nothing answers there");
    PROVIDER.start();
    assertAway(client, "not asked anew at once");
    later();
    assertAway(client, "what answers there calls itself something else");
    issuer = ISSUER;
    later();
    assertThat(client.get("/api/session/provider").json().path("away").asBoolean()).isFalse();
    assertThat(
            client.post("/api/session/provider/begin", Map.of()).json().path("address").asString())
        .startsWith(ISSUER + "/auth?")
        .contains("code_challenge_method=S256");
  }

  private static void assertAway(TestClient client, String why) {
    assertThat(client.get("/api/session/provider").text())
        .as(why)
        .isEqualTo("{\"name\":\"Cơ quan\",\"away\":true}");
    Answer begun = client.post("/api/session/provider/begin", Map.of());
    assertThat(begun.code()).as(why).isEqualTo("provider-away");
    assertThat(begun.status()).isEqualTo(503);
    assertThat(begun.header("Retry-After")).isPresent();
    assertThat(begun.text()).contains("Cơ quan");
    assertThat(SERVER.signedIn("noi-bo").get("/api/areas").status()).as(why).isEqualTo(200);
  }

  /// Past the time after which it is asked anew.
  private static void later() {
    SERVER.bean(TestClock.class).move(Duration.ofSeconds(21));
  }

  /// Bound to its port, where nobody answers before it is started.
  private static HttpServer provider() {
    try {
      return HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
