package anbinh.oversight.access;

import static org.assertj.core.api.Assertions.assertThat;

import anbinh.audit.event.LoggedEvent;
import anbinh.seal.json.Json;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SeenTest {
  private static final Instant AT = Instant.parse("2026-11-24T03:00:00Z");
  private static final UUID WHO = UUID.randomUUID();
  private static final Json.Obj NONE = new Json.Obj(Map.of());

  @Test
  void knowsTheFootageThatWasWatched() {
    Seen seen =
        Seen.in(
                entry(
                    "recording.watched",
                    "camera",
                    "c-1",
                    false,
                    new Json.Obj(
                        Map.of(
                            "from", Json.of("2026-11-23T01:00:00Z"),
                            "to", Json.of("2026-11-23T01:05:00Z"))),
                    NONE))
            .orElseThrow();
    assertThat(seen.kind()).isEqualTo(FootageAccessKind.FOOTAGE);
    assertThat(seen.targetId()).isEqualTo("c-1");
    assertThat(seen.from()).isEqualTo("2026-11-23T01:00:00Z");
    assertThat(seen.to()).isEqualTo("2026-11-23T01:05:00Z");
  }

  @Test
  void roundsAPlaceAndForgetsItWithTheDetails() {
    Json.Obj place =
        new Json.Obj(
            Map.of("latitude", new Json.Num(20.35049), "longitude", new Json.Num(105.24951)));
    assertThat(Seen.in(entry("cameras.sought", null, null, false, NONE, place)).orElseThrow())
        .extracting(Seen::kind, Seen::targetKind, Seen::targetId)
        .containsExactly(FootageAccessKind.PLACE, "place", "20.350,105.250");
    assertThat(Seen.in(entry("cameras.sought", null, null, false, NONE, NONE))).isEmpty();
  }

  @Test
  void takesWhateverWasRefusedAsATry() {
    assertThat(
            Seen.in(entry("access.denied", "area", "a-1", true, NONE, NONE))
                .map(Seen::kind)
                .orElseThrow())
        .isEqualTo(FootageAccessKind.REFUSED);
  }

  @Test
  void countsListsByWhatTheyAre() {
    assertThat(
            Seen.in(entry("case.listed", null, null, false, NONE, NONE))
                .map(Seen::targetId)
                .orElseThrow())
        .isEqualTo("case.listed");
  }

  @Test
  void takesAsNoFootageWhatIsNoTime() {
    Seen seen =
        Seen.in(
                entry(
                    "still.taken",
                    "camera",
                    "c-1",
                    false,
                    new Json.Obj(Map.of("from", Json.of("yesterday"), "to", new Json.Null())),
                    NONE))
            .orElseThrow();
    assertThat(seen.from()).isEqualTo(AT);
    assertThat(seen.to()).isEqualTo(AT);
  }

  @Test
  void knowsNothingOfWhatNobodyLookedAt() {
    assertThat(Seen.in(entry("segment.closed", "camera", "c-1", false, NONE, NONE))).isEmpty();
    assertThat(
            Seen.in(
                new LoggedEvent(
                    1, AT, "live.watched", null, "camera", "c-1", null, false, NONE, NONE)))
        .isEmpty();
  }

  private static LoggedEvent entry(
      String type,
      @Nullable String kind,
      @Nullable String object,
      boolean refused,
      Json.Obj facts,
      Json.Obj detail) {
    return new LoggedEvent(1, AT, type, WHO, kind, object, null, refused, facts, detail);
  }
}
