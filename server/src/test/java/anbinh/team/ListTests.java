package anbinh.team;

import static org.assertj.core.api.Assertions.assertThat;

import anbinh.areas.Area;
import anbinh.areas.AreaKind;
import anbinh.areas.unit.Areas;
import anbinh.platform.sheet.SheetRows;
import anbinh.team.imports.TeamLists;
import anbinh.team.imports.TeamLists.Village;
import anbinh.testing.TestClient.Answer;
import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// Lists of teams over HTTP; they run with [TeamsIT] on its server.
abstract class ListTests extends TeamOfficeFixture {
  @Test
  void aProvincesListIsCheckedThenTakenAsAWholeAndCountedOnOnePage() {
    provinceOf(TEAMS);
    List<List<String>> rows = TeamLists.rows(VILLAGES, 2_026);
    assertThat(
            as("xakhac").postAs(PATH + "/import/check", TeamLists.csv(rows), SheetRows.CSV).code())
        .isEqualTo("not-your-area");
    byte[] workbook = TeamLists.workbook(rows);
    long start = System.nanoTime();
    JsonNode checked =
        done(as("tinh").postAs(PATH + "/import/check", workbook, SheetRows.WORKBOOK));
    Duration check = Duration.ofNanos(System.nanoTime() - start);
    assertThat(checked.path("errorCount").asInt()).as(checked.toString()).isZero();
    assertThat(checked.path("teams").asInt()).isEqualTo(TEAMS);
    assertThat(checked.path("members").asInt()).isEqualTo(3 * TEAMS);
    start = System.nanoTime();
    JsonNode taken = done(as("tinh").postAs(PATH + "/import", workbook, SheetRows.WORKBOOK));
    Duration take = Duration.ofNanos(System.nanoTime() - start);
    assertThat(taken.path("sha256")).isEqualTo(checked.path("sha256"));
    assertThat(take).isLessThan(Duration.ofSeconds(30));
    JsonNode again = done(as("tinh").postAs(PATH + "/import", TeamLists.csv(rows), SheetRows.CSV));
    assertThat(again.path("teams").asInt()).isZero();
    assertThat(again.path("knownMembers").asInt()).isEqualTo(3 * TEAMS);
    assertThat(
            SERVER
                .database()
                .client()
                .sql(
                    """
                    select convert_from(record, 'UTF8') || coalesce(detail, '') from audit.event
                    where type = 'team.imported' and strpos(convert_from(record, 'UTF8'), ?) > 0
                    """)
                .param(taken.path("sha256").asString())
                .query(String.class)
                .single())
        .contains(
            "\"members\":" + 3 * TEAMS, taken.path("sha256").asString(), id("P-001").toString())
        .doesNotContain("mô phỏng");

    start = System.nanoTime();
    JsonNode roster = done(as("tinh").get(PATH + "/roster"));
    Duration count = Duration.ofNanos(System.nanoTime() - start);
    System.out.printf(
        Locale.ROOT,
        "%d teams: check %d ms, take %d ms, roster %d ms, file %d kB%n",
        TEAMS,
        check.toMillis(),
        take.toMillis(),
        count.toMillis(),
        workbook.length / 1000);
    assertThat(roster.path("exact").asBoolean()).isTrue();
    assertThat(roster.path("total").path("active").path("value").asInt())
        .isGreaterThanOrEqualTo(3 * TEAMS);
    JsonNode line =
        roster
            .path("lines")
            .valueStream()
            .filter(each -> each.path("areaCode").asString().equals("P-001"))
            .findFirst()
            .orElseThrow();
    int here = Math.min(TEAMS, IN_COMMUNE);
    assertThat(line.path("established").asInt()).isEqualTo(here);
    assertThat(line.path("villagesWithout").asInt()).isZero();
    long leadNoMore =
        rows.stream()
            .filter(row -> row.get(1).equals("P-001") && row.get(16).equals("Tổ trưởng"))
            .filter(row ->
                LocalDate.parse(row.get(18), DateTimeFormatter.ofPattern("dd/MM/uuuu"))
                    .isBefore(today()))
            .count();
    assertThat(leadNoMore).isPositive();
    assertThat(line.path("withoutLeader").asLong()).isEqualTo(leadNoMore);
    assertThat(line.path("over").asInt() + line.path("ending").asInt()).isPositive();
    JsonNode ofCommune =
        done(as("tinh").get(PATH + "/roster?area=" + line.path("areaId").asString()));
    assertThat(ofCommune.path("teams")).hasSize(here);
    JsonNode figures = done(as("tonghop").get(PATH + "/roster"));
    assertThat(figures.path("exact").asBoolean()).isFalse();
    figures
        .path("lines")
        .forEach(each ->
            each.path("origins")
                .forEach(figure ->
                    assertThat(
                            figure.path("value").isNull() || figure.path("value").asInt() % 10 == 0)
                        .as(each.toString())
                        .isTrue()));
    assertThat(as("tonghop").get(PATH + "/roster").text()).doesNotContain("mô phỏng");
    assertThat(as("totruong").get(PATH + "/roster").code()).isEqualTo("not-your-role");
  }

  @Test
  void aListWithMistakesIsNamedCellByCellAndNothingOfItIsTaken() {
    Area first = village();
    Area second = village();
    List<List<String>> rows = new ArrayList<>();
    for (List<String> row :
        TeamLists.rows(
            List.of(
                new Village("C-1", first.code(), "sai một"),
                new Village("C-1", second.code(), "sai hai")),
            7)) {
      rows.add(new ArrayList<>(row));
    }
    Collections.replaceAll(rows.get(0), "C-1", "C-9");
    rows.get(1).set(3, "C-1-001x");
    rows.get(2).set(12, rows.get(1).get(12));
    rows.get(2).set(17, "ngày mai");
    rows.get(4).set(16, "Tổ trưởng");
    rows.get(5).set(17, "01/07/2024");
    rows.get(5).set(9, "01/01/2015");
    Answer refused = as("tinh").postAs(PATH + "/import", TeamLists.csv(rows), SheetRows.CSV);
    assertThat(refused.code()).isEqualTo("list-wrong");
    List<String> cells = new ArrayList<>();
    refused
        .json()
        .path("list")
        .path("errors")
        .forEach(error ->
            cells.add(error.path("cell").asString() + " " + error.path("code").asString()));
    assertThat(cells)
        .contains(
            "B2 team-list-commune",
            "D3 team-list-village",
            "R4 list-date",
            "Q5 team-leader-taken",
            "Q6 team-leader-taken",
            "J7 team-too-young",
            "R7 team-before-established");
    assertThat(as("diaban").get(PATH).text()).doesNotContain("sai một").doesNotContain("sai hai");
    assertThat(as("tinh").get(PATH + "/import/columns").text()).contains("Full name");
  }

  @Test
  void aListThatContradictsItselfIsNamedCellByCell() {
    Area first = village();
    Area second = village();
    List<List<String>> rows = new ArrayList<>();
    for (List<String> row :
        TeamLists.rows(
            List.of(
                new Village("C-1", first.code(), "trái một"),
                new Village("C-1", second.code(), "trái hai")),
            8)) {
      rows.add(new ArrayList<>(row));
    }
    rows.get(1).set(4, "5");
    rows.subList(3, 6).forEach(row -> row.set(3, first.code()));
    List.of(9, 10, 12).forEach(at -> rows.get(4).set(at, rows.get(0).get(at)));
    rows.get(5).set(21, rows.get(0).get(21));
    rows.add(new ArrayList<>(rows.get(2)));
    JsonNode checked =
        done(
            as("tinh")
                .postAs(PATH + "/import/check", TeamLists.workbook(rows), SheetRows.WORKBOOK));
    List<String> cells = new ArrayList<>();
    checked
        .path("errors")
        .forEach(error ->
            cells.add(error.path("cell").asString() + " " + error.path("code").asString()));
    assertThat(cells)
        .containsExactlyInAnyOrder(
            "E5 team-list-differs",
            "D7 team-list-village-twice",
            "M8 team-list-same",
            "V9 team-list-repeated",
            "R6 team-term-overlap",
            "R10 team-term-overlap");
  }

  private static List<List<String>> listOf(String name, Area village, long seed) {
    List<List<String>> rows = new ArrayList<>();
    TeamLists.rows(List.of(new Village("C-1", village.code(), name)), seed)
        .forEach(row -> rows.add(new ArrayList<>(row)));
    return rows;
  }

  private static String pathOf(String name) {
    return PATH
        + "/"
        + done(as("diaban").get(PATH))
            .path("items")
            .valueStream()
            .filter(each -> each.path("name").asString().equals(name))
            .findFirst()
            .orElseThrow()
            .path("id")
            .asString();
  }

  private static Answer send(String path, List<List<String>> rows) {
    return as("diaban").postAs(PATH + "/import" + path, TeamLists.csv(rows), SheetRows.CSV);
  }

  private static List<String> cells(JsonNode report) {
    List<String> cells = new ArrayList<>();
    report
        .path("errors")
        .forEach(error ->
            cells.add(error.path("cell").asString() + " " + error.path("code").asString()));
    return cells;
  }

  @Test
  void anOldListBringsNobodyBackAndShowsWhatCameByIt() {
    List<List<String>> rows = listOf("cũ", village(), 9);
    assertThat(
            as("diaban")
                .postAs(
                    PATH + "/import?checked=" + "0".repeat(64), TeamLists.csv(rows), SheetRows.CSV)
                .code())
        .isEqualTo("list-other");
    assertThat(done(send("", rows)).path("members").asInt()).isEqualTo(3);
    assertThat(
            done(as("chutich").get(PATH + "/lists")).path("items").get(0).path("members").asInt())
        .isEqualTo(3);
    String path = pathOf("Tổ bảo vệ cũ");
    JsonNode third = done(as("chutich").get(path)).path("members").get(2);
    assertThat(
            third.path("terms").get(0).path("imported").path("by").path("displayName").asString())
        .isEqualTo("Người diaban");
    done(
        as("diaban")
            .post(
                path + "/members/" + third.path("id").asString() + "/departure",
                Map.of("on", today().toString(), "reason", "RELIEVED")));
    List<List<String>> longer = new ArrayList<>(rows);
    List<String> more = new ArrayList<>(rows.get(2));
    more.set(8, "Người Thứ Tư (mô phỏng)");
    more.set(12, number(more, 4_444));
    more.set(21, "GCN-thu-tu");
    more.set(22, "BH-thu-tu");
    longer.add(more);
    JsonNode again = done(send("", longer));
    assertThat(again.path("members").asInt()).isOne();
    assertThat(again.path("knownMembers").asInt()).isEqualTo(3);
    assertThat(done(as("diaban").get(path)).path("members")).hasSize(4);

    done(
        as("diaban")
            .post(
                path + "/members",
                members(person("Đỗ Thị Chối", "1990-02-03", null, "MEMBER", today()))));
    done(as("chutich").post(path + "/recognition", answers(path, 0)));
    more.set(8, "Đỗ Thị Chối");
    more.set(9, "03/02/1990");
    more.set(12, "");
    more.set(21, "");
    more.set(22, "");
    assertThat(cells(done(send("/check", longer)))).containsExactly("I5 team-list-refused");
  }

  @Test
  void anOldListOfADissolvedTeamFoundsNoOther() {
    List<List<String>> rows = listOf("đã giải thể", village(), 12);
    done(send("", rows));
    String path = pathOf("Tổ bảo vệ đã giải thể");
    done(as("diaban").post(path + "/dissolution", Map.of("reason", "Sáp nhập.")));
    done(as("chutich").post(path + "/decision", accepted(path)));
    JsonNode again = done(send("", rows));
    assertThat(again.path("teams").asInt()).isZero();
    assertThat(again.path("knownTeams").asInt()).isOne();
    assertThat(again.path("knownMembers").asInt()).isEqualTo(3);
    assertThat(done(as("chutich").get(path)).path("team").path("state").asString())
        .isEqualTo("DISSOLVED");
  }

  @Test
  void rowsOfOnePersonAgreeAndAnotherPersonIsAnother() {
    List<List<String>> rows = listOf("hai dòng", village(), 10);
    rows.get(2).set(9, "01/02/1980");
    rows.get(2).set(12, number(rows.get(2), 5_555));
    List<String> second = new ArrayList<>(rows.get(2));
    second.set(16, "Tổ phó");
    second.set(17, "05/07/2027");
    second.set(18, "04/07/2028");
    rows.add(second);
    String id = second.get(12);
    rows.get(2).set(12, "");
    rows.get(2).set(21, "");
    JsonNode checked = done(send("/check", rows));
    assertThat(cells(checked)).isEmpty();
    assertThat(checked.path("members").asInt()).isEqualTo(3);
    second.set(11, "0911 222 333");
    second.set(22, "BH-khac");
    assertThat(cells(done(send("/check", rows))))
        .containsExactlyInAnyOrder("L5 team-list-person-differs", "W5 team-list-person-differs");
    second.set(11, "912345678");
    second.set(22, rows.get(2).get(22));
    assertThat(cells(done(send("/check", rows)))).containsExactly("L5 team-list-phone");
    second.set(11, rows.get(2).get(11));
    done(send("", rows));
    assertThat(
            SERVER
                .database()
                .client()
                .sql(
                    """
                    select count(*) from team.member where national_id_hash is not null
                    and certificate = ?
                    """)
                .param(second.get(21))
                .query(Long.class)
                .single())
        .as(id)
        .isOne();
    assertThat(
            SERVER
                .database()
                .client()
                .sql("select count(*) from audit.event where type = 'team.list-checked'")
                .query(Long.class)
                .single())
        .isGreaterThanOrEqualTo(3);

    Area elsewhere = area("C-2-900", "Thôn dò", AreaKind.RESIDENTIAL_AREA, other());
    List<List<String>> probe = new ArrayList<>();
    TeamLists.rows(List.of(new Village("C-2", elsewhere.code(), "dò")), 11)
        .forEach(row -> probe.add(new ArrayList<>(row)));
    List.of(9, 10, 12).forEach(at -> probe.get(0).set(at, second.get(at)));
    assertThat(
            cells(
                done(
                    as("xakhac")
                        .postAs(PATH + "/import/check", TeamLists.csv(probe), SheetRows.CSV))))
        .containsExactly("M2 team-member-somewhere");
  }

  /// One that fits who a row is about.
  private static String number(List<String> row, int serial) {
    String born = row.get(9);
    return TeamLists.number(
        Integer.parseInt(born.substring(born.length() - 4)), row.get(10).equals("Nữ"), serial);
  }

  private static Area other() {
    return SERVER.bean(Areas.class).find("C-2").orElseThrow();
  }

  /// Communes with villages that have no team.
  private static void provinceOf(int teams) {
    var list = new StringBuilder("above,name\n");
    for (int i = 0; i < teams; i++) {
      String code = "P-%03d".formatted(i / IN_COMMUNE + 1);
      if (i % IN_COMMUNE == 0) {
        area(code, "Xã thử " + code, AreaKind.COMMUNE, province);
      }
      int number = i % IN_COMMUNE + 1;
      list.append(code).append(",Thôn ").append(number).append('\n');
      VILLAGES.add(new Village(code, "%s-%03d".formatted(code, number), "Thôn " + number));
    }
    done(as("quantri").postAs("/api/areas/import/units", list.toString(), "text/csv"));
  }
}
