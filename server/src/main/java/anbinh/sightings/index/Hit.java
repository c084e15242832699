package anbinh.sightings.index;

import java.util.Comparator;

/// A sighting that was found.
///
/// @param position of the [Pass]
/// @param time of the pass
/// @param cost of taking it for what was asked for; 0 where all fits
/// @param reading by which it was found, from 0; -1 where no plate was asked for
public record Hit(long position, long time, int cost, int reading) {
  /// The best first, of those the latest.
  public static final Comparator<Hit> ORDER =
      Comparator.comparingInt(Hit::cost)
          .thenComparing(Comparator.comparingLong(Hit::time).reversed())
          .thenComparing(Comparator.comparingLong(Hit::position).reversed());
}
