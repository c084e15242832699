package anbinh.measure.register;

import static anbinh.measure.MeasureFixture.NAME;
import static anbinh.measure.MeasureFixture.actions;
import static anbinh.measure.MeasureFixture.change;
import static anbinh.measure.MeasureFixture.code;
import static anbinh.measure.MeasureFixture.form;
import static anbinh.measure.MeasureFixture.helper;
import static anbinh.measure.MeasureFixture.id;
import static anbinh.measure.MeasureFixture.made;
import static anbinh.measure.MeasureFixture.task;
import static anbinh.measure.MeasureFixture.today;
import static anbinh.measure.MeasureFixture.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import anbinh.areas.Area;
import anbinh.areas.AreaKind;
import anbinh.identity.Role;
import anbinh.platform.indicator.IndicatorCount;
import anbinh.platform.indicator.IndicatorSource;
import anbinh.platform.indicator.IndicatorSpan;
import anbinh.testing.TestClient;
import anbinh.testing.TestClient.Answer;
import anbinh.testing.Waiting;
import anbinh.worklist.WorklistKind;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// Legal measures over HTTP: recorded, confirmed, helped with and counted; and who learns nothing
/// of them.
class MeasuresIT extends MeasureEndTests {
  @Test
  void anOfficerRecordsTheChairConfirmsAndWhoHelpsSeesTheNameTheTasksAndTheEnd() {
    int asked = Waiting.of(chair, WorklistKind.MEASURE_DECISION).count();
    JsonNode one = recorded();
    assertThat(Waiting.of(chair, WorklistKind.MEASURE_DECISION).count()).isEqualTo(asked + 1);
    assertThat(Waiting.of(officer, WorklistKind.MEASURE_DECISION).count()).isZero();
    assertThat(code(one)).matches("BP-\\d{4}-\\d{6}");
    assertThat(one.toString()).doesNotContain("Quách", "77/QĐ-UBND");
    assertThat(officer.get(PATH).text()).contains(code(one)).doesNotContain("Quách");
    assertThat(actions(one)).contains("HAND_OVER").doesNotContain("CONFIRM", "ASSIGN");
    assertThat(officer.post(path(one) + "/tasks", task(UUID.randomUUID().toString())).code())
        .isEqualTo("measure-elsewhere");

    assertThat(chair.get(PATH).text()).contains(code(one)).doesNotContain("Quách");
    JsonNode seen = made(chair.get(path(one) + "/content"), 200);
    assertThat(seen.path("name").asString()).isEqualTo(NAME);
    assertThat(chair.post(path(one) + "/confirmation", Map.of("version", 7)).code())
        .isEqualTo("measure-changed");
    JsonNode kept = confirmed(one);
    assertThat(kept.path("measure").path("state").asString()).isEqualTo("IN_FORCE");
    assertThat(Waiting.of(chair, WorklistKind.MEASURE_DECISION).count()).isEqualTo(asked);
    expectUnknown(chair.get(path(one)));
    expectUnknown(chair.get(path(one) + "/content"));
    assertThat(chair.get(PATH).text()).doesNotContain(code(one));

    String task = UUID.randomUUID().toString();
    int due = Waiting.of(officer, WorklistKind.MEASURE_DUE).count();
    int colleagues = Waiting.of(second, WorklistKind.MEASURE_DUE).count();
    made(officer.post(path(one) + "/helpers", helper(helperAccount)), 201);
    made(officer.post(path(one) + "/helpers", helper(helperAccount)), 201);
    made(officer.post(path(one) + "/tasks", task(task)), 201);
    JsonNode twice = made(officer.post(path(one) + "/tasks", task(task)), 201);
    assertThat(twice.path("helpers")).hasSize(1);
    Waiting waiting = Waiting.of(officer, WorklistKind.MEASURE_DUE);
    assertThat(waiting.count()).isEqualTo(due + 1);
    assertThat(waiting.nextDue()).isAfter(Instant.now());
    assertThat(Waiting.of(second, WorklistKind.MEASURE_DUE).count()).isEqualTo(colleagues);
    update("update measure.measure set next_on = next_on - 8 where id = ?::uuid", id(one));
    assertThat(Waiting.of(officer, WorklistKind.MEASURE_DUE).overdue())
        .isEqualTo(waiting.overdue() + 1);

    JsonNode row = row(helper, one);
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
    assertThat(Waiting.of(officer, WorklistKind.MEASURE_DUE).count()).isEqualTo(due);
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
        .replaceAll("\"(at|answerBy)\":\"[^\"]*\"", "");
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
    expectWrong("organ", with(form(village), "organ", "Công an xã, gọi 0912 345 678"));
    expectWrong("article", with(form(village), "article", "Điều 90, số căn cước 038090001234"));
    expectWrong("villageId", with(form(village), "villageId", commune.id().toString()));
    Map<String, Object> old = form(village);
    old.put("on", "2021-05-01");
    old.put("from", "2021-05-01");
    expectWrong("kind", old);
    assertThatThrownBy(() ->
            SERVER
                .database()
                .client()
                .sql("update measure.measure set until_on = null where id = ?::uuid")
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
    assertThat(helper.post(path(one) + "/recusal", Map.of("cause", "KIN")).status()).isEqualTo(204);
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

  @Test
  void aHelperSeesTheirOwnTasksAndWhatTheySaidOfThemAlone() {
    JsonNode one = helped();
    UUID other = SERVER.person("helper-b", village, Role.MEDIATOR).id();
    TestClient colleague = SERVER.signedIn("helper-b");
    JsonNode both = made(officer.post(path(one) + "/helpers", helper(other)), 201);
    String mine = helperId(both, "Người helper");
    String theirs = helperId(both, "Người helper-b");
    String own = set(one, mine, 9);
    String notOwn = set(one, theirs, 2);
    String shared = set(one, null, 12);
    assertThat(
            officer
                .post(
                    path(one) + "/tasks",
                    with(task(UUID.randomUUID().toString()), "helperId", UUID.randomUUID()))
                .text())
        .contains("\"field\":\"helperId\"");
    JsonNode page = made(helper.get(path(one)), 200);
    assertThat(page.path("measure").path("nextOn").asString())
        .isEqualTo(today().plusDays(9).toString());
    assertThat(page.path("version").asInt()).isZero();
    assertThat(tasks(helper, one)).containsExactly(own, shared);
    Map<String, Object> done = Map.of("result", "NOT_MET", "on", today().toString());
    assertThat(helper.post(path(one) + "/tasks/" + notOwn + "/result", done).code())
        .isEqualTo("no-such-measure-task");
    made(colleague.post(path(one) + "/tasks/" + shared + "/result", done), 200);
    assertThat(tasks(helper, one))
        .as("what came of it is the colleague's word")
        .containsExactly(own);
    assertThat(tasks(colleague, one)).containsExactly(notOwn, shared);
    assertThat(tasks(officer, one)).containsExactly(notOwn, own, shared);
  }

  private static String set(JsonNode one, @Nullable String helperId, int days) {
    String task = UUID.randomUUID().toString();
    Map<String, Object> requested = with(task(task), "helperId", helperId);
    made(
        officer.post(
            path(one) + "/tasks", with(requested, "dueOn", today().plusDays(days).toString())),
        201);
    return task;
  }

  private static String helperId(JsonNode details, String name) {
    return details
        .path("helpers")
        .valueStream()
        .filter(each -> each.path("name").asString().equals(name))
        .map(each -> each.path("id").asString())
        .findFirst()
        .orElseThrow();
  }

  private static List<String> tasks(TestClient who, JsonNode one) {
    return made(who.get(path(one) + "/content"), 200).path("tasks").findValuesAsString("id");
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
        insert into team.team (id, code, commune_id, name, name_key, created_at)
        values (?, 'TO-BP', ?, 'Tổ', 'tổ', now())
        """,
        team,
        commune.id());
    update(
        """
        insert into team.member (id, team_id, state, name, gender, origin, left_on,
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
    update("update identity.person set active = false where id = ?", third);
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
  void aQuarterThatRunsOrHasNotBegunIsNotTold() {
    for (var day : List.of(today(), today().plusMonths(3))) {
      for (TestClient reader : List.of(officer, chair, analyst)) {
        JsonNode told = made(reader.get(figures(day)), 200);
        assertThat(told.path("to").isNull()).isTrue();
        assertThat(told.at("/begun/value").isNull()).isTrue();
        assertThat(told.at("/openings/value").isNull()).isTrue();
        assertThat(told.path("lines")).isEmpty();
      }
    }
    JsonNode last = made(chair.get(PATH + "/figures"), 200);
    assertThat(last.path("to").asString()).as("the last one").isLessThan(today().toString());
    assertThat(last.path("nextOn").asString()).isGreaterThan(today().toString());
    assertThat(chair.get(PATH + "/figures?year=2026").text()).contains("\"field\":\"quarter\"");
  }

  @Test
  void reportsTellHowManyPeopleAreNewlyHelpedInTens() {
    UUID province = area("P-6", "Tỉnh Đếm", AreaKind.PROVINCE, null).id();
    UUID counted = area("C-6", "Xã Đếm", AreaKind.COMMUNE, province).id();
    var day = today().minusMonths(3);
    int quarter = (day.getMonthValue() + 2) / 3;
    update(
        """
        insert into measure.measure (id, code, kind, commune_id, minor, state, from_on, until_on,
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
        .as("none is not told from few")
        .anyMatch(each -> each.path("value").path("seen").asString().equals("FEW"))
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
                where table_schema = 'measure' and table_name not like 'flyway%'
                  and table_name <> 'rule' and data_type in ('text', 'jsonb', 'ARRAY')
                order by 1
                """)
            .query((row, number) -> row.getString(1))
            .list();
    assertThat(columns)
        .containsExactly(
            "helper.cause",
            "measure.code",
            "measure.kind",
            "measure.state",
            "monthly_count.kind",
            "step.what");
  }

  @Test
  void aMinorsMeasureIsNotAsLongAsAnAdults() {
    for (String kind : List.of("AFTER_REHABILITATION", "RETURN_TO_COMMUNITY")) {
      Map<String, Object> form = with(form(village), "kind", kind);
      form.put("until", today().plusMonths(18).toString());
      made(officer.post(PATH, form), 201);
      form.put("id", UUID.randomUUID().toString());
      expectWrong("until", with(form, "minor", true));
      made(officer.post(PATH, with(form, "until", today().plusMonths(11).toString())), 201);
    }
    Map<String, Object> juvenile = with(form(village), "kind", "JUVENILE_COMMUNITY");
    juvenile.put("minor", true);
    expectWrong("until", with(juvenile, "until", today().plusMonths(25).toString()));
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
    rule.put("longestMonths", 240);
    rule.put("checked", false);
    assertThat(admin.post("/api/measure-kinds", rule).text())
        .as("longer only where somebody read the law")
        .contains("\"field\":\"checked\"");
    rule.put("longestMonths", 1);
    rule.put("longestMonthsMinor", 2);
    assertThat(admin.post("/api/measure-kinds", rule).text())
        .contains("\"field\":\"longestMonthsMinor\"");
    rule.put("from", "1999-01-01");
    assertThat(admin.post("/api/measure-kinds", rule).text()).contains("\"field\":\"from\"");
  }
}
