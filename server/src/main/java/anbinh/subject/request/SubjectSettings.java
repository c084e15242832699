package anbinh.subject.request;

import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// What people ask about their own data.
///
/// @param answerWithin so many working days after it was received somebody is told that their
///   request is being dealt with (Decree 356/2025/ND-CP)
/// @param keep who asked and what is erased so long after the end
@ConfigurationProperties("anbinh.subject")
record SubjectSettings(
    @DefaultValue("2") @Min(1) int answerWithin,
    @DefaultValue("365d") @DurationMin(days = 1) Duration keep) {}
