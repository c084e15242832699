package anbinh.identity;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.validation.Validation;
import jakarta.validation.Validator;
import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IdentitySettingsTest {
  private static final Validator VALIDATOR =
      Validation.buildDefaultValidatorFactory().getValidator();

  @Test
  void noAddressIsNeeded() {
    assertThat(VALIDATOR.validate(settings(null))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"https://anbinh.xa.vn", "https://anbinh.xa.vn:8443", "http://localhost:8080"})
  void anAddressIsWhereBrowsersAllowPasskeys(String address) {
    assertThat(VALIDATOR.validate(settings(URI.create(address)))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://anbinh.xa.vn",
        "https://anbinh.xa.vn/console",
        "anbinh.xa.vn",
        "ftp://localhost"
      })
  void anyOtherAddressIsRefused(String address) {
    assertThat(VALIDATOR.validate(settings(URI.create(address))))
        .singleElement()
        .satisfies(wrong -> assertThat(wrong.getMessage()).contains("https://NAME"));
  }

  private static IdentitySettings settings(@Nullable URI address) {
    Duration minute = Duration.ofMinutes(1);
    return new IdentitySettings(
        minute, minute, 8, 100, 40, minute, FactorRule.OPTIONAL, minute, address, minute);
  }
}
