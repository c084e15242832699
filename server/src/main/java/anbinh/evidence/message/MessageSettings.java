package anbinh.evidence.message;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.net.URI;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// How messages to owners go out. No channel is on unless `anbinh.evidence.owner.address` is set.
///
/// @param timeout for one attempt
/// @param retry pause before an attempt that failed is followed by another; doubles with each
/// @param longestRetry the pause never grows beyond this
/// @param giveUpAfter a message that could not be handed over within this time has failed
/// @param linksPerDay how many messages with a link the owner of a camera is sent within 24 hours,
///   for all requests together
/// @param beforeOverwritten how long before the end of a camera's keep-time its owner is reminded
/// @param beforeEnd how long before the end of the time to answer an owner is reminded
@ConfigurationProperties("anbinh.evidence.message")
record MessageSettings(
    @DefaultValue @Valid MailSettings mail,
    @DefaultValue @Valid WebhookSettings webhook,
    @DefaultValue("20s") @DurationMin(millis = 10) Duration timeout,
    @DefaultValue("1m") @DurationMin(millis = 10) Duration retry,
    @DefaultValue("1h") @DurationMin(millis = 10) Duration longestRetry,
    @DefaultValue("24h") @DurationMin(millis = 10) Duration giveUpAfter,
    @DefaultValue("3") @Min(1) @Max(100) int linksPerDay,
    @DefaultValue("72h") @DurationMin(millis = 10) Duration beforeOverwritten,
    @DefaultValue("24h") @DurationMin(millis = 10) Duration beforeEnd) {

  /// How a mail server is spoken to.
  enum Protection {
    /// Unprotected at first, protected before anything is said; refused when that fails.
    STARTTLS,
    /// Protected from the first byte on.
    TLS,
    /// Unprotected: for a mail server on the same machine.
    NONE
  }

  /// @param host of the mail server (SMTP); none: no e-mail
  /// @param port of the mail server
  /// @param protection `STARTTLS` (587), `TLS` (465) or, on the same machine, `NONE` (25)
  /// @param username none: without signing in
  /// @param password of the username
  /// @param from address of the sender; needed with a host
  record MailSettings(
      @Nullable String host,
      @DefaultValue("587") @Min(1) @Max(65_535) int port,
      @DefaultValue("STARTTLS") Protection protection,
      @Nullable String username,
      @Nullable String password,
      @Nullable @Email String from) {
    @Override
    public String toString() {
      return "MailSettings[host=" + host + "]";
    }
  }

  /// @param url of the gateway for text messages, `https`, or `http` on the same machine; none: no
  ///   text messages
  /// @param secret with which calls are signed: `whsec_` and 24 to 64 bytes in Base 64; needed with
  ///   a url
  record WebhookSettings(@Nullable URI url, @Nullable String secret) {
    @Override
    public String toString() {
      return "WebhookSettings[url=" + url + "]";
    }
  }
}
