package anbinh.identity;

import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/// How people sign in.
///
/// @param idle a session ends after so long without a request
/// @param longest a session ends at this age, however busy
/// @param attemptsPerAccount failed sign-ins of one username within the window
/// @param attemptsPerAddress failed sign-ins from one network address within the window
/// @param window over which failed sign-ins count
@Validated
@ConfigurationProperties("anbinh.identity")
record IdentitySettings(
    @DefaultValue("30m") @DurationMin(minutes = 1) Duration idle,
    @DefaultValue("12h") @DurationMin(minutes = 1) Duration longest,
    @DefaultValue("8") @Min(1) int attemptsPerAccount,
    @DefaultValue("40") @Min(1) int attemptsPerAddress,
    @DefaultValue("10m") @DurationMin(seconds = 1) Duration window) {}
