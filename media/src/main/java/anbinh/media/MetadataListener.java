package anbinh.media;

import java.time.Instant;

/// Receives what one camera tells of its pictures: XML documents of ONVIF. Called on an ingest
/// thread shared with other cameras, one call at a time and in order; must not block. Whatever it
/// throws ends this camera's connection only.
public interface MetadataListener {
  /// The camera has agreed to send; it may have nothing to tell for long.
  void onPlaying();

  /// @param document as it came, not checked
  /// @param at the recorder's wall clock when its last byte came
  void onDocument(Bytes document, Instant at);

  /// A document came that cannot be unpacked, or whose content is too long.
  void onUnreadable(Instant at);

  /// @param state never [StreamState.Streaming], which has a video format
  void onState(StreamState state);
}
