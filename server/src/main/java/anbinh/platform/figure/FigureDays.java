package anbinh.platform.figure;

import anbinh.platform.Problem;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// The days of which whoever sees the single records is told exact figures.
public record FigureDays(LocalDate from, LocalDate to) {
  /// Until today where no end is said, and from the beginning of its year where no beginning is.
  ///
  /// @throws Problem that names `to` where it is before `from`
  public static FigureDays of(@Nullable LocalDate from, @Nullable LocalDate to, LocalDate today) {
    LocalDate last = to == null ? today : to;
    LocalDate first = from == null ? last.withDayOfYear(1) : from;
    if (last.isBefore(first)) {
      throw Problem.invalid("to", "after-from");
    }
    return new FigureDays(first, last);
  }
}
