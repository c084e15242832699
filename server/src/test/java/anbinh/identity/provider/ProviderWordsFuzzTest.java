package anbinh.identity.provider;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// Whatever a provider says of itself, in a token or in what a session kept: read or not, never a
/// fault.
class ProviderWordsFuzzTest {
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final String ISSUER = "https://a";

  @FuzzTest(maxDuration = "10s")
  @SuppressWarnings("unchecked")
  void anyWordsAreReadOrNot(byte[] bytes) {
    String text = new String(bytes, StandardCharsets.UTF_8);
    ProviderTry.parse(text)
        .ifPresent(attempt -> assertThat(ProviderTry.parse(attempt.text())).contains(attempt));
    Map<String, Object> said;
    try {
      said = JSON.readValue(text, Map.class);
    } catch (JacksonException e) {
      return;
    }
    if (said == null) {
      return;
    }
    ProviderDocument.read(ISSUER, said)
        .ifPresent(document -> assertThat(ProviderDocument.safe(document.token())).isTrue());
    TrustedFactors.in(said, Set.of("2"), Set.of("otp"));
    LogoutToken.read(said, ISSUER, "anbinh", Instant.EPOCH);
  }
}
