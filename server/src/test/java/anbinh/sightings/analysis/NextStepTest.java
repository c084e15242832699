package anbinh.sightings.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import anbinh.recording.FootageFile;
import anbinh.recording.Span;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class NextStepTest {
  private static final UUID CAMERA = new UUID(1, 1);
  private static final Instant START = Instant.parse("2026-11-25T02:00:00Z");
  private static final NextStep.Limits LIMITS =
      new NextStep.Limits(Duration.ofMinutes(15), Duration.ofMinutes(3));

  private static Instant at(double minutes) {
    return START.plusMillis(Math.round(minutes * 60_000));
  }

  /// Dealt with are the minutes before a time.
  private static AnalysedCamera camera(double until, boolean followed) {
    return new AnalysedCamera(CAMERA, true, START, at(until - 1), at(until), followed, 0);
  }

  private static FootageFile file(double from, double to) {
    return new FootageFile(
        new UUID(2, Math.round(from * 60)), CAMERA, Path.of("x.mp4"), new Span(at(from), at(to)));
  }

  private static NextStep next(
      AnalysedCamera camera, boolean isFollowing, double now, FootageFile... files) {
    return NextStep.of(camera, isFollowing, List.of(files), at(now), LIMITS);
  }

  @Test
  void goesOnWithTheNextSegmentOfACameraThatIsFollowed() {
    assertThat(next(camera(5, true), true, 7, file(5, 6), file(6, 7)))
        .isEqualTo(new NextStep.Analyse(file(5, 6), false));
  }

  @Test
  void beginsAnewBehindAGapOfTheRecording() {
    assertThat(next(camera(5, true), true, 7, file(5.1, 6)))
        .isEqualTo(new NextStep.Analyse(file(5.1, 6), true));
    assertThat(next(camera(5, true), false, 7, file(5.1, 6)))
        .isEqualTo(new NextStep.Analyse(file(5.1, 6), true));
  }

  @Test
  void beginsAnewBehindASegmentThatWasNotAnalysed() {
    assertThat(next(camera(5, false), true, 7, file(5, 6)))
        .isEqualTo(new NextStep.Analyse(file(5, 6), true));
  }

  /// After a restart: what had not passed yet at the end of the last segment is followed again.
  @Test
  void repeatsTheSegmentBeforeWhereNoProcessHasSeenIt() {
    assertThat(next(camera(5, true), false, 7, file(5, 6))).isEqualTo(new NextStep.Repeat());
  }

  @Test
  void skipsWhatLagsTooMuch() {
    FootageFile[] files =
        IntStream.range(0, 20)
            .mapToObj(minute -> file(minute, minute + 1))
            .toArray(FootageFile[]::new);
    assertThat(next(camera(0, true), true, 20.5, files))
        .isEqualTo(new NextStep.Skip(List.of(files).subList(0, 5)));
    assertThat(next(camera(5, false), true, 20, List.of(files).subList(5, 20).getFirst()))
        .isInstanceOf(NextStep.Analyse.class);
  }

  @Test
  void endsWhatItFollowsWhereNothingMoreIsRecorded() {
    assertThat(next(camera(5, true), true, 6)).isEqualTo(new NextStep.Wait());
    assertThat(next(camera(5, true), true, 8.5)).isEqualTo(new NextStep.Finish());
    assertThat(next(camera(5, true), false, 8.5)).isEqualTo(new NextStep.Wait());
  }
}
