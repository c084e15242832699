package anbinh.cameras.imports;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.time.ZoneOffset.UTC;
import static org.assertj.core.api.Assertions.assertThat;

import anbinh.areas.Area;
import anbinh.areas.AreaKind;
import anbinh.cameras.Camera;
import anbinh.cameras.CameraKind;
import anbinh.cameras.CameraNetwork;
import anbinh.cameras.CameraSettings;
import anbinh.cameras.ConsentStatement;
import anbinh.cameras.OwnerContact;
import anbinh.cameras.OwnerKind;
import anbinh.cameras.store.StreamAddress;
import anbinh.platform.Messages;
import anbinh.platform.Problem;
import anbinh.platform.Site;
import anbinh.platform.sheet.SheetFile;
import anbinh.platform.sheet.SheetVocabulary;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.context.support.ResourceBundleMessageSource;

/// Lists of cameras as bytes: what is read of them, and what is named as wrong.
class RowReaderTest {
  private static final String TITLES = "reference,name,area,owner_kind,keep_days";
  private static final Area COMMUNE =
      new Area(UUID.randomUUID(), "C-1", "Xã Bá Thước", AreaKind.COMMUNE, null);
  private static final SheetVocabulary<ListColumn> WORDS =
      new SheetVocabulary<>(messages(), "camera-list", ListColumn.class);

  private static Messages messages() {
    var source = new ResourceBundleMessageSource();
    source.setBasename("messages/cameras");
    source.setDefaultEncoding("UTF-8");
    source.setFallbackToSystemLocale(false);
    return new Messages(source);
  }

  private final List<ListRow> rows = new ArrayList<>();

  private List<String> read(String list) {
    return read(list.getBytes(UTF_8));
  }

  /// The problems as `row column code`.
  private List<String> read(byte[] list) {
    rows.clear();
    List<String> errors = new ArrayList<>();
    var file = new SheetFile(list, null);
    var reading =
        new ListReading(
            file,
            WORDS,
            messages(),
            new CameraNetwork(new CameraSettings(null), new Site("An Bình", UTC, false)),
            code -> Optional.of(COMMUNE).filter(area -> code.isEmpty() || area.code().equals(code)),
            Set.of(COMMUNE.id() + " OLD-1"),
            LocalDate.of(2026, 11, 25));
    ListReport report = reading.read(rows::add).report(file, Map.of("C-1", COMMUNE));
    report
        .errors()
        .forEach(error -> errors.add(error.row() + " " + error.column() + " " + error.code()));
    return errors;
  }

  private static String withOnly(String titles, String cells) {
    return TITLES + "," + titles + "\nR-1,Cổng chợ,C-1,HOUSEHOLD,7," + cells + "\n";
  }

  @Test
  void readsEveryColumn() {
    assertThat(
            read(
                String.join(",", Arrays.stream(ListColumn.values()).map(ListColumn::code).toList())
                    + "\nR-1,\"Nhà ông Bảy, ngõ 2\",C-1,COMMUNITY,BUSINESS,Trần Thị B,0912 345 678,"
                    + "\"12 Lê Lợi, phường Hạc Thành\",b@example.vn,19.8067,105.7764,270,90,40,14,2026-01-02,"
                    + "PAPER,2027-01-01,TT-12/2026,,NO\n"))
        .isEmpty();
    assertThat(rows)
        .containsExactly(
            new ListRow(
                "R-1",
                "Nhà ông Bảy, ngõ 2",
                COMMUNE,
                CameraKind.COMMUNITY,
                OwnerKind.BUSINESS,
                14,
                new Camera.Place(19.8067, 105.7764, 270, 90, 40),
                new OwnerContact(
                    "Trần Thị B", "0912 345 678", "12 Lê Lợi, phường Hạc Thành", "b@example.vn"),
                new ConsentStatement.New(
                    ConsentStatement.What.GIVEN,
                    ConsentStatement.Form.PAPER,
                    LocalDate.of(2026, 1, 2),
                    LocalDate.of(2027, 1, 1),
                    "TT-12/2026"),
                null,
                false));
  }

  @Test
  void readsWhatAVietnameseSpreadsheetWrites() {
    assertThat(
            read(
                "\uFEFFSố hiệu;Tên;Mã địa bàn;Loại chủ camera;Số ngày lưu;Vĩ độ;Kinh độ;Ngày đồng ý;"
                    + "Hình thức đồng ý\r\n"
                    + "7;Quán Hải Đăng;C-1;Hộ gia đình;٣٠;19,8067;105,7764;2/1/2026;văn bản\r\n"
                    + "8;Trường Lê Lợi;;TRUONG HOC;30;;;;\r\n\r\n"))
        .isEmpty();
    assertThat(rows).hasSize(2);
    assertThat(rows.getFirst().place())
        .isEqualTo(new Camera.Place(19.8067, 105.7764, null, null, null));
    assertThat(rows.getFirst().keepDays()).isEqualTo(30);
    assertThat(Objects.requireNonNull(rows.getFirst().consent()).on()).isEqualTo("2026-01-02");
    assertThat(rows.getLast().ownerKind()).isEqualTo(OwnerKind.SCHOOL);
    assertThat(rows.getLast().area()).isEqualTo(COMMUNE);
  }

  @Test
  void aConnectedCameraHasAStreamAndOnlyThat() {
    assertThat(read(withOnly("kind,address,recording", "CONNECTED,rtsp://a:b%40@10.0.0.7/s,YES")))
        .isEmpty();
    assertThat(rows.getFirst().recording()).isTrue();
    StreamAddress stream = Objects.requireNonNull(rows.getFirst().stream());
    assertThat(stream.uri()).hasToString("rtsp://10.0.0.7/s");
    assertThat(stream.credentials().password()).isEqualTo("b@");
    assertThat(read(withOnly("kind,address", "CONNECTED,"))).containsExactly("2 address required");
    assertThat(read(withOnly("kind,address", "CONNECTED,http://x")))
        .containsExactly("2 address rtsp-address");
    assertThat(read(withOnly("kind,address", "CONNECTED,rtsp://127.0.0.1:9000/s")))
        .as("the recorder itself")
        .containsExactly("2 address camera-address");
    assertThat(read(withOnly("address", "rtsp://10.0.0.7/s")))
        .containsExactly("2 address only-connected");
    assertThat(read(withOnly("recording", "YES"))).containsExactly("2 recording only-connected");
  }

  @Test
  void namesTheRowAndTheColumnOfEverythingThatIsWrong() {
    assertThat(
            read(
                TITLES
                    + ",latitude,longitude,direction\n"
                    + ",Cổng chợ,C-1,HOUSEHOLD,7,,,\n"
                    + "R-2,,C-9,NEIGHBOUR,0,91,105.7,400\n"
                    + "R-3,Cổng chợ,C-1,HOUSEHOLD,x,19.8,,\n"
                    + "R-4,Cổng chợ,C-1,HOUSEHOLD,7,,,90\n"
                    + "R-5,Cổng chợ,C-1,HOUSEHOLD,7,,,,,\n"))
        .containsExactly(
            "2 reference required",
            "3 name required",
            "3 area unknown-area",
            "3 owner_kind choice",
            "3 keep_days list-whole",
            "3 latitude list-number",
            "3 direction list-whole",
            "4 keep_days list-whole",
            "4 longitude required",
            "5 latitude required",
            "6 null list-row-overfull");
    assertThat(rows).isEmpty();
  }

  @Test
  void refusesNumbersAndDaysThatAreNone() {
    for (String number : List.of("NaN", "Infinity", "1e3", "19.8.0", "-", "1,2,3", "0x1")) {
      assertThat(read(withOnly("latitude,longitude", "\"" + number + "\",105.7")))
          .as(number)
          .containsExactly("2 latitude list-number");
    }
    for (String day :
        List.of("30/02/2026", "2026-02-30", "24-11-2026", "1/1/26", "0001-01-01", "mai")) {
      assertThat(read(withOnly("consent_on,consent_form", day + ",PAPER")))
          .as(day)
          .containsExactly("2 consent_on list-date");
    }
    assertThat(read(withOnly("consent_on,consent_form", "26/11/2026,PAPER")))
        .containsExactly("2 consent_on past-or-present");
    assertThat(
            read(withOnly("consent_on,consent_form,consent_until", "24/11/2026,PAPER,23/11/2026")))
        .containsExactly("2 consent_until consent-until");
    assertThat(read(withOnly("consent_form", "PAPER"))).containsExactly("2 consent_on required");
  }

  @Test
  void aPublicBodyGivesNoConsent() {
    assertThat(
            read(TITLES + ",consent_on,consent_form\nR-1,Cổng chợ,C-1,POLICE,7,24/11/2026,PAPER\n"))
        .containsExactly("2 consent_on consent-not-needed");
  }

  @Test
  void aContactNeedsAName() {
    assertThat(read(withOnly("owner_phone", "0912"))).containsExactly("2 owner_name required");
    assertThat(read(withOnly("owner_name,owner_email", "Bà Bảy,bay(at)example.vn")))
        .containsExactly("2 owner_email email");
    assertThat(read(withOnly("owner_name,owner_email", "Bà Bảy,bay@example.vn"))).isEmpty();
    assertThat(read(withOnly("owner_name,owner_phone", ",0912")))
        .containsExactly("2 owner_name required");
  }

  @Test
  void leavesWhatTheRegisterHasAndRefusesWhatTheListHasTwice() {
    assertThat(
            read(
                TITLES
                    + "\nOLD-1,Cổng chợ,C-1,HOUSEHOLD,7\nR-1,Ngã ba,C-1,HOUSEHOLD,7\n"
                    + "R-1,Ngã tư,C-1,HOUSEHOLD,7\n"))
        .containsExactly("4 reference list-repeated");
    assertThat(rows).hasSize(1);
  }

  @Test
  void refusesCharactersThatHideOrDeceive() {
    assertThat(read(withOnly("owner_name", "a\u202Egnp.exe")))
        .containsExactly("2 owner_name characters");
    assertThat(read(withOnly("owner_name", "a\u0007b"))).containsExactly("2 owner_name characters");
    assertThat(read(withOnly("owner_name", "x".repeat(121))))
        .containsExactly("2 owner_name list-too-long");
  }

  @Test
  void aQuotationMarkThatIsNotClosedIsNamedWhereItBegins() {
    assertThat(
            read(
                TITLES
                    + "\nR-1,Cổng chợ,C-1,HOUSEHOLD,7\nR-2,\"Ngã ba,C-1,HOUSEHOLD,7\n"
                    + "R-3,Ngã tư,C-1,HOUSEHOLD,7\n"))
        .contains("3 name list-line-break");
  }

  @Test
  void saysWhyAFileIsNoList() {
    assertThat(unreadable("".getBytes(UTF_8))).isEqualTo("list-empty");
    assertThat(unreadable("\n\n".getBytes(UTF_8))).isEqualTo("list-empty");
    assertThat(unreadable("reference,name\n".getBytes(UTF_8))).isEqualTo("list-column-missing");
    assertThat(unreadable((TITLES + ",shoe_size\n").getBytes(UTF_8)))
        .isEqualTo("list-column-unknown");
    assertThat(unreadable((TITLES + ",Tên\n").getBytes(UTF_8))).isEqualTo("list-column-twice");
    assertThat(unreadable("PK\u0003\u0004xlsx".getBytes(UTF_8))).isEqualTo("list-workbook-broken");
  }

  @Test
  void whatIsNotUtf8IsRefusedWithItsCell() {
    byte[] good = (TITLES + "\nR-1,Cổng chợ,C-1,HOUSEHOLD,7\nR-2,").getBytes(UTF_8);
    for (byte[] bad :
        List.of(
            new byte[] {(byte) 0xC3, 0x28},
            new byte[] {(byte) 0xFF},
            new byte[] {(byte) 0xED, (byte) 0xA0, (byte) 0x80},
            new byte[] {(byte) 0xC0, (byte) 0xAF},
            new byte[] {(byte) 0xE1, (byte) 0xBB})) {
      byte[] list = Arrays.copyOf(good, good.length + bad.length);
      System.arraycopy(bad, 0, list, good.length, bad.length);
      assertThat(read(list)).contains("3 name list-not-unicode");
    }
  }

  @Test
  void noWordMeansTwoColumnsOrTwoChoices() {
    for (Locale language : Messages.LANGUAGES) {
      for (ListColumn column : ListColumn.values()) {
        String key = "camera-list." + column.code();
        assertThat(messages().find(key, language).flatMap(WORDS::findColumn))
            .as(key + " " + language)
            .contains(column);
        assertThat(WORDS.findColumn(column.code())).contains(column);
        for (Enum<?> choice : column.choices()) {
          assertThat(
                  messages()
                      .find(key + "." + choice.name(), language)
                      .flatMap(word -> WORDS.findChoice(column, word)))
              .as(key + "." + choice + " " + language)
              .isEqualTo(Optional.of(choice));
        }
      }
    }
  }

  /// Lists with bytes changed, cut and repeated at random end in rows or problems, never in a
  /// fault.
  @Test
  void whateverComesEndsInRowsOrProblems() {
    long seed = 20_261_125;
    var random = new Random(seed);
    byte[] good =
        (TITLES
                + ",latitude,longitude,consent_on,consent_form\n"
                + "R-1,\"Cổng, chợ\",C-1,HOUSEHOLD,7,19.8,105.7,24/11/2026,PAPER\n"
                + "R-2,Ngã ba,C-1,BUSINESS,30,,,,\n")
            .getBytes(UTF_8);
    for (int round = 0; round < 20_000; round++) {
      byte[] list = Arrays.copyOf(good, 1 + random.nextInt(good.length + 8));
      for (int change = random.nextInt(6); change > 0; change--) {
        list[random.nextInt(list.length)] =
            random.nextBoolean()
                ? (byte) random.nextInt(256)
                : (byte) "\",;\n\r\t-.".charAt(random.nextInt(8));
      }
      try {
        read(list);
      } catch (Problem expected) {
        assertThat(expected.fields()).as("seed %d round %d", seed, round).hasSize(1);
      }
    }
  }

  private String unreadable(byte[] list) {
    try {
      read(list);
    } catch (Problem problem) {
      return problem.fields().getFirst().code();
    }
    return "read";
  }
}
