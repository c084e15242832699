package anbinh.team.member;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import anbinh.platform.FieldProblem;
import anbinh.platform.FieldProblems;
import anbinh.team.Education;
import anbinh.team.Gender;
import anbinh.team.Identity;
import anbinh.team.Member;
import anbinh.team.Origin;
import anbinh.team.Paper;
import anbinh.team.Position;
import anbinh.team.Team;
import anbinh.team.member.MemberForms.Answer;
import anbinh.team.member.MemberForms.MembersDecision;
import anbinh.team.member.MemberForms.NewMember;
import anbinh.team.member.MemberForms.NewMembers;
import anbinh.team.member.MemberForms.PersonForm;
import anbinh.team.member.MemberTable.Known;
import anbinh.team.member.Recognition.Candidate;
import anbinh.team.member.TermRules.Held;
import anbinh.team.unit.TeamProposal.Outcome;
import anbinh.team.unit.TeamStandard;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// Who may be proposed, and how it is decided; that it is kept, shows TeamsIT. [MemberRulesTest]
/// and [TermRulesTest] have the rules themselves.
class RecognitionTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 26);
  private static final LocalDate ESTABLISHED = LocalDate.of(2026, 1, 1);
  private static final LocalDate BORN = LocalDate.of(1980, 5, 6);
  private static final UUID TEAM_ID = new UUID(1, 1);
  private static final UUID MEMBER = new UUID(2, 1);
  private static final UUID FRESH = new UUID(2, 99);
  private static final Team TEAM =
      new Team(TEAM_ID, "TEAM-0001", new UUID(1, 2), "Đồng Tiến", false, ESTABLISHED, null);
  private static final TeamStandard STANDARD =
      new TeamStandard(ESTABLISHED, 18, 70, 3, 3, null, null, 30, "Luật", true);
  private static final NationalIdRules NUMBERS = new NationalIdRules(Map.of(), Map.of());

  private static PersonForm person(String name, @Nullable LocalDate born) {
    return new PersonForm(
        name,
        1980,
        born,
        Gender.MALE,
        null,
        null,
        Origin.RECRUITED,
        Education.LOWER_SECONDARY,
        null);
  }

  private static NewMember fresh(PersonForm who, Position position) {
    return new NewMember(null, who, position, TODAY, TODAY.plusYears(5), null, null);
  }

  private static NewMember again(UUID member, @Nullable PersonForm who, Position position) {
    return new NewMember(member, who, position, TODAY, TODAY.plusYears(5), null, null);
  }

  private static Member member(Member.State state) {
    return new Member(
        MEMBER,
        TEAM_ID,
        state,
        "Trần Văn Bình",
        null,
        BORN,
        Gender.MALE,
        null,
        Origin.RECRUITED,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        0);
  }

  private static List<Candidate> candidates(
      List<Member> present, FieldProblems problems, NewMember... members) {
    return Recognition.candidates(new NewMembers(List.of(members)), present, () -> FRESH, problems);
  }

  private static List<Candidate> candidates(NewMember... members) {
    return candidates(List.of(member(Member.State.RECOGNISED)), new FieldProblems(), members);
  }

  private static List<String> fields(List<FieldProblem> problems) {
    return problems.stream().map(each -> each.field() + " " + each.code()).toList();
  }

  @Test
  void somebodyIsProposedAnewOrForAnotherTerm() {
    var problems = new FieldProblems();
    List<Candidate> found =
        candidates(
            List.of(member(Member.State.RECOGNISED)),
            problems,
            fresh(person("Nguyễn Văn An", BORN), Position.MEMBER),
            again(MEMBER, null, Position.LEADER));
    assertThat(problems).isEmpty();
    assertThat(found)
        .extracting(Candidate::memberId, each -> each.who().name())
        .containsExactly(tuple(FRESH, "Nguyễn Văn An"), tuple(MEMBER, "Trần Văn Bình"));
  }

  @Test
  void whoIsNeitherNewNorInTheTeamIsNamed() {
    var problems = new FieldProblems();
    List<Candidate> found =
        candidates(
            List.of(member(Member.State.LEFT)),
            problems,
            again(MEMBER, null, Position.MEMBER),
            new NewMember(null, null, Position.MEMBER, TODAY, TODAY, null, null),
            again(MEMBER, person("Nguyễn Văn An", BORN), Position.MEMBER));
    assertThat(found).isEmpty();
    assertThat(fields(problems))
        .containsExactly(
            "members[0].memberId team-no-such-member",
            "members[1].person required",
            "members[2].person team-person-or-member");
  }

  @Test
  void theLawIsToldWhereItIsBroken() {
    PersonForm young = person("Nguyễn Văn An", TODAY.minusYears(17));
    List<Candidate> found =
        candidates(
            fresh(young, Position.MEMBER),
            new NewMember(
                MEMBER, null, Position.MEMBER, ESTABLISHED.minusDays(1), TODAY, null, null));
    assertThat(fields(Recognition.ruleProblems(TEAM, found, TODAY, NUMBERS, _ -> STANDARD)))
        .containsExactly(
            "members[0].person.birthYear team-birth-year",
            "members[0].person.birthOn team-too-young",
            "members[1].from team-before-established");
    var strict = new TeamStandard(ESTABLISHED, 50, 70, 3, 3, null, null, 30, "Luật", true);
    assertThat(
            fields(
                Recognition.ruleProblems(
                    TEAM,
                    candidates(again(MEMBER, null, Position.MEMBER)),
                    TODAY,
                    NUMBERS,
                    _ -> strict)))
        .as("what somebody in the team cannot write is told of them")
        .containsExactly("members[0].memberId team-too-young");
  }

  @Test
  void twoLeadersAreToldByPositionAndTwoTermsByTheirBeginning() {
    var led =
        new Held(new UUID(4, 1), new UUID(2, 7), Position.LEADER, TODAY, TODAY.plusYears(1), null);
    var own = new Held(new UUID(4, 2), MEMBER, Position.DEPUTY, TODAY, TODAY.plusYears(1), null);
    assertThat(
            fields(
                Recognition.termProblems(
                    candidates(
                        fresh(person("Nguyễn Văn An", BORN), Position.LEADER),
                        again(MEMBER, null, Position.DEPUTY)),
                    List.of(led, own))))
        .containsExactly(
            "members[0].position team-leader-taken", "members[1].from team-term-overlap");
  }

  private static Known known(@Nullable String number) {
    return new Known(
        new UUID(2, 50),
        new UUID(1, 9),
        "TEAM-0009",
        person("Nguyễn Văn An", BORN).identity().nameKey(),
        1980,
        BORN,
        number);
  }

  private static List<FieldProblem> doubles(
      @Nullable Known known, @Nullable String number, NewMember... members) {
    var all = new DuplicateDetector();
    if (known != null) {
      all.add(known, "");
    }
    return Recognition.doubles(TEAM, candidates(members), all, (Identity _) -> number);
  }

  @Test
  void whoIsInATeamAlreadyIsNotProposedForAnother() {
    NewMember an = fresh(person("Nguyễn Văn An", BORN), Position.MEMBER);
    List<FieldProblem> same = doubles(known("abc"), "abc", an);
    assertThat(fields(same)).containsExactly("members[0].person.nationalId team-member-elsewhere");
    assertThat(same.getFirst().arguments()).containsExactly("TEAM-0009");
    assertThat(fields(doubles(known(null), null, an)))
        .containsExactly("members[0].person.name team-maybe-same");
    assertThat(doubles(known("abc"), "def", an)).as("two numbers are two people").isEmpty();
    assertThat(doubles(null, null, an)).isEmpty();
  }

  @Test
  void aNameIsSaidToBeAnothersAndANumberIsNot() {
    var another =
        new NewMember(
            null,
            person("Nguyễn Văn An", BORN),
            Position.MEMBER,
            TODAY,
            TODAY.plusYears(1),
            null,
            true);
    assertThat(doubles(known(null), null, another)).isEmpty();
    assertThat(doubles(known("abc"), "abc", another)).hasSize(1);
  }

  @Test
  void nobodyIsProposedTwiceAtOnce() {
    NewMember an = fresh(person("Nguyễn Văn An", BORN), Position.MEMBER);
    assertThat(fields(doubles(null, null, an, an)))
        .containsExactly("members[1].person.name team-maybe-same");
    assertThat(doubles(known(null), null, again(MEMBER, null, Position.MEMBER)))
        .as("who is in this one goes on")
        .isEmpty();
  }

  private static Term term(int number, Position position, LocalDate from) {
    return new Term(
        new UUID(5, number),
        new UUID(2, number),
        TEAM_ID,
        new UUID(6, 1),
        position,
        from,
        from.plusYears(5),
        false,
        null,
        null,
        null,
        null);
  }

  private static MembersDecision decision(@Nullable LocalDate paperOn, Answer... answers) {
    return new MembersDecision(
        List.of(answers), paperOn == null ? null : "12/QĐ-UBND", paperOn, null);
  }

  private static Answer accept(Term term) {
    return new Answer(term.id(), Outcome.ACCEPTED, null);
  }

  private final Term one = term(1, Position.MEMBER, TODAY);
  private final Term two = term(2, Position.LEADER, TODAY);
  private FieldProblems problems = new FieldProblems();

  private @Nullable Paper check(
      MembersDecision requested, List<Held> held, Set<UUID> left, Term... waiting) {
    problems = new FieldProblems();
    return Recognition.check(
        requested,
        List.of(waiting).stream().collect(Collectors.toMap(Term::id, each -> each)),
        held,
        left,
        ESTABLISHED,
        TODAY,
        problems);
  }

  @Test
  void eachIsAcceptedByThePaperOrDeclinedWithAReason() {
    Paper paper =
        check(
            decision(TODAY, accept(one), new Answer(two.id(), Outcome.REFUSED, "Chưa đủ.")),
            List.of(),
            Set.of(),
            one,
            two);
    assertThat(problems).isEmpty();
    assertThat(paper).isEqualTo(new Paper("12/QĐ-UBND", TODAY, null));
    assertThat(
            check(
                decision(null, new Answer(one.id(), Outcome.REFUSED, " ")),
                List.of(),
                Set.of(),
                one))
        .as("no paper where nobody is accepted")
        .isNull();
    assertThat(fields(problems)).containsExactly("items[0].reason required");
  }

  @Test
  void everybodyWhoWaitsIsAnsweredOnceAndNobodyElse() {
    var _ = check(decision(TODAY, accept(one)), List.of(), Set.of(), one, two);
    assertThat(fields(problems)).containsExactly("items team-answer-all");
    var _ = check(decision(TODAY, accept(one), accept(one)), List.of(), Set.of(), one);
    assertThat(fields(problems)).contains("items[1].termId team-not-proposed");
    var _ = check(decision(TODAY, accept(two)), List.of(), Set.of(), one);
    assertThat(fields(problems)).contains("items[0].termId team-not-proposed");
  }

  @Test
  void nobodyIsAcceptedWithoutAPaper() {
    assertThat(check(decision(null, accept(one)), List.of(), Set.of(), one)).isNull();
    assertThat(fields(problems)).containsExactly("number required", "on required");
  }

  @Test
  void noTermBeginsBeforeTheTeamOrThePaper() {
    Term early = term(3, Position.MEMBER, ESTABLISHED.minusDays(1));
    var _ = check(decision(TODAY, accept(early)), List.of(), Set.of(), early);
    assertThat(fields(problems))
        .containsExactly(
            "items[0].outcome team-before-established",
            "items[0].outcome team-term-before-decision");
    var _ = check(decision(TODAY, accept(one)), List.of(), Set.of(), one);
    assertThat(problems).isEmpty();
  }

  @Test
  void whoLeftMeanwhileAndASecondLeaderAreNotAccepted() {
    var _ = check(decision(TODAY, accept(one)), List.of(), Set.of(one.memberId()), one);
    assertThat(fields(problems)).containsExactly("items[0].outcome team-has-left");
    var led =
        new Held(new UUID(4, 1), new UUID(2, 7), Position.LEADER, TODAY, TODAY.plusYears(1), null);
    var _ = check(decision(TODAY, accept(two)), List.of(led), Set.of(), two);
    assertThat(fields(problems)).containsExactly("items[0].outcome team-leader-taken");
    var _ =
        check(
            decision(TODAY, new Answer(two.id(), Outcome.REFUSED, "Đã có.")),
            List.of(led),
            Set.of(),
            two);
    assertThat(problems).as("a clash of who is declined is none").isEmpty();
  }
}
