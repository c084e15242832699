package anbinh.sightings.dictionary;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Which character of a plate stands for which of a pattern: why the plate was found.
public final class Alignment {
  private Alignment() {}

  /// What was made of one character.
  public enum Kind {
    /// It is the one that was remembered.
    SAME,
    /// Nobody remembered it.
    FILLED,
    /// It looks like the one that was remembered.
    ALIKE,
    /// It is another one.
    OTHER,
    /// It was read, and is none of those that were remembered.
    ADDED,
    /// It was remembered, and was not read.
    MISSED
  }

  /// @param remembered null where nobody remembered it
  /// @param read null where it was not read
  public record Step(Kind kind, @Nullable String remembered, @Nullable String read) {}

  /// What it costs to take a plate for a pattern the cheapest way.
  public static int cost(PlatePattern pattern, long plate, ReadingCosts costs) {
    return new PatternRow(pattern, costs).cost(plate);
  }

  /// Whether a plate differs from another in one character that looks like it, at most.
  public static boolean isAlike(String one, String other) {
    List<Step> different =
        of(PlatePattern.of(one), PlateCode.of(other), ReadingCosts.DEFAULT).stream()
            .filter(step -> step.kind() != Kind.SAME)
            .toList();
    return different.isEmpty()
        || (different.size() == 1 && different.getFirst().kind() == Kind.ALIKE);
  }

  /// The cheapest way to take a plate for a pattern; of equally cheap ways, one.
  public static List<Step> of(PlatePattern pattern, long plate, ReadingCosts costs) {
    PatternRow rows = new PatternRow(pattern, costs);
    int length = 0;
    while (length < PlateCode.MAX_LENGTH && PlateCode.at(plate, length) > 0) {
      rows.advance(length, PlateCode.at(plate, length));
      length++;
    }
    List<Step> steps = new ArrayList<>();
    int i = length;
    int j = pattern.length();
    while (i > 0 || j > 0) {
      int read = i == 0 ? 0 : PlateCode.at(plate, i - 1);
      int token = j == 0 ? 0 : pattern.token(j - 1);
      int cost = rows.cost(i, j);
      if (token == PlatePattern.ANY_NUMBER) {
        if (cost == rows.cost(i, j - 1)) {
          j--;
        } else {
          steps.add(new Step(Kind.FILLED, null, text(read)));
          i--;
        }
      } else if (i > 0 && j > 0 && cost == rows.cost(i - 1, j - 1) + replaced(costs, token, read)) {
        steps.add(step(costs, token, read));
        i--;
        j--;
      } else if (i > 0 && cost == rows.cost(i - 1, j) + costs.added()) {
        steps.add(new Step(Kind.ADDED, null, text(read)));
        i--;
      } else {
        steps.add(new Step(Kind.MISSED, token == PlatePattern.ANY ? null : text(token), null));
        j--;
      }
    }
    return steps.reversed();
  }

  private static int replaced(ReadingCosts costs, int token, int read) {
    return token == PlatePattern.ANY ? 0 : costs.replaced(token, read);
  }

  private static Step step(ReadingCosts costs, int token, int read) {
    if (token == PlatePattern.ANY) {
      return new Step(Kind.FILLED, null, text(read));
    }
    int cost = costs.replaced(token, read);
    Kind kind = token == read ? Kind.SAME : cost < ReadingCosts.MAX ? Kind.ALIKE : Kind.OTHER;
    return new Step(kind, text(token), text(read));
  }

  private static String text(int code) {
    return PlateCode.ALPHABET.substring(code - 1, code);
  }
}
