package anbinh.programme;

import static anbinh.programme.ProgrammeFixture.PATH;
import static anbinh.programme.ProgrammeFixture.activity;
import static anbinh.programme.ProgrammeFixture.done;
import static anbinh.programme.ProgrammeFixture.fields;
import static anbinh.programme.ProgrammeFixture.form;
import static anbinh.programme.ProgrammeFixture.numbers;
import static anbinh.programme.ProgrammeFixture.today;
import static org.assertj.core.api.Assertions.assertThat;

import anbinh.areas.Area;
import anbinh.areas.unit.Areas;
import anbinh.identity.Role;
import anbinh.programme.effect.Quarter;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// Before beside after, entered numbers and figures over HTTP; they run with [ProgrammesIT] on its
/// server.
abstract class EffectTests extends ProgrammeOfficeFixture {
  /// Numbers of two villages of a commune of its own, from so many quarters before this one on.
  private void enter(Area own, UUID with, UUID without, Quarter from, int[]... rows) {
    Quarter quarter = from;
    for (int[] row : rows) {
      Map<String, Object> form = numbers(own, quarter, with, row[0]);
      form.put(
          "values",
          List.of(
              Map.of("areaId", with, "value", row[0]), Map.of("areaId", without, "value", row[1])));
      done(as("tinh").post("/api/programme-indicators", form));
      quarter = quarter.plus(1);
    }
  }

  @Test
  void beforeStandsBesideAfterWithWhatMustBeSaidOfIt() {
    Area own = area("C-4", "Xã số liệu", SERVER.bean(Areas.class).find("38").orElseThrow());
    UUID with = WORLD.village(own).id();
    UUID without = WORLD.village(own).id();
    SERVER.person("chutich4", own.id(), Role.CHAIR);
    Quarter start = Quarter.of(today()).plus(-6);
    LocalDate on = start.firstDay().plusDays(20);
    String path = ProgrammeFixture.launched(as("tinh"), as("chutich4"), on, 4, with);
    enter(
        own,
        with,
        without,
        start.plus(-8),
        new int[][] {
          {8, 9}, {8, 9}, {8, 9}, {8, 9}, {14, 9}, {15, 9}, {14, 9}, {15, 9}, {9, 9}, {4, 9},
          {3, 9}, {3, 9}, {2, 9}
        });

    JsonNode effect = done(as("tinh").get(path + "/effect?indicator=THEFTS"));
    assertThat(effect.path("own").path("before").path("value").asInt()).isEqualTo(58);
    assertThat(effect.path("own").path("after").path("value").asInt()).isEqualTo(12);
    JsonNode ratio = effect.path("own").path("ratio");
    assertThat(ratio.path("value").asDouble()).isBetween(0.20, 0.21);
    assertThat(ratio.path("high").asDouble()).isLessThan(0.5);
    assertThat(effect.path("others").path("areas").asInt()).isOne();
    assertThat(effect.path("others").path("ratio").path("value").asDouble()).isEqualTo(1);
    assertThat(effect.path("difference").asDouble()).isEqualTo(-11.5);
    assertThat(effect.path("caveats").toString()).isEqualTo("[\"REGRESSION_TO_MEAN\"]");
    assertThat(effect.path("series").path(11).path("phase").asString()).isEqualTo("BEFORE");
    assertThat(effect.path("series").path(12).path("phase").asString()).isEqualTo("START");

    // The others' last quarter is of another kind of source.
    Map<String, Object> survey = numbers(own, start.plus(4), without, 9);
    String line =
        "/api/programme-indicators?communeId=%s&indicator=THEFTS&year=%d&quarter=%d"
            .formatted(own.id(), start.plus(4).year(), start.plus(4).number());
    String number =
        done(as("tinh").get(line))
            .path("items")
            .valueStream()
            .filter(each -> each.path("areaId").asString().equals(without.toString()))
            .findFirst()
            .orElseThrow()
            .path("number")
            .asString();
    survey.put("values", List.of(Map.of("areaId", without, "value", 9, "replaces", number)));
    survey.put("sourceKind", "SURVEY");
    survey.put("reason", "Theo khảo sát");
    done(as("tinh").post("/api/programme-indicators", survey));
    assertThat(done(as("tinh").get(path + "/effect?indicator=THEFTS")).path("caveats").toString())
        .contains("SOURCE_CHANGED");

    JsonNode chairs = done(as("chutich4").get(path + "/effect?indicator=THEFTS"));
    assertThat(chairs.path("exact").asBoolean()).isFalse();
    assertThat(chairs.path("own").path("before").path("value").asInt()).isEqualTo(60);
    assertThat(chairs.path("difference").isNull()).isTrue();
    assertThat(chairs.path("own").path("ratio").isNull())
        .as("a ratio of rounded numbers says what did not happen")
        .isTrue();
    assertThat(chairs.path("verdict").asString()).isEqualTo("FEWER");
    assertThat(chairs.path("series").toString()).doesNotContain("\"value\":3");
    assertThat(as("tonghop").get(path + "/effect?indicator=THEFTS").status()).isEqualTo(403);

    // Another of the kind in the other village: nobody is left to compare with.
    ProgrammeFixture.launched(as("tinh"), as("chutich4"), start.firstDay(), 4, without);
    JsonNode alone = done(as("tinh").get(path + "/effect?indicator=THEFTS"));
    assertThat(alone.path("others").isNull()).isTrue();
    assertThat(alone.path("caveats").toString()).contains("NO_COMPARISON");
    JsonNode disputes = done(as("tinh").get(path + "/effect?indicator=DISPUTES_RECEIVED"));
    assertThat(disputes.path("own").path("knownBefore").asInt())
        .as("no records are not none")
        .isZero();
    assertThat(disputes.path("caveats").toString()).contains("SMALL_NUMBERS", "INCOMPLETE");
    String young = ProgrammeFixture.launched(as("tinh"), as("chutich4"), today(), 6, with);
    assertThat(done(as("tinh").get(young + "/effect?indicator=THEFTS")).path("caveats").toString())
        .isEqualTo("[\"TOO_EARLY\"]");
  }

  /// Disputes of a village that were received on a day, of which the first were settled.
  private static void disputes(UUID village, LocalDate on, int settled, int others) {
    SERVER
        .database()
        .client()
        .sql(
            """
            with made as (insert into mediation.mediation (id, code, village_id, basis, kind,
              received_on, received_by, received_at, guarded, state, book_year, book_number,
              entered_at, outcome, ended_at, closed_at, content_cipher)
            select gen_random_uuid(), 'M-' || :village || '-' || :day || '-' || n, :village,
              'PARTY_ASKS', 'NEIGHBOURS', :day, gen_random_uuid(), :day, false, 'CLOSED', 1900,
              (select count(*) from mediation.mediation) + n, :day,
              case when n <= :settled then 'AGREED' else 'NOT_AGREED' end, :day, :day, '\\x00'
            from generate_series(1, :settled + :others) n returning id, outcome)
            insert into mediation.step (mediation_id, at, what, by)
            select id, :day, outcome, gen_random_uuid() from made
            """)
        .param("village", village)
        .param("day", on)
        .param("settled", settled)
        .param("others", others)
        .update();
  }

  @Test
  void disputesAreCountedFromTheRecordsSinceTheCommuneTakesThemDown() {
    Area own = area("C-8", "Xã hòa giải", SERVER.bean(Areas.class).find("38").orElseThrow());
    UUID with = WORLD.village(own).id();
    UUID without = WORLD.village(own).id();
    SERVER.person("chutich8", own.id(), Role.CHAIR);
    Quarter start = Quarter.of(today()).plus(-5);
    String path =
        ProgrammeFixture.launched(
            as("tinh"), as("chutich8"), start.firstDay().plusDays(9), 4, with);
    for (int quarter = -4; quarter < 0; quarter++) {
      LocalDate on = start.plus(quarter).firstDay().plusDays(5);
      disputes(with, on, 4, 6);
      disputes(without, on, 3, 2);
    }
    disputes(without, start.plus(2).firstDay(), 6, 0);
    disputes(with, start.plus(3).lastDay(), 8, 2);

    JsonNode received = done(as("tinh").get(path + "/effect?indicator=DISPUTES_RECEIVED"));
    assertThat(received.path("own").path("before").path("value").asInt()).isEqualTo(40);
    assertThat(received.path("own").path("after").path("value").asInt()).isEqualTo(10);
    assertThat(received.path("own").path("knownBefore").asInt())
        .as("quarters before the first record are not known to have had none")
        .isEqualTo(4);
    assertThat(received.path("others").path("before").path("value").asInt()).isEqualTo(20);
    assertThat(received.path("others").path("after").path("value").asInt()).isEqualTo(6);
    JsonNode settled = done(as("tinh").get(path + "/effect?indicator=DISPUTES_SETTLED"));
    assertThat(settled.path("own").path("before").path("value").asInt()).isEqualTo(16);
    assertThat(settled.path("own").path("after").path("value").asInt()).isEqualTo(8);
  }

  @Test
  void aQuarterOfAnAreaHasOneNumberAndACorrectionNamesTheOneItReplaces() {
    Area own = area("C-5", "Xã nhập số", SERVER.bean(Areas.class).find("38").orElseThrow());
    UUID village = WORLD.village(own).id();
    Quarter last = Quarter.of(today()).plus(-1);
    String path = "/api/programme-indicators";
    assertThat(fields(as("tinh").post(path, numbers(own, last.plus(1), village, 3))))
        .containsExactly("quarter programme-quarter-open");
    Map<String, Object> counted = numbers(own, last, village, 3);
    counted.put("indicator", "DISPUTES_SETTLED");
    assertThat(fields(as("tinh").post(path, counted)))
        .containsExactly("indicator programme-counted");
    done(as("tinh").post(path, numbers(own, last, village, 3)));
    assertThat(fields(as("tinh").post(path, numbers(own, last, village, 4))))
        .containsExactly("values[0] programme-quarter-taken");
    String read =
        path
            + "?communeId=%s&indicator=THEFTS&year=%d&quarter=%d"
                .formatted(own.id(), last.year(), last.number());
    JsonNode lines = done(as("kiemsoat").get(read)).path("items");
    assertThat(lines).hasSize(2);
    Map<String, Object> corrected = numbers(own, last, village, 4);
    corrected.put(
        "values",
        List.of(
            Map.of(
                "areaId",
                village,
                "value",
                4,
                "replaces",
                lines.path(1).path("number").asString())));
    assertThat(fields(as("tinh").post(path, corrected))).containsExactly("reason required");
    corrected.put("reason", "Gõ nhầm");
    done(as("tinh").post(path, corrected));
    assertThat(fields(as("tinh").post(path, corrected)))
        .containsExactly("values[0] programme-quarter-taken");
    assertThat(done(as("tinh").get(read)).path("items").path(1).path("value").asInt()).isEqualTo(4);
    assertThat(
            SERVER
                .database()
                .client()
                .sql("select count(*) from programme.indicator_value where area_id = ?")
                .param(village)
                .query(Long.class)
                .single())
        .as("what was replaced stays")
        .isEqualTo(2);
    Map<String, Object> withdrawn = numbers(own, last, village, 0);
    Map<String, Object> none = new HashMap<>();
    none.put("areaId", village);
    none.put("value", null);
    withdrawn.put("values", List.of(none));
    assertThat(fields(as("tinh").post(path, withdrawn)))
        .containsExactly("values[0] programme-nothing-there");
    none.put(
        "replaces", done(as("tinh").get(read)).path("items").path(1).path("number").asString());
    withdrawn.put("reason", "Nhầm thôn");
    done(as("tinh").post(path, withdrawn));
    assertThat(done(as("tinh").get(read)).path("items").path(1).path("value").isNull()).isTrue();
    JsonNode history =
        done(as("kiemsoat").get(read.replace("?", "/history?areaId=" + village + "&")))
            .path("items");
    assertThat(history).hasSize(3);
    assertThat(history.path(0).path("reason").asString()).isEqualTo("Nhầm thôn");
    assertThat(history.path(2).path("value").asInt()).isEqualTo(3);
    assertThat(as("diaban").post(path, numbers(own, last, village, 1)).status()).isEqualTo(403);
    assertThat(fields(as("tinh").post(path, numbers(own, last, led.id(), 1))))
        .containsExactly("values[0] programme-area");
  }

  @Test
  void figuresCountProgrammesAndHideFewPeopleFromWhoOnlyCounts() {
    Area own = area("C-6", "Xã đếm", SERVER.bean(Areas.class).find("38").orElseThrow());
    UUID village = WORLD.village(own).id();
    SERVER.person("chutich6", own.id(), Role.CHAIR);
    String path = ProgrammeFixture.launched(as("tinh"), as("chutich6"), today(), 2, village);
    done(as("tinh").post(path + "/activities", activity(today(), 4)));
    JsonNode lines = done(as("tonghop").get(PATH + "/figures?level=COMMUNE")).path("lines");
    JsonNode line =
        lines
            .valueStream()
            .filter(each -> each.path("name").asString().equals("Xã đếm"))
            .findFirst()
            .orElseThrow();
    assertThat(line.path("running").asInt()).isOne();
    assertThat(line.path("activities").asInt()).isOne();
    assertThat(line.path("attended").path("value").isNull()).isTrue();
    JsonNode kinds = done(as("chutich6").get(PATH + "/figures")).path("lines");
    assertThat(kinds).hasSize(1);
    assertThat(kinds.path(0).path("name").asString()).startsWith("Self-managed clan");
    assertThat(as("totruong").get(PATH + "/figures").status()).isEqualTo(403);
  }
}
