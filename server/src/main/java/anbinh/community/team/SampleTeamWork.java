package anbinh.community.team;

import anbinh.community.team.duty.Drill;
import anbinh.community.team.duty.Drills;
import anbinh.community.team.duty.DutyForms.Attendance;
import anbinh.community.team.duty.DutyForms.DrillResult;
import anbinh.community.team.duty.DutyForms.NewDrill;
import anbinh.community.team.duty.DutyForms.NewPatrol;
import anbinh.community.team.duty.DutyForms.NewShift;
import anbinh.community.team.duty.Patrol;
import anbinh.community.team.duty.Patrols;
import anbinh.community.team.equipment.Equipment;
import anbinh.community.team.equipment.EquipmentForms.NewEquipment;
import anbinh.community.team.equipment.EquipmentForms.NewMove;
import anbinh.community.team.equipment.EquipmentLedger;
import anbinh.community.team.group.Group;
import anbinh.community.team.group.GroupForms.NewGroup;
import anbinh.community.team.group.GroupForms.NewLeader;
import anbinh.community.team.group.Groups;
import anbinh.community.team.member.Stints;
import anbinh.community.team.pay.PaySheets;
import anbinh.community.team.unit.Team;
import anbinh.community.team.unit.TeamCalendar;
import anbinh.community.team.unit.TeamCommunes;
import anbinh.community.team.unit.TeamTable;
import anbinh.community.team.unit.Teams;
import anbinh.identity.Person;
import anbinh.platform.Ids;
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
public class SampleTeamWork {
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
  private final Stints.Reader stints;
  private final TeamCalendar calendar;
  private final Ids ids;

  SampleTeamWork(
      TeamTable table,
      Teams teams,
      Drills drills,
      Patrols patrols,
      EquipmentLedger equipment,
      Groups groups,
      PaySheets sheets,
      Stints.Reader stints,
      TeamCalendar calendar,
      Ids ids) {
    this.table = table;
    this.teams = teams;
    this.drills = drills;
    this.patrols = patrols;
    this.equipment = equipment;
    this.groups = groups;
    this.sheets = sheets;
    this.stints = stints;
    this.calendar = calendar;
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
    LocalDate today = calendar.today();
    List<UUID> members =
        stints.of(List.of(team)).on(today).stream().map(Stints.Stint::memberId).toList();
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
    Instant end = calendar.now().truncatedTo(ChronoUnit.MINUTES).minus(10, ChronoUnit.HOURS);
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
    LocalDate today = calendar.today();
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
    LocalDate today = calendar.today();
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
