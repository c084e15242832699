package anbinh.reports.round;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import anbinh.areas.Area;
import anbinh.identity.Role;
import anbinh.testing.TestClient;
import anbinh.testing.TestClient.Answer;
import anbinh.testing.TestServer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;

/// Reports over HTTP: every exported figure counted again by SQL that was written apart from the
/// program, small numbers, and a report from its submission to its lock and back.
class ReportsIT {
  @RegisterExtension
  static final TestServer SERVER =
      new TestServer("anbinh.reports.due-days=1", "anbinh.reports.since=2020-01-01");

  private static final String ROOT = "/api/reports";

  /// The figures anew: `:areas` are the communes and their villages, `:from` and `:before` the days
  /// of the quarter.
  private static final Map<String, String> AGAIN = new TreeMap<>();

  private static @Nullable ReportWorld made;
  private static TestClient officer = SERVER.client();
  private static TestClient chair = SERVER.client();
  private static TestClient above = SERVER.client();
  private static TestClient aboveChair = SERVER.client();
  private static TestClient analyst = SERVER.client();

  static {
    String cases = "select count(*) from cases.case_file where area_id = any(:areas) and ";
    AGAIN.put("CASES_OPENED", cases + days("opened_at"));
    AGAIN.put("CASES_CLOSED", cases + days("closed_at"));
    AGAIN.put("CASES_CLARIFIED", cases + days("closed_at") + " and clarified is true");
    AGAIN.put(
        "CASES_CLARIFIED_BY_FOOTAGE",
        cases + days("closed_at") + " and clarified_by[1] is not null");
    String requests = "select count(*) from evidence.request where area_id = any(:areas) and ";
    AGAIN.put("REQUESTS_MADE", requests + days("requested_at"));
    AGAIN.put("REQUESTS_DECIDED", requests + days("decided_at"));
    AGAIN.put("REQUESTS_REFUSED", requests + days("decided_at") + " and state = 'REFUSED'");
    AGAIN.put("REQUESTS_APPROVED", requests + days("decided_at") + " and state <> 'REFUSED'");
    AGAIN.put(
        "EXTRACTIONS",
        "select count(*) from evidence.extraction where request_id in (select id from evidence.request"
            + " where area_id = any(:areas)) and "
            + days("sealed_at"));
    String situations =
        "select count(*) from community.situation where commune_id = any(:areas) and ";
    AGAIN.put("SITUATIONS_RECEIVED", situations + days("received_at"));
    AGAIN.put("SITUATIONS_DECIDED", situations + days("decided_at"));
    AGAIN.put(
        "SITUATIONS_NOT_FOUNDED", situations + days("decided_at") + " and outcome = 'NOT_FOUNDED'");
    AGAIN.put(
        "SITUATIONS_FOUNDED", situations + days("decided_at") + " and outcome <> 'NOT_FOUNDED'");
    // A day for what is not urgent, a quarter of an hour for what is.
    AGAIN.put(
        "SITUATIONS_IN_TIME",
        situations
            + days("received_at")
            + " and acknowledged_at - received_at <= case when urgent then interval '15 minutes'"
            + " else interval '1 day' end");
    String mediations =
        "select count(*) from community.mediation where village_id = any(:areas) and ";
    AGAIN.put("MEDIATIONS_RECEIVED", mediations + "received_on between :from and :before - 1");
    AGAIN.put("MEDIATIONS_ENDED", mediations + days("ended_at"));
    AGAIN.put("MEDIATIONS_AGREED", mediations + days("ended_at") + " and outcome = 'AGREED'");
    AGAIN.put("MEDIATIONS_NOT_AGREED", mediations + days("ended_at") + " and outcome <> 'AGREED'");
    AGAIN.put("MEDIATIONS_PENDING", mediations + "received_on < :before and state = 'RECEIVED'");
    String teams = "select count(*) from community.team where commune_id = any(:areas)";
    AGAIN.put("TEAMS", teams + " and established_on < :before");
    AGAIN.put(
        "TEAM_PLANNED",
        "select coalesce(sum(planned), 0) from community.team_strength where team_id in (select id from"
            + " community.team where commune_id = any(:areas))");
    AGAIN.put(
        "TEAM_MEMBERS",
        "select count(*) from community.member where team_id in (select id from community.team where"
            + " commune_id = any(:areas)) and (left_on is null or left_on > :before - 1)");
    AGAIN.put(
        "PATROLS",
        "select count(*) from community.patrol p where team_id in (select id from community.team where"
            + " commune_id = any(:areas)) and (select "
            + days("started_at")
            + " from community.patrol_version v where v.patrol_id = p.id order by version desc limit 1)");
    String groups = " from community.self_managed_group where village_id = any(:areas)";
    AGAIN.put("GROUPS", "select count(*)" + groups);
    AGAIN.put("GROUP_HOUSEHOLDS", "select coalesce(sum(households), 0)" + groups);
    AGAIN.put(
        "PROGRAMMES",
        "select count(*) from community.programme where commune_id = any(:areas) and launched_on <"
            + " :before and state = 'ACTIVE'");
    AGAIN.put(
        "CAMPAIGNS_BEGUN",
        "select count(*) from community.campaign where area_id = any(:areas) and from_on >= :from and"
            + " from_on < :before");
    AGAIN.put(
        "CAMPAIGN_ATTENDED",
        "select coalesce(sum(attended), 0) from community.campaign_activity where campaign_id in (select"
            + " id from community.campaign where area_id = any(:areas))");
    AGAIN.put("CAMERAS", "select count(*) from cameras.camera where area_id = any(:areas)");
  }

  private static String days(String column) {
    return "cast(%s at time zone 'Asia/Ho_Chi_Minh' as date) between :from and :before - 1"
        .formatted(column);
  }

  private static ReportWorld world() {
    if (made == null) {
      throw new IllegalStateException("not made");
    }
    return made;
  }

  @BeforeAll
  static void records() {
    var world = new ReportWorld(SERVER);
    made = world;
    officer = world.person("officer", world.first.id(), Role.COMMUNITY_OFFICER);
    chair = world.person("chair", world.first.id(), Role.CHAIR);
    above = world.person("above", world.province.id(), Role.COMMUNITY_OFFICER);
    aboveChair = world.person("above-chair", world.province.id(), Role.CHAIR);
    analyst = world.person("analyst", world.province.id(), Role.ANALYST);
    world.cases(world.first, "THEFT", 9, 7, 6);
    world.cases(world.first, "ASSAULT", 2, 1, 0);
    world.cases(world.second, "THEFT", 12, 6, 6);
    world.cases(world.third, "TRAFFIC", 30, 20, 10);
    world.refusedRequests(world.first, 6);
    world.refusedRequests(world.third, 8);
    world.situations(world.first, "THEFT", false, 7, 1);
    world.situations(world.first, "DOMESTIC_VIOLENCE", true, 2, 0);
    world.situations(world.second, "THEFT", false, 3, 0);
    world.situations(world.third, "NOISE", false, 20, 0);
    world.mediations(world.village, 6, 2, 1);
    world.team(world.first, 4);
    world.team(world.second, 3);
    world.group(world.village, "SECURITY", 40);
    world.group(world.village, "SOCIAL_SECURITY", 25);
    world.programme(world.first, 4);
    world.programme(world.third, 7);
    world.campaign(world.first, 120);
    world.camera(world.village, "CONNECTED");
    world.camera(world.third, "COMMUNITY");
  }

  private static String of(String path, Area area) {
    return ROOT + path + "?period=" + world().quarter + "&area=" + area.id();
  }

  private static JsonNode done(Answer answer) {
    assertThat(answer.status()).as(answer.text()).isBetween(200, 204);
    return answer.json();
  }

  /// The figures sheet by code: numbers, or the text that stands in their place.
  private static Map<String, Object> exported(TestClient by, Area area) throws IOException {
    Answer answer = by.get(of("/figures.xlsx", area) + "&language=en");
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    Map<String, Object> cells = new HashMap<>();
    try (var workbook = new XSSFWorkbook(new ByteArrayInputStream(answer.response().body()))) {
      assertThat(workbook.getNumberOfSheets()).isEqualTo(4);
      for (Row row : workbook.getSheet("Figures")) {
        var cell = row.getCell(2);
        if (cell != null && row.getRowNum() > 0) {
          cells.put(
              row.getCell(0).getStringCellValue(),
              cell.getCellType() == CellType.NUMERIC
                  ? (Object) cell.getNumericCellValue()
                  : cell.getStringCellValue());
        }
      }
    }
    return cells;
  }

  private static double again(String indicator, List<UUID> areas) {
    return world()
        .sql()
        .sql(AGAIN.getOrDefault(indicator, ""))
        .param("areas", areas.toArray(UUID[]::new))
        .param("from", world().quarter.from())
        .param("before", world().quarter.before())
        .query(Double.class)
        .single();
  }

  private static List<UUID> within(UUID area) {
    return world()
        .sql()
        .sql("select id from areas.area where :id in (id, parent_id)")
        .param("id", area)
        .query((row, number) -> row.getObject(1, UUID.class))
        .list();
  }

  private static List<UUID> everywhere() {
    return world()
        .sql()
        .sql("select id from areas.area")
        .query((row, number) -> row.getObject(1, UUID.class))
        .list();
  }

  private static boolean isOfOthers(String indicator) {
    return indicator.startsWith("CASES_")
        || indicator.startsWith("REQUESTS_")
        || indicator.startsWith("EXTRACTIONS");
  }

  private static Object inTens(double count) {
    if (count == 0) {
      return 0.0;
    }
    return count < 5 ? "*" : "≈ " + Math.round(Math.floor((count + 5) / 10)) * 10;
  }

  @Test
  void theOfficersWorkbookHasWhatTheRecordsHold() throws IOException {
    Map<String, Object> cells = exported(officer, world().first);
    List<UUID> areas = within(world().first.id());
    for (String indicator : AGAIN.keySet()) {
      double count = again(indicator, areas);
      assertThat(cells.get(indicator))
          .as(indicator)
          .isEqualTo(isOfOthers(indicator) ? inTens(count) : (Object) count);
    }
    assertThat(cells)
        .as("cases are no records of the commune's officer")
        .doesNotContainKey("CASES_OPENED/THEFT")
        .containsEntry("GROUPS/SECURITY", 1.0)
        .containsEntry("MEDIATION_SUCCESS_SHARE", 75.0)
        .containsEntry("TEAM_MEMBERS", 3.0)
        .containsEntry("PATROLS", 1.0)
        .doesNotContainKey("SITUATIONS_RECEIVED/DOMESTIC_VIOLENCE")
        .containsEntry("SITUATIONS_RECEIVED/OTHER", 2.0);
  }

  @Test
  void theProvincesWorkbookHasItToo() throws IOException {
    Map<String, Object> cells = exported(analyst, world().province);
    List<String> hidden = new ArrayList<>();
    for (String indicator : AGAIN.keySet()) {
      if (cells.get(indicator) instanceof Double number) {
        assertThat(number).as(indicator).isEqualTo(again(indicator, everywhere()));
      } else {
        hidden.add(indicator);
        assertThat(cells.get(indicator)).as(indicator).isEqualTo("*");
      }
    }
    assertThat(hidden)
        .as("of all only what is small, or would give it away")
        .contains("MEDIATIONS_NOT_AGREED", "SITUATIONS_NOT_FOUNDED")
        .doesNotContain("CASES_OPENED", "REQUESTS_MADE", "TEAMS", "CAMERAS", "PATROLS");
  }

  @Test
  void aSmallNumberIsHiddenWithAnotherOneFromWhoDoesNotSeeTheSingleRecords() {
    JsonNode figures =
        done(analyst.get(of("/figures", world().province) + "&columns=SITUATIONS_RECEIVED"));
    Map<String, String> shown = new TreeMap<>();
    for (JsonNode line : figures.path("lines")) {
      JsonNode value = line.path("values").path(0);
      shown.put(line.path("code").asString(), value.path("seen").asString() + value.path("value"));
    }
    assertThat(figures.path("exact").asBoolean()).isFalse();
    assertThat(shown)
        .containsEntry("14002", "FEWnull")
        .containsEntry("14001", "TENS10.0")
        .containsEntry("14003", "TENS20.0");
    for (TestClient reader : List.of(analyst, above, aboveChair)) {
      String text = reader.get(of("/figures", world().second)).text();
      assertThat(text).contains("\"exact\":false").doesNotContain("DOMESTIC_VIOLENCE");
    }
    JsonNode own = done(officer.get(of("/figures", world().first)));
    assertThat(own.path("exact").asBoolean()).isTrue();
    assertThat(done(chair.get(of("/figures", world().first))).path("exact").asBoolean()).isFalse();
  }

  @Test
  void whoWorksInOneCommuneReadsNoOther() {
    assertThat(officer.get(of("/figures", world().second)).code()).isEqualTo("not-your-area");
    assertThat(chair.get(of("/letter.pdf", world().province)).code()).isEqualTo("not-your-area");
    assertThat(analyst.get(ROOT + "/figures?period=2026-Q9").status()).isEqualTo(400);
    assertThat(analyst.get(ROOT + "/figures?period=2199").text()).contains("report-period-begun");
    assertThat(analyst.get(of("/figures", world().village)).text()).contains("report-area");
    assertThat(analyst.get(of("/trend", world().first) + "&indicator=SCORES").text())
        .contains("report-indicator");
  }

  @Test
  void theYearIsToldInOneSentence() {
    String path = ROOT + "/sentence?year=" + world().quarter.year();
    JsonNode sentence = done(analyst.language("en").get(path));
    assertThat(sentence.path("text").asString()).contains("helped clarify").contains("2 teams");
    assertThat(sentence.path("numbers")).hasSize(6);
    analyst.language("vi");
    JsonNode trend = done(analyst.get(of("/trend", world().province) + "&indicator=CASES_OPENED"));
    assertThat(trend.path("points")).hasSize(12);
    assertThat(trend.path("points").path(11).path("value").path("value").asDouble())
        .isEqualTo(again("CASES_OPENED", everywhere()));
  }

  private static Map<String, Object> step(int version) {
    return new HashMap<>(Map.of("version", version, "outcome", "PASSED"));
  }

  @Test
  void aReportGoesUpIsLockedAndIsReopenedWithItsVersionsKept() {
    Map<String, Object> form =
        Map.of(
            "areaId",
            world().first.id(),
            "period",
            world().quarter.toString(),
            "notes",
            List.of(Map.of("indicator", "PATROLS", "words", "Bão nên tuần tra ít")));
    JsonNode report = done(officer.post(ROOT, form));
    String path = ROOT + "/" + report.path("id").asString();
    assertThat(report.path("state").asString()).isEqualTo("SUBMITTED");
    assertThat(report.path("acts")).isEmpty();
    assertThat(officer.post(ROOT, form).code()).as("sent twice").isEqualTo("report-state");
    assertThat(officer.post(path + "/decision", step(1)).code()).isEqualTo("not-your-role");
    assertThat(aboveChair.post(path + "/decision", step(1)).code()).isEqualTo("not-your-level");
    assertThat(chair.post(path + "/decision", step(2)).code()).isEqualTo("report-changed");
    assertThat(aboveChair.post(path + "/acceptance", step(1)).code()).isEqualTo("report-state");
    done(chair.post(path + "/decision", step(1)));
    assertThat(chair.post(path + "/acceptance", step(1)).code()).isEqualTo("not-your-level");
    done(above.post(path + "/acceptance", step(1)));
    done(aboveChair.post(path + "/lock", Map.of("version", 1)));
    assertThat(officer.post(ROOT, form).code()).isEqualTo("report-locked");
    assertThat(chair.post(path + "/decision", step(1)).code()).isEqualTo("report-locked");

    world().situations(world().first, "NOISE", false, 1, 0);
    JsonNode later = done(officer.get(path));
    JsonNode opened = figure(later, "SITUATIONS_RECEIVED");
    assertThat(opened.path("differs").asBoolean()).isTrue();
    assertThat(opened.path("frozen").path("value").asDouble())
        .isEqualTo(opened.path("present").path("value").asDouble() - 1);
    assertThat(figure(later, "CASES_OPENED").path("frozen").path("seen").asString())
        .isEqualTo("TENS");
    String seen = aboveChair.get(path).text();
    assertThat(seen).doesNotContain("\"THEFT\"", "\"OTHER\"", "salt");
    assertThat(figure(later, "PATROLS").path("note").asString()).contains("Bão");

    Map<String, Object> reopening = Map.of("version", 1, "reason", "Bổ sung vụ việc còn sót.");
    assertThat(officer.post(path + "/reopening", reopening).code()).isEqualTo("not-your-level");
    done(above.post(path + "/reopening", reopening));
    JsonNode second = done(officer.post(ROOT, form));
    assertThat(second.path("versions")).hasSize(2);
    JsonNode first = second.path("versions").path(0);
    assertThat(first.path("lockedBy").path("displayName").asString()).contains("above-chair");
    assertThat(done(officer.get(path + "?version=1")).path("shown").asInt()).isEqualTo(1);
    Map<String, Object> back = step(2);
    back.put("outcome", "RETURNED");
    assertThat(chair.post(path + "/decision", back).text()).contains("\"reason\"");
    back.put("reason", "Thiếu ghi chú");
    assertThat(done(chair.post(path + "/decision", back)).path("state").asString())
        .isEqualTo("OPEN");
    assertThat(
            world()
                .sql()
                .sql("select figures from reports.report_version where report_id = cast(? as uuid)")
                .param(report.path("id").asString())
                .query(String.class)
                .list())
        .allMatch(text -> text.matches(".*\"salt\":\"[0-9a-f]{32}\".*"))
        .anyMatch(text -> text.contains("Bão nên"));
    assertThatThrownBy(
            () -> world().sql().sql("update reports.report_note set words = 'x'").update())
        .hasMessageContaining("never changed");
    String log = leaves(report.path("id").asString());
    assertThat(log)
        .contains("report.submitted", "report.locked", "report.reopened")
        .contains(first.path("sha256").asString())
        .doesNotContain("CASES_OPENED");
  }

  private static JsonNode figure(JsonNode report, String indicator) {
    for (JsonNode each : report.path("figures")) {
      if (each.path("indicator").asString().equals(indicator) && each.path("part").isNull()) {
        return each;
      }
    }
    throw new AssertionError("no " + indicator);
  }

  private static String leaves(String object) {
    return String.join(
        "\n",
        world()
            .sql()
            .sql(
                "select type || ' ' || convert_from(leaf, 'UTF8') from audit.event where object_id = ?")
            .param(object)
            .query(String.class)
            .list());
  }

  @Test
  void nobodyPassesTheirOwnByAnotherAccountOfTheirName() {
    UUID commune = world().second.id();
    SERVER.namedPerson("lan", "Lê Thị Lan", commune, Role.COMMUNITY_OFFICER);
    SERVER.namedPerson("lan2", "Lê Thị Lan", commune, Role.CHAIR);
    SERVER.namedPerson("lan3", "Lê Thị Lan", world().province.id(), Role.CHAIR);
    TestClient other = world().person("other", commune, Role.CHAIR);
    JsonNode report =
        done(
            SERVER
                .signedIn("lan")
                .post(ROOT, Map.of("areaId", commune, "period", world().quarter.toString())));
    String path = ROOT + "/" + report.path("id").asString();
    assertThat(SERVER.signedIn("lan2").post(path + "/decision", step(1)).code())
        .isEqualTo("own-report");
    done(other.post(path + "/decision", step(1)));
    assertThat(SERVER.signedIn("lan3").post(path + "/acceptance", step(1)).code())
        .isEqualTo("own-report");
    JsonNode seen = done(analyst.get(path));
    assertThat(figure(seen, "SITUATIONS_RECEIVED").path("frozen").path("seen").asString())
        .isEqualTo("FEW");
    assertThat(figure(seen, "TEAMS").path("frozen").path("value").asDouble()).isEqualTo(1);
    assertThat(other.post(ROOT, Map.of("areaId", commune, "period", "2026-Q1")).code())
        .isEqualTo("not-your-role");
    assertThat(
            SERVER
                .signedIn("lan")
                .post(
                    ROOT,
                    Map.of(
                        "areaId", commune, "period", String.valueOf(world().today.getYear() + 1)))
                .text())
        .contains("report-period-over");
  }

  @Test
  void whoIsLateIsListedAndRemindedOnce() {
    int reminded = SERVER.bean(ReportReminders.class).remind();
    assertThat(SERVER.bean(ReportReminders.class).remind()).as("again on the same day").isZero();
    JsonNode places = done(analyst.get(of("", world().province)));
    assertThat(places.path("items")).hasSize(3);
    JsonNode ward = places.path("items").path(2);
    assertThat(ward.path("areaCode").asString()).isEqualTo("14003");
    assertThat(ward.path("state").isNull()).isTrue();
    boolean late = world().today.isAfter(world().quarter.last().plusDays(1));
    assertThat(ward.path("late").asBoolean()).isEqualTo(late);
    assertThat(ward.path("reminders").asInt()).isEqualTo(late ? 1 : 0);
    assertThat(reminded).isGreaterThanOrEqualTo(late ? 1 : 0);
    JsonNode figures = done(analyst.get(of("/figures", world().province)));
    assertThat(figures.path("units").asInt()).isEqualTo(3);
    assertThat(figures.path("handedIn").asInt()).isLessThan(3);
    assertThat(done(officer.get(ROOT + "/periods")).path("items")).hasSizeGreaterThan(3);
  }

  @Test
  void theLetterHasTheOfficialFormAndItsFontsWithIt() throws IOException {
    byte[] pdf = analyst.get(of("/letter.pdf", world().province)).response().body();
    try (PDDocument document = Loader.loadPDF(pdf)) {
      String text = new PDFTextStripper().getText(document);
      assertThat(text)
          .contains("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc")
          .contains("BÁO CÁO", "Nơi nhận:", "Phường Ba", "CÔNG AN TỈNH THANH HÓA");
      for (PDPage page : document.getPages()) {
        for (COSName font : page.getResources().getFontNames()) {
          assertThat(page.getResources().getFont(font).isEmbedded()).isTrue();
        }
      }
    }
    byte[] docx = chair.get(of("/letter.docx", world().first)).response().body();
    try (var document = new XWPFDocument(new ByteArrayInputStream(docx));
        var text = new XWPFWordExtractor(document)) {
      assertThat(text.getText())
          .contains("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "ỦY BAN NHÂN DÂN XÃ MỘT")
          .contains("TM. ỦY BAN NHÂN DÂN", "Nơi nhận:", "Tổ tự quản");
      assertThat(document.getTables()).hasSizeGreaterThanOrEqualTo(3);
    }
    assertThat(leaves(world().province.id().toString())).contains("report-figures.exported");
  }

  @Test
  void theMapOfAProvinceIsLight() {
    world()
        .sql()
        .sql("insert into areas.boundary values (?, ?, 5, now()) on conflict do nothing")
        .params(
            world().third.id(),
            "[[[[105,20],[105.5,20.00001],[106,20],[106,21],[105,21],[105,20]]]]")
        .update();
    JsonNode outlines = done(analyst.get("/api/areas/" + world().province.id() + "/outlines"));
    assertThat(outlines.path("items")).hasSize(1);
    assertThat(outlines.path("items").path(0).path("rings").path(0)).hasSize(5);
  }
}
