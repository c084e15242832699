package anbinh.programme.effect;

import java.time.LocalDate;
import java.util.List;

/// Which quarters are set beside each other: at most a year after the quarter in which a programme
/// began, as far as it is over, and as many before it. It is fixed by rule, so that nobody picks
/// the quarters that look best. The quarter in which it began is in neither.
///
/// @param start the quarter in which it began
/// @param before oldest first
/// @param after oldest first; none while the next quarter is not over
record Window(Quarter start, List<Quarter> before, List<Quarter> after) {
  public static final int MAX = 4;
  static final int EARLIER = 8;

  public Window {
    before = List.copyOf(before);
    after = List.copyOf(after);
  }

  /// @param end the last day that is over, or on which it ran
  public static Window of(LocalDate launched, LocalDate end) {
    Quarter start = Quarter.of(launched);
    int over = start.until(Quarter.of(end.plusDays(1))) - 1;
    int length = Math.clamp(over, 0, MAX);
    return new Window(start, start.plus(-length).row(length), start.plus(1).row(length));
  }

  /// The quarters before those before, for the longer mean.
  public List<Quarter> earlier() {
    return start.plus(-before.size() - EARLIER).row(EARLIER);
  }

  /// The quarter before that one after is set beside: of a whole year the one of the same season,
  /// else the one at its place.
  Quarter counterpart(Quarter later) {
    int place = after.indexOf(later);
    return wholeYear()
        ? before.stream().filter(each -> each.number() == later.number()).findFirst().orElseThrow()
        : before.get(place);
  }

  /// Whether before and after cover the same parts of the year.
  public boolean wholeYear() {
    return after.size() == MAX;
  }
}
