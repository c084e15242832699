package anbinh.sightings.query;

import static anbinh.vision.Colour.BLACK;
import static anbinh.vision.Colour.BLUE;
import static anbinh.vision.Colour.GREEN;
import static anbinh.vision.Colour.RED;
import static anbinh.vision.Colour.WHITE;
import static anbinh.vision.Colour.YELLOW;
import static anbinh.vision.ObjectClass.CAR;
import static anbinh.vision.ObjectClass.MOTORBIKE;
import static anbinh.vision.ObjectClass.TRUCK;
import static anbinh.vision.ObjectClass.VAN;
import static org.assertj.core.api.Assertions.assertThat;

import anbinh.vision.Direction;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SearchTextReaderTest {
  private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");

  /// A Thursday.
  private static final Instant NOW = at("2026-12-03T10:00");

  private static Instant at(String local) {
    return LocalDateTime.parse(local).atZone(ZONE).toInstant();
  }

  private static SearchText read(String typed) {
    return SearchTextReader.read(typed, ZONE, NOW);
  }

  private static TimeSpan span(String from, String to) {
    return new TimeSpan(at(from), at(to));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "36A 12?45 xe tải trắng thứ ba 18–20h Bá Thước",
        "36a 12?45 xe tai trang thu ba 18-20h Bá Thước",
        "36A-12?45 white truck tuesday 18:00-20:00 Bá Thước",
        "36A12?45 شاحنة بيضاء الثلاثاء ١٨:٠٠-٢٠:٠٠ Bá Thước",
      })
  void understandsAllLanguages(String typed) {
    SearchText text = read(typed);
    assertThat(text.plate()).matches("36[aA]-?12\\?45");
    assertThat(text.classes()).containsExactly(TRUCK);
    assertThat(text.colours()).containsExactly(WHITE);
    assertThat(text.time()).isEqualTo(span("2026-12-01T18:00", "2026-12-01T20:00"));
    assertThat(text.place()).isEqualTo("Bá Thước");
  }

  /// Who rides passes with what they ride.
  @ParameterizedTest
  @CsvSource({
    "người đi bộ áo đỏ, PERSON",
    "a man on foot in red, PERSON",
    "người đi xe máy áo đỏ, MOTORBIKE",
    "cyclist in red, BICYCLE",
    "người đi xe áo đỏ, MOTORBIKE BICYCLE",
    "rider red, MOTORBIKE BICYCLE",
    "راكب دراجة نارية أحمر, MOTORBIKE",
  })
  void tellsWhoRidesFromWhoWalks(String typed, String classes) {
    SearchText text = read(typed);
    assertThat(text.classes()).map(Enum::name).containsExactlyInAnyOrder(classes.split(" ", -1));
    assertThat(text.colours()).contains(RED);
  }

  @ParameterizedTest
  @CsvSource({
    "thứ hai, 2026-11-30T00:00, 2026-12-01T00:00",
    "thứ 5, 2026-12-03T00:00, 2026-12-04T00:00",
    "hôm qua 8h, 2026-12-02T07:30, 2026-12-02T08:30",
    "8 giờ tối hôm qua, 2026-12-02T19:30, 2026-12-02T20:30",
    "đêm qua, 2026-12-02T20:00, 2026-12-03T05:00",
    "12/11 buổi chiều, 2026-11-12T13:00, 2026-11-12T18:00",
    "25/12, 2025-12-25T00:00, 2025-12-26T00:00",
    "22h-2h chủ nhật, 2026-11-29T22:00, 2026-11-30T02:00",
    "20:15, 2026-12-02T19:45, 2026-12-02T20:45",
    "7h-9h, 2026-12-03T07:00, 2026-12-03T09:00",
  })
  void understandsTimes(String typed, String from, String to) {
    SearchText text = read(typed);
    assertThat(text.time()).isEqualTo(span(from, to));
    assertThat(text.plate()).isNull();
    assertThat(text.place()).isEmpty();
  }

  @Test
  void takesAPlateForAPlateAndNotForATime() {
    assertThat(read("18H-123.45").plate()).isEqualTo("18H-123.45");
    assertThat(read("18H-123.45").time()).isNull();
    assertThat(read("30V 465 97").plate()).isEqualTo("30V46597");
    assertThat(read("*345").plate()).isEqualTo("*345");
    assertThat(read("36?-123.4?").plate()).isEqualTo("36?-123.4?");
    assertThat(read("٣٦?-١٢٣.٤?").plate()).isEqualTo("36?-123.4?");
    assertThat(read("٣٦").plate()).as("too little for a plate").isNull();
    assertThat(read("٣٦").place()).isEqualTo("36");
    assertThat(read("29-MĐ1 123.45").plate()).isEqualTo("29-MĐ1123.45");
  }

  @ParameterizedTest
  @CsvSource({
    "xe tải đi vào, TOWARDS",
    "xe may huong ve cho, TOWARDS",
    "36A12345 ra khỏi Bá Thước, AWAY",
    "ô tô rời chợ tối qua, AWAY",
    "xe con rẽ trái hôm qua, LEFT",
    "xe con sang phải, RIGHT",
    "truck towards the market, TOWARDS",
    "white car going away, AWAY",
    "bus left 18:00-20:00, LEFT",
    "car to the right, RIGHT",
    "سيارة بيضاء مغادرة, AWAY",
    "شاحنة إلى اليسار, LEFT",
    "دراجة باتجاه السوق, TOWARDS",
  })
  void understandsDirections(String typed, Direction direction) {
    assertThat(read(typed).direction()).isEqualTo(direction);
  }

  /// `vào` is into, and before a time on or at.
  @ParameterizedTest
  @ValueSource(
      strings = {
        "xe tải vào thứ ba",
        "xe tải vào 18–20h",
        "xe tải vào lúc 8 giờ tối",
        "xe tải vào 12/11",
        "xe tải phải dừng",
      })
  void takesNoTimeForADirection(String typed) {
    assertThat(read(typed).direction()).isNull();
  }

  @Test
  void understandsEachWordForAnHour() {
    TimeSpan expected = span("2026-12-03T07:30", "2026-12-03T08:30");
    for (String typed : List.of("8h", "8g", "8 giờ", "8 GIỜ", "8 gio", "8:00", "8h00", "8giờ00")) {
      assertThat(read(typed).time()).as(typed).isEqualTo(expected);
    }
    assertThat(read("8h 29-MĐ1 123.45").plate()).isEqualTo("29-MĐ1123.45");
  }

  @Test
  void takesTheCodeOfACameraForAPlace() {
    SearchText text = read("xe máy đen CAM-0412");
    assertThat(text.place()).isEqualTo("CAM-0412");
    assertThat(text.classes()).containsExactly(MOTORBIKE);
    assertThat(text.colours()).containsExactly(BLACK);
  }

  /// `den` without an accent is black; `đến` is until.
  @Test
  void goesByAccentsWhereThereAreSome() {
    assertThat(read("xe den").colours()).containsExactly(BLACK);
    assertThat(read("đến Ngọc Lặc").colours()).isEmpty();
    assertThat(read("đến Ngọc Lặc").place()).isEqualTo("Ngọc Lặc");
    assertThat(read("ô tô màu xanh").colours()).containsExactlyInAnyOrder(BLUE, GREEN);
    assertThat(read("xanh dương").colours()).containsExactly(BLUE);
  }

  @Test
  void keepsTheDifferentThingsApart() {
    assertThat(read("yellow car").classes()).containsExactly(CAR);
    assertThat(read("yellow car").colours()).containsExactly(YELLOW);
    assertThat(read("xe bán tải đỏ").classes()).containsExactly(VAN);
    assertThat(read("xe bán tải đỏ").colours()).containsExactly(RED);
    assertThat(read("xe bán tải đỏ").plate()).isNull();
  }

  @Test
  void understandsNothingOfNothing() {
    assertThat(read("  ")).isEqualTo(read(""));
    assertThat(read("").place()).isEmpty();
    assertThat(read("99/99 phố").place()).isEqualTo("99/99 phố");
  }
}
