package anbinh.evidence.retention;

import static anbinh.identity.session.AccessFixture.COMMUNE;
import static anbinh.identity.session.AccessFixture.NOW;
import static anbinh.identity.session.AccessFixture.OTHER_COMMUNE;
import static anbinh.identity.session.AccessFixture.person;
import static org.assertj.core.api.Assertions.assertThat;

import anbinh.audit.event.RecordedLog;
import anbinh.cases.CaseEnd;
import anbinh.cases.CaseEnding;
import anbinh.cases.ending.FakeCaseEnds;
import anbinh.cases.store.FakeCases;
import anbinh.evidence.EvidenceProblem;
import anbinh.evidence.collect.FakeExtractions;
import anbinh.evidence.copy.CopyPackages.CopyPackage;
import anbinh.evidence.copy.FakeCopyPackages;
import anbinh.evidence.request.EvidenceRequest;
import anbinh.evidence.request.FakeRequests;
import anbinh.evidence.request.RequestFixture;
import anbinh.evidence.retention.Hold.Decision;
import anbinh.evidence.retention.Hold.Lifting;
import anbinh.evidence.retention.Hold.LiftingOutcome;
import anbinh.evidence.retention.KeepingView.DeletedPackage;
import anbinh.evidence.retention.KeepingView.HoldView;
import anbinh.evidence.retention.KeepingView.KeepingState;
import anbinh.evidence.web.RequestAccessFixture;
import anbinh.identity.Person;
import anbinh.identity.Role;
import anbinh.identity.people.FakePeople;
import anbinh.identity.session.AccessFixture;
import anbinh.platform.Problem;
import anbinh.platform.Site;
import anbinh.platform.SiteClock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.assertj.core.api.Assertions;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// Until when a package is kept, and who is offered what about its holds; KeepIT deletes some.
class KeepingResponseMapperTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 26);
  private static final UUID HOLD = new UUID(4, 1);
  private static final UUID CERTIFICATE = new UUID(5, 99);

  private final Person requester = person(1, COMMUNE, Role.INVESTIGATOR);
  private final Person approver = person(2, COMMUNE, Role.APPROVER);
  private final Person colleague = person(3, COMMUNE, Role.INVESTIGATOR);
  private final Person auditor = person(4, COMMUNE, Role.AUDITOR);
  private final Person stranger = person(5, OTHER_COMMUNE, Role.APPROVER);
  private final Person second = person(6, COMMUNE, Role.APPROVER);

  private final FakePeople people = new FakePeople();
  private final FakeCases cases = new FakeCases();
  private final FakeRequests requests = new FakeRequests(NOW);
  private final FakeExtractions extractions = new FakeExtractions();
  private final FakeCopyPackages copies = new FakeCopyPackages();
  private final FakeCaseEnds ends = new FakeCaseEnds();
  private final Holding holds = new Holding();
  private final Deleting deletions = new Deleting();
  private final RecordedLog log = new RecordedLog();
  private final EvidenceRequest request =
      requests.add(
          RequestFixture.sealed(RequestFixture.grant(NOW.minusSeconds(600), NOW, new UUID(7, 3))),
          Map.of());
  private final KeepingResponseMapper mapper =
      new KeepingResponseMapper(
          extractions,
          copies,
          ends,
          holds,
          deletions,
          requests,
          RequestAccessFixture.access(new AccessFixture(), requests, people, cases),
          people,
          new KeepTerm(
              new KeepSettings(Duration.ofDays(30)),
              new SiteClock(
                  InstantSource.fixed(NOW),
                  new Site("Xuân An", ZoneId.of("Asia/Ho_Chi_Minh"), false))),
          log);

  private static final class Holding extends PackageHoldTable {
    private final List<Hold> holds = new ArrayList<>();

    @SuppressWarnings("NullAway") // there is no database
    Holding() {
      super(null);
    }

    @Override
    List<Hold> list(UUID requestId) {
      return List.copyOf(holds);
    }
  }

  private static final class Deleting extends DeletionTable {
    private @Nullable Deletion noted;
    private boolean handedOver;

    @SuppressWarnings("NullAway") // there is no database
    Deleting() {
      super(null);
    }

    @Override
    boolean isHandedOver(UUID requestId, Instant now) {
      return handedOver;
    }

    @Override
    Optional<Deletion> find(UUID requestId) {
      return Optional.ofNullable(noted);
    }
  }

  private Hold hold(Person by, @Nullable Lifting lifting) {
    Hold hold =
        new Hold(
            HOLD,
            request.id(),
            new Hold.Basis("14/QĐ", CaseEnding.Issuer.COURT, "Điều 280", "Xét xử lại."),
            by.id(),
            NOW,
            TODAY,
            null,
            lifting);
    holds.holds.clear();
    holds.holds.add(hold);
    return hold;
  }

  private static Lifting asked(Person by) {
    return new Lifting("Đã xong.", by.id(), NOW, null);
  }

  private static Lifting decided(Person by, LiftingOutcome outcome) {
    return new Lifting("Đã xong.", by.id(), NOW, new Decision(outcome, null, new UUID(2, 6), NOW));
  }

  private KeepingView of(Person reader) {
    return mapper.of(request, reader);
  }

  private HoldView seenBy(Person reader) {
    return of(reader).holds().getFirst();
  }

  private void kept() {
    extractions.add(request.id(), null);
    for (Person each : List.of(requester, approver, colleague, auditor, stranger, second)) {
      people.add(each);
    }
    cases.assign(RequestFixture.CASE, requester.id());
  }

  @Test
  void whatIsNotSealedIsNotKept() {
    assertThat(Assertions.catchThrowableOfType(Problem.class, () -> of(approver)).code())
        .isEqualTo(EvidenceProblem.NOT_SEALED);
  }

  @Test
  void withoutAnEndForGoodNobodyCounts() {
    kept();
    KeepingView view = of(approver);
    assertThat(view.state()).isEqualTo(KeepingState.NO_END);
    assertThat(view.until()).isNull();
    assertThat(view.end()).isNull();
    assertThat(view.deleted()).isNull();
  }

  @Test
  void theTimeCountsFromThePaperAndAHoldStopsIt() {
    kept();
    LocalDate paper = LocalDate.of(2026, 11, 1);
    ends.add(
        new CaseEnd(
            RequestFixture.CASE,
            CaseEnding.EndKind.JUDGMENT_IN_FORCE,
            paper,
            Instant.parse("2026-10-31T03:00:00Z")));
    KeepingView counting = of(approver);
    assertThat(counting.state()).isEqualTo(KeepingState.COUNTING);
    assertThat(counting.until()).isEqualTo("2026-11-30T17:00:00Z");
    hold(requester, null);
    assertThat(of(approver).state()).isEqualTo(KeepingState.HELD);
    assertThat(of(approver).until()).as("what the clock says stays").isNotNull();
    hold(requester, asked(requester));
    assertThat(of(approver).state()).as("only asked").isEqualTo(KeepingState.HELD);
    hold(requester, decided(requester, LiftingOutcome.REFUSED));
    assertThat(of(approver).state()).isEqualTo(KeepingState.HELD);
    hold(requester, decided(requester, LiftingOutcome.CONFIRMED));
    assertThat(of(approver).state()).isEqualTo(KeepingState.COUNTING);
  }

  @Test
  void whoHasToDoWithThePackageMayHoldIt() {
    kept();
    for (Person keeper : List.of(requester, approver, auditor)) {
      assertThat(of(keeper).mayHold()).as(keeper.displayName()).isTrue();
    }
    for (Person other : List.of(colleague, stranger)) {
      assertThat(of(other).mayHold()).as(other.displayName()).isFalse();
    }
  }

  @Test
  void aHoldIsReviewedByWhoPlacedItAndByApprovers() {
    kept();
    hold(requester, null);
    assertThat(seenBy(requester).mayReview()).isTrue();
    assertThat(seenBy(approver).mayReview()).isTrue();
    assertThat(seenBy(auditor).mayReview()).isFalse();
    assertThat(seenBy(stranger).mayReview()).isFalse();
    hold(auditor, null);
    assertThat(seenBy(auditor).mayReview()).isTrue();
    assertThat(seenBy(requester).mayReview()).isFalse();
    hold(colleague, null);
    assertThat(seenBy(colleague).mayReview()).as("works on the case no more").isFalse();
  }

  @Test
  void onlyAnotherApproverDecidesALifting() {
    kept();
    hold(requester, asked(approver));
    assertThat(seenBy(approver).mayDecide()).as("who asked").isFalse();
    assertThat(seenBy(second).mayDecide()).isTrue();
    assertThat(seenBy(auditor).mayDecide()).isFalse();
    assertThat(seenBy(stranger).mayDecide()).isFalse();
    people.same(approver, second);
    assertThat(seenBy(second).mayDecide()).as("another account of who asked").isFalse();
  }

  @Test
  void oneWishToLiftWaitsAtATime() {
    kept();
    hold(requester, null);
    assertThat(seenBy(requester).mayAskLifting()).isTrue();
    assertThat(seenBy(second).mayDecide()).as("nobody asked").isFalse();
    hold(requester, asked(requester));
    assertThat(seenBy(requester).mayAskLifting()).isFalse();
    hold(requester, decided(requester, LiftingOutcome.REFUSED));
    assertThat(seenBy(requester).mayAskLifting()).as("once more").isTrue();
    assertThat(seenBy(second).mayDecide()).as("is decided").isFalse();
    assertThat(seenBy(colleague).mayAskLifting()).isFalse();
  }

  @Test
  void aLiftedHoldIsToldOfAndNothingIsDoneWithIt() {
    kept();
    hold(requester, decided(requester, LiftingOutcome.CONFIRMED));
    HoldView view = seenBy(approver);
    assertThat(view.lifted()).isTrue();
    assertThat(view.overdue()).isFalse();
    assertThat(List.of(view.mayReview(), view.mayAskLifting(), view.mayDecide()))
        .containsOnly(false);
    var lifting = Objects.requireNonNull(view.lifting());
    assertThat(lifting.askedBy().displayName()).isEqualTo("Nguyễn Văn 1");
    assertThat(Objects.requireNonNull(lifting.decision()).by().displayName())
        .isEqualTo("Nguyễn Văn 6");
  }

  @Test
  void aHoldIsOverdueFromTheDayOfItsReview() {
    kept();
    hold(requester, null);
    assertThat(seenBy(approver).overdue()).isTrue();
    assertThat(seenBy(approver).lifted()).isFalse();
  }

  @Test
  void aDeletedPackageSaysWhatWentAndOffersNothing() {
    kept();
    hold(requester, asked(requester));
    extractions.add(request.id(), NOW);
    copies.add(new CopyPackage("EXT-2026-0001-C1", 10, "cd".repeat(32), 41));
    deletions.noted =
        new Deletion(
            request.id(),
            NOW,
            CaseEnding.EndKind.JUDGMENT_IN_FORCE,
            LocalDate.of(2021, 11, 1),
            1_826,
            CERTIFICATE);
    KeepingView view = of(approver);
    assertThat(view.state()).isEqualTo(KeepingState.DELETED);
    assertThat(view.mayHold()).isFalse();
    HoldView hold = view.holds().getFirst();
    assertThat(List.of(hold.mayReview(), hold.mayAskLifting(), seenBy(second).mayDecide()))
        .containsOnly(false);
    var deleted = Objects.requireNonNull(view.deleted());
    assertThat(deleted.logIndex()).as("waits for the log").isNull();
    assertThat(deleted.keepDays()).as("those of then").isEqualTo(1_826);
    assertThat(deleted.packages())
        .containsExactly(
            new DeletedPackage("EXT-2026-0001", 1_000, "ab".repeat(32), 40),
            new DeletedPackage("EXT-2026-0001-C1", 10, "cd".repeat(32), 41));
    log.append(CERTIFICATE, 77);
    assertThat(Objects.requireNonNull(of(approver).deleted()).logIndex()).isEqualTo(77);
  }

  @Test
  void whatWaitsIsToldWithItsPackage() {
    Hold hold = hold(requester, asked(requester));
    assertThat(mapper.waiting(List.of(hold), second)).as("no package").isEmpty();
    kept();
    var waiting = mapper.waiting(List.of(hold), second);
    assertThat(waiting).hasSize(1);
    assertThat(waiting.getFirst().extraction()).isEqualTo(FakeExtractions.CODE);
    assertThat(waiting.getFirst().hold().mayDecide()).isTrue();
  }

  @Test
  void aHandOverThatIsStillOpenIsToldOf() {
    kept();
    assertThat(of(approver).handedOver()).isFalse();
    deletions.handedOver = true;
    assertThat(of(approver).handedOver()).isTrue();
  }
}
