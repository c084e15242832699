package anbinh.media.simulator;

/// A film that is intact but cannot be played as a camera's stream.
final class UnplayableFilm extends IllegalArgumentException {
  private static final long serialVersionUID = 1;

  UnplayableFilm(String message) {
    super(message);
  }
}
