package anbinh.bench.history;

import java.math.BigDecimal;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What a result has to reach, such as `ratio<=0.5` or `ours>=10000`.
///
/// @param ofRatio whether the ratio to the peer is judged, or else our own figure
/// @param atMost whether a figure up to the limit meets it, or else one from it on
record Goal(boolean ofRatio, boolean atMost, BigDecimal limit) {
  private static final Pattern TEXT = Pattern.compile("(ours|ratio)(<=|>=)(\\S+)");

  static Goal parse(String text) {
    Matcher goal = TEXT.matcher(text);
    if (!goal.matches()) {
      throw new IllegalArgumentException(
          "the goal '%s' is not written like ratio<=0.5 or ours>=10000".formatted(text));
    }
    return new Goal(
        goal.group(1).equals("ratio"), goal.group(2).equals("<="), Figure.number(goal.group(3)));
  }

  @Override
  public String toString() {
    return (ofRatio ? "ratio" : "ours") + (atMost ? "<=" : ">=") + limit.toPlainString();
  }
}
