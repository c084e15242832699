package anbinh.recording.watch;

import static anbinh.testing.Await.until;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import anbinh.identity.Role;
import anbinh.identity.people.People;
import anbinh.recording.RecordingFixture;
import anbinh.recording.TestCamera;
import anbinh.testing.TestClient;
import anbinh.testing.TestServer;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// Who may watch a live picture, and for how long: the right ends with the session, the role, the
/// account and the camera's area, also while pictures flow and while none do.
class LiveSocketIT {
  /// RFC 6455 §7.4.1: normal closure.
  private static final int ENDED = 1000;

  @RegisterExtension static final TestServer SERVER = new TestServer("anbinh.recording.segment=5s");

  private static @Nullable RecordingFixture made;
  private static @Nullable TestCamera source;
  private static String camera = "";
  private static int people;

  @BeforeAll
  static void record() throws Exception {
    made = new RecordingFixture(SERVER);
    source = TestCamera.start();
    camera = world().addCamera("Cổng chợ", source().address());
    world().awaitRecorded(camera, Duration.ofSeconds(2));
  }

  @AfterAll
  static void stopCamera() {
    source().close();
  }

  private static RecordingFixture world() {
    return Objects.requireNonNull(made);
  }

  private static TestCamera source() {
    return Objects.requireNonNull(source);
  }

  @Test
  void endsWhenTheViewerSignsOut() throws Exception {
    TestClient officer = SERVER.signedIn(officer());
    try (LiveViewer viewer = LiveViewer.open(officer, live(camera))) {
      viewer.await("moof");
      assertThat(officer.delete("/api/session").status()).isEqualTo(200);
      assertThat(viewer.closingCode()).isEqualTo(4401);
    }
  }

  @Test
  void endsWhenTheRoleIsTakenAway() throws Exception {
    String username = officer();
    try (LiveViewer viewer = LiveViewer.open(SERVER.signedIn(username), live(camera))) {
      viewer.await("moof");
      changePerson(username, Map.of("roles", List.of(Role.APPROVER)));
      assertThat(viewer.closingCode()).isEqualTo(4403);
    }
  }

  @Test
  void endsWhenTheAccountIsMadeInactive() throws Exception {
    String username = officer();
    try (LiveViewer viewer = LiveViewer.open(SERVER.signedIn(username), live(camera))) {
      viewer.await("moof");
      changePerson(username, Map.of("active", false));
      assertThat(viewer.closingCode()).isEqualTo(4401);
    }
  }

  @Test
  void endsWhenTheCameraMovesToAnotherArea() throws Exception {
    String moving = world().addCamera("Xe lưu động", source().another("moving").uri());
    world().awaitRecorded(moving, Duration.ofSeconds(1));
    SERVER.person("toan-tinh", null, Role.ADMINISTRATOR);
    try (LiveViewer viewer = LiveViewer.open(SERVER.signedIn(officer()), live(moving))) {
      viewer.await("moof");
      assertThat(
              SERVER
                  .signedIn("toan-tinh")
                  .patch("/api/cameras/" + moving, Map.of("areaId", world().elsewhere))
                  .status())
          .isEqualTo(200);
      assertThat(viewer.closingCode()).isEqualTo(4403);
    }
  }

  /// No picture comes by which the sender would wake up.
  @Test
  void endsAlsoWhileTheCameraIsSilent() throws Exception {
    var silent = source().another("silent");
    String id = world().addCamera("Im lặng", silent.uri());
    world().awaitRecorded(id, Duration.ofSeconds(1));
    TestClient officer = SERVER.signedIn(officer());
    try (LiveViewer viewer = LiveViewer.open(officer, live(id))) {
      viewer.await("moof");
      silent.stall(true);
      officer.delete("/api/session");
      assertThat(viewer.closingCode()).isEqualTo(4401);
    } finally {
      silent.stall(false);
    }
  }

  @Test
  void goesOnForOthersWhenOneViewersRightEnds() throws Exception {
    TestClient leaving = SERVER.signedIn(officer());
    try (LiveViewer one = LiveViewer.open(leaving, live(camera));
        LiveViewer other = LiveViewer.open(SERVER.signedIn(officer()), live(camera))) {
      one.await("moof");
      leaving.delete("/api/session");
      assertThat(one.closingCode()).isEqualTo(4401);
      for (int picture = 0; picture < 30; picture++) {
        other.await("moof");
      }
      assertThat(other.isOpen()).isTrue();
    }
  }

  @Test
  void tellsByTheClosingCodeWhyNothingIsShown() throws Exception {
    String off = UUID.randomUUID().toString();
    assertThat(closingCode(SERVER.signedIn(officer()), off)).isEqualTo(4404);
    String idle = world().addCamera("Chưa ghi", source().another("idle").uri());
    world().change(idle, Map.of("recording", false));
    Instant deadline = Instant.now().plusSeconds(20);
    int code = closingCode(SERVER.signedIn(officer()), idle);
    while (code == ENDED && Instant.now().isBefore(deadline)) { // as it was being switched off
      code = closingCode(SERVER.signedIn(officer()), idle);
    }
    assertThat(code).isEqualTo(4404);
    assertThat(closingCode(SERVER.signedIn(officer()), "nonsense")).isEqualTo(4404);
    assertThat(closingCode(world().stranger, camera)).isEqualTo(4403);
    assertThat(closingCode(world().auditor, camera)).isEqualTo(4403);
    assertThat(closingCode(world().auditor, off))
        .as("who may watch nothing does not learn which cameras there are")
        .isEqualTo(4403);
  }

  @Test
  void opensForNobodyWithoutASessionAndForNoOtherSite() throws Exception {
    assertThatThrownBy(() -> LiveViewer.open(SERVER.client(), live(camera)))
        .rootCause()
        .hasMessageContaining("status code 401");
    String session = SERVER.signedIn(officer()).cookie("ANBINH_SESSION").orElseThrow();
    for (String origin :
        List.of(
            "https://elsewhere.example",
            "null",
            "%",
            "http://[",
            "http://",
            "//localhost",
            "http://a b",
            "http://localhost:99999999",
            live(camera).resolve("/").toString(),
            "https://localhost@elsewhere.example")) {
      assertThatThrownBy(() ->
              HttpClient.newHttpClient()
                  .newWebSocketBuilder()
                  .header("Cookie", "ANBINH_SESSION=" + session)
                  .header("Origin", origin)
                  .buildAsync(
                      URI.create(live(camera).toString().replace("http:", "ws:")),
                      new WebSocket.Listener() {})
                  .join())
          .as(origin)
          .rootCause()
          .hasMessageContaining("status code 403");
      assertThat(
              SERVER
                  .signedIn(officer())
                  .get(live(camera).getPath(), Map.of("Origin", origin))
                  .status())
          .as("no socket, %s", origin)
          .isEqualTo(403);
    }
  }

  @Test
  void saysThatTheCameraWasSwitchedOff() throws Exception {
    String stopped = world().addCamera("Sắp tắt", source().another("stopped").uri());
    world().awaitRecorded(stopped, Duration.ofSeconds(1));
    try (LiveViewer viewer = LiveViewer.open(SERVER.signedIn(officer()), live(stopped))) {
      viewer.await("moof");
      world().change(stopped, Map.of("recording", false));
      viewer.await("\"ended\"");
      assertThat(viewer.closingCode()).isEqualTo(1000);
    }
  }

  @Test
  void saysWhyNoPicturesComeAndGoesOnWhenTheyDo() throws Exception {
    var cut = source().another("cut");
    String id = world().addCamera("Hay đứt", cut.uri());
    world().awaitRecorded(id, Duration.ofSeconds(1));
    try (LiveViewer viewer = LiveViewer.open(SERVER.signedIn(officer()), live(id))) {
      viewer.await("moof");
      cut.refuse(404);
      cut.disconnect();
      assertThat(viewer.await("\"gap\"")).contains("\"cause\":\"");
      assertThat(viewer.await("NOT_FOUND")).contains("\"gap\"");
      cut.refuse(0);
      viewer.await("moof");
    }
  }

  /// The recorder never waits for a viewer: while this one takes nothing, recording has no gap, and
  /// the viewer is told afterwards how much it missed.
  @Test
  void aViewerThatTakesNothingLosesPicturesAndTheRecordingNone() throws Exception {
    String recorded = world().addCamera("Nhiều người xem", source().noisy("busy").uri());
    world().awaitRecorded(recorded, Duration.ofSeconds(1));
    try (LiveViewer slow = LiveViewer.openSlow(SERVER.signedIn(officer()), live(recorded));
        LiveViewer quick = LiveViewer.open(SERVER.signedIn(officer()), live(recorded))) {
      for (int picture = 0; picture < 15 * 15; picture++) {
        quick.await("moof");
      }
      assertThat(slow.isOpen()).isTrue();
      slow.takeAll();
      assertThat(slow.await("skipped")).matches(".*\"pictures\":[1-9][0-9]*.*");
      assertThat(quick.isOpen()).isTrue();
      assertThat(world().missing(recorded)).isEmpty();
    }
  }

  @Test
  void everyBeginningOfWatchingAndEveryRefusalIsAnEvent() throws Exception {
    long watched = events("live.watched");
    long refused = events("access.denied");
    try (LiveViewer viewer = LiveViewer.open(SERVER.signedIn(officer()), live(camera))) {
      viewer.await("moof");
    }
    assertThat(closingCode(world().stranger, camera)).isEqualTo(4403);
    until("the events", () -> events("live.watched") == watched + 1);
    assertThat(events("access.denied")).isEqualTo(refused + 1);
  }

  private static int closingCode(TestClient client, String id) throws Exception {
    try (LiveViewer viewer = LiveViewer.open(client, live(id))) {
      return viewer.closingCode();
    }
  }

  private static URI live(String id) {
    return SERVER.uri("/api/cameras/" + id + "/live");
  }

  /// A new duty officer of the commune.
  private static String officer() {
    String username = "truc-ban-" + ++people;
    SERVER.person(username, world().commune, Role.DUTY_OFFICER);
    return username;
  }

  private static void changePerson(String username, Map<String, Object> change) {
    UUID id = SERVER.bean(People.class).find(username).orElseThrow().id();
    assertThat(world().administrator.patch("/api/people/" + id, change).status()).isEqualTo(200);
  }

  private static long events(String type) {
    return SERVER
        .database()
        .client()
        .sql("select count(*) from audit.event where type = ?")
        .param(type)
        .query(Long.class)
        .single();
  }
}
