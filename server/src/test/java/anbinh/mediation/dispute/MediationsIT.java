package anbinh.mediation.dispute;

import static anbinh.mediation.MediationFixture.election;
import static anbinh.mediation.MediationFixture.form;
import static anbinh.mediation.MediationFixture.id;
import static anbinh.mediation.MediationFixture.leaderElection;
import static anbinh.mediation.MediationFixture.made;
import static anbinh.mediation.MediationFixture.mediator;
import static anbinh.mediation.MediationFixture.mediatorOf;
import static anbinh.mediation.MediationFixture.paper;
import static anbinh.mediation.MediationFixture.session;
import static anbinh.mediation.MediationFixture.today;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import anbinh.areas.Area;
import anbinh.evidence.collect.ExternalVerifiers;
import anbinh.identity.Person;
import anbinh.identity.Role;
import anbinh.identity.people.People;
import anbinh.mediation.MediationFixture;
import anbinh.testing.TestClient;
import anbinh.testing.TestClient.Answer;
import anbinh.testing.Waiting;
import anbinh.worklist.WorklistKind;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// Mediation in a village over HTTP: team, scope check, the way to an agreement, who sees what, the
/// papers, and what is kept.
class MediationsIT extends GuardTests {
  @Test
  void aVillageElectsAndTheChairRecognisesWhomAnotherProposed() {
    Area other = WORLD.village(commune);
    Map<String, Object> men =
        Map.of(
            "villageId",
            other.id(),
            "minorityArea",
            true,
            "election",
            election(),
            "leaderElection",
            leaderElection(),
            "mediators",
            List.of(
                mediator("Hà Văn Một", false, true, null),
                mediator("Hà Văn Hai", false, true, account),
                mediator("Ha Van Ba", false, false, null),
                mediator("Hà Văn  Một", false, false, null)));
    assertThat(front.post("/api/mediation-teams", men).text())
        .contains("woman-missing", "one-leader", "mediators[1].personId", "mediators[3].name");
    int waiting = Waiting.of(chair, WorklistKind.MEDIATION_TEAM_DECISION).count();
    JsonNode proposed =
        made(
            chair.post(
                "/api/mediation-teams",
                Map.of(
                    "villageId",
                    other.id(),
                    "minorityArea",
                    true,
                    "election",
                    election(),
                    "leaderElection",
                    leaderElection(),
                    "mediators",
                    List.of(
                        mediator("Lương Thị Hoa", true, true, null),
                        mediator("Hà Văn Một", false, false, null),
                        mediator("Hà Văn Hai", false, false, null)))),
            201);
    JsonNode page = done(chair.get("/api/mediation-teams?limit=1"));
    assertThat(page.path("items")).hasSize(1);
    JsonNode next =
        done(chair.get("/api/mediation-teams?limit=1&after=" + page.path("next").asString()));
    assertThat(next.path("items")).hasSize(1);
    assertThat(next.path("items").get(0).path("id"))
        .isNotEqualTo(page.path("items").get(0).path("id"));
    String path = "/api/mediation-teams/" + proposed.path("id").asString();
    assertThat(chair.post(path + "/recognition", paper()).code()).isEqualTo("own-proposal");
    SERVER.namedPerson("chair-2", "Người chair", commune.id(), Role.CHAIR);
    assertThat(SERVER.signedIn("chair-2").post(path + "/recognition", paper()).code())
        .isEqualTo("own-proposal");
    SERVER.person("deputy", commune.id(), Role.CHAIR);
    TestClient deputy = SERVER.signedIn("deputy");
    assertThat(Waiting.of(chair, WorklistKind.MEDIATION_TEAM_DECISION).count())
        .as("their own proposal waits for another chair")
        .isEqualTo(waiting);
    int others = Waiting.of(deputy, WorklistKind.MEDIATION_TEAM_DECISION).count();
    assertThat(others).isPositive();
    Answer incomplete = deputy.post(path + "/recognition", paper());
    assertThat(incomplete.code()).isEqualTo("mediation-team-incomplete");
    assertThat(incomplete.text()).contains("MINORITY");
    done(officer.post(path + "/representation", Map.of("represented", true)));
    JsonNode recognised = done(deputy.post(path + "/recognition", paper()));
    assertThat(recognised.path("gaps")).isEmpty();
    assertThat(Waiting.of(deputy, WorklistKind.MEDIATION_TEAM_DECISION).count())
        .isEqualTo(others - 1);
    assertThat(deputy.post(path + "/recognition", paper()).code()).isEqualTo("nothing-proposed");
    TestClient itsHead = head(other);
    assertLeavesByTheirOwnWish(itsHead, deputy, recognised, path);
    assertIsReviewedOnceAYear(itsHead, path);
    assertALeaderIsElected(deputy, path, mediatorOf(recognised, "Hà Văn Một"));
    Map<String, Object> fourth = mediator("Vi Thị Tư", true, false, null);
    fourth.put("votes", 60);
    assertThat(
            itsHead
                .post(path + "/mediators", Map.of("election", election(), "mediator", fourth))
                .text())
        .contains("mediator.votes", "61");
    fourth.put("votes", 61);
    done(itsHead.post(path + "/mediators", Map.of("election", election(), "mediator", fourth)));
    done(deputy.post(path + "/refusal", Map.of("reason", "Chưa đủ phiếu.")));
    assertThat(leaves(proposed.path("id").asString())).doesNotContain("minority");
  }

  private static void assertLeavesByTheirOwnWish(
      TestClient itsHead, TestClient deputy, JsonNode recognised, String path) {
    String woman = mediatorOf(recognised, "Lương Thị Hoa");
    String office = path + "/mediators/" + woman;
    assertThat(deputy.post(office + "/end", paper()).code()).isEqualTo("no-release");
    Map<String, Object> wish = Map.of("cause", "OWN_WISH", "reason", "Tuổi cao, sức yếu.");
    assertThat(leader.post(office + "/release", wish).code()).isEqualTo("not-your-area");
    done(itsHead.post(office + "/release", wish));
    assertThat(itsHead.post(office + "/release", wish).code()).isEqualTo("release-waits");
    assertThat(Waiting.of(deputy, WorklistKind.MEDIATOR_RELEASE).count()).isOne();
    assertThat(Waiting.of(itsHead, WorklistKind.MEDIATOR_RELEASE).count()).isZero();
    done(deputy.post(office + "/release/refusal", Map.of("reason", "Chờ bầu bổ sung.")));
    done(itsHead.post(office + "/release", wish));
    JsonNode ended = done(deputy.post(office + "/end", paper()));
    assertThat(ended.path("gaps").toString()).contains("TOO_FEW", "NO_WOMAN", "NO_LEADER");
    assertThat(Waiting.of(deputy, WorklistKind.MEDIATOR_RELEASE).count()).isZero();
  }

  private static void assertIsReviewedOnceAYear(TestClient itsHead, String path) {
    Map<String, Object> review =
        Map.of(
            "year", today().getYear(),
            "heldOn", today().toString(),
            "organisation", "Còn hai hòa giải viên.",
            "activity", "Hòa giải thành bốn vụ.",
            "proposal", "ADD");
    assertThat(itsHead.post(path + "/reviews", review).status()).isEqualTo(204);
    assertThat(itsHead.post(path + "/reviews", review).code()).isEqualTo("review-there");
    assertThat(done(chair.get(path + "/reviews")).path("items").get(0).path("proposal").asString())
        .isEqualTo("ADD");
  }

  private static void assertALeaderIsElected(TestClient deputy, String path, String mediator) {
    Map<String, Object> leads = new HashMap<>(paper());
    leads.put("mediatorId", mediator);
    assertThat(deputy.post(path + "/leader", leads).text()).contains("election");
    leads.put("election", leaderElection());
    assertThat(deputy.post(path + "/leader", leads).text()).contains("election.voters");
    leads.put(
        "election",
        Map.of("form", "OPEN_VOTE", "heldOn", today().toString(), "voters", 2, "votes", 1));
    assertThat(deputy.post(path + "/leader", leads).text()).contains("election.votes");
    leads.put(
        "election",
        Map.of("form", "OPEN_VOTE", "heldOn", today().toString(), "voters", 2, "votes", 2));
    assertThat(done(deputy.post(path + "/leader", leads)).path("gaps").toString())
        .doesNotContain("NO_LEADER");
  }

  private static TestClient head(Area of) {
    SERVER.person("head-" + of.code(), of.id(), Role.VILLAGE_HEAD);
    return SERVER.signedIn("head-" + of.code());
  }

  @Test
  void whatBeginsInTimeEndsByAnAgreementThatIsFollowedUp() throws Exception {
    int due = due(colleague);
    JsonNode one = receive(leader);
    assertThat(one.path("mediation").path("code").asString()).startsWith("HG-");
    assertThat(one.path("mediation").path("initials").asString()).isEqualTo("P.V.Ấ – Đ.T.G");
    assertThat(actions(one)).contains("ASSIGN", "CHECK").doesNotContain("HOLD");
    String path = PATH + "/" + id(one);
    assertThat(colleague.post(path + "/assignment", assignment("Hà Văn Sơn")).code())
        .isEqualTo("not-your-mediation");
    assertThat(head.post(path + "/assignment", assignment("Hà Văn Sơn")).code())
        .isEqualTo("not-your-mediation");
    JsonNode assigned = act(leader, one, "assignment", assignment("Trịnh Thị Nga"));
    assertThat(assigned.path("mediation").path("nextOn").asString())
        .isEqualTo(today().plusDays(3).toString());
    assertThat(due(colleague)).as("told at once").isEqualTo(due + 1);
    assertThat(Waiting.of(colleague, WorklistKind.MEDIATION).nextDue()).isAfter(Instant.now());
    assertThat(due(chair)).isZero();
    int late = Waiting.of(colleague, WorklistKind.MEDIATION).overdue();
    SERVER
        .database()
        .client()
        .sql("update mediation.mediation set due_on = due_on - 10 where id = ?::uuid")
        .param(id(one))
        .update();
    assertThat(Waiting.of(colleague, WorklistKind.MEDIATION).overdue()).isEqualTo(late + 1);
    assertThat(leader.post(path + "/sessions", session(today())).code())
        .isEqualTo("mediation-elsewhere");
    assertThat(leader.post(path + "/acceptance", Map.of("noInterest", false)).text())
        .contains("noInterest");
    act(leader, one, "acceptance", Map.of("noInterest", true));
    assertThat(leader.post(path + "/sessions", session(today().plusDays(1))).text())
        .contains("\"on\"");
    act(leader, one, "sessions", session(today()));
    Map<String, Object> bare = MediationFixture.agreement();
    bare.put("course", " ");
    assertThat(leader.post(path + "/agreement", bare).text()).contains("\"course\"");
    assertThat(due(colleague)).as("begun").isEqualTo(due);
    JsonNode agreed = act(leader, one, "agreement", MediationFixture.agreement());
    assertThat(agreed.path("mediation").path("state").asString()).isEqualTo("FOLLOW_UP");

    Answer record = leader.get(path + "/record.pdf?language=ar");
    assertThat(record.status()).as(record.text()).isEqualTo(200);
    Path pdf = folder.resolve("record.pdf");
    Files.write(pdf, record.response().body());
    assertThat(ExternalVerifiers.pdfText(pdf))
        .contains("VĂN BẢN HÒA GIẢI THÀNH", "Phạm Văn Ất", "Trịnh Thị Nga", "theo mốc cũ");
    assertThat(colleague.get(path + "/record.pdf").code()).isEqualTo("not-your-mediation");

    Map<String, Object> urged =
        Map.of("on", today().toString(), "result", "URGED", "words", "Đã nhắc hai nhà.");
    act(leader, one, "follow-ups", urged);
    act(leader, one, "corrections", Map.of("item", "ABOUT", "words", "Bờ rào phía đông."));
    JsonNode closed =
        act(
            leader,
            one,
            "follow-ups",
            Map.of("on", today().toString(), "result", "KEPT", "words", "Rào đã xong."));
    assertThat(closed.path("mediation").path("kept").asBoolean()).isTrue();

    Answer book =
        leader.get(PATH + "/book.pdf?villageId=" + village.id() + "&year=" + today().getYear());
    Path bookPdf = folder.resolve("book.pdf");
    Files.write(bookPdf, book.response().body());
    assertThat(ExternalVerifiers.pdfText(bookPdf).replaceAll("\\s+", " "))
        .contains("SỔ THEO DÕI", "Phạm Văn Ất", "phía đông");
    assertThat(
            colleague
                .get(PATH + "/book.pdf?villageId=" + village.id() + "&year=" + today().getYear())
                .code())
        .isEqualTo("not-your-mediation");
    assertThat(leaves(village.id().toString())).contains("mediation.book-printed");
    assertThat(leaves(id(one)))
        .contains("mediation.received", "mediation.agreed", "mediation.record-printed")
        .contains("mediation.closed", "mediation.corrected")
        .doesNotContain("Ất")
        .doesNotContain("rào")
        .doesNotContain("BOUNDARY")
        .doesNotContain("0912 000");
  }

  private static int due(TestClient reader) {
    return Waiting.of(reader, WorklistKind.MEDIATION).count();
  }

  @Test
  void whoseOfficeEndedMediatesNoMoreAndTheLeaderGoesOn() {
    Area other = WORLD.village(commune);
    UUID leads = SERVER.person("leader-2", other.id(), Role.MEDIATOR).id();
    UUID leaves = SERVER.person("leaving", other.id(), Role.MEDIATOR).id();
    UUID stranger = SERVER.person("stranger", other.id(), Role.MEDIATOR).id();
    TestClient itsLeader = SERVER.signedIn("leader-2");
    TestClient leaving = SERVER.signedIn("leaving");
    JsonNode itsTeam = WORLD.recognised(front, chair, other.id(), leads);
    String son = mediatorOf(itsTeam, "Hà Văn Sơn");
    String teamId = itsTeam.path("id").asString();
    String mediator = "/api/mediation-teams/" + teamId + "/mediators/" + son;
    done(chair.post(mediator + "/account", Map.of("personId", leaves)));
    assertThat(leaves(teamId)).contains("\"account\":\"" + leaves + "\"");
    Map<String, Object> none = new HashMap<>();
    none.put("personId", null);
    done(chair.post(mediator + "/account", none));
    assertThat(chair.post(mediator + "/account", Map.of("personId", stranger)).text())
        .contains("\"personId\"");
    done(chair.post(mediator + "/account", Map.of("personId", leaves)));

    JsonNode one = made(itsLeader.post(PATH, form(other.id())), 201);
    act(itsLeader, one, "assignment", Map.of("mediatorId", son, "chosen", false));
    act(leaving, one, "acceptance", Map.of("noInterest", true));
    act(leaving, one, "sessions", session(today()));
    done(
        itsLeader.post(
            mediator + "/release", Map.of("cause", "BREACH", "reason", "Kể chuyện các bên.")));
    done(chair.post(mediator + "/end", paper()));
    String path = PATH + "/" + id(one);
    assertThat(leaving.get(path + "/content").code()).isEqualTo("not-your-mediation");
    assertThat(leaving.post(path + "/sessions", session(today())).code())
        .isEqualTo("not-your-mediation");
    assertThat(actions(done(itsLeader.get(path)))).contains("HOLD", "AGREE", "EXCLUDE");
    act(itsLeader, one, "sessions", session(today()));
    JsonNode free =
        act(
            itsLeader,
            one,
            "exclusions",
            Map.of("mediatorId", son, "cause", "OTHER", "words", "Không còn là hòa giải viên."));
    assertThat(free.path("mediation").path("state").asString()).isEqualTo("RECEIVED");
  }

  /// As if another had been assigned between the request's check and its turn.
  @Test
  void whoActsIsAskedAgainWhereItIsHeld() {
    JsonNode one = receive(leader);
    act(leader, one, "assignment", assignment("Trịnh Thị Nga"));
    UUID id = UUID.fromString(id(one));
    Person before = SERVER.bean(People.class).find("colleague").orElseThrow();
    Proceedings proceedings = SERVER.bean(Proceedings.class);
    assertThatThrownBy(() -> proceedings.accept(id, before)).isInstanceOf(RuntimeException.class);
    assertThatThrownBy(() ->
            proceedings.assign(id, UUID.fromString(mediatorOf(team, "Hà Văn Sơn")), false, before))
        .isInstanceOf(RuntimeException.class);
    JsonNode still = done(leader.get(PATH + "/" + id));
    assertThat(still.path("mediation").path("state").asString()).isEqualTo("ASSIGNED");
    assertThat(still.path("mediation").path("mediator").asString()).isEqualTo("Trịnh Thị Nga");
  }

  @Test
  void aWrongReferralIsTakenBackByAnotherOfficerOnly() {
    JsonNode one = receive(officer, "OFFENCE");
    String path = PATH + "/" + id(one);
    Map<String, Object> reason = Map.of("reason", "Công an xã xác minh không có vi phạm.");
    assertThat(leader.post(path + "/withdrawal", reason).code()).isEqualTo("not-your-role");
    assertThat(officer.post(path + "/withdrawal", reason).code()).isEqualTo("own-referral");
    assertThat(second.post(path + "/withdrawal", Map.of("reason", "vì thế")).text())
        .contains("\"reason\"");
    JsonNode back = done(second.post(path + "/withdrawal", reason));
    assertThat(back.path("mediation").path("state").asString()).isEqualTo("RECEIVED");
    assertThat(second.post(path + "/withdrawal", reason).code()).isEqualTo("mediation-elsewhere");
    assertThat(second.get(path + "/content").code()).isEqualTo("not-your-mediation");
  }

  @Test
  void whoHasAnInterestIsNotAssigned() {
    Map<String, Object> form = form(village.id());
    form.put(
        "parties",
        List.of(
            Map.of("name", "Ha Van Son", "address", "Xóm 1"),
            Map.of("name", "Đỗ Thị Giáp", "address", "Xóm 2")));
    JsonNode one = made(leader.post(PATH, form), 201);
    String path = PATH + "/" + id(one);
    assertThat(leader.post(path + "/assignment", assignment("Hà Văn Sơn")).code())
        .isEqualTo("mediator-interested");
    act(leader, one, "assignment", assignment("Lê Xuân Tùng"));
    Map<String, Object> objection =
        Map.of(
            "mediatorId",
            mediatorOf(team, "Lê Xuân Tùng"),
            "cause",
            "PARTY_OBJECTS",
            "words",
            "Là anh rể của bà Giáp.");
    JsonNode excluded = act(leader, one, "exclusions", objection);
    assertThat(excluded.path("mediation").path("state").asString()).isEqualTo("RECEIVED");
    assertThat(leader.post(path + "/assignment", assignment("Lê Xuân Tùng")).code())
        .isEqualTo("mediator-interested");
    JsonNode choices = done(leader.get(path + "/mediators"));
    var free = new ArrayList<String>();
    choices
        .path("items")
        .forEach(each -> {
          if (each.path("free").asBoolean()) {
            free.add(each.path("name").asString());
          }
        });
    assertThat(free).containsExactly("Trịnh Thị Nga");
    assertThat(leaves(id(one))).doesNotContain("anh rể").doesNotContain("PARTY_OBJECTS");
  }

  @Test
  void aLateBeginningSaysWhyAndStaysPossible() {
    JsonNode one = receive(leader);
    act(leader, one, "assignment", assignment("Trịnh Thị Nga"));
    act(leader, one, "acceptance", Map.of("noInterest", true));
    SERVER
        .database()
        .client()
        .sql(
            """
            update mediation.mediation set received_on = received_on - 10,
              assigned_on = assigned_on - 9, start_by = start_by - 9, due_on = due_on - 9
            where id = ?::uuid
            """)
        .param(id(one))
        .update();
    JsonNode first = done(leader.get(PATH + "?limit=1")).path("items").get(0);
    assertThat(first.path("id").asString()).isEqualTo(id(one));
    assertThat(first.path("urgency").asString()).isEqualTo("CRITICAL");
    String path = PATH + "/" + id(one);
    Answer day = leader.post(path + "/start-day", Map.of("on", today().plusDays(9).toString()));
    assertThat(day.status()).as(day.text()).isEqualTo(400);
    assertThat(actions(done(leader.get(path)))).contains("HOLD").doesNotContain("AGREE_START");
    assertThat(leader.post(path + "/sessions", session(today().minusDays(10))).text())
        .contains("\"on\"");
    assertThat(leader.post(path + "/sessions", session(today())).text()).contains("\"lateReason\"");
    Map<String, Object> late = session(today());
    late.put("lateReason", "Một bên đi viện về mới gặp được.");
    JsonNode begun = act(leader, one, "sessions", late);
    assertThat(begun.path("mediation").path("startLate").asBoolean()).isTrue();
    assertThat(leaves(id(one))).contains("\"late\":true").doesNotContain("viện");

    JsonNode other = receive(leader);
    act(leader, other, "assignment", assignment("Trịnh Thị Nga"));
    assertThat(
            leader.post(PATH + "/" + id(other) + "/assignment", assignment("Trịnh Thị Nga")).code())
        .isEqualTo("mediation-elsewhere");
    JsonNode agreed =
        act(leader, other, "start-day", Map.of("on", today().plusDays(12).toString()));
    assertThat(agreed.path("mediation").path("startBy").asString())
        .isEqualTo(today().plusDays(12).toString());
    assertThat(agreed.path("mediation").path("startAgreed").asBoolean()).isTrue();
  }

  @Test
  void dangerHandsItToTheOfficerWhoMayReadItThen() {
    JsonNode one = begun();
    String path = PATH + "/" + id(one);
    assertThat(officer.get(path + "/content").code()).isEqualTo("not-your-mediation");
    assertThat(officer.get(PATH + "?limit=200").json().path("items").toString()).contains(id(one));
    assertThat(done(officer.get(path)).path("mediation").path("initials").isNull()).isTrue();
    act(
        leader,
        one,
        "escalation",
        Map.of("authority", "Công an xã", "reason", "Một bên dọa đánh bên kia."));
    JsonNode content = done(officer.get(path + "/content"));
    assertThat(content.path("end").path("authority").asString()).isEqualTo("Công an xã");
    assertThat(content.path("sessions")).hasSize(1);
    assertThat(leaves(id(one))).contains("mediation.read").doesNotContain("dọa");
  }

  @Test
  void whatEndedLongAgoIsErasedWithACertificateAndCountedAsEver() {
    JsonNode one = begun();
    act(
        leader,
        one,
        "failure",
        Map.of("authority", "Tòa án nhân dân khu vực", "reason", "Hai bên giữ ý mình."));
    Mediations mediations = SERVER.bean(Mediations.class);
    long before =
        done(leader.get(PATH + "/figures")).path("total").path("notAgreed").path("value").asLong();
    SERVER
        .database()
        .client()
        .sql(
            "update mediation.mediation set closed_at = closed_at - interval '1827 days' where id ="
                + " ?::uuid")
        .param(id(one))
        .update();
    assertThat(mediations.eraseOld()).isOne();
    String path = PATH + "/" + id(one);
    assertThat(leader.get(path + "/content").code()).isEqualTo("mediation-erased");
    assertThat(done(leader.get(path)).path("mediation").path("initials").isNull()).isTrue();
    assertThat(
            done(leader.get(PATH + "/figures"))
                .path("total")
                .path("notAgreed")
                .path("value")
                .asLong())
        .isEqualTo(before);
    assertThat(leaves(id(one))).contains("mediation.erased", "\"sha256\":\"");
    assertThat(
            leader
                .get(PATH + "/book.pdf?villageId=" + village.id() + "&year=" + today().getYear())
                .status())
        .isEqualTo(200);
  }

  @Test
  void partiesOfTwoVillagesHaveMediatorsOfBoth() {
    Area other = WORLD.village(commune);
    UUID guest = SERVER.person("guest", other.id(), Role.MEDIATOR).id();
    JsonNode otherTeam = WORLD.recognised(front, chair, other.id(), guest);
    TestClient across = SERVER.signedIn("guest");
    Map<String, Object> form = form(village.id());
    form.put("otherVillageId", other.id());
    JsonNode one = made(leader.post(PATH, form), 201);
    assertThat(across.get(PATH + "?limit=200").text()).contains(id(one));
    act(
        across,
        one,
        "assignment",
        Map.of("mediatorId", mediatorOf(otherTeam, "Trịnh Thị Nga"), "chosen", true));
    act(across, one, "acceptance", Map.of("noInterest", true));
    assertThat(done(across.get(PATH + "/" + id(one) + "/content")).path("parties")).hasSize(2);
    form.put("otherVillageId", village.id());
    assertThat(leader.post(PATH, form).text()).contains("\"otherVillageId\"");
  }

  /// An entry of a book on paper keeps its number, counts as what it was, and is paid to nobody
  /// here; what must not have been mediated is referred and has no number.
  @Test
  void entriesOfABookOnPaperAreTakenOver() {
    LocalDate day = today().minusDays(40);
    Map<String, Object> entry = new HashMap<>(form(village.id()));
    entry.keySet().retainAll(List.of("villageId", "basis", "kind", "answers", "parties", "about"));
    entry.put("year", day.getYear());
    entry.put("number", 77);
    entry.put("receivedOn", day.toString());
    entry.put("endedOn", day.plusDays(2).toString());
    entry.put("outcome", "AGREED");
    entry.put("words", "Hai bên dựng lại bờ rào theo ranh giới cũ.");
    String path = PATH + "/book-entries";
    assertThat(colleague.post(path, entry).code()).isEqualTo("not-your-mediation");
    JsonNode taken = made(leader.post(path, entry), 201);
    assertThat(taken.path("mediation").path("state").asString()).isEqualTo("CLOSED");
    assertThat(
            SERVER
                .database()
                .client()
                .sql("select count(*) from mediation.counted where id = ?::uuid")
                .param(id(taken))
                .query(Long.class)
                .single())
        .as("in figures of today")
        .isZero();
    assertThat(leader.post(path, entry).text()).contains("\"number\"");
    entry.put("number", 78);
    entry.put("endedOn", today().minusYears(9).toString());
    assertThat(leader.post(path, entry).text()).contains("endedOn");
    entry.put("endedOn", day.plusDays(2).toString());
    entry.put("answers", MediationFixture.answers("VIOLENCE"));
    JsonNode referred = made(leader.post(path, entry), 201);
    assertThat(referred.path("mediation").path("state").asString()).isEqualTo("REFERRED");
    assertThat(
            SERVER
                .database()
                .client()
                .sql(
                    "select count(*) from mediation.mediation where book_number = 78 and from_book")
                .query(Long.class)
                .single())
        .isZero();
  }

  /// Old lists are in an encoding of before Unicode: nothing is taken that nobody looked at.
  @Test
  void teamsThatWereRecognisedOnPaperComeInByAList() {
    Area other = WORLD.village(commune);
    String place = commune.code() + "," + other.code() + ",";
    String paper = ",12/QD-UBND,2024-05-06\n";
    String titles = "commune,village,name,gender,position,decision,decided_on\n";
    // Nguyễn Thị Hồng, Lê Văn Đức and Phạm Quốc Khánh in TCVN3.
    byte[] list =
        (titles
                + (place + "NguyÔn ThÞ Hång,FEMALE,LEADER" + paper)
                + (place + "Lª V¨n §øc,MALE,MEDIATOR" + paper)
                + (place + "Ph¹m Quèc Kh¸nh,MALE,MEDIATOR" + paper))
            .getBytes(Charset.forName("windows-1252"));
    String path = "/api/mediation-teams/import";
    JsonNode checked = done(front.postAs(path + "/check", list, "text/csv"));
    assertThat(checked.path("errorCount").asInt()).as(checked.toString()).isZero();
    assertThat(checked.path("encoding").path("detected").asString()).isEqualTo("TCVN3");
    assertThat(checked.path("encoding").path("sample").get(0).path("after").asString())
        .isEqualTo("Nguyễn Thị Hồng");
    Answer unseen = front.postAs(path, list, "text/csv");
    assertThat(unseen.code()).isEqualTo("list-unreadable");
    assertThat(unseen.text()).contains("list-encoding-confirm");
    assertThat(
            front
                .postAs(path + "?encoding=TCVN3&checked=" + "0".repeat(64), list, "text/csv")
                .code())
        .isEqualTo("list-other");
    assertThat(front.postAs(path + "?encoding=VNI", list, "text/csv").code())
        .isEqualTo("list-wrong");
    assertThat(officer.postAs(path, list, "text/csv").code()).isEqualTo("not-your-role");
    JsonNode taken = done(front.postAs(path + "?encoding=TCVN3", list, "text/csv"));
    assertThat(taken.path("added").asInt()).isOne();
    JsonNode there =
        done(chair.get("/api/mediation-teams?limit=200"))
            .path("items")
            .valueStream()
            .filter(each -> each.path("villageId").asString().equals(other.id().toString()))
            .findFirst()
            .orElseThrow();
    assertThat(there.path("recognised").asBoolean()).isTrue();
    assertThat(there.path("gaps")).isEmpty();
    assertThat(there.path("mediators").get(0).path("name").asString()).isEqualTo("Nguyễn Thị Hồng");
    JsonNode again = done(front.postAs(path + "?encoding=TCVN3", list, "text/csv"));
    assertThat(again.path("known").asInt()).isOne();
    Area third = WORLD.village(commune);
    String two =
        titles
            + (commune.code() + "," + third.code() + ",Lê Văn A,MALE,MEDIATOR" + paper)
            + (commune.code() + "," + third.code() + ",Lê Văn B,MALE,MEDIATOR" + paper);
    assertThat(
            done(front.postAs(path + "/check", two, "text/csv"))
                .path("errors")
                .valueStream()
                .map(each -> each.path("code").asString()))
        .containsExactlyInAnyOrder("mediator-list-few", "woman-missing", "one-leader");
  }
}
