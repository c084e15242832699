package anbinh.identity.session;

import static anbinh.identity.session.AccessFixture.COMMUNE;
import static anbinh.identity.session.AccessFixture.NOW;
import static anbinh.identity.session.AccessFixture.OTHER_COMMUNE;
import static anbinh.identity.session.AccessFixture.PROVINCE;
import static anbinh.identity.session.AccessFixture.VILLAGE;
import static anbinh.identity.session.AccessFixture.person;
import static org.assertj.core.api.Assertions.assertThat;

import anbinh.audit.Event;
import anbinh.identity.AreaScope;
import anbinh.identity.EmergencyPurpose;
import anbinh.identity.IdentityProblem;
import anbinh.identity.Person;
import anbinh.identity.Role;
import anbinh.identity.Viewer;
import anbinh.platform.PlatformProblem;
import anbinh.platform.Problem;
import anbinh.platform.ProblemCode;
import java.util.Set;
import java.util.UUID;
import org.assertj.core.api.Assertions;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// [RightsTest] holds the rules against another engine; here is what is required by them of the
/// signed-in person, and what is recorded where they do not allow it.
class AccessTest {
  private static final UUID EMERGENCY = new UUID(9, 9);

  private final AccessFixture fixture = new AccessFixture();
  private final Access access = fixture.access();

  @AfterEach
  void signOut() {
    fixture.close();
  }

  private static void assertRefused(ProblemCode why, ThrowingCallable tried) {
    assertThat(Assertions.catchThrowableOfType(Problem.class, tried).code()).isEqualTo(why);
  }

  private Event refusal() {
    assertThat(fixture.refused()).hasSize(1);
    return fixture.refused().getFirst();
  }

  @Test
  void nobodyIsAllowedAnythingBeforeTheySignIn() {
    assertRefused(PlatformProblem.NOT_SIGNED_IN, access::person);
    assertRefused(PlatformProblem.NOT_SIGNED_IN, () -> access.require(Role.values()));
    assertRefused(PlatformProblem.NOT_SIGNED_IN, access::requireConfirmed);
    assertRefused(PlatformProblem.NOT_SIGNED_IN, access::confirmation);
  }

  @Test
  void aRoleIsRequiredAndItsLackIsRecorded() {
    Person officer = fixture.signIn(person(1, COMMUNE, Role.DUTY_OFFICER));
    assertThat(access.require(Role.APPROVER, Role.DUTY_OFFICER)).isEqualTo(officer);
    assertThat(fixture.refused()).isEmpty();
    assertRefused(IdentityProblem.NOT_YOUR_ROLE, () -> access.require(Role.APPROVER, Role.AUDITOR));
    assertThat(refusal().refused()).isTrue();
    assertThat(refusal().facts()).containsEntry("reason", IdentityProblem.NOT_YOUR_ROLE.code());
    assertThat(refusal().actor()).isEqualTo(officer.actor());
    assertThat(refusal().subject()).extracting("id").isEqualTo("APPROVER+AUDITOR");
  }

  @Test
  void aRoleCountsInItsOwnAreaAndBelowOnly() {
    Person officer = fixture.signIn(person(1, COMMUNE, Role.DUTY_OFFICER));
    assertThat(access.require(VILLAGE, Role.DUTY_OFFICER)).isEqualTo(officer);
    assertThat(access.require(COMMUNE, Role.DUTY_OFFICER)).isEqualTo(officer);
    assertRefused(
        IdentityProblem.NOT_YOUR_AREA, () -> access.require(OTHER_COMMUNE, Role.DUTY_OFFICER));
    assertRefused(IdentityProblem.NOT_YOUR_AREA, () -> access.require(PROVINCE, Role.DUTY_OFFICER));
    assertThat(fixture.refused()).hasSize(2);
  }

  @Test
  void whatBelongsToNoAreaNeedsTheWholeSite() {
    fixture.signIn(person(1, PROVINCE, Role.ADMINISTRATOR));
    assertRefused(
        IdentityProblem.NOT_YOUR_AREA, () -> access.require((UUID) null, Role.ADMINISTRATOR));
    assertThat(refusal().subject()).extracting("id").isEqualTo("site");
    Person all = fixture.signIn(person(2, null, Role.ADMINISTRATOR));
    assertThat(access.require((UUID) null, Role.ADMINISTRATOR)).isEqualTo(all);
  }

  @Test
  void listsAreNarrowedToTheAreaOfARoleThatOneHolds() {
    Person local = person(1, COMMUNE, Role.APPROVER);
    assertThat(access.scope(local, Role.APPROVER, Role.AUDITOR))
        .isEqualTo(new AreaScope.Within(Set.of(COMMUNE, VILLAGE)));
    assertThat(access.scope(local, Role.AUDITOR)).isEqualTo(new AreaScope.Within(Set.of()));
    assertThat(access.scope(person(2, null, Role.AUDITOR), Role.AUDITOR))
        .isEqualTo(new AreaScope.Everywhere());
    assertThat(access.scope(person(2, null, Role.AUDITOR), Role.APPROVER))
        .isEqualTo(new AreaScope.Within(Set.of()));
  }

  @Test
  void whatIsGraveNeedsSomebodyWhoShowedAShortWhileAgoThatItIsThem() {
    Person one = person(1, COMMUNE, Role.APPROVER);
    fixture.signIn(one, NOW.minus(AccessFixture.CONFIRMATION));
    assertThat(access.requireConfirmed()).isEqualTo(one);
    fixture.signIn(one, NOW.minus(AccessFixture.CONFIRMATION).minusMillis(1));
    assertRefused(IdentityProblem.CONFIRM_YOURSELF, access::requireConfirmed);
    assertThat(Assertions.catchThrowableOfType(Problem.class, access::requireConfirmed))
        .extracting(Problem::extensions)
        .asString()
        .contains("PASSWORD");
    assertThat(fixture.refused()).as("to be asked for it is no refusal").isEmpty();
  }

  @Test
  void oldFootageIsLookedAtForACaseOnly() {
    Person officer = fixture.signIn(person(1, COMMUNE, Role.DUTY_OFFICER));
    assertThat(access.requireLook(VILLAGE, NOW.minus(AccessFixture.FRESH)))
        .as("the oldest that is fresh")
        .isEqualTo(new Viewer(officer, null));
    var old = NOW.minus(AccessFixture.FRESH).minusMillis(1);
    assertRefused(IdentityProblem.NO_CURRENT_CASE, () -> access.requireLook(VILLAGE, old));
    assertThat(refusal().facts()).containsEntry("reason", IdentityProblem.NO_CURRENT_CASE.code());
    fixture.caseAreas.add(COMMUNE);
    assertThat(access.requireLook(VILLAGE, old)).isEqualTo(new Viewer(officer, null));
  }

  @Test
  void anInvestigatorLooksForACaseOfTheirOwn() {
    Person one = fixture.signIn(person(1, COMMUNE, Role.INVESTIGATOR));
    var old = NOW.minus(AccessFixture.FRESH).minusMillis(1);
    fixture.caseAreas.add(COMMUNE);
    assertRefused(IdentityProblem.NO_CURRENT_CASE, () -> access.requireLook(COMMUNE, old));
    fixture.ownCaseAreas.add(COMMUNE);
    assertThat(access.requireLook(COMMUNE, old)).isEqualTo(new Viewer(one, null));
  }

  @Test
  void anEmergencyOpensOldFootageAndIsNamed() {
    Person officer = fixture.signIn(person(1, COMMUNE, Role.DUTY_OFFICER));
    var old = NOW.minus(AccessFixture.FRESH).minusMillis(1);
    fixture.open(EMERGENCY, person(2, COMMUNE), COMMUNE, EmergencyPurpose.FOOTAGE);
    assertRefused(IdentityProblem.NO_CURRENT_CASE, () -> access.requireLook(VILLAGE, old));
    fixture.open(EMERGENCY, officer, COMMUNE, EmergencyPurpose.SITUATIONS);
    assertRefused(IdentityProblem.NO_CURRENT_CASE, () -> access.requireLook(VILLAGE, old));
    fixture.open(EMERGENCY, officer, COMMUNE, EmergencyPurpose.FOOTAGE);
    assertThat(access.requireLook(VILLAGE, old)).isEqualTo(new Viewer(officer, EMERGENCY));
    assertThat(access.requireLook(VILLAGE, NOW).emergency())
        .as("not named where nobody needs it")
        .isNull();
  }

  @Test
  void whoeverHasNothingToDoWithFootageLooksAtNone() {
    fixture.caseAreas.add(PROVINCE);
    for (Role role :
        Set.of(Role.APPROVER, Role.AUDITOR, Role.COMMUNITY_OFFICER, Role.ADMINISTRATOR)) {
      Person one = fixture.signIn(person(1, COMMUNE, role));
      fixture.open(EMERGENCY, one, COMMUNE, EmergencyPurpose.FOOTAGE);
      assertRefused(IdentityProblem.NOT_YOUR_ROLE, () -> access.requireLook(COMMUNE, NOW));
    }
    fixture.signIn(person(1, OTHER_COMMUNE, Role.DUTY_OFFICER));
    assertRefused(IdentityProblem.NOT_YOUR_AREA, () -> access.requireLook(COMMUNE, NOW));
  }

  @Test
  void reportsOfACommuneAreReadInAnEmergencyOfItsOwn() {
    Person officer = fixture.signIn(person(1, OTHER_COMMUNE, Role.COMMUNITY_OFFICER));
    assertRefused(IdentityProblem.NO_EMERGENCY, () -> access.requireReading(COMMUNE));
    fixture.open(EMERGENCY, officer, COMMUNE, EmergencyPurpose.FOOTAGE);
    assertRefused(IdentityProblem.NO_EMERGENCY, () -> access.requireReading(COMMUNE));
    fixture.open(EMERGENCY, officer, PROVINCE, EmergencyPurpose.SITUATIONS);
    assertRefused(IdentityProblem.NO_EMERGENCY, () -> access.requireReading(COMMUNE));
    fixture.open(EMERGENCY, officer, COMMUNE, EmergencyPurpose.SITUATIONS);
    assertThat(access.requireReading(COMMUNE)).isEqualTo(new Viewer(officer, EMERGENCY));
    fixture.signIn(person(1, COMMUNE, Role.DUTY_OFFICER));
    assertRefused(IdentityProblem.NOT_YOUR_ROLE, () -> access.requireReading(COMMUNE));
  }

  @Test
  void refusalsSayUnderWhichEmergencyAndWhetherTheyMayBePlacedInTime() {
    fixture.signIn(person(1, COMMUNE, Role.DUTY_OFFICER));
    Problem plain = access.refuse(IdentityProblem.NOT_YOUR_AREA, "situation", VILLAGE);
    assertThat(plain.code()).isEqualTo(IdentityProblem.NOT_YOUR_AREA);
    Problem exact = access.refuseExactly(IdentityProblem.NOT_YOUR_AREA, "request", VILLAGE);
    assertThat(exact.code()).isEqualTo(IdentityProblem.NOT_YOUR_AREA);
    Problem emergency =
        access.refuse(IdentityProblem.NOT_YOUR_AREA, "situation", VILLAGE, EMERGENCY);
    assertThat(emergency.code()).isEqualTo(IdentityProblem.NOT_YOUR_AREA);
    assertThat(fixture.refused()).extracting(Event::exact).containsExactly(false, true, false);
    assertThat(fixture.refused().getLast().facts()).containsEntry("emergency", EMERGENCY);
    assertThat(fixture.refused()).extracting(Event::refused).containsOnly(true);
  }
}
