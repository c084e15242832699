package anbinh.team.member;

import anbinh.platform.FieldProblem;
import anbinh.team.Gender;
import anbinh.team.Identity;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Whether the number of an identity card can be somebody's: today's twelve digits are the place of
/// birth, a digit for century and gender, the year of birth and six more; the nine digits of before
/// begin with the place. Which digits mean what is data, since no paper about it was read.
///
/// @param places the first digits by the length of the number
/// @param centuries by their digit
public record NationalIdRules(Map<Integer, List<String>> places, Map<Integer, Century> centuries) {
  private static final int LENGTH = 12;
  private static final int OLD_LENGTH = 9;
  private static final int CENTURY_AT = 3;
  private static final int YEAR_AT = 4;
  private static final int YEAR_END = 6;
  private static final String FIELD = "nationalId";

  public NationalIdRules {
    places = Map.copyOf(places);
    centuries = Map.copyOf(centuries);
  }

  /// @param firstYear of the hundred years
  public record Century(int firstYear, Gender gender) {}

  /// Whether a number is one of the cards of before.
  static boolean isOld(@Nullable String number) {
    return number != null && number.length() == OLD_LENGTH;
  }

  /// What is wrong with a number, held against who is said to have it.
  Optional<FieldProblem> problem(String number, Identity who) {
    if (!number.matches("[0-9]+")) {
      return wrong("team-national-id");
    }
    if (number.length() == LENGTH - 1 || number.length() == OLD_LENGTH - 1) {
      return wrong("team-national-id-zero");
    }
    if ((number.length() != LENGTH && number.length() != OLD_LENGTH)
        || number.chars().distinct().count() == 1) {
      return wrong("team-national-id");
    }
    if (places.getOrDefault(number.length(), List.of()).stream().noneMatch(number::startsWith)) {
      return wrong("team-national-id-place");
    }
    return number.length() == OLD_LENGTH ? Optional.empty() : person(number, who);
  }

  private Optional<FieldProblem> person(String number, Identity who) {
    Century century = centuries.get(Character.digit(number.charAt(CENTURY_AT), 10));
    if (century == null) {
      return wrong("team-national-id");
    }
    int year = century.firstYear() + Integer.parseInt(number.substring(YEAR_AT, YEAR_END));
    if (who.yearOfBirth() > 0 && year != who.yearOfBirth()) {
      return wrong("team-national-id-year", String.valueOf(year));
    }
    if (who.gender() != Gender.OTHER && who.gender() != century.gender()) {
      return wrong("team-national-id-gender");
    }
    return Optional.empty();
  }

  private static Optional<FieldProblem> wrong(String code, Object... arguments) {
    return Optional.of(new FieldProblem(FIELD, code, List.of(arguments)));
  }
}
