package anbinh.standard.past;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import anbinh.areas.Area;
import anbinh.areas.AreaKind;
import anbinh.areas.ListedPlaces;
import anbinh.platform.Ids;
import anbinh.platform.sheet.CodeMessages;
import anbinh.platform.sheet.SheetFile;
import anbinh.platform.sheet.SheetVocabulary;
import anbinh.platform.sheet.SimpleSummary;
import anbinh.standard.StandardOutcome;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Which results of past years are new, and which cells are wrong; that they are kept, shows
/// StandardIT.
class PastResultReadingTest {
  private static final Area PROVINCE = area(9, "38", "Tỉnh Thử", AreaKind.PROVINCE, null);
  private static final Area COMMUNE = area(1, "10001", "Xã Một", AreaKind.COMMUNE, PROVINCE);
  private static final Area OTHER = area(2, "10002", "Phường Hai", AreaKind.WARD, PROVINCE);
  private static final Area VILLAGE =
      area(3, "10001-001", "Thôn Cát", AreaKind.RESIDENTIAL_AREA, COMMUNE);
  private static final Area SCHOOL = area(4, "10001-002", "Trường Một", AreaKind.SCHOOL, COMMUNE);
  private static final Area FOREIGN =
      area(5, "10002-001", "Thôn Xa", AreaKind.RESIDENTIAL_AREA, OTHER);
  private static final List<Area> AREAS =
      List.of(PROVINCE, COMMUNE, OTHER, VILLAGE, SCHOOL, FOREIGN);

  private final FakeTable table = new FakeTable();
  private final Set<UUID> refused = new HashSet<>();
  private final List<UUID> asked = new ArrayList<>();
  private SimpleSummary summary = new SimpleSummary(CodeMessages.messages());
  private SheetFile file = CodeMessages.csv("commune");

  /// What there is already, in memory.
  private static final class FakeTable extends PastResultTable {
    private final List<PastResult> results = new ArrayList<>();
    private final Set<String> assessed = new HashSet<>();

    @SuppressWarnings("NullAway") // there is no database
    FakeTable() {
      super(null);
    }

    @Override
    List<PastResult> list(Collection<UUID> areas, @Nullable Integer year) {
      return results.stream().filter(each -> areas.contains(each.areaId())).toList();
    }

    @Override
    Set<String> assessed(Collection<UUID> areas) {
      return assessed;
    }
  }

  private static Area area(long id, String code, String name, AreaKind kind, @Nullable Area above) {
    return new Area(new UUID(0, id), code, name, kind, above == null ? null : above.id());
  }

  /// Rows of commune, unit, year, outcome, decision, day and certificate.
  private List<PastResult> read(String... rows) {
    return readOn(LocalDate.of(2026, 1, 1), rows);
  }

  private List<PastResult> readOn(LocalDate today, String... rows) {
    summary = new SimpleSummary(CodeMessages.messages());
    List<String> lines = new ArrayList<>();
    lines.add("commune;unit;year;outcome;decision;decided_on;certificate");
    lines.addAll(List.of(rows));
    file = CodeMessages.csv(lines.toArray(String[]::new));
    return new PastResultReading(
            new SheetVocabulary<>(
                CodeMessages.messages(), "past-result-list", PastResultColumn.class),
            summary,
            new Ids(InstantSource.fixed(Instant.EPOCH), new Random(1)),
            today,
            new ListedPlaces(AREAS),
            commune -> {
              asked.add(commune);
              if (refused.contains(commune)) {
                throw new IllegalStateException("not yours");
              }
            },
            table)
        .read(file);
  }

  private List<String> told() {
    return CodeMessages.told(summary);
  }

  private static PastResult met(Area unit, int year, String decision, @Nullable String number) {
    return new PastResult(
        new UUID(1, year),
        unit.id(),
        year,
        StandardOutcome.MET,
        decision,
        LocalDate.of(year, 11, 18),
        number);
  }

  @Test
  void aRowIsAUnitInAYear() {
    List<PastResult> read =
        read(
            "10001;;2021;MET;9/QĐ;18/11/2021;07/GCN",
            "10001;Thôn Cát;2021;NOT_MET;;;",
            "10001;10001-002;2020;MET;9/QĐ;18/11/2020;");
    assertThat(told()).isEmpty();
    assertThat(read)
        .extracting(PastResult::areaId)
        .containsExactly(COMMUNE.id(), VILLAGE.id(), SCHOOL.id());
    assertThat(read).extracting(PastResult::certificate).containsExactly("07/GCN", null, null);
    assertThat(summary.report(file).sample())
        .containsExactly("Xã Một 2021", "Thôn Cát 2021", "Trường Một 2020");
  }

  /// From the first circular to last year, on whatever day of this year.
  @ParameterizedTest
  @CsvSource({
    "2011,2026-01-01,C2 list-whole 2012 2025",
    "2012,2026-01-01,''",
    "2025,2026-01-01,''",
    "2026,2026-01-01,C2 list-whole 2012 2025",
    "2026,2026-12-31,C2 list-whole 2012 2025",
    "2026,2027-01-01,''"
  })
  void aYearIsOver(String year, LocalDate today, String told) {
    readOn(today, "10001;;" + year + ";NOT_MET;;;");
    assertThat(String.join("", told())).isEqualTo(told);
  }

  @ParameterizedTest
  @CsvSource({
    "31/12/2023,F2 past-result-day 2024 2025",
    "01/01/2024,''",
    "31/12/2025,''",
    "01/01/2026,F2 past-result-day 2024 2025",
    "02/01/2026,F2 past-or-present"
  })
  void itWasDecidedInThatYearOrTheNext(String day, String told) {
    read("10001;;2024;MET;9/QĐ;" + day + ";");
    assertThat(String.join("", told())).isEqualTo(told);
  }

  @Test
  void whatWasMetHasAPaper() {
    assertThat(read("10001;;2021;MET;;;", "10001;;2022;MET;9/QĐ;;7")).isEmpty();
    assertThat(told()).containsExactly("E2 required", "F2 required", "F3 required");
  }

  @Test
  void whatWasNotMetHasNoCertificate() {
    assertThat(read("10001;;2021;NOT_MET;9/QĐ;18/11/2021;7")).isEmpty();
    assertThat(told()).containsExactly("G2 past-result-certificate");
  }

  /// A right cell is not blamed for the wrong one beside it.
  @Test
  void anOutcomeThatCannotBeReadSaysNothingOfTheCertificate() {
    read("10001;;2021;đạt rồi;9/QĐ;18/11/2021;7", "10001;;2022;;9/QĐ;18/11/2022;7");
    assertThat(told()).containsExactly("D2 choice MET, NOT_MET", "D3 required");
  }

  @Test
  void aPaperIsMissedOrWrongButNotBoth() {
    read("10001;;2021;MET;9/QĐ;31/11/2021;");
    assertThat(told()).containsExactly("F2 list-date");
  }

  @ParameterizedTest
  @CsvSource({
    "38,'',A2 past-result-commune",
    "10009,'',A2 past-result-commune",
    "10001-001,'',A2 past-result-commune",
    "10001,10002-001,B2 past-result-unit 10002-001 Xã Một",
    "10001,Thôn Cat,B2 past-result-unit Thôn Cat Xã Một",
    "10001,Trường Một,B2 past-result-unit Trường Một Xã Một",
    "10001,38,B2 past-result-unit 38 Xã Một"
  })
  void aUnitIsOneOfItsCommune(String commune, String unit, String told) {
    assertThat(read(commune + ";" + unit + ";2021;NOT_MET;;;")).isEmpty();
    assertThat(told()).containsExactly(told);
  }

  @Test
  void aUnitThatStandsTwiceInAYearIsNamedWithTheRowBefore() {
    assertThat(
            read(
                "10001;10001-001;2021;NOT_MET;;;",
                "10001;10001-001;2022;NOT_MET;;;",
                "10001;thôn CÁT;2021;MET;9/QĐ;18/11/2021;"))
        .hasSize(2);
    assertThat(told()).containsExactly("B4 past-result-repeated 2");
  }

  @Test
  void aYearThatWasAssessedHereIsNotImported() {
    table.assessed.add(VILLAGE.id() + " 2021");
    assertThat(read("10001;Thôn Cát;2021;NOT_MET;;;", "10001;Thôn Cát;2022;NOT_MET;;;")).hasSize(1);
    assertThat(told()).containsExactly("C2 past-result-assessed");
  }

  @Test
  void whatAListSaidBeforeIsLeftAsItIs() {
    table.results.add(met(COMMUNE, 2021, "9/QĐ", "7"));
    assertThat(
            read("10001;;2021;MET;9/QĐ;18/11/2021;7", "10001;10001-001;2021;MET;9/QĐ;18/11/2021;8"))
        .hasSize(1);
    assertThat(told()).isEmpty();
    assertThat(summary.report(file).known()).isOne();
  }

  @ParameterizedTest
  @CsvSource({
    "MET;9/QĐ;18/11/2021;,''",
    "MET;10/QĐ;18/11/2021;7,E2 past-result-otherwise",
    "MET;9/QĐ;19/11/2021;7,F2 past-result-otherwise",
    "MET;9/QĐ;18/11/2021;8,G2 past-result-otherwise",
    "NOT_MET;9/QĐ;18/11/2021;,D2 past-result-otherwise"
  })
  void eachCellThatSaysItOtherwiseIsAMistake(String cells, String told) {
    table.results.add(met(COMMUNE, 2021, "9/QĐ", "7"));
    assertThat(read("10001;;2021;" + cells)).isEmpty();
    assertThat(String.join("", told())).isEqualTo(told);
  }

  @Test
  void aCertificateThatComesLaterIsNotDroppedWithoutAWord() {
    table.results.add(met(COMMUNE, 2021, "9/QĐ", null));
    read("10001;;2021;MET;9/QĐ;18/11/2021;7");
    assertThat(told()).containsExactly("G2 past-result-otherwise");
  }

  @Test
  void theRightIsAskedForOnceForEachCommune() {
    read("10001;;2021;NOT_MET;;;", "10001;Thôn Cát;2021;NOT_MET;;;", "10002;;x;;;;");
    assertThat(asked).containsExactly(COMMUNE.id(), OTHER.id());
    refused.add(OTHER.id());
    assertThatThrownBy(() -> read("10001;;2021;NOT_MET;;;", "10002;;x;;;;"))
        .hasMessage("not yours");
  }
}
