package anbinh;

import static anbinh.recording.RecordingFixture.instant;
import static anbinh.testing.Await.until;
import static org.assertj.core.api.Assertions.assertThat;

import anbinh.media.rtsp.Credentials;
import anbinh.media.rtsp.DigestAlgorithm;
import anbinh.media.simulator.SimulatedCamera;
import anbinh.media.simulator.SimulatedCamera.Offer;
import anbinh.recording.RecordingFixture;
import anbinh.recording.TestCamera;
import anbinh.testing.TestGateway;
import anbinh.testing.TestServer;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;

/// Simulated cameras with everything wrong that cameras have: the health names the cause, recovery
/// is seen by itself, the gap is stated, and a camera beside it is recorded without one.
class CameraFaultsIT {
  private static final GreenMail MAIL = mail();
  private static final TestGateway WEBHOOK = new TestGateway();

  @RegisterExtension
  static final TestServer SERVER =
      new TestServer(
          "anbinh.recording.segment=5s",
          "anbinh.recording.alert.to=truc.ban@example.vn",
          "anbinh.recording.alert.mail.host=127.0.0.1",
          "anbinh.recording.alert.mail.port=" + MAIL.getSmtp().getPort(),
          "anbinh.recording.alert.mail.protection=NONE",
          "anbinh.recording.alert.mail.from=anbinh@example.vn",
          "anbinh.recording.alert.webhook.url=" + WEBHOOK.url(),
          "anbinh.recording.alert.webhook.secret=" + TestGateway.secret(),
          "anbinh.recording.alert.after=1s",
          "anbinh.recording.alert.clear-after=1s");

  private static GreenMail mail() {
    var mail =
        new GreenMail(
            new ServerSetup(
                0, InetAddress.getLoopbackAddress().getHostAddress(), ServerSetup.PROTOCOL_SMTP));
    mail.start();
    return mail;
  }

  private static @Nullable RecordingFixture made;
  private static @Nullable TestCamera source;
  private static String healthy = "";

  private Instant began = Instant.EPOCH;

  @BeforeAll
  static void record() throws Exception {
    made = new RecordingFixture(SERVER);
    source = TestCamera.start();
    healthy = world().addCamera("Khỏe", source().address());
    world().awaitRecorded(healthy, Duration.ofSeconds(2));
  }

  @AfterAll
  static void stopCamera() {
    source().close();
    MAIL.stop();
    WEBHOOK.close();
  }

  @BeforeEach
  void begin() {
    began = Instant.now();
  }

  @AfterEach
  void theHealthyCameraWasRecordedWithoutAGap() {
    Instant now = Instant.now();
    until("recorded up to now", () -> !instant(world().coverage(healthy), "latest").isBefore(now));
    JsonNode coverage = world().coverage(healthy, began, now);
    assertThat(coverage.path("gaps")).as(coverage.toString()).isEmpty();
    assertThat(coverage.path("recorded")).hasSize(1);
    assertThat(world().connection(healthy)).isEqualTo("CONNECTED");
  }

  private static RecordingFixture world() {
    return Objects.requireNonNull(made);
  }

  private static TestCamera source() {
    return Objects.requireNonNull(source);
  }

  @Test
  void aWrongPathIsNamedAndMendedByAnotherAddress() {
    String id = world().addCamera("Sai đường dẫn", source().address() + "-none");
    awaitCause(id, "NOT_FOUND");
    world().change(id, Map.of("address", source().another("right-path").uri()));
    awaitRecorded(id);
  }

  @Test
  void aHostThatDoesNotExistOrDoesNotAnswerIsNamed() throws Exception {
    int nothing;
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      nothing = socket.getLocalPort();
    }
    String refused = world().addCamera("Tắt máy", "rtsp://127.0.0.1:" + nothing + "/x");
    String unknown = world().addCamera("Sai tên", "rtsp://khong-co-may-nay.invalid/x");
    awaitCause(refused, "UNREACHABLE");
    awaitCause(unknown, "BAD_ADDRESS");
  }

  @Test
  void aRefusedPasswordIsNamedAndMendedByTheRightOne() {
    SimulatedCamera camera = source().another("locked");
    camera.requireDigest(new Credentials("xem", "đúng"), DigestAlgorithm.MD5);
    Map<String, Object> form = world().form("Có khóa", camera.uri());
    form.put("username", "xem");
    form.put("password", "sai");
    String id = world().administrator.post("/api/cameras", form).json().path("id").asString();
    awaitCause(id, "UNAUTHORISED");
    assertThat(world().administrator.get("/api/cameras/" + id).text())
        .doesNotContain("\"sai\"", "\"password\"");
    world().change(id, Map.of("username", "xem", "password", "đúng"));
    awaitRecorded(id);
  }

  @Test
  void whatIsNoCameraIsNamed() throws Exception {
    try (var server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
      Thread.ofVirtual().start(() -> answerAsAWebServer(server));
      String id = world().addCamera("Máy in", "rtsp://127.0.0.1:" + server.getLocalPort() + "/x");
      awaitCause(id, "NOT_RTSP");
      world().change(id, Map.of("recording", false));
    }
  }

  private static void answerAsAWebServer(ServerSocket server) {
    while (!server.isClosed()) {
      try (Socket client = server.accept()) {
        client
            .getOutputStream()
            .write("HTTP/1.1 400 Bad Request\r\n\r\n<html>".getBytes(StandardCharsets.US_ASCII));
      } catch (IOException closed) {
        // The test is over.
      }
    }
  }

  @Test
  void streamsWithoutVideoWeCanRecordAreNamed() {
    String audio = faulty("audio", camera -> camera.offer(Offer.AUDIO_ONLY), "NO_VIDEO");
    String jpeg = faulty("jpeg", camera -> camera.offer(Offer.JPEG), "UNSUPPORTED_CODEC");
    cameras.get(0).offer(Offer.VIDEO);
    cameras.get(1).offer(Offer.VIDEO);
    awaitRecorded(audio);
    awaitRecorded(jpeg);
  }

  @Test
  void aCameraThatRefusesIsNamedAndTriedAgain() {
    String id = faulty("busy", camera -> camera.refuse(453), "REFUSED");
    cameras.getFirst().refuse(0);
    awaitRecorded(id);
  }

  /// E-mail, webhook, log and metrics, and each of them once when it began and once when it was
  /// over.
  @Test
  void aCameraThatIsNotRecordedIsToldToTheDutyOfficer() throws Exception {
    String id = faulty("silent", camera -> camera.refuse(453), "REFUSED");
    String code = world().officer.get("/api/cameras/" + id).json().path("code").asString();
    until("the e-mail", () -> letters("CẢNH BÁO: camera " + code) == 1);
    until("the webhook", () -> calls(code, "null") == 1);
    assertThat(WEBHOOK.calls).allMatch(TestGateway.Call::signed);
    assertThat(events("recording.alert-raised", id)).isEqualTo(1);
    String metrics = metrics();
    assertThat(metrics)
        .contains(
            "anbinh_camera_state{camera=\"" + code + "\",state=\"down\"} 1.0",
            "anbinh_camera_recording{camera=\"" + code + "\"} 0.0",
            "anbinh_footage_disk_writable 1.0",
            "anbinh_footage_disk_full_in_seconds",
            "anbinh_camera_lost_packets_total{camera=\"" + code + "\"} 0.0");
    assertThat(value(metrics, "anbinh_camera_gap_seconds_total", code)).isGreaterThan(0.5);
    String good = world().officer.get("/api/cameras/" + healthy).json().path("code").asString();
    assertThat(value(metrics, "anbinh_camera_bitrate_bits_per_second", good)).isGreaterThan(10_000);
    assertThat(value(metrics, "anbinh_camera_frames_total", good)).isGreaterThan(30);
    assertThat(value(metrics, "anbinh_camera_timestamp_rate_ratio", good)).isBetween(0.9, 1.1);
    assertThat(metrics)
        .contains(
            "anbinh_camera_times{camera=\"" + good + "\",source=\"camera_timestamps\"} 1.0",
            "anbinh_camera_times{camera=\"" + good + "\",source=\"receipt\"} 0.0",
            "anbinh_camera_losses_total{camera=\"" + good + "\"} 0.0",
            "anbinh_camera_damaged_frames_total{camera=\"" + good + "\"} 0.0",
            "anbinh_camera_damaged_ratio{camera=\"" + good + "\"} 0.0",
            "anbinh_camera_dropped_frames_total{camera=\"" + good + "\"} 0.0");
    assertThat(told(metrics)).as("docs/ref/metrics.md").isEqualTo(documented());
    assertThat(SERVER.client().get("/actuator/health").status()).isEqualTo(200);

    cameras.getFirst().refuse(0);
    awaitRecorded(id);
    until("the e-mail that it is over", () -> letters("ĐÃ HẾT: camera " + code) == 1);
    until("the webhook that it is over", () -> calls(code, "over") == 1);
    assertThat(events("recording.alert-cleared", id)).isEqualTo(1);
    assertThat(letters("CẢNH BÁO: camera " + code)).isEqualTo(1);
  }

  @Test
  void camerasThatFailAtOnceAreToldOfInOneMessage() {
    List<String> codes = new ArrayList<>();
    for (int number = 1; number <= 6; number++) {
      SimulatedCamera camera = source().another("switch-" + number);
      camera.refuse(453);
      cameras.add(camera);
      String id = world().addCamera("Bộ chuyển mạch, cổng " + number, camera.uri());
      codes.add(world().officer.get("/api/cameras/" + id).json().path("code").asString());
    }
    until("all of them are told", () -> codes.stream().allMatch(code -> calls(code, "null") == 1));
    assertThat(WEBHOOK.calls)
        .filteredOn(call -> codes.stream().anyMatch(call.body().toString()::contains))
        .hasSize(1);
    cameras.forEach(camera -> camera.refuse(0));
  }

  /// Name and type of each of our metrics, as a running server tells them.
  private static Set<String> told(String metrics) {
    return metrics
        .lines()
        .filter(line -> line.startsWith("# TYPE anbinh_"))
        .map(line -> line.substring("# TYPE ".length()))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /// The same, as the page says.
  private static Set<String> documented() throws IOException {
    return Files.readAllLines(Path.of("..", "docs", "ref", "metrics.md")).stream()
        .filter(line -> line.startsWith("| `anbinh_"))
        .map(line -> line.split("[ |`]+"))
        .map(cells -> cells[1] + " " + cells[2])
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static long letters(String text) {
    return Arrays.stream(MAIL.getReceivedMessages())
        .filter(letter -> body(letter).contains(text))
        .count();
  }

  private static String body(MimeMessage letter) {
    try {
      return String.valueOf(letter.getContent());
    } catch (IOException | MessagingException e) {
      throw new IllegalStateException(e);
    }
  }

  /// @param cleared `null` for those that stand
  private static long calls(String code, String cleared) {
    long calls = 0;
    for (TestGateway.Call call : WEBHOOK.calls) {
      for (JsonNode alert : call.body().path("data").path("alerts")) {
        if (alert.path("camera").asString("").equals(code)
            && alert.path("cleared").isNull() == cleared.equals("null")) {
          calls++;
        }
      }
    }
    return calls;
  }

  private static long events(String type, String camera) {
    return SERVER
        .database()
        .client()
        .sql("select count(*) from audit.event where type = ? and object_id = ?")
        .params(type, camera)
        .query(Long.class)
        .single();
  }

  /// What is told once it tells of a camera.
  private static String awaitMetrics(String code) throws IOException {
    until("its metrics", () -> metrics().contains(metric("state", code)));
    return metrics();
  }

  private static String metrics() throws IOException {
    String token = Files.readString(SERVER.data().resolve("metrics-token")).strip();
    return SERVER
        .client()
        .get("/actuator/prometheus", Map.of("Authorization", "Bearer " + token))
        .text();
  }

  private static String metric(String name, String code) {
    return "anbinh_camera_" + name + "{camera=\"" + code + "\"";
  }

  private static double value(String metrics, String name, String camera) {
    String start = name + "{camera=\"" + camera + "\"} ";
    return metrics
        .lines()
        .filter(line -> line.startsWith(start))
        .mapToDouble(line -> Double.parseDouble(line.substring(start.length())))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void garbageInTheMiddleOfAStreamIsNamedAndItsGapStated() {
    String id = recorded("garbage");
    cameras.getFirst().sendGarbage(true);
    awaitDown(id, "MALFORMED_STREAM", "NOT_RTSP", "STALLED");
    cameras.getFirst().sendGarbage(false);
    awaitGapAndMore(id);
  }

  @Test
  void aCameraThatSendsNothingMoreIsStalledAndItsGapStated() {
    String id = recorded("stalling");
    cameras.getFirst().stall(true);
    awaitCause(id, "STALLED");
    assertThat(world().officer.get("/api/cameras?state=DOWN").text()).contains(id);
    cameras.getFirst().stall(false);
    awaitGapAndMore(id);
  }

  /// Whatever the camera's timestamps do, its recording stays where its pictures were received.
  @Test
  void clocksThatJumpNeitherStopNorMoveTheRecording() {
    String id = recorded("jumping");
    SimulatedCamera camera = cameras.getFirst();
    for (Duration jump : List.of(Duration.ofHours(3), Duration.ofHours(-5), Duration.ofDays(2))) {
      camera.jumpTimestamps(jump);
      camera.offsetClock(jump);
      Instant jumped = Instant.now();
      until(
          "recorded after a jump of " + jump,
          () -> instant(world().coverage(id), "latest").isAfter(jumped.plusSeconds(2)));
    }
    JsonNode all =
        world().coverage(id, Instant.now().minus(Duration.ofDays(5)), Instant.now().plusSeconds(5));
    assertThat(instant(all, "earliest")).isAfter(began.minusSeconds(1));
    assertThat(instant(all, "latest")).isBefore(Instant.now().plusSeconds(2));
    assertThat(world().connection(id)).isEqualTo("CONNECTED");
    until(
        "the camera's clock in its health",
        () -> Math.abs(world().health(id).path("clockOffsetMillis").asLong()) > 3_600_000);
  }

  /// Lost packets cost no more than what they held: no gap, no new file for each, and all of it is
  /// told.
  @Test
  void aLossyCameraKeepsItsPicturesAndSaysWhichAreDamaged() throws Exception {
    String id = recorded("lossy");
    cameras.getFirst().losePackets(0.02);
    until("a loss", () -> world().health(id).path("quality").path("damagedFrames").asLong() > 20);
    JsonNode quality = world().health(id).path("quality");
    assertThat(quality.path("losses").asLong()).isPositive();
    assertThat(quality.path("lostPackets").asLong()).isPositive();
    assertThat(quality.path("damagedShare").asDouble()).isPositive();
    String code = world().officer.get("/api/cameras/" + id).json().path("code").asString();
    String metrics = awaitMetrics(code);
    assertThat(value(metrics, "anbinh_camera_losses_total", code)).isPositive();
    assertThat(value(metrics, "anbinh_camera_lost_packets_total", code)).isPositive();
    assertThat(value(metrics, "anbinh_camera_damaged_frames_total", code)).isGreaterThan(20);
    cameras.getFirst().losePackets(0);
    until("a remark", () -> !world().coverage(id).path("remarks").isEmpty());
    JsonNode coverage = world().coverage(id);
    assertThat(world().missing(id)).as(coverage.toString()).isEmpty();
    assertThat(coverage.path("recorded")).hasSize(1);
    JsonNode remark = coverage.path("remarks").get(0);
    assertThat(remark.path("damagedFrames").asInt()).isPositive();
    JsonNode frames =
        world()
            .officer
            .get(
                "/api/cameras/%s/frames?from=%s&to=%s"
                    .formatted(id, instant(remark, "from"), instant(remark, "to")))
            .json()
            .path("frames");
    assertThat(frames).anyMatch(frame -> frame.path("damaged").asBoolean());
    assertThat(frames)
        .noneMatch(frame -> frame.path("damaged").asBoolean() && frame.path("key").asBoolean());
  }

  /// The recording stays where its pictures were received, and says that their times do.
  @Test
  void aClockThatRunsFastNeitherMovesTheRecordingNorMakesGaps() throws Exception {
    SimulatedCamera camera = source().another("fast");
    camera.runTimestamps(1.25);
    cameras.add(camera);
    String id = world().addCamera("fast", camera.uri());
    world().awaitRecorded(id, Duration.ofSeconds(12));
    assertThat(world().health(id).path("quality").path("timestampRate").asDouble())
        .isBetween(1.2, 1.3);
    String code = world().officer.get("/api/cameras/" + id).json().path("code").asString();
    String metrics = awaitMetrics(code);
    assertThat(value(metrics, "anbinh_camera_timestamp_rate_ratio", code)).isBetween(1.2, 1.3);
    assertThat(metrics)
        .contains("anbinh_camera_times{camera=\"" + code + "\",source=\"receipt\"} 1.0");
    until("a remark", () -> !world().coverage(id).path("remarks").isEmpty());
    JsonNode coverage = world().coverage(id);
    assertThat(world().missing(id)).as(coverage.toString()).isEmpty();
    assertThat(instant(coverage, "earliest")).isAfterOrEqualTo(began);
    assertThat(instant(coverage, "latest")).isBefore(Instant.now().plusSeconds(1));
    JsonNode remark = coverage.path("remarks").get(0);
    assertThat(remark.path("timeByReceipt").asBoolean()).isTrue();
    assertThat(remark.path("uncertaintyMillis").asLong()).isBetween(80L, 1_500L);
    assertThat(remark.path("cameraRate").asDouble()).isBetween(1.2, 1.3);
  }

  private final List<SimulatedCamera> cameras = new ArrayList<>();

  private String recorded(String name) {
    SimulatedCamera camera = source().another(name);
    cameras.add(camera);
    String id = world().addCamera(name, camera.uri());
    world().awaitRecorded(id, Duration.ofSeconds(2));
    return id;
  }

  private String faulty(String name, Consumer<SimulatedCamera> fault, String cause) {
    SimulatedCamera camera = source().another(name);
    cameras.add(camera);
    fault.accept(camera);
    String id = world().addCamera(name, camera.uri());
    awaitCause(id, cause);
    return id;
  }

  private static void awaitCause(String id, String cause) {
    awaitDown(id, cause);
  }

  private static void awaitDown(String id, String... causes) {
    until(
        List.of(causes) + " of " + world().health(id),
        () ->
            world().connection(id).equals("DOWN")
                && List.of(causes).contains(world().health(id).path("cause").asString("")));
    assertThat(world().health(id).path("detail").asString()).isNotBlank();
    assertThat(world().health(id).path("storage").asString()).isEqualTo("OK");
  }

  private static void awaitRecorded(String id) {
    until("connected", () -> world().connection(id).equals("CONNECTED"));
    world().awaitRecorded(id, Duration.ofSeconds(1));
    assertThat(world().health(id).path("cause").isNull()).isTrue();
  }

  private void awaitGapAndMore(String id) {
    until("connected again", () -> world().connection(id).equals("CONNECTED"));
    until("two runs", () -> world().coverage(id).path("recorded").size() >= 2);
    JsonNode gaps = world().coverage(id).path("gaps");
    assertThat(gaps).isNotEmpty();
    gaps.forEach(gap -> assertThat(gap.path("cause").asString()).isNotIn("", "UNKNOWN"));
  }

  @AfterEach
  void switchOff() {
    for (JsonNode camera : world().officer.get("/api/cameras").json().path("items")) {
      String id = camera.path("id").asString();
      if (!id.equals(healthy) && camera.path("recording").asBoolean()) {
        world().change(id, Map.of("recording", false));
      }
    }
  }
}
