package anbinh.identity.grant;

import static anbinh.identity.session.AccessFixture.COMMUNE;
import static anbinh.identity.session.AccessFixture.NOW;
import static anbinh.identity.session.AccessFixture.OTHER_COMMUNE;
import static anbinh.identity.session.AccessFixture.PROVINCE;
import static anbinh.identity.session.AccessFixture.person;
import static org.assertj.core.api.Assertions.assertThat;

import anbinh.audit.Event;
import anbinh.audit.event.RecordedLog;
import anbinh.identity.IdentityEvent;
import anbinh.identity.Person;
import anbinh.identity.Role;
import anbinh.identity.grant.Grants.Found;
import anbinh.identity.grant.Grants.Granted;
import anbinh.identity.grant.Grants.Settled;
import anbinh.identity.people.FakePersonTable;
import anbinh.identity.session.AccessFixture;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// Which roles somebody holds at once, which wait for another administrator, and which nobody holds
/// together; GrantDecisionsTest has who confirms them, PeopleIT the database.
class GrantsTest {
  private static final LocalDate MAY = LocalDate.of(2027, 5, 31);
  private static final LocalDate JUNE = LocalDate.of(2027, 6, 30);

  private final Person administrator = person(1, null, Role.ADMINISTRATOR);
  private final Person second = person(2, COMMUNE, Role.ADMINISTRATOR);
  private final FakePersonTable people = new FakePersonTable();
  private final RecordedLog log = new RecordedLog();
  private final GrantsFixture fixture = new GrantsFixture(people, new AccessFixture(), log);
  private final Grants grants = fixture.grants();

  private static Person nam(Map<Role, LocalDate> lastDays, Role... roles) {
    return named(5, "Nguyễn Văn Nam", COMMUNE, true, lastDays, roles);
  }

  private static Person named(
      int number,
      String name,
      @Nullable UUID area,
      boolean active,
      Map<Role, LocalDate> lastDays,
      Role... roles) {
    return new Person(
        new UUID(2, number),
        "nam" + number,
        name,
        Set.of(roles),
        area,
        "vi",
        new UUID(3, number),
        active,
        false,
        false,
        lastDays,
        Instant.EPOCH);
  }

  private Settled settle(@Nullable Person before, Person requested, GrantCause... causes) {
    return grants.settle(before, requested, Set.of(causes), administrator);
  }

  private static Granted granted(Map<Role, LocalDate> lastDays, Role... roles) {
    return new Granted(Set.of(roles), lastDays);
  }

  /// Has somebody get roles by somebody, as an administrator's page does.
  private Person grant(Person requested, Person by) {
    Person before = people.find(requested.id()).orElse(null);
    Settled settled = grants.settle(before, requested, Set.of(), by);
    Person after = requested.granted(settled.held().roles(), settled.held().lastDays());
    people.update(after);
    grants.file(settled, after, Set.of(), by.actor());
    return after;
  }

  @Test
  void whatDecidesOrSupervisesWaitsAndTheRestIsHeldAtOnce() {
    for (Role role : Role.values()) {
      Settled settled = settle(null, nam(Map.of(role, MAY), role));
      Granted all = granted(Map.of(role, MAY), role);
      assertThat(settled)
          .as(role.name())
          .isEqualTo(
              role.isConfirmed()
                  ? new Settled(Granted.NOTHING, all, Set.of())
                  : new Settled(all, Granted.NOTHING, Set.of()));
    }
  }

  @Test
  void whatIsHeldStaysSoUnlessItIsToLastLonger() {
    Person before = nam(Map.of(Role.APPROVER, MAY), Role.APPROVER);
    assertThat(settle(before, nam(Map.of(Role.APPROVER, MAY), Role.APPROVER)).held())
        .isEqualTo(granted(Map.of(Role.APPROVER, MAY), Role.APPROVER));
    LocalDate sooner = MAY.minusDays(1);
    assertThat(settle(before, nam(Map.of(Role.APPROVER, sooner), Role.APPROVER)))
        .as("a sooner end needs nobody")
        .isEqualTo(
            new Settled(
                granted(Map.of(Role.APPROVER, sooner), Role.APPROVER), Granted.NOTHING, Set.of()));
    Settled longer = settle(before, nam(Map.of(Role.APPROVER, JUNE), Role.APPROVER));
    assertThat(longer.held()).isEqualTo(granted(Map.of(Role.APPROVER, MAY), Role.APPROVER));
    assertThat(longer.awaited()).isEqualTo(granted(Map.of(Role.APPROVER, JUNE), Role.APPROVER));
    Settled endless = settle(before, nam(Map.of(), Role.APPROVER));
    assertThat(endless.held()).isEqualTo(granted(Map.of(Role.APPROVER, MAY), Role.APPROVER));
    assertThat(endless.awaited()).isEqualTo(granted(Map.of(), Role.APPROVER));
  }

  @Test
  void aRoleThatEndedIsNewWhenItIsGrantedAgain() {
    LocalDate yesterday = FakePersonTable.TODAY.minusDays(1);
    people.add(nam(Map.of(Role.APPROVER, yesterday), Role.APPROVER));
    Person before = people.find(new UUID(2, 5)).orElseThrow();
    assertThat(before.roles()).isEmpty();
    Settled again = settle(before, nam(Map.of(Role.APPROVER, MAY), Role.APPROVER));
    assertThat(again.held()).isEqualTo(Granted.NOTHING);
    assertThat(again.awaited()).isEqualTo(granted(Map.of(Role.APPROVER, MAY), Role.APPROVER));
  }

  @Test
  void whatSomebodyElseMightSignInWithWaitsAgainAndIsNotHeldMeanwhile() {
    Person before = nam(Map.of(), Role.APPROVER, Role.DUTY_OFFICER);
    for (GrantCause cause : GrantCause.values()) {
      Settled settled = settle(before, before, cause);
      assertThat(settled.held()).as(cause.name()).isEqualTo(granted(Map.of(), Role.DUTY_OFFICER));
      assertThat(settled.awaited()).isEqualTo(granted(Map.of(), Role.APPROVER));
    }
  }

  @Test
  void whatIsNotRequestedIsNotHeldAnyMore() {
    Person before = nam(Map.of(), Role.APPROVER, Role.DUTY_OFFICER);
    assertThat(settle(before, nam(Map.of(), Role.DUTY_OFFICER)).held())
        .isEqualTo(granted(Map.of(), Role.DUTY_OFFICER));
  }

  @Test
  void inTheFirstStepsAnAdministratorOfTheWholeSiteGrantsWithoutAnother() {
    fixture.allowAlone(Role.APPROVER);
    Person requested = nam(Map.of(), Role.APPROVER, Role.AUDITOR);
    assertThat(settle(null, requested))
        .isEqualTo(
            new Settled(
                granted(Map.of(), Role.APPROVER),
                granted(Map.of(), Role.AUDITOR),
                Set.of(Role.APPROVER)));
    Granted both = granted(Map.of(), Role.APPROVER, Role.AUDITOR);
    assertThat(grants.settle(null, requested, Set.of(), second).awaited())
        .as("not one of a commune")
        .isEqualTo(both);
    assertThat(grants.settle(null, requested, Set.of(), null).awaited())
        .as("nor the server")
        .isEqualTo(both);
    assertThat(grants.settle(null, requested, Set.of(), person(4, null, Role.AUDITOR)).awaited())
        .as("nor who is no administrator")
        .isEqualTo(both);
  }

  @Test
  void whatWaitsIsKeptWithWhoGrantedIt() {
    Person nam = grant(nam(Map.of(Role.APPROVER, MAY), Role.APPROVER), administrator);
    assertThat(nam.roles()).isEmpty();
    GrantRequest open = fixture.open(nam.id());
    assertThat(open.roles()).containsExactly(Role.APPROVER);
    assertThat(open.lastDays()).isEqualTo(Map.of(Role.APPROVER, MAY));
    assertThat(open.areaId()).isEqualTo(COMMUNE);
    assertThat(open.causes()).containsExactly(GrantCause.GRANTED);
    assertThat(open.granters()).containsExactly(administrator.id());
    assertThat(open.until()).isEqualTo(NOW.plus(Grants.WAITS));
    Event event = log.last(IdentityEvent.ROLES_GRANTED);
    assertThat(event.facts())
        .containsEntry("confirmation", "AWAITED")
        .containsEntry("granted", List.of("APPROVER"));
    assertThat(event.areaId()).isEqualTo(COMMUNE);
    assertThat(event.facts().toString()).doesNotContain("Nam");
  }

  @Test
  void whoAsksForTheSameAgainHasNoHandInIt() {
    grant(nam(Map.of(), Role.APPROVER), administrator);
    Person nam = grant(nam(Map.of(), Role.APPROVER), second);
    assertThat(fixture.requests()).hasSize(1);
    assertThat(fixture.open(nam.id()).granters()).containsExactly(administrator.id());
    assertThat(log.types()).containsExactly(IdentityEvent.ROLES_GRANTED);
  }

  @Test
  void whoChangesWhatWaitsAndWhoGrantedItBothHadAHandInIt() {
    grant(nam(Map.of(), Role.APPROVER), administrator);
    Person nam = grant(nam(Map.of(Role.APPROVER, MAY), Role.APPROVER), second);
    assertThat(fixture.open(nam.id()).granters())
        .as("so that the first one cannot confirm it by another's change")
        .containsExactlyInAnyOrder(administrator.id(), second.id());
    assertThat(fixture.requests().getFirst().ending())
        .extracting(ending -> ending == null ? null : ending.outcome())
        .isEqualTo(GrantOutcome.REPLACED);
    assertThat(log.types()).doesNotContain(IdentityEvent.ROLES_WITHDRAWN);
  }

  @Test
  void butNotOfAnotherRole() {
    grant(nam(Map.of(), Role.APPROVER), administrator);
    Person nam = grant(nam(Map.of(), Role.AUDITOR), second);
    assertThat(fixture.open(nam.id()).granters()).containsExactly(second.id());
  }

  @Test
  void whatIsNotRequestedAnyMoreIsWithdrawn() {
    grant(nam(Map.of(), Role.APPROVER), administrator);
    Person nam = grant(nam(Map.of(), Role.DUTY_OFFICER), second);
    assertThat(fixture.awaited(nam.id())).isEmpty();
    assertThat(log.types())
        .containsExactly(IdentityEvent.ROLES_GRANTED, IdentityEvent.ROLES_WITHDRAWN);
    assertThat(log.last(IdentityEvent.ROLES_WITHDRAWN).actor()).isEqualTo(second.actor());
  }

  @Test
  void whatLapsedIsNeitherHeldNorWithdrawnAndWaitsAnewWhenGrantedAgain() {
    Person nam = grant(nam(Map.of(), Role.APPROVER), administrator);
    fixture.pass(Grants.WAITS.minusMillis(1));
    assertThat(grants.listAll(nam).roles()).containsExactly(Role.APPROVER);
    fixture.pass(Duration.ofMillis(1));
    assertThat(grants.listAll(nam).roles()).isEmpty();
    grant(nam(Map.of(), Role.APPROVER), administrator);
    assertThat(fixture.open(nam.id()).until()).isEqualTo(NOW.plus(Grants.WAITS).plus(Grants.WAITS));
    assertThat(log.types()).containsOnly(IdentityEvent.ROLES_GRANTED);
  }

  @Test
  void whatOneAloneGrantedInTheFirstStepsIsNoted() {
    fixture.allowAlone(Role.APPROVER);
    Person nam = grant(nam(Map.of(Role.APPROVER, MAY), Role.APPROVER), administrator);
    assertThat(nam.roles()).containsExactly(Role.APPROVER);
    assertThat(fixture.awaited(nam.id())).isEmpty();
    assertThat(fixture.requests())
        .singleElement()
        .satisfies(noted -> {
          assertThat(noted.granters()).containsExactly(administrator.id());
          assertThat(noted.lastDays()).isEqualTo(Map.of(Role.APPROVER, MAY));
          assertThat(noted.ending())
              .extracting(ending -> ending == null ? null : ending.outcome())
              .isEqualTo(GrantOutcome.FIRST_STEPS);
        });
    assertThat(log.last(IdentityEvent.ROLES_GRANTED).facts())
        .containsEntry("confirmation", "FIRST_STEPS");
  }

  @Test
  void allOfSomebodyIsWhatTheyHoldAndWhatWaitsWithItsDays() {
    Person nam = people.add(nam(Map.of(Role.APPROVER, MAY), Role.APPROVER, Role.DUTY_OFFICER));
    grant(nam(Map.of(Role.APPROVER, JUNE), Role.APPROVER, Role.DUTY_OFFICER), administrator);
    assertThat(grants.listAll(people.find(nam.id()).orElseThrow()))
        .isEqualTo(granted(Map.of(Role.APPROVER, JUNE), Role.APPROVER, Role.DUTY_OFFICER));
  }

  @Test
  void anAccountThatSomebodyElseMightUseDecidesNothingUntilItIsConfirmedAgain() {
    Person nam = people.add(nam(Map.of(Role.APPROVER, MAY), Role.APPROVER, Role.DUTY_OFFICER));
    Person after = grants.suspend(nam, administrator, GrantCause.PASSWORD_RESET);
    assertThat(after.roles()).containsExactly(Role.DUTY_OFFICER);
    assertThat(people.find(nam.id()).orElseThrow().roles()).containsExactly(Role.DUTY_OFFICER);
    GrantRequest open = fixture.open(nam.id());
    assertThat(open.roles()).containsExactly(Role.APPROVER);
    assertThat(open.lastDays()).isEqualTo(Map.of(Role.APPROVER, MAY));
    assertThat(open.causes()).containsExactly(GrantCause.PASSWORD_RESET);
    assertThat(open.granters()).containsExactly(administrator.id());
    assertThat(fixture.resets())
        .containsExactly(new GrantsFixture.Reset(nam.id(), administrator.id()));
    assertThat(fixture.locked()).contains(nam.id());
  }

  @Test
  void aMergerOfAreasGaveNobodyAWayIn() {
    Person nam = people.add(nam(Map.of(), Role.APPROVER));
    assertThat(grants.suspend(nam, administrator, GrantCause.AREAS_MERGED).roles()).isEmpty();
    assertThat(fixture.resets()).isEmpty();
  }

  @Test
  void whoDecidesNothingKeepsWhatTheyHold() {
    Person nam = people.add(nam(Map.of(), Role.DUTY_OFFICER));
    assertThat(grants.suspend(nam, administrator, GrantCause.FACTORS_RESET)).isEqualTo(nam);
    assertThat(fixture.requests()).isEmpty();
    assertThat(fixture.resets()).as("the way in is noted all the same").hasSize(1);
  }

  @Test
  void whatWaitsConflictsAsWhatIsHeldDoes() {
    Person nam = grant(nam(Map.of(), Role.INVESTIGATOR, Role.APPROVER), administrator);
    assertThat(nam.roles()).containsExactly(Role.INVESTIGATOR);
    assertThat(grants.findConflict(nam)).contains(new Found(RoleConflict.ASKS, false));
  }

  @Test
  void aSecondAccountOfTheSameNameHoldsNothingThatConflicts() {
    Person nam = people.add(nam(Map.of(), Role.INVESTIGATOR));
    people.add(named(6, "NGUYỄN VĂN NAM", PROVINCE, true, Map.of(), Role.APPROVER));
    assertThat(grants.findConflict(nam)).contains(new Found(RoleConflict.ASKS, true));
    people.update(named(6, "Trần Văn Bình", PROVINCE, true, Map.of(), Role.APPROVER));
    assertThat(grants.findConflict(nam)).as("nor one that bore it").isPresent();
  }

  @Test
  void norOneWhoseRoleOnlyWaits() {
    Person nam = people.add(nam(Map.of(), Role.INVESTIGATOR));
    grant(named(6, "Nguyễn Văn Nam", null, true, Map.of(), Role.APPROVER), administrator);
    assertThat(grants.findConflict(nam)).contains(new Found(RoleConflict.ASKS, true));
  }

  @Test
  void accountsOfAreasThatDoNotOverlapOrThatAreNotActiveDoNotConflict() {
    Person nam = people.add(nam(Map.of(), Role.INVESTIGATOR));
    people.add(named(6, "Nguyễn Văn Nam", OTHER_COMMUNE, true, Map.of(), Role.APPROVER));
    people.add(named(7, "Nguyễn Văn Nam", COMMUNE, false, Map.of(), Role.APPROVER));
    people.add(named(8, "Nguyễn Văn Năm", COMMUNE, true, Map.of(), Role.APPROVER));
    assertThat(grants.findConflict(nam)).isEmpty();
  }
}
