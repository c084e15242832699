package anbinh.platform.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import anbinh.testing.TestDatabase;
import java.net.URI;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.IncorrectResultSizeDataAccessException;

class SqlClientTest {
  private static final TestDatabase DATABASE = TestDatabase.create();
  private static final String SELECT =
      """
      select id, title, days, held_on, paid, area_ids, decided_by as "decision.by",
        decided_at as "decision.at"
      from public.meeting
      """;
  private static final String INSERT =
      """
      insert into public.meeting (id, title, days, held_on, paid, area_ids, decided_by, decided_at)
      values (:id, :title, :days, :heldOn, :paid, :areaIds, :decision.by, :decision.at)
      """;

  private final SqlClient sql = DATABASE.sql();

  /// One of each type that is stored.
  private record Meeting(
      UUID id,
      String title,
      Set<DayOfWeek> days,
      @Nullable LocalDate heldOn,
      long paid,
      List<UUID> areaIds,
      @Nullable Decision decision) {}

  private record Decision(UUID by, Instant at) {}

  @BeforeEach
  void create() {
    DATABASE.client().sql("drop table if exists public.meeting").update();
    DATABASE
        .client()
        .sql(
            """
            create table public.meeting (id uuid, title text, days text[], held_on date,
              paid bigint, area_ids uuid[], decided_by uuid, decided_at timestamptz)
            """)
        .update();
  }

  @AfterAll
  static void close() {
    DATABASE.close();
  }

  private static Meeting meeting(@Nullable Decision decision) {
    return new Meeting(
        UUID.randomUUID(),
        "Họp \"thôn\" \\ {1,2}, null",
        EnumSet.of(DayOfWeek.FRIDAY, DayOfWeek.MONDAY),
        LocalDate.of(2026, 2, 28),
        3_000_000_000L,
        List.of(UUID.randomUUID(), UUID.randomUUID()),
        decision);
  }

  @Test
  void aRecordIsReadAsItWasWritten() {
    Meeting decided =
        meeting(new Decision(UUID.randomUUID(), Instant.parse("2026-11-30T05:06:07.123456Z")));
    Meeting open = meeting(null);
    sql.update(INSERT, decided);
    sql.update(INSERT, open);
    assertThat(sql.find(Meeting.class, SELECT + "where id = ?", decided.id())).contains(decided);
    assertThat(sql.get(Meeting.class, SELECT + "where id = ?", open.id())).isEqualTo(open);
  }

  @Test
  void aRecordWithinThatMayNotBeNullIsThereWithoutValues() {
    record Ended(@Nullable UUID by, @Nullable Instant at) {}
    record Always(int number, Ended ended) {}
    record Sometimes(int number, @Nullable Ended ended) {}
    String nothing =
        """
        select 7 as number, null::uuid as "ended.by", null::timestamptz as "ended.at"
        """;
    assertThat(sql.get(Always.class, nothing)).isEqualTo(new Always(7, new Ended(null, null)));
    assertThat(sql.get(Sometimes.class, nothing)).isEqualTo(new Sometimes(7, null));
  }

  @Test
  void aRecordThatMayBeNullIsNullWithAllRecordsInIt() {
    record Cause(@Nullable String text) {}
    record Mark(Cause cause, @Nullable UUID by) {}
    record Marked(int number, @Nullable Mark mark) {}
    String nothing =
        """
        select 7 as number, null::text as "mark.cause.text", null::uuid as "mark.by"
        """;
    assertThat(sql.get(Marked.class, nothing)).isEqualTo(new Marked(7, null));
  }

  @Test
  void valuesAreBoundInOrderOrByName() {
    Meeting meeting = meeting(null);
    sql.update(INSERT, Values.of(meeting).and("title", "Another").and("heldOn", null));
    assertThat(
            sql.list(
                Meeting.class,
                SELECT + "where title = ? and ? = any (days) and held_on is null",
                "Another",
                DayOfWeek.MONDAY))
        .hasSize(1);
    assertThat(
            sql.list(
                Meeting.class,
                SELECT + "where decided_at is not distinct from :at and id = any (:ids)",
                Values.of("at", null).and("ids", List.of(meeting.id()))))
        .hasSize(1);
  }

  @Test
  void anEmptyCollectionIsAnArrayOfTheTypeThatIsNeeded() {
    sql.update(INSERT, Values.of(meeting(null)).and("areaIds", List.of()).and("days", Set.of()));
    assertThat(sql.list(Meeting.class, SELECT + "where id = any (?)", List.of())).isEmpty();
    Meeting read = sql.get(Meeting.class, SELECT);
    assertThat(read.areaIds()).isEmpty();
    assertThat(read.days()).isEmpty();
  }

  @Test
  void elementsOfAnArrayKeepTheirCharacters() {
    List<@Nullable String> odd = Arrays.asList("a,b", "{}", "\\", "\"", "null", null, "", " ơ ");
    assertThat(sql.list(String.class, "select each from unnest(?::text[]) each", odd))
        .isEqualTo(odd);
  }

  private record Days(List<@Nullable LocalDate> days) {}

  @Test
  void daysOfAnArrayAreRead() {
    List<@Nullable LocalDate> days = Arrays.asList(LocalDate.of(2026, 2, 28), null);
    assertThat(sql.get(Days.class, "select ?::date[] as days", days)).isEqualTo(new Days(days));
  }

  @Test
  void firstColumnsAreValues() {
    assertThat(sql.get(Long.class, "select count(*) from public.meeting")).isZero();
    assertThat(sql.get(DayOfWeek.class, "select 'SUNDAY'")).isEqualTo(DayOfWeek.SUNDAY);
    assertThat(sql.find(String.class, "select null::text")).isEmpty();
    assertThat(sql.map(String.class, Integer.class, "values ('b', 2), ('a', 1)"))
        .containsExactly(Map.entry("b", 2), Map.entry("a", 1));
  }

  @Test
  void rowsOfOneKeyComeTogetherInTheirOrder() {
    assertThat(sql.groups(String.class, Integer.class, "values ('b', 2), ('a', 3), ('b', 1)"))
        .containsExactly(Map.entry("b", List.of(2, 1)), Map.entry("a", List.of(3)));
    UUID by = UUID.randomUUID();
    Instant at = Instant.parse("2026-11-30T05:06:07Z");
    assertThat(sql.groups(Integer.class, Decision.class, "select 7, ? as by, ? as at", by, at))
        .containsExactly(Map.entry(7, List.of(new Decision(by, at))));
  }

  @Test
  void aQueryFindsARowOrNone() {
    assertThat(sql.exists("select from public.meeting where paid = ?", 3_000_000_000L)).isFalse();
    sql.update(INSERT, meeting(null));
    assertThat(sql.exists("select from public.meeting where paid = ?", 3_000_000_000L)).isTrue();
  }

  @Test
  void aMonthIsItsFirstDay() {
    YearMonth month = YearMonth.of(2026, 2);
    assertThat(sql.get(LocalDate.class, "select ?::date", month)).isEqualTo("2026-02-01");
    assertThat(sql.get(YearMonth.class, "select '2026-02-28'::date")).isEqualTo(month);
    assertThat(sql.find(YearMonth.class, "select null::date")).isEmpty();
  }

  @Test
  void languagesAndAddressesAreText() {
    URI address = URI.create("rtsp://10.0.0.1/a?b=1");
    assertThat(sql.get(URI.class, "select ?::text where ? = 'ar'", address, Locale.of("ar")))
        .isEqualTo(address);
    assertThat(sql.get(Locale.class, "select 'vi'")).isEqualTo(Locale.of("vi"));
    assertThat(sql.find(URI.class, "select null::text")).isEmpty();
  }

  @Test
  void manyRowsAreWrittenTogether() {
    List<Meeting> many = IntStream.range(0, 2_500).mapToObj(i -> meeting(null)).toList();
    sql.batch(INSERT, many);
    assertThat(sql.get(Integer.class, "select count(*) from public.meeting")).isEqualTo(2_500);
  }

  @Test
  void whatIsWrongIsNamed() {
    Meeting meeting = meeting(null);
    assertThatThrownBy(() -> sql.update("update public.meeting set title = :name", meeting))
        .hasMessageContaining("no component name");
    assertThatThrownBy(() -> sql.update("select :b", Values.of("a", 1)))
        .hasMessageContaining("No value is named b, only [a]");
    sql.update(INSERT, Values.of(meeting).and("paid", null));
    assertThatThrownBy(
            () -> sql.list(Decision.class, "select decided_by as by from public.meeting"))
        .hasStackTraceContaining("column name at was not found");
    assertThatThrownBy(() -> sql.list(Meeting.class, SELECT))
        .hasStackTraceContaining("paid must not be null");
  }

  @Test
  void oneRowIsNeitherNoneNorTwo() {
    sql.update(INSERT, meeting(null));
    sql.update(INSERT, meeting(null));
    assertThatThrownBy(() -> sql.find(Meeting.class, SELECT))
        .isInstanceOf(IncorrectResultSizeDataAccessException.class);
    assertThatThrownBy(() -> sql.get(Meeting.class, SELECT + "where false"))
        .isInstanceOf(IncorrectResultSizeDataAccessException.class);
  }
}
