package anbinh.identity;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Min;
import java.net.URI;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// How people sign in.
///
/// @param idle a session ends after so long without a request
/// @param longest a session ends at this age, however busy
/// @param attemptsPerAccount failed sign-ins of one username from one address, or from a browser
///   that has signed that person in before, within the window
/// @param attemptsOfStrangers failed sign-ins of one username from all other browsers together
///   within the window
/// @param attemptsPerAddress failed sign-ins from one network address within the window
/// @param window over which failed sign-ins count
/// @param secondFactor who must have one: `optional`, `required-for-deciders` or `required`
/// @param confirmation a grave act, such as a decision, needs somebody who showed no longer ago
///   than this that it is them, by signing in or by confirming
/// @param address what people type to get here, such as `https://anbinh.xa.vn`; passkeys belong to
///   it, so set it before anybody adds one. Without it they work at `http://localhost` only
/// @param freshFootage footage no older than this may be looked at without a case, since what just
///   happened has none yet; `0s`: always with a case
@ConfigurationProperties("anbinh.identity")
public record IdentitySettings(
    @DefaultValue("30m") @DurationMin(minutes = 1) Duration idle,
    @DefaultValue("12h") @DurationMin(minutes = 1) Duration longest,
    @DefaultValue("8") @Min(1) int attemptsPerAccount,
    @DefaultValue("100") @Min(1) int attemptsOfStrangers,
    @DefaultValue("40") @Min(1) int attemptsPerAddress,
    @DefaultValue("10m") @DurationMin(seconds = 1) Duration window,
    @DefaultValue("optional") FactorRule secondFactor,
    @DefaultValue("5m") @DurationMin(seconds = 1) Duration confirmation,
    @Nullable URI address,
    @DefaultValue("24h") @DurationMin(seconds = 0) Duration freshFootage) {
  @AssertTrue(message = "must be https://NAME or http://localhost, with a port or not, no path")
  public boolean isAddress() {
    if (address == null) {
      return true;
    }
    boolean bare = address.getPath() == null || address.getPath().isEmpty();
    boolean safe =
        "https".equals(address.getScheme())
            || ("http".equals(address.getScheme()) && "localhost".equals(address.getHost()));
    return bare && safe && address.getHost() != null;
  }
}
