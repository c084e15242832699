package anbinh.evidence.copy;

import java.util.List;
import java.util.Optional;

/// One box over time.
///
/// @param beyond whether it stays where it was first, and last, for the rest of the video;
///   otherwise there is none before its first and after its last key position
/// @param keys in the order of time, at least one
record Track(boolean beyond, List<Key> keys) {
  public Track {
    keys = List.copyOf(keys);
  }

  /// Where the box is at a moment.
  ///
  /// @param seconds from the beginning of the video
  public record Key(double seconds, Box box) {}

  /// @param micros from the beginning of the video
  Optional<Box> at(long micros) {
    double seconds = micros / 1e6;
    Key first = keys.getFirst();
    Key last = keys.getLast();
    // A player shows the moment of a picture to the microsecond or less.
    double slack = 0.002;
    if (!beyond && (seconds < first.seconds() - slack || seconds > last.seconds() + slack)) {
      return Optional.empty();
    }
    if (seconds <= first.seconds()) {
      return Optional.of(first.box());
    }
    Key before = first;
    for (Key key : keys) {
      if (key.seconds() >= seconds) {
        double span = key.seconds() - before.seconds();
        return Optional.of(
            before.box().toward(key.box(), span == 0 ? 1 : (seconds - before.seconds()) / span));
      }
      before = key;
    }
    return Optional.of(last.box());
  }
}
