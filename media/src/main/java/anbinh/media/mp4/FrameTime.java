package anbinh.media.mp4;

import java.time.Instant;

/// When one picture of a cut was taken.
///
/// @param at wall-clock time, exact to the camera's tick within a segment
/// @param movieTicks when a player shows it: ticks since the first picture of the cut
/// @param damaged whether parts of it, or of a picture that it may refer to, never came
public record FrameTime(Instant at, long movieTicks, boolean key, boolean damaged) {}
