package anbinh.teamwork.pay;

import static org.assertj.core.api.Assertions.assertThat;

import anbinh.platform.FieldProblem;
import anbinh.platform.FieldProblems;
import anbinh.platform.FoldedText;
import anbinh.team.Gender;
import anbinh.team.Member;
import anbinh.team.Origin;
import anbinh.team.TeamCover;
import anbinh.teamwork.pay.PayCalculator.TypeOn;
import anbinh.teamwork.pay.PayForms.SheetDecision;
import anbinh.teamwork.pay.PayLine.Missing;
import anbinh.teamwork.pay.PayRule.Kind;
import anbinh.teamwork.pay.PayRuleTable.TypeFrom;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// What a sheet owes beside what was decided, and who may not decide it; that it is kept, shows
/// DutyIT.
class PaySheetsTest {
  private static final YearMonth JUNE = YearMonth.of(2026, 6);
  private static final UUID TEAM = new UUID(0, 1);
  private static final UUID ONE = new UUID(0, 2);
  private static final UUID TWO = new UUID(0, 3);
  private static final UUID VILLAGE = new UUID(0, 4);
  private static final UUID OTHER_VILLAGE = new UUID(0, 5);
  private static final LocalDate DAY = LocalDate.of(2026, 6, 10);

  private static PayLine line(
      UUID member, Kind kind, @Nullable String amount, @Nullable Missing missing) {
    return new PayLine(
        member,
        TEAM,
        kind,
        JUNE,
        false,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        amount == null ? null : new BigDecimal(amount),
        missing);
  }

  private static PayLine due(UUID member, Kind kind, String amount) {
    return line(member, kind, amount, null);
  }

  private static List<String> amounts(List<PayLine> lines) {
    return lines.stream()
        .map(each ->
            each.memberId().getLeastSignificantBits()
                + " "
                + each.kind()
                + " "
                + each.amount()
                + (each.correction() ? " more" : ""))
        .toList();
  }

  @Test
  void whatWasNotDecidedIsOwedAsItComesOut() {
    List<PayLine> due = List.of(due(ONE, Kind.MONTHLY, "100"), due(TWO, Kind.MONTHLY, "90"));
    assertThat(PaySheets.owed(JUNE, due, List.of())).isEqualTo(due);
  }

  @Test
  void ofWhatAnotherCommuneDecidedOnlyTheDifferenceIsOwed() {
    List<PayLine> due =
        List.of(
            due(ONE, Kind.MONTHLY, "100"),
            due(ONE, Kind.DUTY_HOUR, "30"),
            due(TWO, Kind.MONTHLY, "90"));
    List<PayLine> decided = List.of(due(ONE, Kind.MONTHLY, "60"), due(TWO, Kind.MONTHLY, "90"));
    assertThat(amounts(PaySheets.owed(JUNE, due, decided)))
        .containsExactly("2 DUTY_HOUR 30", "2 MONTHLY 40 more");
  }

  @Test
  void severalLinesOfOneThingAreOneSum() {
    List<PayLine> due = List.of(due(ONE, Kind.MONTHLY, "40"), due(ONE, Kind.MONTHLY, "60"));
    List<PayLine> decided = List.of(due(ONE, Kind.MONTHLY, "70"), due(ONE, Kind.MONTHLY, "30"));
    assertThat(PaySheets.corrections(JUNE, due, decided)).isEmpty();
    assertThat(amounts(PaySheets.corrections(JUNE, due, List.of(due(ONE, Kind.MONTHLY, "100.00")))))
        .as("as an amount, not as it is written")
        .isEmpty();
  }

  @Test
  void whatWasPaidTooMuchIsOwedBack() {
    assertThat(
            amounts(
                PaySheets.corrections(
                    JUNE,
                    List.of(due(ONE, Kind.MONTHLY, "40")),
                    List.of(due(ONE, Kind.MONTHLY, "100"), due(TWO, Kind.MONTHLY, "90")))))
        .containsExactly("2 MONTHLY -60 more", "3 MONTHLY -90 more");
  }

  @Test
  void aCorrectionSaysWhatIsDueAndWhatWasPaid() {
    PayLine line =
        PaySheets.corrections(
                JUNE, List.of(due(ONE, Kind.MONTHLY, "100")), List.of(due(ONE, Kind.MONTHLY, "60")))
            .getFirst();
    assertThat(line.due()).isEqualByComparingTo("100");
    assertThat(line.paid()).isEqualByComparingTo("60");
    assertThat(line.month()).isEqualTo(JUNE);
    assertThat(line.teamId()).isEqualTo(TEAM);
  }

  @Test
  void nothingIsCorrectedWhileSomethingIsMissing() {
    List<PayLine> due =
        List.of(due(ONE, Kind.MONTHLY, "40"), line(ONE, Kind.MONTHLY, null, Missing.RULE));
    assertThat(PaySheets.corrections(JUNE, due, List.of(due(ONE, Kind.MONTHLY, "100")))).isEmpty();
  }

  @Test
  void hoursOfWhoDidNotServeAreOwedBack() {
    List<PayLine> due = List.of(line(ONE, Kind.DUTY_HOUR, null, Missing.NOT_SERVING));
    assertThat(amounts(PaySheets.corrections(JUNE, due, List.of(due(ONE, Kind.DUTY_HOUR, "50")))))
        .containsExactly("2 DUTY_HOUR -50 more");
    assertThat(PaySheets.corrections(JUNE, due, List.of())).isEmpty();
  }

  @Test
  void aMonthIsDecidedByAPaperOfAfterIt() {
    LocalDate today = LocalDate.of(2026, 7, 2);
    var problems = new FieldProblems();
    var last = new SheetDecision(1, "12/QĐ-UBND", LocalDate.of(2026, 6, 30), null);
    assertThat(PaySheets.paper(last, JUNE, today, problems)).isNotNull();
    assertThat(problems).isEmpty();
    var early = new SheetDecision(1, "12/QĐ-UBND", LocalDate.of(2026, 6, 29), null);
    var _ = PaySheets.paper(early, JUNE, today, problems);
    assertThat(problems).extracting(FieldProblem::code).containsExactly("pay-month-not-over");
    problems = new FieldProblems();
    var tomorrow = new SheetDecision(1, " ", LocalDate.of(2026, 7, 3), null);
    assertThat(PaySheets.paper(tomorrow, JUNE, today, problems)).isNull();
    assertThat(problems).extracting(FieldProblem::code).contains("required", "past-or-present");
  }

  private static Member member(@Nullable String name, @Nullable UUID account) {
    return new Member(
        ONE,
        TEAM,
        Member.State.RECOGNISED,
        name,
        1980,
        null,
        Gender.MALE,
        null,
        Origin.RECRUITED,
        null,
        null,
        null,
        null,
        account,
        null,
        null,
        null,
        0);
  }

  @Test
  void whoIsPaidByItIsKnownByAccountAndByName() {
    UUID account = new UUID(3, 1);
    String name = FoldedText.accentedWords("Nguyễn Văn An");
    assertThat(PaySheets.isSame(member("Trần Văn Bình", account), Set.of(account), name)).isTrue();
    assertThat(PaySheets.isSame(member("NGUYỄN VĂN AN", null), Set.of(account), name))
        .as("whatever the letters")
        .isTrue();
    assertThat(PaySheets.isSame(member("Nguyễn Văn Ân", null), Set.of(account), name)).isFalse();
    assertThat(PaySheets.isSame(member("Trần Văn Bình", null), Set.of(account), name)).isFalse();
    assertThat(PaySheets.isSame(member(null, null), Set.of(account), name)).isFalse();
  }

  private static TypeOn type(List<TypeFrom> types, TeamCover... covers) {
    return new PaySheets.Types(List.of(covers), types).on(TEAM, DAY);
  }

  private static TypeFrom from(UUID village, String day, int type) {
    return new TypeFrom(village, LocalDate.parse(day), type, "12/QĐ-UBND", Instant.EPOCH);
  }

  @Test
  void theTypeOfATeamIsThatOfAllItsVillagesOnTheDay() {
    var here = new TeamCover(TEAM, VILLAGE, LocalDate.of(2026, 1, 1), null);
    var there = new TeamCover(TEAM, OTHER_VILLAGE, LocalDate.of(2026, 1, 1), null);
    var gone = new TeamCover(TEAM, OTHER_VILLAGE, LocalDate.of(2026, 1, 1), DAY);
    List<TypeFrom> types = List.of(from(VILLAGE, "2026-06-11", 3), from(VILLAGE, "2026-01-01", 2));
    assertThat(type(types, here)).isEqualTo(new TypeOn(2, null));
    assertThat(type(types, here, gone)).isEqualTo(new TypeOn(2, null));
    assertThat(type(types, here, there)).isEqualTo(new TypeOn(null, Missing.VILLAGE_TYPE));
    List<TypeFrom> both = new ArrayList<>(types);
    both.add(from(OTHER_VILLAGE, "2026-01-01", 2));
    assertThat(type(both, here, there)).isEqualTo(new TypeOn(2, null));
    both.set(2, from(OTHER_VILLAGE, "2026-01-01", 1));
    assertThat(type(both, here, there)).isEqualTo(new TypeOn(null, Missing.VILLAGE_TYPES_DIFFER));
    assertThat(type(types)).isEqualTo(new TypeOn(null, Missing.VILLAGE_TYPE));
  }
}
