package anbinh.evidence.web;

import static anbinh.identity.session.AccessFixture.COMMUNE;
import static anbinh.identity.session.AccessFixture.NOW;
import static anbinh.identity.session.AccessFixture.OTHER_COMMUNE;
import static anbinh.identity.session.AccessFixture.PROVINCE;
import static anbinh.identity.session.AccessFixture.VILLAGE;
import static anbinh.identity.session.AccessFixture.person;
import static org.assertj.core.api.Assertions.assertThat;

import anbinh.audit.Event;
import anbinh.cases.store.FakeCases;
import anbinh.evidence.EvidenceProblem;
import anbinh.evidence.request.Application;
import anbinh.evidence.request.Caps;
import anbinh.evidence.request.EvidenceRequest;
import anbinh.evidence.request.FakeRequests;
import anbinh.evidence.request.LegalBasis;
import anbinh.evidence.request.Offence;
import anbinh.evidence.request.Purpose;
import anbinh.evidence.request.RequestTable;
import anbinh.evidence.request.Urgency;
import anbinh.evidence.request.UrgentCause;
import anbinh.evidence.request.UrgentReason;
import anbinh.evidence.request.lifecycle.Decision;
import anbinh.evidence.request.lifecycle.DecisionOutcome;
import anbinh.evidence.request.lifecycle.DecisionReason;
import anbinh.evidence.request.lifecycle.Grant;
import anbinh.evidence.request.lifecycle.RequestCommand;
import anbinh.evidence.request.lifecycle.RequestState;
import anbinh.evidence.request.lifecycle.StateName;
import anbinh.identity.AreaScope;
import anbinh.identity.IdentityProblem;
import anbinh.identity.Person;
import anbinh.identity.Role;
import anbinh.identity.people.FakePeople;
import anbinh.identity.session.AccessFixture;
import anbinh.platform.Problem;
import anbinh.platform.ProblemCode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.assertj.core.api.Assertions;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RequestAccessTest {
  private static final UUID REQUEST = new UUID(7, 1);
  private static final UUID CASE = new UUID(7, 2);
  private static final UUID CAMERA = new UUID(7, 3);
  private static final UUID FAR_CAMERA = new UUID(7, 4);
  private static final Caps CAPS =
      new Caps(10, Duration.ofHours(2), Duration.ofDays(90), 30, Duration.ofHours(12));

  private final Person requester = person(1, COMMUNE, Role.INVESTIGATOR);
  private final Person colleague = person(2, COMMUNE, Role.INVESTIGATOR);
  private final Person approver = person(3, COMMUNE, Role.APPROVER);
  private final Person strangeApprover = person(4, OTHER_COMMUNE, Role.APPROVER);
  private final Person auditor = person(5, COMMUNE, Role.AUDITOR);
  private final Person officer = person(6, COMMUNE, Role.DUTY_OFFICER);
  private final Person strangeOfficer = person(7, OTHER_COMMUNE, Role.DUTY_OFFICER);
  private final Person senior = person(8, COMMUNE, Role.APPROVER, Role.SENIOR_APPROVER);
  private final Person provincial = person(9, PROVINCE, Role.APPROVER);

  private final AccessFixture fixture = new AccessFixture();
  private final FakePeople people = new FakePeople();
  private final FakeCases cases = new FakeCases();
  private final FakeRequests requests = new FakeRequests(NOW);
  private final RequestAccess access =
      new RequestAccess(fixture.access(), requests, CAPS, people, cases);

  @AfterEach
  void signOut() {
    fixture.close();
  }

  private static Grant grant(Duration length, UUID... cameras) {
    Instant from = NOW.minus(Duration.ofDays(1));
    return new Grant(from, from.plus(length), List.of(cameras));
  }

  private EvidenceRequest request(RequestState state, @Nullable Person urgentBy, UUID... cameras) {
    var request =
        new EvidenceRequest(
            REQUEST,
            "REQ-2026-0001",
            COMMUNE,
            new Application(
                CASE,
                grant(Duration.ofHours(1), cameras),
                Purpose.ESTABLISH_FACTS,
                LegalBasis.CPC_2015_ART_88,
                Offence.THEFT,
                "Xe bị lấy trước cửa chợ.",
                false,
                null,
                null),
            requester.id(),
            NOW,
            NOW.plus(Duration.ofDays(2)),
            state,
            urgentBy == null
                ? null
                : new Urgency(
                    new UrgentCause(UrgentReason.LIFE_IN_DANGER, "Có người bị giữ."),
                    urgentBy.id(),
                    NOW));
    return requests.add(request, Map.of(CAMERA, VILLAGE, FAR_CAMERA, OTHER_COMMUNE));
  }

  /// Of a camera in a village of the commune, which nobody decided yet.
  private EvidenceRequest undecided() {
    requests.add(request(new RequestState.Requested(NOW.plusSeconds(9)), null, CAMERA), near());
    return requests.get(REQUEST);
  }

  private EvidenceRequest decided() {
    var decision =
        new Decision(DecisionOutcome.APPROVE, DecisionReason.JUSTIFIED, "", approver.id(), NOW);
    var state = new RequestState.Sealed(decision, grant(Duration.ofHours(1), CAMERA), NOW);
    return requests.add(request(state, null, CAMERA), near());
  }

  private static Map<UUID, UUID> near() {
    return Map.of(CAMERA, VILLAGE);
  }

  private void assertRefused(Person who, ProblemCode why, ThrowingCallable tried) {
    fixture.signIn(who);
    int before = fixture.refused().size();
    assertThat(Assertions.catchThrowableOfType(Problem.class, tried).code()).isEqualTo(why);
    assertThat(fixture.refused()).as("every refusal is recorded").hasSize(before + 1);
    Event refused = fixture.refused().getLast();
    assertThat(refused.facts()).containsEntry("reason", why.code());
    if (why != IdentityProblem.NOT_YOUR_ROLE) {
      assertThat(refused.exact()).as("and may be placed in time").isTrue();
    }
  }

  private void assertAllowed(Person who, Runnable tried) {
    fixture.signIn(who);
    tried.run();
  }

  @Test
  void isSeenByWhoMadeItAndByThoseWhoDecideAndSuperviseInTheAreaOfItsCase() {
    EvidenceRequest request = undecided();
    for (Person each : List.of(requester, approver, auditor, officer, provincial)) {
      assertThat(access.sees(each, request)).as(each.username()).isTrue();
    }
    for (Person each : List.of(colleague, strangeApprover, strangeOfficer)) {
      assertThat(access.sees(each, request)).as(each.username()).isFalse();
    }
    Person former = person(1, COMMUNE, Role.APPROVER);
    assertThat(access.sees(person(1, COMMUNE, Role.ANALYST), request))
        .as("not by who is no investigator any more")
        .isFalse();
    assertThat(access.sees(former, request)).isTrue();
  }

  @Test
  void dutyOfficersSeeItOnlyWhileItWaitsUnlessTheyMarkedIt() {
    assertThat(access.sees(officer, undecided())).isTrue();
    assertThat(access.sees(officer, decided())).isFalse();
    var state = new RequestState.Cancelled(NOW);
    assertThat(access.sees(officer, request(state, officer, CAMERA))).isTrue();
    assertThat(access.sees(strangeOfficer, request(state, officer, CAMERA))).isFalse();
  }

  @Test
  void whoMayNotSeeItIsToldWhyByWhatTheyAre() {
    undecided();
    assertRefused(colleague, EvidenceProblem.NOT_YOUR_REQUEST, () -> access.getSeen(REQUEST));
    assertRefused(strangeApprover, IdentityProblem.NOT_YOUR_AREA, () -> access.getSeen(REQUEST));
    assertRefused(strangeOfficer, IdentityProblem.NOT_YOUR_AREA, () -> access.getSeen(REQUEST));
    UUID unknown = new UUID(7, 99);
    assertRefused(
        person(20, COMMUNE, Role.ADMINISTRATOR),
        IdentityProblem.NOT_YOUR_ROLE,
        () -> access.getSeen(unknown));
    assertAllowed(requester, () -> assertThat(access.getSeen(REQUEST).id()).isEqualTo(REQUEST));
  }

  @Test
  void aDutyOfficerHasNothingToDoWithPackages() {
    undecided();
    assertRefused(officer, IdentityProblem.NOT_YOUR_ROLE, () -> access.getVerified(REQUEST));
    assertRefused(officer, IdentityProblem.NOT_YOUR_ROLE, () -> access.getKept(REQUEST));
    assertRefused(officer, IdentityProblem.NOT_YOUR_ROLE, () -> access.getWatched(REQUEST));
    assertAllowed(auditor, () -> assertThat(access.getVerified(REQUEST)).isNotNull());
  }

  @Test
  void itIsWatchedByWhoMadeItAndByApproversAndNotByAuditors() {
    EvidenceRequest request = decided();
    assertThat(access.watches(requester, request)).isTrue();
    assertThat(access.watches(approver, request)).isTrue();
    assertThat(access.watches(auditor, request)).isFalse();
    assertRefused(auditor, IdentityProblem.NOT_YOUR_ROLE, () -> access.getWatched(REQUEST));
    assertRefused(colleague, EvidenceProblem.NOT_YOUR_REQUEST, () -> access.getWatched(REQUEST));
    assertRefused(strangeApprover, IdentityProblem.NOT_YOUR_AREA, () -> access.getWatched(REQUEST));
    assertRefused(requester, IdentityProblem.NOT_YOUR_ROLE, () -> access.getReviewed(REQUEST));
  }

  @Test
  void itIsCollectedByTheRequesterAlone() {
    decided();
    assertAllowed(requester, () -> assertThat(access.getOwn(REQUEST)).isNotNull());
    assertRefused(colleague, EvidenceProblem.NOT_YOUR_REQUEST, () -> access.getOwn(REQUEST));
    assertRefused(approver, IdentityProblem.NOT_YOUR_ROLE, () -> access.getOwn(REQUEST));
  }

  @Test
  void holdsAreForWhoWorksOnTheCaseAndForThoseWhoSupervise() {
    EvidenceRequest request = decided();
    assertThat(access.keeps(requester, request)).as("who made it, and left the case").isFalse();
    cases.assign(CASE, colleague.id());
    assertThat(access.keeps(colleague, request)).isTrue();
    assertThat(access.keeps(approver, request)).isTrue();
    assertThat(access.keeps(auditor, request)).isTrue();
    assertThat(access.keeps(strangeApprover, request)).isFalse();
    cases.assign(CASE, new UUID(2, 30));
    assertThat(access.keeps(person(30, OTHER_COMMUNE, Role.INVESTIGATOR), request)).isFalse();
    assertRefused(requester, EvidenceProblem.NOT_YOUR_PACKAGE, () -> access.getKept(REQUEST));
    assertAllowed(requester, () -> assertThat(access.getKeeping(REQUEST)).isNotNull());
    assertRefused(strangeApprover, IdentityProblem.NOT_YOUR_AREA, () -> access.getKept(REQUEST));
  }

  @Test
  void itIsDecidedByAnApproverOfTheAreaWhoIsAnotherOne() {
    EvidenceRequest request = undecided();
    assertThat(access.whyNotDecide(approver, request, NOW)).isEmpty();
    assertThat(access.whyNotDecide(provincial, request, NOW)).isEmpty();
    assertThat(access.whyNotDecide(auditor, request, NOW)).contains(IdentityProblem.NOT_YOUR_ROLE);
    assertThat(access.whyNotDecide(strangeApprover, request, NOW))
        .contains(IdentityProblem.NOT_YOUR_AREA);
    Person all =
        person(1, COMMUNE, Role.INVESTIGATOR, Role.APPROVER, Role.SENIOR_APPROVER, Role.AUDITOR);
    assertThat(access.whyNotDecide(all, request, NOW))
        .as("however senior")
        .contains(EvidenceProblem.OWN_REQUEST);
  }

  @Test
  void asDoesNobodyUnderTheirOtherAccount() {
    EvidenceRequest request = undecided();
    people.same(approver, requester);
    assertThat(access.whyNotDecide(approver, request, NOW)).contains(EvidenceProblem.OWN_REQUEST);
    assertRefused(approver, EvidenceProblem.OWN_REQUEST, () -> access.requireDecider(request));
  }

  @Test
  void whoSaidThatItCannotWaitDoesNotDecideIt() {
    var state = new RequestState.Requested(NOW.plusSeconds(9));
    EvidenceRequest request = request(state, officer, CAMERA);
    requests.add(request, near());
    people.same(approver, officer);
    assertThat(access.whyNotDecide(approver, request, NOW)).contains(EvidenceProblem.OWN_URGENCY);
    assertThat(access.whyNotDecide(senior, request, NOW)).isEmpty();
  }

  @Test
  void itIsDecidedByWhoIsResponsibleForEveryCameraAskedFor() {
    EvidenceRequest request =
        request(new RequestState.Requested(NOW.plusSeconds(9)), null, CAMERA, FAR_CAMERA);
    assertThat(access.whyNotDecide(approver, request, NOW)).contains(IdentityProblem.NOT_YOUR_AREA);
    assertThat(access.whyNotDecide(provincial, request, NOW)).isEmpty();
  }

  @Test
  void whatIsDecidedOrLapsedIsNotDecidedAgain() {
    assertThat(access.whyNotDecide(approver, decided(), NOW))
        .contains(EvidenceProblem.ALREADY_DECIDED);
    EvidenceRequest waiting = undecided();
    assertThat(access.whyNotDecide(approver, waiting, waiting.expiresAt()))
        .contains(EvidenceProblem.ALREADY_DECIDED);
  }

  @Test
  void muchIsGrantedBySeniorApproversOnly() {
    EvidenceRequest request = undecided();
    Grant much = grant(Duration.ofHours(2).plusMillis(1), CAMERA);
    assertThat(
            access.mayGrant(approver, request, grant(Duration.ofMinutes(61), CAMERA, FAR_CAMERA)))
        .as("the time of all cameras together")
        .isFalse();
    assertThat(access.mayGrant(approver, request, grant(Duration.ofHours(2), CAMERA))).isTrue();
    assertThat(access.mayGrant(approver, request, much)).isFalse();
    assertThat(access.mayGrant(senior, request, much)).isTrue();
    Person elsewhere = person(8, OTHER_COMMUNE, Role.APPROVER, Role.SENIOR_APPROVER);
    assertThat(access.mayGrant(elsewhere, request, much)).isFalse();
    var act =
        new RequestCommand.Approve(
            new Decision(DecisionOutcome.APPROVE, DecisionReason.JUSTIFIED, "", approver.id(), NOW),
            much);
    assertRefused(
        approver, EvidenceProblem.NEEDS_SENIOR, () -> access.requireTier(approver, request, act));
    var refusal =
        new RequestCommand.Refuse(
            new Decision(DecisionOutcome.REFUSE, DecisionReason.TOO_WIDE, "x", approver.id(), NOW));
    assertThat(access.requireTier(approver, request, refusal).method()).isEqualTo("PASSWORD");
  }

  @Test
  void aDecisionNeedsSomebodyWhoJustShowedThatItIsThem() {
    EvidenceRequest request = undecided();
    fixture.signIn(approver, NOW.minus(Duration.ofHours(1)));
    var act =
        new RequestCommand.Approve(
            new Decision(DecisionOutcome.APPROVE, DecisionReason.JUSTIFIED, "", approver.id(), NOW),
            grant(Duration.ofMinutes(5), CAMERA));
    Problem problem =
        Assertions.catchThrowableOfType(
            Problem.class, () -> access.requireTier(approver, request, act));
    assertThat(problem.code()).isEqualTo(IdentityProblem.CONFIRM_YOURSELF);
  }

  @Test
  void copiesAreConfirmedByAnotherApproverOfTheArea() {
    EvidenceRequest request = decided();
    assertThat(access.whyNoReviewer(approver, request, requester.id())).isEmpty();
    assertThat(access.whyNoReviewer(approver, request, approver.id()))
        .contains(EvidenceProblem.OWN_COPY);
    people.same(approver, requester);
    assertThat(access.whyNoReviewer(approver, request, requester.id()))
        .contains(EvidenceProblem.OWN_COPY);
    assertThat(access.whyNoReviewer(auditor, request, requester.id()))
        .contains(IdentityProblem.NOT_YOUR_ROLE);
    assertThat(access.whyNoReviewer(strangeApprover, request, requester.id()))
        .contains(IdentityProblem.NOT_YOUR_AREA);
  }

  @Test
  void itIsMarkedUrgentByWhoMadeItOrByADutyOfficerOfTheArea() {
    EvidenceRequest request = undecided();
    assertThat(access.mayMark(requester, request)).isTrue();
    assertThat(access.mayMark(officer, request)).isTrue();
    assertThat(access.mayMark(approver, request)).isFalse();
    assertRefused(colleague, EvidenceProblem.NOT_YOUR_REQUEST, () -> access.requireMarker(request));
    assertRefused(
        strangeOfficer, IdentityProblem.NOT_YOUR_AREA, () -> access.requireMarker(request));
  }

  @Test
  void aPackageIsDecidedAboutInTheAreaOfItsCase() {
    decided();
    assertAllowed(approver, () -> assertThat(access.getDecidedHere(REQUEST)).isNotNull());
    assertRefused(
        strangeApprover, IdentityProblem.NOT_YOUR_AREA, () -> access.getDecidedHere(REQUEST));
    assertRefused(requester, IdentityProblem.NOT_YOUR_ROLE, () -> access.getDecidedHere(REQUEST));
  }

  @Test
  void aListIsOfOnesOwnAndOfWhatOneDecidesAndSupervises() {
    var none = new AreaScope.Within(Set.of());
    var here = new AreaScope.Within(Set.of(COMMUNE, VILLAGE));
    assertThat(access.filter(requester, false, null))
        .isEqualTo(new RequestTable.Filter(requester.id(), none, null, none));
    assertThat(access.filter(approver, false, StateName.SEALED))
        .isEqualTo(new RequestTable.Filter(approver.id(), here, StateName.SEALED, none));
    assertThat(access.filter(officer, false, null))
        .isEqualTo(new RequestTable.Filter(officer.id(), none, null, here));
    assertThat(access.filter(approver, true, null))
        .isEqualTo(new RequestTable.Filter(approver.id(), none, null, none));
  }
}
