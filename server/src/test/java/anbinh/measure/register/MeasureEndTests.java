package anbinh.measure.register;

import static anbinh.measure.MeasureFixture.NAME;
import static anbinh.measure.MeasureFixture.actions;
import static anbinh.measure.MeasureFixture.change;
import static anbinh.measure.MeasureFixture.code;
import static anbinh.measure.MeasureFixture.endedDaysAgo;
import static anbinh.measure.MeasureFixture.form;
import static anbinh.measure.MeasureFixture.helper;
import static anbinh.measure.MeasureFixture.id;
import static anbinh.measure.MeasureFixture.made;
import static anbinh.measure.MeasureFixture.task;
import static anbinh.measure.MeasureFixture.today;
import static anbinh.measure.MeasureFixture.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import anbinh.areas.AreaKind;
import anbinh.identity.Role;
import anbinh.platform.indicator.IndicatorCount;
import anbinh.platform.indicator.IndicatorSource;
import anbinh.platform.indicator.IndicatorSpan;
import anbinh.testing.TestClient;
import anbinh.testing.Waiting;
import anbinh.worklist.WorklistKind;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// Legal measures as they change, end, are sealed, opened by two, and erased; they run with
/// [MeasuresIT] on its server.
abstract class MeasureEndTests extends MeasureTests {
  @Test
  void anotherPaperSuspendsItAndWithTheChairShortensEndsAndExtendsIt() {
    JsonNode one = helped();
    String changes = path(one) + "/changes";
    assertThat(officer.post(changes, change("SUSPENDED", "77/QĐ-UBND", null)).text())
        .contains("\"field\":\"number\"");
    JsonNode suspended = made(officer.post(changes, change("SUSPENDED", "80/QĐ-UBND", null)), 201);
    assertThat(suspended.path("measure").path("state").asString()).isEqualTo("SUSPENDED");
    assertThat(officer.post(changes, change("SUSPENDED", "81/QĐ-UBND", null)).code())
        .isEqualTo("measure-elsewhere");
    made(officer.post(changes, change("RESUMED", "82/QĐ-UBND", null)), 201);
    confirm(
        one,
        made(officer.post(changes, change("SHORTENED", "83/QĐ-UBND", today().plusDays(30))), 201));
    JsonNode shorter = made(officer.get(path(one)), 200);
    assertThat(until(shorter)).isEqualTo(today().plusDays(30).toString());
    assertThat(
            officer.post(changes, change("SHORTENED", "84/QĐ-UBND", today().plusDays(40))).text())
        .contains("\"field\":\"until\"");
    assertThat(
            officer.post(changes, change("EXTENDED", "85/QĐ-UBND", today().plusMonths(8))).text())
        .contains("\"field\":\"until\"");

    made(officer.post(path(one) + "/tasks", task(UUID.randomUUID().toString())), 201);
    JsonNode asked =
        made(officer.post(changes, change("EXTENDED", "86/QĐ-UBND", today().plusDays(60))), 201);
    assertThat(until(asked)).isEqualTo(today().plusDays(30).toString());
    assertThat(actions(asked)).doesNotContain("CHANGE");
    for (String other : List.of("SUSPENDED", "ENDED_EARLY", "SHORTENED", "EXTENDED")) {
      assertThat(officer.post(changes, change(other, "89/QĐ-UBND", today().plusDays(20))).code())
          .as("%s while an extension waits for the chair", other)
          .isEqualTo("measure-elsewhere");
    }
    int version = asked.path("version").asInt();
    JsonNode seen = made(chair.get(path(one) + "/content"), 200);
    assertThat(seen.path("tasks")).as("are not the chair's to read").isEmpty();
    assertThat(seen.path("waiting").path("paper").path("number").asString())
        .isEqualTo("86/QĐ-UBND");
    assertThat(chair.post(path(one) + "/confirmation", Map.of("version", version - 1)).code())
        .isEqualTo("measure-changed");
    chair.post(path(one) + "/confirmation", Map.of("version", version));
    JsonNode longer = made(officer.get(path(one)), 200);
    assertThat(until(longer)).isEqualTo(today().plusDays(60).toString());
    expectUnknown(chair.get(path(one)));

    made(officer.post(changes, change("EXTENDED", "87/QĐ-UBND", today().plusDays(70))), 201);
    int third = officer.get(path(one)).json().path("version").asInt();
    assertThat(
            chair
                .post(path(one) + "/refusal", Map.of("version", third, "cause", "NO_PAPER"))
                .status())
        .isEqualTo(204);
    assertThat(until(made(officer.get(path(one)), 200))).isEqualTo(today().plusDays(60).toString());

    assertThat(
            officer.post(changes, change("ENDED_EARLY", "88/QĐ-UBND", today().minusDays(1))).text())
        .as("a day that is over would seal it at once")
        .contains("\"field\":\"until\"");
    confirm(one, made(officer.post(changes, change("ENDED_EARLY", "88/QĐ-UBND", today())), 201));
    JsonNode last = made(officer.get(path(one)), 200);
    assertThat(until(last)).isEqualTo(today().toString());
    assertThat(officer.get(path(one) + "/content").status()).isEqualTo(200);
    endedDaysAgo(SERVER, id(one), 1);
    assertThat(officer.get(path(one) + "/content").code()).isEqualTo("measure-sealed");
    expectUnknown(helper.get(path(one) + "/content"));
    assertThat(leaves(one)).doesNotContain("SUSPENDED", "86/QĐ", "ENDED_EARLY");
  }

  @Test
  void whatEndsItEarlierWaitsForTheChairWhoMayObjectAndHoldsByItselfIfTheySayNothing() {
    JsonNode one = helped();
    String changes = path(one) + "/changes";
    String before = until(one);
    JsonNode asked =
        made(officer.post(changes, change("SHORTENED", "30/QĐ-UBND", today().plusDays(30))), 201);
    assertThat(until(asked)).as("one officer alone moves no end date").isEqualTo(before);
    assertThat(actions(asked)).contains("WITHDRAW").doesNotContain("CHANGE");
    assertThat(Instant.parse(asked.path("answerBy").asString()))
        .isBetween(Instant.now().plusSeconds(4 * DAY), Instant.now().plusSeconds(5 * DAY + 60));
    JsonNode row = row(chair, one);
    assertThat(row.path("waiting").asString()).isEqualTo("ENDING");
    assertThat(row.path("nextOn").isNull()).isTrue();
    JsonNode page = made(chair.get(path(one)), 200);
    assertThat(page.path("helpers")).as("the chair compares papers").isEmpty();
    assertThat(page.path("steps").toString()).contains("CHANGE_ASKED").doesNotContain("HELPER");
    assertThat(made(chair.get(path(one) + "/content"), 200).path("waiting").toString())
        .contains("30/QĐ-UBND");
    made(
        chair.post(
            path(one) + "/refusal",
            Map.of("version", asked.path("version").asInt(), "cause", "NO_PAPER")),
        204);
    JsonNode objected = made(officer.get(path(one)), 200);
    assertThat(until(objected)).isEqualTo(before);
    assertThat(objected.path("steps").toString()).contains("CHANGE_REFUSED");

    JsonNode again =
        made(officer.post(changes, change("SHORTENED", "31/QĐ-UBND", today().plusDays(30))), 201);
    confirm(one, again);
    assertThat(until(made(officer.get(path(one)), 200))).isEqualTo(today().plusDays(30).toString());

    made(officer.post(changes, change("ENDED_EARLY", "32/QĐ-UBND", today())), 201);
    SERVER.bean(Measures.class).settle();
    assertThat(until(made(officer.get(path(one)), 200)))
        .as("the chair has some days")
        .isEqualTo(today().plusDays(30).toString());
    assertThat(helper.get(path(one) + "/content").status()).isEqualTo(200);
    update(
        "update measure.measure set waiting_until = waiting_until - 1 where id = ?::uuid", id(one));
    expectUnknown(helper.get(path(one) + "/content"));
    assertThat(helper.get(PATH).text()).doesNotContain(code(one));
    waitedDays(one, 6);
    SERVER.bean(Measures.class).settle();
    JsonNode settled = made(officer.get(path(one)), 200);
    assertThat(until(settled)).isEqualTo(today().toString());
    JsonNode last = settled.path("steps").get(settled.path("steps").size() - 1);
    assertThat(last.path("what").asString()).isEqualTo("CHANGED");
    assertThat(last.path("by").isNull()).isTrue();
    assertThat(leaves(one)).doesNotContain("30/QĐ", "SHORTENED", "ENDED_EARLY", "NO_PAPER");
  }

  @Test
  void anExtensionThatNobodyAnswersLapsesAndTheKeeperTakesBackWhatWaits() {
    JsonNode one = helped();
    String changes = path(one) + "/changes";
    String before = until(one);
    made(officer.post(changes, change("EXTENDED", "40/QĐ-UBND", today().plusDays(100))), 201);
    waitedDays(one, 14);
    SERVER.bean(Measures.class).settle();
    assertThat(row(chair, one).path("waiting").asString()).isEqualTo("EXTENSION");
    waitedDays(one, 2);
    SERVER.bean(Measures.class).settle();
    expectUnknown(chair.get(path(one)));
    JsonNode lapsed = made(officer.get(path(one)), 200);
    assertThat(until(lapsed)).as("silence makes nothing longer").isEqualTo(before);
    assertThat(lapsed.path("steps").toString()).contains("EXTENSION_LAPSED");

    made(officer.post(changes, change("EXTENDED", "41/QĐ-UBND", today().plusDays(100))), 201);
    expectUnknown(second.post(path(one) + "/withdrawal", Map.of()));
    JsonNode back = made(officer.post(path(one) + "/withdrawal", Map.of()), 200);
    assertThat(actions(back)).contains("CHANGE").doesNotContain("WITHDRAW");
    expectUnknown(chair.get(path(one)));
    assertThat(officer.post(path(one) + "/withdrawal", Map.of()).code())
        .isEqualTo("measure-elsewhere");
    made(officer.post(changes, change("EXTENDED", "41/QĐ-UBND", today().plusDays(90))), 201);
    assertThat(leaves(one)).contains("measure.change-withdrawn", "measure.extension-lapsed");
  }

  private static final long DAY = 86_400;

  private static void confirm(JsonNode one, JsonNode asked) {
    made(
        chair.post(path(one) + "/confirmation", Map.of("version", asked.path("version").asInt())),
        204);
  }

  /// As if so many more days had passed since a paper began to wait.
  private static void waitedDays(JsonNode one, int days) {
    update(
        """
        update measure.measure set waiting_since = waiting_since - make_interval(days => ?)
        where id = ?::uuid
        """,
        days,
        id(one));
  }

  @Test
  void theDayAfterItsEndItOpensToNobodyBeforeAnyClockHasRun() {
    JsonNode one = helped();
    endedDaysAgo(SERVER, id(one), 1);
    JsonNode sealed = made(officer.get(path(one)), 200);
    assertThat(sealed.path("measure").path("state").asString()).isEqualTo("SEALED");
    assertThat(sealed.path("readsContent").asBoolean()).isFalse();
    assertThat(sealed.path("helpers")).isEmpty();
    assertThat(sealed.path("minor").isNull()).isTrue();
    assertThat(actions(sealed)).containsExactly("ASK_OPENING");
    assertThat(officer.get(path(one) + "/content").code()).isEqualTo("measure-sealed");
    assertThat(officer.post(path(one) + "/tasks", task(UUID.randomUUID().toString())).code())
        .isEqualTo("measure-sealed");
    expectUnknown(helper.get(path(one)));
    assertThat(helper.get(PATH).text()).doesNotContain(code(one));
    assertThat(officer.get(PATH).text()).doesNotContain(code(one));
    assertThat(officer.get(PATH + "?state=OVER&limit=200").text())
        .contains(code(one))
        .doesNotContain("Quách");
    keepTime();
    assertThat(leaves(one)).doesNotContain("measure.sealed", "measure.erased");
    assertThat(officer.get(path(one) + "/content").code()).isEqualTo("measure-sealed");

    endedDaysAgo(SERVER, id(one), 200);
    keepTime();
    assertThat(officer.get(PATH + "?state=OVER&limit=200").text()).doesNotContain(code(one));
    expectUnknown(officer.get(path(one)));
    assertThat(count("measure.helper where measure_id = '" + id(one) + "'")).isZero();
    assertThat(count("measure.step where measure_id = '" + id(one) + "'")).isZero();
    assertThat(count("measure.measure where id = '" + id(one) + "'")).isZero();
  }

  @Test
  void whatIsOfAMinorIsErasedAtItsEndAndNeverOpened() {
    JsonNode one = confirmed(made(officer.post(PATH, with(form(village), "minor", true)), 201));
    endedDaysAgo(SERVER, id(one), 1);
    Map<String, Object> asked = Map.of("code", code(one), "reason", REASON);
    assertThat(actions(made(officer.get(path(one)), 200))).isEmpty();
    assertThat(officer.post(OPENINGS, asked).code()).isEqualTo("minor-stays-sealed");
    expectUnknown(second.post(OPENINGS, asked));
    assertThatThrownBy(() ->
            SERVER
                .database()
                .client()
                .sql(
                    """
                    insert into measure.opening (id, measure_id, minor, commune_id,
                      asked_by, asked_at)
                    select gen_random_uuid(), id, minor, commune_id, keeper_id, now()
                    from measure.measure where id = ?::uuid
                    """)
                .param(id(one))
                .update())
        .hasMessageContaining("opening_minor_check");
    keepTime();
    expectUnknown(second.post(OPENINGS, asked));
    expectUnknown(officer.post(OPENINGS, asked));
    expectUnknown(officer.get(path(one)));
    assertThat(count("measure.measure where id = '" + id(one) + "'")).isZero();
  }

  @Test
  void aSealedOneOpensForAnHourWhenPoliceAndChairSignTogether() {
    JsonNode one = confirmed(recorded());
    assertThat(officer.post(OPENINGS, Map.of("code", code(one), "reason", REASON)).code())
        .isEqualTo("measure-elsewhere");
    expectUnknown(second.post(OPENINGS, Map.of("code", code(one), "reason", REASON)));
    endedDaysAgo(SERVER, id(one), 2);
    assertThat(officer.post(OPENINGS, Map.of("code", code(one), "reason", "Cần xem")).text())
        .contains("\"field\":\"reason\"");
    assertThat(
            officer
                .post(OPENINGS, Map.of("code", code(one), "reason", "xem xem xem xem xem xem"))
                .text())
        .contains("\"field\":\"reason\"");
    assertThat(officer.post(OPENINGS, Map.of("code", "BP-2020-000000", "reason", REASON)).code())
        .isEqualTo("no-such-measure");
    int openings = Waiting.of(chair, WorklistKind.MEASURE_OPENING).count();
    JsonNode asked = made(officer.post(OPENINGS, Map.of("code", code(one), "reason", REASON)), 201);
    Waiting waiting = Waiting.of(chair, WorklistKind.MEASURE_OPENING);
    assertThat(waiting.count()).isEqualTo(openings + 1);
    assertThat(waiting.nextDue()).isAfter(Instant.now());
    assertThat(Waiting.of(officer, WorklistKind.MEASURE_OPENING).count()).isZero();
    String path = OPENINGS + "/" + asked.path("id").asString();
    assertThat(asked.path("state").asString()).isEqualTo("ASKED");
    assertThat(officer.get(path + "/content").code()).isEqualTo("measure-opening-over");
    assertThat(second.post(OPENINGS, Map.of("code", code(one), "reason", REASON)).code())
        .isEqualTo("measure-opening-pending");
    SERVER.person("both-offices", commune.id(), Role.CHAIR, Role.COMMUNITY_OFFICER);
    assertThat(SERVER.signedIn("both-offices").post(path + "/answer", Map.of("signs", true)).code())
        .isEqualTo("own-measure-opening");
    SERVER.namedPerson("officer-3", "Người officer", commune.id(), Role.CHAIR);
    assertThat(SERVER.signedIn("officer-3").post(path + "/answer", Map.of("signs", true)).code())
        .isEqualTo("own-measure-opening");
    for (String own : List.of("both-offices", "officer-3")) {
      assertThat(Waiting.of(SERVER.signedIn(own), WorklistKind.MEASURE_OPENING).count())
          .as(own)
          .isLessThanOrEqualTo(openings);
    }
    assertThat(chair.get(OPENINGS).text()).contains(REASON).doesNotContain("Quách");

    JsonNode signed = made(chair.post(path + "/answer", Map.of("signs", true)), 200);
    assertThat(signed.path("state").asString()).isEqualTo("OPEN");
    assertThat(Waiting.of(chair, WorklistKind.MEASURE_OPENING).count()).isEqualTo(openings);
    assertThat(chair.post(path + "/answer", Map.of("signs", false)).code())
        .isEqualTo("measure-opening-over");
    JsonNode content = made(officer.get(path + "/content"), 200);
    assertThat(content.path("name").asString()).isEqualTo(NAME);
    assertThat(second.get(path + "/content").code()).isEqualTo("no-such-measure-opening");
    assertThat(officer.get(path(one) + "/content").code()).isEqualTo("measure-sealed");
    SERVER
        .database()
        .client()
        .sql(
            "update measure.opening set until = now() - interval '1 second' where id ="
                + " ?::uuid")
        .param(asked.path("id").asString())
        .update();
    assertThat(officer.get(path + "/content").code()).isEqualTo("measure-opening-over");
    assertThat(leaves(one))
        .contains("opening-asked", "opening-signed", "measure.sealed-read")
        .doesNotContain("Quách", "đối chiếu");
    SERVER
        .database()
        .client()
        .sql(
            "update measure.opening set asked_at = ?::date, answered_at = ?::date"
                + " where id = ?::uuid")
        .params(lastQuarter(), lastQuarter(), asked.path("id").asString())
        .update();
    JsonNode figures = made(analyst.get(figures()), 200);
    assertThat(figures.path("openings").path("exact").asBoolean()).isTrue();
    assertThat(figures.path("openings").path("value").asLong()).isPositive();
    assertThat(made(chair.get(figures()), 200).path("openings").path("exact").asBoolean())
        .isFalse();
  }

  @Test
  void anOpeningThatNobodySignsLapsesAndARefusedOneOpensNothing() {
    JsonNode one = confirmed(recorded());
    endedDaysAgo(SERVER, id(one), 2);
    Map<String, Object> requested = Map.of("code", code(one), "reason", REASON);
    String lapsed = made(officer.post(OPENINGS, requested), 201).path("id").asString();
    SERVER
        .database()
        .client()
        .sql(
            "update measure.opening set asked_at = now() - interval '25 hours' where id ="
                + " ?::uuid")
        .param(lapsed)
        .update();
    assertThat(chair.post(OPENINGS + "/" + lapsed + "/answer", Map.of("signs", true)).code())
        .isEqualTo("measure-opening-over");
    String refused = made(officer.post(OPENINGS, requested), 201).path("id").asString();
    JsonNode answer =
        made(chair.post(OPENINGS + "/" + refused + "/answer", Map.of("signs", false)), 200);
    assertThat(answer.path("state").asString()).isEqualTo("REFUSED");
    assertThat(officer.get(OPENINGS + "/" + refused + "/content").code())
        .isEqualTo("measure-opening-over");
  }

  @Test
  void whatIsNotConfirmedIsErasedAtOnceOrAfterAWhile() {
    JsonNode refused = recorded();
    assertThat(
            chair
                .post(path(refused) + "/refusal", Map.of("version", 1, "cause", "NOT_AS_PAPER"))
                .status())
        .isEqualTo(204);
    assertThat(leaves(refused)).contains("measure.refused");
    assertThat(officer.get(path(refused) + "/content").code()).isEqualTo("measure-erased");
    JsonNode late = recorded();
    SERVER
        .database()
        .client()
        .sql(
            "update measure.measure set recorded_at = now() - interval '16 days' where id ="
                + " ?::uuid")
        .param(id(late))
        .update();
    keepTime();
    assertThat(leaves(late)).doesNotContain("measure.lapsed", "measure.erased");
    assertThat(officer.get(path(late)).json().path("measure").path("state").asString())
        .isEqualTo("LAPSED");
    update(
        "update measure.measure set erased_at = erased_at - interval '8 days' where erased_at is"
            + " not null");
    keepTime();
    expectUnknown(officer.get(path(late)));
    assertThat(count("measure.measure where state in ('REFUSED', 'LAPSED')")).isZero();
  }

  private static List<String> types(JsonNode one) {
    return leaves(one).lines().map(each -> each.substring(0, each.indexOf(' '))).toList();
  }

  private static String hash(JsonNode one) {
    return SERVER
        .database()
        .client()
        .sql(
            "select encode(sha256(content_cipher), 'hex') from measure.measure where id ="
                + " ?::uuid")
        .param(id(one))
        .query(String.class)
        .single();
  }

  @Test
  void theLogTellsNeitherWhenOneEndedNorWhichWasOfAMinor() {
    JsonNode adult = confirmed(recorded());
    JsonNode minor = confirmed(made(officer.post(PATH, with(form(village), "minor", true)), 201));
    List<String> types = types(adult);
    List<String> hashes = List.of(hash(adult), hash(minor));
    endedDaysAgo(SERVER, id(adult), 1);
    endedDaysAgo(SERVER, id(minor), 1);
    keepTime();
    assertThat(types(adult)).isEqualTo(types);
    assertThat(types(minor)).isEqualTo(types);
    expectUnknown(officer.get(path(minor)));
    assertThat(count("measure.certificate where due_on = '" + today().plusDays(180) + "'"))
        .as("of a minor's, as late as an adult's")
        .isPositive();

    endedDaysAgo(SERVER, id(adult), 181);
    keepTime();
    assertThat(types(adult)).isEqualTo(types);
    expectUnknown(officer.get(path(adult)));
    update("update measure.certificate set due_on = due_on - 400");
    keepTime();
    assertThat(count("measure.certificate")).isZero();
    String certificates =
        String.join(
            "\n",
            SERVER
                .database()
                .client()
                .sql(
                    "select convert_from(record, 'UTF8') from audit.event where type ="
                        + " 'measure.erased'")
                .query((row, number) -> row.getString(1))
                .list());
    assertThat(certificates).contains(hashes).doesNotContain(id(adult), id(minor));
    assertThat(count("audit.event where type = 'measure.erased' and object_id is not null"))
        .isZero();
  }

  @Test
  void ofWhatIsErasedOnlyTheCountsAreLeftAndTheyAreTheSameAsBefore() {
    UUID counted = area("C-5", "Xã Còn Đếm", AreaKind.COMMUNE, null).id();
    LocalDate end = today().minusDays(200);
    LocalDate begin = end.minusDays(60);
    update(
        """
        insert into measure.measure (id, code, kind, commune_id, minor, state, from_on, until_on,
          longest_on, keeper_id, recorded_by, recorded_at, confirmed_by, confirmed_at, sealed_at,
          content_cipher)
        select gen_random_uuid(), 'BP-5-' || n, 'COMMUNE_EDUCATION', ?, false, 'SEALED', ?, ?, ?,
          gen_random_uuid(), gen_random_uuid(), now(), gen_random_uuid(), now(), now(),
          decode(md5(n::text), 'hex')
        from generate_series(1, 6) n
        """,
        counted,
        begin,
        end,
        end);
    update(
        """
        insert into measure.opening (id, measure_id, commune_id, asked_by, asked_at,
          answered_by, answered_at, signed, until)
        select gen_random_uuid(), id, commune_id, gen_random_uuid(), now(), gen_random_uuid(),
          now(), true, now()
        from measure.measure where code = 'BP-5-1'
        """);
    IndicatorSource source = SERVER.bean("measureIndicators", IndicatorSource.class);
    var span =
        new IndicatorSpan(
            begin.withDayOfMonth(1),
            today().plusDays(1),
            ZoneId.of("Asia/Ho_Chi_Minh"),
            List.of(counted));
    List<LocalDate> quarters = List.of(begin, end.plusDays(1));
    List<String> figures = quarters.stream().map(day -> analyst.get(figures(day)).text()).toList();
    List<IndicatorCount> indicators = source.events(span);
    assertThat(figures).anyMatch(each -> each.contains("Xã Còn Đếm"));
    assertThat(indicators).hasSize(3);
    keepTime();
    assertThat(count("measure.measure where commune_id = '" + counted + "'")).isZero();
    assertThat(count("measure.opening where commune_id = '" + counted + "'")).isZero();
    assertThat(quarters.stream().map(day -> analyst.get(figures(day)).text()).toList())
        .isEqualTo(figures);
    assertThat(source.events(span)).containsExactlyInAnyOrderElementsOf(indicators);
  }

  @Test
  void whoHoldsBothOfficesNeitherRecordsNorConfirmsNorAsksNorSigns() {
    SERVER.person("two-offices", commune.id(), Role.CHAIR, Role.COMMUNITY_OFFICER);
    TestClient both = SERVER.signedIn("two-offices");
    assertThat(both.post(PATH, form(village)).code()).isEqualTo("own-measure");
    JsonNode one = recorded();
    assertThat(both.post(path(one) + "/confirmation", Map.of("version", 1)).code())
        .isEqualTo("own-measure");
    confirmed(one);
    endedDaysAgo(SERVER, id(one), 2);
    Map<String, Object> requested = Map.of("code", code(one), "reason", REASON);
    assertThat(both.post(OPENINGS, requested).code()).isEqualTo("own-measure-opening");

    UUID later = SERVER.person("became-chair", commune.id(), Role.COMMUNITY_OFFICER).id();
    String asked =
        made(SERVER.signedIn("became-chair").post(OPENINGS, requested), 201).path("id").asString();
    SERVER.namedPerson("recorder-too", "Người officer", commune.id(), Role.CHAIR);
    assertThat(answer(SERVER.signedIn("recorder-too"), asked))
        .as("who recorded it, by another account")
        .isEqualTo("own-measure-opening");
    update("insert into identity.role_grant (person_id, role) values (?, 'CHAIR')", later);
    assertThat(answer(chair, asked))
        .as("who asked is a chair by now")
        .isEqualTo("own-measure-opening");
  }

  private static String answer(TestClient by, String asked) {
    return by.post(OPENINGS + "/" + asked + "/answer", Map.of("signs", true)).code();
  }

  @Test
  void whoGivesWrongNumbersIsNotAnsweredAnyMore() {
    JsonNode one = confirmed(recorded());
    endedDaysAgo(SERVER, id(one), 2);
    SERVER.person("guessing", commune.id(), Role.COMMUNITY_OFFICER);
    TestClient guessing = SERVER.signedIn("guessing");
    for (int n = 0; n < 10; n++) {
      expectUnknown(guessing.post(OPENINGS, Map.of("code", "BP-2020-00000" + n, "reason", REASON)));
    }
    Map<String, Object> right = Map.of("code", code(one), "reason", REASON);
    assertThat(guessing.post(OPENINGS, right).code()).isEqualTo("measure-numbers-over");
    made(second.post(OPENINGS, right), 201);
    JsonNode figures = made(chair.get(OPENINGS + "/figures"), 200);
    assertThat(figures.path("asked").asInt()).isPositive();
    assertThat(made(guessing.get(OPENINGS + "/figures"), 200).path("asked").asInt()).isZero();
  }
}
