package anbinh.recording.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import anbinh.cameras.Camera;
import anbinh.cameras.CameraChanged;
import anbinh.cameras.CameraHealth.Connection;
import anbinh.cameras.CameraKind;
import anbinh.cameras.CameraNetwork;
import anbinh.cameras.CameraSettings;
import anbinh.cameras.Consent;
import anbinh.cameras.FakeHealthBoard;
import anbinh.cameras.HealthBoard;
import anbinh.cameras.OwnerKind;
import anbinh.cameras.store.FakeCameras;
import anbinh.media.ingest.CameraAddress;
import anbinh.media.record.RecordingTrack;
import anbinh.platform.Problem;
import anbinh.platform.Site;
import anbinh.recording.RecordingProblem;
import anbinh.recording.store.RecordingStoreFixture;
import anbinh.testing.Await;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.UUID;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Which cameras are recorded as they are switched and changed; nobody answers at their addresses.
/// CameraFaultsIT records some.
class CameraRecorderTest {
  private static final UUID ONE = new UUID(6, 1);
  private static final UUID TWO = new UUID(6, 2);

  @TempDir Path root;

  private final FakeCameras cameras = new FakeCameras();
  private final HealthBoard board = new FakeHealthBoard(InstantSource.system());
  private RecordingStoreFixture store;
  private CameraRecorder recorder;

  @BeforeEach
  void begin() {
    store = new RecordingStoreFixture(root);
    recorder =
        new CameraRecorder(
            RecordingStoreFixture.SETTINGS,
            store.storage,
            store.journal,
            store.recordedTime,
            store.openSegments,
            cameras,
            new CameraNetwork(
                new CameraSettings(null), new Site("Xuân An", ZoneId.of("Asia/Ho_Chi_Minh"), true)),
            board,
            InstantSource.system());
  }

  @AfterEach
  void end() {
    recorder.stop();
  }

  private Camera camera(UUID id, boolean recording, boolean retired, String path) {
    return cameras.add(
        new Camera(
            id,
            "CAM-000" + id.getLeastSignificantBits(),
            CameraKind.CONNECTED,
            null,
            "Cổng chợ",
            new UUID(1, 2),
            OwnerKind.AUTHORITY,
            Consent.NONE,
            URI.create("rtsp://127.0.0.1:1/" + path),
            null,
            false,
            recording,
            30,
            null,
            retired));
  }

  private Camera on(UUID id) {
    return camera(id, true, false, "gate");
  }

  private void change(Camera camera) {
    recorder.changed(new CameraChanged(camera.id()));
  }

  private boolean hasTrack(UUID id) {
    return store.openSegments.findTrack(id).isPresent();
  }

  /// Recorded ones are reported on every second, be they away.
  private void awaitReported(UUID id) {
    Await.until(() -> board.of(id).connection() != Connection.OFF);
  }

  @Test
  void whatIsSwitchedOnIsRecordedFromTheStart() {
    on(ONE);
    camera(TWO, false, false, "gate");
    camera(new UUID(6, 3), true, true, "gate");
    recorder.start();
    assertThat(recorder.isRunning()).isTrue();
    assertThat(hasTrack(ONE)).isTrue();
    assertThat(hasTrack(TWO)).isFalse();
    assertThat(hasTrack(new UUID(6, 3))).as("retired").isFalse();
    awaitReported(ONE);
    assertThat(board.of(TWO).connection()).isEqualTo(Connection.OFF);
  }

  @Test
  void aCameraThatCannotBeRecordedKeepsNoOtherFromIt() {
    on(ONE);
    on(TWO);
    cameras.readable(ONE, false);
    recorder.start();
    awaitReported(TWO);
    Await.untilIs("RECEIVER_FAILED", () -> board.of(ONE).cause());
    assertThat(board.of(ONE).detail()).contains("enter them again");
    assertThat(hasTrack(ONE)).as("what is missing is stated").isTrue();
  }

  @Test
  void itIsRecordedAsSoonAsItCanBe() {
    Camera camera = on(ONE);
    cameras.readable(ONE, false);
    recorder.start();
    Await.untilIs("RECEIVER_FAILED", () -> board.of(ONE).cause());
    cameras.readable(ONE, true);
    change(camera);
    Await.untilIs("UNREACHABLE", () -> board.of(ONE).cause());
    cameras.readable(ONE, false);
    change(camera(ONE, true, false, "yard"));
    Await.untilIs("RECEIVER_FAILED", () -> board.of(ONE).cause());
    change(camera(ONE, false, false, "yard"));
    Await.until(() -> !hasTrack(ONE));
  }

  @Test
  void aCameraWithoutAnAddressKeepsNoOtherFromBeingRecorded() {
    Camera other = on(TWO);
    cameras.add(
        new Camera(
            ONE,
            "CAM-0001",
            CameraKind.CONNECTED,
            null,
            "Cổng chợ",
            other.areaId(),
            OwnerKind.AUTHORITY,
            Consent.NONE,
            null,
            null,
            false,
            true,
            30,
            null,
            false));
    recorder.start();
    awaitReported(TWO);
    Await.untilIs("RECEIVER_FAILED", () -> board.of(ONE).cause());
  }

  @Test
  void whatIsSwitchedOffIsRecordedNoMore() {
    on(ONE);
    recorder.start();
    awaitReported(ONE);
    change(camera(ONE, false, false, "gate"));
    assertThat(board.of(ONE).connection()).isEqualTo(Connection.OFF);
    Await.until(() -> !hasTrack(ONE));
    assertThat(recorder.counters(ONE)).isEqualTo(StreamCounters.NONE);
  }

  @Test
  void whatIsSwitchedOffAndOnAtOnceIsRecordedOn() {
    on(ONE);
    recorder.start();
    change(camera(ONE, false, false, "gate"));
    change(on(ONE));
    awaitReported(ONE);
    assertThat(hasTrack(ONE)).isTrue();
  }

  @Test
  void anotherAddressGoesOnWithTheSameRecording() {
    on(ONE);
    recorder.start();
    RecordingTrack track = store.openSegments.findTrack(ONE).orElseThrow();
    change(camera(ONE, true, false, "yard"));
    assertThat(store.openSegments.findTrack(ONE)).containsSame(track);
    change(camera(ONE, true, false, "yard"));
    assertThat(store.openSegments.findTrack(ONE)).as("nothing changed").containsSame(track);
  }

  @Test
  void aRecorderThatIsStoppedTellsNothing() {
    Camera camera = on(ONE);
    assertThat(
            Assertions.catchThrowableOfType(
                    Problem.class,
                    () ->
                        recorder.probe(
                            CameraAddress.of("rtsp://127.0.0.1:1/gate"), Duration.ofSeconds(1)))
                .code())
        .isEqualTo(RecordingProblem.PROBE_BUSY);
    change(camera);
    assertThat(recorder.findHealth()).isEmpty();
    recorder.start();
    assertThat(recorder.findHealth()).isPresent();
    recorder.stop();
    recorder.stop();
    assertThat(recorder.isRunning()).isFalse();
    assertThat(hasTrack(ONE)).isFalse();
    assertThat(recorder.counters(ONE)).isEqualTo(StreamCounters.NONE);
  }
}
