package anbinh.programme.web;

import anbinh.identity.AreaScope;
import anbinh.identity.Person;
import anbinh.identity.Role;
import anbinh.identity.people.People;
import anbinh.identity.session.Access;
import anbinh.platform.SearchTerms;
import anbinh.platform.SiteClock;
import anbinh.programme.assessment.ProgrammeAssessments;
import anbinh.programme.assessment.ProgrammeAssessments.AssessedPart;
import anbinh.programme.lifecycle.Programme;
import anbinh.programme.lifecycle.ProgrammeAreas;
import anbinh.programme.lifecycle.ProgrammeConsentTable;
import anbinh.programme.lifecycle.ProgrammeConsentTable.Consenting;
import anbinh.programme.lifecycle.ProgrammeConsents;
import anbinh.programme.lifecycle.ProgrammePlaces;
import anbinh.programme.lifecycle.ProgrammeProposal;
import anbinh.programme.lifecycle.ProgrammeProposalTable;
import anbinh.programme.lifecycle.ProgrammeTable;
import anbinh.programme.lifecycle.ProgrammeTable.Requested;
import anbinh.programme.lifecycle.ProgrammeVersionTable;
import anbinh.programme.lifecycle.ProgrammeVersionTable.Writer;
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
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// What of programmes waits for somebody: for a chair what others proposed or assessed, for who
/// assesses the year that was over last. However many programmes there are, it asks for them, their
/// places and what was decided of them at once.
@Component
class ProgrammeWorklist implements WorklistSource {
  private final ProgrammeTable table;
  private final ProgrammeProposalTable proposals;
  private final ProgrammeVersionTable versions;
  private final ProgrammeConsentTable consents;
  private final ProgrammeAssessments assessments;
  private final ProgrammeAccess may;
  private final ProgrammeAreas areas;
  private final Access access;
  private final People people;
  private final SiteClock clock;

  ProgrammeWorklist(
      ProgrammeTable table,
      ProgrammeProposalTable proposals,
      ProgrammeVersionTable versions,
      ProgrammeConsentTable consents,
      ProgrammeAssessments assessments,
      ProgrammeAccess may,
      ProgrammeAreas areas,
      Access access,
      People people,
      SiteClock clock) {
    this.table = table;
    this.proposals = proposals;
    this.versions = versions;
    this.consents = consents;
    this.assessments = assessments;
    this.may = may;
    this.areas = areas;
    this.access = access;
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
    List<Programme> waiting = table.list(requested, null, WorklistEntry.MAX_COUNT);
    if (waiting.isEmpty()) {
      return 0;
    }
    List<UUID> ids = waiting.stream().map(Programme::id).toList();
    List<AssessedPart> sent = assessments.listSent(ids);
    Stream<UUID> parts = sent.stream().flatMap(each -> Stream.ofNullable(each.communeId()));
    var chair =
        new Chair(
            access.scope(person, Role.CHAIR),
            people.accountsOf(person.id()),
            places(waiting, parts),
            versions.writers(ids),
            consents.list(ids));
    Map<UUID, ProgrammeProposal> pending =
        proposals.listPending(ids).stream()
            .collect(Collectors.toMap(ProgrammeProposal::programmeId, Function.identity()));
    return (int)
        waiting.stream()
            .filter(
                each -> chair.decides(each, pending.get(each.id())) || chair.confirms(each, sent))
            .count();
  }

  private ProgrammePlaces places(Collection<Programme> programmes, Stream<UUID> others) {
    Stream<UUID> own = programmes.stream().flatMap(ProgrammeAreas::all);
    return areas.locate(Stream.concat(own, others).collect(Collectors.toSet()));
  }

  /// A chair, and what of some programmes says whether they have a part in a decision.
  private record Chair(
      AreaScope scope,
      Set<UUID> accounts,
      ProgrammePlaces places,
      List<Writer> writers,
      List<Consenting> consents) {
    /// Whether they decide what others proposed and wrote, or consent to it for a commune.
    boolean decides(Programme programme, @Nullable ProgrammeProposal pending) {
      return pending != null
          && pending.authors(programme, writers).stream().noneMatch(accounts::contains)
          && (scope.includes(places.today(programme))
              || (ProgrammeConsents.needed(pending)
                  && places.partners(programme).stream()
                      .filter(scope::includes)
                      .anyMatch(each ->
                          !consents.contains(
                              new Consenting(programme.id(), pending.version(), each)))));
    }

    boolean confirms(Programme programme, List<AssessedPart> sent) {
      return sent.stream()
          .filter(each -> each.programmeId().equals(programme.id()))
          .filter(each -> !accounts.contains(each.madeBy()))
          .map(AssessedPart::communeId)
          .anyMatch(
              each -> scope.includes(each == null ? places.today(programme) : places.today(each)));
    }
  }

  private int countUnassessed(Person person) {
    int year = clock.today().getYear() - 1;
    List<Programme> ran =
        table.listRunning(may.within(person), LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31));
    if (ran.isEmpty()) {
      return 0;
    }
    Map<UUID, Set<@Nullable UUID>> assessed =
        assessments.listAssessed(ran.stream().map(Programme::id).toList(), year).stream()
            .collect(
                Collectors.groupingBy(
                    AssessedPart::programmeId,
                    Collectors.mapping(
                        AssessedPart::communeId, Collectors.toCollection(HashSet::new))));
    ProgrammePlaces places = places(ran, Stream.of());
    AreaScope scope = access.scope(person, ProgrammeAccess.ASSESSORS);
    return (int)
        ran.stream()
            .filter(each ->
                unassessed(each, places, assessed.getOrDefault(each.id(), new HashSet<>()))
                    .anyMatch(scope::includes))
            .count();
  }

  /// The communes whose part of a programme has no assessment yet.
  ///
  /// @param assessed the communes whose parts have one; null among them for the one that keeps it
  private static Stream<UUID> unassessed(
      Programme programme, ProgrammePlaces places, Set<@Nullable UUID> assessed) {
    UUID lead = places.today(programme);
    return places.communes(programme).stream()
        .filter(each -> !assessed.contains(each.equals(lead) ? null : each));
  }
}
