package anbinh.programme.web;

import static anbinh.identity.session.AccessFixture.person;
import static anbinh.programme.lifecycle.LifecycleFixture.COMMUNE;
import static anbinh.programme.lifecycle.LifecycleFixture.ID;
import static anbinh.programme.lifecycle.LifecycleFixture.NEIGHBOUR;
import static anbinh.programme.lifecycle.LifecycleFixture.OTHER_COMMUNE;
import static anbinh.programme.lifecycle.LifecycleFixture.OTHER_VILLAGE;
import static anbinh.programme.lifecycle.LifecycleFixture.VILLAGE;
import static org.assertj.core.api.Assertions.assertThat;

import anbinh.identity.IdentityProblem;
import anbinh.identity.Person;
import anbinh.identity.Role;
import anbinh.identity.session.AccessFixture;
import anbinh.platform.ProblemCode;
import anbinh.programme.ProgrammeProblem;
import anbinh.programme.ProgrammeState;
import anbinh.programme.lifecycle.LifecycleFixture;
import anbinh.programme.lifecycle.Programme;
import anbinh.programme.web.ProgrammeAccess.OnProgramme;
import anbinh.testing.ThrownProblem;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Who reads a programme, takes activities of it down and decides about it, in its commune, in its
/// villages and in others.
class ProgrammeAccessTest {
  private final LifecycleFixture fixture = new LifecycleFixture();
  private final ProgrammeAccess access =
      new ProgrammeAccess(
          fixture.access.access(),
          fixture.programmes,
          fixture.areas,
          fixture.places,
          fixture.table);

  private final Person officer = person(1, COMMUNE, Role.COMMUNITY_OFFICER);
  private final Person chair = person(2, COMMUNE, Role.CHAIR);
  private final Person head = person(3, VILLAGE, Role.VILLAGE_HEAD);
  private final Person neighbour = person(4, NEIGHBOUR, Role.VILLAGE_HEAD);
  private final Person strangeOfficer = person(5, OTHER_COMMUNE, Role.COMMUNITY_OFFICER);
  private final Person strangeChair = person(6, OTHER_COMMUNE, Role.CHAIR);
  private final Person strangeHead = person(7, OTHER_VILLAGE, Role.VILLAGE_HEAD);
  private final Person analyst = person(8, COMMUNE, Role.ANALYST);

  @AfterEach
  void signOut() {
    fixture.close();
  }

  private static OnProgramme on(Programme programme, Person person) {
    return new OnProgramme(programme, person);
  }

  private void assertRefused(Person who, ProblemCode why, ThrowingCallable act) {
    fixture.access.signIn(who);
    int before = fixture.access.refused().size();
    assertThat(ThrownProblem.code(act)).as(who.username()).isEqualTo(why);
    assertThat(fixture.access.refused()).as("every refusal is recorded").hasSize(before + 1);
  }

  private void assertAllowed(Person who, Runnable act) {
    fixture.access.signIn(who);
    act.run();
  }

  @Test
  void itIsReadInItsCommuneAndItsVillagesOnly() {
    fixture.programme(ProgrammeState.ACTIVE);
    for (Person each : List.of(officer, chair, head)) {
      assertAllowed(each, () -> assertThat(access.requireReading(ID).person()).isEqualTo(each));
    }
    for (Person each : List.of(neighbour, strangeOfficer, strangeHead)) {
      assertRefused(each, IdentityProblem.NOT_YOUR_AREA, () -> access.requireReading(ID));
    }
    assertRefused(analyst, IdentityProblem.NOT_YOUR_ROLE, () -> access.requireReading(ID));
  }

  @Test
  void whatIsRecommendedIsReadByThoseWhoMayCopyItAndNotByVillageHeadsElsewhere() {
    fixture.programme(ProgrammeState.ACTIVE);
    fixture.table.recommend(ID, true);
    assertAllowed(strangeOfficer, () -> assertThat(access.requireReading(ID)).isNotNull());
    assertRefused(strangeHead, IdentityProblem.NOT_YOUR_AREA, () -> access.requireReading(ID));
    assertRefused(strangeOfficer, IdentityProblem.NOT_YOUR_AREA, () -> access.requireOwn(ID));
    fixture.table.end(ID, LocalDate.of(2026, 1, 1));
    assertRefused(strangeOfficer, IdentityProblem.NOT_YOUR_AREA, () -> access.requireReading(ID));
  }

  @Test
  void whatCoversTheWholeCommuneIsReadInEachOfItsVillages() {
    fixture.programme(ProgrammeState.ACTIVE, COMMUNE);
    assertAllowed(neighbour, () -> assertThat(access.requireOwn(ID)).isNotNull());
    assertAllowed(neighbour, () -> assertThat(access.requireActivities(ID)).isNotNull());
    assertRefused(strangeHead, IdentityProblem.NOT_YOUR_AREA, () -> access.requireOwn(ID));
  }

  @Test
  void aVillageHeadTakesActivitiesDownAndDecidesNothing() {
    Programme programme = fixture.programme(ProgrammeState.ACTIVE);
    assertAllowed(head, () -> assertThat(access.requireActivities(ID)).isNotNull());
    assertRefused(
        head, IdentityProblem.NOT_YOUR_ROLE, () -> access.require(ID, Role.COMMUNITY_OFFICER));
    assertRefused(chair, IdentityProblem.NOT_YOUR_ROLE, () -> access.requireActivities(ID));
    assertThat(access.mayActivities(on(programme, head))).isTrue();
    assertThat(access.mayActivities(on(programme, chair))).isFalse();
    assertThat(access.mayCorrect(on(programme, head), null)).isFalse();
    assertThat(access.mayCorrect(on(programme, officer), null)).isTrue();
  }

  @Test
  void anUnknownProgrammeIsNoneForThoseWithARoleAndARefusalForOthers() {
    UUID unknown = new UUID(6, 77);
    fixture.access.signIn(officer);
    assertThat(ThrownProblem.code(() -> access.requireReading(unknown)))
        .isEqualTo(ProgrammeProblem.NO_SUCH_PROGRAMME);
    assertRefused(analyst, IdentityProblem.NOT_YOUR_ROLE, () -> access.requireReading(unknown));
  }

  @Test
  void theOtherCommuneConsentsToItsPartAndKeepsNothingOfTheRest() {
    Programme programme = fixture.programme(ProgrammeState.ACTIVE, VILLAGE, OTHER_VILLAGE);
    assertAllowed(
        strangeChair, () -> assertThat(access.requireConsent(ID, OTHER_COMMUNE)).isNotNull());
    assertRefused(
        strangeChair, IdentityProblem.NOT_YOUR_AREA, () -> access.requireConsent(ID, COMMUNE));
    assertRefused(
        strangeOfficer, IdentityProblem.NOT_YOUR_ROLE, () -> access.requireConsent(ID, COMMUNE));
    assertThat(access.mayConsent(on(programme, chair), OTHER_COMMUNE)).isFalse();
    assertRefused(
        strangeChair, IdentityProblem.NOT_YOUR_AREA, () -> access.require(ID, Role.CHAIR));
  }

  @Test
  void aPartIsAssessedInItsOwnCommune() {
    Programme programme = fixture.programme(ProgrammeState.ACTIVE, VILLAGE, OTHER_VILLAGE);
    Role[] assessors = ProgrammeAccess.ASSESSORS;
    assertAllowed(
        strangeOfficer,
        () -> assertThat(access.requirePart(ID, OTHER_COMMUNE, assessors)).isNotNull());
    assertRefused(
        strangeOfficer,
        IdentityProblem.NOT_YOUR_AREA,
        () -> access.requirePart(ID, null, assessors));
    assertRefused(
        officer,
        IdentityProblem.NOT_YOUR_AREA,
        () -> access.requirePart(ID, OTHER_COMMUNE, assessors));
    assertThat(access.mayPart(on(programme, officer), null, assessors)).isTrue();
    assertThat(access.mayPart(on(programme, officer), OTHER_COMMUNE, assessors)).isFalse();
  }

  @Test
  void activitiesOfAPartAreCorrectedByTheOfficerOfThatPart() {
    Programme programme = fixture.programme(ProgrammeState.ACTIVE, VILLAGE, OTHER_VILLAGE);
    assertThat(access.mayCorrect(on(programme, strangeOfficer), OTHER_COMMUNE)).isTrue();
    assertThat(access.mayCorrect(on(programme, strangeOfficer), null)).isFalse();
    assertThat(access.mayCorrect(on(programme, officer), OTHER_COMMUNE)).isFalse();
  }

  @Test
  void anActivityIsOfThePartOfWhoTakesItDownUnlessAnotherIsNamed() {
    Programme programme = fixture.programme(ProgrammeState.ACTIVE, VILLAGE, OTHER_VILLAGE);
    assertThat(access.activityPart(on(programme, head), null)).isEqualTo(COMMUNE);
    assertThat(access.activityPart(on(programme, strangeHead), null)).isEqualTo(OTHER_COMMUNE);
    assertThat(access.activityParts(on(programme, strangeHead))).containsExactly(OTHER_COMMUNE);
    Person provincial = person(9, AccessFixture.PROVINCE, Role.PARTNER);
    assertThat(access.activityParts(on(programme, provincial)))
        .as("the one that keeps it first")
        .containsExactly(COMMUNE, OTHER_COMMUNE);
    assertThat(access.activityPart(on(programme, provincial), OTHER_COMMUNE))
        .isEqualTo(OTHER_COMMUNE);
    assertThat(access.activityPart(on(programme, provincial), null)).isEqualTo(COMMUNE);
    assertRefused(
        head,
        IdentityProblem.NOT_YOUR_AREA,
        () -> access.activityPart(on(programme, head), OTHER_COMMUNE));
    UUID none = new UUID(1, 44);
    assertThat(access.activityPart(on(programme, head), none))
        .as("in which nothing of it lies, as the service says")
        .isEqualTo(none);
  }

  @Test
  void smallNumbersAreSeenByTheOfficerAndTheAuditorThere() {
    Programme programme = fixture.programme(ProgrammeState.ACTIVE);
    Person auditor = person(10, COMMUNE, Role.AUDITOR);
    assertThat(access.exact(on(programme, officer))).isTrue();
    assertThat(access.exact(on(programme, auditor))).isTrue();
    for (Person each : List.of(chair, head, strangeOfficer, analyst)) {
      assertThat(access.exact(on(programme, each))).as(each.username()).isFalse();
    }
    assertRefused(head, IdentityProblem.NOT_YOUR_ROLE, () -> access.requireEffects(ID));
  }

  @Test
  void afterACommuneWasTakenOverItsProgrammesAreThoseOfTheOneThatTookIt() {
    Programme kept =
        fixture.beside(
            ID, LifecycleFixture.KIND, LocalDate.of(2024, 1, 1), OTHER_COMMUNE, OTHER_COMMUNE);
    assertRefused(officer, IdentityProblem.NOT_YOUR_AREA, () -> access.requireOwn(ID));
    fixture.areas.end(OTHER_COMMUNE, LocalDate.of(2025, 6, 30), COMMUNE);
    assertAllowed(officer, () -> assertThat(access.requireOwn(ID)).isNotNull());
    assertThat(access.exact(on(kept, officer))).isTrue();
    assertThat(access.within(head)).contains(OTHER_COMMUNE);
  }

  @Test
  void aListIsOfTheReadersAreasAndTheirCommune() {
    fixture.programme(ProgrammeState.ACTIVE, COMMUNE);
    assertThat(access.within(head)).containsExactlyInAnyOrder(VILLAGE, COMMUNE);
    assertThat(access.within(analyst)).isEmpty();
    assertThat(access.within(person(11, null, Role.AUDITOR))).isNull();
    assertThat(access.below(COMMUNE, List.of(VILLAGE, COMMUNE)))
        .containsExactlyInAnyOrder(VILLAGE, COMMUNE);
    assertThat(access.below(VILLAGE, null)).containsExactlyInAnyOrder(VILLAGE, COMMUNE);
    assertThat(access.below(OTHER_COMMUNE, List.of(VILLAGE, COMMUNE))).isEmpty();
  }
}
