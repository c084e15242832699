package anbinh.standard.assessment;

import anbinh.platform.FieldProblem;
import anbinh.platform.Problem;
import anbinh.platform.WrittenText;
import anbinh.print.Sheet;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Why somebody does something: written for whoever reads it later, about the unit and not about a
/// person.
public final class DecisionReason {
  public static final int MIN_LENGTH = 10;
  public static final int MAX_LENGTH = 1000;

  private DecisionReason() {}

  /// A reason that is needed, in the field `reason`.
  public static String reason(@Nullable String sent) {
    String reason = WrittenText.orNull(sent);
    if (isShort(reason)) {
      throw Problem.invalid("reason", "standard-reason", MIN_LENGTH);
    }
    return reason == null ? "" : reason;
  }

  /// What is wrong with the reason for being late.
  public static Optional<FieldProblem> lateProblem(@Nullable String sent, LocalDate lastDay) {
    return isShort(WrittenText.orNull(sent))
        ? Optional.of(
            new FieldProblem(
                "lateReason", "standard-late", List.of(Sheet.day(lastDay), MIN_LENGTH)))
        : Optional.empty();
  }

  /// Whether it has fewer letters and digits than a reason needs: blanks of any kind, marks and
  /// dots say nothing.
  static boolean isShort(@Nullable String words) {
    return words == null
        || words
                .codePoints()
                .filter(Character::isLetterOrDigit)
                .filter(DecisionReason::isSeen)
                .count()
            < MIN_LENGTH;
  }

  /// The Hangul fillers are letters that nobody sees.
  private static boolean isSeen(int letter) {
    return letter != 0x115f && letter != 0x1160 && letter != 0x3164 && letter != 0xffa0;
  }
}
