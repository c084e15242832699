package anbinh.demo.province;

import java.util.List;
import java.util.SplittableRandom;

/// Names of people who do not exist, of common parts: family, middle, given.
final class SyntheticNames {
  private static final List<String> FAMILY =
      List.of(
          "Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Huỳnh", "Phan", "Vũ", "Võ", "Đặng", "Bùi", "Đỗ",
          "Hồ", "Ngô", "Dương", "Lý", "Trịnh", "Đinh", "Mai", "Hà", "Cao", "Lương", "Lưu", "Tạ",
          "Đào", "Đoàn", "Vương", "Tống", "Quách", "Thái", "Chu", "Kiều", "La", "Tô", "Phùng",
          "Lâm", "Trương", "Nghiêm", "Khương", "Viên");
  private static final List<String> MIDDLE_OF_MEN =
      List.of(
          "Văn", "Đình", "Hữu", "Quang", "Xuân", "Đức", "Công", "Minh", "Quốc", "Ngọc", "Bá", "Thế",
          "Trọng", "Duy", "Viết", "Khắc", "Sỹ", "Tiến", "Anh", "Huy");
  private static final List<String> MIDDLE_OF_WOMEN =
      List.of(
          "Thị",
          "Thị Thu",
          "Thị Ngọc",
          "Thị Thanh",
          "Thị Hồng",
          "Thị Kim",
          "Thị Minh",
          "Thị Bích",
          "Thị Mai",
          "Thị Phương",
          "Thị Hải",
          "Thị Lan",
          "Thị Thùy",
          "Thị Diệu",
          "Thị Tuyết",
          "Thị Xuân",
          "Thị Quỳnh",
          "Thị Vân",
          "Thị Hoài",
          "Thị Như");
  private static final List<String> GIVEN_OF_MEN =
      List.of(
          "An", "Anh", "Bảo", "Bình", "Bắc", "Cảnh", "Chiến", "Chung", "Cường", "Dũng", "Dương",
          "Đạt", "Đông", "Đức", "Giang", "Hà", "Hải", "Hào", "Hậu", "Hiền", "Hiếu", "Hiệp", "Hoàn",
          "Hòa", "Hoạt", "Hùng", "Hưng", "Huấn", "Huy", "Khải", "Khánh", "Khoa", "Kiên", "Kỳ",
          "Lâm", "Lập", "Liêm", "Linh", "Long", "Lộc", "Luân", "Lực", "Mạnh", "Minh", "Nam",
          "Nghĩa", "Nhân", "Nhật", "Ninh", "Phong", "Phú", "Phúc", "Quân", "Quang", "Quý", "Quyết",
          "Sáng", "Sơn", "Tài", "Tâm", "Tân", "Thái", "Thắng", "Thanh", "Thành", "Thảo", "Thiện",
          "Thịnh", "Thọ", "Thuận", "Thủy", "Tiến", "Tín", "Toàn", "Trí", "Trung", "Trường", "Tú",
          "Tuấn", "Tùng", "Tuyên", "Tường", "Việt", "Vinh", "Vĩnh", "Vũ", "Vương", "Xuân", "Ý",
          "Yên");
  private static final List<String> GIVEN_OF_WOMEN =
      List.of(
          "An", "Anh", "Ánh", "Ba", "Bích", "Bình", "Cẩm", "Châu", "Chi", "Cúc", "Diễm", "Diệp",
          "Dung", "Duyên", "Đào", "Đông", "Giang", "Hà", "Hải", "Hạnh", "Hằng", "Hậu", "Hiền",
          "Hiếu", "Hoa", "Hòa", "Hoài", "Hoan", "Hồng", "Huệ", "Hương", "Hường", "Huyền", "Khanh",
          "Khuyên", "Kim", "Lan", "Lành", "Liên", "Liễu", "Linh", "Loan", "Lộc", "Lụa", "Lý", "Mai",
          "Mận", "Miền", "Minh", "My", "Na", "Nga", "Ngân", "Nghĩa", "Ngoan", "Ngọc", "Nguyệt",
          "Nhàn", "Nhung", "Oanh", "Phúc", "Phương", "Phượng", "Quế", "Quyên", "Quỳnh", "Sen",
          "Sinh", "Tâm", "Thắm", "Thanh", "Thảo", "Thoa", "Thơm", "Thu", "Thuận", "Thúy", "Thủy",
          "Thương", "Tình", "Trang", "Trinh", "Tuyết", "Vân", "Vinh", "Vui", "Xuân", "Xuyến", "Yên",
          "Yến");
  private static final int ALL = FAMILY.size() * MIDDLE_OF_MEN.size() * GIVEN_OF_MEN.size();

  /// A prime that divides none of the numbers of parts, so that its multiples reach each name once.
  private static final long STRIDE = 7_919;

  private final long start;

  SyntheticNames(SyntheticRandom invention) {
    this.start = invention.random("names").nextInt(ALL);
  }

  /// The name with a number, with the mark that nobody bears it; unlike numbers up to 72,000 give
  /// unlike names.
  String name(int number, boolean woman) {
    int place = (int) ((start + number * STRIDE) % ALL);
    List<String> middle = woman ? MIDDLE_OF_WOMEN : MIDDLE_OF_MEN;
    List<String> given = woman ? GIVEN_OF_WOMEN : GIVEN_OF_MEN;
    int rest = place / FAMILY.size();
    return "%s %s %s%s"
        .formatted(
            FAMILY.get(place % FAMILY.size()),
            middle.get(rest % middle.size()),
            given.get(rest / middle.size()),
            SyntheticRandom.SIMULATED);
  }

  String any(SplittableRandom random) {
    return name(random.nextInt(ALL), random.nextInt(5) < 2);
  }

  /// A telephone that cannot be called.
  static String phone(SplittableRandom random) {
    return "000 %03d %03d".formatted(random.nextInt(1_000), random.nextInt(1_000));
  }
}
