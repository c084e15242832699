package anbinh.recording.referral;

import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// How marked spans of footage are referred to investigators.
///
/// @param openFor a referral that nobody accepted or dismissed within this time lapses
/// @param retention a referral is deleted this long after it was made
@ConfigurationProperties("anbinh.recording.referral")
record ReferralSettings(
    @DefaultValue("7d") @DurationMin(minutes = 1) Duration openFor,
    @DefaultValue("30d") @DurationMin(days = 1) Duration retention) {}
