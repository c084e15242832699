package anbinh.identity.factor;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.apache.commons.codec.binary.Base32;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TotpTest {
  private static final byte[] SECRET = "12345678901234567890".getBytes(US_ASCII);

  /// The table of RFC 6238, appendix B, for SHA-1; its last six of eight digits.
  @ParameterizedTest
  @CsvSource({
    "59, 287082",
    "1111111109, 081804",
    "1111111111, 050471",
    "1234567890, 005924",
    "2000000000, 279037",
    "20000000000, 353130"
  })
  void givesTheCodesOfTheStandard(long second, String code) {
    Instant at = Instant.ofEpochSecond(second);
    assertThat(Totp.code(SECRET, Totp.step(at))).isEqualTo(code);
    assertThat(Totp.match(SECRET, code, at)).hasValue(second / 30);
  }

  @Test
  void allowsOneStepOfDriftAndNoMore() {
    Instant now = Instant.parse("2026-11-25T08:00:15Z");
    long step = Totp.step(now);
    for (long drift = -1; drift <= 1; drift++) {
      assertThat(Totp.match(SECRET, Totp.code(SECRET, step + drift), now)).hasValue(step + drift);
    }
    for (long drift : new long[] {-3, -2, 2, 3}) {
      assertThat(Totp.match(SECRET, Totp.code(SECRET, step + drift), now)).isEmpty();
    }
  }

  @Test
  void readsACodeAsPeopleTypeIt() {
    Instant at = Instant.ofEpochSecond(59);
    assertThat(Totp.match(SECRET, " 287 082 ", at)).isPresent();
    assertThat(Totp.match(SECRET, "٢٨٧٠٨٢", at)).isPresent();
    for (String wrong : new String[] {"", "287", "2870820", "abc", "287083"}) {
      assertThat(Totp.match(SECRET, wrong, at)).as(wrong).isEmpty();
    }
  }

  @Test
  void theAddressHoldsTheSecretAndTheNamesEscaped() {
    byte[] secret = Totp.newSecret();
    String uri = Totp.uri("Xã Bá Thước", "lan", secret);
    assertThat(uri)
        .startsWith("otpauth://totp/X%C3%A3%20B%C3%A1%20Th%C6%B0%E1%BB%9Bc:lan?secret=")
        .contains("&issuer=X%C3%A3%20B%C3%A1%20Th%C6%B0%E1%BB%9Bc&");
    String text = uri.replaceAll(".*secret=([A-Z2-7]+)&.*", "$1");
    assertThat(new Base32().decode(text)).isEqualTo(secret);
  }
}
