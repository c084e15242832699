package anbinh.evidence.request.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import anbinh.evidence.request.lifecycle.Decision;
import anbinh.evidence.request.lifecycle.DecisionOutcome;
import anbinh.evidence.request.lifecycle.DecisionReason;
import anbinh.evidence.request.lifecycle.Grant;
import anbinh.evidence.request.lifecycle.RequestCommand;
import anbinh.platform.Problem;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DecisionFormTest {
  private static final Instant NOW = Instant.parse("2026-11-25T02:00:00Z");
  private static final UUID ONE = new UUID(0, 1);
  private static final UUID TWO = new UUID(0, 2);
  private static final UUID BY = new UUID(0, 3);
  private static final Grant ASKED =
      new Grant(NOW.minusSeconds(600), NOW.minusSeconds(300), List.of(ONE, TWO));

  @Test
  void approvesWhatWasAskedWhenNothingElseIsSaid() {
    assertThat(read(form("APPROVE", null, null)))
        .isEqualTo(
            new RequestCommand.Approve(
                new Decision(DecisionOutcome.APPROVE, DecisionReason.JUSTIFIED, "", BY, NOW),
                ASKED));
  }

  @Test
  void needsACodeAndWordsToRefuse() {
    assertThat(problems(form("REFUSE", null, null)))
        .containsExactlyInAnyOrder("reasonCode required", "reason required");
    assertThat(problems(form("REFUSE", "JUSTIFIED", "no link")))
        .containsExactly("reasonCode choice");
    assertThat(read(form("REFUSE", "NO_LINK_TO_CASE", " no link ")))
        .isEqualTo(
            new RequestCommand.Refuse(
                new Decision(
                    DecisionOutcome.REFUSE, DecisionReason.NO_LINK_TO_CASE, "no link", BY, NOW)));
  }

  @Test
  void takesThePartsThatAreNamedAndTheRestAsAsked() {
    var form =
        new DecisionForm(
            "APPROVE_LESS",
            "LESS_TIME_SUFFICES",
            "one minute",
            NOW.minusSeconds(400).toString(),
            null,
            null);
    assertThat(read(form))
        .isInstanceOfSatisfying(
            RequestCommand.Approve.class,
            approve ->
                assertThat(approve.grant())
                    .isEqualTo(new Grant(NOW.minusSeconds(400), ASKED.to(), List.of(ONE, TWO))));
  }

  @Test
  void namesWhatIsMoreThanAsked() {
    var form =
        new DecisionForm(
            "APPROVE_LESS",
            "TOO_WIDE",
            "less",
            ASKED.from().minusSeconds(1).toString(),
            ASKED.to().plusSeconds(1).toString(),
            List.of(ONE.toString(), BY.toString()));
    assertThat(problems(form))
        .containsExactlyInAnyOrder(
            "from more-than-asked", "to more-than-asked", "cameraIds[1] more-than-asked");
  }

  @Test
  void needsAnOutcomeAndATimeThatGoesForward() {
    assertThat(problems(form(null, null, null))).containsExactly("outcome required");
    assertThat(problems(form("MAYBE", null, null))).containsExactly("outcome choice");
    var backwards =
        new DecisionForm(
            "APPROVE_LESS",
            "TOO_WIDE",
            "less",
            NOW.minusSeconds(400).toString(),
            NOW.minusSeconds(400).toString(),
            List.of());
    assertThat(problems(backwards))
        .containsExactlyInAnyOrder("cameraIds required", "to after-from");
  }

  @Test
  void offersAReasonForEveryOutcome() {
    for (DecisionOutcome outcome : DecisionOutcome.values()) {
      assertThat(DecisionReason.listFor(outcome)).isNotEmpty();
    }
    assertThat(DecisionReason.listFor(DecisionOutcome.REFUSE))
        .doesNotContain(DecisionReason.JUSTIFIED, DecisionReason.LESS_TIME_SUFFICES);
  }

  private static DecisionForm form(
      @Nullable String outcome, @Nullable String code, @Nullable String reason) {
    return new DecisionForm(outcome, code, reason, null, null, null);
  }

  private static RequestCommand read(DecisionForm form) {
    return form.read(ASKED, BY, NOW);
  }

  private static List<String> problems(DecisionForm form) {
    return catchThrowableOfType(Problem.class, () -> read(form)).fields().stream()
        .map(field -> field.field() + " " + field.code())
        .toList();
  }
}
