package anbinh.media.ingest;

/// The track of a session description that is received.
///
/// @param setupUri what SETUP is asked for
/// @param sessionUri what PLAY, GET_PARAMETER and TEARDOWN are asked for
record Track(String setupUri, String sessionUri) {
  /// Asks for everything of this track alone, as a camera wants that knows no session of several.
  Track withoutSession() {
    return new Track(setupUri, setupUri);
  }
}
