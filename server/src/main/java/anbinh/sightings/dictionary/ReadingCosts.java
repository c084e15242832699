package anbinh.sightings.dictionary;

import anbinh.vision.plate.Confusions;

/// What it costs to take what was read for what stands on a plate: 10 for a character that looks
/// like it, 20 for any other, for one too many and for one too few.
///
/// Costs are of a reader and a camera, since each errs in its own way; these are where nothing was
/// learned yet.
public final class ReadingCosts {
  static final int CONFUSED = 10;
  static final int OTHER = 20;

  /// By the code of what stands there, then of what was read.
  private final byte[][] replaced = new byte[PlateCode.CODES][PlateCode.CODES];

  /// By the code of what stands there, then by cost: a bit for each character that costs no more.
  private final long[][] readFor = new long[PlateCode.CODES][OTHER + 1];

  private ReadingCosts() {}

  /// Of characters that look alike, whoever reads.
  public static ReadingCosts usual() {
    ReadingCosts costs = new ReadingCosts();
    for (int stands = 1; stands < PlateCode.CODES; stands++) {
      String alike = Confusions.of(PlateCode.ALPHABET.charAt(stands - 1));
      for (int read = 1; read < PlateCode.CODES; read++) {
        boolean confused = alike.indexOf(PlateCode.ALPHABET.charAt(read - 1)) >= 0;
        costs.replaced[stands][read] =
            (byte) (stands == read ? 0 : confused ? CONFUSED : OTHER);
      }
    }
    costs.index();
    return costs;
  }

  /// @param stands code of the character on the plate
  /// @param read code of the character that was read in its place
  int replaced(int stands, int read) {
    return replaced[stands][read];
  }

  private void index() {
    for (int stands = 1; stands < PlateCode.CODES; stands++) {
      for (int cost = 0; cost <= OTHER; cost++) {
        for (int read = 1; read < PlateCode.CODES; read++) {
          if (replaced[stands][read] <= cost) {
            readFor[stands][cost] |= 1L << read;
          }
        }
      }
    }
  }

  /// The characters that may have been read in the place of another: a bit for each code.
  ///
  /// @param max what it may cost
  long readFor(int stands, int max) {
    return readFor[stands][Math.min(max, OTHER)];
  }

  /// Of a character that was read though it is not there.
  int added() {
    return OTHER;
  }

  /// Of a character that is there and was not read.
  int missed() {
    return OTHER;
  }
}
