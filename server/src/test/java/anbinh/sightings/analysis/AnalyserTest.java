package anbinh.sightings.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import anbinh.recording.FootageFile;
import anbinh.recording.Span;
import anbinh.sightings.analysis.NotAnalysed.Reason;
import anbinh.vision.command.CrashingCommand;
import anbinh.vision.command.Main;
import anbinh.vision.pass.Pass;
import anbinh.vision.pass.PlateSighting;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// With processes that really end. A plate passes from one segment to the next.
class AnalyserTest {
  private static final UUID CAMERA = new UUID(1, 1);
  private static final Instant START = Instant.parse("2026-11-25T02:00:00Z");
  private static final Instant NOW = START.plus(Duration.ofMinutes(5));
  private static final NextStep.Limits LIMITS =
      new NextStep.Limits(Duration.ofMinutes(15), Duration.ofMinutes(3));

  /// Steps of the second segment alone, which is longer, begin with these numbers.
  private static final String OF_SECOND = ". (LOOK 2...|DECODE [34].)";

  @TempDir static Path folder;

  private static List<FootageFile> files = List.of();

  @BeforeAll
  static void record() throws Exception {
    files = List.of(segment(0, 2), segment(2, 3));
  }

  private static FootageFile segment(int from, int seconds) throws Exception {
    Path file = folder.resolve(from + ".mp4");
    String picture =
        "color=c=gray:s=640x360:r=15,drawtext=text=30V-465.97:fontsize=34:fontcolor=black:box=1:"
            + "boxcolor=white:boxborderw=8:x=40+60*(t+%1$d):y=120:enable='between(t+%1$d,1,4.5)'";
    List<String> command =
        List.of(
            "ffmpeg",
            "-v",
            "error",
            "-f",
            "lavfi",
            "-i",
            picture.formatted(from),
            "-t",
            Integer.toString(seconds),
            "-pix_fmt",
            "yuv420p",
            "-c:v",
            "libx264",
            "-preset",
            "ultrafast",
            "-bf",
            "0",
            "-g",
            "15",
            file.toString());
    assertThat(new ProcessBuilder(command).inheritIO().start().waitFor()).isZero();
    Instant start = START.plusSeconds(from);
    return new FootageFile(
        new UUID(2, from), CAMERA, file, new Span(start, start.plusSeconds(seconds)));
  }

  /// The position of the camera, and all that came of its segments.
  private static final class Course implements AutoCloseable {
    private final Semaphore woken = new Semaphore(0);
    private final Analyser analyser;
    private final List<String> plates = new ArrayList<>();
    private final List<Pass> passes = new ArrayList<>();
    private final List<Span> leftOut = new ArrayList<>();
    private final List<Reason> failures = new ArrayList<>();
    private final List<Boolean> repeated = new ArrayList<>();
    private AnalysedCamera camera =
        new AnalysedCamera(CAMERA, true, START, START.minusMillis(1), START, false, 0);

    Course(String crashes) {
      analyser = new Analyser(crashing(crashes), woken::release);
    }

    /// @param steps in which the process ends
    private static List<String> crashing(String steps) {
      List<String> command = new ArrayList<>(AnalyserCommand.of(null));
      command.replaceAll(
          part -> part.equals(Main.class.getName()) ? CrashingCommand.class.getName() : part);
      command.add(steps);
      return command;
    }

    void run() throws InterruptedException {
      AnalysisProgress progress = analyser.progress();
      while (begin()) {
        assertThat(woken.tryAcquire(1, TimeUnit.MINUTES)).as("what a process comes to").isTrue();
        Optional<AnalysisOutcome> outcome = progress.outcome();
        if (outcome.isPresent()) {
          store(outcome.get());
          progress.clear();
        }
        assertThat(progress.isIdle()).isTrue();
      }
    }

    /// As the worker does.
    private boolean begin() throws InterruptedException {
      List<FootageFile> next =
          files.stream().filter(each -> each.span().from().isAfter(camera.lastStart())).toList();
      boolean isFollowing = analyser.progress().follows(CAMERA);
      switch (NextStep.of(camera, isFollowing, next, NOW, LIMITS)) {
        case NextStep.Repeat() -> analyse(new AnalysisUnit(1, files.getFirst(), true, true));
        case NextStep.Analyse(FootageFile file, boolean gap) ->
            analyse(new AnalysisUnit(1, file, gap, false));
        case NextStep.Finish() -> analyser.finish(CAMERA);
        case NextStep.Wait() -> {
          return false;
        }
        case NextStep.Skip skip -> throw new AssertionError(skip);
      }
      return true;
    }

    private void analyse(AnalysisUnit unit) throws InterruptedException {
      repeated.add(unit.isRepeated());
      analyser.analyse(unit);
    }

    /// As [AnalysisResults] does.
    private void store(AnalysisOutcome outcome) {
      AnalysisUnit unit = outcome.unit();
      if (unit != null && unit.isRepeated()) {
        return;
      }
      passes.addAll(outcome.passes());
      outcome.passes().stream().map(Pass::plate).map(Course::text).forEach(plates::add);
      leftOut.addAll(outcome.leftOut());
      if (outcome.failure() != null) {
        failures.add(outcome.failure());
      }
      if (unit != null) {
        Span span = unit.file().span();
        camera =
            new AnalysedCamera(
                CAMERA, true, START, span.from(), span.to(), outcome.failure() == null, 0);
      }
    }

    private static String text(@Nullable PlateSighting plate) {
      return plate == null ? "" : plate.best().text();
    }

    @Override
    public void close() {
      analyser.close();
    }
  }

  @Test
  void losesOnePictureOfEachCrashAndTellsOfWhatPassesOnce() throws Exception {
    try (var whole = new Course("nothing");
        var crashed = new Course(". (LOOK 21..|DECODE 37)")) {
      whole.run();
      assertThat(whole.plates).containsExactly("30V46597");
      assertThat(whole.repeated).containsExactly(false, false);
      assertThat(whole.leftOut).isEmpty();

      crashed.run();
      assertThat(crashed.failures).isEmpty();
      assertThat(crashed.repeated)
          .as("the segment before is led through each new process")
          .containsExactly(false, false, true, false, true, false);
      assertThat(crashed.plates).isEqualTo(whole.plates);
      assertThat(crashed.passes.getFirst().from()).isEqualTo(whole.passes.getFirst().from());
      assertThat(crashed.leftOut)
          .as("one picture of four a second each")
          .hasSizeBetween(1, 2)
          .allMatch(span -> span.length().toMillis() < 600)
          .allMatch(span -> !span.from().isBefore(START.plusSeconds(4)));
    }
  }

  @Test
  void givesUpASegmentThatEndsTheProcessTooOften() throws Exception {
    try (var course = new Course(OF_SECOND)) {
      course.run();
      assertThat(course.failures).containsExactly(Reason.CRASHED);
      assertThat(course.repeated).containsSubsequence(false, false, true, false, true, false);
      assertThat(course.repeated.stream().filter(each -> !each)).hasSize(1 + Crashes.MAX + 1);
      assertThat(course.leftOut).isEmpty();
      assertThat(course.camera.followed()).isFalse();
    }
  }
}
