package anbinh.community.team.duty;

import static org.assertj.core.api.Assertions.assertThat;

import anbinh.areas.Area;
import anbinh.areas.AreaKind;
import anbinh.areas.Areas;
import anbinh.areas.NewArea;
import anbinh.community.standard.StandardFact;
import anbinh.community.standard.StandardFacts;
import anbinh.community.standard.StandardFacts.Question;
import anbinh.community.standard.UnitKind;
import anbinh.community.team.TeamWorld;
import anbinh.community.team.TeamWorld.Made;
import anbinh.community.team.group.Groups;
import anbinh.community.team.merit.Merits;
import anbinh.identity.Role;
import anbinh.testing.TestClient;
import anbinh.testing.TestClient.Answer;
import anbinh.testing.TestServer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;

/// The work of teams over HTTP: drills, plan and log, equipment, pay, merit, groups of households.
class DutyIT {
  @RegisterExtension static final TestServer SERVER = new TestServer();

  private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");
  private static final Map<String, TestClient> CLIENTS = new HashMap<>();

  private static Area province = new Area(new UUID(0, 0), "", "", AreaKind.PROVINCE, null);
  private static Area commune = province;
  private static TeamWorld world = new TeamWorld(SERVER, "diaban", "chutich");
  private static int made;

  @BeforeAll
  static void world() {
    province =
        SERVER
            .bean(Areas.class)
            .create(new NewArea("38", "Tỉnh thử", AreaKind.PROVINCE, null), null);
    commune = area("C-1", AreaKind.COMMUNE, province);
    Area other = area("C-2", AreaKind.COMMUNE, province);
    SERVER.person("diaban", commune.id(), Role.COMMUNITY_OFFICER);
    SERVER.person("chutich", commune.id(), Role.CHAIR);
    SERVER.namedPerson("trungten", "Người diaban", commune.id(), Role.CHAIR);
    SERVER.person("totruong", commune.id(), Role.TEAM_LEADER);
    SERVER.person("tovien", commune.id(), Role.TEAM_MEMBER);
    SERVER.person("chuagan", commune.id(), Role.TEAM_LEADER);
    SERVER.person("xakhac", other.id(), Role.COMMUNITY_OFFICER, Role.CHAIR);
    SERVER.person("tonghop", province.id(), Role.ANALYST);
    SERVER.person("quantri", null, Role.ADMINISTRATOR);
  }

  private static Area area(String code, AreaKind kind, Area above) {
    return SERVER
        .bean(Areas.class)
        .create(new NewArea(code, "Đơn vị " + code, kind, above.id()), null);
  }

  private static Area village() {
    return area("C-1-" + ++made, AreaKind.RESIDENTIAL_AREA, commune);
  }

  private static Made team(@Nullable String... accounts) {
    return world.team(commune, village().id(), accounts);
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
    assertThat(answer.status()).as(answer.text()).isEqualTo(400);
    assertThat(answer.text())
        .contains("\"field\":\"" + field + "\"")
        .contains("\"code\":\"" + code + "\"");
  }

  private static LocalDate today() {
    return LocalDate.now(ZONE);
  }

  private static String month(int ago) {
    return YearMonth.from(today()).minusMonths(ago).toString();
  }

  private static Map<String, Object> with(Map<String, Object> body, String name, Object value) {
    Map<String, Object> changed = new HashMap<>(body);
    changed.put(name, value);
    return changed;
  }

  private static List<String> events(String type) {
    return SERVER
        .database()
        .client()
        .sql("select convert_from(leaf, 'UTF8') from audit.event where type = ? order by seq")
        .param(type)
        .query((row, number) -> row.getString(1))
        .list();
  }

  private static Map<String, Object> shift(LocalDate on, String starts, UUID... members) {
    return Map.of(
        "id",
        UUID.randomUUID(),
        "on",
        on.toString(),
        "starts",
        starts,
        "minutes",
        120,
        "route",
        "Khu chợ và trường học",
        "memberIds",
        members);
  }

  private static Map<String, Object> patrol(Instant end, long minutes, UUID... members) {
    return Map.of(
        "id", UUID.randomUUID(),
        "startedAt", end.minus(minutes, ChronoUnit.MINUTES).toString(),
        "endedAt", end.toString(),
        "memberIds", members,
        "words", "Địa bàn yên tĩnh, nhắc hàng quán đóng cửa đúng giờ.");
  }

  @Test
  void aDrillIsHeldWithEachWhoServesAndWhoWasAtNoneIsNamed() {
    Made team = team(null, null);
    Map<String, Object> wanted =
        Map.of(
            "communeId",
            commune.id(),
            "kind",
            "DRILL",
            "subject",
            "Chữa cháy khu dân cư",
            "on",
            today().toString(),
            "minutes",
            180,
            "teamIds",
            List.of(team.team()));
    wrong(
        as("diaban").post("/api/team-drills", with(wanted, "teamIds", List.of(UUID.randomUUID()))),
        "teamIds",
        "team-not-there");
    String id = done(as("diaban").post("/api/team-drills", wanted)).path("id").asString();
    String path = "/api/team-drills/" + id;
    refused(as("xakhac").get(path), "not-your-area");
    assertThat(gaps()).contains(team.team().toString());
    assertThat(done(as("diaban").get(path + "?on=" + today().minusDays(300))).path("attendance"))
        .isEmpty();
    Map<String, Object> result =
        Map.of(
            "on", today().toString(),
            "minutes", 170,
            "attendance",
                List.of(Map.of("memberId", team.members().getFirst(), "outcome", "PASSED")));
    wrong(as("diaban").post(path + "/result", result), "attendance", "team-attendance-missing");
    result =
        with(
            result,
            "attendance",
            List.of(
                Map.of("memberId", team.members().getFirst(), "outcome", "PASSED"),
                Map.of("memberId", team.members().getLast(), "outcome", "NOT_PASSED")));
    done(as("diaban").post(path + "/result", result));
    refused(as("diaban").post(path + "/result", result), "drill-over");
    refused(as("diaban").post(path + "/cancellation", Map.of("reason", "Mưa")), "drill-over");
    JsonNode read = done(as("chutich").get(path));
    assertThat(read.path("drill").path("state").asString()).isEqualTo("HELD");
    assertThat(read.path("attendance").toString()).contains("PASSED", "NOT_PASSED");
    assertThat(gaps()).doesNotContain(team.team().toString());
    String leaving = "/api/teams/" + team.team() + "/members/" + team.members().getLast();
    done(
        as("diaban")
            .post(leaving + "/leaving", Map.of("on", today().toString(), "reason", "MOVED")));
    assertThat(done(as("chutich").get(path)).path("attendance")).hasSize(2);
    Map<String, Object> again = with(with(result, "version", 1), "reason", "Ghi nhầm người");
    again =
        with(
            again,
            "attendance",
            team.members().stream()
                .map(each -> Map.of("memberId", each, "outcome", "ABSENT"))
                .toList());
    refused(as("diaban").post(path + "/corrections", with(again, "version", 2)), "drill-changed");
    refused(as("chutich").post(path + "/corrections", again), "not-your-role");
    done(as("diaban").post(path + "/corrections", again));
    refused(as("diaban").post(path + "/corrections", again), "drill-changed");
    JsonNode corrected = done(as("chutich").get(path));
    assertThat(corrected.path("attendance").toString()).doesNotContain("PASSED");
    assertThat(corrected.path("results")).hasSize(2);
    assertThat(corrected.path("results").path(1).path("attendance").toString()).contains("PASSED");
    assertThat(gaps()).as("who was noted by mistake was at none").contains("Thành viên");
    JsonNode list = done(as("chutich").get("/api/team-drills"));
    assertThat(list.toString()).contains(id).doesNotContain("Thành viên");
    assertThat(events("team.drill-held").getLast()).doesNotContain("Thành viên");
  }

  private static String gaps() {
    return done(as("chutich").get("/api/team-drills/gaps")).toString();
  }

  @Test
  void aMonthIsPlannedCopiedAndSaysWhoCannotBeOnIt() {
    SERVER.person("totruong2", commune.id(), Role.TEAM_LEADER);
    Made team = team("totruong2", null, null);
    UUID leader = team.members().getFirst();
    UUID other = team.members().get(1);
    String path = "/api/teams/" + team.team();
    LocalDate day = today().plusDays(1);
    Map<String, Object> first = shift(day, "20:00", leader, other);
    done(as("totruong2").post(path + "/patrol-shifts", first));
    done(as("totruong2").post(path + "/patrol-shifts", first));
    wrong(
        as("totruong2").post(path + "/patrol-shifts", shift(day, "21:30", other)),
        "memberIds",
        "team-shift-twice");
    wrong(
        as("totruong2").post(path + "/patrol-shifts", shift(day, "22:30", UUID.randomUUID())),
        "memberIds",
        "team-not-serving");
    wrong(
        as("totruong2")
            .post(
                path + "/patrol-shifts",
                with(shift(day, "3:30", leader), "route", "Nhà có số 0912 345 678")),
        "route",
        "team-words-number");
    JsonNode plan = plan(path, YearMonth.from(day).toString());
    assertThat(plan.path("shifts")).hasSize(1);
    assertThat(plan.path("shifts").path(0).path("conflicts")).isEmpty();
    assertThat(plan.path("mayKeep").asBoolean()).isTrue();
    refused(
        as("chutich").post(path + "/patrol-shifts", shift(day, "1:00", leader)), "not-your-role");

    done(
        as("diaban")
            .post(
                path + "/members/" + other + "/leaving",
                Map.of("on", today().toString(), "reason", "RESIGNED")));
    plan = plan(path, YearMonth.from(day).toString());
    assertThat(plan.path("shifts").path(0).path("conflicts").toString()).contains("NOT_SERVING");
    String next = YearMonth.from(day).plusMonths(1).toString();
    JsonNode copied = done(as("totruong2").post(path + "/patrol-plan/copy", Map.of("month", next)));
    boolean fifth = day.getDayOfMonth() > 28;
    assertThat(copied.path("copied").asInt() + copied.path("without").asInt()).isEqualTo(1);
    if (!fifth) {
      assertThat(copied.path("leftOut").asInt()).isEqualTo(1);
      assertThat(plan(path, next).path("shifts").path(0).path("members")).hasSize(1);
    }
    assertThat(
            done(as("totruong2").post(path + "/patrol-plan/copy", Map.of("month", next)))
                .path("copied")
                .asInt())
        .isZero();
    String shift = plan.path("shifts").path(0).path("id").asString();
    String cancel = path + "/patrol-shifts/" + shift + "/cancellation";
    done(as("totruong2").post(cancel, Map.of("reason", "Mưa to")));
    refused(as("totruong2").post(cancel, Map.of("reason", "Mưa to")), "shift-over");

    String undo = path + "/members/" + other + "/leaving/taking-back";
    done(as("diaban").post(undo, Map.of("reason", "Ghi nhầm người")));
    refused(as("diaban").post(undo, Map.of("reason", "Ghi nhầm người")), "leaving-stands");
    assertThat(done(as("diaban").get(path)).path("members").toString()).doesNotContain("LEFT");
  }

  private static JsonNode plan(String path, String month) {
    return done(as("totruong2").get(path + "/patrol-plan?month=" + month));
  }

  @Test
  void aPatrolIsWrittenDownOnceLateOnesAndCorrectionsAreMarkedAndHoursCounted() {
    SERVER.person("totruong3", commune.id(), Role.TEAM_LEADER);
    Made team = team("totruong3", null);
    UUID leader = team.members().getFirst();
    UUID other = team.members().getLast();
    String path = "/api/teams/" + team.team();
    Instant end = Instant.now().truncatedTo(ChronoUnit.MINUTES).minus(1, ChronoUnit.HOURS);
    Map<String, Object> first = patrol(end, 90, leader, other);
    done(as("totruong3").post(path + "/patrols", first));
    done(as("totruong3").post(path + "/patrols", first));
    refused(
        as("totruong3").post(path + "/patrols", with(first, "memberIds", List.of(leader))),
        "patrol-there");
    Map<String, Object> far = shift(today().plusDays(5), "20:00", leader);
    done(as("totruong3").post(path + "/patrol-shifts", far));
    wrong(
        as("totruong3")
            .post(
                path + "/patrols",
                with(
                    patrol(end.minus(5, ChronoUnit.HOURS), 30, leader),
                    "shiftId",
                    Objects.requireNonNull(far.get("id")))),
        "shiftId",
        "team-shift-day");
    wrong(
        as("totruong3")
            .post(path + "/patrols", patrol(end.minus(30, ChronoUnit.MINUTES), 30, other)),
        "memberIds",
        "team-patrol-twice");
    wrong(
        as("totruong3")
            .post(
                path + "/patrols",
                with(
                    patrol(end.minus(5, ChronoUnit.HOURS), 30, leader),
                    "words",
                    "Gặp xe 36B1-123.45 ở chợ")),
        "words",
        "team-words-number");
    wrong(
        as("totruong3").post(path + "/patrols", patrol(end.plus(3, ChronoUnit.HOURS), 30, leader)),
        "endedAt",
        "past-or-present");
    wrong(
        as("totruong3")
            .post(path + "/patrols", patrol(end.minus(9, ChronoUnit.HOURS), 800, leader)),
        "endedAt",
        "team-patrol-long");
    done(
        as("totruong3").post(path + "/patrols", patrol(end.minus(3, ChronoUnit.DAYS), 60, leader)));
    refused(as("tovien").post(path + "/patrols", first), "not-your-role");
    refused(as("xakhac").get(path + "/patrols"), "not-your-area");

    JsonNode log = done(as("totruong3").get(path + "/patrols")).path("items");
    assertThat(log).hasSize(2);
    assertThat(log.path(0).path("late").asBoolean()).isTrue();
    assertThat(log.path(1).path("late").asBoolean()).isFalse();
    Map<String, Object> correction =
        Map.of(
            "version",
            1,
            "startedAt",
            end.minus(60, ChronoUnit.MINUTES).toString(),
            "endedAt",
            end.toString(),
            "memberIds",
            List.of(leader),
            "words",
            "Như trên, tổ phó không đi.",
            "reason",
            "Ghi nhầm người");
    String corrections = path + "/patrols/" + log.path(1).path("id").asString() + "/corrections";
    done(as("totruong3").post(corrections, correction));
    refused(as("totruong3").post(corrections, correction), "patrol-changed");
    JsonNode corrected = done(as("chutich").get(path + "/patrols")).path("items").path(1);
    assertThat(corrected.path("now").path("members")).hasSize(1);
    assertThat(corrected.path("before").path(0).path("members")).hasSize(2);
    JsonNode hours = done(as("totruong3").get(path + "/patrol-hours")).path("items");
    JsonNode before = done(as("totruong3").get(path + "/patrol-hours?month=" + month(1)));
    assertThat(minutes(hours) + minutes(before.path("items"))).isEqualTo(120);
    assertThat(hours.toString()).doesNotContain(other.toString());
    assertThat(done(as("chutich").get("/api/team-patrols")).toString())
        .contains(team.team().toString())
        .doesNotContain("Thành viên");

    assertThat(
            SERVER
                .database()
                .client()
                .sql(
                    "select string_agg(encode(words_cipher, 'escape'), '') from community.patrol_version")
                .query((row, number) -> row.getString(1))
                .single())
        .doesNotContain("yên tĩnh");
    assertThat(events("team.patrol-recorded").toString()).doesNotContain("yên", "Thành viên");
    SERVER
        .database()
        .client()
        .sql(
            "update community.patrol set recorded_at = recorded_at - interval '800 days'"
                + " where team_id = ? and late")
        .param(team.team())
        .update();
    assertThat(SERVER.bean(Patrols.class).eraseOld()).isEqualTo(1);
    assertThat(events("team.patrols-erased")).hasSize(1);
    JsonNode erased = done(as("chutich").get(path + "/patrols")).path("items").path(1);
    assertThat(erased.path("erased").asBoolean()).isTrue();
    assertThat(erased.path("now").path("words").isNull()).isTrue();
  }

  @Test
  void aPatrolThatNeverWasIsAnnulledAndCountsNowhere() {
    SERVER.person("totruong5", commune.id(), Role.TEAM_LEADER);
    Made team = team("totruong5", null);
    UUID leader = team.members().getFirst();
    String path = "/api/teams/" + team.team();
    Map<String, Object> shift = shift(today(), "20:00", leader);
    done(as("totruong5").post(path + "/patrol-shifts", shift));
    Instant end = Instant.now().truncatedTo(ChronoUnit.MINUTES).minus(1, ChronoUnit.HOURS);
    Map<String, Object> made =
        with(patrol(end, 90, leader), "shiftId", Objects.requireNonNull(shift.get("id")));
    done(as("totruong5").post(path + "/patrols", made));
    String month = YearMonth.from(today()).toString();
    String plan = path + "/patrol-plan?month=" + month;
    assertThat(done(as("diaban").get(plan)).path("shifts").path(0).path("patrolled").asBoolean())
        .isTrue();
    Map<String, Object> reason = Map.of("version", 1, "reason", "Chọn nhầm ca");
    String one = path + "/patrols/" + made.get("id");
    refused(as("totruong5").post(one + "/annulment", reason), "not-your-role");
    refused(as("diaban").post(one + "/annulment", with(reason, "version", 2)), "patrol-changed");
    assertThat(patrols(path).path("mayAnnul").asBoolean()).isTrue();
    done(as("diaban").post(one + "/annulment", reason));
    refused(as("diaban").post(one + "/annulment", reason), "patrol-annulled");
    JsonNode annulled = patrols(path);
    assertThat(annulled.path("annulled").asBoolean()).isTrue();
    assertThat(annulled.path("now").path("reason").asString()).isEqualTo("Chọn nhầm ca");
    assertThat(annulled.path("before")).hasSize(1);
    for (int ago = 0; ago < 2; ago++) {
      assertThat(done(as("diaban").get(path + "/patrol-hours?month=" + month(ago))).path("items"))
          .isEmpty();
    }
    assertThat(done(as("diaban").get(plan)).path("shifts").path(0).path("patrolled").asBoolean())
        .isFalse();
    done(as("totruong5").post(path + "/patrols", with(made, "id", UUID.randomUUID())));
    assertThat(events("team.patrol-annulled").getLast()).doesNotContain("nhầm");
  }

  private static JsonNode patrols(String path) {
    return done(as("diaban").get(path + "/patrols")).path("items").path(0);
  }

  private static long minutes(JsonNode hours) {
    return hours.valueStream().mapToLong(each -> each.path("minutes").asLong()).sum();
  }

  @Test
  void anAccountOfAWholeCommuneOpensNoTeamUntilItIsBound() {
    Made team = team("tovien", null);
    String path = "/api/teams/" + team.team();
    refused(as("chuagan").get(path), "not-your-area");
    refused(as("chuagan").get(path + "/patrol-plan"), "not-your-area");
    assertThat(done(as("chuagan").get("/api/teams")).path("items")).isEmpty();
    refused(as("chuagan").get("/api/teams/own-record"), "not-a-member");
    done(as("tovien").get(path + "/patrol-plan"));
    JsonNode own = done(as("tovien").get("/api/teams/own-record"));
    assertThat(own.path("memberId").asString()).isEqualTo(team.members().getFirst().toString());
    assertThat(events("team.own-record-read")).isNotEmpty();
  }

  @Test
  void equipmentIsIssuedByPaperAndWhoLeavesWithItIsNamed() {
    Made team = team(null, null);
    UUID member = team.members().getLast();
    Map<String, Object> received =
        Map.of(
            "communeId",
            commune.id(),
            "kind",
            "SUPPORT_TOOL",
            "name",
            "Gậy cao su",
            "serials",
            List.of("GCS-01", "GCS-02"),
            "on",
            today().minusDays(5).toString(),
            "paper",
            "01/PNK");
    JsonNode items = done(as("diaban").post("/api/team-equipment", received)).path("items");
    wrong(as("diaban").post("/api/team-equipment", received), "serials", "equipment-serial-taken");
    String item = "/api/team-equipment/" + items.path(0).path("id").asString();
    Map<String, Object> issue =
        Map.of(
            "moves",
            1,
            "move",
            "ISSUED",
            "on",
            today().toString(),
            "memberId",
            member,
            "paper",
            "02/BBGN");
    wrong(as("diaban").post(item + "/moves", with(issue, "paper", "")), "paper", "required");
    done(as("diaban").post(item + "/moves", issue));
    refused(as("diaban").post(item + "/moves", issue), "equipment-changed");
    refused(as("diaban").post(item + "/moves", with(issue, "moves", 2)), "equipment-state");
    assertThat(done(as("diaban").get("/api/team-equipment?memberId=" + member)).path("items"))
        .hasSize(1);
    assertThat(done(as("chutich").get("/api/team-equipment/outstanding")).path("items")).isEmpty();
    done(
        as("diaban")
            .post(
                "/api/teams/" + team.team() + "/members/" + member + "/leaving",
                Map.of("on", today().toString(), "reason", "MOVED")));
    assertThat(done(as("chutich").get("/api/team-equipment/outstanding")).toString())
        .contains("GCS-01", "Thành viên");
    Map<String, Object> take =
        Map.of(
            "communeId",
            commune.id(),
            "on",
            today().toString(),
            "paper",
            "03/BBKK",
            "items",
            seen("GOOD"));
    wrong(
        as("diaban")
            .post(
                "/api/team-equipment/stocktakings",
                with(take, "items", List.of(seen("GOOD").getFirst()))),
        "items",
        "equipment-not-looked-for");
    done(
        as("diaban")
            .post("/api/team-equipment/stocktakings", with(take, "items", seen("MISSING"))));
    assertThat(
            done(as("chutich").get("/api/team-equipment/stocktakings"))
                .path("items")
                .path(0)
                .path("missing")
                .toString())
        .contains("GCS-01");
    done(
        as("diaban")
            .post(
                item + "/moves", Map.of("moves", 2, "move", "RETURNED", "on", today().toString())));
    assertThat(done(as("chutich").get("/api/team-equipment/outstanding")).path("items")).isEmpty();
    assertThat(done(as("chutich").get(item)).path("moves")).hasSize(3);
  }

  private static List<Map<String, String>> seen(String how) {
    return done(as("diaban").get("/api/team-equipment?limit=200"))
        .path("items")
        .valueStream()
        .map(each -> Map.of("id", each.path("id").asString(), "seen", how))
        .toList();
  }

  @Test
  void aMonthsPaySaysHowItCameAboutIsDecidedByAnotherAndCorrectedLater() throws IOException {
    Area own = area("C-3", AreaKind.COMMUNE, province);
    SERVER.person("diaban3", own.id(), Role.COMMUNITY_OFFICER);
    SERVER.person("chutich3", own.id(), Role.CHAIR);
    SERVER.namedPerson("trungten3", "Người diaban3", own.id(), Role.CHAIR);
    Area village = area("C-3-1", AreaKind.RESIDENTIAL_AREA, own);
    Made team = new TeamWorld(SERVER, "diaban3", "chutich3").team(own, village.id(), null, null);
    String sheets = "/api/team-pay/sheets";
    Map<String, Object> wanted = Map.of("communeId", own.id(), "month", month(2));
    wrong(as("diaban3").post(sheets, with(wanted, "month", "2026-13")), "month", "team-month");
    JsonNode sheet = done(as("diaban3").post(sheets, wanted));
    assertThat(sheet.path("sum").asInt()).isZero();
    assertThat(sheet.path("missing").toString())
        .contains("VILLAGE_TYPE", "SOCIAL_INSURANCE", "HEALTH_INSURANCE");

    done(
        as("diaban3")
            .post(
                "/api/team-pay/village-types",
                Map.of("areaId", village.id(), "from", "2024-07-01", "type", 1, "paper", "9/QĐ")));
    sheet = done(as("diaban3").post(sheets, wanted));
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
    refused(as("diaban3").post(sheets, wanted), "pay-sheet-decided");
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
                "/api/teams/" + team.team() + "/members/" + team.members().getLast() + "/leaving",
                Map.of("on", left.toString(), "reason", "RESIGNED")));
    JsonNode later = done(as("diaban3").post(sheets, with(wanted, "month", month(1))));
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
                "/api/areas/endings",
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
    Map<String, Object> wanted = Map.of("communeId", whole.id(), "month", month(2));
    assertThat(done(as("diaban10").post(sheets, wanted)).path("sum").asInt()).isZero();
    LocalDate left = YearMonth.from(today()).minusMonths(2).atDay(16);
    done(
        as("diaban10")
            .post(
                "/api/teams/" + other.team() + "/members/" + other.members().getLast() + "/leaving",
                Map.of("on", left.toString(), "reason", "RESIGNED")));
    JsonNode later = done(as("diaban10").post(sheets, with(wanted, "month", month(1))));
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
        new TeamWorld(SERVER, "diaban" + code, "chutich" + code)
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

  @Test
  void disciplineIsReadByTheOfficeAndByWhomItIsAboutAndCountedAsAYesOrNo() {
    SERVER.person("totruong4", commune.id(), Role.TEAM_LEADER);
    SERVER.person("tovien4", commune.id(), Role.TEAM_MEMBER);
    SERVER.namedPerson("trungten4", "Thành viên kia", commune.id(), Role.COMMUNITY_OFFICER);
    Made team = team("totruong4", "tovien4");
    UUID member = team.members().getLast();
    String path = "/api/teams/" + team.team() + "/merits";
    Map<String, Object> discipline =
        Map.of(
            "memberId", member,
            "form", "REPRIMAND",
            "authority", "Chủ tịch UBND xã",
            "number", "41/QĐ-UBND",
            "on", today().toString(),
            "words", "Bỏ ca nhiều lần");
    done(as("diaban").post(path, discipline));
    Map<String, Object> rating =
        Map.of(
            "form", "TASK_DONE_WELL",
            "year", today().getYear(),
            "authority", "Chủ tịch UBND xã",
            "number", "42/QĐ-UBND",
            "on", today().toString());
    wrong(as("diaban").post(path, with(rating, "memberId", member)), "memberId", "merit-team-only");
    done(as("diaban").post(path, rating));
    wrong(as("diaban").post(path, rating), "year", "merit-rated");
    assertThat(done(as("chutich").get(path)).toString()).contains("REPRIMAND", "Bỏ ca");
    assertThat(done(as("totruong4").get(path)).toString())
        .contains("TASK_DONE_WELL")
        .doesNotContain("REPRIMAND");
    assertThat(done(as("tovien4").get("/api/teams/own-record")).toString()).contains("REPRIMAND");
    assertThat(events("team.merit-noted").toString())
        .doesNotContain("REPRIMAND", member.toString());
    SERVER
        .database()
        .client()
        .sql("update community.member set name = 'Thành viên kia' where id = ?")
        .param(member)
        .update();
    refused(as("trungten4").post(path, discipline), "own-merit");

    List<StandardFact> facts =
        SERVER
            .bean("teamRatings", StandardFacts.class)
            .answer(
                new Question(
                    team.village(),
                    UnitKind.RESIDENTIAL_AREA,
                    today().getYear(),
                    today().minusDays(30),
                    today(),
                    "4.5"));
    assertThat(facts)
        .containsExactly(
            new StandardFact("TEAMS_RATED_DONE", 1, 1L),
            new StandardFact("TEAM_MEMBER_DISCIPLINED", 1, null));
    SERVER
        .database()
        .client()
        .sql(
            "update community.team_merit set noted_at = noted_at - interval '2000 days'"
                + " where kind = 'DISCIPLINE'")
        .update();
    assertThat(SERVER.bean(Merits.class).eraseOld()).isEqualTo(1);
    // Whoever could join the certificate with the notes would know who was disciplined.
    assertThat(events("team.merit-words-erased").getLast())
        .contains("\"count\":1")
        .doesNotContain(team.team().toString(), "entries");
    assertThat(done(as("chutich").get(path)).toString()).doesNotContain("REPRIMAND", "Bỏ ca");
    String merit = done(as("chutich").get(path)).path("items").path(0).path("id").asString();
    done(as("diaban").post(path + "/" + merit + "/withdrawal", Map.of("reason", "Nhầm tổ")));
    refused(
        as("diaban").post(path + "/" + merit + "/withdrawal", Map.of("reason", "Nhầm tổ")),
        "merit-over");
  }

  @Test
  void groupsOfHouseholdsAreLedMergedAndCounted() {
    Area village = village();
    String groups = "/api/self-managed-groups";
    Map<String, Object> wanted =
        Map.of(
            "kind",
            "SOCIAL_SECURITY",
            "villageId",
            village.id(),
            "name",
            "Tổ liên gia 1",
            "households",
            30,
            "number",
            "51/QĐ-UBND",
            "on",
            today().minusYears(7).toString());
    JsonNode first = done(as("diaban").post(groups, wanted));
    wrong(as("diaban").post(groups, wanted), "name", "group-name-taken");
    JsonNode second = done(as("diaban").post(groups, with(wanted, "name", "Tổ liên gia 2")));
    String path = groups + "/" + first.path("id").asString();
    Map<String, Object> leader =
        Map.of(
            "position", "LEADER",
            "name", "Phạm Thị Mai",
            "phone", "0912 345 678",
            "from", today().minusYears(6).toString(),
            "until", today().plusYears(1).toString(),
            "number", "52/QĐ-UBND",
            "on", today().minusYears(6).toString());
    wrong(as("diaban").post(path + "/leaders", with(leader, "phone", "x")), "phone", "team-phone");
    assertThat(done(as("diaban").post(path + "/leaders", leader)).path("led").asBoolean()).isTrue();
    done(
        as("diaban")
            .post(
                path + "/leaders",
                with(
                    with(leader, "name", "Lê Văn Sáu"), "from", today().minusYears(5).toString())));
    wrong(as("diaban").post(path + "/leaders", leader), "from", "group-leader-later");
    JsonNode read = done(as("chutich").get(path));
    assertThat(read.path("leaders")).hasSize(2);
    assertThat(read.path("leaders").path(1).path("until").asString())
        .isEqualTo(today().minusYears(5).minusDays(1).toString());
    String sau = path + "/leaders/" + read.path("leaders").path(0).path("id").asString();
    Map<String, Object> mended =
        Map.of("version", 1, "name", "Lê Văn Sáu", "phone", "0912 345 679", "reason", "Đổi số");
    wrong(
        as("diaban").post(sau + "/corrections", with(mended, "reason", "Gọi 0912 345 679")),
        "reason",
        "team-words-number");
    done(as("diaban").post(sau + "/corrections", mended));
    refused(as("diaban").post(sau + "/corrections", mended), "group-changed");
    Map<String, Object> resigned =
        Map.of(
            "version", 2, "on", today().minusDays(1).toString(), "reason", "Xin thôi vì sức khỏe");
    wrong(
        as("diaban").post(sau + "/end", with(resigned, "on", today().plusDays(1).toString())),
        "on",
        "past-or-present");
    assertThat(done(as("diaban").post(sau + "/end", resigned)).path("led").asBoolean()).isFalse();
    JsonNode kept = done(as("chutich").get(path)).path("leaders").path(0);
    assertThat(kept.path("phone").asString()).isEqualTo("0912 345 679");
    assertThat(kept.path("before")).hasSize(2);
    assertThat(kept.path("before").toString()).contains("0912 345 678", "Đổi số");
    Map<String, Object> change = Map.of("version", 0, "name", "Tổ liên gia 1", "households", 33);
    done(as("diaban").post(path + "/changes", change));
    refused(as("diaban").post(path + "/changes", change), "group-changed");
    assertThat(done(as("tonghop").get(groups + "/figures")).toString())
        .contains("SOCIAL_SECURITY")
        .doesNotContain("Phạm");
    assertThat(SERVER.bean(Groups.class).eraseOld()).isEqualTo(1);
    assertThat(done(as("chutich").get(path)).path("leaders").path(1).path("name").isNull())
        .isTrue();
    done(
        as("diaban")
            .post(
                path + "/end",
                Map.of(
                    "on", today().toString(),
                    "intoId", second.path("id").asString(),
                    "paper", "53/QĐ-UBND")));
    refused(as("diaban").post(path + "/leaders", leader), "group-over");
    assertThat(done(as("chutich").get(groups)).toString())
        .contains("\"households\":63")
        .doesNotContain("Tổ liên gia 1");
    assertThat(done(as("chutich").get(groups + "?ended=true")).toString())
        .contains("Tổ liên gia 1");
    refused(as("xakhac").get(path), "not-your-area");
  }
}
