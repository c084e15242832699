package anbinh.media.simulator;

/// A film that is intact but cannot be played as a camera's stream.
final class UnplayableVideo extends IllegalArgumentException {
  private static final long serialVersionUID = 1;

  UnplayableVideo(String message) {
    super(message);
  }
}
