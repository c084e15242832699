package anbinh.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.Year;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CaseTypeTest {
  private static final Year YEAR = Year.of(2026);

  @Test
  void countsItsFirstAndItsLastDay() {
    CaseType type = type("2026-03-01", "2026-03-02");
    assertThat(type.validOn(day("2026-02-28"))).isFalse();
    assertThat(type.validOn(day("2026-03-01"))).isTrue();
    assertThat(type.validOn(day("2026-03-02"))).isTrue();
    assertThat(type.validOn(day("2026-03-03"))).isFalse();
    assertThat(type("2026-03-01", null).validOn(day("2199-01-01"))).isTrue();
  }

  @Test
  void belongsToEveryYearOfWhichItHasADay() {
    assertThat(type("2000-01-01", null).validIn(YEAR)).isTrue();
    assertThat(type("2026-12-31", null).validIn(YEAR)).isTrue();
    assertThat(type("2027-01-01", null).validIn(YEAR)).isFalse();
    assertThat(type("2000-01-01", "2026-01-01").validIn(YEAR)).isTrue();
    assertThat(type("2000-01-01", "2025-12-31").validIn(YEAR)).isFalse();
  }

  @Test
  void belongsToNoYearWhereItNeverBegan() {
    assertThat(type("2026-03-01", "2026-02-28").validIn(YEAR)).isFalse();
    assertThat(type("2026-03-01", "2026-02-28").validOn(day("2026-02-28"))).isFalse();
  }

  @Test
  void isCalledByItsVietnameseNameInOtherLanguagesThanOurs() {
    CaseType.Names names = type("2026-03-01", null).names();
    assertThat(names.in("ar")).isEqualTo("سرقة");
    assertThat(names.in("en")).isEqualTo("Theft");
    assertThat(names.in("fr")).isEqualTo("Trộm cắp");
  }

  private static CaseType type(String from, @Nullable String to) {
    return new CaseType(
        "THEFT",
        new CaseType.Names("Trộm cắp", "Theft", "سرقة"),
        day(from),
        to == null ? null : day(to));
  }

  private static LocalDate day(String text) {
    return LocalDate.parse(text);
  }
}
