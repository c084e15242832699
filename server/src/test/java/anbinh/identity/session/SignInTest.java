package anbinh.identity.session;

import static org.assertj.core.api.Assertions.assertThat;

import anbinh.identity.FactorRule;
import anbinh.identity.IdentitySettings;
import anbinh.identity.Person;
import anbinh.identity.factor.FakeSecondFactors;
import anbinh.identity.factor.Method;
import anbinh.identity.provider.ProviderSession;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Test;

/// By what somebody confirms that it is them; SessionIT, ProviderIT and SignInLimitIT have the
/// attempts and the proofs.
class SignInTest {
  private static final ProviderSession WITH_FACTOR = new ProviderSession("1", true, "");
  private static final ProviderSession WITHOUT_FACTOR = new ProviderSession("1", false, "");
  private final Person person = AccessFixture.person(1, null);

  @SuppressWarnings("NullAway") // nobody signs in
  private static SignIn with(Method... second) {
    var settings =
        new IdentitySettings(
            Duration.ofMinutes(30),
            Duration.ofHours(12),
            8,
            100,
            40,
            Duration.ofMinutes(10),
            FactorRule.OPTIONAL,
            Duration.ofMinutes(5),
            null,
            Duration.ofHours(24));
    return new SignIn(
        null,
        null,
        null,
        new FakeSecondFactors(second),
        null,
        null,
        null,
        settings,
        InstantSource.system());
  }

  @Test
  void aPasswordIsEnoughOnlyWhereThereIsNothingElse() {
    assertThat(with().methods(person, null)).containsExactly(Method.PASSWORD);
    assertThat(with(Method.TOTP, Method.RECOVERY_CODE).methods(person, null))
        .containsExactly(Method.TOTP, Method.RECOVERY_CODE);
  }

  @Test
  void whomTheProviderLetInShowsItThereUnlessTheirFactorHereIsMore() {
    assertThat(with().methods(person, WITHOUT_FACTOR)).containsExactly(Method.PROVIDER);
    assertThat(with(Method.PASSKEY).methods(person, WITH_FACTOR))
        .isEqualTo(List.of(Method.PROVIDER, Method.PASSKEY));
    assertThat(with(Method.PASSKEY).methods(person, WITHOUT_FACTOR))
        .as("the provider's word does not stand for a second factor")
        .containsExactly(Method.PASSKEY);
  }
}
