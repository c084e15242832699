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
}
