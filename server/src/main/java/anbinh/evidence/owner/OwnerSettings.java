package anbinh.evidence.owner;

import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/// How owners of community cameras are asked.
///
/// @param answerWithin an owner who did not answer within this time after the approval is not
///   waited for any longer; sooner when the camera's keep-time ends
@Validated
@ConfigurationProperties("anbinh.evidence.owner")
public record OwnerSettings(
    @DefaultValue("14d") @DurationMin(minutes = 1) Duration answerWithin) {}
