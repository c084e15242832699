package anbinh.notification.channel;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PreferencesTest {
  private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");

  private static Instant at(String local) {
    return ZonedDateTime.parse("2026-11-" + local + ":00+07:00[" + ZONE + "]").toInstant();
  }

  @ParameterizedTest
  @CsvSource({
    "22:00, 06:00, 24T21:59, 24T21:59",
    "22:00, 06:00, 24T22:00, 25T06:00",
    "22:00, 06:00, 24T23:59, 25T06:00",
    "22:00, 06:00, 25T00:00, 25T06:00",
    "22:00, 06:00, 25T05:59, 25T06:00",
    "22:00, 06:00, 25T06:00, 25T06:00",
    "12:00, 13:30, 24T11:59, 24T11:59",
    "12:00, 13:30, 24T12:00, 24T13:30",
    "12:00, 13:30, 24T13:30, 24T13:30",
    "12:00, 13:30, 24T23:00, 24T23:00",
    "00:00, 05:00, 24T00:00, 24T05:00",
    "20:00, 00:00, 24T20:00, 25T00:00",
    "20:00, 00:00, 25T00:00, 25T00:00",
  })
  void quietHoursEndInTheMorning(LocalTime from, LocalTime to, String now, String expected) {
    assertThat(new Preferences(Set.of(), from, to).earliest(at(now), ZONE)).isEqualTo(at(expected));
  }

  @Test
  void withoutQuietHoursNothingWaits() {
    Instant now = at("25T03:00");
    assertThat(Preferences.DEFAULT.earliest(now, ZONE)).isEqualTo(now);
  }
}
