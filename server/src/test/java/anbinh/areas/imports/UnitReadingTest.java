package anbinh.areas.imports;

import static anbinh.platform.sheet.CodeMessages.csv;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import anbinh.areas.Area;
import anbinh.areas.AreaKind;
import anbinh.platform.Ids;
import anbinh.platform.sheet.CodeMessages;
import anbinh.platform.sheet.SheetFile;
import anbinh.platform.sheet.SheetVocabulary;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Which units of a list are new, what they are called and numbered, and which cells are wrong;
/// that they are kept, shows ProvinceIT.
class UnitReadingTest {
  private static final String TITLES = "above,code,name,kind";
  private static final Area PROVINCE = area(1, "38", "Tỉnh Thử", AreaKind.PROVINCE, null);
  private static final Area COMMUNE = area(2, "10001", "Xã Một", AreaKind.COMMUNE, PROVINCE);
  private static final Area WARD = area(3, "10002", "Phường Hai", AreaKind.WARD, PROVINCE);
  private static final Area VILLAGE =
      area(4, "10001-007", "Thôn Hoà Bình", AreaKind.RESIDENTIAL_AREA, COMMUNE);

  private final Ids ids =
      new Ids(InstantSource.fixed(Instant.parse("2026-11-27T03:00:00Z")), new Random(1));
  private final List<@Nullable UUID> asked = new ArrayList<>();
  private AreaImportSummary summary = new AreaImportSummary(CodeMessages.messages());

  private static Area area(long id, String code, String name, AreaKind kind, @Nullable Area above) {
    return new Area(new UUID(0, id), code, name, kind, above == null ? null : above.id());
  }

  /// The new ones as `code name`.
  private List<String> read(List<Area> present, String... rows) {
    return fresh(present, rows).stream()
        .map(each -> each.area().code() + " " + each.area().name())
        .toList();
  }

  private List<String> read(String... rows) {
    return read(List.of(PROVINCE, COMMUNE, WARD, VILLAGE), rows);
  }

  private List<UnitReading.Listed> fresh(List<Area> present, String... rows) {
    asked.clear();
    summary = new AreaImportSummary(CodeMessages.messages());
    List<String> lines = new ArrayList<>(List.of(TITLES));
    lines.addAll(List.of(rows));
    return new UnitReading(
            new SheetVocabulary<>(CodeMessages.messages(), "unit-list", UnitColumn.class),
            ids,
            asked::add,
            present)
        .read(csv(lines.toArray(String[]::new)), summary);
  }

  private List<String> told() {
    return CodeMessages.told(summary);
  }

  private AreaReport report() {
    SheetFile file = csv(TITLES);
    new UnitReading(
            new SheetVocabulary<>(CodeMessages.messages(), "unit-list", UnitColumn.class),
            ids,
            _ -> {},
            List.of())
        .read(file, new AreaImportSummary(CodeMessages.messages()));
    return summary.report(file);
  }

  @Test
  void aVillageWithoutACodeGetsTheNextOfItsCommune() {
    assertThat(read("10001,,Một,THON", "10002,,Hai,KHU_PHO", "10001,,Ba,BAN"))
        .containsExactly("10001-008 Thôn Một", "10002-001 Khu phố Hai", "10001-009 Bản Ba");
    assertThat(told()).isEmpty();
  }

  @Test
  void aCodeThatIsWrittenFurtherDownIsGivenToNobodyElse() {
    assertThat(read("10001,,Một,THON", "10001,10001-008,Hai,THON", "10001,10001-012,Ba,THON"))
        .containsExactlyInAnyOrder("10001-008 Thôn Hai", "10001-012 Thôn Ba", "10001-013 Thôn Một");
    assertThat(told()).isEmpty();
  }

  @Test
  void theNumbersOfACommuneEndAtNineHundredAndNinetyNine() {
    Area last = area(9, "10001-998", "Thôn Áp chót", AreaKind.RESIDENTIAL_AREA, COMMUNE);
    assertThat(read(List.of(PROVINCE, COMMUNE, last), "10001,,Chót,THON", "10001,,Thừa,THON"))
        .containsExactly("10001-999 Thôn Chót");
    assertThat(told()).containsExactly("A3 area-too-many 999");
  }

  @Test
  void unitsLieInOthersOfTheListWhereverThoseStand() {
    List<UnitReading.Listed> fresh =
        fresh(
            List.of(),
            "20001-001,,Trường Hai,SCHOOL",
            "20001,20001-001,Tám,THON",
            "40,20001,Bảy,COMMUNE",
            ",40,Sáu,PROVINCE");
    assertThat(fresh)
        .extracting(each -> each.area().name())
        .containsExactly("Tỉnh Sáu", "Xã Bảy", "Thôn Tám", "Trường Hai");
    for (int i = 1; i < fresh.size(); i++) {
      assertThat(fresh.get(i).area().parentId()).isEqualTo(fresh.get(i - 1).area().id());
      assertThat(fresh.get(i).above()).isEqualTo(fresh.get(i - 1).area());
    }
    assertThat(told()).isEmpty();
  }

  @Test
  void whatLiesInAWrongRowLiesNowhere() {
    assertThat(read("38,2000,Bảy,COMMUNE", "2000,,Tám,THON")).isEmpty();
    assertThat(told()).containsExactly("B2 area-list-code", "A3 area-unknown 2000");
  }

  /// Both ways to put the accent of `Hoà`, taken apart or not, and in capitals.
  @ParameterizedTest
  @CsvSource({"Hòa Bình", "thôn HÒA BÌNH", "Hoa\u0300 Bình", "Hoà  Bình"})
  void aUnitThatThereIsByItsNameIsLeftAsItIs(String name) {
    assertThat(read("10001,," + name + ",THON")).isEmpty();
    assertThat(told()).isEmpty();
    assertThat(report().known()).isOne();
  }

  @Test
  void anotherAccentIsAnotherName() {
    assertThat(read("10001,,Hoa Bình,THON")).containsExactly("10001-008 Thôn Hoa Bình");
  }

  @Test
  void aUnitThatThereIsByItsCodeIsLeftAsItIs() {
    assertThat(read("10001,10001-007,Tên mới,THON")).isEmpty();
    assertThat(told()).isEmpty();
    assertThat(report().known()).isOne();
  }

  @Test
  void aCodeIsNotThatOfAnotherUnit() {
    Area other = area(5, "10001-009", "Thôn Chín", AreaKind.RESIDENTIAL_AREA, COMMUNE);
    read(
        List.of(PROVINCE, COMMUNE, WARD, VILLAGE, other),
        "10002,10001-007,Hoà Bình,THON",
        "10001,10001-007,Chín,THON");
    assertThat(told())
        .containsExactly("B2 area-code-other Thôn Hoà Bình", "B3 area-code-other Thôn Hoà Bình");
  }

  @Test
  void aUnitThatStandsTwiceIsNamedWithTheRowBefore() {
    assertThat(read("10001,,Một,THON", "10002,,Một,THON", "10001,,thôn MỘT,"))
        .containsExactly("10001-008 Thôn Một", "10002-001 Thôn Một");
    assertThat(told()).containsExactly("C4 area-repeated 2");
  }

  @Test
  void aCodeThatStandsTwiceIsTheWrongCell() {
    assertThat(read("10001,10001-008,Một,THON", "10001,10001-008,Hai,THON"))
        .containsExactly("10001-008 Thôn Một");
    assertThat(told()).containsExactly("B3 area-code-other Thôn Một");
  }

  @ParameterizedTest
  @CsvSource({
    "'',3,Tỉnh,PROVINCE",
    "'',380,Tỉnh,PROVINCE",
    "38,1234,Mới,WARD",
    "38,123456,Mới,COMMUNE",
    "38,1000a,Mới,COMMUNE",
    "10001,10001-01,Một,THON",
    "10001,10001-0001,Một,THON",
    "10001,10002-001,Một,THON",
    "10001,1000l-001,Một,THON",
    "10001,001,Một,AGENCY"
  })
  void aCodeHasTheFormOfItsKind(String above, String code, String name, String kind) {
    assertThat(read(above + "," + code + "," + name + "," + kind)).isEmpty();
    assertThat(told()).containsExactly("B2 area-list-code");
  }

  @Test
  void provincesAndCommunesNeedACodeOfTheirOwn() {
    assertThat(read("38,,Ba,COMMUNE", "38,,Tư,WARD", ",,Năm,PROVINCE")).isEmpty();
    assertThat(told()).containsExactly("B2 required", "B3 required", "B4 required");
  }

  @Test
  void aUnitLiesWhereItsKindMay() {
    assertThat(
            read(
                ",10003,Ba,COMMUNE",
                "99999,,Ba,THON",
                "10001,10003,Ba,WARD",
                "10001-007,,Ba,THON",
                "38,40,Ba,PROVINCE"))
        .isEmpty();
    assertThat(told())
        .containsExactly(
            "A2 required",
            "A3 area-unknown 99999",
            "A4 area-fits Xã Một",
            "A5 area-fits Thôn Hoà Bình",
            "A6 area-fits Tỉnh Thử");
  }

  @Test
  void aNameGetsTheWordOfItsKindUnlessItHasOne() {
    assertThat(
            read(
                "10001,,Bản Cát,THON",
                "10001,,tổ dân phố 3,THON",
                "10001,,Thon Nam,THON",
                "10001,,Công ty Ba,ENTERPRISE",
                "10001,,Mười,"))
        .containsExactly(
            "10001-008 Bản Cát",
            "10001-009 tổ dân phố 3",
            "10001-010 Thon Nam",
            "10001-011 Mười",
            "10001-012 Công ty Ba");
  }

  /// Ban Công is no bản, and Lang Chánh no làng.
  @Test
  void aNameThatOnlyLooksLikeAWordOfAKindGetsItsOwn() {
    assertThat(
            read(
                "38,10003,Ban Công,COMMUNE",
                "38,10004,Lang Chánh,COMMUNE",
                "10001,,Bàn Đạt,THON",
                "10001,,Bảnh,THON"))
        .containsExactly(
            "10003 Xã Ban Công",
            "10004 Xã Lang Chánh",
            "10001-008 Thôn Bàn Đạt",
            "10001-009 Thôn Bảnh");
  }

  @Test
  void everyWrongCellOfARowIsNamed() {
    assertThat(
            read(
                "10001,,,THON",
                "10001,,Nguy?n,XOM",
                "10001,,Năm,THON,thừa",
                "10001,," + "a".repeat(201) + ",THON"))
        .isEmpty();
    assertThat(told())
        .containsExactly(
            "C2 required",
            "C3 list-lost-letters",
            "D3 choice PROVINCE, COMMUNE, WARD, THON, BAN, LANG, KHU_PHO, TO_DAN_PHO, AGENCY,"
                + " ENTERPRISE, SCHOOL",
            "4 list-row-overfull",
            "C5 list-too-long 200");
  }

  @Test
  void theRightIsAskedForWhereverSomethingIsAdded() {
    read(",40,Sáu,PROVINCE", "40,20001,Bảy,COMMUNE", "20001,,Tám,THON", "10002,,Chín,THON");
    assertThat(asked).containsExactly(null, WARD.id());
  }

  @Test
  void whoMayNotAddToACommuneAddsNothing() {
    var reading =
        new UnitReading(
            new SheetVocabulary<>(CodeMessages.messages(), "unit-list", UnitColumn.class),
            ids,
            above -> {
              if (WARD.id().equals(above)) {
                throw new IllegalStateException("not yours");
              }
            },
            List.of(PROVINCE, COMMUNE, WARD));
    assertThatThrownBy(
            () -> reading.read(csv(TITLES, "10001,,Một,THON", "10002,,Hai,THON"), summary))
        .hasMessage("not yours");
  }
}
