package anbinh.reports.custom;

import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One version of an indicator that the province defined.
///
/// @param code such as `TC-2026-0001`
/// @param nameEn null where it has the Vietnamese name in that language, too
/// @param numeratorPart of which kind alone; null for all, as with the denominator
public record CustomIndicator(
    UUID id,
    String code,
    int version,
    String nameVi,
    @Nullable String nameEn,
    @Nullable String nameAr,
    String numerator,
    @Nullable String numeratorPart,
    String denominator,
    @Nullable String denominatorPart,
    boolean retired,
    UUID byId,
    Instant at) {

  public String name(Locale language) {
    String name =
        switch (language.getLanguage()) {
          case "en" -> nameEn;
          case "ar" -> nameAr;
          default -> nameVi;
        };
    return name == null ? nameVi : name;
  }

  boolean isOfItself() {
    return term(numerator, numeratorPart).equals(term(denominator, denominatorPart));
  }

  /// What it is counted of, as the log has it.
  String formula() {
    return term(numerator, numeratorPart) + " / " + term(denominator, denominatorPart);
  }

  private static String term(String indicator, @Nullable String part) {
    return part == null ? indicator : indicator + "[" + part + "]";
  }
}
