package anbinh.mediation.imports;

import anbinh.areas.ListedPlaces;
import anbinh.areas.unit.Areas;
import anbinh.audit.Event;
import anbinh.audit.event.AuditLog;
import anbinh.identity.Person;
import anbinh.identity.Role;
import anbinh.identity.session.Access;
import anbinh.mediation.MediationEvent;
import anbinh.mediation.MediationProblem;
import anbinh.mediation.team.ListedTeam;
import anbinh.mediation.team.MediationTeam;
import anbinh.mediation.team.MediationTeamTable;
import anbinh.platform.Ids;
import anbinh.platform.Messages;
import anbinh.platform.Problem;
import anbinh.platform.SiteClock;
import anbinh.platform.sheet.ImportReport;
import anbinh.platform.sheet.ReadList;
import anbinh.platform.sheet.SheetFile;
import anbinh.platform.sheet.SheetImport;
import anbinh.platform.sheet.SimpleSummary;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;

/// Takes lists of mediation teams: all of a list, or nothing. Safe for many threads.
@Component
class MediationTeamImport extends SheetImport<Person, MediatorColumn, ImportReport> {
  private final MediationTeamTable table;
  private final Areas areas;
  private final Access access;
  private final Ids ids;
  private final SiteClock clock;
  private final AuditLog log;

  MediationTeamImport(
      MediationTeamTable table,
      Messages messages,
      Areas areas,
      Access access,
      Ids ids,
      SiteClock clock,
      AuditLog log) {
    super(messages, "mediator-list", MediatorColumn.class);
    this.table = table;
    this.areas = areas;
    this.access = access;
    this.ids = ids;
    this.clock = clock;
    this.log = log;
  }

  @Override
  protected ReadList<ImportReport> read(SheetFile file, Person by, boolean applying) {
    var summary = new SimpleSummary(messages);
    List<ListedTeam> fresh = reading(summary).read(file);
    ImportReport report = summary.report(file);
    return new ReadList<>(report, fresh.isEmpty() ? null : () -> write(fresh, report, by));
  }

  private void write(List<ListedTeam> fresh, ImportReport report, Person by) {
    UUID event =
        log.record(
            Event.of(MediationEvent.TEAMS_IMPORTED)
                .by(by.actor())
                .about("mediation-team-list", ids.next(), null)
                .fact("teams", report.added())
                .fact("sha256", report.sha256()));
    try {
      fresh.forEach(team -> table.insert(team, by.id(), clock.now(), event));
    } catch (DuplicateKeyException other) {
      throw Problem.of(MediationProblem.MEDIATION_TEAM_EXISTS).because(other);
    }
  }

  private MediationTeamReading reading(SimpleSummary summary) {
    return new MediationTeamReading(
        words,
        summary,
        ids,
        clock.today(),
        new ListedPlaces(areas.list()),
        village -> access.require(village, Role.VILLAGE_HEAD, Role.PARTNER),
        villages ->
            table.listOf(villages).stream()
                .map(MediationTeam::villageId)
                .collect(Collectors.toSet()));
  }
}
