package anbinh.teamwork.merit;

import static anbinh.identity.session.AccessFixture.COMMUNE;
import static anbinh.identity.session.AccessFixture.NOW;
import static anbinh.identity.session.AccessFixture.person;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import anbinh.audit.event.RecordedLog;
import anbinh.identity.Person;
import anbinh.identity.Role;
import anbinh.identity.people.FakePeople;
import anbinh.identity.session.AccessFixture;
import anbinh.platform.FieldProblem;
import anbinh.platform.Problem;
import anbinh.platform.ProblemCode;
import anbinh.platform.Site;
import anbinh.platform.SiteClock;
import anbinh.team.Member;
import anbinh.team.Team;
import anbinh.team.TeamProblem;
import anbinh.team.TeamSettings;
import anbinh.team.member.FakeMembership;
import anbinh.teamwork.TeamWorkEvent;
import anbinh.teamwork.TeamWorkProblem;
import anbinh.teamwork.merit.Merit.Form;
import anbinh.teamwork.merit.MeritForms.NewMerit;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What is noted of whose work, never by themselves, and what the log does not say of it; DutyIT
/// has the database.
class MeritsTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 26);
  private static final UUID ID = new UUID(9, 1);

  private final Person officer = person(1, COMMUNE, Role.COMMUNITY_OFFICER);
  private final AccessFixture fixture = new AccessFixture();
  private final FakePeople people = new FakePeople();
  private final FakeMembership membership = new FakeMembership();
  private final Rows table = new Rows();
  private final RecordedLog log = new RecordedLog();
  private final Team team =
      membership.add(
          new Team(
              new UUID(4, 1), "TEAM-0001", COMMUNE, "Tổ", false, LocalDate.of(2025, 1, 1), null));
  private final UUID an = member(1, "Nguyễn Văn An", null, Member.State.RECOGNISED);
  private final Merits merits =
      new Merits(
          table,
          membership,
          new SiteClock(
              InstantSource.fixed(NOW), new Site("Đồng Tiến", ZoneId.of("Asia/Ho_Chi_Minh"), true)),
          new TeamSettings(Duration.ofDays(1826), Duration.ofDays(730)),
          people,
          fixture.access(),
          log);

  private static final class Rows extends MeritTable {
    private final Map<UUID, Merit> rows = new LinkedHashMap<>();

    @SuppressWarnings("NullAway") // there is no database
    Rows() {
      super(null, null);
    }

    @Override
    Optional<Merit> find(UUID id) {
      return Optional.ofNullable(rows.get(id));
    }

    @Override
    boolean isRated(UUID team, int year) {
      return rows.values().stream()
          .anyMatch(each ->
              each.teamId().equals(team)
                  && Objects.equals(each.year(), year)
                  && each.withdrawn() == null);
    }

    @Override
    void insert(Merit merit) {
      rows.put(merit.id(), merit);
    }

    @Override
    void withdraw(UUID id, String reason, UUID by, Instant at) {
      rows.computeIfPresent(
          id,
          (_, there) ->
              new Merit(
                  there.id(),
                  there.teamId(),
                  there.memberId(),
                  there.kind(),
                  there.form(),
                  there.year(),
                  there.paper(),
                  there.authority(),
                  there.words(),
                  there.notedBy(),
                  there.notedAt(),
                  reason));
    }
  }

  @BeforeEach
  void signIn() {
    fixture.signIn(people.add(officer));
  }

  @AfterEach
  void signOut() {
    fixture.close();
  }

  private UUID member(
      int number, @Nullable String name, @Nullable UUID account, Member.State state) {
    LocalDate left = state == Member.State.LEFT ? TODAY.minusDays(9) : null;
    return membership
        .add(FakeMembership.member(team.id(), number, name, account, state, left))
        .id();
  }

  private static NewMerit merit(Form form, @Nullable UUID member, @Nullable Integer year) {
    return merit(ID, form, member, year, "12/QĐ-UBND", TODAY);
  }

  private static NewMerit merit(
      UUID id,
      Form form,
      @Nullable UUID member,
      @Nullable Integer year,
      String number,
      LocalDate on) {
    return new NewMerit(
        id, member, form, year, "Ủy ban nhân dân xã", number, on, null, "Vắng nhiều buổi.");
  }

  private void note(NewMerit requested) {
    merits.note(team.id(), requested, officer);
  }

  private static void assertRefused(ProblemCode why, ThrowingCallable tried) {
    assertThat(catchThrowableOfType(Problem.class, tried))
        .isNotNull()
        .extracting(Problem::code)
        .isEqualTo(why);
  }

  private List<String> wrong(NewMerit requested) {
    return catchThrowableOfType(Problem.class, () -> note(requested)).fields().stream()
        .map(FieldProblem::code)
        .toList();
  }

  @Test
  void nobodyNotesAnythingAboutThemselvesByAccountAnotherAccountOrName() {
    Person alias = people.add(person(2, COMMUNE, Role.TEAM_MEMBER));
    people.same(officer, alias);
    UUID own = member(2, "Tên khác", officer.id(), Member.State.RECOGNISED);
    UUID other = member(3, "Tên khác nữa", alias.id(), Member.State.RECOGNISED);
    UUID named = member(4, "NGUYỄN VĂN 1", null, Member.State.RECOGNISED);
    for (UUID self : List.of(own, other, named)) {
      assertRefused(TeamWorkProblem.OWN_MERIT, () -> note(merit(Form.BONUS, self, null)));
    }
    assertThat(table.rows).isEmpty();
    assertThat(fixture.refused()).hasSize(3);
  }

  @Test
  void norDoesAnybodyWithdrawWhatIsAboutThem() {
    UUID id = member(2, "Tên khác", new UUID(2, 77), Member.State.RECOGNISED);
    note(merit(Form.WARNING, id, null));
    membership.add(
        FakeMembership.member(
            team.id(), 2, "Tên khác", officer.id(), Member.State.RECOGNISED, null));
    assertRefused(
        TeamWorkProblem.OWN_MERIT, () -> merits.withdraw(team.id(), ID, "Nhầm.", officer));
    assertThat(table.find(ID).orElseThrow().withdrawn()).isNull();
  }

  @Test
  void itIsOfWhoIsOrWasInTheTeam() {
    UUID left = member(2, "Lê Văn Cường", null, Member.State.LEFT);
    UUID proposed = member(3, "Bùi Thị Dung", null, Member.State.PROPOSED);
    UUID refused = member(4, "Bùi Thị Em", null, Member.State.REFUSED);
    Team otherTeam =
        membership.add(new Team(new UUID(4, 2), "TEAM-0002", COMMUNE, "Tổ", false, TODAY, null));
    UUID stranger =
        membership
            .add(
                FakeMembership.member(
                    otherTeam.id(), 5, "Hà Văn Giáp", null, Member.State.RECOGNISED, null))
            .id();
    for (UUID none : List.of(proposed, refused, stranger, new UUID(6, 9))) {
      assertThat(wrong(merit(Form.BONUS, none, null))).containsExactly("team-no-such-member");
    }
    note(merit(Form.BONUS, left, null));
    assertThat(table.rows).hasSize(1);
  }

  @Test
  void disciplineIsSomebodysAndARatingIsTheTeamsOfAYear() {
    assertThat(wrong(merit(Form.WARNING, null, null))).containsExactly("required");
    assertThat(wrong(merit(Form.TASK_DONE, an, 2025))).containsExactly("merit-team-only");
    assertThat(wrong(merit(Form.TASK_DONE, null, null))).containsExactly("required");
    assertThat(wrong(merit(Form.BONUS, an, 2025))).containsExactly("merit-rating-only");
    assertThat(wrong(merit(Form.TASK_DONE, null, 2027))).containsExactly("past-or-present");
    note(merit(Form.TASK_DONE, null, 2026));
    assertThat(table.rows).hasSize(1);
  }

  @Test
  void aYearIsRatedOnceUnlessThatIsWithdrawn() {
    note(merit(Form.TASK_NOT_DONE, null, 2025));
    NewMerit better =
        merit(new UUID(9, 2), Form.TASK_DONE_EXCELLENTLY, null, 2025, "13/QĐ-UBND", TODAY);
    assertThat(wrong(better)).containsExactly("merit-rated");
    merits.withdraw(team.id(), ID, "Nhầm năm.", officer);
    note(better);
    assertThat(table.rows).hasSize(2);
  }

  @Test
  void itHasAPaperOfTheTimeOfTheTeam() {
    for (LocalDate day : List.of(TODAY.plusDays(1), LocalDate.of(2024, 12, 31))) {
      assertThat(wrong(merit(ID, Form.BONUS, an, null, "12/QĐ-UBND", day)))
          .containsAnyOf("past-or-present", "team-before-established");
    }
    assertThat(wrong(merit(ID, Form.BONUS, an, null, " ", TODAY))).containsExactly("required");
    note(merit(ID, Form.BONUS, an, null, "12/QĐ-UBND", LocalDate.of(2025, 1, 1)));
  }

  @Test
  void whatIsSentTwiceIsThereOnceAndNotTurnedIntoAnother() {
    note(merit(Form.WARNING, an, null));
    note(merit(Form.WARNING, an, null));
    assertThat(log.types()).containsExactly(TeamWorkEvent.MERIT_NOTED);
    assertRefused(TeamProblem.WORK_SENT_BEFORE, () -> note(merit(Form.REPRIMAND, an, null)));
    assertRefused(
        TeamProblem.WORK_SENT_BEFORE,
        () -> note(merit(ID, Form.WARNING, an, null, "13/QĐ-UBND", TODAY)));
  }

  @Test
  void itIsWithdrawnOnceAndByItsTeam() {
    note(merit(Form.WARNING, an, null));
    Team other =
        membership.add(new Team(new UUID(4, 2), "TEAM-0002", COMMUNE, "Tổ", false, TODAY, null));
    assertRefused(
        TeamWorkProblem.NO_SUCH_MERIT, () -> merits.withdraw(other.id(), ID, "Nhầm.", officer));
    merits.withdraw(team.id(), ID, "Nhầm.", officer);
    assertRefused(
        TeamWorkProblem.MERIT_OVER, () -> merits.withdraw(team.id(), ID, "Nhầm.", officer));
  }

  @Test
  void theLogSaysNeitherWhoNorWhetherItWasDiscipline() {
    note(merit(Form.WARNING, an, null));
    merits.withdraw(team.id(), ID, "Nhầm người.", officer);
    assertThat(log.events())
        .allSatisfy(event -> {
          assertThat(event.facts()).containsOnlyKeys("merit");
          assertThat(event.details()).isEmpty();
        });
  }
}
