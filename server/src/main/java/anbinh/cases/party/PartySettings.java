package anbinh.cases.party;

import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// How long people are recorded in cases.
///
/// @param longest the end of a record is no later than so long from today
/// @param eraseAfter a record is erased so long after its end
@ConfigurationProperties("anbinh.cases.parties")
record PartySettings(
    @DefaultValue("730d") @DurationMin(days = 1) Duration longest,
    @DefaultValue("180d") @DurationMin(days = 1) Duration eraseAfter) {}
