package anbinh.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class SiteClockTest {
  @Test
  void aDayEndsByTheCalendarOfThePlace() {
    var clock =
        new SiteClock(
            InstantSource.fixed(Instant.EPOCH),
            new Site("A", ZoneId.of("Asia/Ho_Chi_Minh"), false));
    LocalDate day = LocalDate.of(2026, 3, 2);
    Instant end = clock.endOf(day);
    assertThat(end).isEqualTo("2026-03-02T16:59:59Z");
    assertThat(clock.dayOf(end)).isEqualTo(day);
  }
}
