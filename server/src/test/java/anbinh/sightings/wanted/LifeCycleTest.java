package anbinh.sightings.wanted;

import static anbinh.sightings.wanted.WantedFixture.APPROVER;
import static anbinh.sightings.wanted.WantedFixture.DECIDED_AT;
import static anbinh.sightings.wanted.WantedFixture.REQUESTED_AT;
import static anbinh.sightings.wanted.WantedFixture.REQUESTER;
import static anbinh.sightings.wanted.WantedFixture.active;
import static anbinh.sightings.wanted.WantedFixture.decision;
import static anbinh.sightings.wanted.WantedFixture.requested;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import anbinh.sightings.wanted.WantedVehicle.Decision;
import anbinh.sightings.wanted.WantedVehicle.End;
import anbinh.testing.ThrownProblem;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class LifeCycleTest {
  private static final Duration WEEK = Duration.ofDays(7);
  private static final Instant EXPIRY = REQUESTED_AT.plus(WEEK);

  private static End end(Instant at) {
    return new End("Đã tìm thấy xe", REQUESTER, at);
  }

  @Test
  void anotherPersonApprovesOrRefuses() {
    WantedVehicle vehicle = requested("36A12345", WEEK);
    assertThat(LifeCycle.approve(vehicle, decision(DECIDED_AT)).state())
        .isEqualTo(WantedState.ACTIVE);
    WantedVehicle refused = LifeCycle.refuse(vehicle, decision(DECIDED_AT));
    assertThat(refused.state()).isEqualTo(WantedState.REFUSED);
    assertThat(refused.decision()).extracting(Decision::by).isEqualTo(APPROVER);
  }

  @Test
  void theRequesterDecidesNothing() {
    WantedVehicle vehicle = requested("36A12345", WEEK);
    var own = new Decision("Tôi tự phê duyệt đề nghị", REQUESTER, DECIDED_AT);
    assertThat(ThrownProblem.code(() -> LifeCycle.approve(vehicle, own)))
        .isEqualTo(WantedProblem.OWN_WANTED_VEHICLE);
    assertThat(ThrownProblem.code(() -> LifeCycle.refuse(vehicle, own)))
        .isEqualTo(WantedProblem.OWN_WANTED_VEHICLE);
  }

  @Test
  void nothingIsDecidedTwiceNorPastItsTime() {
    WantedVehicle vehicle = requested("36A12345", WEEK);
    assertThat(
            ThrownProblem.code(
                () -> LifeCycle.refuse(active("36A12345"), decision(DECIDED_AT.plusSeconds(1)))))
        .isEqualTo(WantedProblem.WANTED_VEHICLE_DECIDED);
    assertThat(ThrownProblem.code(() -> LifeCycle.approve(vehicle, decision(EXPIRY))))
        .isEqualTo(WantedProblem.WANTED_VEHICLE_DECIDED);
  }

  @Test
  void nothingIsWantedForMoreThanThirtyDays() {
    assertThat(requested("36A12345", Duration.ofDays(30)).state()).isEqualTo(WantedState.REQUESTED);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> requested("36A12345", Duration.ofDays(30).plusSeconds(1)));
  }

  @Test
  void itEndsByTheClockEvenBeforeThatIsNoted() {
    WantedVehicle vehicle = active("36A12345");
    assertThat(vehicle.stateAt(EXPIRY.minusMillis(1))).isEqualTo(WantedState.ACTIVE);
    assertThat(vehicle.stateAt(EXPIRY)).isEqualTo(WantedState.EXPIRED);
    assertThat(LifeCycle.expire(vehicle, EXPIRY).state()).isEqualTo(WantedState.EXPIRED);
    assertThat(LifeCycle.expire(vehicle, EXPIRY.minusMillis(1)).state())
        .isEqualTo(WantedState.ACTIVE);
  }

  @Test
  void itEndsEarlyOnceAndIsWithdrawnBeforeADecision() {
    WantedVehicle ended = LifeCycle.end(active("36A12345"), end(DECIDED_AT.plusSeconds(60)));
    assertThat(ended.state()).isEqualTo(WantedState.ENDED);
    assertThat(ended.decision()).isNotNull();
    assertThat(ThrownProblem.code(() -> LifeCycle.end(ended, end(DECIDED_AT.plusSeconds(90)))))
        .isEqualTo(WantedProblem.WANTED_VEHICLE_OVER);
    assertThat(LifeCycle.end(requested("36A12345", WEEK), end(DECIDED_AT)).state())
        .isEqualTo(WantedState.ENDED);
    assertThat(ThrownProblem.code(() -> LifeCycle.end(active("36A12345"), end(EXPIRY))))
        .isEqualTo(WantedProblem.WANTED_VEHICLE_OVER);
  }

  @Test
  void itNeverLooksBack() {
    WantedVehicle vehicle = active("36A12345");
    assertThat(vehicle.holdsAt(DECIDED_AT)).isTrue();
    assertThat(vehicle.holdsAt(DECIDED_AT.minusMillis(1))).isFalse();
    assertThat(vehicle.holdsAt(EXPIRY)).isFalse();
    assertThat(requested("36A12345", WEEK).holdsAt(DECIDED_AT)).isFalse();
  }
}
