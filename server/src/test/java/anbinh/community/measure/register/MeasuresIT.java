package anbinh.community.measure.register;

import static anbinh.community.measure.MeasureWorld.NAME;
import static anbinh.community.measure.MeasureWorld.acts;
import static anbinh.community.measure.MeasureWorld.change;
import static anbinh.community.measure.MeasureWorld.code;
import static anbinh.community.measure.MeasureWorld.endedDaysAgo;
import static anbinh.community.measure.MeasureWorld.form;
import static anbinh.community.measure.MeasureWorld.helper;
import static anbinh.community.measure.MeasureWorld.id;
import static anbinh.community.measure.MeasureWorld.made;
import static anbinh.community.measure.MeasureWorld.task;
import static anbinh.community.measure.MeasureWorld.today;
import static anbinh.community.measure.MeasureWorld.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import anbinh.areas.Area;
import anbinh.areas.AreaKind;
import anbinh.areas.Areas;
import anbinh.areas.NewArea;
import anbinh.identity.Role;
import anbinh.platform.indicator.IndicatorCount;
import anbinh.platform.indicator.IndicatorSource;
import anbinh.platform.indicator.IndicatorSpan;
import anbinh.testing.TestClient;
import anbinh.testing.TestClient.Answer;
import anbinh.testing.TestServer;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;

/// Legal measures over HTTP: recorded, confirmed, helped with, changed, sealed, opened by two,
/// erased, counted; and who learns nothing of them.
class MeasuresIT {
  @RegisterExtension static final TestServer SERVER = new TestServer();

  private static final String PATH = "/api/measures";
  private static final String OPENINGS = "/api/measure-openings";
  private static final String REASON = "Tòa án đề nghị đối chiếu quyết định đã hết hạn.";
  private static Area commune = new Area(new UUID(0, 0), "", "", AreaKind.COMMUNE, null);
  private static UUID village = new UUID(0, 0);
  private static UUID helperAccount = new UUID(0, 0);
  private static TestClient officer = SERVER.client();
  private static TestClient second = SERVER.client();
  private static TestClient chair = SERVER.client();
  private static TestClient helper = SERVER.client();
  private static TestClient analyst = SERVER.client();

  @BeforeAll
  static void people() {
    commune = area("C-1", "Xã Bá Thước", AreaKind.COMMUNE, null);
    village = area("C-1-01", "Thôn Thử", AreaKind.RESIDENTIAL_AREA, commune.id()).id();
    SERVER.person("officer", commune.id(), Role.COMMUNITY_OFFICER);
    SERVER.person("second", commune.id(), Role.COMMUNITY_OFFICER);
    SERVER.person("chair", commune.id(), Role.CHAIR);
    helperAccount = SERVER.person("helper", village, Role.TEAM_MEMBER).id();
    SERVER.person("analyst", null, Role.ANALYST);
    officer = SERVER.signedIn("officer");
    second = SERVER.signedIn("second");
    chair = SERVER.signedIn("chair");
    helper = SERVER.signedIn("helper");
    analyst = SERVER.signedIn("analyst");
  }

  private static Area area(String code, String name, AreaKind kind, @Nullable UUID parent) {
    return SERVER.bean(Areas.class).create(new NewArea(code, name, kind, parent), null);
  }

  private static JsonNode recorded() {
    return made(officer.post(PATH, form(village)), 201);
  }

  private static JsonNode confirmed(JsonNode one) {
    made(chair.post(path(one) + "/confirmation", Map.of("version", 1)), 204);
    return made(officer.get(path(one)), 200);
  }

  private static JsonNode helped() {
    JsonNode one = confirmed(recorded());
    return made(officer.post(path(one) + "/helpers", helper(helperAccount)), 201);
  }

  private static String path(JsonNode one) {
    return PATH + "/" + id(one);
  }

  private static String leaves(JsonNode one) {
    return String.join(
        "\n",
        SERVER
            .database()
            .client()
            .sql(
                """
                select type || ' ' || convert_from(leaf, 'UTF8') || coalesce(detail, '')
                from audit.event where object_id = ? order by seq
                """)
            .param(id(one))
            .query((row, number) -> row.getString(1))
            .list());
  }

  private static void expectUnknown(Answer answer) {
    assertThat(answer.code()).as(answer.text()).isEqualTo("no-such-measure");
  }

  @Test
  void anOfficerRecordsTheChairConfirmsAndWhoHelpsSeesTheNameTheTasksAndTheEnd() {
    JsonNode one = recorded();
    assertThat(code(one)).matches("BP-\\d{4}-\\d{6}");
    assertThat(one.toString()).doesNotContain("Quách", "77/QĐ-UBND");
    assertThat(officer.get(PATH).text()).contains(code(one)).doesNotContain("Quách");
    assertThat(acts(one)).contains("HAND_OVER").doesNotContain("CONFIRM", "ASSIGN");
    assertThat(officer.post(path(one) + "/tasks", task(UUID.randomUUID().toString())).code())
        .isEqualTo("measure-elsewhere");

    assertThat(chair.get(PATH).text()).contains(code(one)).doesNotContain("Quách");
    JsonNode seen = made(chair.get(path(one) + "/content"), 200);
    assertThat(seen.path("name").asString()).isEqualTo(NAME);
    assertThat(chair.post(path(one) + "/confirmation", Map.of("version", 7)).code())
        .isEqualTo("measure-changed");
    JsonNode kept = confirmed(one);
    assertThat(kept.path("measure").path("state").asString()).isEqualTo("IN_FORCE");
    expectUnknown(chair.get(path(one)));
    expectUnknown(chair.get(path(one) + "/content"));
    assertThat(chair.get(PATH).text()).doesNotContain(code(one));

    String task = UUID.randomUUID().toString();
    made(officer.post(path(one) + "/helpers", helper(helperAccount)), 201);
    made(officer.post(path(one) + "/helpers", helper(helperAccount)), 201);
    made(officer.post(path(one) + "/tasks", task(task)), 201);
    JsonNode twice = made(officer.post(path(one) + "/tasks", task(task)), 201);
    assertThat(twice.path("helpers")).hasSize(1);

    JsonNode row = made(helper.get(PATH), 200).path("items").get(0);
    assertThat(row.path("code").asString()).isEqualTo(code(one));
    assertThat(row.path("kind").isNull()).isTrue();
    assertThat(row.path("nextOn").asString()).isEqualTo(today().plusDays(7).toString());
    JsonNode page = made(helper.get(path(one)), 200);
    for (String hidden : List.of("minor", "from", "law", "publishing", "longest")) {
      assertThat(page.path(hidden).isNull()).as(hidden).isTrue();
    }
    assertThat(page.path("helpers")).isEmpty();
    assertThat(page.path("steps")).isEmpty();
    JsonNode content = made(helper.get(path(one) + "/content"), 200);
    assertThat(content.path("name").asString()).isEqualTo(NAME);
    assertThat(content.path("tasks")).hasSize(1);
    assertThat(content.toString()).doesNotContain("77/QĐ-UBND", "Ủy ban", "Thôn Thử");

    Map<String, Object> done = Map.of("result", "DONE", "on", today().toString());
    String result = path(one) + "/tasks/" + task + "/result";
    made(helper.post(result, done), 200);
    made(helper.post(result, done), 200);
    assertThat(helper.post(result, Map.of("result", "NOT_MET", "on", today().toString())).code())
        .isEqualTo("measure-task-done");

    assertThat(leaves(one))
        .contains("measure.recorded", "measure.confirmed", "measure.read", "measure.task-done")
        .doesNotContain("Quách", "77/QĐ", "COMMUNE_EDUCATION", "VISIT", "DONE")
        .doesNotContain(today().plusDays(80).toString());
  }

  @Test
  void whoIsNotAssignedIsToldThatThereIsNoneAndThatTheyAskedIsNoted() {
    JsonNode one = helped();
    SERVER.person("stranger", village, Role.TEAM_LEADER, Role.MEDIATOR);
    TestClient stranger = SERVER.signedIn("stranger");
    for (TestClient who : List.of(second, stranger)) {
      expectUnknown(who.get(path(one)));
      expectUnknown(who.get(path(one) + "/content"));
      assertThat(who.get(PATH).text()).doesNotContain(code(one));
    }
    expectUnknown(second.post(path(one) + "/changes", change("SUSPENDED", "80/QĐ-UBND", null)));
    SERVER.person("site-chair", null, Role.CHAIR);
    TestClient above = SERVER.signedIn("site-chair");
    JsonNode waits = recorded();
    expectUnknown(above.get(path(waits)));
    expectUnknown(above.get(path(waits) + "/content"));
    assertThat(above.get(PATH + "?limit=200").text()).doesNotContain(code(waits));
    expectUnknown(second.get(PATH + "/" + UUID.randomUUID()));
    assertThat(leaves(one)).contains("\"no-such-measure\"");
    assertThat(analyst.get(PATH).code()).isEqualTo("not-your-role");
    assertThat(officer.get(PATH + "?name=" + "Qu").text()).isEqualTo(officer.get(PATH).text());
  }

  @Test
  void anotherRecordOfTheSameNameTellsNothing() {
    JsonNode first = confirmed(recorded());
    Map<String, Object> again = form(village);
    JsonNode other = made(second.post(PATH, again), 201);
    JsonNode fresh = made(second.post(PATH, with(form(village), "name", "Ngân Văn Khác")), 201);
    assertThat(shape(other)).isEqualTo(shape(fresh));
    assertThat(id(other)).isNotEqualTo(id(first));
    assertThat(id(made(second.post(PATH, again), 201))).isEqualTo(id(other));
    Map<String, Object> otherwise = with(new HashMap<>(again), "minor", true);
    assertThat(second.post(PATH, otherwise).code()).isEqualTo("measure-sent-before");
    assertThat(officer.post(PATH, again).text()).contains("\"field\":\"id\"");
  }

  /// An answer without what differs of any two.
  private static String shape(JsonNode details) {
    return details
        .toString()
        .replace(id(details), "")
        .replace(code(details), "")
        .replaceAll("\"at\":\"[^\"]*\"", "");
  }

  @Test
  void nothingIsRecordedWithoutAPaperAndAnEndDateThatTheLawAllows() {
    expectWrong("until", with(form(village), "until", null));
    expectWrong("until", with(form(village), "until", today().plusMonths(7).toString()));
    expectWrong("until", with(form(village), "until", today().minusDays(1).toString()));
    expectWrong("until", with(form(village), "until", today().minusDays(8).toString()));
    expectWrong("number", with(form(village), "number", " "));
    expectWrong("on", with(form(village), "on", today().plusDays(1).toString()));
    expectWrong("from", with(form(village), "from", today().minusYears(2).toString()));
    expectWrong("minor", with(form(village), "kind", "FAMILY_SUPERVISION"));
    expectWrong("name", with(form(village), "name", "Quách Thị Thử 0912 345 678"));
    expectWrong("villageId", with(form(village), "villageId", commune.id().toString()));
    Map<String, Object> old = form(village);
    old.put("on", "2021-05-01");
    old.put("from", "2021-05-01");
    expectWrong("kind", old);
    assertThatThrownBy(() ->
            SERVER
                .database()
                .client()
                .sql("update community.measure set until_on = null where id = ?::uuid")
                .param(id(recorded()))
                .update())
        .hasMessageContaining("until_on");
  }

  private static void expectWrong(String field, Map<String, Object> form) {
    assertThat(officer.post(PATH, form).text()).contains("\"field\":\"" + field + "\"");
  }

  @Test
  void nobodyDecidesTheirOwnByAccountOrByName() {
    JsonNode one = recorded();
    SERVER.namedPerson("officer-2", "Người officer", commune.id(), Role.CHAIR);
    TestClient sameName = SERVER.signedIn("officer-2");
    assertThat(sameName.post(path(one) + "/confirmation", Map.of("version", 1)).code())
        .isEqualTo("own-measure");
    SERVER.namedPerson("about", "Quach Thi Thu Nghiem", commune.id(), Role.CHAIR);
    TestClient about = SERVER.signedIn("about");
    expectUnknown(about.post(path(one) + "/confirmation", Map.of("version", 1)));
    expectUnknown(about.get(path(one)));
    assertThat(about.get(PATH).text()).doesNotContain(code(one));
    assertThat(officer.post(PATH, with(form(village), "name", "Người officer")).code())
        .isEqualTo("own-measure");

    confirmed(one);
    UUID namesake = SERVER.namedPerson("namesake", NAME, village, Role.TEAM_LEADER).id();
    assertThat(officer.post(path(one) + "/helpers", helper(namesake)).text())
        .contains("\"field\":\"personId\"");
    UUID keeper = SERVER.namedPerson("namesake-2", NAME, commune.id(), Role.COMMUNITY_OFFICER).id();
    assertThat(officer.post(path(one) + "/keeper", Map.of("personId", keeper)).text())
        .contains("\"field\":\"personId\"");
    assertThat(
            officer
                .post(path(one) + "/helpers", with(helper(helperAccount), "noKin", false))
                .text())
        .contains("\"field\":\"noKin\"");
  }

  @Test
  void whoIsKinStepsAsideAndIsNotAssignedAgain() {
    JsonNode one = helped();
    assertThat(helper.post(path(one) + "/stepping-aside", Map.of("cause", "KIN")).status())
        .isEqualTo(204);
    expectUnknown(helper.get(path(one) + "/content"));
    assertThat(officer.post(path(one) + "/helpers", helper(helperAccount)).text())
        .contains("\"field\":\"personId\"");
    JsonNode other = helped();
    String ended = path(other) + "/helpers/" + first(other) + "/end";
    made(officer.post(ended, Map.of("cause", "NO_LONGER_NEEDED")), 200);
    expectUnknown(helper.get(path(other)));
    made(officer.post(path(other) + "/helpers", helper(helperAccount)), 201);
    assertThat(helper.get(path(other)).status()).isEqualTo(200);

    JsonNode last = helped();
    String left = path(last) + "/helpers/" + first(last) + "/end";
    made(officer.post(left, Map.of("cause", "OWN_WISH")), 200);
    made(officer.post(left, Map.of("cause", "KIN")), 200);
    assertThat(officer.post(path(last) + "/helpers", helper(helperAccount)).text())
        .as("kin, as came out later")
        .contains("\"field\":\"personId\"");
  }

  private static String first(JsonNode details) {
    return details.path("helpers").get(0).path("id").asString();
  }

  @Test
  void whoLeftTheCommuneTheirTeamOrTheirRoleHelpsNoMore() {
    JsonNode one = confirmed(recorded());
    UUID moves = SERVER.person("moving", village, Role.VILLAGE_HEAD, Role.PARTNER).id();
    UUID leaves = SERVER.person("leaving", village, Role.TEAM_LEADER).id();
    UUID ends = SERVER.person("ending", village, Role.MEDIATOR).id();
    TestClient moving = SERVER.signedIn("moving");
    TestClient leaving = SERVER.signedIn("leaving");
    TestClient ending = SERVER.signedIn("ending");
    for (UUID each : List.of(moves, leaves, ends)) {
      made(officer.post(path(one) + "/helpers", helper(each)), 201);
    }
    for (TestClient each : List.of(moving, leaving, ending)) {
      assertThat(each.get(path(one) + "/content").status()).isEqualTo(200);
    }
    UUID far = area("C-9", "Xã Khác", AreaKind.COMMUNE, null).id();
    update("update identity.person set area_id = ? where id = ?", far, moves);
    expectUnknown(moving.get(path(one) + "/content"));
    UUID team = UUID.randomUUID();
    update(
        """
        insert into community.team (id, code, commune_id, name, name_key, created_at)
        values (?, 'TO-BP', ?, 'Tổ', 'tổ', now())
        """,
        team,
        commune.id());
    update(
        """
        insert into community.member (id, team_id, state, name, gender, origin, left_on,
          left_reason, person_id, created_at)
        values (gen_random_uuid(), ?, 'LEFT', 'Người leaving', 'MALE', 'RECRUITED', current_date,
          'MOVED', ?, now())
        """,
        team,
        leaves);
    expectUnknown(leaving.get(path(one) + "/content"));
    assertThat(leaving.get(PATH).text()).doesNotContain(code(one));
    update("update identity.role_grant set last_day = current_date - 2 where person_id = ?", ends);
    assertThat(ending.get(path(one) + "/content").code()).isEqualTo("not-your-role");
  }

  private static void update(String sql, Object... values) {
    SERVER.database().client().sql(sql).params(values).update();
  }

  @Test
  void anotherPaperShortensSuspendsAndEndsItAndOnlyTheChairLetsItLastLonger() {
    JsonNode one = helped();
    String changes = path(one) + "/changes";
    assertThat(officer.post(changes, change("SUSPENDED", "77/QĐ-UBND", null)).text())
        .contains("\"field\":\"number\"");
    JsonNode suspended = made(officer.post(changes, change("SUSPENDED", "80/QĐ-UBND", null)), 201);
    assertThat(suspended.path("measure").path("state").asString()).isEqualTo("SUSPENDED");
    assertThat(officer.post(changes, change("SUSPENDED", "81/QĐ-UBND", null)).code())
        .isEqualTo("measure-elsewhere");
    made(officer.post(changes, change("RESUMED", "82/QĐ-UBND", null)), 201);
    JsonNode shorter =
        made(officer.post(changes, change("SHORTENED", "83/QĐ-UBND", today().plusDays(30))), 201);
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
    assertThat(acts(asked)).doesNotContain("CHANGE");
    for (String other : List.of("SUSPENDED", "ENDED_EARLY", "SHORTENED", "EXTENDED")) {
      assertThat(officer.post(changes, change(other, "89/QĐ-UBND", today().plusDays(20))).code())
          .as("%s while an extension waits for the chair", other)
          .isEqualTo("measure-elsewhere");
    }
    int version = asked.path("version").asInt();
    JsonNode seen = made(chair.get(path(one) + "/content"), 200);
    assertThat(seen.path("tasks")).as("are not the chair's to read").isEmpty();
    assertThat(seen.path("extension").path("paper").path("number").asString())
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
    JsonNode last = made(officer.post(changes, change("ENDED_EARLY", "88/QĐ-UBND", today())), 201);
    assertThat(until(last)).isEqualTo(today().toString());
    assertThat(officer.get(path(one) + "/content").status()).isEqualTo(200);
    endedDaysAgo(SERVER, id(one), 1);
    assertThat(officer.get(path(one) + "/content").code()).isEqualTo("measure-sealed");
    expectUnknown(helper.get(path(one) + "/content"));
    assertThat(leaves(one)).doesNotContain("SUSPENDED", "86/QĐ", "ENDED_EARLY");
  }

  private static String until(JsonNode details) {
    return details.path("measure").path("until").asString();
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
    assertThat(acts(sealed)).containsExactly("ASK_OPENING");
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
    long ended = count("community.measure where state = 'SEALED'");
    keepTime();
    assertThat(officer.get(PATH + "?state=OVER&limit=200").text()).doesNotContain(code(one));
    assertThat(officer.get(path(one) + "/content").code()).isEqualTo("measure-erased");
    assertThat(count("community.measure_helper where measure_id = '" + id(one) + "'")).isZero();
    assertThat(count("community.measure_step where measure_id = '" + id(one) + "'")).isZero();
    assertThat(count("community.measure where state = 'SEALED'")).isEqualTo(ended);
  }

  private static void keepTime() {
    int some;
    do {
      some = SERVER.bean(Measures.class).keepTime();
    } while (some > 0);
  }

  private static long count(String from) {
    return SERVER
        .database()
        .client()
        .sql("select count(*) from " + from)
        .query(Long.class)
        .single();
  }

  @Test
  void whatIsOfAMinorIsErasedAtItsEndAndNeverOpened() {
    JsonNode one = confirmed(made(officer.post(PATH, with(form(village), "minor", true)), 201));
    endedDaysAgo(SERVER, id(one), 1);
    Map<String, Object> asked = Map.of("code", code(one), "reason", REASON);
    assertThat(acts(made(officer.get(path(one)), 200))).isEmpty();
    assertThat(officer.post(OPENINGS, asked).code()).isEqualTo("minor-stays-sealed");
    expectUnknown(second.post(OPENINGS, asked));
    keepTime();
    expectUnknown(second.post(OPENINGS, asked));
    assertThat(officer.post(OPENINGS, asked).code()).isEqualTo("minor-stays-sealed");
    assertThat(officer.get(path(one) + "/content").code()).isEqualTo("measure-erased");
    assertThat(
            count(
                "community.measure where minor and sealed_at is not null and content_cipher is not null"))
        .isZero();
    assertThatThrownBy(() ->
            SERVER
                .database()
                .client()
                .sql(
                    """
                    insert into community.measure_opening (id, measure_id, minor, commune_id,
                      asked_by, asked_at)
                    select gen_random_uuid(), id, minor, commune_id, keeper_id, now()
                    from community.measure where id = ?::uuid
                    """)
                .param(id(one))
                .update())
        .hasMessageContaining("measure_opening_minor_check");
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
    JsonNode asked = made(officer.post(OPENINGS, Map.of("code", code(one), "reason", REASON)), 201);
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
    assertThat(chair.get(OPENINGS).text()).contains(REASON).doesNotContain("Quách");

    JsonNode signed = made(chair.post(path + "/answer", Map.of("signs", true)), 200);
    assertThat(signed.path("state").asString()).isEqualTo("OPEN");
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
            "update community.measure_opening set until = now() - interval '1 second' where id = ?::uuid")
        .param(asked.path("id").asString())
        .update();
    assertThat(officer.get(path + "/content").code()).isEqualTo("measure-opening-over");
    assertThat(leaves(one))
        .contains("opening-asked", "opening-signed", "measure.sealed-read")
        .doesNotContain("Quách", "đối chiếu");
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
    Map<String, Object> wanted = Map.of("code", code(one), "reason", REASON);
    String lapsed = made(officer.post(OPENINGS, wanted), 201).path("id").asString();
    SERVER
        .database()
        .client()
        .sql(
            "update community.measure_opening set asked_at = now() - interval '25 hours' where id = ?::uuid")
        .param(lapsed)
        .update();
    assertThat(chair.post(OPENINGS + "/" + lapsed + "/answer", Map.of("signs", true)).code())
        .isEqualTo("measure-opening-over");
    String refused = made(officer.post(OPENINGS, wanted), 201).path("id").asString();
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
            "update community.measure set recorded_at = now() - interval '16 days' where id = ?::uuid")
        .param(id(late))
        .update();
    keepTime();
    assertThat(leaves(late)).doesNotContain("measure.lapsed", "measure.erased");
    assertThat(officer.get(path(late)).json().path("measure").path("state").asString())
        .isEqualTo("LAPSED");
  }

  private static List<String> types(JsonNode one) {
    return leaves(one).lines().map(each -> each.substring(0, each.indexOf(' '))).toList();
  }

  private static String hash(JsonNode one) {
    return SERVER
        .database()
        .client()
        .sql(
            "select encode(sha256(content_cipher), 'hex') from community.measure where id = ?::uuid")
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
    assertThat(officer.get(path(minor) + "/content").code()).isEqualTo("measure-erased");
    assertThat(types(adult)).isEqualTo(types);
    assertThat(types(minor)).isEqualTo(types);
    assertThat(
            count("community.measure_certificate where due_on = '" + today().plusDays(180) + "'"))
        .as("of a minor's, as late as an adult's")
        .isPositive();

    endedDaysAgo(SERVER, id(adult), 181);
    keepTime();
    assertThat(officer.get(path(adult) + "/content").code()).isEqualTo("measure-erased");
    assertThat(types(adult)).isEqualTo(types);
    update("update community.measure_certificate set due_on = due_on - 400");
    keepTime();
    assertThat(count("community.measure_certificate")).isZero();
    String certificates =
        String.join(
            "\n",
            SERVER
                .database()
                .client()
                .sql(
                    "select convert_from(leaf, 'UTF8') from audit.event where type = 'measure.erased'")
                .query((row, number) -> row.getString(1))
                .list());
    assertThat(certificates).contains(hashes).doesNotContain(id(adult), id(minor));
    assertThat(count("audit.event where type = 'measure.erased' and object_id is not null"))
        .isZero();
  }

  @Test
  void aFormerKeeperSendsTheirOldFormAndLearnsNothing() {
    Map<String, Object> form = form(village);
    JsonNode one = confirmed(made(officer.post(PATH, form), 201));
    assertThat(id(made(officer.post(PATH, form), 201))).isEqualTo(id(one));
    UUID fourth = SERVER.person("fourth", commune.id(), Role.COMMUNITY_OFFICER).id();
    assertThat(officer.post(path(one) + "/keeper", Map.of("personId", fourth)).status())
        .isEqualTo(204);
    Answer again = officer.post(PATH, form);
    expectUnknown(again);
    assertThat(again.text()).doesNotContain(code(one), "Người fourth");
    assertThat(leaves(one)).contains("\"no-such-measure\"");
  }

  @Test
  void aListIsNotShortByWhatIsAboutItsReaderNorDoesItsNextPartNameThat() {
    UUID other = area("C-8", "Xã Trùng", AreaKind.COMMUNE, null).id();
    UUID there = area("C-8-01", "Thôn Trùng", AreaKind.RESIDENTIAL_AREA, other).id();
    SERVER.person("officer-8", other, Role.COMMUNITY_OFFICER);
    SERVER.namedPerson("chair-8", "Hà Văn Trùng Tên", other, Role.CHAIR);
    TestClient its = SERVER.signedIn("officer-8");
    TestClient about = SERVER.signedIn("chair-8");
    Map<String, Object> own = with(form(there), "name", "Hà Văn Trùng Tên");
    String first =
        code(made(its.post(PATH, with(own, "until", today().plusDays(9).toString())), 201));
    JsonNode none = made(about.get(PATH + "?limit=1"), 200);
    assertThat(none.path("items")).isEmpty();
    assertThat(none.path("next").isNull()).isTrue();
    String second = code(made(its.post(PATH, form(there)), 201));
    JsonNode part = made(about.get(PATH + "?limit=1"), 200);
    assertThat(part.path("items")).hasSize(1);
    assertThat(part.toString()).contains(second).doesNotContain(first);
    assertThat(part.path("next").isNull()).isTrue();
    JsonNode all = made(its.get(PATH + "?limit=1"), 200);
    assertThat(all.toString()).contains(first);
    assertThat(its.get(PATH + "?limit=1&after=" + all.path("next").asString()).text())
        .contains(second);
  }

  @Test
  void anotherOfficerKeepsItByTheKeepersWordOrTheChairsWhereThereIsNone() {
    JsonNode one = confirmed(recorded());
    UUID third = SERVER.person("third", commune.id(), Role.COMMUNITY_OFFICER).id();
    TestClient next = SERVER.signedIn("third");
    assertThat(made(officer.get(path(one) + "/choices"), 200).path("keepers").toString())
        .contains(third.toString());
    assertThat(officer.post(path(one) + "/keeper", Map.of("personId", helperAccount)).text())
        .contains("\"field\":\"personId\"");
    assertThat(officer.post(path(one) + "/keeper", Map.of("personId", third)).status())
        .isEqualTo(204);
    expectUnknown(officer.get(path(one)));
    assertThat(next.get(path(one) + "/content").status()).isEqualTo(200);
    expectUnknown(chair.get(path(one) + "/keepers"));
    SERVER
        .database()
        .client()
        .sql("update identity.person set active = false where id = ?")
        .param(third)
        .update();
    assertThat(chair.get(PATH + "?limit=200").text()).contains(code(one));
    expectUnknown(chair.get(path(one) + "/content"));
    JsonNode keepers = made(chair.get(path(one) + "/keepers"), 200);
    String back =
        keepers
            .path("items")
            .valueStream()
            .filter(each -> each.path("name").asString().equals("Người officer"))
            .map(each -> each.path("personId").asString())
            .findFirst()
            .orElseThrow();
    assertThat(chair.post(path(one) + "/appointment", Map.of("personId", back)).status())
        .isEqualTo(204);
    assertThat(officer.get(path(one) + "/content").status()).isEqualTo(200);
    expectUnknown(chair.get(path(one)));
  }

  private static String figures() {
    int quarter = (today().getMonthValue() + 2) / 3;
    return PATH + "/figures?year=" + today().getYear() + "&quarter=" + quarter;
  }

  @Test
  void figuresHideSmallOnesFromEverybodyAndReportsGetCounts() {
    Area other = area("C-7", "Xã Nhỏ", AreaKind.COMMUNE, null);
    UUID there = area("C-7-01", "Thôn Nhỏ", AreaKind.RESIDENTIAL_AREA, other.id()).id();
    SERVER.person("officer-7", other.id(), Role.COMMUNITY_OFFICER);
    SERVER.person("chair-7", other.id(), Role.CHAIR);
    TestClient its = SERVER.signedIn("officer-7");
    JsonNode one = made(its.post(PATH, form(there)), 201);
    JsonNode before = made(its.get(figures()), 200);
    assertThat(before.path("inForce").path("value").isNull()).isTrue();
    assertThat(before.path("kinds")).isEmpty();
    made(SERVER.signedIn("chair-7").post(path(one) + "/confirmation", Map.of("version", 1)), 204);
    JsonNode after = made(its.get(figures()), 200);
    assertThat(after).as("the first of a commune is not told from none").isEqualTo(before);
    assertThat(after.path("lines")).isEmpty();

    IndicatorSource source = SERVER.bean("measureIndicators", IndicatorSource.class);
    var span =
        new IndicatorSpan(
            today().withDayOfMonth(1).minusMonths(1),
            today().plusDays(1),
            ZoneId.of("Asia/Ho_Chi_Minh"),
            List.of(other.id()));
    assertThat(source.states(span)).isEmpty();
    assertThat(source.events(span))
        .extracting(IndicatorCount::indicator)
        .containsExactly("MEASURES_BEGUN");
    assertThat(source.events(span)).extracting(IndicatorCount::count).containsExactly(1L);
    assertThat(source.definitions()).allMatch(each -> each.guarded() && !each.byPart());
  }

  @Test
  void aQuarterThatHasNotBegunIsNotTold() {
    var next = today().plusMonths(3);
    String path =
        PATH + "/figures?year=" + next.getYear() + "&quarter=" + (next.getMonthValue() + 2) / 3;
    for (TestClient reader : List.of(officer, chair, analyst)) {
      assertThat(reader.get(path).text()).contains("\"field\":\"quarter\"");
      assertThat(reader.get(path).status()).isEqualTo(400);
    }
  }

  @Test
  void reportsTellHowManyPeopleAreNewlyHelpedInTens() {
    UUID province = area("P-6", "Tỉnh Đếm", AreaKind.PROVINCE, null).id();
    UUID counted = area("C-6", "Xã Đếm", AreaKind.COMMUNE, province).id();
    var day = today().minusMonths(3);
    int quarter = (day.getMonthValue() + 2) / 3;
    update(
        """
        insert into community.measure (id, code, kind, commune_id, minor, state, from_on, until_on,
          longest_on, keeper_id, recorded_by, recorded_at, confirmed_by, confirmed_at, sealed_at,
          erased_at)
        select gen_random_uuid(), 'BP-6-' || n, 'COMMUNE_EDUCATION', ?, false, 'SEALED', ?, ?, ?,
          gen_random_uuid(), gen_random_uuid(), now(), gen_random_uuid(), now(), now(), now()
        from generate_series(1, 12) n
        """,
        counted,
        day,
        day,
        day);
    String path = "/api/reports/figures?period=" + day.getYear() + "-Q" + quarter + "&area=";
    String told = PATH + "/figures?year=" + day.getYear() + "&quarter=" + quarter;
    JsonNode own = made(analyst.get(told), 200);
    assertThat(own.path("lines").valueStream())
        .filteredOn(each -> each.path("communeName").asString().equals("Xã Đếm"))
        .singleElement()
        .matches(each -> each.path("begun").path("value").asLong() == 10);
    assertThat(own.path("kinds").findValuesAsString("kind")).containsExactly("COMMUNE_EDUCATION");
    JsonNode lines =
        made(analyst.get(path + province + "&columns=MEASURES_BEGUN"), 200).path("lines");
    assertThat(lines.get(0).path("values").get(0).path("seen").asString()).isEqualTo("TENS");
    assertThat(lines.get(0).path("values").get(0).path("value").asDouble()).isEqualTo(10.0);
    assertThat(made(analyst.get(path + counted), 200).path("indicators").valueStream())
        .filteredOn(each -> each.path("topic").asString().equals("MEASURES"))
        .hasSize(3)
        .noneMatch(each -> each.path("value").path("seen").asString().equals("FEW"))
        .anyMatch(each -> each.path("value").path("value").asDouble(0) == 10.0);
  }

  @Test
  void noTableHasAColumnForANameOrAWordAboutSomebody() {
    List<String> columns =
        SERVER
            .database()
            .client()
            .sql(
                """
                select table_name || '.' || column_name from information_schema.columns
                where table_schema = 'community' and table_name like 'measure%'
                  and table_name <> 'measure_rule' and data_type in ('text', 'jsonb', 'ARRAY')
                order by 1
                """)
            .query((row, number) -> row.getString(1))
            .list();
    assertThat(columns)
        .containsExactly(
            "measure.code",
            "measure.kind",
            "measure.state",
            "measure_helper.cause",
            "measure_step.what");
  }

  @Test
  void anAdministratorAddsWhatTheLawSaysAndItHoldsFromItsDay() {
    SERVER.person("measure-admin", null, Role.ADMINISTRATOR);
    TestClient admin = SERVER.signedIn("measure-admin");
    Map<String, Object> rule = new HashMap<>();
    rule.put("kind", "NON_CUSTODIAL_REFORM");
    rule.put("from", today().minusDays(20).toString());
    rule.put("law", "Bộ luật Hình sự (đã đối chiếu)");
    rule.put("decidedBy", "COURT");
    rule.put("longestMonths", 1);
    rule.put("minors", "NONE");
    rule.put("publishing", "NOT_FORBIDDEN");
    rule.put("checked", true);
    made(admin.post("/api/measure-kinds", rule), 201);
    JsonNode all = made(officer.get("/api/measure-kinds"), 200);
    assertThat(all.path("items").valueStream().filter(each -> !each.path("own").asBoolean()))
        .hasSize(8)
        .allMatch(each -> !each.path("checked").asBoolean());
    expectWrong("until", with(form(village), "kind", "NON_CUSTODIAL_REFORM"));
    Map<String, Object> early = with(form(village), "kind", "NON_CUSTODIAL_REFORM");
    early.put("from", today().minusDays(25).toString());
    early.put("until", today().plusDays(1).toString());
    assertThat(made(officer.post(PATH, early), 201).path("law").asString())
        .as("the rule of the paper's day, not of the first day")
        .contains("đã đối chiếu");
    rule.put("from", "1999-01-01");
    assertThat(admin.post("/api/measure-kinds", rule).text()).contains("\"field\":\"from\"");
  }
}
