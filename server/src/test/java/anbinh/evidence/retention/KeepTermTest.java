package anbinh.evidence.retention;

import static org.assertj.core.api.Assertions.assertThat;

import anbinh.cases.CaseEnd;
import anbinh.cases.CaseEnding;
import anbinh.platform.Site;
import anbinh.platform.SiteClock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class KeepTermTest {
  /// Already the next day on the site's calendar.
  private static final Instant NOW = Instant.parse("2026-11-25T17:30:00Z");

  private final KeepTerm term =
      new KeepTerm(
          new KeepSettings(Duration.ofDays(100)),
          new SiteClock(
              InstantSource.fixed(NOW),
              new Site("Bá Thước", ZoneId.of("Asia/Ho_Chi_Minh"), false)));

  @Test
  void countsWholeDaysOfTheSitesCalendarFromTheDayOfThePaper() {
    assertThat(term.until(end("2026-11-26", "2026-11-26T01:00:00Z")))
        .isEqualTo("2027-03-05T17:00:00Z");
    assertThat(term.today()).isEqualTo("2026-11-26");
  }

  @Test
  void leavesThirtyDaysAfterTheConfirmationHoweverOldThePaperIs() {
    assertThat(term.until(end("2010-01-01", "2026-11-26T01:00:00Z")))
        .isEqualTo("2026-12-26T01:00:00Z");
  }

  @Test
  void theLatestPaperIsOneWhoseTimeIsJustOver() {
    LocalDate latest = term.latestPaper(NOW);
    assertThat(term.until(end(latest.toString(), "2020-01-01T00:00:00Z"))).isBeforeOrEqualTo(NOW);
    assertThat(term.until(end(latest.plusDays(1).toString(), "2020-01-01T00:00:00Z"))).isAfter(NOW);
  }

  private static CaseEnd end(String on, String confirmedAt) {
    return new CaseEnd(
        new UUID(0, 1),
        CaseEnding.EndKind.JUDGMENT_IN_FORCE,
        LocalDate.parse(on),
        Instant.parse(confirmedAt));
  }
}
