package anbinh.media.simulator;

import java.nio.ByteBuffer;

/// One coded picture of a [VideoSource].
///
/// @param nalUnits each preceded by its length in four bytes; read-only, position 0
/// @param duration90k until the next picture in coding order, in ticks of 1/90000 s
/// @param presentationOffset90k from its place in coding order to its presentation, in ticks
/// @param key whether decoding can start here
public record Picture(
    ByteBuffer nalUnits, long duration90k, long presentationOffset90k, boolean key) {

  public Picture {
    nalUnits = nalUnits.slice().asReadOnlyBuffer();
    if (duration90k <= 0) {
      throw new IllegalArgumentException("a picture lasts " + duration90k + " ticks");
    }
  }
}
