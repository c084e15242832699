package anbinh.team.imports;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.jspecify.annotations.Nullable;

/// Made-up lists of teams and their members, each name labelled as simulated; the same seed makes
/// the same list, and another one other people.
public final class TeamLists {
  public static final List<String> TITLES =
      List.of(
          "STT",
          "Mã xã",
          "Tên tổ",
          "Mã thôn",
          "Biên chế tổ",
          "Số QĐ thành lập",
          "Ngày QĐ thành lập",
          "Người ký QĐ thành lập",
          "Họ và tên",
          "Ngày sinh",
          "Giới tính",
          "Điện thoại",
          "Số định danh cá nhân",
          "Nguồn",
          "Trình độ học vấn",
          "Ngày khám sức khỏe",
          "Chức vụ",
          "Từ ngày",
          "Đến ngày",
          "Số QĐ công nhận",
          "Ngày QĐ công nhận",
          "Số giấy chứng nhận",
          "Số biển hiệu");
  private static final List<String> FAMILIES =
      List.of("Nguyễn", "Lê", "Trần", "Phạm", "Hoàng", "Bùi", "Lò", "Hà", "Trịnh", "Đỗ");
  private static final List<String> MIDDLES = List.of("Văn", "Thị", "Đình", "Xuân", "Hữu", "Thu");
  private static final List<String> GIVEN =
      List.of("An", "Bình", "Cường", "Dũng", "Hạnh", "Hòa", "Khoa", "Loan", "Nga", "Sơn", "Tùng");
  private static final List<String> ORIGINS =
      List.of("Bảo vệ dân phố", "Công an xã bán chuyên trách", "Dân phòng", "Tuyển mới");
  private static final List<String> POSITIONS = List.of("Tổ trưởng", "Tổ phó", "Tổ viên");
  private static final List<String> SCHOOLS =
      List.of("THCS", "THPT", "Trung cấp, cao đẳng", "Tiểu học");
  private static final LocalDate DECIDED = LocalDate.of(2024, 7, 5);

  private TeamLists() {}

  /// A village, by its code and that of its commune.
  public record Village(String commune, String code, String name) {}

  /// A team of three for each village.
  public static List<List<String>> rows(List<Village> villages, long seed) {
    var random = new Random(seed);
    List<List<String>> rows = new ArrayList<>();
    for (Village village : villages) {
      for (String position : POSITIONS) {
        int n = rows.size() + 1;
        LocalDate born = LocalDate.of(1955, 1, 1).plusDays(random.nextInt(365 * 50));
        LocalDate from = DECIDED.plusDays(5);
        int years = 2 + random.nextInt(4);
        boolean woman = random.nextInt(5) == 0;
        rows.add(
            List.of(
                Integer.toString(n),
                village.commune(),
                "Tổ bảo vệ " + village.name(),
                village.code(),
                "3",
                "17/QĐ-UBND",
                date(DECIDED),
                "Chủ tịch (mô phỏng)",
                pick(FAMILIES, random)
                    + " "
                    + pick(MIDDLES, random)
                    + " "
                    + pick(GIVEN, random)
                    + " (mô phỏng)",
                random.nextInt(5) == 0 ? Integer.toString(born.getYear()) : date(born),
                woman ? "Nữ" : "Nam",
                "09%08d".formatted(random.nextInt(100_000_000)),
                number(born.getYear(), woman, seed % 50 * 20_000 + n),
                pick(ORIGINS, random),
                pick(SCHOOLS, random),
                date(DECIDED.minusDays(20)),
                position,
                date(from),
                date(from.plusYears(years).minusDays(1)),
                "18/QĐ-UBND",
                date(DECIDED),
                "GCN-%d-%06d".formatted(seed, n),
                "BH-%d-%06d".formatted(seed, n)));
      }
    }
    return rows;
  }

  /// Of somebody who was born in Thanh Hóa.
  public static String number(int born, boolean woman, long serial) {
    return "038%d%02d%06d"
        .formatted((born - 1900) / 100 * 2 + (woman ? 1 : 0), born % 100, serial % 1_000_000);
  }

  public static byte[] csv(List<List<String>> rows) {
    var text = new StringBuilder("\uFEFF").append(String.join(";", TITLES)).append('\n');
    rows.forEach(row -> text.append(String.join(";", row)).append('\n'));
    return text.toString().getBytes(UTF_8);
  }

  /// With two lines above the titles, days as days and strengths as numbers, as offices write them.
  public static byte[] workbook(List<List<String>> rows) {
    try (var workbook = new SXSSFWorkbook();
        var bytes = new ByteArrayOutputStream()) {
      Sheet sheet = workbook.createSheet("Danh sách tổ (mô phỏng)");
      sheet.createRow(0).createCell(0).setCellValue("DANH SÁCH TỔ BẢO VỆ AN NINH, TRẬT TỰ");
      CellStyle day = workbook.createCellStyle();
      day.setDataFormat(workbook.createDataFormat().getFormat("dd/mm/yyyy"));
      write(sheet.createRow(2), TITLES, null);
      for (int i = 0; i < rows.size(); i++) {
        write(sheet.createRow(3 + i), rows.get(i), day);
      }
      workbook.write(bytes);
      return bytes.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void write(Row row, List<String> cells, @Nullable CellStyle day) {
    for (int i = 0; i < cells.size(); i++) {
      String cell = cells.get(i);
      if (day != null && cell.matches("\\d{2}/\\d{2}/\\d{4}")) {
        LocalDate date =
            LocalDate.of(
                Integer.parseInt(cell.substring(6)),
                Integer.parseInt(cell.substring(3, 5)),
                Integer.parseInt(cell.substring(0, 2)));
        row.createCell(i).setCellValue(date);
        row.getCell(i).setCellStyle(day);
      } else if (day != null && cell.matches("[1-9]\\d{0,4}")) {
        row.createCell(i).setCellValue(Integer.parseInt(cell));
      } else {
        row.createCell(i).setCellValue(cell);
      }
    }
  }

  public static String date(LocalDate day) {
    return String.format(
        Locale.ROOT, "%02d/%02d/%d", day.getDayOfMonth(), day.getMonthValue(), day.getYear());
  }

  private static String pick(List<String> from, Random random) {
    return from.get(random.nextInt(from.size()));
  }
}
