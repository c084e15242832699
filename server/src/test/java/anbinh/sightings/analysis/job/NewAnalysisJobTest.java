package anbinh.sightings.analysis.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import anbinh.platform.FieldProblem;
import anbinh.platform.Problem;
import anbinh.recording.Span;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class NewAnalysisJobTest {
  private static final Instant NOW = Instant.parse("2026-11-25T02:00:00Z");

  private static Span span(double fromHours, double toHours) {
    return NewAnalysisJob.span(at(fromHours), at(toHours), NOW, Duration.ofDays(30));
  }

  private static Instant at(double hours) {
    return NOW.minusSeconds(Math.round(hours * 3_600));
  }

  private static void refuses(double fromHours, double toHours, FieldProblem... expected) {
    Problem problem = catchThrowableOfType(Problem.class, () -> span(fromHours, toHours));
    assertThat(problem.fields()).containsExactly(expected);
  }

  @Test
  void takesADayWithinTheRetentionOfPasses() {
    assertThat(span(24, 0)).isEqualTo(new Span(at(24), NOW));
    assertThat(span(720, 719)).isEqualTo(new Span(at(720), at(719)));
  }

  @Test
  void namesWhatIsWrongWithASpan() {
    refuses(1, 1, new FieldProblem("to", "after-from"));
    refuses(1, -.1, new FieldProblem("to", "past-or-present"));
    refuses(25, .5, new FieldProblem("to", "analysis-too-long", List.of(24L)));
    refuses(
        721,
        721,
        new FieldProblem("from", "analysis-too-old", List.of(30L)),
        new FieldProblem("to", "after-from"));
  }
}
