package anbinh.sightings.dictionary;

/// The rows of the table by which a pattern is compared with a plate, one after each character of
/// the plate: the least cost of having matched the first tokens of the pattern so far. By Wagner and
/// Fischer (1974), with a token for any number of characters.
final class PatternRow {
  private static final int FAR = 1 << 20;

  private final PlatePattern pattern;
  private final ReadingCosts costs;
  private final int[][] rows;

  PatternRow(PlatePattern pattern, ReadingCosts costs) {
    this.pattern = pattern;
    this.costs = costs;
    rows = new int[PlateCode.MAX_LENGTH + 1][pattern.length() + 1];
    for (int j = 1; j <= pattern.length(); j++) {
      int token = pattern.token(j - 1);
      rows[0][j] =
          rows[0][j - 1] + (token == PlatePattern.ANY_NUMBER ? 0 : costs.missed());
    }
  }

  /// Computes the row after a character of the plate.
  ///
  /// @param place of the character in the plate
  /// @return the least cost in the row, which no longer plate can come below
  int advance(int place, int character) {
    int[] before = rows[place];
    int[] row = rows[place + 1];
    int least = row[0] = before[0] + costs.added();
    for (int j = 1; j <= pattern.length(); j++) {
      int token = pattern.token(j - 1);
      int cost;
      if (token == PlatePattern.ANY_NUMBER) {
        cost = Math.min(before[j], row[j - 1]);
      } else {
        int replaced = token == PlatePattern.ANY ? 0 : costs.replaced(token, character);
        cost =
            Math.min(
                before[j - 1] + replaced,
                Math.min(before[j] + costs.added(), row[j - 1] + costs.missed()));
      }
      row[j] = Math.min(cost, FAR);
      least = Math.min(least, row[j]);
    }
    return least;
  }

  /// What a plate costs that ends after so many characters.
  int cost(int length) {
    return rows[length][pattern.length()];
  }
}
