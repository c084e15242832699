package anbinh.team.member;

import static org.assertj.core.api.Assertions.assertThat;

import anbinh.team.Gender;
import anbinh.team.LeavingReason;
import anbinh.team.Member;
import anbinh.team.Origin;
import anbinh.team.Position;
import anbinh.team.ServicePeriods;
import anbinh.team.unit.TeamProposal.Outcome;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TeamMembershipTest {
  private static final UUID TEAM = new UUID(0, 1);
  private static final UUID WHO = new UUID(0, 2);
  private static final LocalDate BEGIN = LocalDate.of(2025, 1, 1);

  private static Member member(@Nullable LocalDate leftOn) {
    return new Member(
        WHO,
        TEAM,
        leftOn == null ? Member.State.RECOGNISED : Member.State.LEFT,
        "Phạm Văn Hùng",
        1980,
        null,
        Gender.MALE,
        null,
        Origin.RECRUITED,
        null,
        null,
        null,
        null,
        null,
        leftOn,
        leftOn == null ? null : LeavingReason.RESIGNED,
        null,
        0);
  }

  private static Term term(
      int id, Position position, LocalDate from, LocalDate until, @Nullable Outcome outcome) {
    return new Term(
        new UUID(1, id), WHO, TEAM, null, position, from, until, false, outcome, null, null, null);
  }

  @Test
  void aLaterTermOfAnotherPositionTakesOver() {
    ServicePeriods periods =
        TeamMembership.servicePeriods(
            List.of(member(null)),
            List.of(
                term(1, Position.MEMBER, BEGIN, BEGIN.plusYears(5), Outcome.ACCEPTED),
                term(
                    2, Position.LEADER, BEGIN.plusYears(1), BEGIN.plusYears(2), Outcome.ACCEPTED)));
    assertThat(periods.find(WHO, BEGIN.plusYears(1).minusDays(1)).orElseThrow().position())
        .isEqualTo(Position.MEMBER);
    assertThat(periods.find(WHO, BEGIN.plusYears(1)).orElseThrow().position())
        .isEqualTo(Position.LEADER);
    assertThat(periods.find(WHO, BEGIN.plusYears(3))).isEmpty();
  }

  @Test
  void whoLeftServesUntilTheDayBefore() {
    LocalDate left = BEGIN.plusDays(40);
    ServicePeriods periods =
        TeamMembership.servicePeriods(
            List.of(member(left)),
            List.of(term(1, Position.DEPUTY, BEGIN, BEGIN.plusYears(5), Outcome.ACCEPTED)));
    assertThat(periods.find(WHO, left.minusDays(1))).isPresent();
    assertThat(periods.find(WHO, left)).isEmpty();
    assertThat(periods.on(left.minusDays(1))).hasSize(1);
    assertThat(periods.name(WHO)).isEqualTo("Phạm Văn Hùng");
  }

  @Test
  void whatWasRefusedOrWaitsIsNoService() {
    ServicePeriods periods =
        TeamMembership.servicePeriods(
            List.of(member(null)),
            List.of(
                term(1, Position.MEMBER, BEGIN, BEGIN.plusYears(5), Outcome.REFUSED),
                term(2, Position.MEMBER, BEGIN, BEGIN.plusYears(5), null)));
    assertThat(periods.all()).isEmpty();
    assertThat(periods.name(new UUID(0, 9))).isEmpty();
  }
}
