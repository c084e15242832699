package anbinh.identity.session;

import static anbinh.testing.TestServer.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;

import anbinh.identity.Role;
import anbinh.testing.TestClient;
import anbinh.testing.TestClient.Answer;
import anbinh.testing.TestServer;
import java.util.HashMap;
import java.util.List;
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

  /// The attack: whoever knows a username keeps its owner out by guessing.
  @Test
  void strangersWhoGuessDoNotKeepTheOwnerOut() {
    BEHIND_A_PROXY.person("chu", null, Role.DUTY_OFFICER);
    TestClient owner = BEHIND_A_PROXY.signedIn("chu");
    owner.delete("/api/session");
    for (int i = 0; i < 30; i++) { // more than any limit but that of strangers
      fail(BEHIND_A_PROXY, "chu", "198.51.100." + i / 3);
    }
    for (int i = 0; i < 5; i++) {
      fail(BEHIND_A_PROXY, "chu", "203.0.113.70");
    }
    assertThat(fail(BEHIND_A_PROXY, "chu", "203.0.113.70").code()).isEqualTo("too-many-attempts");
    assertThat(owner.header("X-Forwarded-For", "203.0.113.70").trySignIn("chu", PASSWORD).status())
        .as("even from the very address: the browser is known")
        .isEqualTo(200);
    assertThat(
            BEHIND_A_PROXY
                .client()
                .header("X-Forwarded-For", "203.0.113.71")
                .signIn("chu", PASSWORD)
                .status())
        .as("from another address, with a browser that is not known")
        .isEqualTo(200);
  }

  @Test
  void aBrowserThatIsKnownMayGuessNoMoreThanOthersAndOfItsOwnPeopleAlone() {
    BEHIND_A_PROXY.person("quen", null, Role.DUTY_OFFICER);
    TestClient known = BEHIND_A_PROXY.signedIn("quen");
    known.delete("/api/session");
    for (int i = 0; i < 8; i++) {
      assertThat(known.header("X-Forwarded-For", "192.0.2." + i).trySignIn("quen", "sai").code())
          .isEqualTo("sign-in-failed");
    }
    assertThat(known.trySignIn("quen", PASSWORD).code()).isEqualTo("too-many-attempts");
    BEHIND_A_PROXY.person("khac", null, Role.DUTY_OFFICER);
    known.header("X-Forwarded-For", "192.0.2.200");
    for (int i = 0; i < 4; i++) {
      assertThat(known.trySignIn("khac", "sai").code()).isEqualTo("sign-in-failed");
    }
    assertThat(known.trySignIn("khac", "sai").code())
        .as("for somebody else it is a stranger: the address has had enough")
        .isEqualTo("too-many-attempts");
  }

  @Test
  void manyAddressesTogetherAreStrangersToo() {
    BEHIND_A_PROXY.person("dich", null, Role.DUTY_OFFICER);
    for (int i = 0; i < 100; i++) {
      assertThat(fail(BEHIND_A_PROXY, "dich", "2001:db8::" + i).code()).isEqualTo("sign-in-failed");
    }
    assertThat(fail(BEHIND_A_PROXY, "dich", "2001:db8::999").code()).isEqualTo("too-many-attempts");
  }

  @Test
  void aBadDeviceCookieIsNoBrowserThatIsKnown() {
    BEHIND_A_PROXY.person("gia", null, Role.DUTY_OFFICER);
    String others = BEHIND_A_PROXY.signedIn("gia").cookie("ANBINH_DEVICE").orElseThrow();
    BEHIND_A_PROXY.person("gia2", null, Role.DUTY_OFFICER);
    for (String cookie : List.of(others, "x", "....", "A".repeat(64), others.substring(1))) {
      TestClient client = BEHIND_A_PROXY.client().header("X-Forwarded-For", "192.0.2.220");
      client.get("/api/session");
      client.putCookie("ANBINH_DEVICE", cookie);
      client.trySignIn("gia2", "sai");
    }
    assertThat(fail(BEHIND_A_PROXY, "gia2", "192.0.2.220").code()).isEqualTo("too-many-attempts");
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
