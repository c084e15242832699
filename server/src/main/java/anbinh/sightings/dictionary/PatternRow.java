package anbinh.sightings.dictionary;

/// The rows of the table by which a pattern is compared with a plate, one after each character of
/// the plate: the least cost of having matched the first tokens of the pattern so far. By Wagner
/// and Fischer (1974), with a token for any number of characters.
final class PatternRow {
  private static final int FAR = 1 << 20;
  private static final long ALL = -1;

  private final PlatePattern pattern;
  private final ReadingCosts costs;
  private final int maxLead;
  private final int[][] rows;

  PatternRow(PlatePattern pattern, ReadingCosts costs) {
    this(pattern, costs, PlateCode.MAX_LENGTH);
  }

  /// @param maxLead for how many characters a `*` stands at most with which the pattern begins
  PatternRow(PlatePattern pattern, ReadingCosts costs, int maxLead) {
    this.pattern = pattern;
    this.costs = costs;
    this.maxLead = maxLead;
    rows = new int[PlateCode.MAX_LENGTH + 1][pattern.length() + 1];
    for (int j = 1; j <= pattern.length(); j++) {
      int token = pattern.token(j - 1);
      rows[0][j] = rows[0][j - 1] + (token == PlatePattern.ANY_NUMBER ? 0 : costs.missed());
      if (j == pattern.upperLine()) {
        rows[0][j] = Math.min(rows[0][j], costs.missedLine());
      }
    }
  }

  /// Computes the row after a character of the plate.
  ///
  /// @param place of the character in the plate
  /// @return the least cost in the row, which no longer plate can come below
  int advance(int place, int character) {
    int[] before = rows[place];
    int[] row = rows[place + 1];
    row[0] = before[0] + costs.added();
    int least = row[0];
    for (int j = 1; j <= pattern.length(); j++) {
      int token = pattern.token(j - 1);
      int cost;
      if (token == PlatePattern.ANY_NUMBER) {
        cost = goesOn(j, place) ? Math.min(before[j], row[j - 1]) : row[j - 1];
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

  /// Whether a `*` that is the token before `j` also stands for the character at a place.
  private boolean goesOn(int j, int place) {
    return j > 1 || place < maxLead;
  }

  /// The characters that may follow where what is dearer is not sought: a bit for each code. Others
  /// need not be looked at.
  ///
  /// @param place whose row is computed
  long next(int place, int max) {
    int[] row = rows[place];
    long next = 0;
    for (int j = 0; j <= pattern.length(); j++) {
      int left = max - row[j];
      if (left < 0) {
        continue;
      }
      boolean any = j < pattern.length() && pattern.token(j) == PlatePattern.ANY;
      boolean more = j > 0 && pattern.token(j - 1) == PlatePattern.ANY_NUMBER && goesOn(j, place);
      if (any || more || left >= costs.added()) {
        return ALL;
      }
      if (j < pattern.length() && pattern.token(j) > 0) {
        next |= costs.readFor(pattern.token(j), left);
      }
    }
    return next;
  }

  /// What a plate costs that ends after so many characters.
  int cost(int length) {
    return cost(length, pattern.length());
  }

  /// What the first characters of a plate cost as the first tokens of the pattern.
  int cost(int length, int tokens) {
    return rows[length][tokens];
  }

  /// What a plate costs. Computes all rows anew.
  int cost(long plate) {
    int length = 0;
    while (length < PlateCode.MAX_LENGTH && PlateCode.at(plate, length) > 0) {
      advance(length, PlateCode.at(plate, length));
      length++;
    }
    return cost(length);
  }

  /// Whether a plate costs no more. Computes rows anew, as far as it is open.
  boolean fits(long plate, int max) {
    int length = 0;
    while (length < PlateCode.MAX_LENGTH && PlateCode.at(plate, length) > 0) {
      if (advance(length, PlateCode.at(plate, length)) > max) {
        return false;
      }
      length++;
    }
    return cost(length) <= max;
  }
}
