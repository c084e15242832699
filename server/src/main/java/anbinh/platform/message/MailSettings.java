package anbinh.platform.message;

import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// The mail server of a feature that sends e-mail.
///
/// @param host of the mail server (SMTP); none: no e-mail
/// @param port of the mail server
/// @param protection `STARTTLS` (587), `TLS` (465) or, on the same machine, `NONE` (25)
/// @param username none: without signing in
/// @param password of the username
/// @param from address of the sender; needed with a host
public record MailSettings(
    @Nullable String host,
    @DefaultValue("587") @Min(1) @Max(65_535) int port,
    @DefaultValue("STARTTLS") Protection protection,
    @Nullable String username,
    @Nullable String password,
    @Nullable @Email String from) {
  /// How a mail server is spoken to.
  public enum Protection {
    /// Unprotected at first, protected before anything is said; refused when that fails.
    STARTTLS,
    /// Protected from the first byte on.
    TLS,
    /// Unprotected: for a mail server on the same machine.
    NONE
  }

  @Override
  public String toString() {
    return "MailSettings[host=" + host + "]";
  }
}
