package anbinh.sightings.search;

import java.util.List;

/// A step of the slider by which an investigator says how wrong a reading may be: how many plates
/// it accepts beyond the step before, and some of them.
///
/// @param cost that a plate has at most
/// @param plates how many there are, wherever they were read
/// @param examples of those that the investigator may see, the likeliest first
public record AcceptanceLevel(int cost, int plates, List<String> examples) {
  public static final int MAX_EXAMPLES = 3;

  public AcceptanceLevel {
    examples = List.copyOf(examples);
  }
}
