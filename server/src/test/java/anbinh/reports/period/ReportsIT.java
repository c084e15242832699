package anbinh.reports.period;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import anbinh.areas.Area;
import anbinh.identity.Role;
import anbinh.reports.period.ReportBook.Place;
import anbinh.testing.Statements;
import anbinh.testing.TestClient;
import anbinh.testing.TestClient.Answer;
import anbinh.testing.TestClock;
import anbinh.testing.Waiting;
import anbinh.worklist.WorklistKind;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/// Reports over HTTP: every exported figure counted again by SQL that was written apart from the
/// program, small numbers, and a report from its submission to its lock and back.
class ReportsIT extends ReportRecordTests {
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

  private static boolean isOfOthers(String indicator) {
    return indicator.startsWith("CASES_")
        || indicator.startsWith("REQUESTS_")
        || indicator.startsWith("EXTRACTIONS");
  }

  /// What a commune's number may look like: in tens, or hidden since it or another one is small.
  private static List<Object> guarded(double count) {
    return count < 5
        ? List.of("*", 0.0)
        : List.of("*", "≈ " + Math.round(Math.floor((count + 5) / 10)) * 10);
  }

  @Test
  void theOfficersWorkbookHasWhatTheRecordsHold() throws IOException {
    Map<String, Object> cells = exported(officer, world().first);
    List<UUID> areas = within(world().first.id());
    for (String indicator : RecordsAgain.indicators()) {
      double count = again(indicator, areas);
      assertThat(cells.get(indicator))
          .as(indicator)
          .isIn(isOfOthers(indicator) ? guarded(count) : List.of(count));
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
    for (String indicator : RecordsAgain.indicators()) {
      assertThat(cells.get(indicator))
          .as(indicator + " of the province is told, however small")
          .isEqualTo(again(indicator, everywhere()));
    }
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
        .as("hidden beside it, since the total is told")
        .containsEntry("14001", "FEWnull")
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
  void whoMetTheStandardAfterAPeriodIsNotToldOfIt() {
    assertThat(againShown("STANDARD_REGISTERED", world().quarter.toString())).isEqualTo(1);
    assertThat(againShown("STANDARD_MET", world().quarter.toString())).isZero();
    assertThat(againShown("STANDARD_MET", world().quarter.next().toString())).isEqualTo(1);
  }

  private static double againShown(String indicator, String period) {
    String path = ROOT + "/figures?period=" + period + "&area=" + world().first.id();
    return shown(done(officer.get(path)), indicator).path("value").asDouble();
  }

  private static JsonNode shown(JsonNode figures, String indicator) {
    for (JsonNode each : figures.path("indicators")) {
      if (each.path("code").asString().equals(indicator)) {
        return each.path("value");
      }
    }
    throw new AssertionError("no " + indicator);
  }

  /// One day to whose end everything is counted, and the province's own numbers of a month and of
  /// what runs.
  @Test
  void theProvinceReadsMonthsAndTheYearSoFarAllToOneDay() {
    String month = world().quarter.months().getFirst().toString();
    String path = ROOT + "/figures?area=" + world().province.id() + "&period=";
    JsonNode ofMonth = done(analyst.get(path + month));
    assertThat(shown(ofMonth, "CASES_OPENED").path("seen").asString()).isEqualTo("YES");
    int year = world().today.getYear();
    JsonNode running = done(analyst.get(path + year + "&columns=CASES_OPENED"));
    assertThat(running.path("over").asBoolean()).isFalse();
    assertThat(running.path("asOf").asString()).isEqualTo(world().today.toString());
    assertThat(shown(running, "CASES_OPENED").path("seen").asString()).isEqualTo("YES");
    assertThat(shown(running, "CASES_OPENED").path("value").asDouble())
        .as("as many as its quarters and months so far come to")
        .isEqualTo(
            quarters(year).stream()
                .mapToDouble(each ->
                    shown(done(analyst.get(path + each)), "CASES_OPENED").path("value").asDouble())
                .sum());
    for (JsonNode line : running.path("lines")) {
      assertThat(line.path("values").path(0).path("seen").asString())
          .as("nothing of a commune while it runs")
          .isIn("LATER");
    }
    assertThat(ofMonth.path("asOf").asString()).isEqualTo(ofMonth.path("last").asString());
  }

  private static List<String> quarters(int year) {
    int begun = (world().today.getMonthValue() + 2) / 3;
    return IntStream.rangeClosed(1, begun).mapToObj(each -> year + "-Q" + each).toList();
  }

  @Test
  void anEndedUnitIsReadByItsOwnPast() {
    Area ended = world().merged(world().first);
    JsonNode own = done(analyst.get(of("/figures", ended)));
    assertThat(own.path("areaName").asString()).isEqualTo("Xã Cũ");
    assertThat(shown(own, "TEAMS").path("value").asDouble()).isZero();
    assertThat(shown(own, "CASES_OPENED").path("seen").asString())
        .as("what was its own is a part of what its successor shows")
        .isEqualTo("FEW");
    assertThat(analyst.get(of("/figures", world().first).replace("2026-Q3", "2023-Q3")).status())
        .isEqualTo(200);
  }

  @Test
  void theYearIsToldInOneSentence() {
    String path = ROOT + "/summary?year=" + world().quarter.year();
    JsonNode sentence = done(analyst.language("en").get(path));
    assertThat(sentence.path("text").asString())
        .contains("helped clarify")
        .contains("2 security and order teams");
    assertThat(sentence.path("numbers")).hasSize(6);
    analyst.language("vi");
    JsonNode trend = done(analyst.get(of("/trend", world().province) + "&indicator=CASES_OPENED"));
    assertThat(trend.path("points")).hasSize(12);
    assertThat(trend.path("points").path(11).path("value").path("value").asDouble())
        .isEqualTo(again("CASES_OPENED", everywhere()));
  }

  @Test
  void aCommuneStandsBesideTheYearBeforeAndTheAverage() {
    JsonNode points =
        done(analyst.get(of("/trend", world().third) + "&indicator=CASES_OPENED")).path("points");
    JsonNode last = points.path(11);
    assertThat(last.path("value").path("seen").asString()).isEqualTo("TENS");
    assertThat(last.path("average").path("value").asDouble())
        .as("of the total that is told")
        .isEqualTo(Math.round(again("CASES_OPENED", everywhere()) * 10 / 3) / 10.0);
    assertThat(last.path("yearAgo").path("seen").asString()).isNotEmpty();
    String own = of("/trend", world().first) + "&indicator=CASES_OPENED";
    assertThat(done(chair.get(own)).path("points").path(11).path("average").isNull())
        .as("who may not read the province")
        .isTrue();
  }

  @Test
  void theProvincesAnalystDefinesIndicatorsOfOthers() {
    String custom = ROOT + "/custom-indicators";
    Map<String, Object> form = new HashMap<>();
    form.put("nameVi", "Vụ trộm cắp được làm rõ (%)");
    form.put("nameEn", "Thefts clarified (%)");
    form.put("numerator", "CASES_CLARIFIED");
    form.put("numeratorPart", "THEFT");
    form.put("denominator", "CASES_OPENED");
    form.put("denominatorPart", "NONE");
    assertThat(chair.post(custom, form).code()).isEqualTo("not-your-role");
    TestClient ofCommune = world().person("analyst2", world().first.id(), Role.ANALYST);
    assertThat(ofCommune.post(custom, form).code()).isEqualTo("not-your-area");
    assertThat(analyst.post(custom, form).text()).contains("denominatorPart", "report-pivot-kind");
    form.put("denominator", "CASES_CLARIFIED_SHARE");
    assertThat(analyst.post(custom, form).text()).contains("report-custom-counts");
    form.put("denominator", "CASES_CLARIFIED");
    form.put("denominatorPart", "THEFT");
    assertThat(analyst.post(custom, form).text()).contains("report-custom-same");
    form.put("denominator", "CASES_OPENED");
    JsonNode made = done(analyst.post(custom, form));
    assertThat(analyst.post(custom, form).text()).as("the name").contains("report-custom-name");
    String path = custom + "/" + made.path("id").asString();

    String code = made.path("code").asString();
    String pivot =
        of("/pivot", world().province) + "&rows=UNIT&columns=INDICATOR&indicators=PATROLS,";
    JsonNode shown = done(analyst.language("en").get(pivot + code));
    analyst.language("vi");
    assertThat(shown.path("columnHeads").path(1).path("name").asString())
        .isEqualTo("Thefts clarified (%)");
    assertThat(shown.path("cells").path(0).path(1).path("seen").asString())
        .as("kinds are told of years that are over")
        .isEqualTo("LATER");
    form.put("numeratorPart", null);
    form.put("denominatorPart", null);
    Map<String, Object> change = Map.of("version", 1, "definition", form);
    assertThat(done(analyst.post(path + "/versions", change)).path("version").asInt()).isEqualTo(2);
    assertThat(analyst.post(path + "/versions", change).code())
        .isEqualTo("custom-indicator-changed");
    assertThat(
            done(analyst.get(pivot + code)).path("cells").path(0).path(1).path("value").asDouble())
        .isEqualTo(
            Math.floor(
                    1000
                        * again("CASES_CLARIFIED", everywhere())
                        / again("CASES_OPENED", everywhere()))
                / 10);
    done(analyst.post(path + "/retirement", Map.of("version", 2)));
    assertThat(analyst.post(path + "/retirement", Map.of("version", 3)).code())
        .isEqualTo("custom-indicator-retired");
    assertThat(analyst.get(pivot + code).text()).contains("report-indicator");
    assertThat(leaves(made.path("id").asString()))
        .contains("custom-indicator.defined", "custom-indicator.changed")
        .contains("CASES_CLARIFIED[THEFT] / CASES_OPENED[THEFT]");
  }

  @Test
  void aPivotSaysWhatTheFiguresSay() throws IOException {
    String path = of("/pivot", world().province) + "&rows=UNIT&columns=INDICATOR";
    String two = path + "&indicators=CASES_OPENED,PATROLS";
    JsonNode pivot = done(analyst.get(two));
    JsonNode figures =
        done(analyst.get(of("/figures", world().province) + "&columns=CASES_OPENED,PATROLS"));
    assertThat(pivot.path("rowHeads")).hasSize(4);
    assertThat(pivot.path("cells").path(0).path(0)).isEqualTo(shown(figures, "CASES_OPENED"));
    for (int line = 0; line < 3; line++) {
      assertThat(pivot.path("cells").path(line + 1))
          .isEqualTo(figures.path("lines").path(line).path("values"));
    }
    String kinds = of("/pivot", world().province) + "&rows=KIND&columns=PERIOD&periods=3";
    JsonNode byKind = done(analyst.get(kinds + "&indicators=SITUATIONS_RECEIVED"));
    assertThat(byKind.path("rowHeads"))
        .as("all kinds, of which there was any or not")
        .hasSizeGreaterThan(9);
    assertThat(byKind.path("columnHeads")).hasSize(3);
    assertThat(byKind.path("cells").path(1).path(2).path("seen").asString()).isEqualTo("LATER");
    assertThat(analyst.get(path.replace("INDICATOR", "UNIT") + "&indicators=TEAMS").text())
        .contains("report-pivot-axes");
    assertThat(analyst.get(kinds + "&indicators=TEAMS").text()).contains("report-part");
    assertThat(analyst.get(kinds + "&indicators=TEAMS,PATROLS").text())
        .contains("report-pivot-one");
    assertThat(analyst.get(path.replace("UNIT", "KIND") + "&indicators=CASES_OPENED").text())
        .contains("report-pivot-kinds");
    assertThat(analyst.get(path + "&indicators=SCORES&periods=13").text())
        .contains("report-indicator", "range");
    String units = of("/pivot", world().province) + "&rows=UNIT&columns=PERIOD";
    assertThat(analyst.get(units + "&indicators=CASES_OPENED&part=NONE").text())
        .contains("report-pivot-kind");
    assertThat(chair.get(two).code()).isEqualTo("not-your-area");

    String text =
        new String(
            analyst.get(two.replace("/pivot", "/pivot.csv") + "&language=en").response().body(),
            StandardCharsets.UTF_8);
    assertThat(text).startsWith("\uFEFF").contains("Cases opened", "Phường Ba (14003),≈ 30,");
    byte[] xlsx = analyst.get(two.replace("/pivot", "/pivot.xlsx")).response().body();
    try (var workbook = new XSSFWorkbook(new ByteArrayInputStream(xlsx))) {
      Sheet sheet = workbook.getSheetAt(0);
      assertThat(sheet.getRow(3).getCell(1).getNumericCellValue())
          .isEqualTo(again("CASES_OPENED", everywhere()));
    }
    assertThat(leaves(world().province.id().toString())).contains("report-figures.exported");
  }

  private static Map<String, Object> step(int version) {
    return new HashMap<>(Map.of("version", version, "outcome", "PASSED"));
  }

  @Test
  void aReportGoesUpIsLockedAndIsReopenedWithItsVersionsKept() throws IOException {
    Map<String, Object> form =
        Map.of(
            "areaId",
            world().first.id(),
            "period",
            world().quarter.toString(),
            "notes",
            List.of(Map.of("indicator", "PATROLS", "words", "Bão nên tuần tra ít")));
    var _ = SERVER.bean(ReportReminders.class).remind(); // on the day of the reopening, too
    JsonNode report = done(officer.post(ROOT, form));
    String path = ROOT + "/" + report.path("id").asString();
    assertThat(report.path("state").asString()).isEqualTo("SUBMITTED");
    assertThat(report.path("actions")).isEmpty();
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
    assertThat(report.path("steps").path(0).path("sight").asString())
        .as("of cases the officer sees tens")
        .isEqualTo("ROUNDED");
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
    JsonNode back = place(world().first);
    assertThat(back.path("state").asString()).isEqualTo("REOPENED");
    assertThat(back.path("at").isNull()).as("what was locked counts").isFalse();
    assertThat(back.path("late").asBoolean()).as("due from the reopening").isFalse();
    assertThat(back.path("handedInLate").asBoolean()).as("stays known").isTrue();
    assertThat(back.path("due").asString()).isEqualTo(world().today.plusDays(1).toString());
    JsonNode second = done(officer.post(ROOT, form));
    assertThat(second.path("versions")).hasSize(2);
    JsonNode first = second.path("versions").path(0);
    assertThat(first.path("lockedBy").path("displayName").asString()).contains("above-chair");
    assertThat(done(officer.get(path + "?version=1")).path("shown").asInt()).isEqualTo(1);
    thePapersOfAVersionAreAsItWas(path, first.path("sha256").asString());
    Map<String, Object> returned = step(2);
    returned.put("outcome", "RETURNED");
    assertThat(chair.post(path + "/decision", returned).text()).contains("\"reason\"");
    returned.put("reason", "Thiếu ghi chú");
    assertThat(done(chair.post(path + "/decision", returned)).path("state").asString())
        .as("the first one still counts")
        .isEqualTo("REOPENED");
    assertThat(place(world().first).path("at").isNull()).isFalse();
    whoIsLateAfterAReopeningIsRemindedAgain();
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

  private static JsonNode place(Area unit) {
    for (JsonNode each : done(analyst.get(of("", world().province))).path("items")) {
      if (each.path("areaId").asString().equals(unit.id().toString())) {
        return each;
      }
    }
    throw new AssertionError("no " + unit.name());
  }

  private static void thePapersOfAVersionAreAsItWas(String path, String sha256) throws IOException {
    Answer answer = officer.get(path + "/figures.xlsx?version=1&language=en");
    try (var workbook = new XSSFWorkbook(new ByteArrayInputStream(answer.response().body()))) {
      var text = new StringBuilder();
      for (Sheet sheet : workbook) {
        for (Row row : sheet) {
          row.forEach(cell -> text.append(cell).append('\n'));
        }
      }
      assertThat(text)
          .contains(sha256, "Locked", "There is a later version (2).", "Bão nên tuần tra ít")
          .contains("saw some figures rounded or hidden", "INTERNAL", "above-chair");
      assertThat(number(workbook.getSheet("Figures"), "SITUATIONS_RECEIVED"))
          .as("as it was handed in, and not as it is now")
          .isEqualTo(9);
    }
    byte[] docx = chair.get(path + "/letter.docx?version=1").response().body();
    String said = said(docx);
    assertThat(said)
        .contains(sha256, "bản gửi số 1", "Đã khóa", "Đã có bản gửi sau (bản 2)")
        .contains("xem số liệu có phần làm tròn hoặc ẩn", "≈ 10", "Bão nên tuần tra ít")
        .doesNotContain("BẢN NỘI BỘ");
    byte[] pdf = analyst.get(path + "/letter.pdf").response().body();
    try (PDDocument document = Loader.loadPDF(pdf)) {
      assertThat(new PDFTextStripper().getText(document)).contains("bản gửi số 2", "Đã gửi");
    }
    assertThat(officer.get(path + "/letter.pdf?version=9").code()).isEqualTo("no-such-report");
    assertThat(said(chair.get(of("/letter.docx", world().first)).response().body()))
        .contains("không phải báo cáo kỳ đã được phê duyệt", "Báo cáo kỳ của đơn vị: BC-");
  }

  private static double number(Sheet sheet, String code) {
    for (Row row : sheet) {
      if (row.getCell(0).toString().equals(code)) {
        return row.getCell(2).getNumericCellValue();
      }
    }
    throw new AssertionError("no " + code);
  }

  private static String said(byte[] docx) throws IOException {
    try (var document = new XWPFDocument(new ByteArrayInputStream(docx));
        var text = new XWPFWordExtractor(document)) {
      return text.getText();
    }
  }

  private static void whoIsLateAfterAReopeningIsRemindedAgain() {
    int before = place(world().first).path("reminders").asInt();
    assertThat(before).as("what was handed in late").isPositive();
    SERVER.bean(TestClock.class).move(Duration.ofDays(2));
    try {
      var _ = SERVER.bean(ReportReminders.class).remind();
      Place late =
          SERVER.bean(ReportBook.class).places(world().first.id(), world().quarter).getFirst();
      assertThat(late.late()).isTrue();
      assertThat(late.missing()).as("what was locked counts").isFalse();
      assertThat(late.reminders()).isEqualTo(before + 1);
    } finally {
      SERVER.bean(TestClock.class).move(Duration.ofDays(-2));
    }
  }

  private static JsonNode figure(JsonNode report, String indicator) {
    for (JsonNode each : report.path("figures")) {
      if (each.path("indicator").asString().equals(indicator) && each.path("part").isNull()) {
        return each;
      }
    }
    throw new AssertionError("no " + indicator);
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
    JsonNode ward = place(world().third);
    assertThat(ward.path("state").isNull()).isTrue();
    assertThat(ward.path("late").asBoolean()).isTrue();
    assertThat(ward.path("reminders").asInt()).isEqualTo(1);
    assertThat(reminded).isGreaterThanOrEqualTo(0);
    JsonNode figures = done(analyst.get(of("/figures", world().province)));
    assertThat(figures.path("units").asInt()).isEqualTo(3);
    assertThat(figures.path("handedIn").asInt()).isLessThan(3);
    assertThat(done(officer.get(ROOT + "/periods")).path("items")).hasSizeGreaterThan(3);
  }

  private static JsonNode task(TestClient by, String task, String period) {
    for (JsonNode each : done(by.get(ROOT + "/waiting")).path("items")) {
      if (each.path("task").asString().equals(task)
          && each.path("period").asString().equals(period)) {
        return each;
      }
    }
    return MissingNode.getInstance();
  }

  @Test
  void whatWaitsReachesWhoIsToDoIt() {
    TestClient officerThere =
        world().person("officer3", world().third.id(), Role.COMMUNITY_OFFICER);
    TestClient chairThere = world().person("chair3", world().third.id(), Role.CHAIR);
    var _ = SERVER.bean(ReportReminders.class).remind();
    JsonNode late = task(officerThere, "SUBMIT", world().quarter.toString());
    assertThat(late.path("late").asBoolean()).isTrue();
    assertThat(late.path("reminders").asInt()).as("the reminder reaches them").isPositive();
    assertThat(task(chairThere, "LATE", world().quarter.toString()).isMissingNode()).isFalse();
    assertThat(Statements.of(() -> done(officerThere.get("/api/worklist"))))
        .filteredOn(each -> each.contains(" reports."))
        .as("once a minute, of each page that is open")
        .hasSize(2);
    assertThat(Waiting.of(officerThere, WorklistKind.PERIOD_REPORT).count())
        .isEqualTo(done(officerThere.get(ROOT + "/waiting")).path("items").size());
    assertThat(Waiting.of(officerThere, WorklistKind.PERIOD_REPORT).overdue()).isPositive();
    assertThat(Waiting.of(analyst, WorklistKind.PERIOD_REPORT).count()).isZero();
    Map<String, Object> form = Map.of("areaId", world().third.id(), "period", "2025");
    String path = ROOT + "/" + done(officerThere.post(ROOT, form)).path("id").asString();
    assertThat(task(officerThere, "SUBMIT", "2025").isMissingNode()).isTrue();
    assertThat(task(chairThere, "APPROVE", "2025").isMissingNode()).isFalse();
    assertThat(task(aboveChair, "APPROVE", "2025").isMissingNode()).as("not theirs").isTrue();
    done(chairThere.post(path + "/decision", step(1)));
    assertThat(task(aboveChair, "ACCEPT", "2025").isMissingNode()).isFalse();
    assertThat(analyst.get(ROOT + "/waiting").code()).isEqualTo("not-your-role");
    String month = world().quarter.months().getFirst().toString();
    form = Map.of("areaId", world().third.id(), "period", month);
    String frozen = ROOT + "/" + done(officerThere.post(ROOT, form)).path("id").asString();
    JsonNode cases = figure(done(analyst.get(frozen)), "CASES_OPENED");
    assertThat(cases.path("frozen").path("seen").asString()).as("30").isEqualTo("LATER");
    Map<String, Object> early = Map.of("areaId", world().third.id(), "period", "2023");
    assertThat(officerThere.post(ROOT, early).text()).contains("report-period-early");
  }

  @Test
  void theLetterHasTheOfficialFormAndItsFontsWithIt() throws IOException {
    byte[] pdf = analyst.get(of("/letter.pdf", world().province)).response().body();
    try (PDDocument document = Loader.loadPDF(pdf)) {
      String text = new PDFTextStripper().getText(document);
      assertThat(text)
          .contains("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc")
          .contains("BÁO CÁO", "Nơi nhận:", "Phường Ba", "BỘ CÔNG AN", "CÔNG AN TỈNH THANH HÓA")
          .contains("kể cả của xã, phường chưa gửi báo cáo");
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
