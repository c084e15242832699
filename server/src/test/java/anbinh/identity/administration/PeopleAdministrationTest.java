package anbinh.identity.administration;

import static anbinh.identity.session.AccessFixture.COMMUNE;
import static anbinh.identity.session.AccessFixture.NOW;
import static anbinh.identity.session.AccessFixture.OTHER_COMMUNE;
import static anbinh.identity.session.AccessFixture.PROVINCE;
import static anbinh.identity.session.AccessFixture.VILLAGE;
import static anbinh.identity.session.AccessFixture.person;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import anbinh.audit.event.RecordedLog;
import anbinh.identity.IdentityEvent;
import anbinh.identity.IdentityProblem;
import anbinh.identity.NewPerson;
import anbinh.identity.Person;
import anbinh.identity.Role;
import anbinh.identity.administration.PeopleAdministration.Change;
import anbinh.identity.factor.FakeSecondFactors;
import anbinh.identity.grant.GrantCause;
import anbinh.identity.grant.GrantsFixture;
import anbinh.identity.home.FakeHomes;
import anbinh.identity.people.FakePersonTable;
import anbinh.identity.people.QuickPasswords;
import anbinh.identity.provider.FakeLinks;
import anbinh.identity.session.AccessFixture;
import anbinh.identity.session.FakeStoredSessions;
import anbinh.platform.FieldProblem;
import anbinh.platform.PlatformProblem;
import anbinh.platform.Problem;
import anbinh.platform.ProblemCode;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What an administrator may do with whom, and what becomes of roles, sessions and homes by it;
/// PeopleIT has the database.
class PeopleAdministrationTest {
  private static final String PASSWORD = "mèo ngủ trên mái nhà";
  private static final LocalDate MAY = LocalDate.of(2027, 5, 31);

  @TempDir Path folder;

  private final FakePersonTable table = new FakePersonTable();
  private final AccessFixture fixture = new AccessFixture();
  private final RecordedLog log = new RecordedLog();
  private final GrantsFixture grants = new GrantsFixture(table, fixture, log);
  private final FakeStoredSessions sessions = new FakeStoredSessions();
  private final FakeSecondFactors factors = new FakeSecondFactors();
  private final FakeLinks links = new FakeLinks();
  private final Person site = table.add(person(1, null, Role.ADMINISTRATOR));
  private final Person local = table.add(person(2, COMMUNE, Role.ADMINISTRATOR));
  private final Person officer = table.add(person(3, COMMUNE, Role.DUTY_OFFICER));
  private @Nullable FakeHomes homes;
  private @Nullable URI issuer;

  @BeforeEach
  void signIn() {
    homes = new FakeHomes(folder);
    fixture.signIn(site);
  }

  @AfterEach
  void signOut() {
    fixture.close();
  }

  private PeopleAdministration administration() {
    return new PeopleAdministration(
        fixture.access(),
        table.people(log),
        table,
        new QuickPasswords(),
        sessions,
        factors,
        FakeLinks.provider(issuer),
        links,
        homes(),
        fixture,
        grants.grants(),
        log);
  }

  private FakeHomes homes() {
    return Objects.requireNonNull(homes);
  }

  private static NewPerson requested(@Nullable UUID area, Role... roles) {
    return new NewPerson("lan", "Trần Thị Lan", PASSWORD, Set.of(roles), area, true);
  }

  private static Change roles(Role... roles) {
    return new Change(null, Set.of(roles), null, null, null, null);
  }

  private static Change moved(UUID area) {
    return new Change(null, null, null, area, null, null);
  }

  private static Change active(boolean active) {
    return new Change(null, null, null, null, active, null);
  }

  private static Change password(String password) {
    return new Change(null, null, null, null, null, password);
  }

  private static Problem refused(ThrowingCallable tried) {
    return catchThrowableOfType(Problem.class, tried);
  }

  private static void assertRefused(ProblemCode why, ThrowingCallable tried) {
    assertThat(refused(tried)).isNotNull().extracting(Problem::code).isEqualTo(why);
  }

  private Person now(Person one) {
    return table.find(one.id()).orElseThrow();
  }

  @Test
  void onlyAnAdministratorMakesOrChangesAnybody() {
    for (Role role : Role.values()) {
      if (role != Role.ADMINISTRATOR) {
        fixture.signIn(person(9, null, role));
        PeopleAdministration administration = administration();
        for (ThrowingCallable tried :
            List.<ThrowingCallable>of(
                () -> administration.create(requested(COMMUNE, Role.DUTY_OFFICER)),
                () -> administration.change(officer.id(), active(false)),
                () -> administration.resetSecondFactors(officer.id()),
                () -> administration.endSessions(officer.id()),
                () -> administration.invite(officer.id()),
                () -> administration.unlink(officer.id()))) {
          assertRefused(IdentityProblem.NOT_YOUR_ROLE, tried);
        }
      }
    }
    assertThat(sessions.ended()).isEmpty();
    assertThat(log.events()).isEmpty();
  }

  @Test
  void anAdministratorOfACommuneHasThatCommuneAlone() {
    Person far = table.add(person(4, OTHER_COMMUNE, Role.DUTY_OFFICER));
    fixture.signIn(local);
    PeopleAdministration administration = administration();
    for (@Nullable UUID area : new @Nullable UUID[] {null, PROVINCE, OTHER_COMMUNE}) {
      assertRefused(
          IdentityProblem.NOT_YOUR_AREA,
          () -> administration.create(requested(area, Role.DUTY_OFFICER)));
    }
    assertRefused(
        IdentityProblem.NOT_YOUR_AREA, () -> administration.change(far.id(), active(false)));
    assertRefused(
        IdentityProblem.NOT_YOUR_AREA, () -> administration.change(officer.id(), moved(PROVINCE)));
    assertRefused(
        IdentityProblem.NOT_YOUR_AREA, () -> administration.resetSecondFactors(site.id()));
    assertRefused(IdentityProblem.NOT_YOUR_AREA, () -> administration.endSessions(far.id()));
    assertRefused(IdentityProblem.NOT_YOUR_AREA, () -> administration.invite(far.id()));
    assertThat(administration.create(requested(VILLAGE, Role.TEAM_MEMBER)).areaId())
        .isEqualTo(VILLAGE);
    assertThat(fixture.refused()).hasSize(8);
  }

  @Test
  void nobodyChangesTheirOwnRightsBeItByAnAccountOfTheirName() {
    Person alias =
        table.add(
            new Person(
                new UUID(2, 8),
                "alias",
                site.displayName(),
                Set.of(Role.DUTY_OFFICER),
                COMMUNE,
                "vi",
                new UUID(3, 8),
                true,
                false,
                false,
                Map.of(),
                Instant.EPOCH));
    issuer = URI.create("https://sso.example");
    PeopleAdministration administration = administration();
    for (Person own : List.of(site, alias)) {
      assertRefused(
          IdentityProblem.OWN_RIGHTS,
          () -> administration.change(own.id(), roles(Role.ADMINISTRATOR, Role.AUDITOR)));
      assertRefused(IdentityProblem.OWN_RIGHTS, () -> administration.resetSecondFactors(own.id()));
      assertRefused(IdentityProblem.OWN_RIGHTS, () -> administration.invite(own.id()));
    }
    assertThat(fixture.refused()).hasSize(6);
    assertThat(links.isInvited(alias.id())).isFalse();
    assertThat(factors.reset()).isEmpty();
  }

  @Test
  void aSessionLeftOpenChangesNobody() {
    fixture.signIn(site, NOW.minus(Duration.ofHours(1)));
    PeopleAdministration administration = administration();
    for (ThrowingCallable tried :
        List.<ThrowingCallable>of(
            () -> administration.create(requested(COMMUNE, Role.DUTY_OFFICER)),
            () -> administration.change(officer.id(), roles(Role.APPROVER)),
            () -> administration.resetSecondFactors(officer.id()),
            () -> administration.endSessions(officer.id()),
            () -> administration.invite(officer.id()),
            () -> administration.unlink(officer.id()))) {
      assertRefused(IdentityProblem.CONFIRM_YOURSELF, tried);
    }
    assertThat(fixture.refused()).as("that is no refusal").isEmpty();
  }

  @Test
  void somebodyNewHoldsAtOnceOnlyWhatDecidesNothing() {
    Person made = administration().create(requested(COMMUNE, Role.APPROVER, Role.DUTY_OFFICER));
    assertThat(made.roles()).containsExactly(Role.DUTY_OFFICER);
    assertThat(made.mustChangePassword()).isTrue();
    assertThat(grants.awaited(made.id())).containsExactly(Role.APPROVER);
    assertThat(log.last(IdentityEvent.PERSON_CREATED).actor()).isEqualTo(site.actor());
  }

  @Test
  void nobodyIsMadeInAnAreaThatThereIsNot() {
    Problem problem =
        refused(() -> administration().create(requested(new UUID(1, 99), Role.DUTY_OFFICER)));
    assertThat(problem.code()).isEqualTo(PlatformProblem.INVALID);
    assertThat(problem.fields()).extracting(FieldProblem::code).containsExactly("no-such-area");
    assertThat(
            refused(() -> administration().change(officer.id(), moved(new UUID(1, 99)))).fields())
        .extracting(FieldProblem::code)
        .containsExactly("no-such-area");
  }

  @Test
  void rolesThatNobodyHoldsTogetherAreRefusedAlsoWhileOneOfThemWaits() {
    Problem problem =
        refused(
            () -> administration().create(requested(COMMUNE, Role.INVESTIGATOR, Role.APPROVER)));
    assertThat(problem.code()).isEqualTo(IdentityProblem.CONFLICTING_ROLES);
    assertThat(problem.fields()).extracting(FieldProblem::code).containsExactly("conflict-asks");
    administration().change(officer.id(), roles(Role.APPROVER));
    assertRefused(
        IdentityProblem.CONFLICTING_ROLES,
        () -> administration().change(officer.id(), roles(Role.APPROVER, Role.INVESTIGATOR)));
  }

  @Test
  void aSecondAccountOfSomebodysNameGetsNoRoleThatConflictsWithTheFirst() {
    administration().create(requested(COMMUNE, Role.INVESTIGATOR));
    var twin = new NewPerson("lan2", "TRẦN THỊ LAN", PASSWORD, Set.of(Role.APPROVER), null, true);
    Problem problem = refused(() -> administration().create(twin));
    assertThat(problem.code()).isEqualTo(IdentityProblem.CONFLICTING_ROLES);
    assertThat(problem.fields())
        .extracting(FieldProblem::code)
        .containsExactly("conflict-asks", "conflict-namesake");
  }

  @Test
  void aGrantedRoleThatDecidesWaitsAndARoleTakenAwayIsGoneAtOnce() {
    administration().change(officer.id(), roles(Role.DUTY_OFFICER, Role.APPROVER));
    assertThat(now(officer).roles()).containsExactly(Role.DUTY_OFFICER);
    assertThat(grants.awaited(officer.id())).containsExactly(Role.APPROVER);
    administration().change(officer.id(), roles(Role.COMMUNITY_OFFICER));
    assertThat(now(officer).roles()).containsExactly(Role.COMMUNITY_OFFICER);
    assertThat(grants.awaited(officer.id())).isEmpty();
    assertThat(log.last(IdentityEvent.ROLES_ENDED).facts())
        .containsEntry("ended", List.of("DUTY_OFFICER"));
  }

  @Test
  void aRoleThatWaitsIsNotLostByAChangeOfSomethingElse() {
    administration().change(officer.id(), roles(Role.DUTY_OFFICER, Role.APPROVER));
    administration().change(officer.id(), new Change("Lê Văn Ba", null, null, null, null, null));
    assertThat(grants.awaited(officer.id())).containsExactly(Role.APPROVER);
    assertThat(now(officer).roles()).containsExactly(Role.DUTY_OFFICER);
  }

  @Test
  void newRolesWithoutEndsDoNotEndAndNothingEndsToday() {
    var ends = Map.of(Role.DUTY_OFFICER, MAY);
    administration().change(officer.id(), new Change(null, null, ends, null, null, null));
    assertThat(now(officer).lastDays()).isEqualTo(ends);
    administration().change(officer.id(), roles(Role.DUTY_OFFICER));
    assertThat(now(officer).lastDays()).isEmpty();
    var today = Map.of(Role.DUTY_OFFICER, FakePersonTable.TODAY);
    assertThat(
            refused(() ->
                    administration()
                        .change(officer.id(), new Change(null, null, today, null, null, null)))
                .fields())
        .extracting(FieldProblem::code)
        .containsExactly("future");
  }

  @Test
  void allThatIsWrongIsToldAtOnceAndNothingIsChanged() {
    var other = Map.of(Role.AUDITOR, MAY);
    var change = new Change(" ", Set.of(), other, null, null, "ngắn");
    Problem problem = refused(() -> administration().change(officer.id(), change));
    assertThat(problem.fields())
        .extracting(FieldProblem::code)
        .containsExactly("size", "required", "role-not-granted", "password-length");
    assertThat(now(officer)).isEqualTo(officer);
    assertThat(log.events()).isEmpty();
  }

  @Test
  void whoeverSomebodyElseMightSignInAsDecidesNothingMeanwhile() {
    Map<GrantCause, Change> changes =
        Map.of(
            GrantCause.MOVED, moved(VILLAGE),
            GrantCause.RENAMED, new Change("Lê Văn Ba", null, null, null, null, null),
            GrantCause.PASSWORD_RESET, password("con cá rô phi bơi"));
    int number = 20;
    for (Map.Entry<GrantCause, Change> each : changes.entrySet()) {
      Person approver = table.add(person(number++, COMMUNE, Role.APPROVER, Role.DUTY_OFFICER));
      assertThat(each.getValue().causes(approver)).containsExactly(each.getKey());
      administration().change(approver.id(), each.getValue());
      assertThat(now(approver).roles()).as(each.getKey().name()).containsExactly(Role.DUTY_OFFICER);
      assertThat(grants.awaited(approver.id())).containsExactly(Role.APPROVER);
    }
  }

  @Test
  void whatChangesNothingIsNoCause() {
    var same = new Change(" " + officer.displayName() + " ", null, null, COMMUNE, true, null);
    assertThat(same.causes(officer)).isEmpty();
    assertThat(active(false).causes(officer)).isEmpty();
  }

  @Test
  void aPasswordThatSomebodySetsEndsTheSessionsAndIsNotedAsAWayIn() {
    String word = "con cá rô phi bơi";
    administration().change(officer.id(), password(word));
    assertThat(sessions.ended()).containsExactly(officer.id());
    assertThat(grants.resets()).containsExactly(new GrantsFixture.Reset(officer.id(), site.id()));
    assertThat(new QuickPasswords().matches(word, table.hash(officer.id()))).isTrue();
    assertThat(log.events().toString()).doesNotContain(word);
    assertThat(password(word).toString()).doesNotContain(word);
  }

  @Test
  void whoIsSetInactiveIsSignedOutAndTheirHomeIsForgotten() {
    homes().add(officer.id());
    administration().change(officer.id(), active(false));
    assertThat(sessions.ended()).containsExactly(officer.id());
    assertThat(now(officer).active()).isFalse();
    assertThat(log.types()).contains(IdentityEvent.HOME_FORGOTTEN);
    administration().change(officer.id(), active(false));
    assertThat(log.types()).containsOnlyOnce(IdentityEvent.HOME_FORGOTTEN);
  }

  @Test
  void whatWaitsOfSomebodySetInactiveWaitsNoMoreAndWhoComesBackIsConfirmedAgain() {
    Person approver = table.add(person(5, COMMUNE, Role.APPROVER));
    administration().change(approver.id(), roles(Role.APPROVER, Role.SENIOR_APPROVER));
    assertThat(grants.awaited(approver.id())).containsExactly(Role.SENIOR_APPROVER);
    administration().change(approver.id(), active(false));
    assertThat(grants.awaited(approver.id())).isEmpty();
    administration().change(approver.id(), active(true));
    assertThat(now(approver).roles()).isEmpty();
    assertThat(grants.awaited(approver.id())).containsExactly(Role.APPROVER);
  }

  @Test
  void theLastAdministratorOfTheWholeSiteStays() {
    Person last = table.add(person(6, null, Role.ADMINISTRATOR));
    // One who ends is none; one of the province is none of the whole site.
    table.update(site.granted(site.roles(), Map.of(Role.ADMINISTRATOR, MAY)));
    table.add(person(7, PROVINCE, Role.ADMINISTRATOR));
    PeopleAdministration administration = administration();
    var ends = Map.of(Role.ADMINISTRATOR, MAY);
    for (Change change :
        List.of(
            active(false),
            roles(Role.ANALYST),
            moved(PROVINCE),
            password("con cá rô phi bơi"),
            new Change(null, null, ends, null, null, null))) {
      assertRefused(
          IdentityProblem.LAST_ADMINISTRATOR, () -> administration.change(last.id(), change));
    }
    assertRefused(
        IdentityProblem.LAST_ADMINISTRATOR, () -> administration.resetSecondFactors(last.id()));
    table.add(person(8, null, Role.ADMINISTRATOR));
    assertThat(administration.change(last.id(), active(false)).active()).isFalse();
  }

  @Test
  void whoLosesTheirFactorsIsSignedOutAndDecidesNothingMeanwhile() {
    Person approver = table.add(person(5, COMMUNE, Role.APPROVER, Role.DUTY_OFFICER));
    Person after = administration().resetSecondFactors(approver.id());
    assertThat(after.roles()).containsExactly(Role.DUTY_OFFICER);
    assertThat(factors.reset()).containsExactly(approver.id());
    assertThat(sessions.ended()).containsExactly(approver.id());
    assertThat(grants.resets()).contains(new GrantsFixture.Reset(approver.id(), site.id()));
    assertThat(log.last(IdentityEvent.SECOND_FACTORS_RESET).facts())
        .containsEntry("roles", List.of("DUTY_OFFICER"));
  }

  @Test
  void anInvitationIsAWayInAndNeedsAProvider() {
    assertRefused(IdentityProblem.NO_PROVIDER, () -> administration().invite(officer.id()));
    assertThat(grants.resets()).isEmpty();
    issuer = URI.create("https://sso.example");
    administration().invite(officer.id());
    assertThat(links.isInvited(officer.id())).isTrue();
    assertThat(grants.resets()).containsExactly(new GrantsFixture.Reset(officer.id(), site.id()));
  }

  @Test
  void aLinkThatIsTakenAwayEndsTheSessions() {
    administration().unlink(officer.id());
    assertThat(sessions.ended()).as("there is none").isEmpty();
    assertThat(log.events()).isEmpty();
    links.link(officer.id());
    administration().unlink(officer.id());
    assertThat(sessions.ended()).containsExactly(officer.id());
    assertThat(log.types()).containsExactly(IdentityEvent.PROVIDER_UNLINKED);
  }
}
