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
import anbinh.platform.sheet.ImportSummary;
import anbinh.platform.sheet.SheetFile;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Takes lists of mediation teams: all of a list, or nothing. Safe for many threads.
@Component
class MediationTeamImport {
  private final MediationTeamTable table;
  private final MediatorVocabulary words;
  private final Messages messages;
  private final Areas areas;
  private final Access access;
  private final Ids ids;
  private final SiteClock clock;
  private final AuditLog log;

  MediationTeamImport(
      MediationTeamTable table,
      MediatorVocabulary words,
      Messages messages,
      Areas areas,
      Access access,
      Ids ids,
      SiteClock clock,
      AuditLog log) {
    this.table = table;
    this.words = words;
    this.messages = messages;
    this.areas = areas;
    this.access = access;
    this.ids = ids;
    this.clock = clock;
    this.log = log;
  }

  /// What taking a list would do.
  ///
  /// @throws Problem when it is no list of mediation teams, or a village in it is not the person's
  ImportReport check(SheetFile file) {
    var summary = new ImportSummary<>(words, messages);
    var _ = reading(summary).read(file);
    return summary.report(file);
  }

  /// Takes a list.
  ///
  /// @param checked the SHA-256 of what was checked; null where nobody checked before
  /// @throws Problem as [#check] does, and when any row is wrong
  @Transactional
  public ImportReport take(SheetFile file, @Nullable String checked, Person by) {
    var summary = new ImportSummary<>(words, messages);
    List<ListedTeam> fresh = reading(summary).read(file);
    ImportReport report = summary.right(file, checked);
    if (fresh.isEmpty()) {
      return report;
    }
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
    return report;
  }

  private MediationTeamReading reading(ImportSummary<MediatorColumn> summary) {
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
