package anbinh.video;

import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/// How films are made of others.
///
/// @param longest a film that takes longer than this is given up
/// @param mostMemory a film whose making takes more memory than this is given up
/// @param retry pause before a film that could not be made is tried again; doubles with each
///   failure
@ConfigurationProperties("anbinh.video")
public record TranscodingSettings(
    @DefaultValue("2h") @DurationMin(seconds = 1) Duration longest,
    @DefaultValue("2GB") DataSize mostMemory,
    @DefaultValue("5s") @DurationMin(millis = 10) Duration retry) {}
