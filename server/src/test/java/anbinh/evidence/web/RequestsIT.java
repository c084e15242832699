package anbinh.evidence.web;

import static anbinh.evidence.EvidenceFixture.errors;
import static anbinh.evidence.EvidenceFixture.path;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import anbinh.evidence.collect.FakeFootage;
import anbinh.evidence.request.Requests;
import anbinh.identity.Role;
import anbinh.testing.TestClient;
import anbinh.testing.TestClient.Answer;
import anbinh.testing.TestServer;
import anbinh.testing.Waiting;
import anbinh.worklist.WorklistKind;
import java.text.Normalizer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataIntegrityViolationException;
import tools.jackson.databind.JsonNode;

class RequestsIT extends ReminderTests {
  @Test
  void makesARequestThatHoldsTheFootageAndShowsInTheCase() {
    UUID id = world().request(world().form(0, world().camera, world().gappy));
    JsonNode json = world().get(id);
    assertThat(json.path("code").asString()).matches("REQ-\\d{4}-\\d{4}");
    assertThat(json.path("state").asString()).isEqualTo("REQUESTED");
    assertThat(json.path("case").path("code").asString()).startsWith("CASE-");
    assertThat(json.path("cameras").size()).isEqualTo(2);
    assertThat(json.path("coverage").get(0).path("coveredMillis").asLong()).isEqualTo(10_000);
    assertThat(json.path("mayDecide").asBoolean()).isFalse();
    assertThat(json.path("whyNot").asString()).isEqualTo("own-request");
    assertThat(json.path("granted").isNull()).isTrue();
    assertThat(json.path("subjectClass").asString()).isEqualTo("SUSPECT");
    assertThat(json.path("paper").path("number").asString()).isEqualTo("12/YC-CQĐT");
    assertThat(json.path("history").get(0).path("what").asString()).isEqualTo("REQUESTED");
    assertThat(SERVER.bean(FakeFootage.class).holds(json.path("code").asString())).isEqualTo(2);
    JsonNode related = world().as("approver").get("/api/cases/" + world().caseId).json();
    assertThat(related.path("requests").findValuesAsString("id")).contains(id.toString());
  }

  @Test
  void namesEveryWrongFieldAtOnceAndForeignThingsAsUnknown() {
    Map<String, Object> form = world().form(0, world().foreign);
    form.put("caseId", world().openCase("stranger", world().elsewhere));
    form.put("to", Instant.now().plusSeconds(3600).toString());
    form.put("necessity", "vì cần");
    form.put("purpose", "CURIOSITY");
    Answer answer = world().as("investigator").post("/api/requests", form);
    assertThat(answer.status()).isEqualTo(400);
    assertThat(errors(answer))
        .containsExactlyInAnyOrder(
            "caseId unknown",
            "cameraIds[0] unknown",
            "to past-or-present",
            "purpose choice",
            "necessity size");
    assertThat(answer.json().path("errors").get(0).path("message").asString()).doesNotContain("{");
  }

  @Test
  void saysWhatARequestWouldGetWithoutMakingIt() {
    long before = count("evidence.request");
    Map<String, Object> form = world().form(25, world().camera, world().gappy);
    JsonNode check = world().as("investigator").post("/api/requests/check", form).json();
    assertThat(check.path("cameras").get(1).path("coveredMillis").asLong()).isEqualTo(4_650);
    assertThat(check.path("cameras").get(1).path("gaps").get(0).path("cause").asString())
        .isEqualTo("UNREACHABLE");
    assertThat(check.path("cameras").get(1).path("keptUntil").asString()).isNotEmpty();
    assertThat(check.path("warnings").findValuesAsString("code")).contains("partly-recorded");
    assertThat(count("evidence.request")).isEqualTo(before);
  }

  @Test
  void suggestsWhatTheTypeOfACaseSaysAndThenWhatOneAskedBefore() {
    String caseId = world().openCase("investigator", world().commune);
    String path = "/api/cases/" + caseId + "/request-defaults";
    JsonNode first = world().as("investigator").get(path).json();
    assertThat(first.path("offence").asString()).isEqualTo("THEFT");
    assertThat(first.path("legalBasis").asString()).isEqualTo("CPC_2015_ART_88");
    for (String none : List.of("purpose", "subjectClass", "last")) {
      assertThat(first.path(none).isNull()).as(none).isTrue();
    }
    Map<String, Object> form = world().form(0, world().camera);
    form.put("caseId", caseId);
    form.put("offence", "ROBBERY");
    UUID made = world().request(form);
    JsonNode next = world().as("investigator").get(path).json();
    assertThat(next.path("last").path("id").asString()).isEqualTo(made.toString());
    assertThat(next.path("purpose").asString()).isEqualTo("IDENTIFY_VEHICLE");
    assertThat(next.path("legalBasis").asString()).isEqualTo("CPC_2015_ART_107");
    assertThat(next.path("offence").asString()).isEqualTo("ROBBERY");
    assertThat(next.path("subjectClass").asString()).isEqualTo("SUSPECT");
    assertThat(next.propertyNames()).as("what is of one request").hasSize(5);
    assertThat(world().as("colleague").get(path).json().path("last").isNull())
        .as("another's request")
        .isTrue();
    assertThat(world().as("stranger").get(path).code()).isEqualTo("not-your-area");
    assertThat(world().as("approver").get(path).code()).isEqualTo("not-your-role");
  }

  /// Could only end unavailable; the sender learns what there is instead.
  @Test
  void refusesARequestForWhatIsNotRecordedAtAllAndNamesTheNearest() {
    long before = count("evidence.request");
    Map<String, Object> form = world().form(-120, world().camera, world().gappy);
    TestClient investigator = world().as("investigator");
    Answer refused = investigator.post("/api/requests", form);
    assertThat(errors(refused)).containsExactly("from not-recorded");
    assertThat(refused.json().path("errors").get(0).path("message").asString())
        .contains(world().start.toString());
    assertThat(refused.json().path("cameras").get(0).path("nearest").path("after").path("from"))
        .hasToString("\"" + world().start + "\"");
    assertThat(count("evidence.request")).isEqualTo(before);

    JsonNode check = investigator.post("/api/requests/check", form).json();
    assertThat(check.path("warnings").findValuesAsString("code")).contains("nothing-recorded");
    JsonNode nearest = check.path("cameras").get(1).path("nearest");
    assertThat(nearest.path("before").isNull()).isTrue();
    assertThat(nearest.path("after").path("from").asString()).isEqualTo(world().start.toString());
    JsonNode some =
        investigator.post("/api/requests/check", world().form(25, world().camera)).json();
    assertThat(some.path("cameras").get(0).path("nearest").isNull()).isTrue();
  }

  @Test
  void putsTheFactsForADecisionBesideTheRequestUntilItIsDecided() {
    UUID before = world().request(world().form(0, world().camera));
    UUID id = world().request(world().form(25, world().camera, world().gappy));
    JsonNode facts = world().as("approver").get(path(id)).json().path("facts");
    assertThat(facts.path("occurredFrom").asString()).isNotEmpty();
    assertThat(facts.path("warnings").findValuesAsString("code")).contains("partly-recorded");
    assertThat(facts.path("earlier").findValuesAsString("id"))
        .contains(before.toString())
        .doesNotContain(id.toString());
    JsonNode first = world().as("approver").get(path(before)).json().path("facts");
    assertThat(first.path("earlier").findValuesAsString("id")).doesNotContain(id.toString());
    world()
        .as("approver")
        .post(
            path(id) + "/decision",
            Map.of("outcome", "REFUSE", "reasonCode", "TOO_WIDE", "reason", "quá rộng"));
    assertThat(world().as("approver").get(path(id)).json().path("facts").isNull()).isTrue();
  }

  @Test
  void offersTheClosedListsInTheReadersLanguage() {
    TestClient client = world().as("approver").language("vi");
    JsonNode choices = client.get("/api/requests/choices").json();
    assertThat(choices.path("purposes").findValuesAsString("text"))
        .contains("Xác định phương tiện")
        .noneMatch(text -> text.startsWith("evidence."));
    assertThat(choices.path("legalBases").findValuesAsString("article"))
        .contains("Bộ luật Tố tụng hình sự 2015, Điều 107");
    for (String list : List.of("offences", "approvals", "narrowings", "refusals")) {
      assertThat(choices.path(list).findValuesAsString("text"))
          .isNotEmpty()
          .noneMatch(text -> text.startsWith("evidence."));
    }
  }

  @Test
  void letsNobodyDecideOnesOwnRequestNotEvenWithTheRole() {
    Map<String, Object> form = world().form(1, world().camera);
    TestClient both = world().as("both");
    UUID id = UUID.fromString(both.post("/api/requests", form).json().path("id").asString());
    Answer own = both.post(path(id) + "/decision", Map.of("outcome", "APPROVE"));
    assertThat(own.status()).isEqualTo(403);
    assertThat(own.code()).isEqualTo("own-request");
    assertThat(world().state(id)).isEqualTo("REQUESTED");
    assertThat(refusals(id)).isEqualTo(1);
  }

  /// The second account's name has other letters, spaces and accents composed otherwise.
  @Test
  void takesTwoAccountsOfOneNameForOnePersonWhoDecidesNothingOfTheirOwn() {
    String name = "Nguyễn Thị Hồng Ánh";
    UUID area = world().commune.id();
    SERVER.namedPerson("anh-dieu-tra", name, area, Role.INVESTIGATOR);
    SERVER.namedPerson(
        "anh-duyet",
        "\u00a0" + Normalizer.normalize(name, Normalizer.Form.NFD).toUpperCase(Locale.ROOT) + "  ",
        area,
        Role.APPROVER);
    SERVER.namedPerson("anh-khac", "Nguyễn Thị Hồng Anh", area, Role.APPROVER);
    TestClient asks = world().as("anh-dieu-tra");
    Map<String, Object> form = world().form(1, world().camera);
    form.put("caseId", world().openCase("anh-dieu-tra", world().commune));
    TestClient same = world().as("anh-duyet");
    TestClient other = world().as("anh-khac");
    long waiting = waiting(same);
    long others = waiting(other);
    UUID id = UUID.fromString(asks.post("/api/requests", form).json().path("id").asString());

    JsonNode seen = same.get(path(id)).json();
    assertThat(seen.path("mayDecide").asBoolean()).isFalse();
    assertThat(seen.path("mayGrantAll").asBoolean()).isFalse();
    assertThat(seen.path("whyNot").asString()).isEqualTo("own-request");
    assertThat(waiting(same)).isEqualTo(waiting);
    assertThat(waiting(other)).isEqualTo(others + 1);
    Map<String, Object> approve = Map.of("outcome", "APPROVE");
    assertThat(same.post(path(id) + "/decision", approve).code()).isEqualTo("own-request");
    assertThat(refusals(id)).isEqualTo(1);
    assertThat(world().state(id)).isEqualTo("REQUESTED");
    assertThat(other.get(path(id)).json().path("mayDecide").asBoolean()).isTrue();
    assertThat(other.post(path(id) + "/decision", approve).status()).isEqualTo(200);
  }

  private static long waiting(TestClient approver) {
    return Waiting.of(approver, WorklistKind.REQUEST_DECISION).count();
  }

  @Test
  void theDatabaseItselfRefusesADecisionByTheRequester() {
    UUID id = world().request(world().form(2, world().camera));
    assertThatThrownBy(() ->
            SERVER
                .database()
                .client()
                .sql(
                    """
                    update evidence.request set state = 'APPROVED', decided_by = requested_by,
                      decided_at = now(), decision = 'APPROVE', reason_code = 'JUSTIFIED',
                      reason = '', granted_from = from_at, granted_to = to_at where id = ?
                    """)
                .param(id)
                .update())
        .isInstanceOf(DataIntegrityViolationException.class)
        .hasMessageContaining("another_person_decides");
    assertThatThrownBy(() ->
            SERVER
                .database()
                .client()
                .sql(
                    """
                    update evidence.request set state = 'APPROVED', decided_by = ?,
                      decided_at = now(), decision = 'APPROVE', reason_code = 'JUSTIFIED',
                      reason = '', granted_from = from_at - interval '1 s',
                      granted_to = to_at where id = ?
                    """)
                .params(UUID.randomUUID(), id)
                .update())
        .isInstanceOf(DataIntegrityViolationException.class)
        .hasMessageContaining("granted_within_asked");
  }

  @Test
  void givesEachRoleExactlyItsRights() {
    UUID id = world().request(world().form(3, world().camera));
    String decision = path(id) + "/decision";
    Map<String, Object> approve = Map.of("outcome", "APPROVE");
    assertThat(world().as("approver").get(path(id)).status()).isEqualTo(200);
    assertThat(world().as("auditor").get(path(id)).status()).isEqualTo(200);
    assertThat(world().as("colleague").get(path(id)).code()).isEqualTo("not-your-request");
    assertThat(world().as("stranger").get(path(id)).code()).isEqualTo("not-your-request");
    assertThat(world().as("chief").get(path(id)).code()).isEqualTo("not-your-area");
    assertThat(world().as("officer").get(path(id)).status()).isEqualTo(200);
    assertThat(world().as("officer").get(path(id) + "/verification").code())
        .isEqualTo("not-your-role");
    assertThat(SERVER.client().get(path(id)).status()).isEqualTo(401);
    assertThat(world().as("chief").post(decision, approve).code()).isEqualTo("not-your-area");
    assertThat(world().as("colleague").post(decision, approve).code()).isEqualTo("not-your-role");
    assertThat(world().as("auditor").post(decision, approve).code()).isEqualTo("not-your-role");
    assertThat(world().as("officer").post(decision, approve).code()).isEqualTo("not-your-role");
    assertThat(world().as("colleague").post(path(id) + "/cancellation", Map.of()).code())
        .isEqualTo("not-your-request");
    assertThat(world().as("approver").get(path(id) + "/package.zip").code())
        .isEqualTo("not-your-role");
    assertThat(world().as("colleague").get(path(id) + "/package.zip").code())
        .isEqualTo("not-your-request");
    assertThat(world().as("investigator").get(path(id) + "/package.zip").code())
        .isEqualTo("not-sealed");
    assertThat(world().as("approver").post("/api/requests", world().form(3, world().camera)).code())
        .isEqualTo("not-your-role");
    UUID nowhere = UUID.randomUUID();
    assertThat(world().as("approver").get(path(nowhere)).code()).isEqualTo("no-such-request");
    assertThat(world().as("officer").post(path(nowhere) + "/cancellation", Map.of()).code())
        .isEqualTo("not-your-role");
    assertThat(world().state(id)).isEqualTo("REQUESTED");
    assertThat(refusals(id)).isGreaterThanOrEqualTo(6);
  }

  @Test
  void aDecisionNeedsSomebodyWhoJustShowedThatItIsThem() {
    UUID id = world().request(world().form(3, world().camera));
    TestClient approver = world().as("approver");
    TestClient chief = world().as("chief");
    SERVER.forgetConfirmations();
    Map<String, Object> approve = Map.of("outcome", "APPROVE");

    assertThat(chief.post(path(id) + "/decision", approve).code()).isEqualTo("not-your-area");
    Answer asked = approver.post(path(id) + "/decision", approve);
    assertThat(asked.status()).isEqualTo(403);
    assertThat(asked.code()).isEqualTo("confirm-yourself");
    assertThat(world().state(id)).isEqualTo("REQUESTED");
    Answer confirmed =
        approver.post(
            "/api/session/confirm", Map.of("method", "PASSWORD", "value", TestServer.PASSWORD));
    assertThat(confirmed.status()).as(confirmed.text()).isEqualTo(204);
    assertThat(approver.post(path(id) + "/decision", approve).status()).isEqualTo(200);
  }

  @Test
  void listsToEachWhatTheyMaySee() {
    UUID id = world().request(world().form(4, world().camera));
    assertThat(listed("investigator", "?mine=true&state=REQUESTED")).contains(id.toString());
    assertThat(listed("approver", "?state=REQUESTED")).contains(id.toString());
    assertThat(listed("auditor", "?limit=200")).contains(id.toString());
    assertThat(listed("colleague", "")).isEmpty();
    assertThat(listed("chief", "")).isEmpty();
    assertThat(listed("approver", "?mine=true")).isEmpty();
    String code = world().as("approver").get(path(id)).json().path("code").asString();
    String part = code.substring(3).toLowerCase(Locale.ROOT);
    assertThat(listed("approver", "?code=" + part)).contains(id.toString());
    assertThat(listed("approver", "?code=" + part + "%25")).isEmpty();
    JsonNode first = world().as("approver").get("/api/requests?limit=1").json();
    assertThat(first.path("items").size()).isEqualTo(1);
    assertThat(first.path("next").isNull()).isFalse();
  }

  @Test
  void approvesLessAndNothingMore() {
    UUID id = world().request(world().form(5, world().camera, world().gappy));
    TestClient approver = world().as("approver");
    String from = world().start.plusSeconds(7).toString();
    Answer more =
        approver.post(
            path(id) + "/decision",
            Map.of(
                "outcome",
                "APPROVE_LESS",
                "reason",
                "bớt",
                "from",
                world().start.toString(),
                "cameraIds",
                List.of(world().foreign.id())));
    assertThat(errors(more))
        .containsExactlyInAnyOrder("from more-than-asked", "cameraIds[0] more-than-asked");
    Answer same =
        approver.post(
            path(id) + "/decision", Map.of("outcome", "APPROVE_LESS", "reason", "như cũ"));
    assertThat(errors(same)).containsExactly("outcome not-less");
    Answer less =
        approver.post(
            path(id) + "/decision",
            Map.of(
                "outcome",
                "APPROVE_LESS",
                "reason",
                "một camera là đủ",
                "from",
                from,
                "cameraIds",
                List.of(world().gappy.id())));
    assertThat(less.status()).as(less.text()).isEqualTo(200);
    JsonNode json = world().get(id);
    assertThat(json.path("granted").path("from").asString()).isEqualTo(from);
    assertThat(json.path("granted").path("cameraIds").toString())
        .isEqualTo("[\"" + world().gappy.id() + "\"]");
    assertThat(json.path("decision").path("reasonCode").asString()).isEqualTo("LESS_TIME_SUFFICES");
    assertThat(json.path("decidedBy").path("displayName").asString()).isEqualTo("Người approver");
  }

  @Test
  void refusesWithCodeAndWordsAndLetsTheFootageGo() {
    UUID id = world().request(world().form(6, world().camera));
    TestClient approver = world().as("approver");
    Answer bare = approver.post(path(id) + "/decision", Map.of("outcome", "REFUSE"));
    assertThat(errors(bare)).containsExactlyInAnyOrder("reasonCode required", "reason required");
    Answer refused =
        approver.post(
            path(id) + "/decision",
            Map.of("outcome", "REFUSE", "reasonCode", "TOO_WIDE", "reason", "quá rộng"));
    assertThat(refused.json().path("state").asString()).isEqualTo("REFUSED");
    assertThat(refused.json().path("whyNot").asString()).isEqualTo("already-decided");
    assertThat(SERVER.bean(FakeFootage.class).holds(refused.json().path("code").asString()))
        .isZero();
    assertThat(approver.post(path(id) + "/decision", Map.of("outcome", "APPROVE")).status())
        .isEqualTo(409);
    assertThat(world().as("investigator").post(path(id) + "/cancellation", Map.of()).code())
        .isEqualTo("already-decided");
  }

  @Test
  void takesOneOfManyDecisionsThatComeAtOnce() throws Exception {
    List<TestClient> approvers = List.of(world().as("approver"), world().as("second"));
    for (int round = 0; round < 8; round++) {
      UUID id = world().request(world().form(7, world().camera));
      var gate = new CountDownLatch(1);
      List<Future<Answer>> answers = new ArrayList<>();
      try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
        for (TestClient approver : approvers) {
          answers.add(
              threads.submit(() -> {
                gate.await();
                return approver.post(path(id) + "/decision", Map.of("outcome", "APPROVE"));
              }));
        }
        gate.countDown();
      }
      List<Integer> statuses = new ArrayList<>();
      for (Future<Answer> answer : answers) {
        statuses.add(answer.get().status());
        if (answer.get().status() == 409) {
          assertThat(answer.get().code()).isEqualTo("already-decided");
        }
      }
      assertThat(statuses).containsExactlyInAnyOrder(200, 409);
    }
  }

  @Test
  void cancelsBeforeADecisionOnly() {
    UUID id = world().request(world().form(8, world().camera));
    TestClient investigator = world().as("investigator");
    assertThat(
            investigator.post(path(id) + "/cancellation", Map.of()).json().path("state").asString())
        .isEqualTo("CANCELLED");
    assertThat(
            world()
                .as("approver")
                .post(path(id) + "/decision", Map.of("outcome", "APPROVE"))
                .code())
        .isEqualTo("already-decided");
    assertThat(investigator.post(path(id) + "/outcome", Map.of("useful", true)).code())
        .isEqualTo("wrong-state");
  }

  @Test
  void lapsesUndecidedOnceTheTimeIsOver() {
    UUID id = world().request(world().form(9, world().camera));
    SERVER
        .database()
        .client()
        .sql("update evidence.request set expires_at = now() - interval '1 s' where id = ?")
        .param(id)
        .update();
    assertThat(
            world()
                .as("approver")
                .post(path(id) + "/decision", Map.of("outcome", "APPROVE"))
                .code())
        .isEqualTo("already-decided");
    SERVER.bean(Requests.class).expireOverdue();
    JsonNode json = world().get(id);
    assertThat(json.path("state").asString()).isEqualTo("EXPIRED");
    assertThat(SERVER.bean(FakeFootage.class).holds(json.path("code").asString())).isZero();
  }

  @Test
  void takesNoRequestForAClosedCase() {
    String caseId = world().openCase("investigator", world().commune);
    world()
        .as("investigator")
        .post("/api/cases/" + caseId + "/outcome", Map.of("clarified", false));
    Map<String, Object> form = world().form(0, world().camera);
    form.put("caseId", caseId);
    assertThat(errors(world().as("investigator").post("/api/requests", form)))
        .containsExactly("caseId case-closed");
  }

  @Test
  void putsNoWordsOfPeopleIntoTheLog() {
    world().request(world().form(0, world().camera));
    long leaked =
        SERVER
            .database()
            .client()
            .sql(
                """
                select count(*) from audit.event
                where position('Chỉ camera' in convert_from(record, 'UTF8')) > 0
                  or position('Người ' in convert_from(record, 'UTF8')) > 0
                  or position('YC-CQĐT' in convert_from(record, 'UTF8')) > 0
                """)
            .query(Long.class)
            .single();
    assertThat(leaked).isZero();
  }

  private static List<String> listed(String username, String query) {
    return world()
        .as(username)
        .get("/api/requests" + query)
        .json()
        .path("items")
        .findValuesAsString("id");
  }

  private static long refusals(UUID request) {
    return SERVER
        .database()
        .client()
        .sql("select count(*) from audit.event where refused and object_id = ?")
        .param(request.toString())
        .query(Long.class)
        .single();
  }

  private static long count(String table) {
    return SERVER
        .database()
        .client()
        .sql("select count(*) from " + table)
        .query(Long.class)
        .single();
  }
}
