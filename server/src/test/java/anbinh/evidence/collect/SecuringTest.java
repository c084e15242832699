package anbinh.evidence.collect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import anbinh.evidence.collect.footage.DiscardCause;
import anbinh.evidence.collect.footage.FakeSecured;
import anbinh.evidence.collect.footage.SecuredTable.Step;
import anbinh.evidence.request.Application;
import anbinh.evidence.request.EvidenceRequest;
import anbinh.evidence.request.EvidenceSettings;
import anbinh.evidence.request.FakeRequests;
import anbinh.evidence.request.LegalBasis;
import anbinh.evidence.request.Offence;
import anbinh.evidence.request.Purpose;
import anbinh.evidence.request.RequestChanged;
import anbinh.evidence.request.lifecycle.Decision;
import anbinh.evidence.request.lifecycle.DecisionOutcome;
import anbinh.evidence.request.lifecycle.DecisionReason;
import anbinh.evidence.request.lifecycle.Grant;
import anbinh.evidence.request.lifecycle.RequestState;
import anbinh.evidence.request.lifecycle.UnavailableCause;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// What becomes of secured footage by what is decided; UrgentTests have it taken and deleted.
class SecuringTest {
  private static final Instant NOW = Instant.parse("2026-11-26T03:00:00Z");
  private static final UUID REQUEST = new UUID(7, 1);
  private static final UUID CAMERA = new UUID(7, 3);
  private static final UUID OTHER_CAMERA = new UUID(7, 4);
  private static final Grant ASKED =
      new Grant(NOW.minusSeconds(600), NOW, List.of(CAMERA, OTHER_CAMERA));

  private final FakeSecured table = new FakeSecured();
  private final Securing securing = securing(table);

  @SuppressWarnings("NullAway") // nothing is taken and nothing deleted
  private static Securing securing(FakeSecured table) {
    return new Securing(
        table,
        new FakeRequests(NOW),
        null,
        null,
        null,
        null,
        null,
        null,
        new EvidenceSettings(
            Duration.ofHours(72),
            Duration.ofHours(24),
            Duration.ofSeconds(5),
            Duration.ofMinutes(10)),
        null);
  }

  private static EvidenceRequest request(RequestState state) {
    return new EvidenceRequest(
        REQUEST,
        "REQ-2026-0001",
        new UUID(1, 2),
        new Application(
            new UUID(7, 2),
            ASKED,
            Purpose.ESTABLISH_FACTS,
            LegalBasis.CPC_2015_ART_88,
            Offence.THEFT,
            "Xe bị lấy trước cửa chợ.",
            true,
            null,
            null),
        new UUID(2, 1),
        NOW,
        NOW.plusSeconds(600),
        state,
        null);
  }

  private static Decision decision(DecisionOutcome outcome, DecisionReason reason) {
    return new Decision(outcome, reason, "x", new UUID(2, 2), NOW);
  }

  private static RequestState approved(Grant grant) {
    return new RequestState.Approved(
        grant.sameAs(ASKED)
            ? decision(DecisionOutcome.APPROVE, DecisionReason.JUSTIFIED)
            : decision(DecisionOutcome.APPROVE_LESS, DecisionReason.LESS_TIME_SUFFICES),
        grant);
  }

  @Test
  void whatNobodyRatifiesIsDeletedAndSaysWhy() {
    var refusal = decision(DecisionOutcome.REFUSE, DecisionReason.TOO_WIDE);
    assertDiscarded(new RequestState.Refused(refusal), DiscardCause.REFUSED);
    assertDiscarded(new RequestState.Cancelled(NOW), DiscardCause.CANCELLED);
    assertDiscarded(new RequestState.Expired(NOW), DiscardCause.NOT_RATIFIED);
  }

  private void assertDiscarded(RequestState state, DiscardCause why) {
    for (Step step : List.of(Step.SECURING, Step.SECURED)) {
      table.add(REQUEST, step);
      securing.follow(new RequestChanged(request(state)));
      assertThat(table.get(REQUEST).step()).isEqualTo(Step.DISCARDING);
      assertThat(table.get(REQUEST).discardCause()).isEqualTo(why);
    }
  }

  @Test
  void nothingElseDeletesIt() {
    Decision decision = decision(DecisionOutcome.APPROVE, DecisionReason.JUSTIFIED);
    for (RequestState state :
        List.of(
            new RequestState.Requested(NOW),
            approved(ASKED),
            new RequestState.Collecting(decision, ASKED, NOW),
            new RequestState.Sealed(decision, ASKED, NOW),
            new RequestState.Unavailable(decision, ASKED, UnavailableCause.values()[0], NOW),
            new RequestState.Delivered(decision, ASKED, NOW, NOW))) {
      table.add(REQUEST, Step.SECURED);
      securing.follow(new RequestChanged(request(state)));
      assertThat(table.get(REQUEST).step()).as("%s", state).isEqualTo(Step.SECURED);
    }
  }

  @Test
  void aRequestThatCouldWaitHasNothingToDelete() {
    securing.follow(new RequestChanged(request(new RequestState.Cancelled(NOW))));
    assertThat(table.findForUpdate(REQUEST)).isEmpty();
    assertThat(securing.handOn(request(approved(ASKED)))).isEmpty();
  }

  @Test
  void grantedAsAskedTheCollectorGoesOnWithIt() {
    table.add(REQUEST, Step.SECURED);
    var turned = new Grant(ASKED.from(), ASKED.to(), List.of(OTHER_CAMERA, CAMERA));
    assertThat(securing.handOn(request(approved(turned)))).contains("EXT-2026-0001");
    assertThat(table.get(REQUEST).step()).isEqualTo(Step.HANDED_ON);
  }

  @Test
  void grantedForLessItIsDeletedAndTakenAnew() {
    for (Grant less :
        List.of(
            new Grant(ASKED.from(), ASKED.to(), List.of(CAMERA)),
            new Grant(ASKED.from(), ASKED.to().minusMillis(1), ASKED.cameraIds()),
            new Grant(ASKED.from().plusMillis(1), ASKED.to(), ASKED.cameraIds()))) {
      table.add(REQUEST, Step.SECURED);
      assertThat(securing.handOn(request(approved(less)))).isEmpty();
      assertThat(table.get(REQUEST).step()).isEqualTo(Step.DISCARDING);
      assertThat(table.get(REQUEST).discardCause()).isEqualTo(DiscardCause.GRANTED_LESS);
    }
  }

  @Test
  void theDeletionIsCertifiedWithTheHashesOfBeforeWhereTheFilesAreGone() {
    table.add(REQUEST, Step.DISCARDING);
    assertThat(Securing.deleted(List.of("found"), table.get(REQUEST))).containsExactly("found");
    assertThat(Securing.deleted(List.of(), table.get(REQUEST))).containsExactly("noted");
    assertThatThrownBy(() -> Securing.cause(table.get(REQUEST)))
        .hasMessageContaining("EXT-2026-0001");
  }
}
