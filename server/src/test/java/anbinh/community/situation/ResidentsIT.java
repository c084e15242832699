package anbinh.community.situation;

import static anbinh.community.situation.ResidentWorld.OPEN311;
import static anbinh.community.situation.ResidentWorld.REPORTS;
import static anbinh.community.situation.ResidentWorld.anonymous;
import static anbinh.community.situation.ResidentWorld.code;
import static anbinh.community.situation.ResidentWorld.follow;
import static anbinh.community.situation.ResidentWorld.message;
import static anbinh.community.situation.ResidentWorld.photo;
import static anbinh.community.situation.ResidentWorld.post311;
import static anbinh.community.situation.ResidentWorld.putPhoto;
import static anbinh.community.situation.ResidentWorld.report;
import static anbinh.community.situation.ResidentWorld.request;
import static anbinh.community.situation.ResidentWorld.sent;
import static anbinh.community.situation.SituationWorld.made;
import static anbinh.community.situation.SituationWorld.reason;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import anbinh.areas.Area;
import anbinh.areas.AreaKind;
import anbinh.areas.Areas;
import anbinh.areas.NewArea;
import anbinh.community.situation.course.SituationEscalation;
import anbinh.community.situation.course.SituationRetention;
import anbinh.identity.Role;
import anbinh.testing.TestClient;
import anbinh.testing.TestClient.Answer;
import anbinh.testing.TestServer;
import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.core.read.ListAppender;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;

/// Residents' reports over HTTP, by the page and by Open311: what they reach, what their codes
/// show, and what nothing keeps.
class ResidentsIT {
  @RegisterExtension
  static final TestServer SERVER =
      new TestServer("anbinh.community.resident.reports-per-address=1000");

  private static final String DESK = "/api/situations";
  private static final String WORDS = "Đã xác minh tại chỗ cùng tổ.";
  private static Area commune = new Area(new UUID(0, 0), "", "", AreaKind.COMMUNE, null);
  private static TestClient officer = SERVER.client();
  private static TestClient second = SERVER.client();
  private static TestClient administrator = SERVER.client();
  private static TestClient resident = SERVER.client();

  @BeforeAll
  static void people() {
    Areas areas = SERVER.bean(Areas.class);
    Area province = areas.create(new NewArea("38", "Thanh Hóa", AreaKind.PROVINCE, null), null);
    commune =
        areas.create(new NewArea("C-1", "Xã Đồng Tiến", AreaKind.COMMUNE, province.id()), null);
    areas.create(new NewArea("C-2", "Phường Đông Tiến", AreaKind.WARD, province.id()), null);
    SERVER.person("officer", commune.id(), Role.COMMUNITY_OFFICER);
    SERVER.person("second", commune.id(), Role.COMMUNITY_OFFICER);
    Area village =
        areas.create(
            new NewArea("C-1-001", "Thôn Đồng", AreaKind.RESIDENTIAL_AREA, commune.id()), null);
    SERVER.person("above", province.id(), Role.COMMUNITY_OFFICER);
    SERVER.person("hamlet", village.id(), Role.COMMUNITY_OFFICER);
    SERVER.person("administrator", null, Role.ADMINISTRATOR);
    SERVER.person("local", commune.id(), Role.ADMINISTRATOR);
    officer = SERVER.signedIn("officer");
    second = SERVER.signedIn("second");
    administrator = SERVER.signedIn("administrator");
    resident = nobody();
  }

  private static TestClient nobody() {
    TestClient client = SERVER.client();
    client.get("/api/session");
    return client;
  }

  /// The one that came in last.
  private static String last() {
    return SERVER
        .database()
        .client()
        .sql("select id from community.situation order by received_at desc limit 1")
        .query(UUID.class)
        .single()
        .toString();
  }

  private static JsonNode act(TestClient by, String id, String act, Object body) {
    Answer answer = by.post(DESK + "/" + id + "/" + act, body);
    return made(answer, answer.status() == 201 ? 201 : 200);
  }

  private static JsonNode situation(String id) {
    return made(officer.get(DESK + "/" + id), 200).path("situation");
  }

  private static Map<String, Object> question(UUID id, String words) {
    return new HashMap<>(Map.of("id", id, "words", words));
  }

  private static int count(String table) {
    return SERVER
        .database()
        .client()
        .sql("select count(*) from community." + table)
        .query(Integer.class)
        .single();
  }

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
    assertThat(details.path("acts").toString()).contains("\"ASK\"");
    UUID asked = UUID.randomUUID();
    act(officer, id, "questions", question(asked, "Xe màu gì, có biển số không?"));
    act(officer, id, "questions", question(asked, "Xe màu gì, có biển số không?"));
    JsonNode followed = follow(nobody(), code.toLowerCase(Locale.ROOT).replace("-", " "));
    assertThat(followed.path("state").asString()).isEqualTo("IN_HAND");
    assertThat(followed.path("asked").asBoolean()).isTrue();
    assertThat(followed.path("messages")).hasSize(1);
    assertThat(followed.toString()).contains("Xe màu gì").doesNotContain("Người officer", id);

    UUID answered = UUID.randomUUID();
    for (int i = 0; i < 2; i++) {
      JsonNode after =
          made(
              resident.post(REPORTS + "/messages", message(code, answered, "Xe xanh, không biển.")),
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
  void sentTwiceIsOneReportWithOneCodeWhichIsNotToldLater() {
    Map<String, Object> form = anonymous(commune.id(), "NOISE");
    int before = count("situation");
    String code = sent(resident, form);
    assertThat(sent(nobody(), form)).isEqualTo(code);
    assertThat(count("situation")).isEqualTo(before + 1);
    SERVER
        .database()
        .client()
        .sql("update community.situation_follow set made_at = made_at - interval '61 minutes'")
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
    changed.put("media", List.of(photo(UUID.randomUUID(), SamplePictures.jpeg())));
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
            "update community.situation set acknowledged_at = acknowledged_at - interval '5 hours'"
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
    assertThat(made(officer.get(DESK + "/" + own), 200).path("acts").toString())
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
    act(officer, id, "merging", Map.of("intoId", into, "reason", WORDS));
    return code;
  }

  private static Map<String, Object> retraction(String code, String reason) {
    Map<String, Object> wanted = code(code);
    wanted.put("reason", reason);
    return wanted;
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
    assertThat(taken.path("acts").toString()).contains("DECIDE_RETRACTION");
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
            "update community.situation set due_at = due_at - interval '2 hours'"
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
                .sql("select count(*) - count(distinct hash) from community.situation_reporter")
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
            "update community.situation set closed_at = closed_at - interval '800 days'"
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
                      select string_agg(concat_ws(' ', type, detail, encode(leaf, 'escape')), ' ')
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
  private static String everything() {
    return SERVER
        .database()
        .client()
        .sql(
            """
            select string_agg(
              query_to_xml('select * from ' || schemaname || '.' || tablename, false, true, '')::text,
              ' ')
            from pg_tables where schemaname in ('community', 'audit')
              and tablename not like 'flyway%'
            """)
        .query(String.class)
        .single();
  }

  @Test
  void photosAreCleanedAndComeByTheCodeOfTheirReportOnly() {
    byte[] bytes = SamplePictures.jpeg();
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
    assertThat(officer.get("/api/situation-media/" + id).text())
        .doesNotContain(SamplePictures.PLACE);
    assertThat(situation(report).path("mediaArrived").asInt()).isEqualTo(1);
    form.put("ticket", UUID.randomUUID());
    form.put("media", List.of(new HashMap<>(Map.of())));
    assertThat(resident.post(REPORTS, form).text()).contains("media[0].id");
  }

  @Test
  void takingAReportBackIsAskedByTheCodeAndDecidedByTheOfficer() {
    String code = sent(resident, anonymous(commune.id(), "NOISE"));
    String id = last();
    act(officer, id, "acknowledgement", Map.of());
    Map<String, Object> wanted = code(code);
    wanted.put("reason", "Đã tự hòa giải.");
    made(resident.post(REPORTS + "/retraction", wanted), 200);
    assertThat(made(resident.post(REPORTS + "/retraction", wanted), 200).path("retractionAsked"))
        .hasToString("true");
    assertThat(situation(id).path("retractionAsked").asBoolean()).isTrue();
    act(officer, id, "retraction-decision", Map.of("accepted", true, "reason", WORDS));
    assertThat(follow(resident, code).path("state").asString()).isEqualTo("WITHDRAWN");
  }

  @Test
  void thePageIsKeptByNoBrowserAndKnowsCommunesByAllTheirNames() {
    SERVER
        .database()
        .client()
        .sql(
            """
            insert into areas.area_name (area_id, name, valid_from, valid_to, folded, accented)
            values (?, 'Xã Đồng Lợi', '2000-01-01', '2025-06-30', 'xa dong loi', 'x')
            """)
        .param(commune.id())
        .update();
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
                SituationWorld.form(commune.id(), null, "THEFT")));
    String id = made(officer.post(DESK, taken), 200).path("id").asString();
    assertThat(made(officer.get(DESK + "/" + id), 200).path("acts").toString())
        .contains("NOTE")
        .doesNotContain("\"ASK\"");
    assertThat(
            officer.post(DESK + "/" + id + "/questions", question(UUID.randomUUID(), WORDS)).code())
        .isEqualTo("situation-elsewhere");
  }

  private static LocalDate today() {
    return LocalDate.now(ZoneId.of("Asia/Ho_Chi_Minh"));
  }

  private static JsonNode key(String name) {
    return made(
        administrator.post(
            "/api/open311-keys", Map.of("name", name, "lastDay", today().plusDays(30).toString())),
        201);
  }

  private static String error(Answer answer, int status) {
    assertThat(answer.status()).as(answer.text()).isEqualTo(status);
    assertThat(answer.json().isArray()).as(answer.text()).isTrue();
    assertThat(answer.json().get(0).path("code").asInt()).isEqualTo(status);
    return answer.json().get(0).path("description").asString();
  }

  @Test
  void servicesAreWhatIsNotGuardedInBothForms() {
    TestClient other = SERVER.client();
    JsonNode discovery = made(other.get(OPEN311 + "/discovery.json"), 200);
    assertThat(discovery.path("endpoints").get(0).path("url").asString()).endsWith("/open311/v2");
    assertThat(discovery.path("contact").asString()).contains("/report", "111");
    Answer xml = other.get(OPEN311 + "/services.xml");
    assertThat(xml.header("Content-Type")).contains("text/xml");
    assertThat(xml.text())
        .contains("<services><service><service_code>THEFT</service_code>")
        .doesNotContain("DOMESTIC", "CHILD");
    assertThat(made(other.get(OPEN311 + "/services/THEFT.json"), 200).path("attributes").toString())
        .contains("\"COMMUNE\"", "C-1", "singlevaluelist");
    assertThat(error(other.get(OPEN311 + "/services/DOMESTIC_VIOLENCE.json"), 404))
        .contains("service_code");
    assertThat(other.get(OPEN311 + "/services/NOPE.xml").text())
        .contains("<errors><error><code>404</code>");
    assertThat(other.get(OPEN311 + "/services.yaml").status()).isEqualTo(404);
  }

  @Test
  void anotherSystemReportsWithItsKeyAndSeesItsOwnRequestsOnly() {
    TestClient other = SERVER.client();
    String key = key("Báo Thanh Hóa").path("secret").asString();
    String stranger = key("Hệ thống khác").path("secret").asString();
    Map<String, String> form = request(key, "C-1");
    JsonNode taken = made(post311(other, "json", form), 201);
    String request = taken.get(0).path("service_request_id").asString();
    String id = last();
    assertThat(situation(id).path("channel").asString()).isEqualTo("OPEN311");
    assertThat(request).isNotEqualTo(id);
    assertThat(made(post311(other, "json", form), 201)).as("sent twice").isEqualTo(taken);

    String query = "?api_key=" + key;
    JsonNode shown =
        made(other.get(OPEN311 + "/requests/" + request + ".json" + query), 200).get(0);
    assertThat(shown.path("status").asString()).isEqualTo("open");
    assertThat(shown.path("address").asString()).isEqualTo("Xã Đồng Tiến");
    assertThat(shown.path("lat").isNull() && shown.path("description").isNull()).isTrue();
    assertThat(shown.path("requested_datetime").asString())
        .matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\+07:00");
    assertThat(shown.toString()).doesNotContain("trước chợ", id);
    act(officer, id, "acknowledgement", Map.of());
    act(
        officer,
        id,
        "classification",
        Map.of("kind", "DOMESTIC_VIOLENCE", "danger", false, "injured", false, "reason", WORDS));
    act(officer, id, "written-report", Map.of("words", WORDS));
    act(officer, id, "resolution", Map.of("founded", true, "words", WORDS));
    act(officer, id, "closure", reason(WORDS));
    String all = other.get(OPEN311 + "/requests.json" + query + "&status=closed").text();
    assertThat(all).contains(request, "\"THEFT\"", "\"closed\"").doesNotContain("DOMESTIC", WORDS);
    JsonNode closed =
        made(other.get(OPEN311 + "/requests/" + request + ".json" + query), 200).get(0);
    assertThat(OffsetDateTime.parse(closed.path("updated_datetime").asString()))
        .isAfterOrEqualTo(OffsetDateTime.parse(closed.path("requested_datetime").asString()));
    String ids = (request + ",").repeat(99) + request;
    assertThat(other.get(OPEN311 + "/requests.json" + query + "&service_request_id=" + ids).text())
        .contains(request);
    error(other.get(OPEN311 + "/requests.json" + query + "&service_request_id=" + ids + ",a"), 400);
    assertThat(other.get(OPEN311 + "/requests.json" + query + "&status=open").text())
        .doesNotContain(request);
    assertThat(other.get(OPEN311 + "/requests.xml" + query).text())
        .contains("<service_requests><request><service_request_id>" + request);
    assertThat(other.get(OPEN311 + "/tokens/" + request + ".json" + query).text())
        .contains("\"token\":\"" + request);
    error(other.get(OPEN311 + "/requests/" + request + ".json?api_key=" + stranger), 404);
    assertThat(other.get(OPEN311 + "/requests.json?api_key=" + stranger).text()).isEqualTo("[]");
  }

  @Test
  void aFormThatNobodyCanReadIsAMistakeAndStandsInNoLog() {
    var lines = new ListAppender<ILoggingEvent>();
    var root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    lines.start();
    root.addAppender(lines);
    try {
      Answer answer =
          SERVER
              .client()
              .postAs(
                  OPEN311 + "/requests.json",
                  "description=Khuyen+mai+50%+o+cho+Phieng&api_key=khoa-that-7731%zz",
                  "application/x-www-form-urlencoded");
      assertThat(error(answer, 400)).contains("%25").doesNotContain("Phieng");
      error(
          SERVER
              .client()
              .postAs(
                  OPEN311 + "/requests.json?api_key=khoa-that-7731",
                  "description=o+cho",
                  "application/x-www-form-urlencoded"),
          400);
    } finally {
      root.detachAppender(lines);
    }
    assertThat(
            lines.list.stream()
                .map(each -> each.getFormattedMessage() + " " + causes(each.getThrowableProxy()))
                .toList()
                .toString())
        .doesNotContain("Phieng", "khoa-that");
  }

  private static String causes(@Nullable IThrowableProxy thrown) {
    return thrown == null ? "" : thrown.getMessage() + " " + causes(thrown.getCause());
  }

  @Test
  void withoutARightKeyNothingIsTakenAndNothingShown() {
    TestClient other = SERVER.client();
    JsonNode made = key("Tạm thời");
    String secret = made.path("secret").asString();
    assertThat(everything()).contains("Tạm thời").doesNotContain(secret);
    assertThat(error(other.get(OPEN311 + "/requests.json"), 403)).contains("api_key");
    Map<String, String> form = request("khong-dung", "C-1");
    error(post311(other, "json", form), 403);
    form.remove("api_key");
    assertThat(post311(other, "xml", form).text())
        .contains("<errors><error><code>403</code><description>");
    form.put("api_key", secret);
    form.put("service_code", "CHILD");
    error(post311(other, "json", form), 404);
    form.put("service_code", "THEFT");
    form.put("attribute[COMMUNE]", "C-99");
    assertThat(error(post311(other, "json", form), 400)).contains("COMMUNE");
    form.put("attribute[COMMUNE]", "C-1");
    form.put("lat", "far");
    assertThat(error(post311(other, "json", form), 400)).contains("lat");
    error(other.get(OPEN311 + "/requests.json?status=half&api_key=" + secret), 400);
    error(
        other.get(OPEN311 + "/requests.json?start_date=2020-01-01T00:00:00Z&api_key=" + secret),
        400);
    String id = made.path("key").path("id").asString();
    made(administrator.post("/api/open311-keys/" + id + "/revocation", Map.of()), 200);
    made(administrator.post("/api/open311-keys/" + id + "/revocation", Map.of()), 200);
    error(other.get(OPEN311 + "/requests.json?api_key=" + secret), 403);
    assertThat(administrator.get("/api/open311-keys?limit=200").text())
        .contains("Tạm thời", "\"ended\":true")
        .doesNotContain(secret);
    assertThat(SERVER.signedIn("local").get("/api/open311-keys").code()).isEqualTo("not-your-area");
    assertThat(
            administrator
                .post(
                    "/api/open311-keys",
                    Map.of("name", "Lâu", "lastDay", today().plusYears(3).toString()))
                .text())
        .contains("\"field\":\"lastDay\"");
  }
}
