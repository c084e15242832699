package anbinh.community.standard.criteria;

import anbinh.community.standard.UnitKind;
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
public record Criterion(
    UUID id,
    UnitKind kind,
    String code,
    int from,
    @Nullable Integer to,
    AnswerKind answer,
    @Nullable Integer percent,
    String law,
    Words words,
    boolean own) {
  /// The law's words, and what helps to read them.
  public record Words(String vi, String en, String ar) {
    /// @param language as ISO 639 has it; Vietnamese for others than ours
    public String in(String language) {
      return switch (language) {
        case "en" -> en;
        case "ar" -> ar;
        default -> vi;
      };
    }
  }

  public boolean validIn(int year) {
    return year >= from && (to == null || year <= to);
  }
}
