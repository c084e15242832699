package anbinh.media.simulator;

/// One sample of an MP4 track.
///
/// @param duration in ticks of the track
/// @param presentationOffset in ticks of the track
/// @param key whether the file says that decoding can start here
record Mp4Sample(long offset, int bytes, long duration, long presentationOffset, boolean key) {}
