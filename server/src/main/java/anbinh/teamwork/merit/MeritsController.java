package anbinh.teamwork.merit;

import anbinh.audit.Event;
import anbinh.audit.event.AuditLog;
import anbinh.identity.Person;
import anbinh.identity.PersonName;
import anbinh.identity.Role;
import anbinh.identity.people.People;
import anbinh.identity.session.Access;
import anbinh.platform.Ids;
import anbinh.platform.Page;
import anbinh.platform.PageRequest;
import anbinh.platform.Problem;
import anbinh.platform.Site;
import anbinh.platform.SiteClock;
import anbinh.team.Member;
import anbinh.team.Paper;
import anbinh.team.Team;
import anbinh.team.TeamProblem;
import anbinh.team.member.TeamMembership;
import anbinh.team.web.TeamAccess;
import anbinh.team.web.TeamAccess.OnTeam;
import anbinh.teamwork.TeamWorkEvent;
import anbinh.teamwork.TeamWorkProblem;
import anbinh.teamwork.duty.Drill;
import anbinh.teamwork.duty.DrillTable;
import anbinh.teamwork.duty.PatrolTable;
import anbinh.teamwork.equipment.Equipment;
import anbinh.teamwork.equipment.EquipmentTable;
import anbinh.teamwork.merit.MeritForms.NewMerit;
import anbinh.teamwork.merit.MeritForms.Withdrawal;
import jakarta.validation.Valid;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// What papers said about the work of a team, and what is kept of one's own: the officer notes; the
/// office reads all, the team all but discipline, and each person what is about them.
@RestController
class MeritsController {
  private static final int MAX = 50;
  private static final int MONTHS = 12;

  private final Merits merits;
  private final MeritTable table;
  private final TeamMembership membership;
  private final DrillTable drills;
  private final PatrolTable patrols;
  private final EquipmentTable equipment;
  private final TeamAccess may;
  private final SiteClock clock;
  private final Site site;
  private final Access access;
  private final People people;
  private final AuditLog log;

  MeritsController(
      Merits merits,
      MeritTable table,
      TeamMembership membership,
      DrillTable drills,
      PatrolTable patrols,
      EquipmentTable equipment,
      TeamAccess may,
      SiteClock clock,
      Site site,
      Access access,
      People people,
      AuditLog log) {
    this.merits = merits;
    this.table = table;
    this.membership = membership;
    this.drills = drills;
    this.patrols = patrols;
    this.equipment = equipment;
    this.may = may;
    this.clock = clock;
    this.site = site;
    this.access = access;
    this.people = people;
    this.log = log;
  }

  /// @param memberName null for the whole team, and for who was erased
  record MeritView(
      UUID id,
      @Nullable UUID memberId,
      @Nullable String memberName,
      Merit.Kind kind,
      Merit.Form form,
      @Nullable Integer year,
      Paper paper,
      String authority,
      @Nullable String words,
      PersonName notedBy,
      Instant notedAt,
      @Nullable String withdrawn) {
    @Override
    public String toString() {
      return "MeritView[" + id + "]";
    }
  }

  record OwnDrill(
      Drill.Kind kind, String subject, LocalDate on, int minutes, Drill.Outcome outcome) {}

  record OwnHours(String month, long patrols, long minutes) {}

  record OwnItem(String code, Equipment.Kind kind, String name, @Nullable String serial) {}

  /// What is kept of somebody's work.
  ///
  /// @param drills the last 50, newest first; `moreDrills` where there were others before them
  /// @param hours by the log of patrols, of the last 12 months, this one first
  /// @param items what they have
  /// @param merits the last 50 that stand, the latest paper first; `moreMerits` as with drills
  record RecordView(
      UUID memberId,
      UUID teamId,
      @Nullable String name,
      String teamName,
      List<OwnDrill> drills,
      boolean moreDrills,
      List<OwnHours> hours,
      List<OwnItem> items,
      List<MeritView> merits,
      boolean moreMerits) {
    RecordView {
      drills = List.copyOf(drills);
      hours = List.copyOf(hours);
      items = List.copyOf(items);
      merits = List.copyOf(merits);
    }

    @Override
    public String toString() {
      return "RecordView[" + memberId + "]";
    }
  }

  @GetMapping("/api/teams/{id}/merits")
  Page<MeritView> list(@PathVariable UUID id, PageRequest page) {
    OnTeam by = may.requireReading(id);
    Page<Merit> cut =
        Page.read(
            page,
            merit -> List.of(merit.paper().on().toString(), merit.id().toString()),
            rows ->
                table.list(
                    id,
                    by.office(),
                    page.key(0, LocalDate::parse).orElse(null),
                    page.key(1, UUID::fromString).orElse(null),
                    rows));
    if (by.office()) {
      log.record(
          Event.of(TeamWorkEvent.DISCIPLINE_READ)
              .by(by.person().actor())
              .about("team", id, by.team().code())
              .fact("count", cut.items().size()));
    }
    return cut.with(views(cut.items()));
  }

  @PostMapping("/api/teams/{id}/merits")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void note(@PathVariable UUID id, @Valid @RequestBody NewMerit requested) {
    merits.note(id, requested, may.require(id, Role.COMMUNITY_OFFICER).person());
  }

  @PostMapping("/api/teams/{id}/merits/{meritId}/withdrawal")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void withdraw(
      @PathVariable UUID id, @PathVariable UUID meritId, @Valid @RequestBody Withdrawal requested) {
    merits.withdraw(
        id, meritId, requested.reason(), may.require(id, Role.COMMUNITY_OFFICER).person());
  }

  /// What is kept of a member's work, for the office of the commune.
  @GetMapping("/api/teams/{id}/members/{memberId}/record")
  RecordView read(@PathVariable UUID id, @PathVariable UUID memberId) {
    OnTeam by = may.requireOffice(id);
    Member member =
        membership
            .findMember(memberId)
            .filter(each -> each.teamId().equals(id))
            .orElseThrow(() -> Problem.of(TeamProblem.NO_SUCH_MEMBER));
    log.record(
        Event.of(TeamWorkEvent.DISCIPLINE_READ)
            .by(by.person().actor())
            .about("team", id, by.team().code())
            .fact("member", memberId));
    return view(by.team(), member);
  }

  /// What is kept of the signed-in member's own work.
  @GetMapping("/api/teams/own-record")
  RecordView own() {
    Person person = access.require(Role.TEAM_LEADER, Role.TEAM_MEMBER);
    Member member =
        membership
            .findMemberOfAccount(person.id())
            .orElseThrow(() -> Problem.of(TeamWorkProblem.NOT_A_MEMBER));
    Team team = membership.getTeam(member.teamId());
    log.record(
        Event.of(TeamWorkEvent.OWN_RECORD_READ)
            .by(person.actor())
            .about("team", team.id(), team.code()));
    return view(team, member);
  }

  private RecordView view(Team team, Member member) {
    List<OwnHours> hours = new ArrayList<>();
    YearMonth month = YearMonth.from(clock.today());
    for (int i = 0; i < MONTHS; i++) {
      YearMonth each = month.minusMonths(i);
      patrols.hours(List.of(team.id()), begin(each), begin(each.plusMonths(1))).stream()
          .filter(one -> one.memberId().equals(member.id()))
          .findFirst()
          .ifPresent(one -> hours.add(new OwnHours(each.toString(), one.patrols(), one.minutes())));
    }
    List<DrillTable.Attended> attended = drills.listOf(member.id(), MAX + 1);
    List<Merit> said = table.listOf(member.id(), MAX + 1);
    return new RecordView(
        member.id(),
        team.id(),
        member.name(),
        team.name(),
        attended.stream()
            .limit(MAX)
            .map(each ->
                new OwnDrill(
                    each.drill().kind(),
                    each.drill().subject(),
                    each.drill().on(),
                    each.drill().minutes(),
                    each.outcome()))
            .toList(),
        attended.size() > MAX,
        hours,
        equipment.listOf(member.id()).stream()
            .map(item -> new OwnItem(item.code(), item.kind(), item.name(), item.serial()))
            .toList(),
        views(said.stream().limit(MAX).toList()),
        said.size() > MAX);
  }

  private Instant begin(YearMonth month) {
    return month.atDay(1).atStartOfDay(site.zone()).toInstant();
  }

  private List<MeritView> views(List<Merit> some) {
    Map<UUID, String> accounts = people.displayNames(Ids.of(some, Merit::notedBy));
    Map<UUID, String> names = new HashMap<>();
    for (Member member : membership.listMembers(Ids.of(some, Merit::memberId))) {
      String name = member.name();
      if (name != null) {
        names.put(member.id(), name);
      }
    }
    return some.stream()
        .map(each ->
            new MeritView(
                each.id(),
                each.memberId(),
                each.memberId() == null ? null : names.get(each.memberId()),
                each.kind(),
                each.form(),
                each.year(),
                each.paper(),
                each.authority(),
                each.words(),
                PersonName.of(each.notedBy(), accounts),
                each.notedAt(),
                each.withdrawn()))
        .toList();
  }
}
