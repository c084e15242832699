package anbinh.sightings.analysis.job;

import static org.assertj.core.api.Assertions.assertThat;

import anbinh.recording.FootageFile;
import anbinh.recording.Span;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class AnalysisJobStepTest {
  private static final UUID CAMERA = new UUID(1, 1);
  private static final Instant START = Instant.parse("2026-11-25T02:00:00Z");

  private static Instant at(double minutes) {
    return START.plusMillis(Math.round(minutes * 60_000));
  }

  /// A job for the minutes 2.5 to 6.5, of which those before a time are dealt with.
  private static AnalysisJob job(double until, boolean followed) {
    return new AnalysisJob(
        new UUID(2, 1),
        new UUID(3, 1),
        CAMERA,
        new UUID(4, 1),
        new Span(at(2.5), at(6.5)),
        AnalysisJobState.RUNNING,
        new UUID(5, 1),
        START,
        START,
        null,
        null,
        at(until - 1),
        at(until),
        followed,
        240_000,
        0,
        0,
        0);
  }

  private static FootageFile file(double from) {
    return new FootageFile(
        new UUID(6, Math.round(from * 60)),
        CAMERA,
        Path.of("x.mp4"),
        new Span(at(from), at(from + 1)));
  }

  private static AnalysisJobStep next(AnalysisJob job, boolean isFollowing, FootageFile... files) {
    return AnalysisJobStep.of(job, isFollowing, List.of(files), true, START);
  }

  @Test
  void beginsWithTheSegmentThatTheSpanBeginsInAndGoesOnWithTheNext() {
    assertThat(next(job(2, false), false, file(1), file(2), file(3)))
        .isEqualTo(new AnalysisJobStep.Analyse(file(2), true));
    assertThat(next(job(3, true), true, file(3), file(4)))
        .isEqualTo(new AnalysisJobStep.Analyse(file(3), false));
  }

  @Test
  void followsNothingOverAGapOrASegmentThatWasNotAnalysed() {
    assertThat(next(job(3, true), true, file(3.2)))
        .isEqualTo(new AnalysisJobStep.Analyse(file(3.2), true));
    assertThat(next(job(3, false), true, file(3)))
        .isEqualTo(new AnalysisJobStep.Analyse(file(3), true));
  }

  /// After a restart or a crash: also where the segment before was the last.
  @Test
  void repeatsTheSegmentBeforeWhereNoProcessHasSeenIt() {
    assertThat(next(job(3, true), false, file(3))).isEqualTo(new AnalysisJobStep.Repeat());
    assertThat(next(job(7, true), false, file(7))).isEqualTo(new AnalysisJobStep.Repeat());
  }

  @Test
  void endsBehindTheSpanOnceNothingIsFollowed() {
    assertThat(next(job(7, true), true, file(7))).isEqualTo(new AnalysisJobStep.Finish());
    assertThat(next(job(7, false), false, file(7))).isEqualTo(new AnalysisJobStep.End());
  }

  @Test
  void waitsForASegmentThatIsStillBeingWritten() {
    for (boolean isFollowing : new boolean[] {true, false}) {
      assertThat(AnalysisJobStep.of(job(5, isFollowing), isFollowing, List.of(), false, START))
          .isEqualTo(new AnalysisJobStep.Wait());
    }
  }

  @Test
  void skipsWhatPassesAreKeptNoLongerOf() {
    assertThat(
            AnalysisJobStep.of(
                job(2, false), false, List.of(file(2), file(3), file(4)), true, at(4.5)))
        .isEqualTo(new AnalysisJobStep.Skip(List.of(file(2), file(3))));
  }
}
