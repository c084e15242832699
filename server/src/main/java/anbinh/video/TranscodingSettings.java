package anbinh.video;

import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/// How videos are made of others.
///
/// @param longest a video that takes longer than this is given up
/// @param mostMemory a video whose making takes more memory than this is given up
/// @param retry pause before a video that could not be made is tried again; doubles with each
///   failure
@ConfigurationProperties("anbinh.video")
public record TranscodingSettings(
    @DefaultValue("2h") @DurationMin(seconds = 1) Duration longest,
    @DefaultValue("2GB") DataSize mostMemory,
    @DefaultValue("5s") @DurationMin(millis = 10) Duration retry) {}
