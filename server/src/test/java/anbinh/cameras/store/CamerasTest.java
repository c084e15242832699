package anbinh.cameras.store;

import static anbinh.identity.session.AccessFixture.COMMUNE;
import static anbinh.identity.session.AccessFixture.OTHER_COMMUNE;
import static org.assertj.core.api.Assertions.assertThat;

import anbinh.audit.Actor;
import anbinh.audit.event.RecordedLog;
import anbinh.cameras.Camera;
import anbinh.cameras.CameraChange;
import anbinh.cameras.CameraEvent;
import anbinh.cameras.CameraNetwork;
import anbinh.cameras.CameraProblem;
import anbinh.cameras.CameraSettings;
import anbinh.cameras.Consent;
import anbinh.cameras.NewCamera;
import anbinh.cameras.NewCommunityCamera;
import anbinh.cameras.OwnerKind;
import anbinh.cameras.RecordingSwitch;
import anbinh.cameras.RecordingSwitch.State;
import anbinh.platform.DataFolder;
import anbinh.platform.Ids;
import anbinh.platform.Site;
import anbinh.platform.sql.FakeShortCodes;
import anbinh.testing.ThrownProblem;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What becomes of the register when a camera is added, changed and retired, and what its kind and
/// its owner forbid.
class CamerasTest {
  private static final InstantSource CLOCK =
      InstantSource.fixed(Instant.parse("2026-10-20T02:00:00Z"));
  private static final Actor ACTOR = new Actor(new UUID(2, 1), new UUID(2, 2), COMMUNE, false);
  private static final String ADDRESS = "rtsp://10.0.0.7:554/stream";

  @TempDir private Path folder;
  private final RecordedLog log = new RecordedLog();
  private final List<Object> published = new ArrayList<>();
  private final List<RecordingSwitch> switched = new ArrayList<>();
  private DataFolder data;
  private FakeTable table;
  private Cameras cameras;

  @BeforeEach
  void open() throws IOException {
    data = DataFolder.open(folder);
    table = new FakeTable(data);
    cameras =
        new Cameras(
            table,
            new NoRecords(),
            new CameraNetwork(new CameraSettings(null), new Site("x", ZoneOffset.UTC, false)),
            new FakeSwitches(),
            new FakeShortCodes(),
            new Ids(CLOCK, new Random(1)),
            CLOCK,
            log,
            published::add);
  }

  @AfterEach
  void close() throws IOException {
    data.close();
  }

  private static NewCamera connected(
      String address, @Nullable String user, @Nullable String password, boolean recording) {
    return new NewCamera(
        " Ngã ba chợ ",
        COMMUNE,
        address,
        user,
        password,
        recording,
        30,
        null,
        false,
        OwnerKind.POLICE,
        "KM-07");
  }

  private Camera add() {
    return cameras.add(connected(ADDRESS, null, null, true), ACTOR);
  }

  private Camera addOfCommunity(String reference) {
    return cameras.add(
        new NewCommunityCamera("Cửa hàng", COMMUNE, reference, OwnerKind.HOUSEHOLD, 7, null, false),
        ACTOR);
  }

  private static CameraChange change(
      @Nullable String address, @Nullable String password, @Nullable Boolean recording) {
    return new CameraChange(null, null, address, null, password, recording, null, null, null, null);
  }

  private static CameraChange moved(UUID area, @Nullable String reference) {
    return new CameraChange(null, area, null, null, null, null, null, null, null, reference);
  }

  private List<State> states() {
    return switched.stream().map(RecordingSwitch::state).toList();
  }

  @Test
  void whatStandsInAnAddressToSignInIsKeptApartAndNeverLogged() {
    Camera camera =
        cameras.add(connected("rtsp://xem:M4t%2Bkh%40u@10.0.0.7/s", null, null, true), ACTOR);
    assertThat(camera.address()).isEqualTo(URI.create("rtsp://10.0.0.7/s"));
    assertThat(cameras.credentials(camera.id()).username()).isEqualTo("xem");
    assertThat(table.passwords).containsEntry(camera.id(), "M4t+kh@u");
    assertThat(log.events().toString()).doesNotContain("kh@u").doesNotContain("M4t");
    assertThat(camera.name()).isEqualTo("Ngã ba chợ");
  }

  @Test
  void whatIsGivenBesideTheAddressTakesPrecedence() {
    Camera camera =
        cameras.add(connected("rtsp://xem:cu@10.0.0.7/s", "quantri", "moi", true), ACTOR);
    assertThat(camera.username()).isEqualTo("quantri");
    assertThat(table.passwords).containsEntry(camera.id(), "moi");
  }

  @Test
  void noCameraIsThisMachine() {
    var own = connected("rtsp://127.0.0.1:5432/", null, null, true);
    assertThat(ThrownProblem.fields(() -> cameras.add(own, ACTOR)))
        .containsExactly("address camera-address");
    Camera camera = add();
    var moved = change("rtsp://[::ffff:127.0.0.1]/", null, null);
    assertThat(ThrownProblem.fields(() -> cameras.change(camera.id(), moved, ACTOR)))
        .containsExactly("address camera-address");
    assertThat(cameras.get(camera.id()).address()).isEqualTo(URI.create(ADDRESS));
  }

  @Test
  void recordingIsNotedWhenItIsSwitchedAndOnlyThen() {
    Camera camera = add();
    assertThat(states()).containsExactly(State.ON);
    cameras.change(camera.id(), change(null, null, true), ACTOR);
    assertThat(states()).containsExactly(State.ON);
    cameras.change(camera.id(), change(null, null, false), ACTOR);
    cameras.change(camera.id(), change(null, null, true), null);
    assertThat(states()).containsExactly(State.ON, State.OFF, State.ON);
    assertThat(switched.getLast().by()).as("the server itself").isNull();
    assertThat(switched.getFirst().by()).isEqualTo(ACTOR.personId());
  }

  @Test
  void whatIsAddedWithoutRecordingHasNoSwitch() {
    cameras.add(connected(ADDRESS, null, null, false), ACTOR);
    assertThat(switched).isEmpty();
    assertThat(published).hasSize(1);
    assertThat(log.types()).containsExactly(CameraEvent.ADDED);
  }

  @Test
  void aReferenceIsOfOneCameraOfAnArea() {
    Camera camera = add();
    assertThat(ThrownProblem.code(this::add)).isEqualTo(CameraProblem.REFERENCE_TAKEN);
    assertThat(cameras.change(camera.id(), moved(COMMUNE, "KM-07"), ACTOR).reference())
        .as("its own")
        .isEqualTo("KM-07");
    Camera other = addOfCommunity("KM-08");
    assertThat(ThrownProblem.code(() -> cameras.change(other.id(), moved(COMMUNE, "KM-07"), ACTOR)))
        .isEqualTo(CameraProblem.REFERENCE_TAKEN);
    cameras.change(other.id(), moved(OTHER_COMMUNE, "KM-07"), ACTOR);
    assertThat(ThrownProblem.code(() -> cameras.change(other.id(), moved(COMMUNE, null), ACTOR)))
        .as("it brings its reference along")
        .isEqualTo(CameraProblem.REFERENCE_TAKEN);
    assertThat(cameras.isReferenceTaken(OTHER_COMMUNE, "KM-07")).isTrue();
  }

  @Test
  void aCameraOfTheCommunityHasNoStream() {
    Camera camera = addOfCommunity("H-1");
    assertThat(camera.address()).isNull();
    assertThat(camera.recording()).isFalse();
    for (CameraChange each :
        List.of(
            change(ADDRESS, null, null), change(null, "matkhau", null), change(null, null, true))) {
      assertThat(ThrownProblem.code(() -> cameras.change(camera.id(), each, ACTOR)))
          .isEqualTo(CameraProblem.NOT_CONNECTED);
    }
    assertThat(cameras.change(camera.id(), change(null, null, false), ACTOR).recording()).isFalse();
    assertThat(switched).isEmpty();
  }

  @Test
  void whoWithdrewTheirConsentIsRecordedNoMore() {
    Camera camera = add();
    cameras.change(camera.id(), change(null, null, false), ACTOR);
    table.consent(camera.id(), new Consent(Consent.State.WITHDRAWN, null));
    assertThat(
            ThrownProblem.code(() -> cameras.change(camera.id(), change(null, null, true), ACTOR)))
        .isEqualTo(CameraProblem.CONSENT_WITHDRAWN);
    assertThat(cameras.change(camera.id(), change(ADDRESS, null, false), ACTOR).recording())
        .as("the rest may still be put right")
        .isFalse();
  }

  @Test
  void whatAChangeLeavesOutStaysAsItIs() {
    Camera camera = cameras.add(connected(ADDRESS, "xem", "cu", true), ACTOR);
    Camera after = cameras.change(camera.id(), change(null, "moi", null), ACTOR);
    assertThat(after).isEqualTo(camera);
    assertThat(table.passwords).containsEntry(camera.id(), "moi");
    assertThat(log.events().getLast().facts()).containsEntry("passwordChanged", true);
    cameras.change(camera.id(), change("rtsp://10.0.0.7/s", null, null), ACTOR);
    assertThat(log.events().getLast().facts()).containsEntry("passwordChanged", false);
    assertThat(cameras.get(camera.id()).username()).isEqualTo("xem");
  }

  @Test
  void aStoredPasswordIsNotToldToAnotherMachine() {
    Camera camera = cameras.add(connected(ADDRESS, "xem", "cu", true), ACTOR);
    for (CameraChange each :
        List.of(
            change("rtsp://10.0.0.8:554/stream", null, null),
            change("rtsp://10.0.0.7:8554/stream", null, null),
            change("rtsp://xem@10.0.0.8/stream", null, null))) {
      assertThat(ThrownProblem.fields(() -> cameras.change(camera.id(), each, ACTOR)))
          .containsExactly("password camera-password-again");
    }
    assertThat(cameras.get(camera.id())).isEqualTo(camera);
    cameras.change(camera.id(), change("rtsp://10.0.0.7/other", null, null), ACTOR);
    assertThat(table.passwords).as("the same machine").containsEntry(camera.id(), "cu");
    cameras.change(camera.id(), change("rtsp://10.0.0.8/stream", "moi", null), ACTOR);
    assertThat(table.passwords).containsEntry(camera.id(), "moi");
    cameras.change(camera.id(), change("rtsp://xem:trong@10.0.0.9/stream", null, null), ACTOR);
    assertThat(table.passwords).as("in the address").containsEntry(camera.id(), "trong");
  }

  @Test
  void aCameraWithoutAPasswordMovesWithoutOne() {
    Camera camera = add();
    Camera moved = cameras.change(camera.id(), change("rtsp://10.0.0.8/", null, null), ACTOR);
    assertThat(moved.address()).isEqualTo(URI.create("rtsp://10.0.0.8/"));
  }

  @Test
  void whatIsRetiredIsRecordedNoMoreAndChangesNoMore() {
    Camera camera = add();
    cameras.retire(camera.id(), ACTOR);
    assertThat(states()).containsExactly(State.ON, State.RETIRED);
    assertThat(cameras.get(camera.id()).isRecorded()).isFalse();
    assertThat(ThrownProblem.code(() -> cameras.retire(camera.id(), ACTOR)))
        .isEqualTo(CameraProblem.CAMERA_RETIRED);
    assertThat(
            ThrownProblem.code(() -> cameras.change(camera.id(), change(null, null, true), ACTOR)))
        .isEqualTo(CameraProblem.CAMERA_RETIRED);
    Camera ofCommunity = addOfCommunity("H-1");
    cameras.retire(ofCommunity.id(), ACTOR);
    assertThat(switched).as("which was never recorded here").hasSize(2);
  }

  @Test
  void aCameraThatIsNotThereIsNone() {
    assertThat(ThrownProblem.code(() -> cameras.get(new UUID(4, 4))))
        .isEqualTo(CameraProblem.NO_CAMERA);
    assertThat(ThrownProblem.code(() -> cameras.retire(new UUID(4, 4), ACTOR)))
        .isEqualTo(CameraProblem.NO_CAMERA);
  }

  private final class FakeSwitches extends SwitchTable {
    @SuppressWarnings("NullAway") // there is no database
    FakeSwitches() {
      super(null);
    }

    @Override
    public void insert(UUID cameraId, RecordingSwitch recordingSwitch) {
      switched.add(recordingSwitch);
    }
  }

  private static final class NoRecords extends CameraRecords {
    @SuppressWarnings("NullAway") // what cameras are is not told to the log here
    NoRecords() {
      super(null, null, null);
    }

    @Override
    public void record(UUID written) {}
  }

  /// Cameras in memory; RegisterIT runs the real table.
  private static final class FakeTable extends CameraTable {
    private final Map<UUID, Camera> all = new LinkedHashMap<>();
    private final Map<UUID, String> passwords = new LinkedHashMap<>();

    @SuppressWarnings("NullAway") // there is no database
    FakeTable(DataFolder data) {
      super(null, null, data);
    }

    private void put(Camera of, Consent consent, boolean retired) {
      all.put(
          of.id(),
          new Camera(
              of.id(),
              of.code(),
              of.kind(),
              of.reference(),
              of.name(),
              of.areaId(),
              of.ownerKind(),
              consent,
              of.address(),
              of.username(),
              of.simulated(),
              of.recording(),
              of.keepDays(),
              of.place(),
              retired));
    }

    void consent(UUID id, Consent consent) {
      put(find(id).orElseThrow(), consent, false);
    }

    @Override
    public Optional<Camera> find(UUID id) {
      return Optional.ofNullable(all.get(id));
    }

    @Override
    public Optional<String> findPassword(UUID id) {
      return Optional.ofNullable(passwords.get(id));
    }

    @Override
    public boolean hasPassword(UUID id) {
      return passwords.containsKey(id);
    }

    @Override
    public void insert(List<New> added, Instant now) {
      for (New each : added) {
        update(each.camera());
        updatePassword(each.camera().id(), each.password());
      }
    }

    @Override
    public void update(Camera camera) {
      all.put(camera.id(), camera);
    }

    @Override
    public void updatePassword(UUID id, @Nullable String password) {
      if (password != null) {
        passwords.put(id, password);
      }
    }

    @Override
    public void retire(UUID id, Instant now) {
      Camera camera = find(id).orElseThrow();
      put(camera, camera.consent(), true);
    }

    @Override
    public boolean isReferenceTaken(UUID areaId, String reference, UUID butBy) {
      return all.values().stream()
          .anyMatch(each ->
              each.areaId().equals(areaId)
                  && reference.equals(each.reference())
                  && !each.id().equals(butBy));
    }
  }
}
