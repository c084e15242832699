package anbinh.team.member;

import anbinh.audit.event.AuditLog;
import anbinh.identity.Person;
import anbinh.platform.FieldProblem;
import anbinh.platform.FieldProblems;
import anbinh.platform.Ids;
import anbinh.platform.Problem;
import anbinh.platform.SiteClock;
import anbinh.platform.WrittenText;
import anbinh.team.Identity;
import anbinh.team.Member;
import anbinh.team.Member.State;
import anbinh.team.Paper;
import anbinh.team.Team;
import anbinh.team.TeamEvent;
import anbinh.team.TeamProblem;
import anbinh.team.member.MemberForms.Answer;
import anbinh.team.member.MemberForms.MembersDecision;
import anbinh.team.member.MemberForms.NewMember;
import anbinh.team.member.MemberForms.NewMembers;
import anbinh.team.member.MemberForms.PersonForm;
import anbinh.team.member.MemberTable.Known;
import anbinh.team.member.TermRules.Held;
import anbinh.team.unit.TeamProposal.Outcome;
import anbinh.team.unit.TeamStandard;
import anbinh.team.unit.TeamTable;
import anbinh.team.unit.Teams;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Has members of teams proposed by one person and recognised by another, each by themselves;
/// rights are the caller's to check. Safe for many threads.
@Component
public class Recognition {
  private final MemberTable table;
  private final TermTable terms;
  private final TeamTable teamTable;
  private final Teams teams;
  private final Ids ids;
  private final SiteClock clock;
  private final AuditLog log;

  Recognition(
      MemberTable table,
      TermTable terms,
      TeamTable teamTable,
      Teams teams,
      Ids ids,
      SiteClock clock,
      AuditLog log) {
    this.table = table;
    this.terms = terms;
    this.teamTable = teamTable;
    this.teams = teams;
    this.ids = ids;
    this.clock = clock;
    this.log = log;
  }

  /// Somebody as they were proposed.
  ///
  /// @param present who is in the team already; null for who is not
  record Candidate(
      String path, NewMember form, UUID memberId, Identity who, @Nullable Member present) {}

  @Transactional
  public void propose(UUID teamId, NewMembers requested, Person by) {
    UUID commune = teams.communeOf(teams.get(teamId));
    teamTable.lockForUpdate(commune);
    Team team = teams.lockForUpdate(teamId);
    Team.State state = team.state(clock.today());
    if (state != Team.State.PROPOSED && state != Team.State.ESTABLISHED) {
      throw Problem.of(TeamProblem.TEAM_NOT_ACTIVE, team.code());
    }
    if (terms.findPending(teamId).isPresent()) {
      throw Problem.of(TeamProblem.TEAM_PROPOSAL_PENDING, team.code());
    }
    var problems = new FieldProblems();
    List<Member> present = table.list(List.of(teamId));
    List<Candidate> candidates = candidates(requested, present, ids::next, problems);
    if (problems.isEmpty()) {
      problems.addAll(
          ruleProblems(
              team, candidates, clock.today(), table.nationalIdRules(), teamTable::standard));
      problems.addAll(doubles(team, commune, candidates));
      problems.addAll(termProblems(candidates, held(teamId, present)));
    }
    problems.requireNone();
    take(team, candidates, by);
  }

  /// Who is proposed: somebody new, or somebody who is in the team; what is neither is a problem.
  static List<Candidate> candidates(
      NewMembers requested, List<Member> present, Supplier<UUID> ids, FieldProblems problems) {
    List<Candidate> candidates = new ArrayList<>();
    for (int i = 0; i < requested.members().size(); i++) {
      String path = "members[" + i + "]";
      NewMember form = requested.members().get(i);
      PersonForm person = form.person();
      UUID memberId = form.memberId();
      if (memberId == null) {
        if (person == null) {
          problems.reject(path + ".person", "required");
        } else {
          candidates.add(new Candidate(path, form, ids.get(), person.identity(), null));
        }
        continue;
      }
      Member member =
          present.stream()
              .filter(each -> each.id().equals(memberId) && each.state() == State.RECOGNISED)
              .findFirst()
              .orElse(null);
      if (person != null) {
        problems.reject(path + ".person", "team-person-or-member");
      } else if (member == null) {
        problems.reject(path + ".memberId", "team-no-such-member");
      } else {
        candidates.add(new Candidate(path, form, memberId, member.identity(), member));
      }
    }
    return candidates;
  }

  /// What the law says of each by themselves.
  static List<FieldProblem> ruleProblems(
      Team team,
      List<Candidate> candidates,
      LocalDate today,
      NationalIdRules numbers,
      Function<LocalDate, TeamStandard> standards) {
    var problems = new FieldProblems();
    for (Candidate each : candidates) {
      NewMember form = each.form();
      if (each.present() == null) {
        MemberRules.identityProblems(each.who(), today, numbers)
            .forEach(found -> problems.add(below(each.path() + ".person.", found)));
      }
      MemberRules.termProblems(
              each.who(),
              form.from(),
              form.until(),
              form.isOverAge(),
              team.establishedOn(),
              standards.apply(form.from()))
          .forEach(found ->
              problems.add(
                  found.field().startsWith("birth")
                      ? each.present() == null
                          ? below(each.path() + ".person.", found)
                          : new FieldProblem(
                              each.path() + ".memberId", found.code(), found.arguments())
                      : below(each.path() + ".", found)));
    }
    return problems;
  }

  /// What of the proposed terms does not fit to those that there are, or to each other.
  static List<FieldProblem> termProblems(List<Candidate> candidates, List<Held> present) {
    List<Held> fresh =
        candidates.stream()
            .map(each ->
                new Held(
                    each.path(),
                    each.memberId(),
                    each.form().position(),
                    each.form().from(),
                    each.form().until(),
                    null))
            .toList();
    return TermRules.clashes(present, fresh).stream()
        .map(clash -> problem(clash, clash.key() + (isLeader(clash) ? ".position" : ".from")))
        .toList();
  }

  private List<FieldProblem> doubles(Team team, UUID commune, List<Candidate> candidates) {
    var known = new DuplicateDetector();
    List<String> numbers =
        candidates.stream().map(each -> hash(each.who())).filter(Objects::nonNull).toList();
    known.addNumbers(table.listByNationalId(numbers));
    table.listOfCommunes(teams.communesIn(commune)).forEach(each -> known.add(each, ""));
    return doubles(team, candidates, known, this::hash);
  }

  /// Who of those that are new is in a team already, or proposed twice.
  static List<FieldProblem> doubles(
      Team team,
      List<Candidate> candidates,
      DuplicateDetector known,
      Function<Identity, @Nullable String> numbers) {
    var problems = new FieldProblems();
    for (Candidate each : candidates) {
      if (each.present() != null) {
        continue;
      }
      String number = numbers.apply(each.who());
      String name = each.who().nameKey();
      LocalDate born = each.who().birthOn();
      known
          .findSame(number)
          .ifPresent(same ->
              problems.reject(
                  each.path() + ".person.nationalId", "team-member-elsewhere", same.teamCode()));
      if (known.findSame(number).isEmpty() && !each.form().isAnotherPerson()) {
        known
            .findMaybeSame(name, born, number, "")
            .ifPresent(same ->
                problems.reject(each.path() + ".person.name", "team-maybe-same", same.teamCode()));
      }
      known.add(
          new Known(
              each.memberId(),
              team.id(),
              team.code(),
              name,
              each.who().yearOfBirth(),
              born,
              number),
          "");
    }
    return problems;
  }

  private void take(Team team, List<Candidate> candidates, Person by) {
    UUID proposal = ids.next();
    UUID event =
        log.record(
            Teams.event(TeamEvent.MEMBERS_PROPOSED, team, by).fact("count", candidates.size()));
    terms.insert(new Proposal(proposal, team.id(), by.id(), clock.now(), null, null), event);
    table.insert(
        candidates.stream()
            .filter(each -> each.present() == null)
            .map(each ->
                new MemberTable.New(
                    each.memberId(), team.id(), State.PROPOSED, each.who(), null, null, null))
            .toList(),
        clock.now());
    terms.insert(
        candidates.stream()
            .map(each ->
                new Term(
                    ids.next(),
                    each.memberId(),
                    team.id(),
                    proposal,
                    each.form().position(),
                    each.form().from(),
                    each.form().until(),
                    each.form().isOverAge(),
                    null,
                    null,
                    null,
                    null))
            .toList());
  }

  /// Accepts or refuses each who waits; another person than who proposed them.
  @Transactional
  public void decide(UUID teamId, MembersDecision requested, Person by) {
    teamTable.lockForUpdate(teams.communeOf(teams.get(teamId)));
    Team team = teams.lockForUpdate(teamId);
    Optional<Proposal> pending = terms.findPending(teamId);
    if (pending.isPresent()) {
      teams.requireAnother(by, pending.get().proposedBy(), teamId);
    }
    LocalDate established = team.establishedOn();
    if (team.state(clock.today()) != Team.State.ESTABLISHED || established == null) {
      throw Problem.of(TeamProblem.TEAM_NOT_ACTIVE, team.code());
    }
    Proposal proposal = pending.orElseThrow(() -> Problem.of(TeamProblem.NO_TEAM_PROPOSAL));
    Map<UUID, Term> waiting = new HashMap<>();
    for (Term term : terms.list(List.of(teamId))) {
      if (proposal.id().equals(term.proposalId())) {
        waiting.put(term.id(), term);
      }
    }
    var problems = new FieldProblems();
    List<Member> present = table.list(List.of(teamId));
    Paper paper =
        check(
            requested,
            waiting,
            held(teamId, present),
            left(present),
            established,
            clock.today(),
            problems);
    problems.requireNone();
    keep(team, proposal, requested, waiting, paper, by);
  }

  private static Set<UUID> left(List<Member> members) {
    return members.stream()
        .filter(member -> member.state() == State.LEFT)
        .map(Member::id)
        .collect(Collectors.toSet());
  }

  /// Adds what is wrong with a decision to the problems.
  ///
  /// @param waiting the proposed terms
  /// @param held those that there are
  /// @param left who is in the team no more
  /// @return the paper that recognises; null where nobody is accepted, or it is not complete
  static @Nullable Paper check(
      MembersDecision requested,
      Map<UUID, Term> waiting,
      List<Held> held,
      Set<UUID> left,
      LocalDate established,
      LocalDate today,
      FieldProblems problems) {
    Map<UUID, String> paths = new HashMap<>();
    boolean accepts = answers(requested, waiting, paths, problems);
    Paper paper =
        accepts
            ? Paper.read(
                requested.number(),
                requested.on(),
                requested.signer(),
                today,
                established,
                problems)
            : null;
    List<Term> accepted =
        requested.items().stream()
            .filter(item -> item.outcome() == Outcome.ACCEPTED)
            .map(item -> waiting.get(item.termId()))
            .filter(Objects::nonNull)
            .toList();
    accepted.stream()
        .filter(term -> term.from().isBefore(established))
        .forEach(term ->
            problems.reject(
                paths.get(term.id()) + ".outcome", "team-before-established", established));
    if (paper != null) {
      accepted.stream()
          .filter(term -> term.from().isBefore(paper.on()))
          .forEach(term ->
              problems.reject(
                  paths.get(term.id()) + ".outcome", "team-term-before-decision", paper.on()));
    }
    accepted.stream()
        .filter(term -> left.contains(term.memberId()))
        .forEach(term -> problems.reject(paths.get(term.id()) + ".outcome", "team-has-left"));
    TermRules.clashes(held, accepted.stream().map(term -> held(term, null)).toList())
        .forEach(clash -> problems.add(problem(clash, paths.get((UUID) clash.key()) + ".outcome")));
    return paper;
  }

  /// @return whether anybody is accepted
  private static boolean answers(
      MembersDecision requested,
      Map<UUID, Term> waiting,
      Map<UUID, String> paths,
      FieldProblems problems) {
    boolean accepts = false;
    Set<UUID> answered = new HashSet<>();
    for (int i = 0; i < requested.items().size(); i++) {
      Answer item = requested.items().get(i);
      String path = "items[" + i + "]";
      paths.put(item.termId(), path);
      if (!waiting.containsKey(item.termId()) || !answered.add(item.termId())) {
        problems.reject(path + ".termId", "team-not-proposed");
      }
      if (item.outcome() == Outcome.ACCEPTED) {
        accepts = true;
      } else if (WrittenText.orNull(item.reason()) == null) {
        problems.reject(path + ".reason", "required");
      }
    }
    if (problems.isEmpty() && answered.size() < waiting.size()) {
      problems.reject("items", "team-answer-all");
    }
    return accepts;
  }

  private void keep(
      Team team,
      Proposal proposal,
      MembersDecision requested,
      Map<UUID, Term> waiting,
      @Nullable Paper paper,
      Person by) {
    Set<UUID> in = new HashSet<>();
    Set<UUID> out = new HashSet<>();
    for (Answer item : requested.items()) {
      Term term = Objects.requireNonNull(waiting.get(item.termId()));
      boolean accepted = item.outcome() == Outcome.ACCEPTED;
      terms.decide(
          term.id(), item.outcome(), WrittenText.orNull(item.reason()), accepted ? paper : null);
      (accepted ? in : out).add(term.memberId());
    }
    out.removeAll(in);
    List<UUID> fresh =
        table.list(List.of(team.id())).stream()
            .filter(member -> member.state() == State.PROPOSED)
            .map(Member::id)
            .toList();
    table.updateState(fresh.stream().filter(in::contains).toList(), State.RECOGNISED);
    table.updateState(fresh.stream().filter(out::contains).toList(), State.REFUSED);
    long accepted =
        requested.items().stream().filter(item -> item.outcome() == Outcome.ACCEPTED).count();
    var event =
        Teams.event(TeamEvent.MEMBERS_DECIDED, team, by)
            .fact("accepted", accepted)
            .fact("declined", requested.items().size() - accepted);
    if (paper != null) {
      event = event.fact("paperOn", paper.on().toString()).detail("paper", paper.number());
    }
    terms.decide(proposal.id(), by.id(), clock.now(), log.record(event));
  }

  /// The terms that there are.
  private List<Held> held(UUID teamId, List<Member> members) {
    Map<UUID, Member> byId = new HashMap<>();
    members.forEach(member -> byId.put(member.id(), member));
    return terms.list(List.of(teamId)).stream()
        .filter(Term::accepted)
        .map(term -> held(term, byId.get(term.memberId())))
        .toList();
  }

  public static Held held(Term term, @Nullable Member member) {
    return new Held(
        term.id(),
        term.memberId(),
        term.position(),
        term.from(),
        term.until(),
        member == null ? null : member.leftOn());
  }

  private static boolean isLeader(TermRules.Clash clash) {
    return clash.code().equals("team-leader-taken");
  }

  private static FieldProblem problem(TermRules.Clash clash, String field) {
    return new FieldProblem(
        field, clash.code(), List.of(clash.with().from(), clash.with().until()));
  }

  private static FieldProblem below(String path, FieldProblem found) {
    return new FieldProblem(path + found.field(), found.code(), found.arguments());
  }

  private @Nullable String hash(Identity who) {
    String number = who.nationalId();
    return number == null ? null : table.hash(number);
  }
}
