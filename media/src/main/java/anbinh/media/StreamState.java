package anbinh.media;

import java.time.Duration;

/// Where a camera's stream stands. A fault carries a closed cause, so that each can be shown with
/// what to do about it.
public sealed interface StreamState {
  /// Contacting the camera; `attempt` counts from 1 since the last picture.
  record Connecting(int attempt) implements StreamState {}

  /// Pictures are arriving.
  record Streaming(VideoFormat format) implements StreamState {}

  /// Not streaming; tried again after `retryIn`.
  ///
  /// @param detail one line for a technician, in English, without secrets
  record Down(Cause cause, String detail, Duration retryIn) implements StreamState {}

  /// Closed by its owner; nothing more will come.
  record Closed() implements StreamState {}

  enum Cause {
    /// The address cannot be read as an RTSP address, or its host is unknown.
    BAD_ADDRESS,
    /// The receiver may not connect there ([anbinh.media.ingest.IngestOptions#allowed]).
    FORBIDDEN_ADDRESS,
    /// Nothing answers there (refused, no route, connect timeout).
    UNREACHABLE,
    /// The camera wants another user name or password, or a method we do not accept in the clear.
    UNAUTHORISED,
    /// The camera answers, but not with this path.
    NOT_FOUND,
    /// Something answers that does not speak RTSP, or breaks it.
    NOT_RTSP,
    /// The stream has no video track.
    NO_VIDEO,
    /// The video is neither H.264 nor H.265.
    UNSUPPORTED_CODEC,
    /// Bytes arrived that could not be read as the video announced.
    MALFORMED_STREAM,
    /// The connection stands, but no picture came for longer than allowed.
    STALLED,
    /// The camera ended the stream.
    ENDED,
    /// The camera refused with another status.
    REFUSED,
    /// The receiver of the pictures failed here; not the camera's fault.
    RECEIVER_FAILED
  }
}
