package anbinh.standard.criteria;

import anbinh.standard.UnitKind;
import java.time.LocalDate;
import java.time.MonthDay;
import org.jspecify.annotations.Nullable;

/// What the law says of a kind of unit from one year to another, beside its criteria.
///
/// @param periodFrom in the year before the one that is assessed
/// @param registerUntil the last day on which a unit can register in time
/// @param decideBefore the day before which the decision is to be there
public record StandardVersion(
    UnitKind kind,
    int from,
    @Nullable Integer to,
    String law,
    String article,
    MonthDay periodFrom,
    MonthDay periodTo,
    MonthDay registerUntil,
    MonthDay decideBefore,
    Level authority) {
  /// Where who appraises and decides sits.
  public enum Level {
    COMMUNE,
    PROVINCE
  }

  /// The days of a year.
  public record Days(
      LocalDate periodFrom, LocalDate periodTo, LocalDate registerUntil, LocalDate decideBefore) {
    /// Whether the period that is assessed is over on this day.
    public boolean over(LocalDate day) {
      return day.isAfter(periodTo);
    }

    /// Whether a decision on this day comes too late.
    public boolean lateToDecide(LocalDate day) {
      return !day.isBefore(decideBefore);
    }

    public boolean lateToRegister(LocalDate day) {
      return day.isAfter(registerUntil);
    }
  }

  public Days days(int year) {
    return new Days(
        periodFrom.atYear(year - 1),
        periodTo.atYear(year),
        registerUntil.atYear(year),
        decideBefore.atYear(year));
  }

  public boolean validIn(int year) {
    return year >= from && (to == null || year <= to);
  }
}
