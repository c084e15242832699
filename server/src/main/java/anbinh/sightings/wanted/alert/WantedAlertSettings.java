package anbinh.sightings.wanted.alert;

import anbinh.platform.message.AlertChannels;
import anbinh.platform.message.MailSettings;
import anbinh.platform.message.WebhookSettings;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import java.time.Duration;
import java.util.List;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// Whom alerts of wanted vehicles go to. Without a mail server and a webhook they are in the
/// console only.
///
/// @param to addresses of the duty officers, for e-mail; needed with a mail server
/// @param language of the e-mail and of the webhook's text: `vi`, `en` or `ar`
/// @param expiresAfter an alert expires that nobody has acknowledged for so long
/// @param timeout for one attempt to send
@ConfigurationProperties("anbinh.sightings.alert")
record WantedAlertSettings(
    @Nullable List<@NotBlank @Email String> to,
    @DefaultValue @Valid MailSettings mail,
    @DefaultValue @Valid WebhookSettings webhook,
    @DefaultValue("vi") @Pattern(regexp = "vi|en|ar") String language,
    @DefaultValue("24h") @DurationMin(minutes = 1) @DurationMax(days = 7) Duration expiresAfter,
    @DefaultValue("20s") @DurationMin(millis = 10) Duration timeout) {
  WantedAlertSettings {
    to = to == null ? null : List.copyOf(to);
  }

  AlertChannels.Settings channels() {
    return new AlertChannels.Settings(
        to == null ? List.of() : to, mail, webhook, language, timeout);
  }
}
