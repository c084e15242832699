package anbinh.sightings.dictionary;

import java.util.HashMap;
import java.util.Map;

/// What a plate costs for a pattern, by trying all ways of matching it: slow, and simple enough to
/// be believed.
final class ScannedCost {
  private final PlatePattern pattern;
  private final ReadingCosts costs;
  private final String plate;
  private final Map<Integer, Integer> known = new HashMap<>();

  private ScannedCost(PlatePattern pattern, ReadingCosts costs, String plate) {
    this.pattern = pattern;
    this.costs = costs;
    this.plate = plate;
  }

  static int of(PlatePattern pattern, ReadingCosts costs, String plate) {
    ScannedCost cost = new ScannedCost(pattern, costs, plate);
    int upper = pattern.upperLine();
    return upper == 0
        ? cost.rest(0, 0)
        : Math.min(cost.rest(0, 0), costs.missedLine() + cost.rest(upper, 0));
  }

  /// The least cost of matching what is left of both.
  private int rest(int token, int character) {
    Integer before = known.get(token * 100 + character);
    if (before != null) {
      return before;
    }
    int least = token == pattern.length() && character == plate.length() ? 0 : 1 << 20;
    if (token < pattern.length() && pattern.token(token) == PlatePattern.ANY_NUMBER) {
      least = Math.min(least, rest(token + 1, character));
      if (character < plate.length()) {
        least = Math.min(least, rest(token, character + 1));
      }
    } else {
      if (token < pattern.length()) {
        least = Math.min(least, costs.missed() + rest(token + 1, character));
      }
      if (token < pattern.length() && character < plate.length()) {
        int read = PlateCode.of(plate.charAt(character));
        int stands = pattern.token(token);
        int replaced = stands == PlatePattern.ANY ? 0 : costs.replaced(stands, read);
        least = Math.min(least, replaced + rest(token + 1, character + 1));
      }
    }
    if (character < plate.length()) {
      least = Math.min(least, costs.added() + rest(token, character + 1));
    }
    known.put(token * 100 + character, least);
    return least;
  }
}
