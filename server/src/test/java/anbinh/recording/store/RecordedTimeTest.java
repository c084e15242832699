package anbinh.recording.store;

import static org.assertj.core.api.Assertions.assertThat;

import anbinh.cameras.RecordingSwitch;
import anbinh.cameras.RecordingSwitch.State;
import anbinh.recording.Coverage;
import anbinh.recording.GapCause;
import anbinh.recording.Span;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// Why there is no recording, by switches and by what the recorder noted; [CoverageBuilderTest] has
/// what they come to.
class RecordedTimeTest {
  private static final UUID WHO = new UUID(2, 1);

  private static Instant at(int second) {
    return Instant.parse("2026-11-26T03:00:00Z").plusSeconds(second);
  }

  private static RecordingSwitch act(int second, State state, @Nullable UUID by) {
    return new RecordingSwitch(at(second), state, by);
  }

  private static Coverage.Gap gap(int from, int to, String cause) {
    return new Coverage.Gap(new Span(at(from), at(to)), cause, "");
  }

  @Test
  void isOffFromASwitchUntilTheNextAndSaysWhoDidIt() {
    List<Coverage.Gap> off =
        RecordedTime.off(
            List.of(
                act(0, State.ON, null),
                act(10, State.OFF, WHO),
                act(20, State.ON, WHO),
                act(30, State.RETIRED, null)));
    assertThat(off).hasSize(2);
    assertThat(off.getFirst().span()).isEqualTo(new Span(at(10), at(20)));
    assertThat(off.getFirst().is(GapCause.SWITCHED_OFF)).isTrue();
    assertThat(off.getFirst().switched()).isEqualTo(new Coverage.Switched(at(10), WHO));
    assertThat(off.getLast().span()).isEqualTo(new Span(at(30), Instant.MAX));
    assertThat(off.getLast().is(GapCause.RETIRED)).isTrue();
    assertThat(RecordedTime.off(List.of())).isEmpty();
  }

  private static List<Span> noted(List<RecordingSwitch> switches, Coverage.Gap... gaps) {
    return RecordedTime.noted(List.of(gaps), switches).stream().map(Coverage.Gap::span).toList();
  }

  @Test
  void aStartBeginsWhenRecordingWasSwitchedOn() {
    assertThat(noted(List.of(act(8, State.ON, WHO)), gap(10, 12, "STARTING")))
        .containsExactly(new Span(at(8), at(12)));
    assertThat(noted(List.of(act(8, State.ON, WHO)), gap(10, 12, "UNREACHABLE")))
        .as("another cause begins when it was noticed")
        .containsExactly(new Span(at(10), at(12)));
    assertThat(noted(List.of(act(8, State.OFF, WHO)), gap(10, 12, "STARTING")))
        .containsExactly(new Span(at(10), at(12)));
    assertThat(noted(List.of(act(11, State.ON, WHO)), gap(10, 12, "STARTING")))
        .containsExactly(new Span(at(10), at(12)));
  }

  @Test
  void aStartDoesNotReachIntoWhatWasExplainedBefore() {
    assertThat(
            noted(
                List.of(act(2, State.ON, WHO)), gap(0, 5, "UNREACHABLE"), gap(10, 12, "STARTING")))
        .containsExactly(new Span(at(0), at(5)), new Span(at(10), at(12)));
    assertThat(
            noted(
                List.of(act(2, State.ON, WHO), act(7, State.ON, WHO)),
                gap(0, 5, "UNREACHABLE"),
                gap(10, 12, "STARTING")))
        .containsExactly(new Span(at(0), at(5)), new Span(at(7), at(12)));
  }
}
