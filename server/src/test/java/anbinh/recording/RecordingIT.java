package anbinh.recording;

import static anbinh.testing.Await.until;
import static org.assertj.core.api.Assertions.assertThat;

import anbinh.areas.AreaKind;
import anbinh.areas.NewArea;
import anbinh.areas.unit.Areas;
import anbinh.audit.event.AuditLog;
import anbinh.cameras.CameraEvent;
import anbinh.identity.Role;
import anbinh.recording.store.SegmentTable;
import anbinh.testing.TestClient;
import anbinh.testing.TestServer;
import java.io.ByteArrayInputStream;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class RecordingIT {
  @RegisterExtension static final TestServer SERVER = new TestServer("anbinh.recording.segment=5s");

  private static TestCamera source;
  private static UUID area;
  private static UUID elsewhere;
  private static String camera;

  @TempDir Path folder;

  @BeforeAll
  static void record() throws Exception {
    source = TestCamera.start();
    Areas areas = SERVER.bean(Areas.class);
    area = areas.create(new NewArea("A", "Phường A", AreaKind.COMMUNE, null), null).id();
    elsewhere = areas.create(new NewArea("B", "Phường B", AreaKind.COMMUNE, null), null).id();
    SERVER.person("quantri", area, Role.ADMINISTRATOR);
    SERVER.person("trucban", area, Role.DUTY_OFFICER);
    SERVER.person("nguoila", elsewhere, Role.DUTY_OFFICER);
    SERVER.person("kiemtoan", null, Role.AUDITOR);
    camera = add("Cổng chợ", source.address());
    until(() -> recordedMillis() > 8_000);
  }

  @AfterAll
  static void stopCamera() {
    source.close();
  }

  @Test
  void servesAnyStretchAsAnExactlyCutVideo() throws Exception {
    TestClient officer = officer();
    Instant from = firstRecorded().plusMillis(1_234);
    Instant to = from.plusMillis(4_321);
    String query = "?from=" + from + "&to=" + to;
    var frames = officer.get(path("frames") + query).json().get("frames");
    assertThat(frames).hasSizeBetween(60, 70);
    for (JsonNode frame : frames) {
      assertThat(Instant.parse(frame.get("at").asString())).isBetween(from, to);
    }
    var video = officer.get(path("video.mp4") + query);
    assertThat(video.status()).isEqualTo(200);
    Path file = folder.resolve("video.mp4");
    Files.write(file, video.response().body());
    String shown =
        TestCamera.run(
            List.of(
                "ffprobe",
                "-v",
                "error",
                "-count_frames",
                "-show_entries",
                "stream=nb_read_frames",
                "-of",
                "default=nw=1:nk=1",
                file.toString()));
    assertThat(Integer.parseInt(shown.strip())).isEqualTo(frames.size());
  }

  @Test
  void answersRangesAndConditions() {
    TestClient officer = officer();
    Instant from = firstRecorded();
    String path = path("video.mp4") + "?from=" + from + "&to=" + from.plusSeconds(3);
    var whole = officer.get(path);
    String etag = whole.header("ETag").orElseThrow();
    var part = officer.get(path, Map.of("Range", "bytes=100-199"));
    assertThat(part.status()).isEqualTo(206);
    assertThat(part.header("Content-Range"))
        .hasValue("bytes 100-199/" + whole.response().body().length);
    assertThat(part.response().body())
        .isEqualTo(java.util.Arrays.copyOfRange(whole.response().body(), 100, 200));
    assertThat(officer.get(path, Map.of("If-None-Match", etag)).status()).isEqualTo(304);
    assertThat(officer.get(path, Map.of("Range", "bytes=0-9", "If-Range", "\"another\"")).status())
        .isEqualTo(200);
    assertThat(officer.get(path, Map.of("Range", "bytes=999999999-")).status()).isEqualTo(416);
  }

  @Test
  void finishesAVideoAfterItsSegmentIsClosedThatWasBegunBefore() {
    TestClient officer = officer();
    Instant to;
    String query;
    TestClient.Answer begun;
    do {
      to = Instant.parse(coverage().get("latest").asString()).minusMillis(150);
      query = "?from=" + to.minusSeconds(2) + "&to=" + to;
      begun = officer.get(path("video.mp4") + query);
    } while (hasRow(to));
    byte[] whole = begun.response().body();
    int half = whole.length / 2;
    String etag = begun.header("ETag").orElseThrow();
    JsonNode frames = officer.get(path("frames") + query).json();

    Instant end = to;
    until(() -> hasRow(end));

    var rest =
        officer.get(
            path("video.mp4") + query, Map.of("Range", "bytes=" + half + "-", "If-Range", etag));
    assertThat(rest.status()).isEqualTo(206);
    assertThat(rest.header("ETag")).hasValue(etag);
    assertThat(rest.response().body())
        .isEqualTo(java.util.Arrays.copyOfRange(whole, half, whole.length));
    assertThat(officer.get(path("frames") + query).json()).isEqualTo(frames);
  }

  /// Whether the segment with the pictures before an instant is closed.
  private static boolean hasRow(Instant at) {
    Span moment = new Span(at.minusMillis(1), at);
    return !SERVER.bean(SegmentTable.class).list(UUID.fromString(camera), moment).isEmpty();
  }

  @Test
  void decodesTheStillOfAnInstant() {
    Instant at = firstRecorded().plusMillis(2_500);
    var still = officer().get(path("still.jpg") + "?at=" + at);
    assertThat(still.status()).isEqualTo(200);
    assertThat(still.response().body()).startsWith(0xFF, 0xD8);
    Instant frameAt = Instant.parse(still.header("X-Anbinh-Frame-At").orElseThrow());
    assertThat(Duration.between(frameAt, at)).isBetween(Duration.ZERO, Duration.ofMillis(120));
  }

  @Test
  void namesTheNearestRecordingWhenNothingIsRecordedThen() {
    Instant early = firstRecorded().minusSeconds(3_600);
    var answer =
        officer().get(path("video.mp4") + "?from=" + early + "&to=" + early.plusSeconds(5));
    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.code()).isEqualTo("not-recorded");
    assertThat(Instant.parse(answer.json().get("nearest").get("from").asString()))
        .isEqualTo(firstRecorded());
    assertThat(answer.json().has("before")).isFalse();
    assertThat(Instant.parse(answer.json().get("after").get("from").asString()))
        .isEqualTo(firstRecorded());
    String frames = path("frames") + "?from=" + early + "&to=" + early.plusSeconds(5);
    for (String path : List.of(frames, path("still.jpg") + "?at=" + early)) {
      var named = officer().get(path, Map.of("Accept", "*/*"));
      assertThat(named.status()).as(path).isEqualTo(404);
      assertThat(named.json().get("nearest").get("from").asString()).as(path).isNotBlank();
      JsonNode field = named.json().get("errors").get(0);
      assertThat(field.get("code").asString()).isEqualTo("not-recorded");
      assertThat(path).contains(field.get("field").asString() + "=");
      assertThat(field.get("message").asString()).contains(firstRecorded().toString());
    }
    Instant late = Instant.now().plusSeconds(3_600);
    var after = officer().get(path("still.jpg") + "?at=" + late);
    assertThat(after.json().has("before")).isTrue();
    assertThat(after.json().has("after")).isFalse();
  }

  @Test
  void sendsTheLivePicture() throws Exception {
    TestClient officer = officer();
    BlockingQueue<Object> messages = new LinkedBlockingQueue<>();
    WebSocket socket = open(officer, messages);
    try {
      String format = (String) messages.poll(10, TimeUnit.SECONDS);
      assertThat(format).contains("\"codecs\":\"avc1.").contains("\"width\":320");
      assertThat(box(messages.poll(10, TimeUnit.SECONDS))).isEqualTo("ftyp");
      for (int picture = 0; picture < 20; picture++) {
        assertThat(box(messages.poll(10, TimeUnit.SECONDS))).isEqualTo("moof");
      }
    } finally {
      socket.abort();
    }
  }

  @Test
  void showsNothingToPeopleOfAnotherAreaOrRoleAndLogsTheTry() throws Exception {
    TestClient stranger = SERVER.client();
    stranger.signIn("nguoila", TestServer.PASSWORD);
    Instant from = firstRecorded();
    String span = "?from=" + from + "&to=" + from.plusSeconds(1);
    for (String path :
        List.of(path("video.mp4") + span, path("frames") + span, path("still.jpg?at=" + from))) {
      assertThat(stranger.get(path).status()).as(path).isEqualTo(403);
    }
    assertThat(stranger.get("/api/cameras").json().get("items")).isEmpty();
    BlockingQueue<Object> messages = new LinkedBlockingQueue<>();
    open(stranger, messages);
    assertThat(messages.poll(10, TimeUnit.SECONDS)).isEqualTo(4403);
    TestClient auditor = SERVER.client();
    auditor.signIn("kiemtoan", TestServer.PASSWORD);
    assertThat(auditor.get(path("video.mp4") + span).status()).isEqualTo(403);
    assertThat(
            SERVER
                .database()
                .client()
                .sql("select count(*) from audit.event where type = 'access.denied' and refused")
                .query(Long.class)
                .single())
        .isGreaterThanOrEqualTo(5);
    assertThat(auditor.get("/api/log?limit=200").text()).doesNotContain("access.denied");
    assertThat(auditor.get("/api/log?limit=200").text()).doesNotContain("segment.closed");
    assertThat(auditor.get("/api/log?type=segment.closed").json().get("items")).isNotEmpty();
  }

  @Test
  void saysWhyACameraIsDownWithoutDisturbingOthers() {
    String broken = add("Hỏng", "rtsp://127.0.0.1:9/none");
    TestClient officer = officer();
    until(() ->
        officer
            .get("/api/cameras/" + broken)
            .json()
            .get("health")
            .path("cause")
            .asString("")
            .equals("UNREACHABLE"));
    assertThat(officer.get("/api/cameras?state=DOWN").json().get("items")).hasSize(1);
    JsonNode health = officer.get("/api/cameras/" + camera).json().get("health");
    assertThat(health.get("connection").asString()).isEqualTo("CONNECTED");
  }

  @Test
  void testsAnAddressBeforeItIsSaved() throws Exception {
    TestClient administrator = administrator();
    var good = administrator.post("/api/cameras/probe", Map.of("address", source.address()));
    assertThat(good.json().get("ok").asBoolean()).isTrue();
    assertThat(good.json().get("format").get("width").asInt()).isEqualTo(320);
    byte[] picture = Base64.getDecoder().decode(good.json().get("picture").asString());
    assertThat(ImageIO.read(new ByteArrayInputStream(picture)).getWidth()).isEqualTo(320);
    var wrong =
        administrator.post("/api/cameras/probe", Map.of("address", source.address() + "-none"));
    assertThat(wrong.json().get("cause").asString()).isEqualTo("NOT_FOUND");
    assertThat(wrong.json().get("advice").asString()).contains("path");
  }

  @Test
  void nobodySearchesANetworkByTestingAddresses() {
    SERVER.person("quantri2", area, Role.ADMINISTRATOR);
    TestClient administrator = SERVER.client();
    administrator.signIn("quantri2", TestServer.PASSWORD);
    var address = Map.of("address", "rtsp://x:secret@169.254.169.254/a?password=secret");
    for (int probe = 0; probe < 20; probe++) {
      assertThat(administrator.post("/api/cameras/probe", address).text())
          .contains("FORBIDDEN_ADDRESS")
          .doesNotContain("secret");
    }
    var refused = administrator.post("/api/cameras/probe", address);
    assertThat(refused.status()).isEqualTo(429);
    assertThat(refused.text()).contains("too-many-probes");
    List<String> logged = new ArrayList<>();
    SERVER
        .bean(AuditLog.class)
        .forEach(CameraEvent.PROBED, page -> page.forEach(event -> logged.add(event.toString())));
    assertThat(logged).anyMatch(text -> text.contains("169.254.169.254:554"));
    assertThat(logged).noneMatch(text -> text.contains("secret"));
  }

  @Test
  void connectsToNothingThatOnlyTheServerReaches() {
    TestClient administrator = administrator();
    for (String host : List.of("169.254.169.254", "[::1]", "[::ffff:169.254.1.1]", "0.0.0.0")) {
      String address = "rtsp://" + host + ":80/latest";
      var probe = administrator.post("/api/cameras/probe", Map.of("address", address));
      assertThat(probe.json().get("cause").asString()).as(host).isEqualTo("FORBIDDEN_ADDRESS");
      assertThat(probe.json().get("advice").asString()).contains("anbinh.cameras");
      var saved =
          administrator.post(
              "/api/cameras",
              Map.of(
                  "name",
                  "Máy chủ",
                  "areaId",
                  area,
                  "ownerKind",
                  "POLICE",
                  "address",
                  address,
                  "recording",
                  true,
                  "keepDays",
                  7));
      assertThat(saved.status()).isEqualTo(400);
      assertThat(saved.text()).contains("camera-address");
    }
  }

  @Test
  void namesAllWrongFieldsOfACameraAtOnce() {
    var answer =
        administrator()
            .post(
                "/api/cameras",
                Map.of(
                    "name", " ", "areaId", area, "address", "", "recording", true, "keepDays", 0));
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.text()).contains("\"name\"", "\"address\"", "\"keepDays\"");
  }

  private static String add(String name, String address) {
    var answer =
        administrator()
            .post(
                "/api/cameras",
                Map.of(
                    "name",
                    name,
                    "areaId",
                    area,
                    "address",
                    address,
                    "recording",
                    true,
                    "keepDays",
                    30,
                    "simulated",
                    true));
    assertThat(answer.status()).as(answer.text()).isEqualTo(201);
    return answer.json().get("id").asString();
  }

  private static TestClient officer() {
    TestClient client = SERVER.client();
    client.signIn("trucban", TestServer.PASSWORD);
    return client;
  }

  private static TestClient administrator() {
    TestClient client = SERVER.client();
    client.signIn("quantri", TestServer.PASSWORD);
    return client;
  }

  private static String path(String what) {
    return "/api/cameras/" + camera + "/" + what;
  }

  private static JsonNode coverage() {
    Instant now = Instant.now();
    return officer()
        .get(path("coverage") + "?from=" + now.minusSeconds(600) + "&to=" + now.plusSeconds(10))
        .json();
  }

  private static long recordedMillis() {
    long millis = 0;
    for (JsonNode run : coverage().get("recorded")) {
      Instant from = Instant.parse(run.get("from").asString());
      millis += Duration.between(from, Instant.parse(run.get("to").asString())).toMillis();
    }
    return millis;
  }

  private static Instant firstRecorded() {
    return Instant.parse(coverage().get("earliest").asString());
  }

  /// The type of the first ISO box of a message.
  private static String box(@Nullable Object message) {
    byte[] bytes = (byte[]) java.util.Objects.requireNonNull(message);
    return new String(bytes, 4, 4, StandardCharsets.US_ASCII);
  }

  /// Opens the live picture; whole messages, and at the end the closing code, go to `messages`.
  private static WebSocket open(TestClient client, BlockingQueue<Object> messages)
      throws Exception {
    String address = SERVER.uri(path("live")).toString().replace("http:", "ws:");
    return HttpClient.newHttpClient()
        .newWebSocketBuilder()
        .header("Cookie", "ANBINH_SESSION=" + client.cookie("ANBINH_SESSION").orElseThrow())
        .buildAsync(java.net.URI.create(address), new Collector(messages))
        .get(10, TimeUnit.SECONDS);
  }

  private static final class Collector implements WebSocket.Listener {
    private final BlockingQueue<Object> messages;
    private final StringBuilder text = new StringBuilder();
    private final List<ByteBuffer> parts = new ArrayList<>();

    Collector(BlockingQueue<Object> messages) {
      this.messages = messages;
    }

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
      text.append(data);
      if (last) {
        messages.add(text.toString());
        text.setLength(0);
      }
      socket.request(1);
      return null;
    }

    @Override
    public @Nullable CompletionStage<?> onBinary(WebSocket socket, ByteBuffer data, boolean last) {
      ByteBuffer copy = ByteBuffer.allocate(data.remaining()).put(data).flip();
      parts.add(copy);
      if (last) {
        ByteBuffer whole =
            ByteBuffer.allocate(parts.stream().mapToInt(ByteBuffer::remaining).sum());
        parts.forEach(whole::put);
        parts.clear();
        messages.add(whole.array());
      }
      socket.request(1);
      return null;
    }

    @Override
    public @Nullable CompletionStage<?> onClose(WebSocket socket, int code, String reason) {
      messages.add(code);
      return null;
    }
  }
}
