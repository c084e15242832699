package anbinh.situation;

import static anbinh.situation.SituationFixture.form;
import static anbinh.situation.SituationFixture.made;
import static anbinh.situation.SituationFixture.named;
import static anbinh.situation.SituationFixture.put;
import static anbinh.situation.SituationFixture.reason;
import static anbinh.situation.SituationFixture.sent;
import static anbinh.situation.SituationFixture.words;
import static org.assertj.core.api.Assertions.assertThat;

import anbinh.areas.Area;
import anbinh.areas.AreaKind;
import anbinh.areas.NewArea;
import anbinh.areas.unit.Areas;
import anbinh.identity.Role;
import anbinh.situation.deadlines.SituationEscalation;
import anbinh.testing.TestClient;
import anbinh.testing.TestClient.Answer;
import anbinh.testing.Waiting;
import anbinh.worklist.WorklistKind;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// Who sees what: the officers of a commune, who are named, those above, and who reads in an
/// emergency.
abstract class SituationAboveTests extends SituationTogetherTests {
  private static final String EMERGENCY = "/api/emergency-accesses";
  private static final String WHY = "Người mất tích từ đêm qua, có tin ở xã bên cạnh.";

  @Test
  void whatIsGuardedOpensToWhoReceivedItAndStandsInNoOtherList() {
    String id = sent(member, report("DOMESTIC_VIOLENCE"));
    assertThat(list(officer, "")).contains(id);
    assertThat(list(second, "")).contains(id);
    for (TestClient other : List.of(stranger, province)) {
      assertThat(list(other, "")).doesNotContain(id);
      assertThat(other.get(PATH + "/" + id).status()).isEqualTo(403);
    }
    assertThat(officer.get(PATH + "/" + id + "/content").code()).isEqualTo("not-your-situation");
    act(officer, id, "acknowledgement", Map.of());
    made(officer.get(PATH + "/" + id + "/content"), 200);
    for (String part : List.of("content", "reporter", "duplicates")) {
      assertThat(second.get(PATH + "/" + id + "/" + part).status()).as(part).isEqualTo(403);
    }
    assertThat(
            second
                .post(
                    PATH + "/" + id + "/referral",
                    Map.of("to", "POLICE", "authority", "Công an tỉnh", "words", WORDS))
                .code())
        .isEqualTo("not-your-situation");
    JsonNode own = own(member, id);
    assertThat(own.toString()).doesNotContain("DOMESTIC").doesNotContain("guarded");
    String[] fields = {
      own.propertyNames().toString(), own(member, received("NOISE")).propertyNames().toString()
    };
    assertThat(fields[0]).isEqualTo(fields[1]);
    assertThat(leaves(id)).doesNotContain("DOMESTIC").doesNotContain("guard");
  }

  @Test
  void whoReportedOpensToTheFirstOfficerAsLongAsTheyHaveIt() {
    String id = received("THEFT");
    JsonNode who = made(officer.get(PATH + "/" + id + "/reporter"), 200);
    assertThat(who.path("name").asString()).isEqualTo("Người member");
    assertThat(second.get(PATH + "/" + id + "/reporter").code()).isEqualTo("reporter-closed");
    for (TestClient other : List.of(province, stranger)) {
      assertThat(other.get(PATH + "/" + id + "/reporter").status()).isEqualTo(403);
    }
    assertThat(chair.get(PATH + "/" + id + "/reporter").code()).isEqualTo("not-your-role");
    assertThat(officer.post(PATH + "/" + id + "/recusal", reason("Là họ hàng một bên.")).status())
        .isEqualTo(204);
    act(second, id, "acknowledgement", Map.of());
    assertThat(second.get(PATH + "/" + id + "/reporter").code()).isEqualTo("reporter-closed");
    assertThat(officer.get(PATH + "/" + id + "/reporter").code()).isEqualTo("not-your-situation");
    assertThat(leaves(id)).contains("situation.reporter-read").doesNotContain("Người member");
    List<byte[]> ciphers =
        SERVER
            .database()
            .client()
            .sql("select cipher from situation.reporter where cipher is not null")
            .query((row, number) -> row.getBytes(1))
            .list();
    assertThat(ciphers)
        .noneMatch(each -> new String(each, StandardCharsets.UTF_8).contains("member"));
  }

  @Test
  void whoIsNamedInItHasNoPartInDecidingAboutIt() {
    Map<String, Object> asPerson = report("THEFT");
    asPerson.put("people", List.of(named("Le Thanh Truc", "ACCUSED")));
    Map<String, Object> inText = report("GAMBLING");
    inText.put("told", "Nghe nói ông Lê Thanh Trực cho mượn nhà.");
    Map<String, Object> inPlace = report("GAMBLING");
    inPlace.put("placeWords", "Tại nhà ông Lê Thanh Trực");
    for (Map<String, Object> form : List.of(asPerson, inText, inPlace)) {
      int known = Waiting.of(officer, WorklistKind.SITUATION_RECEIPT).count();
      int all = Waiting.of(second, WorklistKind.SITUATION_RECEIPT).count();
      String id = sent(member, form);
      assertThat(list(officer, "")).doesNotContain(id);
      assertThat(Waiting.of(officer, WorklistKind.SITUATION_RECEIPT).count()).isEqualTo(known);
      assertThat(Waiting.of(second, WorklistKind.SITUATION_RECEIPT).count()).isEqualTo(all + 1);
      assertThat(officer.get(PATH + "/" + id).code()).isEqualTo("not-your-situation");
      assertThat(officer.post(PATH + "/" + id + "/acknowledgement", Map.of()).code())
          .isEqualTo("not-your-situation");
      act(second, id, "acknowledgement", Map.of());
    }
  }

  @Test
  void whereAllOfficersOfACommuneHaveAPartItComesToThoseAboveThem() {
    Area lonely =
        SERVER
            .bean(Areas.class)
            .create(
                new NewArea(
                    "C-3",
                    "Xã Một Cán Bộ",
                    AreaKind.COMMUNE,
                    SERVER.bean(Areas.class).find("38").orElseThrow().id()),
                null);
    SERVER.namedPerson("onlyone", "Trương Công Độc", lonely.id(), Role.COMMUNITY_OFFICER);
    TestClient only = SERVER.signedIn("onlyone");
    Map<String, Object> form = form(lonely.id(), null, "THEFT");
    form.put("people", List.of(named("Trương Công Độc", "ACCUSED")));
    String id = sent(member, form);
    assertThat(list(only, "")).doesNotContain(id);
    assertThat(list(province, "")).contains(id);
    act(province, id, "acknowledgement", Map.of());
    String other = sent(member, form(lonely.id(), null, "NOISE"));
    assertThat(list(only, "")).contains(other);
    assertThat(list(province, "")).doesNotContain(other);
  }

  @Test
  void steppingAsideFromWhatIsOverOpensItToNobody() {
    String id = received("CHILD");
    act(officer, id, "written-report", words(WORDS));
    act(officer, id, "referral", Map.of("to", "OTHER", "authority", "Phòng y tế", "words", WORDS));
    act(officer, id, "closure", reason(WORDS));
    made(officer.post(PATH + "/" + id + "/recusal", reason(WORDS)), 204);
    JsonNode shown = details(second, id);
    assertThat(shown.path("situation").path("state").asString()).isEqualTo("CLOSED");
    assertThat(second.get(PATH + "/" + id + "/content").code()).isEqualTo("not-your-situation");
    assertThat(second.post(PATH + "/" + id + "/acknowledgement", Map.of()).code())
        .isEqualTo("situation-elsewhere");
    assertThat(
            act(second, id, "reopening", reason(WORDS)).path("situation").path("state").asString())
        .isEqualTo("SUBMITTED");
  }

  @Test
  void whoeverIsNamedLaterGivesItUpAndSomebodyElseReceivesIt() {
    String id = received("DOMESTIC_VIOLENCE");
    Map<String, Object> more = words("Cán bộ Lê Thanh Trực là em chồng tôi.");
    made(put(member, PATH + "/" + id + "/additions/" + UUID.randomUUID(), more), 200);
    assertThat(officer.get(PATH + "/" + id).code()).isEqualTo("not-your-situation");
    assertThat(situation(second, id).path("state").asString()).isEqualTo("SUBMITTED");
    act(second, id, "acknowledgement", Map.of());
    made(second.get(PATH + "/" + id + "/content"), 200);
    assertThat(second.get(PATH + "/" + id + "/reporter").code()).isEqualTo("reporter-closed");
  }

  @Test
  void whoStepsAsideFromOneHasNoneThatGoesOnWithIt() {
    String child = received("CHILD");
    String main = received("CHILD");
    act(officer, child, "merge", Map.of("intoId", main, "reason", WORDS));
    made(officer.post(PATH + "/" + main + "/recusal", reason(WORDS)), 204);
    for (String part : List.of("content", "reporter")) {
      assertThat(officer.get(PATH + "/" + child + "/" + part).code())
          .isEqualTo("not-your-situation");
    }
    act(second, main, "acknowledgement", Map.of());
    made(second.get(PATH + "/" + child + "/content"), 200);
    assertThat(second.get(PATH + "/" + child + "/reporter").code()).isEqualTo("reporter-closed");
  }

  @Test
  void whatIsNotDoneInTimeIsToldToTheNextOneUpAsACount() {
    int overdueBefore = Waiting.of(officer, WorklistKind.SITUATION_RECEIPT).overdue();
    Waiting danger = Waiting.of(officer, WorklistKind.SITUATION_DANGER);
    Waiting dangerAbove = Waiting.of(province, WorklistKind.SITUATION_DANGER);
    Map<String, Object> dangerous = report("THEFT");
    dangerous.put("danger", true);
    String endangered = sent(member, dangerous);
    assertThat(Waiting.of(officer, WorklistKind.SITUATION_DANGER))
        .isEqualTo(new Waiting(danger.count() + 1, danger.overdue() + 1, null));
    assertThat(Waiting.of(officer, WorklistKind.SITUATION_RECEIPT).overdue())
        .isEqualTo(overdueBefore);
    assertThat(Waiting.of(province, WorklistKind.SITUATION_DANGER)).isEqualTo(dangerAbove);
    age("received_at", endangered, 1);
    assertThat(Waiting.of(province, WorklistKind.SITUATION_DANGER).count())
        .as("that nobody received in time")
        .isEqualTo(dangerAbove.count() + 1);
    act(officer, endangered, "acknowledgement", Map.of());
    assertThat(Waiting.of(officer, WorklistKind.SITUATION_DANGER)).isEqualTo(danger);
    assertThat(Waiting.of(province, WorklistKind.SITUATION_DANGER)).isEqualTo(dangerAbove);
    String id = sent(member, report("FIRE"));
    age("due_at", id, 1);
    assertThat(Waiting.of(officer, WorklistKind.SITUATION_RECEIPT).overdue())
        .isEqualTo(overdueBefore + 1);
    SERVER.bean(SituationEscalation.class).escalate();
    JsonNode shown = situation(officer, id);
    assertThat(shown.path("escalated").asBoolean()).isTrue();
    assertThat(shown.path("pressure").asString()).isEqualTo("CRITICAL");
    assertThat(leaves(id)).contains("situation.escalated nobody");
    SERVER.bean(SituationEscalation.class).escalate();
    assertThat(leaves(id).split("situation.escalated nobody", -1)).hasSize(2);
    String overdue = province.get(PATH + "/overdue").text();
    assertThat(overdue).contains("Xã Bá Thước", "ACKNOWLEDGE").doesNotContain(id);
    act(officer, id, "acknowledgement", Map.of());
    assertThat(situation(officer, id).path("escalated").asBoolean()).isFalse();
    age("due_at", id, 5);
    SERVER.bean(SituationEscalation.class).escalate();
    assertThat(
            act(second, id, "acknowledgement", Map.of())
                .path("situation")
                .path("receiver")
                .path("displayName")
                .asString())
        .isEqualTo("Người second");
  }

  @Test
  void oneReporterAgainstOnePersonIsFlaggedWithoutNamesUntilASupervisorOpensIt() {
    TestClient accuser = fresh(Role.TEAM_MEMBER);
    for (int i = 0; i < 3; i++) {
      Map<String, Object> form = report("GAMBLING");
      form.put("seen", "Lần " + i);
      form.put("told", i == 2 ? "Vẫn là Hoàng Đình Khiêm." : "");
      form.put("people", i == 2 ? List.of() : List.of(named("Hoàng Đình Khiêm", "ACCUSED")));
      sent(accuser, form);
    }
    String flags = province.get("/api/situation-flags").text();
    assertThat(flags).contains("\"reports\":3").doesNotContain("Khiêm");
    assertThat(officer.get("/api/situation-flags").json().path("items").isEmpty()).isTrue();
    String id =
        province.get("/api/situation-flags").json().path("items").get(0).path("id").asString();
    String path = "/api/situation-flags/" + id + "/opening";
    assertThat(officer.post(path, reason("Muốn xem ai bị tố cáo nhiều.")).code())
        .isEqualTo("not-your-situation");
    JsonNode opened = made(province.post(path, reason("Kiểm tra việc tố cáo lặp lại.")), 200);
    assertThat(opened.path("name").asString()).isEqualTo("Hoàng Đình Khiêm");
    assertThat(opened.path("codes").size()).isEqualTo(3);
    assertThat(opened.toString()).doesNotContain("moi-");
    SERVER.namedPerson(
        "above",
        "Hoàng Đình Khiêm",
        SERVER.bean(Areas.class).find("38").orElseThrow().id(),
        Role.COMMUNITY_OFFICER);
    TestClient named = SERVER.signedIn("above");
    Map<String, Object> once = report("GAMBLING");
    once.put("people", List.of(named("Hoàng Đình Khiêm", "ACCUSED")));
    sent(accuser, once);
    assertThat(named.get("/api/situation-flags").json().path("items").isEmpty()).isTrue();
    assertThat(named.post(path, reason("Kiểm tra việc tố cáo lặp lại.")).code())
        .isEqualTo("no-such-situation-flag");
    TestClient victim = fresh(Role.TEAM_MEMBER);
    for (int i = 0; i < 4; i++) {
      Map<String, Object> form = report("DOMESTIC_VIOLENCE");
      form.put("people", List.of(named("Quách Văn Đòn", "ACCUSED")));
      sent(victim, form);
    }
    assertThat(province.get("/api/situation-flags").json().path("items").size()).isOne();
  }

  @Test
  void aLeaderSeesHowTheOwnTeamsReportsStandAndNoWord() {
    String id = sent(member, report("THEFT"));
    JsonNode team = made(leader.get(PATH + "/team"), 200);
    assertThat(team.propertyNames()).containsExactlyInAnyOrder("waiting", "inHand", "over");
    assertThat(team.toString()).doesNotContain("TH-").doesNotContain("THEFT");
    assertThat(leader.get(PATH + "/" + id).code()).isEqualTo("not-your-role");
    assertThat(leader.get(PATH + "/" + id + "/content").code()).isEqualTo("not-your-role");
  }

  @Test
  void whereSomebodyIsInDangerNowThoseAboveMayActAtOnce() {
    Map<String, Object> form = report("FIGHT");
    String calm = sent(member, form);
    form.put("danger", true);
    String id = sent(member, form);
    assertThat(list(province, "")).contains(id).doesNotContain(calm);
    made(province.get(PATH + "/" + id + "/content"), 200);
    act(province, id, "acknowledgement", Map.of());
    assertThat(details(officer, id).path("steps").toString()).contains("PASSED_UP");
    assertThat(leaves(id)).contains("situation.passed-up nobody");
    assertThat(province.get(PATH + "/" + id + "/content").status()).isEqualTo(200);
    assertThat(province.get(PATH + "/" + id + "/reporter").code())
        .as("who reported opens to the commune's own")
        .isEqualTo("reporter-closed");
    act(officer, id, "acknowledgement", Map.of());
    made(officer.get(PATH + "/" + id + "/reporter"), 200);
    made(put(member, PATH + "/" + calm, form), 200);
    assertThat(list(province, "")).contains(calm);
    made(put(member, PATH + "/" + id + "/additions/" + UUID.randomUUID(), words("Thêm.")), 200);
    assertThat(leaves(id).split("situation.passed-up nobody", -1))
        .as("once is for good")
        .hasSize(2);
  }

  @Test
  void whatNobodyDoesInASecondTermEitherIsForThoseAbove() {
    String id = received("NOISE");
    age("due_at", id, 24 * 4);
    SERVER.bean(SituationEscalation.class).escalate();
    SERVER.bean(SituationEscalation.class).escalate();
    assertThat(list(province, "")).doesNotContain(id);
    assertThat(province.get(PATH + "/" + id).code()).isEqualTo("not-your-situation");
    age("above_at", id, 24 * 4);
    SERVER.bean(SituationEscalation.class).escalate();
    assertThat(list(province, "")).contains(id);
    act(province, id, "acknowledgement", Map.of());
    act(province, id, "resolution", Map.of("founded", true, "words", WORDS));
    assertThat(province.get(PATH + "/" + id + "/reporter").code()).isEqualTo("reporter-closed");
  }

  @Test
  void aWrittenReportIsReadByThoseAboveForWhomItWasWritten() {
    String id = received("DOMESTIC_VIOLENCE");
    String path = PATH + "/" + id + "/written-report";
    assertThat(province.get(path).code()).isEqualTo("situation-elsewhere");
    int unread = Waiting.of(province, WorklistKind.SITUATION_WRITTEN_REPORT).count();
    act(officer, id, "written-report", words("Đã đưa nạn nhân đến trạm y tế."));
    assertThat(Waiting.of(province, WorklistKind.SITUATION_WRITTEN_REPORT).count())
        .isEqualTo(unread + 1);
    assertThat(Waiting.of(officer, WorklistKind.SITUATION_WRITTEN_REPORT).count()).isZero();
    assertThat(written(province, id).path("readAt").isNull()).isTrue();
    JsonNode read = made(province.get(path), 200);
    assertThat(read.path("reports").size()).isOne();
    assertThat(read.toString())
        .contains("Đã đưa nạn nhân đến trạm y tế.", "Lê Thanh Trực")
        .doesNotContain("Khóa cổng")
        .doesNotContain("member");
    made(province.get(path), 200);
    assertThat(written(province, id).path("readAt").isNull()).isFalse();
    assertThat(Waiting.of(province, WorklistKind.SITUATION_WRITTEN_REPORT).count())
        .isEqualTo(unread);
    String steps = details(officer, id).path("steps").toString();
    assertThat(steps.split("WRITTEN_READ", -1)).as("the officer sees that it was read").hasSize(2);
    assertThat(leaves(id).split("\"situation.written-read\"", -1)).hasSize(3);
    assertThat(leaves(id)).doesNotContain("trạm y tế");
    assertThat(province.get(PATH + "/" + id + "/content").code()).isEqualTo("not-your-situation");
    assertThat(officer.get(path).code()).isEqualTo("not-your-situation");
    assertThat(stranger.get(path).code()).isEqualTo("not-your-area");
    assertThat(officer.get(PATH + "/written-reports").json().path("items")).isEmpty();

    String about = received("DOMESTIC_VIOLENCE");
    act(officer, about, "written-report", words(WORDS));
    made(
        put(
            member,
            PATH + "/" + about + "/additions/" + UUID.randomUUID(),
            words("Cán bộ Người province bao che.")),
        200);
    assertThat(province.get(PATH + "/" + about + "/written-report").code())
        .isEqualTo("not-your-situation");
    assertThat(province.get(PATH + "/written-reports?limit=200").text()).doesNotContain(about);
    assertThat(Waiting.of(province, WorklistKind.SITUATION_WRITTEN_REPORT).count())
        .as("nothing of what names the reader")
        .isEqualTo(unread);
  }

  private static Map<String, Object> emergency(Area of, String reason) {
    return new HashMap<>(Map.of("purpose", "SITUATIONS", "areaId", of.id(), "reason", reason));
  }

  private static Answer sought(TestClient by, String more) {
    return by.get(PATH + "/emergency?communeId=" + commune.id() + more);
  }

  @Test
  void anEmergencyOpensWhatIsNotGuardedForAnHourAndNeverWhoReported() throws Exception {
    Area hamlet = village("C-1-002", commune);
    Map<String, Object> form = form(commune.id(), hamlet.id(), "WEAPON");
    String id = sent(member, form);
    form.put("people", List.of(named("Người stranger", "WITNESS")));
    String named = sent(member, form);
    String hidden = sent(member, form(commune.id(), hamlet.id(), "CHILD"));
    String some = "&kind=WEAPON&villageId=" + hamlet.id();
    String one = PATH + "/emergency/" + id;
    assertThat(sought(stranger, some).code()).isEqualTo("no-emergency");
    assertThat(stranger.get(one).code()).isEqualTo("no-emergency");

    assertThat(stranger.post(EMERGENCY, emergency(hamlet, WHY)).text())
        .contains("area-not-commune");
    assertThat(chair.post(EMERGENCY, emergency(commune, WHY)).code()).isEqualTo("not-your-role");
    assertThat(stranger.post(EMERGENCY, emergency(commune, "Cần xem gấp.")).text())
        .contains("\"field\":\"reason\"");
    JsonNode opened = made(stranger.post(EMERGENCY, emergency(commune, WHY)), 201);
    for (String few : List.of("", "&kind=WEAPON", "&code=x")) {
      assertThat(sought(stranger, few).text()).as(few).contains("situation-search");
    }
    JsonNode found = made(sought(stranger, some), 200);
    assertThat(found.toString()).contains(id).doesNotContain(named).doesNotContain("Khóa cổng");
    assertThat(sought(stranger, "&kind=CHILD&villageId=" + hamlet.id()).json().path("found"))
        .as("nothing guarded, not even as a number")
        .isEmpty();
    JsonNode read = made(stranger.get(one), 200);
    assertThat(read.toString())
        .contains("Khóa cổng bị cắt", "Có người lạ")
        .doesNotContain("hàng xóm")
        .doesNotContain("member");
    assertThat(read.at("/content/versions/0/deviceTime").isNull()).isTrue();
    for (String other : List.of(hidden, named)) {
      assertThat(stranger.get(PATH + "/emergency/" + other).code()).isEqualTo("not-your-situation");
    }
    for (String part : List.of("", "/content", "/reporter")) {
      assertThat(stranger.get(PATH + "/" + id + part).code()).isEqualTo("not-your-area");
    }
    assertThat(mate.get(one).code()).isEqualTo("not-your-role");
    assertThat(second.get(one).code()).as("nobody else's").isEqualTo("no-emergency");

    act(officer, id, "acknowledgement", Map.of());
    act(officer, id, "classification", classified("CHILD", false));
    assertThat(stranger.get(one).code()).as("guarded meanwhile").isEqualTo("not-your-situation");
    assertThat(details(officer, id).path("steps").toString()).contains("EMERGENCY_READ");
    assertThat(leaves(id))
        .contains("situation.emergency-read", opened.path("id").asString())
        .doesNotContain("Khóa cổng");
    for (TestClient told : List.of(officer, chair, province)) {
      assertThat(made(told.get(EMERGENCY + "/notices"), 200).toString())
          .contains(opened.path("code").asString(), WHY, "Người stranger");
    }
    assertThat(stranger.get(EMERGENCY + "/notices").json().path("items")).isEmpty();
    for (TestClient told : List.of(officer, chair, province)) {
      assertThat(Waiting.of(told, WorklistKind.EMERGENCY_NOTICE).count()).isPositive();
    }
    assertThat(Waiting.of(stranger, WorklistKind.EMERGENCY_NOTICE).count()).isZero();
    int noticed = Waiting.of(chair, WorklistKind.EMERGENCY_NOTICE).count();
    earlier(opened, "24 hours");
    assertThat(Waiting.of(chair, WorklistKind.EMERGENCY_NOTICE).count())
        .as("news of a day")
        .isEqualTo(noticed - 1);
    earlier(opened, "-24 hours");
    made(stranger.post(EMERGENCY + "/own/end", Map.of()), 200);
    assertThat(stranger.get(one).code()).isEqualTo("no-emergency");
    reviewed(opened, id);
  }

  /// Has an access opened earlier than it was.
  private static void earlier(JsonNode opened, String by) {
    SERVER
        .database()
        .client()
        .sql(
            """
            update identity.emergency_access
            set opened_at = opened_at - cast(? as interval), until = until - cast(? as interval)
            where id = cast(? as uuid)
            """)
        .params(by, by, opened.path("id").asString())
        .update();
    SERVER.acceptAccounts();
  }

  /// As that of footage: by another person, with what was read before their eyes at once, although
  /// it enters the log later.
  private static void reviewed(JsonNode opened, String read) {
    SERVER.person("auditor", null, Role.AUDITOR);
    TestClient auditor = SERVER.signedIn("auditor");
    String path = EMERGENCY + "/" + opened.path("id").asString();
    JsonNode looked = made(auditor.get(path), 200).path("looked");
    assertThat(looked.findValuesAsString("what"))
        .as("also what was refused")
        .contains("situation.emergency-sought", "situation.emergency-read", "access.denied");
    assertThat(looked.toString()).contains("[\"KIND\",\"VILLAGE\"]", "Thôn C-1-002");
    assertThat(looked.findValuesAsString("situationCode"))
        .contains(situation(officer, read).path("code").asString());
    assertThat(Waiting.of(auditor, WorklistKind.EMERGENCY_REVIEW).count()).isPositive();
    made(auditor.post(path + "/review", Map.of("verdict", "JUSTIFIED", "reason", WHY)), 200);
    assertThat(made(chair.get(EMERGENCY + "/notices"), 200).toString()).contains("JUSTIFIED");
  }

  @Test
  void aSearchInAnEmergencyShowsTwentyAndSaysThatThereIsMore() {
    Area hamlet = village("C-1-003", commune);
    SERVER.person("near", elsewhere.id(), Role.COMMUNITY_OFFICER);
    TestClient near = SERVER.signedIn("near");
    made(near.post(EMERGENCY, emergency(commune, WHY)), 201);
    for (int i = 0; i < 21; i++) {
      sent(member, form(commune.id(), hamlet.id(), "ACCIDENT"));
    }
    String day = LocalDate.now(ZoneId.of("Asia/Ho_Chi_Minh")).toString();
    JsonNode found = made(sought(near, "&villageId=" + hamlet.id() + "&day=" + day), 200);
    assertThat(found.path("found")).hasSize(20);
    assertThat(found.path("more").asBoolean()).isTrue();
    String code = found.at("/found/0/code").asString();
    JsonNode single =
        made(sought(near, "&kind=ACCIDENT&code=" + code.toLowerCase(Locale.ROOT)), 200);
    assertThat(single.path("found")).hasSize(1);
    assertThat(single.path("more").asBoolean()).isFalse();
    assertThat(sought(near, "&kind=ACCIDENT&villageId=" + elsewhere.id()).text())
        .contains("\"field\":\"villageId\"");
    String leafing = "&kind=ACCIDENT&day=2020-01-01";
    for (int i = 2; i < 30; i++) {
      assertThat(made(sought(near, leafing), 200).path("found")).isEmpty();
    }
    assertThat(sought(near, leafing).code()).isEqualTo("situation-searches-over");
  }
}
