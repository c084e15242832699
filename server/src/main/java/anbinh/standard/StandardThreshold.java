package anbinh.standard;

import org.jspecify.annotations.Nullable;

/// A number that the Circular binds beside the shares of criteria themselves.
///
/// @param percent how many of a hundred; null where it is no share
/// @param atLeast how many; null where it is a share
/// @param article where it says so
/// @param phrase its own words
public record StandardThreshold(
    String criterion,
    Code code,
    @Nullable Integer percent,
    @Nullable Integer atLeast,
    String article,
    String phrase) {
  /// What is counted.
  public enum Code {
    ALL_REGISTERED,
    ALL_BRIEFED,
    UNITS_REGISTERED,
    PROGRAMMES_RUNNING
  }
}
