package anbinh.demo.seed;

import anbinh.identity.Person;
import anbinh.platform.Ids;
import anbinh.platform.SiteClock;
import anbinh.team.ServicePeriods.ServicePeriod;
import anbinh.team.Team;
import anbinh.team.member.TeamMembership;
import anbinh.team.unit.TeamCommunes;
import anbinh.team.unit.TeamTable;
import anbinh.team.unit.Teams;
import anbinh.teamwork.duty.Drill;
import anbinh.teamwork.duty.Drills;
import anbinh.teamwork.duty.DutyForms.Attendance;
import anbinh.teamwork.duty.DutyForms.DrillResult;
import anbinh.teamwork.duty.DutyForms.NewDrill;
import anbinh.teamwork.duty.DutyForms.NewPatrol;
import anbinh.teamwork.duty.DutyForms.NewShift;
import anbinh.teamwork.duty.Patrol;
import anbinh.teamwork.duty.Patrols;
import anbinh.teamwork.equipment.Equipment;
import anbinh.teamwork.equipment.EquipmentForms.NewEquipment;
import anbinh.teamwork.equipment.EquipmentForms.NewMove;
import anbinh.teamwork.equipment.EquipmentLedger;
import anbinh.teamwork.group.Group;
import anbinh.teamwork.group.GroupForms.NewGroup;
import anbinh.teamwork.group.GroupForms.NewLeader;
import anbinh.teamwork.group.Groups;
import anbinh.teamwork.pay.PaySheets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Makes what the team of a demonstration did, labelled as simulated.
@Component
class TeamworkDemoSeeder {
  private static final String SIMULATED = " (mô phỏng)";
  private static final int DRILL_DAYS_AGO = 20;
  private static final int SHIFTS = 4;

  private final TeamTable table;
  private final Teams teams;
  private final Drills drills;
  private final Patrols patrols;
  private final EquipmentLedger equipment;
  private final Groups groups;
  private final PaySheets sheets;
  private final TeamMembership membership;
  private final SiteClock clock;
  private final Ids ids;

  TeamworkDemoSeeder(
      TeamTable table,
      Teams teams,
      Drills drills,
      Patrols patrols,
      EquipmentLedger equipment,
      Groups groups,
      PaySheets sheets,
      TeamMembership membership,
      SiteClock clock,
      Ids ids) {
    this.table = table;
    this.teams = teams;
    this.drills = drills;
    this.patrols = patrols;
    this.equipment = equipment;
    this.groups = groups;
    this.sheets = sheets;
    this.membership = membership;
    this.clock = clock;
    this.ids = ids;
  }

  /// Of the first team of a commune, once.
  @Transactional
  public void make(UUID communeId, UUID villageId, Person officer) {
    List<Team> present = table.listPresent(List.of(communeId));
    if (present.isEmpty()) {
      return;
    }
    UUID team = present.getFirst().id();
    var on = new TeamCommunes.On(communeId, "", teams.communesIn(communeId), officer);
    LocalDate today = clock.today();
    List<UUID> members =
        membership.servicePeriods(List.of(team)).on(today).stream()
            .map(ServicePeriod::memberId)
            .toList();
    if (members.isEmpty() || groups.isKept(communeId)) {
      return;
    }
    LocalDate drilled = today.minusDays(DRILL_DAYS_AGO);
    Drill drill =
        drills.plan(
            on,
            new NewDrill(
                ids.next(),
                communeId,
                Drill.Kind.DRILL,
                "Diễn tập chữa cháy khu dân cư" + SIMULATED,
                "Nhà văn hóa thôn",
                drilled,
                180,
                List.of(team)));
    drills.result(
        drill.id(),
        new DrillResult(
            drilled,
            180,
            members.stream().map(each -> new Attendance(each, Drill.Outcome.PASSED)).toList()),
        officer);
    for (int i = 1; i <= SHIFTS; i++) {
      patrols.plan(
          team,
          new NewShift(
              ids.next(),
              today.plusDays(i * 2L),
              "20:00",
              150,
              "Khu chợ, trường học, đường liên thôn",
              members),
          officer);
    }
    Instant end = clock.now().truncatedTo(ChronoUnit.MINUTES).minus(10, ChronoUnit.HOURS);
    patrols.record(
        team,
        new NewPatrol(
            ids.next(),
            Patrol.Kind.PATROL,
            null,
            end.minus(150, ChronoUnit.MINUTES),
            end,
            members,
            "Địa bàn yên tĩnh; nhắc các hàng quán đóng cửa đúng giờ." + SIMULATED),
        officer);
    equip(on, members.getFirst());
    groups(villageId, officer);
    sheets.calculate(on, YearMonth.from(today).minusMonths(1));
  }

  private void equip(TeamCommunes.On on, UUID holder) {
    LocalDate today = clock.today();
    List<Equipment> items =
        equipment.receive(
            on,
            new NewEquipment(
                ids.next(),
                on.communeId(),
                Equipment.Kind.SUPPORT_TOOL,
                "Gậy cao su" + SIMULATED,
                List.of("MP-GCS-01", "MP-GCS-02"),
                null,
                today.minusDays(DRILL_DAYS_AGO),
                "MP-01/PNK"));
    equipment.move(
        items.getFirst().id(),
        new NewMove(1, Equipment.Move.ISSUED, today, holder, "MP-02/BBGN", null),
        on.communeId(),
        on.person());
  }

  private void groups(UUID villageId, Person officer) {
    LocalDate today = clock.today();
    LocalDate since = today.minusDays(DRILL_DAYS_AGO);
    Group group =
        groups.note(
            new NewGroup(
                ids.next(),
                Group.Kind.SECURITY,
                villageId,
                "Tổ tự quản số 1" + SIMULATED,
                42,
                "MP-11/QĐ-UBND",
                since,
                null),
            officer);
    groups.lead(
        group.id(),
        new NewLeader(
            ids.next(),
            Group.Lead.LEADER,
            "Lê Thị Hòa" + SIMULATED,
            "000 000 000",
            since,
            since.plusYears(2),
            "MP-12/QĐ-UBND",
            since,
            null),
        officer);
    groups.note(
        new NewGroup(
            ids.next(),
            Group.Kind.SOCIAL_SECURITY,
            villageId,
            "Tổ liên gia 1" + SIMULATED,
            25,
            "MP-13/QĐ-UBND",
            since,
            null),
        officer);
  }
}
