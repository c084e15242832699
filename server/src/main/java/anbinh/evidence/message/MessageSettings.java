package anbinh.evidence.message;

import anbinh.platform.message.MailSettings;
import anbinh.platform.message.WebhookSettings;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
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
    @DefaultValue("24h") @DurationMin(millis = 10) Duration beforeEnd) {}
