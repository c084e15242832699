package anbinh.teamwork.duty;

import static org.assertj.core.api.Assertions.assertThat;

import anbinh.team.Position;
import anbinh.team.ServicePeriods;
import anbinh.team.ServicePeriods.ServicePeriod;
import anbinh.teamwork.duty.PlanRules.Conflict;
import anbinh.teamwork.duty.PlanRules.Found;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PlanRulesTest {
  private static final UUID TEAM = new UUID(0, 1);
  private static final UUID ONE = new UUID(0, 2);
  private static final UUID OTHER = new UUID(0, 3);
  private static final LocalDate DAY = LocalDate.of(2026, 11, 24);

  private static Shift shift(int id, LocalDate on, int hour, @Nullable String off, UUID... who) {
    return new Shift(
        new UUID(1, id), TEAM, on, LocalTime.of(hour, 0), 150, "Khu chợ", List.of(who), off, false);
  }

  private static ServicePeriods serving(LocalDate until) {
    return new ServicePeriods(
        List.of(
            new ServicePeriod(ONE, TEAM, Position.LEADER, DAY.minusYears(1), until),
            new ServicePeriod(OTHER, TEAM, Position.MEMBER, DAY.minusYears(1), DAY.plusYears(1))),
        Map.of(ONE, "A"));
  }

  @Test
  void somebodyOnTwoShiftsAtATimeIsNamedOnBoth() {
    Shift first = shift(1, DAY, 22, null, ONE, OTHER);
    Shift second = shift(2, DAY.plusDays(1), 0, null, ONE);
    assertThat(PlanRules.conflicts(List.of(first, second), serving(DAY.plusYears(1))))
        .containsEntry(first.id(), List.of(new Found(Conflict.TWICE, ONE)))
        .containsEntry(second.id(), List.of(new Found(Conflict.TWICE, ONE)));
  }

  @Test
  void whoseTermIsOverIsNamedAndWhatWasCalledOffIsNot() {
    Shift first = shift(1, DAY, 20, null, ONE);
    assertThat(PlanRules.conflicts(List.of(first), serving(DAY.minusDays(1))))
        .containsEntry(first.id(), List.of(new Found(Conflict.NOT_SERVING, ONE)));
    assertThat(
            PlanRules.conflicts(
                List.of(first, shift(2, DAY, 20, "Mưa", ONE)), serving(DAY.plusYears(1))))
        .isEmpty();
  }

  @Test
  void theSecondTuesdayBecomesTheSecondTuesdayAndAFifthOneMayNotBe() {
    assertThat(PlanRules.sameDay(LocalDate.of(2026, 11, 10), YearMonth.of(2026, 12)))
        .contains(LocalDate.of(2026, 12, 8));
    assertThat(PlanRules.sameDay(LocalDate.of(2026, 11, 30), YearMonth.of(2026, 12))).isEmpty();
    assertThat(PlanRules.sameDay(LocalDate.of(2026, 12, 29), YearMonth.of(2027, 1))).isEmpty();
  }
}
