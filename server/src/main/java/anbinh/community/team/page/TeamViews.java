package anbinh.community.team.page;

import anbinh.areas.Areas;
import anbinh.community.team.member.Identity;
import anbinh.community.team.member.Member;
import anbinh.community.team.member.MemberRules;
import anbinh.community.team.member.MemberTable;
import anbinh.community.team.member.Proposal;
import anbinh.community.team.member.Term;
import anbinh.community.team.member.TermTable;
import anbinh.community.team.page.TeamAccess.OnTeam;
import anbinh.community.team.page.TeamView.ActDecision;
import anbinh.community.team.page.TeamView.ActView;
import anbinh.community.team.page.TeamView.AreaName;
import anbinh.community.team.page.TeamView.MemberView;
import anbinh.community.team.page.TeamView.ProposalView;
import anbinh.community.team.page.TeamView.TeamLine;
import anbinh.community.team.page.TeamView.TermState;
import anbinh.community.team.page.TeamView.TermView;
import anbinh.community.team.unit.ActTable;
import anbinh.community.team.unit.Team;
import anbinh.community.team.unit.TeamAct;
import anbinh.community.team.unit.TeamAct.Outcome;
import anbinh.community.team.unit.TeamCalendar;
import anbinh.community.team.unit.TeamTable;
import anbinh.identity.People;
import anbinh.identity.PersonName;
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
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Teams as their readers see them; it records nothing. Safe for many threads.
@Component
class TeamViews {
  static final int ENDING_DAYS = 90;

  private final TeamTable table;
  private final ActTable acts;
  private final MemberTable members;
  private final TermTable terms;
  private final TeamAccess access;
  private final TeamCalendar calendar;
  private final Areas areas;
  private final People people;

  TeamViews(
      TeamTable table,
      ActTable acts,
      MemberTable members,
      TermTable terms,
      TeamAccess access,
      TeamCalendar calendar,
      Areas areas,
      People people) {
    this.table = table;
    this.acts = acts;
    this.members = members;
    this.terms = terms;
    this.access = access;
    this.calendar = calendar;
    this.areas = areas;
    this.people = people;
  }

  List<TeamLine> lines(List<Team> teams) {
    LocalDate today = calendar.today();
    List<UUID> ids = teams.stream().map(Team::id).toList();
    Map<UUID, Integer> planned = table.planned(ids, today);
    Map<UUID, List<UUID>> covered = table.areas(ids, today);
    Set<UUID> places = new HashSet<>();
    teams.forEach(team -> places.add(team.communeId()));
    covered.values().forEach(places::addAll);
    Map<UUID, String> names = areas.names(places);
    return teams.stream()
        .map(team ->
            new TeamLine(
                team.id(),
                team.code(),
                team.name(),
                team.communeId(),
                names.getOrDefault(team.communeId(), ""),
                team.state(today),
                planned.get(team.id()),
                named(covered.getOrDefault(team.id(), List.of()), names),
                team.establishedOn(),
                team.dissolvedOn()))
        .toList();
  }

  TeamView view(OnTeam by) {
    Team team = by.team();
    LocalDate today = calendar.today();
    List<TeamAct> found = acts.list(team.id());
    Optional<TeamAct> act = found.stream().filter(each -> each.decision() == null).findFirst();
    Optional<Proposal> proposal = terms.findPending(team.id());
    return new TeamView(
        lines(List.of(team)).getFirst(),
        by.office(),
        table.standard(today).strength(),
        by.office() ? actViews(found) : List.of(),
        memberViews(by),
        by.office() ? proposal.map(each -> proposalView(each, by)).orElse(null) : null,
        by.office() && access.mayPropose(by),
        by.office() && act.filter(each -> access.mayDecide(by, each.proposedBy())).isPresent());
  }

  MemberView member(Member member) {
    List<Term> own =
        terms.list(List.of(member.teamId())).stream()
            .filter(term -> term.memberId().equals(member.id()))
            .toList();
    return memberView(member, own);
  }

  private List<ActView> actViews(List<TeamAct> found) {
    Set<UUID> places = new HashSet<>();
    Set<UUID> who = new HashSet<>();
    for (TeamAct act : found) {
      places.addAll(act.areas());
      who.add(act.proposedBy());
      TeamAct.Decision decision = act.decision();
      if (decision != null && decision.by() != null) {
        who.add(decision.by());
      }
    }
    Map<UUID, String> names = areas.names(places);
    Map<UUID, String> persons = people.displayNames(who);
    return found.stream()
        .map(act ->
            new ActView(
                act.id(),
                act.kind(),
                act.planned(),
                named(act.areas(), names),
                act.from(),
                act.reason(),
                PersonName.of(act.proposedBy(), persons),
                act.proposedAt(),
                act.imported(),
                decision(act, persons)))
        .toList();
  }

  private static @Nullable ActDecision decision(TeamAct act, Map<UUID, String> persons) {
    TeamAct.Decision decision = act.decision();
    if (decision == null) {
      return null;
    }
    UUID by = decision.by();
    return new ActDecision(
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
        by.team().state(calendar.today()) == Team.State.ESTABLISHED
            && access.mayDecide(by, proposal.proposedBy()));
  }

  private List<MemberView> memberViews(OnTeam by) {
    List<UUID> team = List.of(by.team().id());
    Map<UUID, List<Term>> byMember = new HashMap<>();
    terms
        .list(team)
        .forEach(
            term -> byMember.computeIfAbsent(term.memberId(), _ -> new ArrayList<>()).add(term));
    return members.list(team).stream()
        .filter(member -> by.office() || member.state() == Member.State.RECOGNISED)
        .map(member -> memberView(member, byMember.getOrDefault(member.id(), List.of())))
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

  private MemberView memberView(Member member, List<Term> own) {
    LocalDate today = calendar.today();
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
        member.hasNationalId(),
        member.personId() != null,
        member.leftOn(),
        member.leftReason(),
        shown.map(term -> state(term, today)).orElse(null),
        shown.map(Term::until).orElse(null),
        own.stream().map(term -> termView(term, today)).toList(),
        name == null
            ? List.of()
            : MemberRules.warnings(
                new Identity(
                    name,
                    member.birthYear(),
                    member.birthOn(),
                    member.gender(),
                    null,
                    null,
                    member.origin(),
                    member.education(),
                    member.healthOn()),
                overAge));
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
        false,
        false,
        null,
        null,
        null,
        null,
        List.of(),
        List.of());
  }

  private static TermView termView(Term term, LocalDate today) {
    return new TermView(
        term.id(),
        term.position(),
        term.from(),
        term.until(),
        term.overAge(),
        state(term, today),
        term.outcomeReason(),
        term.paper());
  }

  private static TermState state(Term term, LocalDate today) {
    if (term.outcome() == null) {
      return TermState.WAITING;
    }
    if (term.outcome() == Outcome.REFUSED) {
      return TermState.REFUSED;
    }
    if (term.from().isAfter(today)) {
      return TermState.TO_COME;
    }
    if (term.until().isBefore(today)) {
      return TermState.OVER;
    }
    return term.until().isAfter(today.plusDays(ENDING_DAYS)) ? TermState.RUNNING : TermState.ENDING;
  }

  private static List<AreaName> named(Collection<UUID> ids, Map<UUID, String> names) {
    return ids.stream()
        .map(id -> new AreaName(id, names.getOrDefault(id, "")))
        .sorted(Comparator.comparing(AreaName::name))
        .toList();
  }
}
