package anbinh.identity.provider;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// What is read of the provider's words without the provider.
class ProviderTest {
  private static final String ISSUER = "https://sso.xa.example/realms/xa";
  private static final Instant NOW = Instant.parse("2026-11-26T01:00:00Z");
  private static final Map<String, Object> EVENTS =
      Map.of("http://schemas.openid.net/event/backchannel-logout", Map.of());

  @Test
  void readsADocumentOfTheIssuerItself() {
    ProviderDocument read = ProviderDocument.read(ISSUER, document()).orElseThrow();
    assertThat(read.token()).isEqualTo(URI.create(ISSUER + "/token"));
    assertThat(read.end()).isEqualTo(URI.create(ISSUER + "/logout"));
    assertThat(read.secretInBody()).isTrue();
    assertThat(ProviderDocument.read("https://other.example", document())).isEmpty();
  }

  @Test
  void refusesADocumentThatLacksSomethingOrLeadsOverAnOpenLine() {
    for (String name : List.of("authorization_endpoint", "token_endpoint", "jwks_uri")) {
      for (Object wrong :
          List.of("", "http://sso.xa.example/x", "ftp://x/y", "no address", 17, List.of("x"))) {
        var document = new HashMap<String, Object>(document());
        document.put(name, wrong);
        assertThat(ProviderDocument.read(ISSUER, document)).as(name + " " + wrong).isEmpty();
      }
    }
  }

  @Test
  void thisMachineNeedsNoProtection() {
    assertThat(ProviderDocument.safe(URI.create("http://localhost:8180/realms/xa"))).isTrue();
    assertThat(ProviderDocument.safe(URI.create("http://127.0.0.1:8180/"))).isTrue();
    assertThat(ProviderDocument.safe(URI.create("http://localhost.example/"))).isFalse();
    assertThat(ProviderDocument.safe(URI.create("https:/nowhere"))).isFalse();
  }

  @Test
  void keepsATryAsTextAndReadsNothingElse() {
    var attempt = new ProviderTry("state", "nonce", "verifier", NOW, UUID.randomUUID(), null);
    assertThat(ProviderTry.parse(attempt.text())).contains(attempt);
    var invited = new ProviderTry("state", "nonce", "verifier", NOW, null, "invitation");
    assertThat(ProviderTry.parse(invited.text())).contains(invited);
    assertThat(ProviderTry.parse(null)).isEmpty();
    assertThat(ProviderTry.parse(17L)).isEmpty();
    assertThat(ProviderTry.parse("a b c d e f")).isEmpty();
    assertThat(ProviderTry.parse(attempt.text() + " more")).isEmpty();
    assertThat(invited.toString()).doesNotContain("verifier");
  }

  @Test
  void aSecondFactorIsTrustedOnlyWhereASettingNamesIt() {
    Map<String, Object> claims = Map.of("acr", "2", "amr", List.of("pwd", "otp"));
    assertThat(TrustedFactors.in(claims, Set.of("2"), Set.of())).isTrue();
    assertThat(TrustedFactors.in(claims, Set.of(), Set.of("otp"))).isTrue();
    assertThat(TrustedFactors.in(claims, Set.of(), Set.of())).isFalse();
    assertThat(TrustedFactors.in(claims, Set.of("1"), Set.of("hwk"))).isFalse();
    assertThat(TrustedFactors.in(Map.of("amr", "otp"), Set.of(), Set.of("otp"))).isFalse();
    assertThat(TrustedFactors.in(Map.of(), Set.of("2"), Set.of("otp"))).isFalse();
  }

  @Test
  void readsALogoutTokenForUsAndForNow() {
    assertThat(logout(Map.of())).contains(new Logout("session", "subject"));
    assertThat(logout(Map.of("sid", 17))).contains(new Logout("", "subject"));
    assertThat(logout(Map.of("sid", "", "sub", ""))).isEmpty();
    assertThat(logout(Map.of("iss", "https://other.example"))).isEmpty();
    assertThat(logout(Map.of("aud", List.of("other")))).isEmpty();
    assertThat(logout(Map.of("aud", "anbinh"))).isEmpty();
    assertThat(logout(Map.of("events", Map.of("other", Map.of())))).isEmpty();
    assertThat(logout(Map.of("events", "none"))).isEmpty();
    assertThat(logout(Map.of("nonce", "x"))).as("an identity token is none").isEmpty();
    assertThat(logout(Map.of("iat", NOW.minus(Duration.ofMinutes(6))))).isEmpty();
    assertThat(logout(Map.of("iat", NOW.plus(Duration.ofMinutes(2))))).isEmpty();
    assertThat(logout(Map.of("iat", "now"))).isEmpty();
  }

  private static Optional<Logout> logout(Map<String, Object> changed) {
    var claims =
        new HashMap<String, Object>(
            Map.of(
                "iss",
                ISSUER,
                "aud",
                List.of("anbinh"),
                "iat",
                NOW,
                "sid",
                "session",
                "sub",
                "subject",
                "events",
                EVENTS));
    claims.putAll(changed);
    return LogoutToken.read(claims, ISSUER, "anbinh", NOW);
  }

  private static Map<String, Object> document() {
    return Map.of(
        "issuer", ISSUER,
        "authorization_endpoint", ISSUER + "/auth",
        "token_endpoint", ISSUER + "/token",
        "jwks_uri", ISSUER + "/keys",
        "end_session_endpoint", ISSUER + "/logout",
        "token_endpoint_auth_methods_supported", List.of("client_secret_post"));
  }
}
