package anbinh.teamwork.duty;

import static org.assertj.core.api.Assertions.assertThat;

import anbinh.identity.Role;
import anbinh.standard.StandardFact;
import anbinh.standard.StandardFacts;
import anbinh.standard.StandardFacts.Question;
import anbinh.standard.UnitKind;
import anbinh.team.TeamFixture.Made;
import anbinh.teamwork.merit.Merits;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// The work of teams over HTTP: drills, plan and log, equipment, merit; pay and groups of
/// households are inherited, so that all share one server.
class DutyIT extends GroupTests {
  @Test
  void aDrillIsHeldWithEachWhoServesAndWhoWasAtNoneIsNamed() {
    Made team = team(null, null);
    Map<String, Object> requested =
        Map.of(
            "id",
            UUID.randomUUID(),
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
        as("diaban")
            .post("/api/team-drills", with(requested, "teamIds", List.of(UUID.randomUUID()))),
        "teamIds",
        "team-not-there");
    String id = done(as("diaban").post("/api/team-drills", requested)).path("id").asString();
    String path = "/api/team-drills/" + id;
    assertThat(done(as("diaban").post("/api/team-drills", requested)).path("id").asString())
        .isEqualTo(id);
    refused(
        as("diaban").post("/api/team-drills", with(requested, "minutes", 181)), "work-sent-before");
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
            .post(leaving + "/departure", Map.of("on", today().toString(), "reason", "MOVED")));
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
    LocalDate tomorrow = today().plusDays(1);
    // A fifth Sunday is not in each month, a first one is.
    LocalDate day = tomorrow.getDayOfMonth() > 28 ? tomorrow.plusDays(7) : tomorrow;
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
                path + "/members/" + other + "/departure",
                Map.of("on", today().toString(), "reason", "RESIGNED")));
    plan = plan(path, YearMonth.from(day).toString());
    assertThat(plan.path("shifts").path(0).path("conflicts").toString()).contains("NOT_SERVING");
    String next = YearMonth.from(day).plusMonths(1).toString();
    JsonNode copied = done(as("totruong2").post(path + "/patrol-plan/copy", Map.of("month", next)));
    assertThat(copied.path("copied").asInt()).isOne();
    assertThat(copied.path("without").asInt()).isZero();
    assertThat(copied.path("leftOut").asInt()).isOne();
    JsonNode copy = plan(path, next).path("shifts").path(0);
    assertThat(copy.path("members")).hasSize(1);
    assertThat(LocalDate.parse(copy.path("on").asString()).getDayOfWeek())
        .isEqualTo(day.getDayOfWeek());
    JsonNode again = done(as("totruong2").post(path + "/patrol-plan/copy", Map.of("month", next)));
    assertThat(again.path("copied").asInt()).isZero();
    assertThat(again.path("without").asInt()).isOne();
    String shift = plan.path("shifts").path(0).path("id").asString();
    String cancel = path + "/patrol-shifts/" + shift + "/cancellation";
    done(as("totruong2").post(cancel, Map.of("reason", "Mưa to")));
    refused(as("totruong2").post(cancel, Map.of("reason", "Mưa to")), "shift-over");

    String undo = path + "/members/" + other + "/departure/withdrawal";
    done(as("diaban").post(undo, Map.of("reason", "Ghi nhầm người")));
    refused(as("diaban").post(undo, Map.of("reason", "Ghi nhầm người")), "leaving-stands");
    assertThat(done(as("diaban").get(path)).path("members").toString()).doesNotContain("LEFT");
  }

  @Test
  void whatIsPlannedLiesAheadAndNotTooFar() {
    SERVER.person("totruong6", commune.id(), Role.TEAM_LEADER);
    Made team = team("totruong6");
    UUID leader = team.members().getFirst();
    String path = "/api/teams/" + team.team();
    var asLeader = as("totruong6");
    wrong(
        asLeader.post(path + "/patrol-shifts", shift(today().minusDays(1), "20:00", leader)),
        "on",
        "team-day-over");
    wrong(
        asLeader.post(path + "/patrol-shifts", shift(today().plusDays(93), "20:00", leader)),
        "on",
        "team-day-far");
    String copy = path + "/patrol-plan/copy";
    wrong(asLeader.post(copy, Map.of("month", month(1))), "month", "team-day-over");
    wrong(asLeader.post(copy, Map.of("month", month(-5))), "month", "team-day-far");
    assertThat(
            asLeader
                .post(path + "/patrol-shifts", shift(today().plusDays(1), "24:30", leader))
                .status())
        .isEqualTo(400);
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
    assertIsCorrected(path, log.path(1).path("id").asString(), end, leader);
    JsonNode hours = done(as("totruong3").get(path + "/patrol-hours")).path("items");
    JsonNode before = done(as("totruong3").get(path + "/patrol-hours?month=" + month(1)));
    assertThat(minutes(hours) + minutes(before.path("items"))).isEqualTo(120);
    assertThat(hours.toString()).doesNotContain(other.toString());
    assertThat(done(as("chutich").get("/api/team-patrols")).toString())
        .contains(team.team().toString())
        .doesNotContain("Thành viên");
    assertWordsAreHiddenAndErased(team.team(), path);
  }

  /// The one who was not there is taken out; what was written before stays to be read.
  private static void assertIsCorrected(String path, String id, Instant end, UUID leader) {
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
    String corrections = path + "/patrols/" + id + "/corrections";
    done(as("totruong3").post(corrections, correction));
    refused(as("totruong3").post(corrections, correction), "patrol-changed");
    JsonNode corrected = done(as("chutich").get(path + "/patrols")).path("items").path(1);
    assertThat(corrected.path("now").path("members")).hasSize(1);
    assertThat(corrected.path("before").path(0).path("members")).hasSize(2);
  }

  private static void assertWordsAreHiddenAndErased(UUID team, String path) {
    assertThat(
            SERVER
                .database()
                .client()
                .sql(
                    "select string_agg(encode(words_cipher, 'escape'), '') from teamwork.patrol_version")
                .query((row, number) -> row.getString(1))
                .single())
        .doesNotContain("yên tĩnh");
    assertThat(events("team.patrol-recorded").toString()).doesNotContain("yên", "Thành viên");
    SERVER
        .database()
        .client()
        .sql(
            "update teamwork.patrol set recorded_at = recorded_at - interval '800 days'"
                + " where team_id = ? and late")
        .param(team)
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
            "id",
            UUID.randomUUID(),
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
    assertThat(done(as("diaban").post("/api/team-equipment", received)).path("items"))
        .as("what is sent twice is there once")
        .isEqualTo(items);
    refused(
        as("diaban").post("/api/team-equipment", with(received, "serials", List.of("GCS-01"))),
        "work-sent-before");
    wrong(
        as("diaban").post("/api/team-equipment", fresh(received)),
        "serials",
        "equipment-serial-taken");
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
    wrong(as("diaban").post(item + "/movements", with(issue, "paper", "")), "paper", "required");
    done(as("diaban").post(item + "/movements", issue));
    refused(as("diaban").post(item + "/movements", issue), "equipment-changed");
    refused(as("diaban").post(item + "/movements", with(issue, "moves", 2)), "equipment-state");
    assertThat(done(as("diaban").get("/api/team-equipment?memberId=" + member)).path("items"))
        .hasSize(1);
    assertThat(done(as("chutich").get("/api/team-equipment/outstanding")).path("items")).isEmpty();
    done(
        as("diaban")
            .post(
                "/api/teams/" + team.team() + "/members/" + member + "/departure",
                Map.of("on", today().toString(), "reason", "MOVED")));
    assertThat(done(as("chutich").get("/api/team-equipment/outstanding")).toString())
        .contains("GCS-01", "Thành viên");
    Map<String, Object> take =
        Map.of(
            "id",
            UUID.randomUUID(),
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
    Map<String, Object> taken = with(take, "items", seen("MISSING"));
    done(as("diaban").post("/api/team-equipment/stocktakings", taken));
    done(as("diaban").post("/api/team-equipment/stocktakings", taken));
    refused(as("diaban").post("/api/team-equipment/stocktakings", take), "work-sent-before");
    assertThat(done(as("chutich").get("/api/team-equipment/stocktakings")).path("items"))
        .hasSize(1);
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
                item + "/movements",
                Map.of("moves", 2, "move", "RETURNED", "on", today().toString())));
    assertThat(done(as("chutich").get("/api/team-equipment/outstanding")).path("items")).isEmpty();
    assertThat(done(as("chutich").get(item)).path("moves")).hasSize(3);
  }

  private static List<Map<String, String>> seen(String how) {
    return done(as("diaban").get("/api/team-equipment?limit=200"))
        .path("items")
        .valueStream()
        .filter(each -> !each.path("state").asString().equals("WRITTEN_OFF"))
        .map(each -> Map.of("id", each.path("id").asString(), "seen", how))
        .toList();
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
            "id", UUID.randomUUID(),
            "memberId", member,
            "form", "REPRIMAND",
            "authority", "Chủ tịch UBND xã",
            "number", "41/QĐ-UBND",
            "on", today().toString(),
            "words", "Bỏ ca nhiều lần");
    done(as("diaban").post(path, discipline));
    done(as("diaban").post(path, discipline));
    refused(as("diaban").post(path, with(discipline, "words", "Khác")), "work-sent-before");
    assertThat(done(as("chutich").get(path)).path("items")).hasSize(1);
    Map<String, Object> rating =
        Map.of(
            "id",
            UUID.randomUUID(),
            "form",
            "TASK_DONE_WELL",
            "year",
            today().getYear(),
            "authority",
            "Chủ tịch UBND xã",
            "number",
            "42/QĐ-UBND",
            "on",
            today().toString());
    wrong(as("diaban").post(path, with(rating, "memberId", member)), "memberId", "merit-team-only");
    done(as("diaban").post(path, rating));
    wrong(as("diaban").post(path, fresh(rating)), "year", "merit-rated");
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
        .sql("update team.member set name = 'Thành viên kia' where id = ?")
        .param(member)
        .update();
    refused(as("trungten4").post(path, fresh(discipline)), "own-merit");

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
            new StandardFact("TEAM_MEMBER_DISCIPLINED", 1, null, true));
    SERVER
        .database()
        .client()
        .sql(
            "update teamwork.merit set noted_at = noted_at - interval '2000 days'"
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
  void anOfficerOfTheProvinceWorksForEachOfItsCommunes() {
    Made team = team(null, null);
    String here = "?communeId=" + commune.id();
    for (String list :
        List.of(
            "/api/team-patrols",
            "/api/team-drills",
            "/api/team-drills/gaps",
            "/api/team-equipment",
            "/api/team-equipment/outstanding",
            "/api/team-equipment/stocktakings",
            "/api/team-pay/village-types",
            "/api/team-pay/sheets",
            "/api/self-managed-groups")) {
      wrong(as("tinh").get(list), "communeId", "team-commune");
      done(as("tinh").get(list + here));
    }
    for (String any :
        List.of(
            "/api/teams/" + team.team(),
            "/api/teams/" + team.team() + "/patrol-plan?month=" + month(0),
            "/api/teams/" + team.team() + "/patrols?month=" + month(0),
            "/api/teams/" + team.team() + "/merits",
            "/api/teams/roster",
            "/api/team-pay/rules",
            "/api/self-managed-groups/figures",
            "/api/self-managed-groups/import/columns",
            "/api/programmes",
            "/api/programmes/figures",
            "/api/campaigns")) {
      done(as("tinh").get(any));
    }
    JsonNode item =
        done(as("tinh")
                .post(
                    "/api/team-equipment",
                    Map.of(
                        "id",
                        UUID.randomUUID(),
                        "communeId",
                        commune.id(),
                        "kind",
                        "LIGHT",
                        "name",
                        "Đèn pin",
                        "count",
                        1,
                        "on",
                        today().toString(),
                        "paper",
                        "09/PNK")))
            .path("items")
            .path(0);
    String path = "/api/team-equipment/" + item.path("id").asString();
    assertThat(done(as("tinh").get(path)).path("mayKeep").asBoolean()).isTrue();
    done(
        as("tinh")
            .post(
                path + "/movements",
                Map.of(
                    "moves",
                    1,
                    "move",
                    "WRITTEN_OFF",
                    "on",
                    today().toString(),
                    "paper",
                    "10/QĐ")));
    done(
        as("tinh")
            .post("/api/team-pay/sheets", Map.of("communeId", commune.id(), "month", month(0))));
  }
}
