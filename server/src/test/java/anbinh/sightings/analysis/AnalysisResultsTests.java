package anbinh.sightings.analysis;

import static anbinh.sightings.analysis.AnalysisFixture.pass;
import static anbinh.sightings.analysis.AnalysisFixture.unit;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import anbinh.platform.SiteClock;
import anbinh.recording.Span;
import anbinh.sightings.analysis.NotAnalysed.Reason;
import anbinh.sightings.store.SightingTable;
import anbinh.testing.TestServer;
import anbinh.vision.pass.Pass;
import anbinh.vision.pass.Weakness;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What is stored of units, on the real database.
public final class AnalysisResultsTests {
  private final AnalysisTable table;
  private final AnalysisResults results;
  private final SightingTable sightings;
  private final UUID camera;
  private final Instant start;

  /// @param camera whose analysis is off
  public AnalysisResultsTests(TestServer server, UUID camera) {
    this.table = server.bean(AnalysisTable.class);
    this.results = server.bean(AnalysisResults.class);
    this.sightings = server.bean(SightingTable.class);
    this.camera = camera;
    this.start = server.bean(SiteClock.class).now().truncatedTo(ChronoUnit.SECONDS);
  }

  private AnalysedCamera row() {
    return table.list().stream().filter(each -> each.cameraId().equals(camera)).findAny().get();
  }

  private AnalysisOutcome outcome(
      int minute, boolean isRepeated, @Nullable Reason failure, Pass... passes) {
    return new AnalysisOutcome(
        camera,
        unit(camera, start.plusSeconds(60L * minute), isRepeated),
        List.of(passes),
        Duration.ofSeconds(9),
        List.of(),
        failure);
  }

  private AnalysisOutcome leftOut(int minute, boolean isRepeated, int fromMillis, int toMillis) {
    Instant from = start.plusSeconds(60L * minute);
    return new AnalysisOutcome(
        camera,
        unit(camera, from, isRepeated),
        List.of(),
        Duration.ofSeconds(9),
        List.of(new Span(from.plusMillis(fromMillis), from.plusMillis(toMillis))),
        null);
  }

  /// Nothing is lost and nothing is there twice, whenever the server was killed.
  public void passesAndPositionAreStoredTogetherAndOnce() {
    table.switchOn(camera, start.minusSeconds(1));
    table.switchOff(camera, start); // No worker comes between.
    long before = sightings.lastPosition();
    Pass car = pass("30V12398", start.plusSeconds(10), null);
    results.store(
        outcome(0, false, null, car, pass("CHO", start.plusSeconds(20), Weakness.LETTERING)));
    assertThat(row().analysedUntil()).isEqualTo(start.plusSeconds(60));
    assertThat(row().followed()).isTrue();
    assertThat(row().lettering()).isEqualTo(1);
    assertThat(sightings.lastPosition()).isEqualTo(before + 1);

    results.store(outcome(0, true, null, car, pass("36A99999", start, null)));
    results.store(outcome(1, false, null, car));
    assertThat(sightings.lastPosition()).as("what was told again").isEqualTo(before + 1);
    assertThat(row().analysedUntil()).isEqualTo(start.plusSeconds(120));

    Pass broken = pass("\0", start.plusSeconds(130), null);
    assertThatThrownBy(() -> results.store(outcome(2, false, null, broken)));
    assertThat(row().analysedUntil()).as("without its passes").isEqualTo(start.plusSeconds(120));
  }

  public void whatWasNotAnalysedIsRecordedWithItsReason() {
    table.switchOn(camera, start.minusSeconds(1));
    table.switchOff(camera, start);
    results.store(outcome(10, false, Reason.FAILED));
    results.store(outcome(11, false, Reason.FAILED));
    results.store(outcome(12, false, Reason.CRASHED));
    results.skip(List.of(unit(camera, start.plusSeconds(840), false).file()));
    assertThat(row().followed()).isFalse();
    assertThat(row().analysedUntil()).isEqualTo(start.plusSeconds(900));
    assertThat(table.listNotAnalysed(start))
        .containsExactly(
            span(600, 720, Reason.FAILED),
            span(720, 780, Reason.CRASHED),
            span(840, 900, Reason.LAG));
    assertThat(table.deleteNotAnalysed(start.plusSeconds(800), 10)).isEqualTo(2);
    assertThat(table.deleteNotAnalysed(start.plusSeconds(2_000), 10)).isEqualTo(1);
  }

  /// A picture with which the process ended costs nothing but its own time.
  public void ofASegmentWithoutAPictureThePictureAloneIsNotAnalysed() {
    table.switchOn(camera, start.minusSeconds(1));
    table.switchOff(camera, start);
    results.store(leftOut(20, false, 1_250, 1_500));
    results.store(leftOut(20, true, 1_250, 1_500));
    results.store(leftOut(21, false, 59_900, 60_150));
    assertThat(row().followed()).isTrue();
    assertThat(row().analysedUntil()).isEqualTo(start.plusSeconds(1_320));
    assertThat(table.listNotAnalysed(start))
        .containsExactly(millis(1_201_250, 1_201_500), millis(1_319_900, 1_320_000));
    assertThat(table.deleteNotAnalysed(start.plusSeconds(2_000), 10)).isEqualTo(2);
  }

  private NotAnalysed millis(int from, int to) {
    return new NotAnalysed(camera, start.plusMillis(from), start.plusMillis(to), Reason.CRASHED);
  }

  private NotAnalysed span(int from, int to, Reason reason) {
    return new NotAnalysed(camera, start.plusSeconds(from), start.plusSeconds(to), reason);
  }
}
