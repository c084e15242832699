package anbinh.campaign;

import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/// Campaigns.
///
/// @param keepNames who was commended is erased so long after it was noted
@Validated
@ConfigurationProperties("anbinh.campaign")
record CampaignSettings(@DefaultValue("1826d") @DurationMin(days = 30) Duration keepNames) {}
