package anbinh.campaign;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import anbinh.areas.Area;
import anbinh.areas.AreaKind;
import anbinh.areas.NewArea;
import anbinh.areas.unit.Areas;
import anbinh.identity.Role;
import anbinh.platform.malware.TestClamd;
import anbinh.testing.TestClient;
import anbinh.testing.TestClient.Answer;
import anbinh.testing.TestServer;
import anbinh.testing.Waiting;
import anbinh.worklist.WorklistKind;
import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;

/// Campaigns over HTTP, from a plan to its report.
class CampaignsIT {
  private static final TestClamd CLAMD = new TestClamd();

  @RegisterExtension
  static final TestServer SERVER =
      new TestServer("anbinh.evidence.malware.clamd=" + CLAMD.socket());

  private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");
  private static final String PATH = "/api/campaigns";
  private static final Map<String, TestClient> CLIENTS = new HashMap<>();

  private static Area commune = new Area(new UUID(0, 0), "", "", AreaKind.COMMUNE, null);
  private static Area village = commune;

  @BeforeAll
  static void world() {
    Areas areas = SERVER.bean(Areas.class);
    Area province = areas.create(new NewArea("38", "Tỉnh thử", AreaKind.PROVINCE, null), null);
    commune = areas.create(new NewArea("C-1", "Xã thử", AreaKind.COMMUNE, province.id()), null);
    village =
        areas.create(
            new NewArea("C-1-1", "Thôn thử", AreaKind.RESIDENTIAL_AREA, commune.id()), null);
    Area other = areas.create(new NewArea("C-2", "Xã khác", AreaKind.COMMUNE, province.id()), null);
    SERVER.person("mattran", commune.id(), Role.PARTNER);
    SERVER.person("hoikhac", commune.id(), Role.PARTNER);
    SERVER.person("diaban", commune.id(), Role.COMMUNITY_OFFICER);
    SERVER.person("chutich", commune.id(), Role.CHAIR);
    SERVER.namedPerson("trungten", "Người mattran", commune.id(), Role.CHAIR);
    SERVER.person("truongthon", village.id(), Role.VILLAGE_HEAD);
    SERVER.person("xakhac", other.id(), Role.CHAIR, Role.PARTNER);
  }

  @AfterAll
  static void close() throws IOException {
    CLAMD.close();
  }

  private static TestClient as(String username) {
    return CLIENTS.computeIfAbsent(username, SERVER::signedIn);
  }

  private static JsonNode done(Answer answer) {
    assertThat(answer.status()).as(answer.text()).isBetween(200, 204);
    return answer.json();
  }

  private static void refused(Answer answer, String code) {
    assertThat(answer.code()).as(answer.text()).isEqualTo(code);
  }

  private static void wrong(Answer answer, String field, String code) {
    assertThat(answer.text())
        .contains("\"field\":\"" + field + "\"")
        .contains("\"code\":\"" + code + "\"");
  }

  private static LocalDate today() {
    return LocalDate.now(ZONE);
  }

  private static Map<String, Object> plan() {
    return Map.of(
        "id", UUID.randomUUID(),
        "areaId", commune.id(),
        "title", "Ngày hội toàn dân bảo vệ an ninh Tổ quốc",
        "aim", "Vận động mỗi hộ ký cam kết",
        "from", today().minusDays(10).toString(),
        "until", today().plusDays(20).toString(),
        "villageIds", List.of(village.id()),
        "partners", List.of("Hội Phụ nữ xã", "Đoàn Thanh niên xã"));
  }

  private static Map<String, Object> with(Map<String, Object> body, String name, Object value) {
    Map<String, Object> changed = new HashMap<>(body);
    changed.put(name, value);
    return changed;
  }

  private static Map<String, Object> paper(String outcome) {
    return Map.of(
        "version", 1, "outcome", outcome, "number", "61/KH-UBND", "on", today().toString());
  }

  private static Map<String, Object> reason(String reason) {
    return Map.of("reason", reason);
  }

  private static String proposed() {
    return PATH + "/" + done(as("mattran").post(PATH, plan())).path("id").asString();
  }

  private static String running() {
    String path = proposed();
    done(as("chutich").post(path + "/decision", paper("ACCEPTED")));
    return path;
  }

  @Test
  void aCampaignGoesFromAPlanToItsReport() {
    String path = running();
    assertThat(done(as("truongthon").get(path)).path("campaign").path("state").asString())
        .isEqualTo("RUNNING");
    Map<String, Object> meeting =
        Map.of(
            "id",
            UUID.randomUUID(),
            "kind",
            "MEETING",
            "on",
            today().toString(),
            "place",
            "Nhà văn hóa",
            "attended",
            84,
            "households",
            70,
            "leaflets",
            100);
    done(as("diaban").post(path + "/activities", meeting));
    done(as("diaban").post(path + "/activities", meeting));
    refused(
        as("diaban").post(path + "/activities", with(meeting, "attended", 85)),
        "campaign-entry-there");
    Map<String, Object> other = with(with(meeting, "id", UUID.randomUUID()), "attended", 16);
    done(as("mattran").post(path + "/activities", other));
    Map<String, Object> typedWrongly =
        with(with(meeting, "id", UUID.randomUUID()), "attended", 8_400);
    done(as("hoikhac").post(path + "/activities", typedWrongly));
    String withdrawal = path + "/activities/" + typedWrongly.get("id") + "/withdrawal";
    refused(
        as("hoikhac").post(path + "/activities/" + other.get("id") + "/withdrawal", reason("Thử")),
        "not-your-campaign");
    done(as("hoikhac").post(withdrawal, reason("Gõ nhầm 84 thành 8400")));
    refused(as("mattran").post(withdrawal, reason("Lại")), "campaign-entry-over");
    wrong(
        as("mattran")
            .post(path + "/activities", with(meeting, "on", today().plusDays(1).toString())),
        "on",
        "past-or-present");
    Map<String, Object> report = Map.of("words", "Đạt mục tiêu", "commitments", 70, "models", 1);
    refused(as("mattran").post(path + "/report", report), "campaign-state");
    refused(
        as("hoikhac").post(path + "/end", Map.of("on", today().toString())), "not-your-campaign");
    done(as("mattran").post(path + "/end", Map.of("on", today().toString())));
    done(as("mattran").post(path + "/report", report));
    done(as("mattran").post(path + "/report", with(report, "commitments", 71)));
    Map<String, Object> commended =
        Map.of(
            "id", UUID.randomUUID(),
            "whom", "PERSON",
            "name", "Phạm Thị Mai",
            "form", "Giấy khen",
            "authority", "Chủ tịch UBND xã",
            "number", "62/QĐ-UBND",
            "on", today().toString());
    refused(
        as("mattran").post(path + "/commendations", with(commended, "name", "người  MATTRAN")),
        "own-commendation");
    done(as("mattran").post(path + "/commendations", commended));
    done(as("mattran").post(path + "/commendations", commended));
    JsonNode all = done(as("chutich").get(path + "/commendations")).path("items");
    assertThat(all).hasSize(1);
    assertThat(all.toString()).contains("Phạm Thị Mai");
    done(
        as("diaban")
            .post(
                path + "/commendations/" + commended.get("id") + "/withdrawal",
                reason("Phạm Thị Mai đã được khen ở đợt trước")));
    JsonNode read = done(as("chutich").get(path));
    assertThat(read.path("campaign").path("attended").asInt()).isEqualTo(100);
    assertThat(read.path("campaign").path("state").asString()).isEqualTo("REPORTED");
    assertThat(read.path("reports")).hasSize(2);
    JsonNode did = done(as("truongthon").get(path + "/activities")).path("items");
    assertThat(did).hasSize(3);
    assertThat(did.toString()).contains("Gõ nhầm 84 thành 8400");
    SERVER
        .database()
        .client()
        .sql("update campaign.commendation set at = at - interval '2000 days'")
        .update();
    assertThat(SERVER.bean(CampaignEntries.class).eraseOld()).isEqualTo(1);
    assertThat(done(as("chutich").get(path + "/commendations")).toString())
        .contains("62/QĐ-UBND")
        .doesNotContain("Phạm Thị Mai");
    assertThat(
            SERVER
                .database()
                .client()
                .sql(
                    "select convert_from(record, 'UTF8') from audit.event where type like 'campaign.%'")
                .query((row, number) -> row.getString(1))
                .list()
                .toString())
        .doesNotContain("Phạm", "mục tiêu", "Ngày hội");
  }

  @Test
  void whoProposesDoesNotDecideByAccountOrByName() {
    int waiting = Waiting.of(as("chutich"), WorklistKind.CAMPAIGN_DECISION).count();
    int namesakes = Waiting.of(as("trungten"), WorklistKind.CAMPAIGN_DECISION).count();
    String path = proposed();
    assertThat(Waiting.of(as("chutich"), WorklistKind.CAMPAIGN_DECISION).count())
        .isEqualTo(waiting + 1);
    assertThat(Waiting.of(as("trungten"), WorklistKind.CAMPAIGN_DECISION).count())
        .isEqualTo(namesakes);
    assertThat(Waiting.of(as("xakhac"), WorklistKind.CAMPAIGN_DECISION).count()).isZero();
    refused(as("trungten").post(path + "/decision", paper("ACCEPTED")), "own-campaign");
    refused(as("mattran").post(path + "/decision", paper("ACCEPTED")), "not-your-role");
    refused(as("xakhac").post(path + "/decision", paper("ACCEPTED")), "not-your-area");
    wrong(
        as("chutich").post(path + "/decision", Map.of("version", 1, "outcome", "REFUSED")),
        "reason",
        "required");
    done(
        as("chutich")
            .post(
                path + "/decision", Map.of("version", 1, "outcome", "REFUSED", "reason", "Trùng")));
    refused(as("chutich").post(path + "/decision", paper("ACCEPTED")), "campaign-state");
    refused(
        as("mattran").post(path + "/messages", Map.of("language", "VI", "words", "Thử")),
        "campaign-state");
  }

  @Test
  void messagesAreSaidByLanguageAndMaterialsAreWhatTheirContentIs() {
    String path = running();
    String materials = "/api/campaign-materials/" + path.substring(PATH.length() + 1);
    int waiting = Waiting.of(as("chutich"), WorklistKind.CAMPAIGN_DECISION).count();
    int namesakes = Waiting.of(as("trungten"), WorklistKind.CAMPAIGN_DECISION).count();
    done(as("mattran").post(path + "/messages", Map.of("language", "VI", "words", "Một")));
    done(as("mattran").post(path + "/messages", Map.of("language", "VI", "words", "Hai")));
    done(as("mattran").post(path + "/messages", Map.of("language", "AR", "words", "ثلاثة")));
    JsonNode early = done(as("truongthon").get(path));
    assertThat(early.path("messages")).isEmpty();
    assertThat(early.path("waiting").path("messages")).isEmpty();
    JsonNode waits = done(as("chutich").get(path));
    assertThat(waits.path("waiting").path("messages")).hasSize(2);
    assertThat(Waiting.of(as("chutich"), WorklistKind.CAMPAIGN_DECISION).count())
        .isEqualTo(waiting + 1);
    assertThat(Waiting.of(as("trungten"), WorklistKind.CAMPAIGN_DECISION).count())
        .isEqualTo(namesakes);
    accept(path, 4);
    assertThat(Waiting.of(as("chutich"), WorklistKind.CAMPAIGN_DECISION).count())
        .isEqualTo(waiting);
    JsonNode read = done(as("truongthon").get(path));
    assertThat(read.path("messages").toString()).contains("Hai", "ثلاثة").doesNotContain("Một");
    Map<String, Object> leaflet =
        Map.of(
            "id",
            UUID.randomUUID(),
            "title",
            "Tờ rơi",
            "content",
            CampaignApiScenario.base64("%PDF-1.4 nội dung"));
    JsonNode added = done(as("mattran").post(materials, leaflet));
    assertThat(done(as("mattran").post(materials, leaflet))).isEqualTo(added);
    refused(as("mattran").post(materials, with(leaflet, "title", "Khác")), "campaign-entry-there");
    assertThat(added.path("check").asString()).as("the checker found it").isEqualTo("CLEAN");
    refused(
        as("mattran")
            .post(
                materials,
                with(
                    with(leaflet, "id", UUID.randomUUID()),
                    "content",
                    CampaignApiScenario.base64("%PDF-" + TestClamd.MARK))),
        "campaign-material-malware");
    CLAMD.mood = TestClamd.Mood.ERROR;
    refused(
        as("mattran").post(materials, with(leaflet, "id", UUID.randomUUID())),
        "campaign-material-unchecked");
    CLAMD.mood = TestClamd.Mood.GOOD;
    wrong(
        as("mattran")
            .post(
                materials,
                with(leaflet, "content", CampaignApiScenario.base64("<script>alert(1)</script>"))),
        "content",
        "campaign-file");
    wrong(
        as("mattran").post(materials, with(leaflet, "content", "***")), "content", "campaign-file");
    wrong(
        as("mattran")
            .post(
                materials,
                with(
                    leaflet,
                    "content",
                    CampaignApiScenario.base64(
                        "%PDF-" + "x".repeat(4 * 1024 * 1024 + 1024 * 1024)))),
        "content",
        "campaign-file-large");
    String material = path + "/materials/" + added.path("id").asString();
    refused(as("truongthon").get(material), "no-such-material");
    accept(path, 6);
    Answer saved = as("truongthon").get(material);
    assertThat(saved.text()).isEqualTo("%PDF-1.4 nội dung");
    assertThat(saved.header("Content-Disposition").orElse("")).startsWith("attachment");
    refused(as("xakhac").get(material), "not-your-area");
    refused(as("hoikhac").post(material + "/removal", Map.of()), "not-your-campaign");
    done(as("mattran").post(material + "/removal", Map.of()));
    refused(as("truongthon").get(material), "no-such-material");
  }

  @Test
  void materialsFromBeforeThereWasACheckerAreWithheldUntilItLookedAtThem() {
    String path = running();
    String materials = "/api/campaign-materials/" + path.substring(PATH.length() + 1);
    List<String> ids = new ArrayList<>();
    for (String content : List.of("%PDF-1.4 sạch", "%PDF-1.4 sau này nhiễm", "%PDF-1.4 lớn")) {
      String id = UUID.randomUUID().toString();
      ids.add(id);
      Map<String, Object> leaflet =
          Map.of("id", id, "title", "Tờ rơi", "content", CampaignApiScenario.base64(content));
      done(as("mattran").post(materials, leaflet));
    }
    accept(path, 4);
    asBeforeTheCheck(ids.get(0), "%PDF-1.4 sạch");
    asBeforeTheCheck(ids.get(1), "%PDF-" + TestClamd.MARK);
    assertThat(checks(path)).containsExactlyInAnyOrder("WAITING", "WAITING", "CLEAN");
    refused(as("truongthon").get(material(path, ids.get(0))), "campaign-material-waits");
    refused(as("diaban").get(material(path, ids.get(1))), "campaign-material-waits");

    MaterialChecker checker = SERVER.bean(MaterialChecker.class);
    CLAMD.mood = TestClamd.Mood.ERROR;
    assertThat(checker.lookAtAll()).isFalse();
    CLAMD.mood = TestClamd.Mood.GOOD;
    assertThat(checks(path)).as("while it is away they wait").contains("WAITING");
    assertThat(checker.lookAtAll()).isTrue();
    assertThat(checks(path)).containsExactlyInAnyOrder("CLEAN", "INFECTED", "CLEAN");
    assertThat(as("truongthon").get(material(path, ids.get(0))).text()).isEqualTo("%PDF-1.4 sạch");
    refused(as("diaban").get(material(path, ids.get(1))), "campaign-material-erased");
    assertThat(content(ids.get(1))).as("it is kept nowhere").isEmpty();

    asBeforeTheCheck(ids.get(2), "%PDF-1.4 lớn");
    CLAMD.mood = TestClamd.Mood.SMALL;
    assertThat(checker.lookAtAll()).isTrue();
    CLAMD.mood = TestClamd.Mood.GOOD;
    assertThat(checks(path)).containsExactlyInAnyOrder("CLEAN", "INFECTED", "TOO_LARGE");
    assertThat(as("truongthon").get(material(path, ids.get(2))).status()).isEqualTo(200);

    ids.sort(null); // As it takes them.
    asBeforeTheCheck(ids.get(0), "%PDF-" + TestClamd.TOO_HARD);
    asBeforeTheCheck(ids.get(1), "%PDF-1.4 sau đó");
    assertThat(checker.lookAtAll()).isFalse();
    refused(as("truongthon").get(material(path, ids.get(0))), "campaign-material-waits");
    assertThat(as("truongthon").get(material(path, ids.get(1))).text())
        .isEqualTo("%PDF-1.4 sau đó");
    assertThat(
            SERVER
                .database()
                .client()
                .sql(
                    """
                    select type from audit.event
                    where type in ('campaign.material-checked', 'campaign.material-infected')
                    """)
                .query(String.class)
                .list())
        .hasSize(4)
        .containsOnlyOnce("campaign.material-infected");
  }

  private static void asBeforeTheCheck(String material, String content) {
    SERVER
        .database()
        .client()
        .sql(
            """
            update campaign.material set judgement = null, content = ?
            where id = cast(? as uuid)
            """)
        .params(content.getBytes(UTF_8), material)
        .update();
  }

  private static byte[] content(String material) {
    return SERVER
        .database()
        .client()
        .sql("select content from campaign.material where id = cast(? as uuid)")
        .param(material)
        .query((row, _) -> row.getBytes(1))
        .single();
  }

  private static String material(String path, String id) {
    return path + "/materials/" + id;
  }

  private static List<String> checks(String path) {
    return done(as("truongthon").get(path))
        .path("materials")
        .valueStream()
        .map(each -> each.path("check").asString())
        .toList();
  }

  private static void accept(String path, int version) {
    String changes = path + "/changes/decision";
    Map<String, Object> yes = Map.of("version", version, "outcome", "ACCEPTED");
    refused(as("trungten").post(changes, yes), "own-campaign");
    refused(as("chutich").post(changes, with(yes, "version", version - 1)), "campaign-changed");
    done(as("chutich").post(changes, yes));
    refused(as("chutich").post(changes, yes), "no-campaign-changes");
  }

  @Test
  void aDecisionIsAboutThePlanThatWasSeen() {
    String path = proposed();
    done(as("hoikhac").post(path + "/messages", Map.of("language", "VI", "words", "Khác")));
    refused(as("chutich").post(path + "/decision", paper("ACCEPTED")), "campaign-changed");
    done(as("chutich").post(path + "/decision", with(paper("ACCEPTED"), "version", 2)));
    assertThat(done(as("truongthon").get(path)).path("messages").toString()).contains("Khác");
    wrong(
        as("mattran").post(PATH, with(plan(), "areaId", village.id())), "areaId", "campaign-area");
  }

  @Test
  void aPlanThatDoesNotFitIsNamedFieldByField() {
    wrong(
        as("mattran").post(PATH, with(plan(), "until", today().minusDays(30).toString())),
        "until",
        "campaign-ends");
    wrong(
        as("mattran").post(PATH, with(plan(), "villageIds", List.of(UUID.randomUUID()))),
        "villageIds",
        "campaign-village");
    refused(as("xakhac").post(PATH, plan()), "not-your-area");
    String path = proposed();
    assertThat(done(as("truongthon").get(PATH + "?state=PLANNED")).toString())
        .contains(path.substring(PATH.length() + 1));
    assertThat(done(as("xakhac").get(PATH)).path("items")).isEmpty();
  }

  @Test
  void whatWasSupersededOrRefusedStaysInTheHistoryOfWhoKeepsOrDecidesIt() {
    String path = running();
    Map<String, Object> first = Map.of("language", "VI", "words", "Một");
    done(as("mattran").post(path + "/messages", first));
    done(as("mattran").post(path + "/messages", first));
    accept(path, 2);
    done(as("hoikhac").post(path + "/messages", Map.of("language", "VI", "words", "Hai")));
    done(
        as("chutich")
            .post(
                path + "/changes/decision",
                Map.of("version", 4, "outcome", "REFUSED", "reason", "Chưa rõ")));
    done(as("mattran").post(path + "/messages", Map.of("language", "VI", "words", "Ba")));
    accept(path, 6);
    JsonNode all = done(as("chutich").get(path + "/history?limit=2"));
    assertThat(all.path("items")).hasSize(2);
    JsonNode rest = done(as("chutich").get(path + "/history?limit=2&after=" + next(all)));
    assertThat(all.path("items").path(0).path("text").asString()).isEqualTo("Ba");
    assertThat(all.path("items").path(0).path("counts").asBoolean()).isTrue();
    JsonNode refused = all.path("items").path(1);
    assertThat(refused.path("standing").asString()).isEqualTo("REFUSED");
    assertThat(refused.path("reason").asString()).isEqualTo("Chưa rõ");
    assertThat(refused.path("decidedBy").path("displayName").asString()).isNotEmpty();
    assertThat(rest.path("items")).as("said twice, it is there once").hasSize(1);
    JsonNode superseded = rest.path("items").path(0);
    assertThat(superseded.path("text").asString()).isEqualTo("Một");
    assertThat(superseded.path("standing").asString()).isEqualTo("ACCEPTED");
    assertThat(superseded.path("counts").asBoolean()).isFalse();
    assertThat(done(as("truongthon").get(path)).path("mayReadHistory").asBoolean()).isFalse();
    refused(as("truongthon").get(path + "/history"), "not-your-role");
    refused(as("xakhac").get(path + "/history"), "not-your-area");
  }

  @Test
  void aPlanThatIsSentTwiceIsThereOnce() {
    Map<String, Object> plan = plan();
    JsonNode made = done(as("mattran").post(PATH, plan));
    assertThat(done(as("mattran").post(PATH, plan))).isEqualTo(made);
    refused(as("mattran").post(PATH, with(plan, "title", "Khác")), "campaign-entry-there");
  }

  private static String next(JsonNode page) {
    return page.path("next").asString();
  }
}
