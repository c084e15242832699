package anbinh.teamwork.equipment;

import static org.assertj.core.api.Assertions.assertThat;

import anbinh.teamwork.equipment.Equipment.Move;
import anbinh.teamwork.equipment.Equipment.State;
import org.junit.jupiter.api.Test;

class EquipmentTest {
  @Test
  void whatIsWrittenOffIsMovedNoMore() {
    for (Move move : Move.values()) {
      assertThat(move.from(State.WRITTEN_OFF)).as(move.name()).isEmpty();
    }
  }

  @Test
  void whatSomebodyHasIsReturnedBeforeItIsIssuedAndMayBeLost() {
    assertThat(Move.ISSUED.from(State.ISSUED)).isEmpty();
    assertThat(Move.WRITTEN_OFF.from(State.ISSUED)).contains(State.WRITTEN_OFF);
    assertThat(Move.RETURNED.from(State.ISSUED)).contains(State.IN_STORE);
    assertThat(Move.SENT_TO_REPAIR.from(State.ISSUED)).contains(State.IN_REPAIR);
    assertThat(Move.REPAIRED.from(State.IN_REPAIR)).contains(State.IN_STORE);
  }

  @Test
  void whatIsTakenOverStaysAsItIs() {
    assertThat(Move.TAKEN_OVER.from(State.IN_STORE)).contains(State.IN_STORE);
    assertThat(Move.TAKEN_OVER.from(State.ISSUED)).contains(State.ISSUED);
    assertThat(Move.TAKEN_OVER.needsPaper()).isTrue();
  }

  @Test
  void whatIsReceivedIssuedOrWrittenOffNeedsAPaper() {
    assertThat(Move.ISSUED.needsPaper()).isTrue();
    assertThat(Move.WRITTEN_OFF.needsPaper()).isTrue();
    assertThat(Move.RETURNED.needsPaper()).isFalse();
  }
}
