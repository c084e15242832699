package anbinh.programme.web;

import anbinh.identity.Person;
import anbinh.identity.Role;
import anbinh.identity.people.People;
import anbinh.platform.SearchTerms;
import anbinh.platform.SiteClock;
import anbinh.programme.assessment.ProgrammeAssessments;
import anbinh.programme.assessment.ProgrammeAssessments.AssessedPart;
import anbinh.programme.lifecycle.Programme;
import anbinh.programme.lifecycle.ProgrammeAreas;
import anbinh.programme.lifecycle.ProgrammeConsents;
import anbinh.programme.lifecycle.ProgrammeProposal;
import anbinh.programme.lifecycle.ProgrammeProposalTable;
import anbinh.programme.lifecycle.ProgrammeTable;
import anbinh.programme.lifecycle.ProgrammeTable.Requested;
import anbinh.programme.lifecycle.ProgrammeVersionTable;
import anbinh.programme.web.ProgrammeAccess.OnProgramme;
import anbinh.worklist.WorklistEntry;
import anbinh.worklist.WorklistKind;
import anbinh.worklist.WorklistSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// What of programmes waits for somebody: for a chair what others proposed or assessed, for who
/// assesses the year that was over last.
@Component
class ProgrammeWorklist implements WorklistSource {
  /// Each is looked at by itself.
  private static final int MAX_WAITING = 200;

  private final ProgrammeTable table;
  private final ProgrammeProposalTable proposals;
  private final ProgrammeVersionTable versions;
  private final ProgrammeConsents consents;
  private final ProgrammeAssessments assessments;
  private final ProgrammeAccess may;
  private final ProgrammeAreas places;
  private final People people;
  private final SiteClock clock;

  ProgrammeWorklist(
      ProgrammeTable table,
      ProgrammeProposalTable proposals,
      ProgrammeVersionTable versions,
      ProgrammeConsents consents,
      ProgrammeAssessments assessments,
      ProgrammeAccess may,
      ProgrammeAreas places,
      People people,
      SiteClock clock) {
    this.table = table;
    this.proposals = proposals;
    this.versions = versions;
    this.consents = consents;
    this.assessments = assessments;
    this.may = may;
    this.places = places;
    this.people = people;
    this.clock = clock;
  }

  @Override
  public List<WorklistEntry> list(Person person) {
    List<WorklistEntry> entries = new ArrayList<>();
    if (person.has(Role.CHAIR)) {
      entries.add(WorklistEntry.of(WorklistKind.PROGRAMME_DECISION, countDecisions(person)));
    }
    if (Arrays.stream(ProgrammeAccess.ASSESSORS).anyMatch(person::has)) {
      entries.add(WorklistEntry.of(WorklistKind.PROGRAMME_ASSESSMENT, countUnassessed(person)));
    }
    return entries;
  }

  private int countDecisions(Person person) {
    var requested = new Requested(may.within(person), null, null, SearchTerms.NONE, true, false);
    List<Programme> waiting = table.list(requested, null, MAX_WAITING);
    if (waiting.isEmpty()) {
      return 0;
    }
    List<UUID> ids = waiting.stream().map(Programme::id).toList();
    Map<UUID, ProgrammeProposal> pending =
        proposals.listPending(ids).stream()
            .collect(Collectors.toMap(ProgrammeProposal::programmeId, Function.identity()));
    List<AssessedPart> sent = assessments.listSent(ids);
    Set<UUID> accounts = people.accountsOf(person.id());
    return (int)
        waiting.stream()
            .map(each -> new OnProgramme(each, person))
            .filter(by ->
                decides(by, pending.get(by.programme().id()), accounts)
                    || confirms(by, sent, accounts))
            .count();
  }

  /// Whether somebody decides what others proposed and wrote, or consents to it for a commune.
  private boolean decides(OnProgramme by, @Nullable ProgrammeProposal pending, Set<UUID> accounts) {
    Programme programme = by.programme();
    return pending != null
        && pending.authors(programme, versions.list(programme.id())).stream()
            .noneMatch(accounts::contains)
        && (may.may(by, Role.CHAIR)
            || (ProgrammeConsents.needed(pending)
                && consents.missing(programme, pending.version()).stream()
                    .anyMatch(each -> may.mayConsent(by, each))));
  }

  private boolean confirms(OnProgramme by, List<AssessedPart> sent, Set<UUID> accounts) {
    return sent.stream()
        .filter(each -> each.programmeId().equals(by.programme().id()))
        .anyMatch(each ->
            !accounts.contains(each.madeBy()) && may.mayPart(by, each.communeId(), Role.CHAIR));
  }

  private int countUnassessed(Person person) {
    int year = clock.today().getYear() - 1;
    Collection<UUID> within = may.within(person);
    List<Programme> ran =
        table.listRunning(within, LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31));
    Map<UUID, Set<@Nullable UUID>> assessed =
        assessments.listAssessed(ran.stream().map(Programme::id).toList(), year).stream()
            .collect(
                Collectors.groupingBy(
                    AssessedPart::programmeId,
                    Collectors.mapping(
                        AssessedPart::communeId, Collectors.toCollection(HashSet::new))));
    return (int)
        ran.stream()
            .map(each -> new OnProgramme(each, person))
            .filter(by ->
                hasUnassessed(by, assessed.getOrDefault(by.programme().id(), new HashSet<>())))
            .count();
  }

  /// Whether a part that is somebody's to assess has no assessment yet.
  ///
  /// @param assessed the communes whose parts have one; null among them for the one that keeps it
  private boolean hasUnassessed(OnProgramme by, Set<@Nullable UUID> assessed) {
    Programme programme = by.programme();
    if (assessed.contains(null) && programme.areaIds().size() == 1) {
      return false;
    }
    UUID lead = places.today(programme);
    return places.communes(programme).stream()
        .filter(each -> !assessed.contains(each.equals(lead) ? null : each))
        .anyMatch(each -> may.mayPart(by, each, ProgrammeAccess.ASSESSORS));
  }
}
