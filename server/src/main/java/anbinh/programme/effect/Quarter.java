package anbinh.programme.effect;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;

/// A quarter of a year by the calendar.
///
/// @param number 1 to 4
public record Quarter(int year, int number) implements Comparable<Quarter> {
  private static final int IN_YEAR = 4;
  private static final int MONTHS = 3;

  public Quarter {
    if (number < 1 || number > IN_YEAR) {
      throw new IllegalArgumentException("no quarter " + number);
    }
  }

  public static Quarter of(LocalDate day) {
    return new Quarter(day.getYear(), (day.getMonthValue() - 1) / MONTHS + 1);
  }

  /// So many quarters later; earlier for less than none.
  public Quarter plus(int quarters) {
    int index = index() + quarters;
    return new Quarter(Math.floorDiv(index, IN_YEAR), Math.floorMod(index, IN_YEAR) + 1);
  }

  /// How many quarters there are from this one to another.
  public int until(Quarter other) {
    return other.index() - index();
  }

  /// So many quarters in a row, from this one on; none for less than one.
  public List<Quarter> row(int count) {
    return IntStream.range(0, Math.max(0, count)).mapToObj(this::plus).toList();
  }

  public LocalDate firstDay() {
    return LocalDate.of(year, (number - 1) * MONTHS + 1, 1);
  }

  public LocalDate lastDay() {
    return plus(1).firstDay().minusDays(1);
  }

  private int index() {
    return year * IN_YEAR + number - 1;
  }

  @Override
  public int compareTo(Quarter other) {
    return Integer.compare(index(), other.index());
  }
}
