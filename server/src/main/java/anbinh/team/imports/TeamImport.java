package anbinh.team.imports;

import anbinh.areas.Area;
import anbinh.areas.unit.Areas;
import anbinh.audit.Event;
import anbinh.audit.event.AuditLog;
import anbinh.identity.Role;
import anbinh.identity.session.Access;
import anbinh.platform.Ids;
import anbinh.platform.Messages;
import anbinh.platform.SiteClock;
import anbinh.platform.sheet.ReadList;
import anbinh.platform.sheet.SheetFile;
import anbinh.platform.sheet.SheetImport;
import anbinh.platform.sql.ShortCodes;
import anbinh.team.Member;
import anbinh.team.Team;
import anbinh.team.TeamEvent;
import anbinh.team.imports.TeamReading.Found;
import anbinh.team.imports.TeamRow.Person;
import anbinh.team.imports.TeamRow.Unit;
import anbinh.team.member.MemberTable;
import anbinh.team.member.Term;
import anbinh.team.member.TermTable;
import anbinh.team.unit.TeamListTable;
import anbinh.team.unit.TeamListTable.TakenList;
import anbinh.team.unit.TeamProposal;
import anbinh.team.unit.TeamProposal.Outcome;
import anbinh.team.unit.TeamProposalTable;
import anbinh.team.unit.TeamTable;
import anbinh.team.unit.Teams;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Takes lists of teams and their members: all of a list, or nothing. One entry of the log says who
/// took which file and how much was in it. Safe for many threads.
@Component
public class TeamImport extends SheetImport<anbinh.identity.Person, TeamColumn, TeamReport> {
  private final ExistingTeams present;
  private final Teams registry;
  private final TeamTable teams;
  private final TeamListTable taken;
  private final TeamProposalTable proposals;
  private final MemberTable members;
  private final TermTable terms;
  private final SiteClock clock;
  private final Areas areas;
  private final Access access;
  private final ShortCodes codes;
  private final Ids ids;
  private final AuditLog log;

  TeamImport(
      ExistingTeams present,
      Teams registry,
      TeamTable teams,
      TeamListTable taken,
      TeamProposalTable proposals,
      MemberTable members,
      TermTable terms,
      Messages messages,
      SiteClock clock,
      Areas areas,
      Access access,
      ShortCodes codes,
      Ids ids,
      AuditLog log) {
    super(messages, "team-list", TeamColumn.class);
    this.present = present;
    this.registry = registry;
    this.teams = teams;
    this.taken = taken;
    this.proposals = proposals;
    this.members = members;
    this.terms = terms;
    this.clock = clock;
    this.areas = areas;
    this.access = access;
    this.codes = codes;
    this.ids = ids;
    this.log = log;
  }

  @Override
  protected ReadList<TeamReport> read(SheetFile file, anbinh.identity.Person by, boolean applying) {
    return read(file, by, applying, commune -> access.require(commune, Role.COMMUNITY_OFFICER));
  }

  /// Applies one for somebody who is not signed in.
  @Transactional
  public TeamReport fill(SheetFile file, anbinh.identity.Person by) {
    return apply(file, null, read(file, by, true, _ -> {}));
  }

  private ReadList<TeamReport> read(
      SheetFile file, anbinh.identity.Person by, boolean applying, Consumer<UUID> right) {
    var summary = new TeamImportSummary(messages);
    Found found = reading(summary, by, right).read(file, applying);
    TeamReport report = summary.report(file, found);
    if (!applying) {
      log.record(
          Event.of(TeamEvent.LIST_CHECKED)
              .by(by.actor())
              .about("team-list", ids.next(), null)
              .fact("communes", summary.communes())
              .fact("rows", report.rows())
              .fact("errors", report.errorCount())
              .fact("sha256", report.sha256()));
    }
    boolean nothing = report.teams() == 0 && report.members() == 0;
    return new ReadList<>(
        report, nothing ? null : () -> write(found, summary.communes(), report, by));
  }

  private void write(
      Found found, List<UUID> communes, TeamReport report, anbinh.identity.Person by) {
    Instant now = clock.now();
    UUID event =
        log.record(
            Event.of(TeamEvent.IMPORTED)
                .by(by.actor())
                .about("team-list", ids.next(), null)
                .fact("communes", communes)
                .fact("teams", report.teams())
                .fact("members", report.members())
                .fact("sha256", report.sha256()));
    insertTeams(found.units().stream().filter(Unit::fresh).toList(), by, now, event);
    insertPeople(found.people(), now, event);
    taken.insert(
        new TakenList(
            event, by.id(), now, report.sha256(), communes, report.teams(), report.members()));
  }

  private void insertTeams(List<Unit> fresh, anbinh.identity.Person by, Instant now, UUID event) {
    if (fresh.isEmpty()) {
      return;
    }
    Iterator<String> next = codes.next(Teams.CODE_PREFIX, fresh.size()).iterator();
    List<Team> made = new ArrayList<>();
    List<TeamTable.Shape> shapes = new ArrayList<>();
    List<TeamProposal> decided = new ArrayList<>();
    for (Unit unit : fresh) {
      Integer planned = unit.planned();
      int strength = planned == null ? 1 : planned;
      made.add(
          new Team(
              unit.id(),
              next.next(),
              unit.communeId(),
              unit.name(),
              false,
              unit.established(),
              null));
      shapes.add(new TeamTable.Shape(unit.id(), unit.established(), strength, unit.villages()));
      decided.add(
          new TeamProposal(
              ids.next(),
              unit.id(),
              TeamProposal.Kind.ESTABLISH,
              strength,
              unit.villages(),
              unit.established(),
              null,
              by.id(),
              now,
              event,
              true,
              new TeamProposal.Decision(Outcome.ACCEPTED, null, null, now, null, unit.paper())));
    }
    teams.insert(made, now);
    teams.insertShapes(shapes);
    proposals.insert(decided);
  }

  private void insertPeople(List<Person> people, Instant now, UUID event) {
    Set<UUID> seen = new HashSet<>();
    members.insert(
        people.stream()
            .filter(person -> seen.add(person.id()))
            .map(person ->
                new MemberTable.New(
                    person.id(),
                    person.unit().id(),
                    Member.State.RECOGNISED,
                    person.who(),
                    person.certificate(),
                    person.badge(),
                    event))
            .toList(),
        now);
    terms.insert(
        people.stream()
            .map(person ->
                new Term(
                    ids.next(),
                    person.id(),
                    person.unit().id(),
                    null,
                    person.position(),
                    person.from(),
                    person.until(),
                    person.overAge(),
                    Outcome.ACCEPTED,
                    null,
                    person.paper(),
                    event))
            .toList());
  }

  private TeamReading reading(
      TeamImportSummary summary, anbinh.identity.Person by, Consumer<UUID> right) {
    Map<String, Area> byCode = new HashMap<>();
    areas.list().forEach(area -> byCode.put(area.code(), area));
    Set<UUID> allowed = new HashSet<>();
    return new TeamReading(
        words,
        present,
        ids,
        clock.today(),
        code -> {
          Optional<Area> commune =
              Optional.ofNullable(byCode.get(code)).filter(area -> area.kind().isCommune());
          commune.map(Area::id).filter(allowed::add).ifPresent(right);
          return commune;
        },
        code -> Optional.ofNullable(byCode.get(code)),
        team -> access.may(by, registry.communeOf(registry.get(team)), Role.COMMUNITY_OFFICER),
        summary);
  }
}
