package anbinh.vision.reader;

import java.util.List;

/// One text that a plate may have.
///
/// @param text letters and digits; empty where no plate is seen
/// @param probability that all of it is so, from 0 to 1, as the net says
/// @param characters how likely each character of the text is
public record Reading(String text, double probability, List<Float> characters) {
  public Reading {
    characters = List.copyOf(characters);
  }

  /// The same text, as likely as more than the net knows makes it.
  public Reading withProbability(double other) {
    return new Reading(text, other, characters);
  }
}
