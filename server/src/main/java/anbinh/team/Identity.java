package anbinh.team;

import anbinh.platform.FoldedText;
import anbinh.platform.WrittenText;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// Who somebody is. Never printed.
///
/// @param name composed
/// @param birthYear null only where the day is known
/// @param nationalId twelve digits, or the nine of a card of before
public record Identity(
    String name,
    @Nullable Integer birthYear,
    @Nullable LocalDate birthOn,
    Gender gender,
    @Nullable String phone,
    @Nullable String nationalId,
    Origin origin,
    @Nullable Education education,
    @Nullable LocalDate healthOn) {
  public Identity {
    name = WrittenText.of(name);
  }

  public int yearOfBirth() {
    LocalDate day = birthOn;
    if (day != null) {
      return day.getYear();
    }
    Integer year = birthYear;
    return year == null ? 0 : year;
  }

  /// In small letters, each tone at the end of its word.
  public String nameKey() {
    return FoldedText.accentedWords(name);
  }

  @Override
  public String toString() {
    return "Identity[…]";
  }
}
