package anbinh.standard.criteria;

import anbinh.standard.UnitKind;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Something that has to be met, for a kind of unit.
///
/// @param code `4.3.e`
/// @param from the first year for which it has to be met
/// @param to the last such year; null where none is known yet, and before the first where it never
///   began
/// @param percent of a share; null for others
/// @param law its article, or what a province decided it by
/// @param own whether a province added it (article 8.1)
/// @param conditions of what it asks for only where there is such a thing
public record Criterion(
    UUID id,
    UnitKind kind,
    String code,
    int from,
    @Nullable Integer to,
    AnswerKind answer,
    @Nullable Integer percent,
    String law,
    DecisionReason words,
    boolean own,
    List<StandardCondition> conditions) {
  public Criterion {
    conditions = List.copyOf(conditions);
  }

  /// The law's words, and what helps to read them.
  public record DecisionReason(String vi, String en, String ar) {
    /// @param language as ISO 639 has it; Vietnamese for others than ours
    public String in(String language) {
      return switch (language) {
        case "en" -> en;
        case "ar" -> ar;
        default -> vi;
      };
    }
  }

  /// Whether it is asked for at all where there are not these things.
  public boolean applies(Collection<StandardCondition.Code> absent) {
    return !goes(StandardCondition.Scope.WHOLE, absent);
  }

  /// Whether its numbers are.
  public boolean asksNumbers(Collection<StandardCondition.Code> absent) {
    return answer.hasNumbers() && applies(absent) && !goes(StandardCondition.Scope.NUMBERS, absent);
  }

  private boolean goes(StandardCondition.Scope scope, Collection<StandardCondition.Code> absent) {
    return conditions.stream()
        .anyMatch(each -> each.scope() == scope && absent.contains(each.code()));
  }

  /// Whether so many of so many are as many of a hundred as it asks for: by whole numbers, never by
  /// a rounded share; none of none reaches nothing.
  public static boolean reaches(long some, long all, int percent) {
    return all > 0 && Math.multiplyExact(some, 100L) >= Math.multiplyExact(all, (long) percent);
  }
}
