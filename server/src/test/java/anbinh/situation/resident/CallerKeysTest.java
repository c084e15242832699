package anbinh.situation.resident;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CallerKeysTest {
  private final CallerKeys callers = new CallerKeys();

  @Test
  void theSameAddressIsTheSameCallerAndAHouseholdOfIpv6Is() {
    assertThat(callers.of("203.0.113.7")).isEqualTo(callers.of("203.0.113.7"));
    assertThat(callers.of("203.0.113.7")).isNotEqualTo(callers.of("203.0.113.8"));
    assertThat(callers.of("2001:db8:1:2::1")).isEqualTo(callers.of("2001:db8:1:ff:ffff::9"));
    assertThat(callers.of("2001:db8:1:2::1")).isNotEqualTo(callers.of("2001:db8:1:102::1"));
  }

  @Test
  void noAddressIsInItAndAnotherStartHasOtherKeys() {
    assertThat(callers.of("203.0.113.7")).doesNotContain("203").hasSize(44);
    assertThat(new CallerKeys().of("203.0.113.7")).isNotEqualTo(callers.of("203.0.113.7"));
    assertThat(callers.of("nowhere.example")).isEqualTo(callers.of(""));
  }
}
