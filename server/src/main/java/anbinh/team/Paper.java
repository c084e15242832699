package anbinh.team;

import anbinh.platform.FieldProblems;
import anbinh.platform.WrittenText;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// The paper of a decision.
///
/// @param number as it stands on it, for example `12/QĐ-UBND`
/// @param on its day
/// @param signer who signed it; null where a list does not say
public record Paper(String number, LocalDate on, @Nullable String signer) {
  /// The paper that somebody names; what is wrong with it is added to the problems.
  ///
  /// @param established before which it must not be; null where it may
  /// @return null where it is not complete
  public static @Nullable Paper read(
      @Nullable String number,
      @Nullable LocalDate on,
      @Nullable String signer,
      LocalDate today,
      @Nullable LocalDate established,
      FieldProblems problems) {
    String said = WrittenText.orNull(number);
    if (said == null) {
      problems.reject("number", "required");
    }
    if (on == null) {
      problems.reject("on", "required");
    } else if (on.isAfter(today)) {
      problems.reject("on", "past-or-present");
    } else if (established != null && on.isBefore(established)) {
      problems.reject("on", "team-before-established", established);
    }
    return said == null || on == null ? null : new Paper(said, on, WrittenText.orNull(signer));
  }
}
