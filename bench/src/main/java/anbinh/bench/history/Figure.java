package anbinh.bench.history;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A result as a benchmark prints it: `LINE ours=… peer=… ratio=… goal=… met|missed`.
///
/// @param line the name of the result
/// @param peer null where the benchmark has no peer, and so is the ratio
public record Figure(
    String line,
    BigDecimal ours,
    @Nullable BigDecimal peer,
    @Nullable BigDecimal ratio,
    Goal goal,
    boolean met) {
  private static final String NONE = "-";
  private static final Pattern RESULT =
      Pattern.compile("(\\S+) ours=(\\S+) peer=(\\S+) ratio=(\\S+) goal=(\\S+) (met|missed)");

  public Figure {
    if (goal.ofRatio() && ratio == null) {
      throw new IllegalArgumentException(line + " is judged by its ratio and has none");
    }
  }

  /// The results in what a benchmark printed, in its order.
  static List<Figure> in(List<String> printed) {
    return printed.stream().map(Figure::find).flatMap(Optional::stream).toList();
  }

  /// The result in a line of output, if it is one.
  public static Optional<Figure> find(String printed) {
    Matcher result = RESULT.matcher(printed.strip());
    if (!result.matches()) {
      return Optional.empty();
    }
    return Optional.of(
        of(
            result.group(1),
            result.group(2),
            result.group(3),
            result.group(4),
            result.group(5),
            result.group(6)));
  }

  static Figure of(
      String line, String ours, String peer, String ratio, String goal, String verdict) {
    if (!verdict.equals("met") && !verdict.equals("missed")) {
      throw new IllegalArgumentException("'%s' is neither met nor missed".formatted(verdict));
    }
    return new Figure(
        line,
        number(ours),
        numberOrNone(peer),
        numberOrNone(ratio),
        Goal.parse(goal),
        verdict.equals("met"));
  }

  /// What the goal is about.
  BigDecimal judged() {
    return goal.ofRatio() && ratio != null ? ratio : ours;
  }

  String verdict() {
    return met ? "met" : "missed";
  }

  static String text(@Nullable BigDecimal number) {
    return number == null ? NONE : number.toPlainString();
  }

  static BigDecimal number(String text) {
    try {
      return new BigDecimal(text);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException("'%s' is not a number".formatted(text), e);
    }
  }

  private static @Nullable BigDecimal numberOrNone(String text) {
    return text.equals(NONE) ? null : number(text);
  }
}
