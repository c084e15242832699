package anbinh.sightings.dictionary;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// How often a reader took one character for another, counted where that can be known: from
/// readings of one track that disagree with what the track as a whole says, and from hits that
/// investigators confirm or reject. For one thread.
///
/// A pair of plates is aligned character by character; pairs that differ in more than [#MAX_EDITS]
/// places are of different plates, and are not counted.
public final class ConfusionCounts {
  static final int MAX_EDITS = 3;

  private static final int NONE = 0;

  /// By the code of what stands there, then of what was read; of either, [#NONE] for no character.
  private final long[][] counts = new long[PlateCode.CODES][PlateCode.CODES];

  /// What was counted of a pair, as it is stored.
  ///
  /// @param stands the character on the plate; empty where none stands there
  /// @param read the character that was read in its place; empty where none was
  public record Confusion(String stands, String read, long count) {}

  /// Counts the readings of a track, in each of which one vehicle was seen.
  ///
  /// @param plate that the track as a whole says
  /// @param readings of its frames, among them those that say the same
  public void addTrack(long plate, List<Long> readings) {
    readings.forEach(reading -> confirm(plate, reading));
  }

  /// Counts a reading of a vehicle that has a plate, as an investigator says.
  public void confirm(long plate, long reading) {
    align(plate, reading).forEach(edit -> counts[edit.stands()][edit.read()]++);
  }

  /// Counts that a reading was not of a vehicle that has a plate, as an investigator says. Each
  /// character in which they differ was one that could have been confused, and was not.
  public void reject(long plate, long reading) {
    for (Edit edit : align(plate, reading)) {
      if (edit.stands() != edit.read() && edit.stands() != NONE) {
        counts[edit.stands()][edit.stands()]++;
      }
    }
  }

  /// All pairs that were counted, among them those of characters that were read as they stand.
  public List<Confusion> list() {
    List<Confusion> list = new ArrayList<>();
    for (int stands = 0; stands < PlateCode.CODES; stands++) {
      for (int read = 0; read < PlateCode.CODES; read++) {
        if (counts[stands][read] > 0) {
          list.add(new Confusion(text(stands), text(read), counts[stands][read]));
        }
      }
    }
    return list;
  }

  private static String text(int code) {
    return code == NONE ? "" : String.valueOf(PlateCode.character(code));
  }

  /// Adds what was counted elsewhere or before.
  public void add(List<Confusion> confusions) {
    for (Confusion each : confusions) {
      counts[code(each.stands())][code(each.read())] += each.count();
    }
  }

  private static int code(String character) {
    return character.isEmpty() ? NONE : PlateCode.of(character.charAt(0));
  }

  /// A character that stands on the plate, and that which was read in its place: codes, or [#NONE].
  private record Edit(int stands, int read) {}

  /// The characters of both beside one another, as cheaply as that can be by
  /// [ReadingCosts#DEFAULT]; nothing where the plates are too different.
  private static List<Edit> align(long plate, long reading) {
    int height = PlateCode.length(plate);
    int width = PlateCode.length(reading);
    int[][] costs = new int[height + 1][width + 1];
    for (int i = 0; i <= height; i++) {
      for (int j = 0; j <= width; j++) {
        costs[i][j] = cheapest(costs, plate, reading, i, j);
      }
    }
    List<Edit> edits = new ArrayList<>();
    int i = height;
    int j = width;
    while (i > 0 || j > 0) {
      if (i > 0 && j > 0 && costs[i][j] == beside(costs, plate, reading, i, j)) {
        edits.add(new Edit(PlateCode.at(plate, --i), PlateCode.at(reading, --j)));
      } else if (i > 0 && costs[i][j] == costs[i - 1][j] + ReadingCosts.DEFAULT.missed()) {
        edits.add(new Edit(PlateCode.at(plate, --i), NONE));
      } else {
        edits.add(new Edit(NONE, PlateCode.at(reading, --j)));
      }
    }
    long different = edits.stream().filter(edit -> edit.stands() != edit.read()).count();
    return different > MAX_EDITS ? List.of() : edits;
  }

  private static int cheapest(int[][] costs, long plate, long reading, int i, int j) {
    int cheapest = i == 0 && j == 0 ? 0 : Integer.MAX_VALUE;
    if (i > 0 && j > 0) {
      cheapest = beside(costs, plate, reading, i, j);
    }
    if (i > 0) {
      cheapest = Math.min(cheapest, costs[i - 1][j] + ReadingCosts.DEFAULT.missed());
    }
    if (j > 0) {
      cheapest = Math.min(cheapest, costs[i][j - 1] + ReadingCosts.DEFAULT.added());
    }
    return cheapest;
  }

  private static int beside(int[][] costs, long plate, long reading, int i, int j) {
    return costs[i - 1][j - 1]
        + ReadingCosts.DEFAULT.replaced(PlateCode.at(plate, i - 1), PlateCode.at(reading, j - 1));
  }

  long replaced(int stands, int read) {
    return counts[stands][read];
  }

  /// How often a character stood there.
  long standing(int stands) {
    return Arrays.stream(counts[stands]).sum();
  }

  /// How many characters stood there.
  public long standing() {
    return Arrays.stream(counts).skip(1).flatMapToLong(Arrays::stream).sum();
  }

  /// How many were read though none stands there.
  long added() {
    return standing(NONE);
  }

  /// How many stand there and were not read.
  long missed() {
    return Arrays.stream(counts).mapToLong(row -> row[NONE]).sum();
  }
}
