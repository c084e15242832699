package anbinh.situation;

import static anbinh.situation.ResidentFixture.REPORTS;
import static anbinh.situation.ResidentFixture.anonymous;
import static anbinh.situation.ResidentFixture.answer;
import static anbinh.situation.ResidentFixture.code;
import static anbinh.situation.ResidentFixture.follow;
import static anbinh.situation.ResidentFixture.message;
import static anbinh.situation.ResidentFixture.photo;
import static anbinh.situation.ResidentFixture.putPhoto;
import static anbinh.situation.ResidentFixture.report;
import static anbinh.situation.ResidentFixture.sent;
import static anbinh.situation.ResidentFixture.withdrawPhoto;
import static anbinh.situation.SituationFixture.made;
import static anbinh.situation.SituationFixture.reason;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import anbinh.identity.Role;
import anbinh.situation.deadlines.SituationEscalation;
import anbinh.situation.retention.SituationRetention;
import anbinh.testing.TestClient;
import anbinh.testing.TestClient.Answer;
import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.time.Instant;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;

/// Residents' reports over HTTP, by the page and by Open311: what they reach, what their codes
/// show, and what nothing keeps.
class ResidentsIT extends Open311Tests {
  @Test
  void anAnonymousReportReachesTheDeskAndIsAskedAndAnsweredByItsCode() {
    String code = sent(resident, anonymous(commune.id(), "THEFT"));
    assertThat(code).matches("(\\w{4}-){4}\\w{5}");
    String id = last();
    assertThat(situation(id).path("channel").asString()).isEqualTo("ANONYMOUS");
    JsonNode waiting = follow(resident, code);
    assertThat(waiting.path("state").asString()).isEqualTo("WAITING");
    assertThat(waiting.path("messages")).isEmpty();

    Answer early = officer.post(DESK + "/" + id + "/questions", question(UUID.randomUUID(), WORDS));
    assertThat(early.status()).as("not before it is received").isEqualTo(403);
    JsonNode details = act(officer, id, "acknowledgement", Map.of());
    assertThat(details.path("actions").toString()).contains("\"ASK\"");
    UUID asked = UUID.randomUUID();
    act(officer, id, "questions", question(asked, "Xe màu gì, có biển số không?"));
    act(officer, id, "questions", question(asked, "Xe màu gì, có biển số không?"));
    JsonNode followed = follow(nobody(), code.toLowerCase(Locale.ROOT).replace("-", " "));
    assertThat(followed.path("state").asString()).isEqualTo("IN_HAND");
    assertThat(followed.path("asked").asBoolean()).isTrue();
    assertThat(followed.path("messages")).hasSize(1);
    assertThat(followed.toString()).contains("Xe màu gì").doesNotContain("Người officer", id);

    String question = followed.path("messages").get(0).path("at").asString();
    UUID answered = UUID.randomUUID();
    for (int i = 0; i < 2; i++) {
      JsonNode after =
          made(
              resident.post(
                  REPORTS + "/messages", answer(code, answered, "Xe xanh, không biển.", question)),
              200);
      assertThat(after.path("asked").asBoolean()).isFalse();
      assertThat(after.path("messages")).hasSize(2);
      assertThat(after.toString()).as("a code that was found tells nothing").doesNotContain("xanh");
    }
    made(
        resident.post(REPORTS + "/messages", message(code, UUID.randomUUID(), "Lại thấy ở chợ.")),
        200);
    String content = made(officer.get(DESK + "/" + id + "/content"), 200).path("notes").toString();
    assertThat(content)
        .contains("\"QUESTION\"", "\"ANSWER\"", "Xe xanh", "\"ADDITION\"", "Lại thấy");
    assertThat(situation(id).path("attention").asBoolean()).isTrue();
    assertThat(made(officer.get(DESK + "/" + id), 200).path("steps").toString())
        .contains("ASKED", "ANSWERED");
    JsonNode reporter = made(officer.get(DESK + "/" + id + "/reporter"), 200);
    assertThat(reporter.path("name").isNull() && reporter.path("phone").isNull()).isTrue();
  }

  @Test
  void wordsAnswerTheQuestionThatWasReadAndNoOther() {
    String code = sent(resident, anonymous(commune.id(), "NOISE"));
    String id = last();
    act(officer, id, "acknowledgement", Map.of());
    act(officer, id, "questions", question(UUID.randomUUID(), "Tiếng ồn từ nhà nào?"));
    String first = asked(code, 0);
    act(officer, id, "questions", question(UUID.randomUUID(), "Đến mấy giờ thì hết?"));
    JsonNode typedBefore = said(message(code, UUID.randomUUID(), "Nhà có cổng xanh."));
    assertThat(typedBefore.path("asked").asBoolean()).isTrue();
    JsonNode one = said(answer(code, UUID.randomUUID(), "Nhà cuối ngõ.", first));
    assertThat(one.path("asked").asBoolean()).as("the other question waits").isTrue();
    JsonNode both = said(answer(code, UUID.randomUUID(), "Hai giờ sáng.", asked(code, 1)));
    assertThat(both.path("asked").asBoolean()).isFalse();
    assertThat(notes(officer, id).findValuesAsString("what"))
        .containsExactly("QUESTION", "QUESTION", "ADDITION", "ANSWER", "ANSWER");
  }

  @Test
  void anAnswerMayCallTheOfficerByNameAndAnAccusationIsAnAddition() {
    String code = sent(resident, anonymous(commune.id(), "DOMESTIC_VIOLENCE"));
    String id = last();
    act(officer, id, "acknowledgement", Map.of());
    act(officer, id, "questions", question(UUID.randomUUID(), "Chị đang ở đâu, có an toàn không?"));
    String words = "Cảm ơn anh Người officer, tôi ở nhà mẹ.";
    said(answer(code, UUID.randomUUID(), words, asked(code, 0)));
    assertThat(notes(officer, id).toString()).contains(words);
    assertThat(officer.get(DESK + "/" + id + "/reporter").status()).isEqualTo(200);
    said(message(code, UUID.randomUUID(), "Anh Người officer là em chồng tôi."));
    assertThat(officer.get(DESK + "/" + id).code()).isEqualTo("not-your-situation");
    act(second, id, "acknowledgement", Map.of());
  }

  /// When the officer asked.
  private static String asked(String code, int number) {
    return follow(resident, code)
        .path("messages")
        .valueStream()
        .filter(each -> each.path("by").asString().equals("OFFICER"))
        .toList()
        .get(number)
        .path("at")
        .asString();
  }

  private static JsonNode said(Map<String, Object> message) {
    return made(resident.post(REPORTS + "/messages", message), 200);
  }

  private static JsonNode notes(TestClient by, String id) {
    return made(by.get(DESK + "/" + id + "/content"), 200).path("notes");
  }

  @Test
  void sentTwiceIsOneReportWithOneCodeWhichIsNotToldLater() {
    Map<String, Object> form = anonymous(commune.id(), "NOISE");
    int before = count("situation");
    String code = sent(resident, form);
    assertThat(sent(nobody(), form)).isEqualTo(code);
    assertThat(count("situation")).isEqualTo(before + 1);
    SERVER
        .database()
        .client()
        .sql("update situation.follow set made_at = made_at - interval '61 minutes'")
        .update();
    assertThat(resident.post(REPORTS, form).code()).isEqualTo("report-came-in");
    assertThat(follow(resident, code).path("state").asString()).isEqualTo("WAITING");
  }

  @Test
  void changedBeforeItIsSentAgainItIsNotDroppedInSilence() {
    Map<String, Object> form = report(commune.id(), "NOISE");
    String code = sent(resident, form);
    String id = last();
    int before = count("situation");
    Map<String, Object> changed = new HashMap<>(form);
    changed.put("reporter", null);
    assertThat(resident.post(REPORTS, changed).code()).isEqualTo("report-came-in-otherwise");
    changed = new HashMap<>(form);
    changed.put("media", List.of(photo(UUID.randomUUID(), TestPictures.jpeg())));
    assertThat(resident.post(REPORTS, changed).code()).isEqualTo("report-came-in-otherwise");
    assertThat(count("situation")).isEqualTo(before);
    assertThat(situation(id).path("channel").asString()).isEqualTo("RESIDENT");
    assertThat(sent(resident, form)).isEqualTo(code);
  }

  @Test
  void theCodeOfAMergedReportTellsNothingOfTheOtherReporter() {
    String first = sent(resident, anonymous(commune.id(), "NOISE"));
    String main = last();
    act(officer, main, "acknowledgement", Map.of());
    SERVER
        .database()
        .client()
        .sql(
            "update situation.situation set acknowledged_at = acknowledged_at - interval '5 hours'"
                + " where id = cast(? as uuid)")
        .param(main)
        .update();
    String decoy = merged(main);
    String third = merged(main);
    String own = last();
    JsonNode shown = follow(nobody(), decoy);
    assertThat(Instant.parse(shown.path("acknowledgedAt").asString()))
        .isAfterOrEqualTo(Instant.parse(shown.path("receivedAt").asString()));

    made(resident.post(REPORTS + "/retraction", retraction(third, "Đã tự hòa giải.")), 200);
    assertThat(made(officer.get(DESK + "/" + own), 200).path("actions").toString())
        .contains("DECIDE_RETRACTION");
    Map<String, Object> yes = Map.of("accepted", true, "reason", WORDS);
    act(officer, own, "retraction-decision", yes);
    assertThat(follow(resident, third).path("state").asString()).isEqualTo("WITHDRAWN");
    assertThat(follow(resident, decoy).path("state").asString()).isEqualTo("IN_HAND");

    made(resident.post(REPORTS + "/retraction", retraction(first, "Đã tự hòa giải.")), 200);
    act(officer, main, "retraction-decision", yes);
    assertThat(follow(resident, first).path("state").asString()).isEqualTo("WITHDRAWN");
    assertThat(follow(resident, decoy).path("state").asString()).isEqualTo("ENDED");
  }

  /// One that goes on with another one.
  private static String merged(String into) {
    String code = sent(resident, anonymous(commune.id(), "NOISE"));
    String id = last();
    act(officer, id, "acknowledgement", Map.of());
    act(officer, id, "merge", Map.of("intoId", into, "reason", WORDS));
    return code;
  }

  private static Map<String, Object> retraction(String code, String reason) {
    Map<String, Object> requested = code(code);
    requested.put("reason", reason);
    return requested;
  }

  @Test
  void whoIsNamedInAWishToTakeItBackGivesItUpAndSomebodyElseReceivesIt() {
    String code = sent(resident, anonymous(commune.id(), "DOMESTIC_VIOLENCE"));
    String id = last();
    act(officer, id, "acknowledgement", Map.of());
    made(
        resident.post(
            REPORTS + "/retraction", retraction(code, "Theo lời cán bộ Người officer, xin rút.")),
        200);
    assertThat(officer.get(DESK + "/" + id).code()).isEqualTo("not-your-situation");
    JsonNode taken = act(second, id, "acknowledgement", Map.of());
    assertThat(taken.path("actions").toString()).contains("DECIDE_RETRACTION");
  }

  @Test
  void whoIsNamedLearnsOfItByNoListAndNoFigure() {
    long before = drugs(officer);
    Map<String, Object> form = anonymous(commune.id(), "DRUGS");
    form.put("placeWords", "Trước nhà ông Người officer");
    sent(resident, form);
    assertThat(drugs(officer)).isEqualTo(before);
    assertThat(drugs(second)).isPositive();
    form = anonymous(commune.id(), "DRUGS");
    form.put("told", "Thấy ông Người Mới ở đó.");
    sent(resident, form);
    String id = last();
    SERVER.namedPerson("newcomer", "Người Mới", commune.id(), Role.COMMUNITY_OFFICER);
    TestClient newcomer = SERVER.signedIn("newcomer");
    assertThat(second.get(DESK + "?limit=200").text()).contains(id);
    assertThat(newcomer.get(DESK + "?limit=200").text()).doesNotContain(id);
    assertThat(made(SERVER.signedIn("hamlet").get(DESK + "?limit=200"), 200).path("items"))
        .as("an officer of a village has no commune's desk")
        .isEmpty();
  }

  private static long drugs(TestClient by) {
    return made(by.get(DESK + "/figures"), 200)
        .path("kinds")
        .valueStream()
        .filter(each -> each.path("kind").asString().equals("DRUGS"))
        .mapToLong(each -> each.path("counts").path("received").path("value").asLong())
        .sum();
  }

  @Test
  void whatIsUrgentAndWasReceivedByNobodyIsReceivedAbove() {
    sent(resident, anonymous(commune.id(), "DOMESTIC_VIOLENCE"));
    String id = last();
    TestClient above = SERVER.signedIn("above");
    assertThat(above.get(DESK + "?limit=200").text()).doesNotContain(id);
    SERVER
        .database()
        .client()
        .sql(
            "update situation.situation set due_at = due_at - interval '2 hours'"
                + " where id = cast(? as uuid)")
        .param(id)
        .update();
    SERVER.bean(SituationEscalation.class).escalate();
    assertThat(above.get(DESK + "?limit=200").text()).contains(id);
    act(above, id, "acknowledgement", Map.of());
  }

  /// Or anybody could report as somebody else, who would be flagged as a repeated accuser.

  @Test
  void nobodyIsFoundAgainByATelephoneThatIsOnlyStated() {
    sent(resident, report(commune.id(), "THEFT"));
    sent(resident, report(commune.id(), "THEFT"));
    assertThat(
            SERVER
                .database()
                .client()
                .sql("select count(*) - count(distinct hash) from situation.reporter")
                .query(Integer.class)
                .single())
        .isZero();
  }

  @Test
  void aCodeThatWasErasedAndOneThatNeverWasAreAnsweredAlikeAndAMistypedOneIsNamed() {
    String code = sent(resident, anonymous(commune.id(), "NOISE"));
    String id = last();
    act(officer, id, "acknowledgement", Map.of());
    act(officer, id, "resolution", Map.of("founded", true, "words", WORDS));
    act(officer, id, "closure", reason(WORDS));
    JsonNode ended = follow(resident, code);
    assertThat(ended.path("state").asString()).isEqualTo("ENDED");
    assertThat(ended.toString()).as("words at the end are not for a code").doesNotContain(WORDS);
    SERVER
        .database()
        .client()
        .sql(
            "update situation.situation set closed_at = closed_at - interval '800 days'"
                + " where id = cast(? as uuid)")
        .param(id)
        .update();
    SERVER.bean(SituationRetention.class).some();
    Answer erased = resident.post(REPORTS + "/follow-up", code(code));
    Answer never = resident.post(REPORTS + "/follow-up", code("0000-0000-0000-0000-00000"));
    assertThat(erased.status()).isEqualTo(404);
    assertThat(erased.text().replaceAll("\"traceId\":\"[^\"]*\"", ""))
        .isEqualTo(never.text().replaceAll("\"traceId\":\"[^\"]*\"", ""));
    Answer mistyped = resident.post(REPORTS + "/follow-up", code("0000-0000-0000-0000-00001"));
    assertThat(mistyped.text()).contains("\"field\":\"code\"", "follow-code");
  }

  @Test
  void onlyAKeyedHashOfACodeIsKeptAndNeitherIdentifierNorCodeOfTheReportIsGivenOut() {
    Map<String, Object> form = anonymous(commune.id(), "NOISE");
    JsonNode receipt = made(resident.post(REPORTS, form), 201);
    String code = receipt.path("code").asString();
    String id = last();
    assertThat(receipt.toString()).doesNotContain(id, situation(id).path("code").asString());
    String digits = code.replace("-", "");
    String ticket = String.valueOf(form.get("ticket"));
    assertThat(everything())
        .contains(id)
        .doesNotContain(code, digits, ticket, HexFormat.of().formatHex(digits.getBytes(UTF_8)));
  }

  @Test
  void whoeverIsAfraidHasItGuardedWhateverItsKind() {
    Map<String, Object> form = anonymous(commune.id(), "THEFT");
    form.put("guarded", true);
    String own = sent(resident, form);
    String id = last();
    assertThat(situation(id).path("guarded").asBoolean()).isTrue();
    assertThat(situation(id).path("urgent").asBoolean()).isTrue();
    assertThat(officer.get(DESK + "/" + id + "/content").code()).isEqualTo("not-your-situation");
    act(officer, id, "acknowledgement", Map.of());
    assertThat(second.get(DESK + "/" + id + "/content").code()).isEqualTo("not-your-situation");
    assertThat(
            second.post(DESK + "/" + id + "/questions", question(UUID.randomUUID(), WORDS)).code())
        .isEqualTo("not-your-situation");
    String byKind = sent(resident, anonymous(commune.id(), "DOMESTIC_VIOLENCE"));
    String violence = last();
    assertThat(situation(violence).path("guarded").asBoolean()).isTrue();
    String open = sent(resident, anonymous(commune.id(), "NOISE"));
    act(officer, violence, "acknowledgement", Map.of());
    act(officer, last(), "acknowledgement", Map.of());
    assertThat(shape(own)).as("all look alike").isEqualTo(shape(byKind)).isEqualTo(shape(open));
  }

  private static String shape(String code) {
    return follow(resident, code).toString().replaceAll("\\d{4}-[^\"]*Z", "time");
  }

  @Test
  void whoSaysWhoTheyAreOpensToTheFirstOfficerOnly() {
    sent(resident, report(commune.id(), "THEFT"));
    String id = last();
    assertThat(situation(id).path("channel").asString()).isEqualTo("RESIDENT");
    assertThat(officer.get(DESK + "/" + id + "/reporter").code()).isEqualTo("reporter-closed");
    act(officer, id, "acknowledgement", Map.of());
    assertThat(made(officer.get(DESK + "/" + id + "/reporter"), 200).toString())
        .contains("Vi Thị Gọi", "0912 000 333", "Gọi buổi trưa");
    assertThat(second.get(DESK + "/" + id + "/reporter").code()).isEqualTo("reporter-closed");
    Map<String, Object> nobody = report(commune.id(), "THEFT");
    nobody.put("reporter", Map.of("name", " "));
    assertThat(resident.post(REPORTS, nobody).text()).contains("\"field\":\"reporter.name\"");
  }

  /// In no table, and in no line that the server writes.

  @Test
  void nothingOfWhereAReportComesFromIsKept() {
    var lines = new ListAppender<ILoggingEvent>();
    var root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    var house = (Logger) LoggerFactory.getLogger("anbinh");
    Level before = house.getLevel();
    house.setLevel(Level.DEBUG);
    lines.start();
    root.addAppender(lines);
    try {
      TestClient watched = nobody().header("User-Agent", "DienThoaiCuaToi/77311");
      String code = sent(watched, anonymous(commune.id(), "THEFT"));
      follow(watched, code);
      watched.post(REPORTS + "/messages", message(code, UUID.randomUUID(), "Thêm một điều."));
      Map<String, Object> wrong = anonymous(commune.id(), "KHONG_CO");
      assertThat(watched.post(REPORTS, wrong).status()).isEqualTo(400);
      assertThat(watched.post(REPORTS + "/follow-up", code("0000-0000-0000-0000-00000")).status())
          .isEqualTo(404);
      String log = lines.list.stream().map(ILoggingEvent::getFormattedMessage).toList().toString();
      assertThat(log)
          .contains("/api/resident-reports")
          .doesNotContain("77311", "127.0.0.1", code, "Khóa cổng");
      assertThat(everything()).doesNotContain("77311", "Khóa cổng");
      // Officers sign in from somewhere, which the log says of them.
      assertThat(
              SERVER
                  .database()
                  .client()
                  .sql(
                      """
                      select string_agg(concat_ws(' ', type, detail, encode(record, 'escape')), ' ')
                      from audit.event where type like 'situation.%'
                      """)
                  .query(String.class)
                  .single())
          .contains("situation.submitted")
          .doesNotContain("77311", "127.0.0.1", "Khóa cổng");
      assertThat(
              SERVER
                  .database()
                  .client()
                  .sql(
                      """
                      select count(*) from audit.event
                      where type in ('situation.submitted', 'situation.added',
                        'situation.answered') and actor_id is not null
                      """)
                  .query(Integer.class)
                  .single())
          .isZero();
    } finally {
      root.detachAppender(lines);
      house.setLevel(before);
    }
  }

  /// All rows of the tables of reports and of the log, as text.

  @Test
  void photosAreCleanedAndComeByTheCodeOfTheirReportOnly() {
    byte[] bytes = TestPictures.jpeg();
    UUID id = UUID.randomUUID();
    Map<String, Object> form = anonymous(commune.id(), "THEFT");
    form.put("media", List.of(photo(id, bytes)));
    String code = sent(resident, form);
    String report = last();
    String other = sent(resident, anonymous(commune.id(), "NOISE"));
    assertThat(follow(resident, code).path("waiting")).hasSize(1);
    assertThat(putPhoto(resident, id, other, bytes).code()).isEqualTo("no-such-situation-media");
    assertThat(putPhoto(resident, id, "", bytes).text()).contains("\"field\":\"code\"");
    JsonNode kept = made(putPhoto(resident, id, code, bytes), 200);
    assertThat(kept.path("removedBytes").asInt()).isPositive();
    assertThat(made(putPhoto(resident, id, code, bytes), 200).path("already").asBoolean()).isTrue();
    assertThat(follow(resident, code).path("waiting")).isEmpty();
    assertThat(officer.get("/api/situation-media/" + id).text()).doesNotContain(TestPictures.PLACE);
    assertThat(situation(report).path("mediaArrived").asInt()).isEqualTo(1);
    UUID left = UUID.randomUUID();
    form.put("ticket", UUID.randomUUID());
    form.put("media", List.of(photo(left, bytes)));
    String without = sent(resident, form);
    assertThat(withdrawPhoto(resident, left, code).code()).isEqualTo("no-such-situation-media");
    made(withdrawPhoto(resident, left, without), 204);
    assertThat(follow(resident, without).path("waiting")).isEmpty();
    assertThat(withdrawPhoto(resident, id, code).code()).isEqualTo("situation-media-arrived");
    form.put("ticket", UUID.randomUUID());
    form.put("media", List.of(new HashMap<>(Map.of())));
    assertThat(resident.post(REPORTS, form).text()).contains("media[0].id");
  }

  @Test
  void takingAReportBackIsAskedByTheCodeAndDecidedByTheOfficer() {
    String code = sent(resident, anonymous(commune.id(), "NOISE"));
    String id = last();
    act(officer, id, "acknowledgement", Map.of());
    Map<String, Object> requested = code(code);
    requested.put("reason", "Đã tự hòa giải.");
    made(resident.post(REPORTS + "/retraction", requested), 200);
    assertThat(made(resident.post(REPORTS + "/retraction", requested), 200).path("retractionAsked"))
        .hasToString("true");
    assertThat(situation(id).path("retractionAsked").asBoolean()).isTrue();
    act(officer, id, "retraction-decision", Map.of("accepted", true, "reason", WORDS));
    assertThat(follow(resident, code).path("state").asString()).isEqualTo("WITHDRAWN");
  }

  @Test
  void thePageIsKeptByNoBrowserAndKnowsCommunesByAllTheirNames() {
    TestClient fresh = SERVER.client();
    fresh.get(REPORTS + "/form");
    assertThat(fresh.cookie("XSRF-TOKEN")).as("the page asks for nothing else").isPresent();
    Answer page = resident.get("/report");
    assertThat(page.status()).isEqualTo(200);
    assertThat(page.header("Cache-Control")).contains("no-store");
    assertThat(page.header("Referrer-Policy")).contains("no-referrer");
    assertThat(page.text()).contains("tel:113", "noscript");
    assertThat(resident.get("/report/follow").text()).isEqualTo(page.text());
    JsonNode form = made(resident.get(REPORTS + "/form"), 200);
    assertThat(form.path("communes").toString())
        .contains("Xã Đồng Tiến", "Phường Đông Tiến", "\"former\":[\"Xã Đồng Lợi\"]");
    assertThat(form.path("kinds").toString()).contains("DOMESTIC_VIOLENCE");
  }

  @Test
  void reportsOfTeamsHaveNoCodeAndCannotBeAskedThisWay() {
    Map<String, Object> taken =
        new HashMap<>(
            Map.of(
                "id",
                UUID.randomUUID(),
                "report",
                SituationFixture.form(commune.id(), null, "THEFT")));
    String id = made(officer.post(DESK, taken), 200).path("id").asString();
    assertThat(made(officer.get(DESK + "/" + id), 200).path("actions").toString())
        .contains("NOTE")
        .doesNotContain("\"ASK\"");
    assertThat(
            officer.post(DESK + "/" + id + "/questions", question(UUID.randomUUID(), WORDS)).code())
        .isEqualTo("situation-elsewhere");
  }
}
