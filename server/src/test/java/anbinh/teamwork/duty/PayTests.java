package anbinh.teamwork.duty;

import static org.assertj.core.api.Assertions.assertThat;

import anbinh.areas.Area;
import anbinh.areas.AreaKind;
import anbinh.areas.NewArea;
import anbinh.areas.unit.Areas;
import anbinh.identity.Role;
import anbinh.team.TeamFixture;
import anbinh.team.TeamFixture.Made;
import anbinh.testing.TestClient;
import anbinh.testing.TestClient.Answer;
import anbinh.testing.Waiting;
import anbinh.worklist.WorklistKind;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// Support pay over HTTP; they run with [DutyIT] on its server.
abstract class PayTests extends DutyFixture {
  private static final String DIVIDED = "/api/team-pay/divided?communeId=";

  @Test
  void aMonthsPaySaysHowItCameAboutIsDecidedByAnotherAndCorrectedLater() throws IOException {
    Area own = area("C-3", AreaKind.COMMUNE, province);
    SERVER.person("diaban3", own.id(), Role.COMMUNITY_OFFICER);
    SERVER.person("chutich3", own.id(), Role.CHAIR);
    SERVER.namedPerson("trungten3", "Người diaban3", own.id(), Role.CHAIR);
    Area village = area("C-3-1", AreaKind.RESIDENTIAL_AREA, own);
    Made team = new TeamFixture(SERVER, "diaban3", "chutich3").team(own, village.id(), null, null);
    String sheets = "/api/team-pay/sheets";
    Map<String, Object> requested = Map.of("communeId", own.id(), "month", month(2));
    wrong(as("diaban3").post(sheets, with(requested, "month", "2026-13")), "month", "team-month");
    JsonNode sheet = done(as("diaban3").post(sheets, requested));
    assertThat(sheet.path("sum").asInt()).isZero();
    assertThat(Waiting.of(as("chutich3"), WorklistKind.PAY_SHEET_DECISION).count()).isOne();
    assertThat(Waiting.of(as("trungten3"), WorklistKind.PAY_SHEET_DECISION).count()).isZero();
    assertThat(sheet.path("missing").toString())
        .contains("VILLAGE_TYPE", "SOCIAL_INSURANCE", "HEALTH_INSURANCE");

    done(
        as("diaban3")
            .post(
                "/api/team-pay/village-types",
                Map.of("areaId", village.id(), "from", "2024-07-01", "type", 1, "paper", "9/QĐ")));
    sheet = done(as("diaban3").post(sheets, requested));
    assertThat(sheet.path("version").asInt()).isEqualTo(2);
    // 0.70 and 0.65 of 2,340,000.
    assertThat(sheet.path("sums").path("MONTHLY").asInt()).isEqualTo(1_638_000 + 1_521_000);
    // The base salary and both factors came with the program.
    assertThat(sheet.path("unchecked").asInt()).isEqualTo(3);
    String one = sheets + "/" + sheet.path("id").asString();
    JsonNode people = done(as("chutich3").get(one + "/people")).path("items");
    assertThat(people).hasSize(2);
    JsonNode line = people.path(0).path("lines").path(0);
    assertThat(line.path("base").decimalValue()).isEqualByComparingTo(new BigDecimal("2340000"));
    assertThat(line.path("days").asInt()).isEqualTo(line.path("monthDays").asInt());
    Map<String, Object> decision =
        Map.of("version", 1, "number", "31/QĐ-UBND", "on", today().toString());
    refused(as("trungten3").post(one + "/decision", decision), "own-pay-sheet");
    refused(as("chutich3").post(one + "/decision", decision), "pay-sheet-changed");
    refused(as("diaban3").post(one + "/decision", decision), "not-your-role");
    done(as("chutich3").post(one + "/decision", with(decision, "version", 2)));
    assertThat(Waiting.of(as("chutich3"), WorklistKind.PAY_SHEET_DECISION).count()).isZero();
    refused(as("diaban3").post(sheets, requested), "pay-sheet-decided");
    refused(
        as("chutich3").post(one + "/decision", with(decision, "version", 2)), "pay-sheet-decided");

    // A rule that was missing, and that somebody left in the middle, come later.
    done(
        as("quantri")
            .post(
                "/api/team-pay/rules",
                Map.of(
                    "kind", "HEALTH_INSURANCE",
                    "unit", "VND",
                    "value", 50_000,
                    "from", "2024-07-01",
                    "source", "Nghị quyết thử",
                    "checked", true)));
    LocalDate left = YearMonth.from(today()).minusMonths(2).atDay(16);
    done(
        as("diaban3")
            .post(
                "/api/teams/" + team.team() + "/members/" + team.members().getLast() + "/departure",
                Map.of("on", left.toString(), "reason", "RESIGNED")));
    JsonNode later = done(as("diaban3").post(sheets, with(requested, "month", month(1))));
    int days = left.lengthOfMonth();
    long half = Math.round(1_521_000.0 * 15 / days);
    long insurance = 50_000 + Math.round(50_000.0 * 15 / days);
    assertThat(later.path("corrections").asLong()).isEqualTo(half - 1_521_000 + insurance);
    assertThat(later.path("sums").path("MONTHLY").asInt()).isEqualTo(1_638_000);

    Answer workbook = as("chutich3").get(one + "/sheet.xlsx?language=en");
    try (var read = new XSSFWorkbook(new ByteArrayInputStream(workbook.response().body()))) {
      assertThat(read.getSheetAt(0).getRow(1).getCell(14).getNumericCellValue())
          .isEqualTo(1_638_000);
      assertThat(read.getSheetAt(0).getRow(1).getCell(3).getStringCellValue())
          .isEqualTo("Monthly support");
    }
    assertThat(as("chutich3").get(one + "/sheet.pdf?language=ar").text()).startsWith("%PDF-");
    assertThat(events("team.pay-taken-out")).hasSize(2);
    assertThat(events("team.pay-decided").getLast()).doesNotContain("Thành viên", "31/QĐ");
    refused(as("xakhac").get(one + "/people"), "not-your-area");
  }

  @Test
  void communesThatBecameOnePayNothingTwice() {
    Made one = paid("c8");
    Made other = paid("c9");
    Areas areas = SERVER.bean(Areas.class);
    done(
        as("quantri")
            .post(
                "/api/areas/closures",
                Map.of(
                    "areaIds",
                    List.of(
                        areas.find("c8").orElseThrow().id(), areas.find("c9").orElseThrow().id()),
                    "on",
                    today().minusDays(1).toString(),
                    "reason",
                    "Nhập xã.",
                    "successors",
                    List.of(Map.of("code", "C-10", "name", "Xã Chung", "kind", "COMMUNE")))));
    Area whole = areas.find("C-10").orElseThrow();
    SERVER.person("diaban10", whole.id(), Role.COMMUNITY_OFFICER);
    String sheets = "/api/team-pay/sheets";
    Map<String, Object> requested = Map.of("communeId", whole.id(), "month", month(2));
    assertThat(done(as("diaban10").post(sheets, requested)).path("sum").asInt()).isZero();
    LocalDate left = YearMonth.from(today()).minusMonths(2).atDay(16);
    done(
        as("diaban10")
            .post(
                "/api/teams/"
                    + other.team()
                    + "/members/"
                    + other.members().getLast()
                    + "/departure",
                Map.of("on", left.toString(), "reason", "RESIGNED")));
    JsonNode later = done(as("diaban10").post(sheets, with(requested, "month", month(1))));
    assertThat(later.path("sums").path("MONTHLY").asInt()).isEqualTo(1_638_000 * 2 + 1_521_000);
    List<JsonNode> corrected =
        done(as("diaban10").get(sheets + "/" + later.path("id").asString() + "/people"))
            .path("items")
            .valueStream()
            .flatMap(person -> person.path("lines").valueStream())
            .filter(line -> line.path("correction").asBoolean())
            .filter(line -> line.path("kind").asString().equals("MONTHLY"))
            .toList();
    assertThat(corrected).hasSize(1);
    assertThat(done(as("diaban10").get("/api/team-patrols")).toString())
        .contains(one.team().toString(), other.team().toString());
  }

  @Test
  void whatACommuneThatIsNoMoreLeftUndecidedIsDecidedOnceByWhoTookItOver() {
    Made one = paid("d1");
    Made other = world("d1").team(commune("d1"), village("d1-2", "d1"), null, null);
    String sheets = "/api/team-pay/sheets";
    JsonNode left = calculated("d1", "d1", 1);
    assertThat(left.path("people").asInt()).isEqualTo(4);
    done(
        as("quantri")
            .post(
                "/api/areas/closures",
                Map.of(
                    "areaIds",
                    List.of(commune("d1").id()),
                    "on",
                    today().minusDays(1).toString(),
                    "reason",
                    "Chia xã.",
                    "successors",
                    List.of(
                        Map.of("code", "D-2", "name", "Xã Một", "kind", "COMMUNE"),
                        Map.of("code", "D-3", "name", "Xã Hai", "kind", "COMMUNE")),
                    "moves",
                    List.of(
                        Map.of("areaId", one.village(), "successor", 0),
                        Map.of("areaId", other.village(), "successor", 1)))));
    staff("D-2");
    staff("D-3");
    SERVER.person("diaband", province.id(), Role.COMMUNITY_OFFICER);
    assertThat(waiting("diaband2", "D-2")).as("each part sees both").isEqualTo("MISSING MISSING*");
    assertThat(waiting("chutichd3", "D-3")).isEqualTo("MISSING MISSING");
    assertThat(waiting("diaband", "D-3")).isEqualTo("MISSING* MISSING*");
    String path = sheets + "/" + left.path("id").asString();
    Map<String, Object> decision =
        Map.of("version", 1, "number", "31/QĐ-UBND", "on", today().toString());
    refused(as("chutichd2").post(path + "/decision", decision), "pay-sheet-changed");
    JsonNode seen = done(as("chutichd2").get(path));
    assertThat(seen.path("calculateIn").asString()).isEqualTo(commune("D-2").id().toString());
    JsonNode part = calculated("d2", "D-2", 1);
    assertThat(part.path("people").asInt()).isEqualTo(2);
    assertThat(waiting("diaband3", "D-3")).isEqualTo("MISSING* CALCULATED");
    refused(as("xakhac").get(DIVIDED + commune("D-3").id()), "not-your-area");
    refused(as("chutichd2").post(path + "/decision", decision), "pay-sheet-replaced");
    JsonNode replaced = done(as("chutichd3").get(path));
    assertThat(replaced.path("replacedBy").asString()).isEqualTo(part.path("id").asString());
    assertThat(replaced.path("mayDecide").asBoolean()).isFalse();
    done(as("chutichd2").post(sheets + "/" + part.path("id").asString() + "/decision", decision));
    JsonNode rest = calculated("d3", "D-3", 1);
    assertThat(rest.path("people").asInt()).as("nobody is paid twice").isEqualTo(2);
    assertThat(waiting("diaband2", "D-2")).as("nothing is left to calculate").isEmpty();
    assertThat(
            done(as("chutichd3").get(sheets + "/" + rest.path("id").asString() + "/people"))
                .toString())
        .contains(other.members().getFirst().toString())
        .doesNotContain(one.members().getFirst().toString());
  }

  @Test
  void whereAllTeamsOfWhatIsNoMoreLieIsItsSheetDecidedAsItIs() {
    Made one = paid("e1");
    Made of = paid("e2");
    String sheets = "/api/team-pay/sheets";
    JsonNode left = calculated("e1", "e1", 1);
    done(
        as("quantri")
            .post(
                "/api/areas/closures",
                Map.of(
                    "areaIds",
                    List.of(commune("e1").id(), commune("e2").id()),
                    "on",
                    today().minusDays(1).toString(),
                    "reason",
                    "Nhập xã.",
                    "successors",
                    List.of(Map.of("code", "E-3", "name", "Xã Gộp", "kind", "COMMUNE")))));
    staff("E-3");
    done(
        as("chutiche3")
            .post(
                sheets + "/" + left.path("id").asString() + "/decision",
                Map.of("version", 1, "number", "31/QĐ-UBND", "on", today().toString())));
    JsonNode whole = calculated("e3", "E-3", 1);
    assertThat(
            done(as("chutiche3").get(sheets + "/" + whole.path("id").asString() + "/people"))
                .toString())
        .contains(of.members().getFirst().toString())
        .doesNotContain(one.members().getFirst().toString());
  }

  @Test
  void aRuleOfPaySaysWhatItsKindNeedsAndNothingElse() {
    String path = "/api/team-pay/rules";
    Map<String, Object> salary =
        Map.of(
            "kind", "BASE_SALARY",
            "unit", "VND",
            "value", 2_340_000,
            "from", "2024-07-01",
            "source", "Nghị định thử",
            "checked", true);
    TestClient administrator = as("quantri");
    wrong(
        administrator.post(path, with(salary, "villageType", 1)), "villageType", "pay-not-of-kind");
    wrong(
        administrator.post(path, with(salary, "position", "LEADER")),
        "position",
        "pay-not-of-kind");
    wrong(administrator.post(path, with(salary, "unit", "BASE_SALARIES")), "unit", "pay-dong");
    wrong(administrator.post(path, with(salary, "from", "1999-01-01")), "from", "pay-from");
    Map<String, Object> monthly = with(salary, "kind", "MONTHLY");
    wrong(administrator.post(path, monthly), "villageType", "required");
    wrong(administrator.post(path, monthly), "position", "required");
    Map<String, Object> much =
        with(with(with(monthly, "villageType", 1), "position", "LEADER"), "unit", "BASE_SALARIES");
    wrong(administrator.post(path, with(much, "value", 1_000)), "value", "range");
  }

  @Test
  void aRuleEndsWithADayByAPaperAndGoesOnWhereThatWasWrong() {
    String rules = "/api/team-pay/rules";
    Map<String, Object> requested =
        Map.of(
            "kind", "SOCIAL_INSURANCE",
            "unit", "VND",
            "value", 70_000,
            "from", "2025-01-01",
            "source", "Nghị quyết thử",
            "checked", true);
    String rule = rules + "/" + done(as("quantri").post(rules, requested)).path("id").asString();
    Map<String, Object> end = Map.of("until", "2025-03-31", "source", "Nghị quyết bãi bỏ");
    refused(as("diaban").post(rule + "/until", end), "not-your-role");
    wrong(
        as("quantri").post(rule + "/until", with(end, "until", "2024-12-31")),
        "until",
        "pay-until");
    wrong(as("quantri").post(rule + "/until", with(end, "source", " ")), "source", "required");
    assertThat(done(as("quantri").post(rule + "/until", end)).path("until").asString())
        .isEqualTo("2025-03-31");
    Map<String, Object> on = new HashMap<>(end);
    on.remove("until");
    assertThat(done(as("quantri").post(rule + "/until", on)).path("until").isNull()).isTrue();
    assertThat(events("team.pay-rule-limited")).hasSize(2);
    done(as("quantri").post(rule + "/end", Map.of()));
    refused(as("quantri").post(rule + "/until", end), "pay-rule-over");
  }

  private static Area commune(String code) {
    return SERVER.bean(Areas.class).find(code).orElseThrow();
  }

  private static UUID village(String code, String commune) {
    UUID village = area(code, AreaKind.RESIDENTIAL_AREA, commune(commune)).id();
    done(
        as("diaban" + commune)
            .post(
                "/api/team-pay/village-types",
                Map.of("areaId", village, "from", "2024-07-01", "type", 1, "paper", "9/QĐ")));
    return village;
  }

  private static TeamFixture world(String code) {
    return new TeamFixture(SERVER, "diaban" + code, "chutich" + code);
  }

  /// How far the parts of a divided commune are, in the order of their names; a star where the
  /// reader calculates.
  private static String waiting(String who, String commune) {
    return done(as(who).get(DIVIDED + commune(commune).id()))
        .path("items")
        .valueStream()
        .flatMap(month -> month.path("parts").valueStream())
        .map(each ->
            each.path("state").asString() + (each.path("mayCalculate").asBoolean() ? "*" : ""))
        .collect(Collectors.joining(" "));
  }

  private static void staff(String code) {
    String suffix = code.toLowerCase(Locale.ROOT).replace("-", "");
    SERVER.person("diaban" + suffix, commune(code).id(), Role.COMMUNITY_OFFICER);
    SERVER.person("chutich" + suffix, commune(code).id(), Role.CHAIR);
  }

  private static JsonNode calculated(String officer, String commune, int ago) {
    return done(
        as("diaban" + officer)
            .post(
                "/api/team-pay/sheets",
                Map.of("communeId", commune(commune).id(), "month", month(ago))));
  }

  /// A team of two whose pay of two months ago was decided.
  private static Made paid(String code) {
    Area own =
        SERVER
            .bean(Areas.class)
            .create(
                new NewArea(code, "Đơn vị " + code, AreaKind.COMMUNE, province.id()),
                today().minusDays(200),
                null);
    SERVER.person("diaban" + code, own.id(), Role.COMMUNITY_OFFICER);
    SERVER.person("chutich" + code, own.id(), Role.CHAIR);
    Area village = area(code + "-1", AreaKind.RESIDENTIAL_AREA, own);
    TestClient officer = as("diaban" + code);
    Made team =
        new TeamFixture(SERVER, "diaban" + code, "chutich" + code)
            .team(own, village.id(), null, null);
    done(
        officer.post(
            "/api/team-pay/village-types",
            Map.of("areaId", village.id(), "from", "2024-07-01", "type", 1, "paper", "9/QĐ")));
    JsonNode sheet =
        done(
            officer.post("/api/team-pay/sheets", Map.of("communeId", own.id(), "month", month(2))));
    done(
        as("chutich" + code)
            .post(
                "/api/team-pay/sheets/" + sheet.path("id").asString() + "/decision",
                Map.of("version", 1, "number", "31/QĐ-UBND", "on", today().toString())));
    return team;
  }
}
