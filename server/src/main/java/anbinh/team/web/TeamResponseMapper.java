package anbinh.team.web;

import anbinh.areas.unit.Areas;
import anbinh.identity.PersonName;
import anbinh.identity.people.People;
import anbinh.platform.Ids;
import anbinh.platform.SiteClock;
import anbinh.team.Member;
import anbinh.team.Team;
import anbinh.team.member.MemberRules;
import anbinh.team.member.MemberTable;
import anbinh.team.member.Proposal;
import anbinh.team.member.Recognition;
import anbinh.team.member.Term;
import anbinh.team.member.TermRules;
import anbinh.team.member.TermTable;
import anbinh.team.unit.TeamListTable;
import anbinh.team.unit.TeamListTable.TakenList;
import anbinh.team.unit.TeamProposal;
import anbinh.team.unit.TeamProposal.Outcome;
import anbinh.team.unit.TeamProposalTable;
import anbinh.team.unit.TeamTable;
import anbinh.team.unit.Teams;
import anbinh.team.web.TeamAccess.OnTeam;
import anbinh.team.web.TeamView.AreaName;
import anbinh.team.web.TeamView.MemberView;
import anbinh.team.web.TeamView.ProposalDecision;
import anbinh.team.web.TeamView.ProposalView;
import anbinh.team.web.TeamView.TakenListView;
import anbinh.team.web.TeamView.TakenView;
import anbinh.team.web.TeamView.TeamLine;
import anbinh.team.web.TeamView.TeamProposalView;
import anbinh.team.web.TeamView.TermState;
import anbinh.team.web.TeamView.TermView;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Teams as their readers see them; it records nothing. Safe for many threads.
@Component
class TeamResponseMapper {
  private static final int MAX_NAMED = 10;

  private final Teams teams;
  private final TeamTable table;
  private final TeamProposalTable proposals;
  private final MemberTable members;
  private final TermTable terms;
  private final TeamListTable lists;
  private final TeamAccess access;
  private final SiteClock clock;
  private final Areas areas;
  private final People people;

  TeamResponseMapper(
      Teams teams,
      TeamTable table,
      TeamProposalTable proposals,
      MemberTable members,
      TermTable terms,
      TeamListTable lists,
      TeamAccess access,
      SiteClock clock,
      Areas areas,
      People people) {
    this.teams = teams;
    this.table = table;
    this.proposals = proposals;
    this.members = members;
    this.terms = terms;
    this.lists = lists;
    this.access = access;
    this.clock = clock;
    this.areas = areas;
    this.people = people;
  }

  List<TeamLine> lines(List<Team> some) {
    LocalDate today = clock.today();
    List<UUID> ids = some.stream().map(Team::id).toList();
    Map<UUID, Integer> planned = table.planned(ids, today);
    Map<UUID, List<UUID>> covered = table.areas(ids, today);
    Map<UUID, UUID> communes = new HashMap<>();
    some.forEach(team -> communes.put(team.id(), teams.communeOf(team)));
    Set<UUID> places = new HashSet<>(communes.values());
    covered.values().forEach(places::addAll);
    Map<UUID, String> names = areas.names(places);
    return some.stream()
        .map(team -> {
          UUID commune = communes.getOrDefault(team.id(), team.communeId());
          return new TeamLine(
              team.id(),
              team.code(),
              team.name(),
              commune,
              names.getOrDefault(commune, ""),
              team.state(today),
              planned.get(team.id()),
              named(covered.getOrDefault(team.id(), List.of()), names),
              team.establishedOn(),
              team.dissolvedOn());
        })
        .toList();
  }

  TeamView view(OnTeam by) {
    Team team = by.team();
    LocalDate today = clock.today();
    List<TeamProposal> found = proposals.list(team.id());
    Optional<TeamProposal> pending =
        found.stream().filter(each -> each.decision() == null).findFirst();
    Optional<Proposal> proposal = terms.findPending(team.id());
    return new TeamView(
        lines(List.of(team)).getFirst(),
        by.office(),
        table.standard(today).strength(),
        by.office() ? proposalViews(found) : List.of(),
        memberViews(by),
        by.office() ? proposal.map(each -> proposalView(each, by)).orElse(null) : null,
        by.office() && access.mayPropose(by),
        by.office() && pending.filter(each -> access.mayDecide(by, each.proposedBy())).isPresent());
  }

  MemberView member(Member member) {
    List<Term> own =
        terms.list(List.of(member.teamId())).stream()
            .filter(term -> term.memberId().equals(member.id()))
            .toList();
    return memberView(member, own, taken(own));
  }

  /// The lists by which terms came, by the entry of the log.
  private Map<UUID, TakenView> taken(Collection<Term> some) {
    List<UUID> events = Ids.of(some, Term::importedEvent);
    if (events.isEmpty()) {
      return Map.of();
    }
    List<TakenList> found = lists.list(events);
    Map<UUID, String> names = people.displayNames(Ids.of(found, TakenList::takenBy));
    Map<UUID, TakenView> taken = new HashMap<>();
    found.forEach(each ->
        taken.put(
            each.event(), new TakenView(each.takenAt(), PersonName.of(each.takenBy(), names))));
    return taken;
  }

  /// Lists that were taken in.
  ///
  /// @param seen whether the reader sees a commune
  List<TakenListView> lists(List<TakenList> found, Predicate<UUID> seen) {
    Map<UUID, List<UUID>> communes = new HashMap<>();
    for (TakenList each : found) {
      communes.put(each.event(), each.communes().stream().filter(seen).limit(MAX_NAMED).toList());
    }
    Map<UUID, String> names =
        areas.names(communes.values().stream().flatMap(List::stream).distinct().toList());
    Map<UUID, String> persons = people.displayNames(Ids.of(found, TakenList::takenBy));
    return found.stream()
        .map(each ->
            new TakenListView(
                each.takenAt(),
                PersonName.of(each.takenBy(), persons),
                each.teams(),
                each.members(),
                named(communes.getOrDefault(each.event(), List.of()), names),
                each.sha256()))
        .toList();
  }

  private List<TeamProposalView> proposalViews(List<TeamProposal> found) {
    Set<UUID> places = new HashSet<>();
    Set<UUID> who = new HashSet<>();
    for (TeamProposal proposal : found) {
      places.addAll(proposal.areas());
      who.add(proposal.proposedBy());
      TeamProposal.Decision decision = proposal.decision();
      if (decision != null && decision.by() != null) {
        who.add(decision.by());
      }
    }
    Map<UUID, String> names = areas.names(places);
    Map<UUID, String> persons = people.displayNames(who);
    return found.stream()
        .map(proposal ->
            new TeamProposalView(
                proposal.id(),
                proposal.kind(),
                proposal.planned(),
                named(proposal.areas(), names),
                proposal.from(),
                proposal.reason(),
                PersonName.of(proposal.proposedBy(), persons),
                proposal.proposedAt(),
                proposal.imported(),
                decision(proposal, persons)))
        .toList();
  }

  private static @Nullable ProposalDecision decision(
      TeamProposal proposal, Map<UUID, String> persons) {
    TeamProposal.Decision decision = proposal.decision();
    if (decision == null) {
      return null;
    }
    UUID by = decision.by();
    return new ProposalDecision(
        decision.outcome(),
        decision.reason(),
        by == null ? null : PersonName.of(by, persons),
        decision.at(),
        decision.paper());
  }

  private ProposalView proposalView(Proposal proposal, OnTeam by) {
    Map<UUID, String> names = people.displayNames(List.of(proposal.proposedBy()));
    return new ProposalView(
        proposal.id(),
        PersonName.of(proposal.proposedBy(), names),
        proposal.proposedAt(),
        by.team().state(clock.today()) == Team.State.ESTABLISHED
            && access.mayDecide(by, proposal.proposedBy()));
  }

  private List<MemberView> memberViews(OnTeam by) {
    List<UUID> team = List.of(by.team().id());
    Map<UUID, List<Term>> byMember = new HashMap<>();
    List<Term> all = terms.list(team);
    all.forEach(
        term -> byMember.computeIfAbsent(term.memberId(), _ -> new ArrayList<>()).add(term));
    Map<UUID, TakenView> taken = by.office() ? taken(all) : Map.of();
    return members.list(team).stream()
        .filter(member -> by.office() || member.state() == Member.State.RECOGNISED)
        .map(member -> memberView(member, byMember.getOrDefault(member.id(), List.of()), taken))
        .sorted(
            Comparator.comparingInt((MemberView member) -> order(member.state()))
                .thenComparing(
                    MemberView::position, Comparator.nullsLast(Comparator.naturalOrder())))
        .map(member -> by.office() ? member : colleague(member))
        .toList();
  }

  private static int order(Member.@Nullable State state) {
    return switch (state) {
      case RECOGNISED -> 0;
      case PROPOSED -> 1;
      case LEFT -> 2;
      case REFUSED -> 3;
      case null -> 4;
    };
  }

  private MemberView memberView(Member member, List<Term> own, Map<UUID, TakenView> taken) {
    LocalDate today = clock.today();
    Map<Object, LocalDate> ends =
        TermRules.lastDays(
            own.stream()
                .filter(Term::accepted)
                .map(term -> Recognition.held(term, member))
                .toList());
    Optional<Term> present =
        own.stream()
            .filter(term -> term.accepted() && !term.from().isAfter(today))
            .max(Comparator.comparing(Term::from));
    Optional<Term> shown =
        present.or(() ->
            own.stream()
                .filter(term -> term.outcome() != Outcome.REFUSED)
                .min(Comparator.comparing(Term::from)));
    boolean overAge = shown.filter(Term::overAge).isPresent();
    String name = member.name();
    return new MemberView(
        member.id(),
        member.state(),
        name,
        shown.map(Term::position).orElse(null),
        member.phone(),
        member.birthYear(),
        member.birthOn(),
        member.gender(),
        member.origin(),
        member.education(),
        member.healthOn(),
        member.certificate(),
        member.badge(),
        member.leftOn(),
        member.leftReason(),
        shown.map(term -> state(term, ends, today)).orElse(null),
        shown.map(Term::until).orElse(null),
        own.stream().map(term -> termView(term, ends, taken, today)).toList(),
        name == null ? List.of() : MemberRules.warnings(member.identity(), overAge));
  }

  /// What who is in a team sees of the others in it.
  private static MemberView colleague(MemberView member) {
    return new MemberView(
        member.id(),
        null,
        member.name(),
        member.position(),
        member.phone(),
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        List.of(),
        List.of());
  }

  private static TermView termView(
      Term term, Map<Object, LocalDate> ends, Map<UUID, TakenView> taken, LocalDate today) {
    LocalDate end = ends.getOrDefault(term.id(), term.until());
    UUID list = term.importedEvent();
    return new TermView(
        term.id(),
        term.position(),
        term.from(),
        term.until(),
        term.overAge(),
        state(term, ends, today),
        end.isBefore(term.until()) ? end : null,
        term.outcomeReason(),
        term.paper(),
        list == null ? null : taken.get(list));
  }

  /// @param ends the last days of the terms of this person, given the others
  private static TermState state(Term term, Map<Object, LocalDate> ends, LocalDate today) {
    if (term.outcome() == null) {
      return TermState.WAITING;
    }
    if (term.outcome() == Outcome.REFUSED) {
      return TermState.REFUSED;
    }
    LocalDate end = ends.getOrDefault(term.id(), term.until());
    if (end.isBefore(term.from()) || end.isBefore(today)) {
      return TermState.OVER;
    }
    if (term.from().isAfter(today)) {
      return TermState.TO_COME;
    }
    return end.isAfter(today.plusDays(TermRules.ENDING_DAYS))
        ? TermState.RUNNING
        : TermState.ENDING;
  }

  private static List<AreaName> named(Collection<UUID> ids, Map<UUID, String> names) {
    return ids.stream()
        .map(id -> new AreaName(id, names.getOrDefault(id, "")))
        .sorted(Comparator.comparing(AreaName::name))
        .toList();
  }
}
