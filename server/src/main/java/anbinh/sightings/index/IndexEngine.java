package anbinh.sightings.index;

import java.io.IOException;

/// An engine of this installation, with an index or without one. For one thread.
public interface IndexEngine {
  /// As people call it.
  String name();

  /// Whether there is an index, also one that cannot be read.
  boolean exists() throws IOException;

  /// Opens the index, and makes an empty one where there is none.
  ///
  /// @throws IndexUnavailable where it cannot be looked at now
  /// @throws IOException where it cannot be read and has to be made anew
  PassIndex open() throws IOException;

  /// Deletes the index, which nobody has open. What a crash leaves of it is never opened again.
  void delete() throws IOException;
}
