package anbinh.media.ingest;

import anbinh.media.AccessUnit;
import anbinh.media.StreamState;
import anbinh.media.VideoFormat;

/// What trying a camera's address once has shown.
public sealed interface ProbeResult {
  /// The camera streams; with its first picture, at which decoding can start.
  record Found(VideoFormat format, AccessUnit firstPicture) implements ProbeResult {}

  /// @param detail one line for a technician, in English, without secrets
  record Failed(StreamState.Cause cause, String detail) implements ProbeResult {}
}
