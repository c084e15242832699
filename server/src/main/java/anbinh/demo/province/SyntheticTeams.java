package anbinh.demo.province;

import static java.nio.charset.StandardCharsets.UTF_8;

import anbinh.demo.province.SyntheticPeople.Seat;
import anbinh.demo.province.SyntheticPlaces.Village;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.SplittableRandom;

/// The teams of a made-up province as a list of an office: CSV with the titles that lists have, a
/// team of three for each village.
final class SyntheticTeams {
  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/uuuu");

  /// When Law 30/2023/QH15 came into force.
  private static final LocalDate FIRST_DAY = LocalDate.of(2024, 7, 1);

  private static final int TERM_YEARS = 5;
  private static final List<String> POSITIONS = List.of("Tổ trưởng", "Tổ phó", "Tổ viên");
  private static final List<String> ORIGINS =
      List.of("Công an xã bán chuyên trách", "Bảo vệ dân phố", "Dân phòng", "Tuyển mới");

  /// Parts of a hundred of each origin: only that the force was merged of the first three is known.
  private static final int[] ORIGIN_WEIGHTS = {42, 22, 28, 8};

  private static final List<String> EDUCATION =
      List.of("THCS", "THPT", "Trung cấp, cao đẳng", "Đại học trở lên");
  private static final int[] EDUCATION_WEIGHTS = {18, 58, 17, 7};
  private static final String TITLES =
      "Mã xã,Tên tổ,Mã thôn,Biên chế tổ,Số QĐ thành lập,Ngày QĐ thành lập,Họ và tên,Ngày sinh,"
          + "Giới tính,Điện thoại,Nguồn,Trình độ học vấn,Ngày khám sức khỏe,Chức vụ,Từ ngày,"
          + "Đến ngày,Số QĐ công nhận,Ngày QĐ công nhận,Số giấy chứng nhận,Số biển hiệu\n";

  private final SyntheticRandom invention;
  private final SyntheticPeople people;

  SyntheticTeams(SyntheticRandom invention, SyntheticPeople people) {
    this.invention = invention;
    this.people = people;
  }

  byte[] list(List<Village> villages) {
    var list = new StringBuilder(TITLES);
    for (Village village : villages) {
      SplittableRandom random = invention.random("team", village.place());
      String decided = DAY.format(FIRST_DAY);
      for (int i = 0; i < SyntheticPeople.SEATS; i++) {
        Seat seat = people.seat(village, i);
        LocalDate born =
            LocalDate.of(1959 + random.nextInt(44), 1, 1).plusDays(random.nextInt(365));
        int number = village.place() * SyntheticPeople.SEATS + i + 1;
        String origin = ORIGINS.get(SyntheticRandom.weighted(random, ORIGIN_WEIGHTS));
        String education = EDUCATION.get(SyntheticRandom.weighted(random, EDUCATION_WEIGHTS));
        list.append(
            String.join(
                ",",
                village.commune().code(),
                quoted("Tổ BVANTT " + village.area().name() + SyntheticRandom.SIMULATED),
                village.code(),
                Integer.toString(SyntheticPeople.SEATS),
                "MP-01/QĐ-UBND",
                decided,
                quoted(seat.name()),
                DAY.format(born),
                seat.woman() ? "Nữ" : "Nam",
                SyntheticNames.phone(random),
                origin,
                quoted(education),
                "01/06/2024",
                POSITIONS.get(i),
                decided,
                DAY.format(FIRST_DAY.plusYears(TERM_YEARS).minusDays(1)),
                "MP-02/QĐ-UBND",
                decided,
                "MP-GCN-%05d".formatted(number),
                "MP-BH-%05d".formatted(number)));
        list.append('\n');
      }
    }
    return list.toString().getBytes(UTF_8);
  }

  private static String quoted(String text) {
    return '"' + text + '"';
  }
}
