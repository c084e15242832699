package anbinh.cases;

import java.time.LocalDate;
import java.time.Year;
import org.jspecify.annotations.Nullable;

/// A kind of case, as the yearly figures count them. The list is kept by administrators; what is in
/// it is never changed but for its last day, so that figures of past years mean what they meant.
///
/// @param code `THEFT`
/// @param from the first day on which a case of it may be opened, by the site's calendar
/// @param to the last such day; null where none is known yet, and before the first one where it
///   never began
public record CaseType(String code, Names names, LocalDate from, @Nullable LocalDate to) {
  /// What people call it.
  public record Names(String vi, String en, String ar) {
    /// @param language as ISO 639 has it; Vietnamese for others than ours
    public String in(String language) {
      return switch (language) {
        case "en" -> en;
        case "ar" -> ar;
        default -> vi;
      };
    }
  }

  public boolean validOn(LocalDate day) {
    return !day.isBefore(from) && (to == null || !day.isAfter(to));
  }

  /// Whether a case of it may have been opened in a year.
  public boolean validIn(Year year) {
    LocalDate last = year.atMonth(12).atEndOfMonth();
    return !from.isAfter(last) && (to == null || !to.isBefore(laterOf(from, year.atDay(1))));
  }

  private static LocalDate laterOf(LocalDate one, LocalDate other) {
    return one.isAfter(other) ? one : other;
  }
}
