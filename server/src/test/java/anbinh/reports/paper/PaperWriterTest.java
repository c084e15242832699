package anbinh.reports.paper;

import static anbinh.reports.figure.FiguresFixture.CASES;
import static anbinh.reports.figure.FiguresFixture.FOURTH_COMMUNE;
import static anbinh.reports.figure.FiguresFixture.OTHER_COMMUNE;
import static anbinh.reports.figure.FiguresFixture.SITUATIONS;
import static anbinh.reports.figure.FiguresFixture.TEAMS;
import static anbinh.reports.figure.FiguresFixture.THIRD_COMMUNE;
import static anbinh.reports.figure.FiguresFixture.VILLAGE;
import static anbinh.reports.period.ReportsFixture.COMMUNE;
import static anbinh.reports.period.ReportsFixture.PROVINCE;
import static anbinh.reports.period.ReportsFixture.QUARTER;
import static org.assertj.core.api.Assertions.assertThat;

import anbinh.identity.Person;
import anbinh.platform.Messages;
import anbinh.reports.ReportPeriod;
import anbinh.reports.paper.PaperContent.Cell;
import anbinh.reports.paper.PaperContent.Kept;
import anbinh.reports.period.Report;
import anbinh.reports.period.ReportsFixture;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// What a paper tells of whom: the numbers that its reader is shown, of when they are, and who
/// handed nothing in.
class PaperWriterTest {
  private final ReportsFixture fixture = new ReportsFixture();
  private final PaperWriter writer =
      new PaperWriter(
          fixture.counts.figures,
          fixture.counts.catalogue,
          fixture.counts.text,
          fixture.counts.sentence,
          fixture.book,
          fixture.counts.areas,
          fixture.people,
          fixture.counts.messages,
          fixture.counts.clock,
          fixture.counts.site);

  @AfterEach
  void signOut() {
    fixture.close();
  }

  private PaperContent write(UUID unit, String period, Person by, boolean exact) {
    return writer.write(
        fixture.counts.areas.get(unit),
        ReportPeriod.parse(period),
        by,
        exact,
        List.of(TEAMS, CASES),
        Messages.VIETNAMESE);
  }

  private PaperContent write(UUID unit) {
    return write(unit, QUARTER.toString(), fixture.chair, false);
  }

  private PaperContent kept(Report report, int version, boolean exact) {
    return writer.write(
        fixture.book.get(report.id()),
        fixture.book.version(report, version),
        fixture.counts.areas.get(COMMUNE),
        fixture.chair,
        exact,
        Messages.VIETNAMESE);
  }

  private static List<String> cells(PaperContent paper, String code) {
    return paper.topics().stream()
        .flatMap(topic -> topic.rows().stream())
        .filter(row -> row.code().equals(code))
        .flatMap(row -> row.cells().stream())
        .map(Cell::text)
        .toList();
  }

  @Test
  void unitsWhoseReportIsMissingOrReopenedAreNamed() {
    assertThat(write(PROVINCE).missing())
        .containsExactly("Đơn vị 38.1", "Đơn vị 38.2", "Đơn vị 38.3", "Đơn vị 38.4");
    assertThat(write(PROVINCE).handedIn()).isZero();
    Report reopened = fixture.reopened();
    PaperContent paper = write(PROVINCE);
    assertThat(paper.missing()).hasSize(3).doesNotContain("Đơn vị 38.1");
    assertThat(paper.reopened()).containsExactly("Đơn vị 38.1");
    assertThat(paper.handedIn()).as("what was accepted counts on").isEqualTo(1);
    assertThat(paper.units()).isEqualTo(4);
    assertThat(paper.lines().getFirst().report())
        .isEqualTo("Đang mở lại, tính theo bản đã tiếp nhận");
    assertThat(paper.lines().getLast().report()).isEqualTo("Chưa có");
    assertThat(reopened.version()).isEqualTo(1);
  }

  @Test
  void aCommuneThatWasTakenOverHasNoLineAndItsNumbersStandInTheSuccessors() {
    fixture.counts.stands(TEAMS, VILLAGE, 3);
    fixture.counts.areas.end(COMMUNE, LocalDate.of(2026, 9, 1), OTHER_COMMUNE);
    PaperContent paper = write(PROVINCE);
    assertThat(paper.lines())
        .extracting(PaperContent.Line::code)
        .containsExactly("38.2", "38.3", "38.4");
    assertThat(paper.lines().getFirst().cells().getFirst().text()).isEqualTo("3");
  }

  @Test
  void aSmallNumberIsHiddenAndTheSignIsExplained() {
    assertThat(write(COMMUNE).dashes()).isTrue();
    fixture.counts.happened(SITUATIONS, COMMUNE, null, YearMonth.of(2026, 7), 3);
    PaperContent paper = write(COMMUNE);
    assertThat(cells(paper, "SITUATIONS_RECEIVED").getFirst()).isEqualTo("*");
    assertThat(paper.hides()).isTrue();
    assertThat(paper.topics().stream().flatMap(each -> each.rows().stream()))
        .filteredOn(row -> row.code().equals("SITUATIONS_RECEIVED"))
        .singleElement()
        .satisfies(row -> assertThat(row.cells().getFirst().number()).isNull());
    PaperContent internal = write(COMMUNE, QUARTER.toString(), fixture.officer, true);
    assertThat(cells(internal, "SITUATIONS_RECEIVED").getFirst()).isEqualTo("3");
    assertThat(internal.internal()).isTrue();
  }

  @Test
  void aNumberInTensCarriesNoExactOneForTheWorkbook() {
    for (UUID each : List.of(COMMUNE, OTHER_COMMUNE, THIRD_COMMUNE, FOURTH_COMMUNE)) {
      fixture.counts.happened(CASES, each, null, YearMonth.of(2026, 7), 43);
    }
    PaperContent paper = write(PROVINCE);
    Cell cell = paper.lines().getFirst().cells().getLast();
    assertThat(cell.text()).isEqualTo("≈ 40");
    assertThat(cell.number()).isNull();
    assertThat(paper.hides()).isTrue();
    assertThat(cells(paper, "CASES_CLARIFIED").getFirst()).as("in all").isEqualTo("172");
  }

  @Test
  void ofAMonthNothingThatIsGuardedIsTold() {
    fixture.counts.happened(SITUATIONS, COMMUNE, null, YearMonth.of(2026, 7), 300);
    PaperContent paper = write(COMMUNE, "2026-07", fixture.chair, false);
    assertThat(cells(paper, "SITUATIONS_RECEIVED").getFirst()).isEqualTo("–");
  }

  @Test
  void aPaperSaysToWhichDayItCountsAndWhetherThePeriodStillRuns() {
    fixture.counts.on("2026-09-30");
    PaperContent running = write(COMMUNE);
    assertThat(running.over()).isFalse();
    assertThat(running.asOf()).isEqualTo(LocalDate.of(2026, 9, 30));
    fixture.counts.on("2026-10-05");
    PaperContent over = write(COMMUNE);
    assertThat(over.over()).isTrue();
    assertThat(over.asOf()).isEqualTo(LocalDate.of(2026, 9, 30));
    assertThat(over.day()).isEqualTo(LocalDate.of(2026, 10, 5));
    assertThat(over.heads())
        .containsExactly("quý III năm 2026", "quý II năm 2026", "quý III năm 2025");
  }

  @Test
  void onlyAYearHasASentence() {
    assertThat(write(PROVINCE).sentence()).isNull();
    assertThat(write(PROVINCE, "2026", fixture.aboveToo, false).sentence())
        .startsWith("Trong năm 2026");
  }

  @Test
  void itIsTheCommitteesWhereTheChairMakesItAndElseThePolices() {
    assertThat(write(COMMUNE).chair()).isTrue();
    assertThat(write(COMMUNE, "2026-Q3", fixture.officer, true).chair()).isFalse();
    assertThat(write(COMMUNE).above()).isEqualTo("Đơn vị 38");
    assertThat(write(PROVINCE).above()).isNull();
    assertThat(write(PROVINCE).province()).isTrue();
  }

  @Test
  void aReportIsNamedOnceItWasHandedIn() {
    assertThat(write(COMMUNE).approved()).isNull();
    Report sent = fixture.submit();
    assertThat(write(COMMUNE).approved()).contains(sent.code(), "bản gửi số 1", "Đã gửi");
    fixture.giveBack(sent, fixture.chair);
    assertThat(write(COMMUNE).approved()).as("which was returned").isNull();
  }

  @Test
  void aKeptVersionTellsTheNumbersOfThenToTheirReader() {
    fixture.counts.stands(TEAMS, VILLAGE, 3);
    fixture.counts.happened(SITUATIONS, COMMUNE, null, YearMonth.of(2026, 7), 2);
    Report sent = fixture.submit();
    fixture.counts.stands(TEAMS, VILLAGE, 5);
    PaperContent paper = kept(sent, 1, false);
    assertThat(cells(paper, "TEAMS")).containsExactly("3");
    assertThat(cells(paper, "SITUATIONS_RECEIVED")).containsExactly("*");
    assertThat(paper.hides()).isTrue();
    assertThat(cells(kept(sent, 1, true), "SITUATIONS_RECEIVED")).containsExactly("2");
    assertThat(paper.asOf()).isEqualTo(LocalDate.of(2026, 9, 30));
  }

  private Kept story(Report report, int version) {
    return Objects.requireNonNull(kept(report, version, false).kept());
  }

  @Test
  void aKeptVersionSaysHowFarItCameAndWhatCameAfterIt() {
    Report accepted = fixture.accepted();
    assertThat(story(accepted, 1).state()).isEqualTo("Cấp trên đã tiếp nhận");
    assertThat(story(accepted, 1).after()).isNull();
    assertThat(story(accepted, 1).steps())
        .extracting(PaperContent.Step::what)
        .containsExactly("Gửi", "Phê duyệt", "Tiếp nhận");
    assertThat(story(accepted, 1).steps().getFirst().by()).isEqualTo(fixture.officer.displayName());
  }

  @Test
  void aVersionThatWasReopenedOrReplacedSaysSo() {
    Report reopened = fixture.reopened();
    assertThat(story(reopened, 1).after()).startsWith("Báo cáo đã được mở lại");
    Report again = fixture.submit();
    assertThat(story(again, 1).after()).isEqualTo("Đã có bản gửi sau (bản 2).");
    assertThat(story(again, 1).state()).isEqualTo("Cấp trên đã tiếp nhận");
    assertThat(story(again, 2).steps()).as("each its own").hasSize(1);
    fixture.giveBack(again, fixture.chair);
    assertThat(story(again, 2).state()).isEqualTo("Đã trả lại");
    assertThat(story(again, 2).after()).as("it is this one that was returned").isNull();
  }

  @Test
  void eachDefinitionSaysWhetherItsSmallNumbersAreHidden() {
    List<PaperContent.Definition> definitions = write(COMMUNE).definitions();
    assertThat(definitions)
        .filteredOn(each -> each.code().equals("TEAMS"))
        .singleElement()
        .satisfies(each -> {
          assertThat(each.hidden()).isEqualTo("Đến cấp thôn, tổ dân phố");
          assertThat(each.days()).isEqualTo("01/07/2024–");
        });
    assertThat(definitions)
        .filteredOn(each -> each.code().equals("SITUATIONS_RECEIVED"))
        .singleElement()
        .satisfies(each -> assertThat(each.hidden()).contains("được ẩn (*)"));
  }

  @Test
  void aLetterIsNoWiderThanAPage() {
    assertThat(writer.onLetters())
        .extracting(each -> each.code())
        .containsExactlyElementsOf(PaperWriter.ON_LETTERS);
  }
}
