package anbinh.media.record;

import anbinh.media.Bytes;
import anbinh.media.VideoFormat;
import anbinh.media.record.log.Gap;
import java.nio.ByteBuffer;
import java.time.Instant;

/// What a viewer of a live picture receives, in order.
public sealed interface LiveEvent {
  /// The head for all fragments that follow: first of all, and again when the format changes.
  record Init(VideoFormat format, Bytes head) implements LiveEvent {}

  /// One picture: `moof` and the head of `mdat`, then the very bytes that were recorded. Times go
  /// on from fragment to fragment without gaps or jumps, also where the recording has one.
  ///
  /// @param header read-only
  /// @param payload read-only
  /// @param receivedAt the recorder's wall clock when the picture arrived
  record Fragment(ByteBuffer header, ByteBuffer payload, boolean key, Instant receivedAt)
      implements LiveEvent {
    public int sizeBytes() {
      return header.remaining() + payload.remaining();
    }
  }

  /// The viewer was too slow: so many pictures were left out; the next fragment is a key picture.
  record Skipped(int pictures) implements LiveEvent {}

  /// Pictures are missing from here on, as the gap says.
  record Interrupted(Gap gap) implements LiveEvent {}

  /// Nothing more will come.
  record Ended() implements LiveEvent {}
}
