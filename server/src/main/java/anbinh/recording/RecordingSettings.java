package anbinh.recording;

import java.nio.file.Path;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// How cameras are recorded.
///
/// @param folder of the footage; none: inside the data folder. Another disk is a good idea
/// @param segment length of a file
/// @param sync how often open files are made durable: what a power cut can lose
/// @param allowBasic whether a camera may be told its password in the clear
@ConfigurationProperties("anbinh.recording")
public record RecordingSettings(
    @Nullable Path folder,
    @DefaultValue("60s") @DurationMin(seconds = 5) Duration segment,
    @DefaultValue("2s") @DurationMin(millis = 100) Duration sync,
    @DefaultValue("false") boolean allowBasic) {}
