package anbinh.mediation.dispute;

import static org.assertj.core.api.Assertions.assertThat;

import anbinh.identity.Person;
import anbinh.identity.Role;
import anbinh.identity.session.AccessFixture;
import anbinh.mediation.Basis;
import anbinh.mediation.DisputeKind;
import anbinh.mediation.dispute.Mediation.Ending;
import anbinh.mediation.dispute.Mediation.Review;
import anbinh.mediation.dispute.Mediation.Reviewer;
import anbinh.mediation.dispute.MediationAccess.On;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// What somebody may do by what they are to a mediation; what they are to it, shows MediationsIT.
class MediationAccessTest {
  private final Person mediator = AccessFixture.person(1, AccessFixture.VILLAGE, Role.MEDIATOR);
  private final Person head = AccessFixture.person(2, AccessFixture.VILLAGE, Role.VILLAGE_HEAD);

  private static Mediation mediation(MediationState state, @Nullable Review review, Ending ending) {
    return new Mediation(
        new UUID(5, 1),
        "HG-2026-0001",
        AccessFixture.VILLAGE,
        null,
        Basis.values()[0],
        DisputeKind.values()[0],
        new Mediation.Reception(LocalDate.of(2026, 11, 1), new UUID(2, 9), Instant.EPOCH),
        false,
        state,
        review,
        null,
        Mediation.Conduct.NONE,
        ending,
        null);
  }

  private static Mediation received() {
    return mediation(MediationState.RECEIVED, null, Ending.NONE);
  }

  /// Of somebody who is one thing to it.
  private static On on(Mediation one, Person who, String what) {
    return new On(
        one,
        who,
        what.equals("acts"),
        what.equals("leads"),
        what.equals("received"),
        what.equals("head"),
        what.equals("officer"),
        what.equals("audits"),
        null);
  }

  @Test
  void whoMediatesItReadsAllOfIt() {
    assertThat(on(received(), mediator, "acts").readsAll()).isTrue();
    assertThat(on(received(), mediator, "leads").readsAll()).isFalse();
    assertThat(on(received(), mediator, "received").readsAll()).isFalse();
    assertThat(on(received(), mediator, "audits").reads()).isFalse();
  }

  @Test
  void theOfficerReadsWhatTheAuthoritiesHaveOrAreAskedAbout() {
    assertThat(on(received(), head, "officer").reads()).isFalse();
    var review = new Review(Reviewer.OFFICER, MediationState.RECEIVED);
    assertThat(
            on(mediation(MediationState.REVIEW, review, Ending.NONE), head, "officer").readsAll())
        .isTrue();
    assertThat(
            on(mediation(MediationState.REFERRED, null, Ending.NONE), head, "officer").readsAll())
        .isTrue();
    var escalated = Ending.closed(MediationOutcome.ESCALATED, Instant.EPOCH);
    assertThat(on(mediation(MediationState.CLOSED, null, escalated), head, "officer").readsAll())
        .isTrue();
    var failed = Ending.closed(MediationOutcome.AGREED, Instant.EPOCH);
    assertThat(on(mediation(MediationState.CLOSED, null, failed), head, "officer").readsAll())
        .isFalse();
  }

  @Test
  void aVillageHeadKnowsThatThereIsOneAlsoOfWhatTheyTookDown() {
    assertThat(on(received(), head, "head").reads()).isFalse();
    assertThat(on(received(), head, "received").reads()).isFalse();
    assertThat(on(received(), head, "received").belongs()).isFalse();
    assertThat(on(received(), mediator, "received").reads()).isTrue();
    assertThat(on(received(), mediator, "received").belongs()).isTrue();
  }

  @Test
  void violenceIsReviewedByTheOfficerAndAFamilysMatterByTheLeaderToo() {
    var officers =
        mediation(
            MediationState.REVIEW,
            new Review(Reviewer.OFFICER, MediationState.RECEIVED),
            Ending.NONE);
    var second =
        mediation(
            MediationState.REVIEW,
            new Review(Reviewer.SECOND_PERSON, MediationState.RECEIVED),
            Ending.NONE);
    assertThat(on(officers, head, "officer").reviews()).isTrue();
    assertThat(on(officers, mediator, "leads").reviews()).isFalse();
    assertThat(on(second, mediator, "leads").reviews()).isTrue();
    assertThat(on(second, mediator, "acts").reviews())
        .as("who mediates it is no second person")
        .isFalse();
    assertThat(on(received(), head, "officer").reviews()).isFalse();
  }

  @Test
  void aMediatorExcludesThemselfAndWhoBelongsToItAnybody() {
    UUID self = new UUID(6, 1);
    var own = new On(received(), mediator, false, false, false, false, false, false, self);
    assertThat(own.excludes(self)).isTrue();
    assertThat(own.excludes(new UUID(6, 2))).isFalse();
    assertThat(on(received(), mediator, "leads").excludes(new UUID(6, 2))).isTrue();
  }

  @Test
  void beforeItBeginsItIsStoppedByAnyWhoBelongAfterwardsByWhoMediates() {
    assertThat(on(received(), mediator, "leads").stops()).isTrue();
    assertThat(on(received(), head, "head").stops()).isFalse();
    Mediation assigned = mediation(MediationState.ASSIGNED, null, Ending.NONE);
    assertThat(on(assigned, mediator, "leads").stops()).isFalse();
    assertThat(on(assigned, mediator, "acts").stops()).isTrue();
  }

  @Test
  void thatItIsGuardedIsKnownToWhoTookItDownAndToTheOfficer() {
    assertThat(on(received(), head, "received").knowsGuarded()).isTrue();
    assertThat(on(received(), head, "officer").knowsGuarded()).isTrue();
    assertThat(on(received(), mediator, "acts").knowsGuarded()).isFalse();
    assertThat(on(received(), head, "head").knowsGuarded()).isFalse();
  }
}
