package anbinh.media.ingest;

import anbinh.media.rtp.MalformedStreamException;
import anbinh.media.rtsp.Sdp;
import anbinh.media.rtsp.StreamFailedException;
import java.nio.ByteBuffer;
import java.time.Instant;

/// What a [CameraSession] receives of its camera: one track, of which it takes the packets. For one
/// session and one thread.
interface Reception {
  /// The track to ask for; called once, before all else.
  ///
  /// @param base the address that controls in `description` are relative to
  Track choose(Sdp description, String base) throws StreamFailedException;

  /// The camera has agreed to send; packets may have come before.
  void playing(long nanos);

  void rtp(ByteBuffer packet, long nanos, Instant at) throws MalformedStreamException;

  void rtcp(ByteBuffer packet, Instant at);

  /// Bytes of the connection had to be skipped.
  void skipped();

  /// Whether the camera has said goodbye.
  boolean ended();

  /// Looks at what has come since the last call.
  ///
  /// @return whether anything whole did
  boolean advanced(long nanos);

  /// Fails where too little comes.
  ///
  /// @param skippedBytes since anything whole came
  void check(long nanos, long skippedBytes) throws StreamFailedException;
}
