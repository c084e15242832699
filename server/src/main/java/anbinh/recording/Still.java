package anbinh.recording;

import anbinh.media.Bytes;
import java.time.Instant;

/// A picture taken from a recording.
///
/// @param frameAt when the picture was taken, by the recording's time
public record Still(Bytes jpeg, Instant frameAt) {}
