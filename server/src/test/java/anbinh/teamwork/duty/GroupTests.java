package anbinh.teamwork.duty;

import static org.assertj.core.api.Assertions.assertThat;

import anbinh.areas.Area;
import anbinh.platform.sheet.SheetRows;
import anbinh.teamwork.group.Groups;
import anbinh.testing.TestClient.Answer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// Groups of households over HTTP, one by one and from spreadsheets; they run with [DutyIT] on its
/// server.
abstract class GroupTests extends PayTests {
  private static final String GROUPS = "/api/self-managed-groups";
  private static final List<String> TITLES =
      List.of(
          "STT",
          "Mã xã",
          "Thôn, tổ dân phố",
          "Loại tổ",
          "Tên tổ",
          "Số hộ",
          "Số QĐ thành lập",
          "Ngày QĐ thành lập",
          "Người phụ trách",
          "Chức danh",
          "Điện thoại",
          "Từ ngày",
          "Đến ngày",
          "Số QĐ công nhận",
          "Ngày QĐ công nhận");

  @Test
  void groupsOfHouseholdsAreLedMergedAndCounted() {
    Area village = village();
    Map<String, Object> requested =
        Map.of(
            "id",
            UUID.randomUUID(),
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
    JsonNode first = done(as("diaban").post(GROUPS, requested));
    assertThat(done(as("diaban").post(GROUPS, requested))).isEqualTo(first);
    refused(as("diaban").post(GROUPS, with(requested, "households", 31)), "work-sent-before");
    wrong(as("diaban").post(GROUPS, fresh(requested)), "name", "group-name-taken");
    JsonNode second =
        done(as("diaban").post(GROUPS, fresh(with(requested, "name", "Tổ liên gia 2"))));
    String path = GROUPS + "/" + first.path("id").asString();
    Map<String, Object> leader =
        Map.of(
            "id",
            UUID.randomUUID(),
            "position",
            "LEADER",
            "name",
            "Phạm Thị Mai",
            "phone",
            "0912 345 678",
            "from",
            today().minusYears(6).toString(),
            "until",
            today().plusYears(1).toString(),
            "number",
            "52/QĐ-UBND",
            "on",
            today().minusYears(6).toString());
    wrong(as("diaban").post(path + "/leaders", with(leader, "phone", "x")), "phone", "team-phone");
    assertThat(done(as("diaban").post(path + "/leaders", leader)).path("led").asBoolean()).isTrue();
    done(as("diaban").post(path + "/leaders", leader));
    Map<String, Object> next =
        with(with(leader, "name", "Lê Văn Sáu"), "from", today().minusYears(5).toString());
    refused(as("diaban").post(path + "/leaders", next), "work-sent-before");
    done(as("diaban").post(path + "/leaders", fresh(next)));
    wrong(as("diaban").post(path + "/leaders", fresh(leader)), "from", "group-leader-later");
    JsonNode read = done(as("chutich").get(path));
    assertThat(read.path("leaders")).hasSize(2);
    assertThat(read.path("leaders").path(1).path("until").asString())
        .isEqualTo(today().minusYears(5).minusDays(1).toString());
    String sau = path + "/leaders/" + read.path("leaders").path(0).path("id").asString();
    assertIsCorrectedAndResigns(sau, path);
    Map<String, Object> change = Map.of("version", 0, "name", "Tổ liên gia 1", "households", 33);
    done(as("diaban").post(path + "/changes", change));
    refused(as("diaban").post(path + "/changes", change), "group-changed");
    assertThat(done(as("tonghop").get(GROUPS + "/figures")).toString())
        .contains("SOCIAL_SECURITY")
        .doesNotContain("Phạm");
    assertThat(SERVER.bean(Groups.class).eraseOld()).isEqualTo(1);
    assertThat(done(as("chutich").get(path)).path("leaders").path(1).path("name").isNull())
        .isTrue();
    assertIsMerged(path, second.path("id").asString(), leader);
  }

  private static void assertIsCorrectedAndResigns(String sau, String path) {
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
  }

  private static void assertIsMerged(String path, String into, Map<String, Object> leader) {
    done(
        as("diaban")
            .post(
                path + "/end",
                Map.of("on", today().toString(), "intoId", into, "paper", "53/QĐ-UBND")));
    refused(as("diaban").post(path + "/leaders", leader), "group-over");
    assertThat(done(as("chutich").get(GROUPS)).toString())
        .contains("\"households\":63")
        .doesNotContain("Tổ liên gia 1");
    assertThat(done(as("chutich").get(GROUPS + "?ended=true")).toString())
        .contains("Tổ liên gia 1");
    refused(as("xakhac").get(path), "not-your-area");
  }

  /// A line of a list; days may be days of the spreadsheet.
  private static List<Object> line(Object... cells) {
    return List.of(cells);
  }

  private static List<Object> led(String place, String name, Object day, String leader) {
    return line(
        "1",
        "C-1",
        place,
        "Tự quản về an ninh, trật tự",
        name,
        "40",
        "61/QĐ-UBND",
        day,
        leader,
        "Tổ trưởng",
        "0912 345 678",
        "01/02/2025",
        "2027-01-31",
        "62/QĐ-UBND",
        "20.01.2025");
  }

  /// As offices write one: a heading above the titles, and days as days.
  private static byte[] workbook(List<List<Object>> rows, @Nullable String joined)
      throws IOException {
    try (var workbook = new XSSFWorkbook();
        var bytes = new ByteArrayOutputStream()) {
      XSSFSheet sheet = workbook.createSheet("Tổ tự quản");
      sheet.createRow(0).createCell(0).setCellValue("DANH SÁCH TỔ TỰ QUẢN");
      CellStyle day = workbook.createCellStyle();
      day.setDataFormat(workbook.createDataFormat().getFormat("dd/mm/yyyy"));
      List<List<? extends Object>> all = new ArrayList<>();
      all.add(TITLES);
      all.addAll(rows);
      for (int i = 0; i < all.size(); i++) {
        Row row = sheet.createRow(2 + i);
        for (int j = 0; j < all.get(i).size(); j++) {
          Cell cell = row.createCell(j);
          if (all.get(i).get(j) instanceof LocalDate on) {
            cell.setCellValue(on);
            cell.setCellStyle(day);
          } else {
            cell.setCellValue(String.valueOf(all.get(i).get(j)));
          }
        }
      }
      if (joined != null) {
        sheet.addMergedRegion(CellRangeAddress.valueOf(joined));
      }
      workbook.write(bytes);
      return bytes.toByteArray();
    }
  }

  private static Answer sent(String path, byte[] workbook) {
    return as("diaban").postAs(GROUPS + "/import" + path, workbook, SheetRows.WORKBOOK);
  }

  /// The mistakes, each as `cell code`.
  private static List<String> mistakes(JsonNode report) {
    return report
        .path("errors")
        .valueStream()
        .map(each -> each.path("cell").asString() + " " + each.path("code").asString())
        .toList();
  }

  private static long count(String table) {
    return SERVER
        .database()
        .client()
        .sql("select count(*) from teamwork." + table)
        .query(Long.class)
        .single();
  }

  @Test
  void aListOfGroupsIsLookedAtThenTakenAndWhatIsThereStays() throws IOException {
    Area village = village();
    LocalDate decided = LocalDate.of(2025, 1, 10);
    String composed = "Tổ tự quản số 7";
    List<List<Object>> rows =
        List.of(
            led(village.code(), composed, decided, "Phạm Thị Mai"),
            // The same group, its accents apart, its village by name: its deputy.
            line(
                "2",
                "C-1",
                Normalizer.normalize(village.name(), Normalizer.Form.NFD),
                "tu quan ve an ninh, trat tu",
                Normalizer.normalize(composed, Normalizer.Form.NFD),
                "",
                "",
                "",
                "Lê Văn Sáu",
                "Tổ phó",
                "",
                "2025-02-01",
                "31.01.2027",
                "62/QĐ-UBND",
                LocalDate.of(2025, 1, 20)),
            // One that nobody leads yet.
            line(
                "3",
                "C-1",
                village.code(),
                "An ninh xã hội",
                "Tổ liên gia 9",
                25,
                "63/QĐ-UBND",
                "10/1/2025"));
    byte[] workbook = workbook(rows, null);
    JsonNode report = done(sent("/check", workbook));
    assertThat(mistakes(report)).isEmpty();
    assertThat(report.path("groups").asInt()).isEqualTo(2);
    assertThat(report.path("leaders").asInt()).isEqualTo(2);
    assertThat(report.path("sample").toString()).contains("Tổ liên gia 9").doesNotContain("Phạm");
    long before = count("self_managed_group");
    refused(sent("?checked=" + "0".repeat(64), workbook), "list-other");
    assertThat(count("self_managed_group")).isEqualTo(before);
    done(sent("?checked=" + report.path("sha256").asString(), workbook));
    assertThat(count("self_managed_group")).isEqualTo(before + 2);

    JsonNode again = done(sent("", workbook));
    assertThat(again.path("groups").asInt() + again.path("leaders").asInt()).isZero();
    assertThat(again.path("knownGroups").asInt()).isEqualTo(2);
    assertThat(again.path("knownLeaders").asInt()).isEqualTo(2);
    JsonNode line =
        done(as("chutich").get(GROUPS + "?villageId=" + village.id())).path("items").path(0);
    assertThat(line.path("name").asString()).isEqualTo(composed);
    JsonNode group = done(as("chutich").get(GROUPS + "/" + line.path("id").asString()));
    assertThat(group.path("leaders")).hasSize(2);
    assertThat(group.path("leaders").toString())
        .contains("2025-02-01", "2027-01-31", "Phạm Thị Mai");
    // A list that grew brings in who came after, and who led before leads until the day before.
    List<Object> after = new ArrayList<>(led(village.code(), composed, decided, "Bùi Thị Hạnh"));
    after.set(11, "2026-01-01");
    done(sent("", workbook(List.of(after), null)));
    assertThat(done(as("chutich").get(GROUPS + "/" + line.path("id").asString())).toString())
        .contains("Bùi Thị Hạnh", "2025-12-31");
    assertThat(events("team.groups-imported").toString()).doesNotContain("Phạm", "Tổ tự quản");
    assertThat(done(as("diaban").get(GROUPS + "/import/columns")).path("items")).hasSize(16);
  }

  @Test
  void eachMistakeOfAListOfGroupsIsNamedByItsCellAndNothingIsTaken() throws IOException {
    Area village = village();
    LocalDate decided = LocalDate.of(2025, 1, 10);
    List<List<Object>> rows = new ArrayList<>();
    List<Object> good = led(village.code(), "Tổ tự quản số 8", decided, "Phạm Thị Mai");
    rows.add(good);
    rows.add(good);
    rows.add(with(good, 1, "C-99"));
    rows.add(with(good, 2, "C-1-999"));
    rows.add(with(good, 3, "Khác"));
    rows.add(with(with(good, 4, "Tổ A"), 7, "31/02/2025"));
    rows.add(with(with(good, 4, "Tổ B"), 5, "0"));
    rows.add(with(with(good, 4, "Tổ C"), 8, ""));
    rows.add(with(with(good, 4, "Tổ D"), 10, "912345678"));
    rows.add(with(with(good, 4, "Tổ E"), 12, "01/01/2025"));
    rows.add(with(with(good, 8, "Lê Văn Sáu"), 5, "41"));
    rows.add(with(good, 4, "Tổ F"));
    long groups = count("self_managed_group");
    long leaders = count("group_leader");
    byte[] workbook = workbook(rows, "G14:G15");
    JsonNode report = done(sent("/check", workbook));
    assertThat(mistakes(report))
        .contains(
            "I5 group-list-repeated",
            "B6 team-list-commune",
            "C7 group-list-village",
            "D8 choice",
            "H9 list-date",
            "F10 list-whole",
            "I11 required",
            "K12 team-list-phone",
            "M13 team-term-ends",
            "F14 group-list-differs",
            "L14 group-list-same-start")
        .anyMatch(each -> each.startsWith("G15 "));
    Answer taken = sent("", workbook);
    assertThat(taken.code()).isEqualTo("list-wrong");
    assertThat(count("self_managed_group")).isEqualTo(groups);
    assertThat(count("group_leader")).isEqualTo(leaders);
    refused(
        as("xakhac")
            .postAs(GROUPS + "/import/check", workbook(List.of(good), null), SheetRows.WORKBOOK),
        "not-your-area");
    refused(
        as("chutich")
            .postAs(GROUPS + "/import/check", workbook(List.of(good), null), SheetRows.WORKBOOK),
        "not-your-role");
  }

  private static List<Object> with(List<Object> line, int place, Object cell) {
    List<Object> changed = new ArrayList<>(line);
    changed.set(place, cell);
    return changed;
  }
}
