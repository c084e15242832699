package anbinh.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class IdsTest {
  private final Instant now = Instant.parse("2026-11-25T01:02:03.456Z");

  @Test
  void isAUuidOfVersionSevenThatBeginsWithTheTime() {
    UUID id = new Ids(InstantSource.fixed(now), new Random(1)).next();
    assertThat(id.version()).isEqualTo(7);
    assertThat(id.variant()).isEqualTo(2);
    assertThat(id.getMostSignificantBits() >>> 16).isEqualTo(now.toEpochMilli());
  }

  @Test
  void increasesEvenWhenTheClockStandsStillOrGoesBack() {
    var times = new ArrayList<Instant>();
    IntStream.range(0, 20_000).forEach(i -> times.add(now.minusMillis(i % 7)));
    var iterator = times.iterator();
    var ids = new Ids(iterator::next, new Random(2));
    String last = "";
    for (int i = 0; i < times.size(); i++) {
      String id = ids.next().toString();
      assertThat(id).isGreaterThan(last);
      last = id;
    }
  }

  @Test
  void isUniqueAcrossThreads() {
    var ids = new Ids(InstantSource.system(), new Random(3));
    var seen = ConcurrentHashMap.<UUID>newKeySet();
    IntStream.range(0, 50_000).parallel().forEach(i -> seen.add(ids.next()));
    assertThat(seen).hasSize(50_000);
  }

  @Test
  void thoseInThingsComeOnceEachInTheirOrder() {
    record Signed(UUID by, @Nullable UUID countersignedBy) {}
    UUID one = UUID.randomUUID();
    UUID other = UUID.randomUUID();
    var things = List.of(new Signed(other, null), new Signed(one, other), new Signed(other, one));
    assertThat(Ids.of(things, Signed::by)).containsExactly(other, one);
    assertThat(Ids.of(things, Signed::countersignedBy, Signed::by)).containsExactly(other, one);
    assertThat(Ids.of(List.<Signed>of(), Signed::by)).isEmpty();
  }
}
