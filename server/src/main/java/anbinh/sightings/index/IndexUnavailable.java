package anbinh.sightings.index;

import java.io.IOException;

/// An engine that cannot be reached, is overloaded, refuses, or answers only in part. What it keeps
/// is not lost by that, so it is asked again later and not made anew.
public class IndexUnavailable extends IOException {
  public IndexUnavailable(String message) {
    super(message);
  }

  public IndexUnavailable(String message, Throwable cause) {
    super(message, cause);
  }
}
