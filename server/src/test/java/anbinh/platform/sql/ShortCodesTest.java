package anbinh.platform.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import anbinh.platform.Site;
import anbinh.testing.TestDatabase;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class ShortCodesTest {
  private static final TestDatabase DATABASE = TestDatabase.create();

  @AfterAll
  static void close() {
    DATABASE.close();
  }

  @Test
  void countsByPrefixAndByYearOfTheSite() {
    // Already 2027 in Việt Nam, still 2026 in UTC.
    ShortCodes early = codes("2026-12-31T18:00:00Z");
    ShortCodes late = codes("2026-12-31T16:00:00Z");
    assertThat(take(early, "CASE")).isEqualTo("CASE-2027-0001");
    assertThat(take(late, "CASE")).isEqualTo("CASE-2026-0001");
    assertThat(take(late, "REQ")).isEqualTo("REQ-2026-0001");
    assertThat(take(late, "CASE")).isEqualTo("CASE-2026-0002");
    assertThat(inTransaction(() -> late.next("CAM"))).isEqualTo("CAM-0001");
  }

  @Test
  void aRolledBackChangeLeavesNoGap() {
    ShortCodes codes = codes("2026-06-01T00:00:00Z");
    assertThat(take(codes, "GAP")).isEqualTo("GAP-2026-0001");
    assertThatThrownBy(() ->
            inTransaction(() -> {
              codes.nextOfYear("GAP");
              throw new IllegalStateException("roll back");
            }))
        .hasMessage("roll back");
    assertThat(take(codes, "GAP")).isEqualTo("GAP-2026-0002");
  }

  @Test
  void manyAtOnceGetDifferentCodesWithoutAGap() {
    ShortCodes codes = codes("2026-06-01T00:00:00Z");
    var seen = ConcurrentHashMap.<String>newKeySet();
    try (var threads = Executors.newFixedThreadPool(6)) {
      IntStream.range(0, 60).forEach(i -> threads.execute(() -> seen.add(take(codes, "MANY"))));
    }
    List<String> expected =
        IntStream.rangeClosed(1, 60).mapToObj("MANY-2026-%04d"::formatted).toList();
    assertThat(seen).containsExactlyInAnyOrderElementsOf(expected);
  }

  private static ShortCodes codes(String now) {
    return new ShortCodes(
        DATABASE.sql(),
        InstantSource.fixed(Instant.parse(now)),
        new Site("Hạc Thành", ZoneId.of("Asia/Ho_Chi_Minh"), false));
  }

  private static String take(ShortCodes codes, String prefix) {
    return inTransaction(() -> codes.nextOfYear(prefix));
  }

  private static String inTransaction(Supplier<String> work) {
    String code =
        new TransactionTemplate(new JdbcTransactionManager(DATABASE.pool()))
            .execute(status -> work.get());
    return String.valueOf(code);
  }
}
