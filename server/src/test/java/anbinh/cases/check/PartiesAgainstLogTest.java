package anbinh.cases.check;

import static org.assertj.core.api.Assertions.assertThat;

import anbinh.audit.event.RecordedEvent;
import anbinh.cases.party.PartyEvent;
import anbinh.seal.json.Json;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// Somebody who put an end off by SQL, read the record, and put the end back.
class PartiesAgainstLogTest {
  private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");
  private static final RecordedEvent RECORDED =
      event(PartyEvent.RECORDED, "2026-03-01T02:00:00Z", "2026-03-31");
  private static final RecordedEvent SEALED =
      event(PartyEvent.SEALED, "2026-03-31T17:20:00Z", "2026-03-31");
  private static final RecordedEvent REOPENED =
      event(PartyEvent.REOPENED, "2026-04-10T02:00:00Z", "2026-04-20");

  @Test
  void findsThatARecordWasReadAfterItsEnd() {
    assertThat(isUsedAfterItsEnd(RECORDED, read("2026-04-02T02:00:00Z"), SEALED)).isTrue();
    assertThat(isUsedAfterItsEnd(RECORDED, SEALED, read("2026-04-09T02:00:00Z"), REOPENED))
        .isTrue();
    assertThat(isUsedAfterItsEnd(RECORDED, SEALED, REOPENED, read("2026-04-22T02:00:00Z")))
        .isTrue();
    assertThat(
            isUsedAfterItsEnd(
                RECORDED, event(PartyEvent.EXTENDED, "2026-04-02T02:00:00Z", "2027-03-31")))
        .isTrue();
  }

  @Test
  void findsNothingWhereItWasReadUntilItsEnd() {
    assertThat(
            isUsedAfterItsEnd(
                RECORDED,
                read("2026-03-31T16:59:59.999Z"),
                read("2026-03-31T17:00:01Z"), // begun before midnight
                SEALED,
                REOPENED,
                read("2026-04-20T16:00:00Z")))
        .isFalse();
    assertThat(
            isUsedAfterItsEnd(
                RECORDED,
                event(PartyEvent.EXTENDED, "2026-03-31T10:00:00Z", "2026-09-30"),
                read("2026-09-30T10:00:00Z")))
        .isFalse();
  }

  private static boolean isUsedAfterItsEnd(RecordedEvent... events) {
    return PartiesAgainstLog.isUsedAfterItsEnd(List.of(events), ZONE);
  }

  private static RecordedEvent read(String time) {
    return event(PartyEvent.READ, time, null);
  }

  private static RecordedEvent event(PartyEvent type, String time, @Nullable String until) {
    Map<String, Json> facts = until == null ? Map.of() : Map.of("until", Json.of(until));
    return new RecordedEvent(
        UUID.randomUUID(),
        type.code(),
        null,
        Instant.parse(time),
        null,
        null,
        null,
        new Json.Obj(facts),
        null);
  }
}
