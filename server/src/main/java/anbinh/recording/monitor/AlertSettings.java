package anbinh.recording.monitor;

import anbinh.platform.message.AlertChannels;
import anbinh.platform.message.MailSettings;
import anbinh.platform.message.WebhookSettings;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import java.time.Duration;
import java.util.List;
import org.hibernate.validator.constraints.time.DurationMin;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// Whom alerts go to when recording is in trouble. Without a mail server and a webhook they are in
/// the log, in `/actuator/health` and in the metrics only.
///
/// @param to addresses of the duty officers, for e-mail; needed with a mail server
/// @param language of the e-mail and of the webhook's text: `vi`, `en` or `ar`
/// @param after a trouble that lasted so long raises an alert
/// @param clearAfter an alert is cleared when its trouble has been gone for so long
/// @param fullWithin a footage disk that will be full so soon is a trouble
/// @param timeout for one attempt to send
@ConfigurationProperties("anbinh.recording.alert")
record AlertSettings(
    @Nullable List<@NotBlank @Email String> to,
    @DefaultValue @Valid MailSettings mail,
    @DefaultValue @Valid WebhookSettings webhook,
    @DefaultValue("vi") @Pattern(regexp = "vi|en|ar") String language,
    @DefaultValue("2m") @DurationMin(millis = 10) Duration after,
    @DefaultValue("5m") @DurationMin(millis = 10) Duration clearAfter,
    @DefaultValue("7d") @DurationMin(millis = 10) Duration fullWithin,
    @DefaultValue("20s") @DurationMin(millis = 10) Duration timeout) {
  AlertSettings {
    to = to == null ? null : List.copyOf(to);
  }

  AlertChannels.Settings channels() {
    return new AlertChannels.Settings(
        to == null ? List.of() : to, mail, webhook, language, timeout);
  }
}
