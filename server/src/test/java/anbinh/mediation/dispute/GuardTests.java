package anbinh.mediation.dispute;

import static anbinh.mediation.MediationFixture.answers;
import static anbinh.mediation.MediationFixture.form;
import static anbinh.mediation.MediationFixture.id;
import static anbinh.mediation.MediationFixture.made;
import static anbinh.mediation.MediationFixture.mediatorOf;
import static anbinh.mediation.MediationFixture.session;
import static anbinh.mediation.MediationFixture.today;
import static org.assertj.core.api.Assertions.assertThat;

import anbinh.areas.Area;
import anbinh.areas.AreaKind;
import anbinh.areas.NewArea;
import anbinh.areas.unit.Areas;
import anbinh.evidence.collect.ExternalVerifiers;
import anbinh.identity.Role;
import anbinh.mediation.MediationFixture;
import anbinh.testing.TestClient;
import anbinh.testing.TestClient.Answer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// Who reads what of a mediation, and what must reach nobody, over HTTP; they run with
/// [MediationsIT] on its server.
abstract class GuardTests extends ReviewTests {
  @Test
  void whatViolenceOrAChildIsInReachesNoMediatorAndNoList() {
    String figures = PATH + "/figures?level=COMMUNE";
    long all = referred(officer.get(figures));
    assertThat(referred(auditor.get(figures))).isEqualTo(all);
    Map<String, Object> form = form(village.id(), "VIOLENCE");
    form.put("parties", null);
    form.put("about", null);
    form.put("kind", "FAMILY");
    JsonNode one = made(colleague.post(PATH, form), 201);
    String path = PATH + "/" + id(one);
    assertThat(one.path("mediation").path("state").asString()).isEqualTo("REFERRED");
    assertThat(one.path("mediation").path("kind").isNull()).isTrue();
    assertThat(actions(one)).isEmpty();
    assertThat(one.path("mediation").path("code").asString()).startsWith("CG-");
    assertThat(receive(colleague, "BARRED").path("mediation").path("code").asString())
        .startsWith("CG-");
    JsonNode bare = done(auditor.get(path));
    assertThat(bare.path("guarded").asBoolean()).isFalse();
    assertThat(bare.path("mediation").path("state").asString()).isEqualTo("REFERRED");
    assertThat(auditor.get(PATH + "?state=OVER&limit=200").text()).contains(id(one));
    for (TestClient who : List.of(leader, head)) {
      assertThat(who.get(PATH + "?state=OVER&limit=200").text()).doesNotContain(id(one));
      assertThat(who.get(path).code()).isEqualTo("no-such-mediation");
    }
    assertThat(leader.get(path + "/content").code()).isEqualTo("no-such-mediation");
    assertThat(leader.post(path + "/assignment", assignment("Hà Văn Sơn")).code())
        .isEqualTo("no-such-mediation");
    for (TestClient who : List.of(colleague, officer)) {
      assertThat(who.get(PATH + "?state=OVER&limit=200").text()).contains(id(one));
      assertThat(done(who.get(path + "/content")).path("yes").toString()).contains("VIOLENCE");
    }
    for (Answer told : List.of(leader.get(figures), officer.get(PATH + "/figures"))) {
      assertThat(done(told).path("total").path("referred").isNull()).isTrue();
    }
    assertThat(referred(officer.get(figures))).isEqualTo(all + 2);
    assertThat(referred(auditor.get(figures))).isEqualTo(all + 2);
    Map<String, Object> reason = Map.of("reason", "Chỉ là lời qua tiếng lại.");
    assertThat(officer.post(path + "/withdrawal", reason).code()).isEqualTo("referral-stays");
    assertThat(leaves(id(one)))
        .contains("mediation.referred")
        .doesNotContain("VIOLENCE")
        .doesNotContain("FAMILY")
        .doesNotContain("guarded");
    assertThat(
            SERVER
                .database()
                .client()
                .sql(
                    "select count(*) from mediation.mediation where guarded and mediator_id is not"
                        + " null")
                .query(Long.class)
                .single())
        .isZero();
  }

  private static long referred(Answer figures) {
    return done(figures).path("total").path("referred").path("value").asLong();
  }

  @Test
  void whatIsFoundOutBeforeItBeginsIsStoppedToo() throws Exception {
    JsonNode one = receive(leader);
    act(leader, one, "assignment", assignment("Trịnh Thị Nga"));
    JsonNode stopped = act(leader, one, "scope", Map.of("answers", answers("CHILD")));
    assertThat(stopped.path("mediation").path("state").asString()).isEqualTo("REFERRED");
    assertThat(stopped.path("guarded").asBoolean()).isTrue();
    String book = PATH + "/book.pdf?villageId=" + village.id() + "&year=" + today().getYear();
    JsonNode fined = receive(leader);
    act(leader, fined, "scope", Map.of("answers", answers("OFFENCE")));
    JsonNode mediated = receive(leader);
    Path pdf = folder.resolve("book.pdf");
    Files.write(pdf, leader.get(book).response().body());
    assertThat(ExternalVerifiers.pdfText(pdf).replaceAll("\\s+", ""))
        .contains(code(mediated))
        .doesNotContain(code(one))
        .doesNotContain(code(fined));
    assertThat(head.get(PATH + "/" + id(one)).code()).isEqualTo("no-such-mediation");
  }

  private static String code(JsonNode details) {
    return details.path("mediation").path("code").asString();
  }

  @Test
  void violenceThatIsToldOfLaterIsGuardedToo() {
    JsonNode sitting = begun();
    JsonNode agreed = begun();
    agreed = act(leader, agreed, "agreement", MediationFixture.agreement());
    for (JsonNode one : List.of(sitting, agreed)) {
      assertThat(actions(done(leader.get(PATH + "/" + id(one))))).contains("CHECK");
      JsonNode stopped = act(leader, one, "scope", Map.of("answers", answers("VIOLENCE")));
      assertThat(stopped.path("mediation").path("state").asString()).isEqualTo("REFERRED");
      assertThat(stopped.path("guarded").asBoolean()).isTrue();
      assertThat(colleague.get(PATH + "/" + id(one)).code()).isEqualTo("no-such-mediation");
      assertThat(
              SERVER
                  .database()
                  .client()
                  .sql(
                      """
                      select guarded and started_on is null and not late and sessions = 0
                        and outcome is null and mediator_id is null
                      from mediation.mediation where id = ?::uuid
                      """)
                  .param(id(one))
                  .query(Boolean.class)
                  .single())
          .isTrue();
      assertThat(done(officer.get(PATH + "/" + id(one) + "/content")).path("sessions")).hasSize(1);
    }
  }

  @Test
  void whatIsGuardedIsNotTheOtherCommunes() {
    Area far =
        SERVER.bean(Areas.class).create(new NewArea("C-2", "Xã Xa", AreaKind.COMMUNE, null), null);
    Area other = WORLD.village(far);
    SERVER.person("far-officer", far.id(), Role.COMMUNITY_OFFICER);
    TestClient farOfficer = SERVER.signedIn("far-officer");
    Map<String, Object> form = form(village.id(), "VIOLENCE");
    form.put("otherVillageId", other.id());
    JsonNode one = made(leader.post(PATH, form), 201);
    assertThat(one.path("mediation").path("otherVillageName").isNull()).isTrue();
    assertThat(farOfficer.get(PATH + "?state=OVER").text()).doesNotContain(id(one));
    assertThat(farOfficer.get(PATH + "/" + id(one)).code()).isEqualTo("not-your-area");
    form.put("answers", answers());
    JsonNode later = made(leader.post(PATH, form), 201);
    assertThat(farOfficer.get(PATH).text()).contains(id(later));
    act(leader, later, "scope", Map.of("answers", answers("CHILD")));
    assertThat(farOfficer.get(PATH + "?state=OVER").text()).doesNotContain(id(later));
    assertThat(farOfficer.get(PATH + "/" + id(later)).code()).isEqualTo("no-such-mediation");
    assertThat(officer.get(PATH + "?state=OVER&limit=200").text()).contains(id(later));
  }

  @Test
  void aLeaderHasNoPartInTheirOwnCase() {
    Map<String, Object> form = form(village.id());
    form.put(
        "parties",
        List.of(
            Map.of("name", "Trinh Thi Nga", "address", "Xóm 1"),
            Map.of("name", "Đỗ Thị Giáp", "address", "Xóm 2")));
    JsonNode own = made(colleague.post(PATH, form), 201);
    String path = PATH + "/" + id(own);
    assertThat(actions(done(leader.get(path)))).doesNotContain("ASSIGN", "CHECK", "STOP");
    assertThat(leader.post(path + "/assignment", assignment("Hà Văn Sơn")).code())
        .isEqualTo("not-your-mediation");
    assertThat(actions(done(head.get(path)))).contains("ASSIGN");
    // Whose notes the leader would take: they have no account.
    assertThat(head.post(path + "/assignment", assignment("Hà Văn Sơn")).code())
        .isEqualTo("mediator-interested");
    assertThat(leader.get(path + "/content").code()).isEqualTo("not-your-mediation");
    assertThat(done(leader.get(path + "/mediators")).path("items")).hasSize(1);
    assertThat(done(head.get(path + "/mediators")).path("items")).hasSize(3);

    JsonNode kins = receive(colleague);
    act(leader, kins, "assignment", assignment("Hà Văn Sơn"));
    act(
        colleague,
        kins,
        "exclusions",
        Map.of(
            "mediatorId",
            mediatorOf(team, "Trịnh Thị Nga"),
            "cause",
            "KIN",
            "words",
            "Là em ruột của bà Giáp."));
    assertThat(leader.get(PATH + "/" + id(kins) + "/content").code())
        .isEqualTo("not-your-mediation");
    assertThat(
            leader.post(PATH + "/" + id(kins) + "/acceptance", Map.of("noInterest", true)).code())
        .isEqualTo("not-your-mediation");
  }

  @Test
  void whoMayNotHaveItIsToldToThoseWhoNeedItAndNoted() {
    JsonNode one = receive(leader);
    String path = PATH + "/" + id(one);
    assertThat(colleague.get(path + "/mediators").code()).isEqualTo("not-your-mediation");
    assertThat(head.get(path + "/mediators").code()).isEqualTo("not-your-mediation");
    assertThat(leaves(id(one))).doesNotContain("mediation.mediators-listed");
    assertThat(done(leader.get(path + "/mediators")).path("items")).hasSize(3);
    assertThat(leaves(id(one))).contains("mediation.mediators-listed");
    act(leader, one, "stop", Map.of("stoppedBy", "ONE_PARTY", "reason", "Không muốn hòa giải."));
    assertThat(leader.get(path + "/mediators").code()).isEqualTo("mediation-elsewhere");
  }

  @Test
  void onlyWhoMediatesReadsAllAndTheReceiverWhatTheyTookDown() {
    JsonNode one = receive(colleague);
    String path = PATH + "/" + id(one);
    act(leader, one, "assignment", assignment("Trịnh Thị Nga"));
    act(leader, one, "acceptance", Map.of("noInterest", true));
    act(leader, one, "sessions", session(today()));
    assertThat(done(leader.get(path + "/content")).path("sessions")).hasSize(1);
    JsonNode received = done(colleague.get(path + "/content"));
    assertThat(received.path("parties")).hasSize(2);
    assertThat(received.path("sessions")).isEmpty();
    assertThat(done(head.get(path)).path("steps")).hasSize(1);
    assertThat(done(leader.get(path)).path("steps")).hasSize(4);
    JsonNode seen = done(head.get(path)).path("mediation");
    assertThat(seen.path("state").asString()).isEqualTo("IN_PROGRESS");
    assertThat(seen.path("initials").isNull()).isTrue();
    assertThat(seen.path("kind").isNull()).isTrue();
    assertThat(seen.path("mediator").isNull()).isTrue();
    assertThat(head.get(path + "/content").code()).isEqualTo("not-your-role");
    assertThat(auditor.get(path + "/content").code()).isEqualTo("not-your-role");
    assertThat(auditor.get(path).text()).doesNotContain("P.V.");
    assertThat(chair.get(PATH).code()).isEqualTo("not-your-role");
    assertThat(leader.get(PATH + "?limit=200").text()).doesNotContain("Ất");
  }

  /// The second in which violence is told of changes nothing that who sees figures only is told, of
  /// no place and no span, not by a line more or less, and not by the length of the answer.
  @Test
  void noFigureChangesWhenViolenceIsToldOf() {
    List<JsonNode> past = new ArrayList<>();
    for (int i = 0; i < 9; i++) {
      JsonNode one = begun();
      past.add(i % 2 == 0 ? act(leader, one, "agreement", MediationFixture.agreement()) : one);
      overAQuarterAgo(one);
    }
    Map<String, String> before = asked();
    assertThat(before.values()).anyMatch(each -> each.contains("\"value\":10"));
    JsonNode fresh = receive(leader);
    for (JsonNode each : past) {
      act(leader, each, "scope", Map.of("answers", answers("VIOLENCE")));
      assertThat(asked()).isEqualTo(before);
    }
    made(colleague.post(PATH, form(village.id(), "CHILD")), 201);
    Map<String, Object> backdated = form(village.id(), "VIOLENCE");
    backdated.put("receivedOn", today().minusDays(60).toString());
    made(colleague.post(PATH, backdated), 201);
    act(leader, fresh, "scope", Map.of("answers", answers("VIOLENCE")));
    assertThat(asked()).isEqualTo(before);
  }

  /// All that who sees figures only can ask.
  private static Map<String, String> asked() {
    Map<String, String> answers = new TreeMap<>();
    LocalDate running = startOfQuarter(today());
    List<String> spans = new ArrayList<>(List.of(""));
    for (int from = 1; from <= 3; from++) {
      for (int to = 0; to < from; to++) {
        spans.add(
            "&from="
                + running.minusMonths(3L * from)
                + "&to="
                + running.minusMonths(3L * to).minusDays(1));
      }
    }
    for (TestClient who : List.of(chair, front, analyst)) {
      for (String level : List.of("VILLAGE", "COMMUNE")) {
        for (String span : spans) {
          Answer answer = who.get(PATH + "/figures?level=" + level + span);
          answers.put(List.of(chair, front, analyst).indexOf(who) + level + span, answer.text());
        }
      }
    }
    return answers;
  }

  private static LocalDate startOfQuarter(LocalDate day) {
    return day.withDayOfMonth(1).withMonth(day.getMonth().firstMonthOfQuarter().getValue());
  }

  /// The two quarters that 100 days ago may lie in.
  private static String closed() {
    LocalDate running = startOfQuarter(today());
    return "&from=" + running.minusMonths(6) + "&to=" + running.minusDays(1);
  }

  private static TestClient leaderOf(Area of) {
    SERVER.person("leader-" + of.code(), of.id(), Role.MEDIATOR);
    return SERVER.signedIn("leader-" + of.code());
  }

  /// As if all that happened to it had been 100 days before.
  private static void overAQuarterAgo(JsonNode one) {
    for (String sql :
        List.of(
            "update mediation.mediation set entered_at = entered_at - interval '100 days',"
                + " received_on = received_on - 100 where id = ?::uuid",
            "update mediation.step set at = at - interval '100 days'"
                + " where mediation_id = ?::uuid")) {
      SERVER.database().client().sql(sql).param(id(one)).update();
    }
  }

  @Test
  void whoSeesFiguresOnlySeesNoSmallOnes() {
    receive(leader, "PUBLIC_INTEREST");
    JsonNode exact = done(leader.get(PATH + "/figures"));
    assertThat(exact.path("exact").asBoolean()).isTrue();
    long received = exact.path("total").path("received").path("value").asLong();
    assertThat(received).isPositive();
    Area counted = WORLD.village(commune);
    TestClient leader = leaderOf(counted);
    for (int i = 0; i < 6; i++) {
      overAQuarterAgo(made(leader.post(PATH, form(counted.id())), 201));
    }
    String lastQuarters = PATH + "/figures?level=";
    JsonNode hidden = done(analyst.get(lastQuarters + "COMMUNE" + closed()));
    assertThat(hidden.path("exact").asBoolean()).isFalse();
    assertThat(hidden.path("lines").get(0).path("areaName").asString()).isEqualTo("Xã Bá Thước");
    assertThat(hidden.path("total").path("received").path("value").asLong() % 10).isZero();
    JsonNode line =
        done(analyst.get(lastQuarters + "VILLAGE" + closed()))
            .path("lines")
            .valueStream()
            .filter(each -> each.path("areaId").asString().equals(counted.id().toString()))
            .findFirst()
            .orElseThrow();
    assertThat(line.path("counts").path("received").path("value").asLong()).isEqualTo(10);
    assertThat(line.path("counts").path("agreed").path("value").isNull())
        .as("none is not told from a few")
        .isTrue();
    assertThat(line.path("counts").path("referred").isNull()).isTrue();
    assertThat(line.path("counts").path("pending").isNull()).isTrue();
    String part = PATH + "/figures?from=2026-01-02&to=2026-03-30";
    assertThat(analyst.get(part).text()).contains("\"from\"", "\"to\"");
    assertThat(leader.get(part).status()).isEqualTo(200);
    assertThat(analyst.get(PATH + "/figures?from=2026-01-01&to=2026-03-31").status())
        .isEqualTo(200);
    for (TestClient who : List.of(chair, front, analyst)) {
      for (String to : List.of("", "&to=" + today(), "&to=" + today().plusMonths(3))) {
        String running = "?from=" + startOfQuarter(today()) + to;
        for (String level : List.of("", "&level=COMMUNE")) {
          JsonNode told = done(who.get(PATH + "/figures" + running + level));
          assertThat(told.path("to").isNull()).as("no quarter is over").isTrue();
          assertThat(told.path("nextOn").asString())
              .isEqualTo(startOfQuarter(today()).plusMonths(3).toString());
          assertThat(told.path("lines")).isEmpty();
          assertThat(told.at("/total/received/value").isNull()).isTrue();
        }
      }
    }
    LocalDate day = startOfQuarter(today());
    String sheet =
        "/api/mediation-fees/sheet?villageId=%s&year=%d&quarter=%d"
            .formatted(village.id(), day.getYear(), day.getMonthValue() / 3 + 1);
    JsonNode fees = done(head.get(sheet));
    assertThat(fees.path("nextOn").asString()).isEqualTo(day.plusMonths(3).toString());
    assertThat(fees.path("lines")).isEmpty();
    assertThat(front.get(PATH + "/figures?from=2026-02-01&to=2026-01-01").text())
        .contains("\"to\"");
  }
}
