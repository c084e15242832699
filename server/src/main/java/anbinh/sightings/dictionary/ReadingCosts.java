package anbinh.sightings.dictionary;

import anbinh.vision.plate.Confusions;
import java.util.Arrays;

/// What it costs to take what was read for what stands on a plate, in tenths of a character that
/// looks like it.
///
/// A cost is the negative logarithm of how often that is so: 10 is once in a hundred, 20 once in
/// ten thousand. Nothing costs more than [#MAX], however well a reader reads: whoever remembers a
/// plate errs as well. Costs are of a reader and a camera, since each errs in its own way
/// ([#learn]).
public final class ReadingCosts {
  /// Of a character that looks like the one that stands there.
  public static final int LOOK_ALIKE = 10;

  /// Of any other, of one too many, and of one too few.
  public static final int MAX = 20;

  /// Of those that differ, so that only what was read as it stands costs nothing.
  private static final int MIN = 2;

  private static final double SCALE = LOOK_ALIKE / Math.log(100);

  /// What was expected before counts as much as so many characters that were read.
  private static final double PRIOR_CHARACTERS = 500;

  /// Where nothing was learned yet: by what looks alike to people.
  public static final ReadingCosts DEFAULT = lookAlike();

  /// By the code of what stands there, then of what was read.
  private final int[][] replaced;

  private final int added;
  private final int missed;

  /// By the code of what stands there, then by cost: a bit for each character that costs no more.
  private final long[][] readFor = new long[PlateCode.CODES][MAX + 1];

  private ReadingCosts(int[][] replaced, int added, int missed) {
    this.replaced = replaced;
    this.added = added;
    this.missed = missed;
    for (int stands = 1; stands < PlateCode.CODES; stands++) {
      for (int cost = 0; cost <= MAX; cost++) {
        for (int read = 1; read < PlateCode.CODES; read++) {
          if (replaced[stands][read] <= cost) {
            readFor[stands][cost] |= 1L << read;
          }
        }
      }
    }
  }

  private static ReadingCosts lookAlike() {
    int[][] replaced = new int[PlateCode.CODES][PlateCode.CODES];
    for (int stands = 1; stands < PlateCode.CODES; stands++) {
      String alike = Confusions.of(PlateCode.character(stands));
      for (int read = 1; read < PlateCode.CODES; read++) {
        boolean confused = alike.indexOf(PlateCode.character(read)) >= 0;
        replaced[stands][read] = stands == read ? 0 : confused ? LOOK_ALIKE : MAX;
      }
    }
    return new ReadingCosts(replaced, MAX, MAX);
  }

  /// How likely it is what costs so much.
  public static double chance(int cost) {
    return Math.exp(-cost / SCALE);
  }

  /// What it costs that is so likely.
  public static int cost(double chance) {
    return (int) Math.round(-SCALE * Math.log(chance));
  }

  /// These costs, corrected by what was counted. What was not seen keeps about its cost, and comes
  /// the nearer to its share the more was counted.
  public ReadingCosts learn(ConfusionCounts counts) {
    int[][] learned = new int[PlateCode.CODES][PlateCode.CODES];
    for (int stands = 1; stands < PlateCode.CODES; stands++) {
      for (int read = 1; read < PlateCode.CODES; read++) {
        learned[stands][read] =
            stands == read
                ? 0
                : learned(
                    replaced[stands][read], counts.replaced(stands, read), counts.standing(stands));
      }
    }
    return new ReadingCosts(
        learned,
        learned(added, counts.added(), counts.standing()),
        learned(missed, counts.missed(), counts.standing()));
  }

  /// The lower of each of these costs and of others: whatever others find, these find as well.
  public ReadingCosts orLess(ReadingCosts others) {
    int[][] lower = new int[PlateCode.CODES][PlateCode.CODES];
    for (int stands = 1; stands < PlateCode.CODES; stands++) {
      for (int read = 1; read < PlateCode.CODES; read++) {
        lower[stands][read] = Math.min(replaced[stands][read], others.replaced[stands][read]);
      }
    }
    return new ReadingCosts(lower, Math.min(added, others.added), Math.min(missed, others.missed));
  }

  /// Whether nothing costs otherwise.
  public boolean isSame(ReadingCosts others) {
    return added == others.added
        && missed == others.missed
        && Arrays.deepEquals(replaced, others.replaced);
  }

  private static int learned(int before, long seen, long of) {
    double chance = (seen + PRIOR_CHARACTERS * chance(before)) / (of + PRIOR_CHARACTERS);
    return Math.clamp(cost(chance), MIN, MAX);
  }

  /// @param stands code of the character on the plate
  /// @param read code of the character that was read in its place
  int replaced(int stands, int read) {
    return replaced[stands][read];
  }

  /// The characters that may have been read in the place of another: a bit for each code.
  ///
  /// @param max what it may cost
  long readFor(int stands, int max) {
    return readFor[stands][Math.min(max, MAX)];
  }

  /// Of a character that was read though it is not there.
  int added() {
    return added;
  }

  /// Of the upper line of a plate of two, where only the lower was read.
  int missedLine() {
    return MAX;
  }

  /// Of a character that is there and was not read.
  int missed() {
    return missed;
  }
}
