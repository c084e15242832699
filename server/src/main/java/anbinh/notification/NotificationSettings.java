package anbinh.notification;

import anbinh.platform.message.MailSettings;
import anbinh.platform.message.WebhookSettings;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import java.time.Duration;
import java.util.List;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// How people are told that something waits. Without a channel they are told in the console.
///
/// @param push Web Push to browsers
/// @param mail by which messages go by e-mail
/// @param webhook of the gateway by which they go as text messages (SMS, Zalo)
/// @param every worklists are compared so often
/// @param everyUrgent and so often those of features in which something may be urgent
/// @param repeat a danger that nobody received is told again after this time, then after twice it,
///   up to an hour
/// @param spacing what is not urgent is told to an address no more often than this
/// @param keep notifications are deleted after this time
/// @param timeout for one attempt to send
/// @param retry pause before an attempt that failed is followed by another; doubles with each
@ConfigurationProperties("anbinh.notification")
public record NotificationSettings(
    @DefaultValue @Valid Push push,
    @DefaultValue @Valid MailSettings mail,
    @DefaultValue @Valid WebhookSettings webhook,
    @DefaultValue("1m") @DurationMin(millis = 10) @DurationMax(minutes = 10) Duration every,
    @DefaultValue("20s") @DurationMin(millis = 10) @DurationMax(minutes = 10) Duration everyUrgent,
    @DefaultValue("5m") @DurationMin(millis = 10) @DurationMax(hours = 1) Duration repeat,
    @DefaultValue("10m") @DurationMin(seconds = 0) @DurationMax(days = 1) Duration spacing,
    @DefaultValue("30d") @DurationMin(days = 1) @DurationMax(days = 365) Duration keep,
    @DefaultValue("20s") @DurationMin(millis = 10) Duration timeout,
    @DefaultValue("1m") @DurationMin(millis = 10) Duration retry) {
  /// Web Push (RFC 8030) with the server's own key (VAPID, RFC 8292).
  ///
  /// @param contact whom the push services may write to, such as `mailto:it@example.vn`; none: no
  ///   Web Push
  /// @param services hosts of the push services to which messages may go, with their port unless it
  ///   is 443; `*.` stands for any name before the rest
  public record Push(
      @Nullable @Pattern(regexp = "(mailto:[^@\\s]+@[^@\\s]+|https://\\S+)") String contact,
      @DefaultValue({
            "fcm.googleapis.com",
            "updates.push.services.mozilla.com",
            "*.notify.windows.com",
            "*.push.apple.com"
          })
          List<@NotBlank String> services) {
    public Push {
      services = List.copyOf(services);
    }
  }
}
