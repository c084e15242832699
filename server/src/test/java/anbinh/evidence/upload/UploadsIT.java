package anbinh.evidence.upload;

import static anbinh.evidence.EvidenceFixture.path;
import static anbinh.evidence.upload.OwnersPhone.FILES;
import static org.assertj.core.api.Assertions.assertThat;

import anbinh.evidence.EvidenceFixture;
import anbinh.evidence.collect.PackageSchemas;
import anbinh.evidence.copy.CopiesJourney;
import anbinh.platform.DataFolder;
import anbinh.platform.malware.TestClamd;
import anbinh.testing.Await;
import anbinh.testing.TestClient;
import anbinh.testing.TestClient.Answer;
import anbinh.testing.TestServer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What owners upload, from the first piece to the sealed package, over HTTP.
class UploadsIT {
  private static final TestClamd CLAMD = new TestClamd();

  @RegisterExtension
  static final TestServer SERVER =
      new TestServer(
          TestServer.FAKE_FOOTAGE,
          "anbinh.evidence.malware.clamd=" + CLAMD.socket(),
          "anbinh.evidence.retry=200ms",
          "anbinh.evidence.owner.think-again=2s",
          "anbinh.evidence.owner.most-bytes=2MB",
          "anbinh.evidence.owner.most-files=4",
          "anbinh.evidence.owner.keep-free=1MB");

  @TempDir static Path folder;

  private static @Nullable EvidenceFixture made;
  private static byte[] video = new byte[0];

  @BeforeAll
  static void makeWorld() throws Exception {
    made = new EvidenceFixture(SERVER);
    video = OwnersPhone.video(folder, "mp4", "-pix_fmt", "yuv420p");
  }

  @AfterAll
  static void stop() throws IOException {
    CLAMD.close();
  }

  private static EvidenceFixture world() {
    return Objects.requireNonNull(made);
  }

  private static UUID approved() {
    return world().approved(world().form(0, world().shop));
  }

  private static OwnersPhone phone(UUID request) {
    return new OwnersPhone(world().owner(world().link(request, world().shop)));
  }

  @Test
  void theOriginalFileIsInTheSealedPackageByteForByte() throws Exception {
    UUID id = world().approved(world().form(0, world().camera, world().shop));
    OwnersPhone phone = phone(id);
    JsonNode refused = phone.upload("xem.mp4", infected());
    JsonNode file = phone.upload("Camera cổng, 24-11 (1).MP4", video);
    assertThat(file.path("state").asString()).isEqualTo("ACCEPTED");
    assertThat(file.path("sha256").asString()).isEqualTo(sha256(video));
    Instant now = Instant.now();
    Answer clock =
        phone.post(
            "clock-offset", Map.of("shown", now.plusSeconds(95).toString(), "at", now.toString()));
    assertThat(clock.status()).as(clock.text()).isEqualTo(204);
    Answer given = phone.post("provision", Map.of());
    assertThat(given.status()).as(given.text()).isEqualTo(200);
    assertThat(given.json().path("state").asString()).isEqualTo("GIVEN");
    Answer receipt = phone.receipt();
    assertThat(receipt.status()).as(receipt.text()).isEqualTo(200);
    assertThat(text(receipt))
        .contains("Receipt for camera footage", "Withdrawal until at least")
        .contains(sha256(video));
    world().await(id, "SEALED");

    Map<String, byte[]> files = unzip(world().as("investigator").get(path(id) + "/package.zip"));
    List<String> names = files.keySet().stream().filter(each -> each.contains("/given/")).toList();
    assertThat(names).hasSize(1);
    String name = names.getFirst();
    assertThat(name)
        .endsWith("bag/data/given/" + world().shop.code() + "_01_Camera_cong_24-11_1_.MP4");
    assertThat(files.get(name)).isEqualTo(video);
    JsonNode record = JsonMapper.shared().readTree(ends(files, "data/record.json"));
    JsonNode owner = record.path("acquisition").get(1).path("owner");
    assertThat(owner.path("answer").path("code").asString()).isEqualTo("GIVEN");
    assertThat(owner.path("malwareCheck").asString()).contains("before it was accepted");
    assertThat(record.path("time").get(1).path("recorderClock").path("offsetMillis").asLong())
        .isEqualTo(95_000);
    JsonNode master =
        record
            .path("files")
            .valueStream()
            .filter(each -> each.has("originalName"))
            .findFirst()
            .orElseThrow();
    assertThat(master.path("originalName").asString()).isEqualTo("Camera cổng, 24-11 (1).MP4");
    assertThat(master.path("sha512").asString()).hasSize(128);
    assertThat(master.path("malwareCheck").path("result").asString()).isEqualTo("CLEAN");
    assertThat(master.path("malwareCheck").path("by").asString()).startsWith("ClamAV 1.4.6/");
    assertThat(new String(ends(files, "data/record.html"), StandardCharsets.UTF_8))
        .contains("Malware check: nothing found (ClamAV 1.4.6/27800/");
    assertThat(master.path("statedByTheFile").path("codec").asString()).isEqualTo("h264");
    assertThat(master.path("statedByTheFile").path("durationMillis").asLong()).isEqualTo(2_000);
    JsonNode player =
        record
            .path("files")
            .valueStream()
            .filter(each -> each.path("role").asString().equals("PLAYER"))
            .findFirst()
            .orElseThrow();
    assertThat(player.path("derivedFromSha256").asString()).isEqualTo(sha256(video));
    assertThat(player.path("transcoded").asBoolean()).isFalse();
    assertThat(player.path("sha256").asString())
        .isEqualTo(sha256(ends(files, player.path("path").asString())));
    Answer verdict = world().as("investigator").get(path(id) + "/verification");
    assertThat(verdict.json().path("verdict").asString()).as(verdict.text()).isEqualTo("INTACT");
    assertThat(phone.post("withdrawal", Map.of()).code()).isEqualTo("no-such-link");
    awaitQuarantine(List.of());
    assertThat(away(refused)).exists();
    keepsTheReceiptForSomeTime(id, phone);
  }

  /// Whoever closed the page comes back by the link, which is good for nothing else any more.
  private static void keepsTheReceiptForSomeTime(UUID id, OwnersPhone phone) throws Exception {
    JsonNode ask = phone.ask();
    assertThat(ask.path("state").asString()).isEqualTo("GIVEN");
    assertThat(ask.path("revocableUntil").isNull()).isTrue();
    assertThat(Instant.parse(ask.path("receiptUntil").asString()))
        .isBetween(
            Instant.now().plus(Duration.ofDays(29)), Instant.now().plus(Duration.ofDays(30)));
    assertThat(text(phone.receipt()))
        .contains(sha256(video), "Xã Bá Thước", world().shop.code())
        .contains(ask.path("requestCode").asString(), ask.path("caseCode").asString());
    for (String act : List.of("provision", "refusal", "withdrawal")) {
      assertThat(phone.post(act, Map.of()).code()).as(act).isEqualTo("no-such-link");
    }
    assertThat(phone.begin("noch.mp4", "VIDEO", 10).code()).isEqualTo("no-such-link");
    SERVER
        .database()
        .client()
        .sql(
            "update evidence.owner_request set taken_at = taken_at - interval '30 days' where request_id = ?")
        .param(id)
        .update();
    assertThat(phone.receipt().code()).isEqualTo("no-such-link");
  }

  /// What a PDF says, in one line, so that broken hashes are whole.
  private static String text(Answer pdf) throws Exception {
    assertThat(pdf.status()).as(pdf.text()).isEqualTo(200);
    Path file = Files.createTempFile(folder, "receipt", ".pdf");
    Files.write(file, pdf.response().body());
    Process process = new ProcessBuilder("pdftotext", "-raw", file.toString(), "-").start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).isZero();
    return said + said.replaceAll("\\s", "");
  }

  @Test
  void theRecordersClockIsPhotographed() throws Exception {
    UUID id = approved();
    OwnersPhone phone = phone(id);
    byte[] picture = OwnersPhone.video(folder, "jpg", "-frames:v", "1", "-update", "1");
    byte[] page = "<!DOCTYPE html><script>alert(1)</script>".getBytes(StandardCharsets.UTF_8);
    for (byte[] fake : List.of(page, video)) {
      assertThat(phone.upload("dong-ho.jpg", "CLOCK_PICTURE", fake).path("rejection").asString())
          .isEqualTo("NOT_PICTURE");
    }
    JsonNode clock = phone.upload("Đồng hồ đầu ghi.jpg", "CLOCK_PICTURE", picture);
    assertThat(clock.path("state").asString()).as(clock.toString()).isEqualTo("ACCEPTED");
    assertThat(phone.post("provision", Map.of()).code())
        .as("no video")
        .isEqualTo("files-not-ready");
    phone.upload("video.mp4", video);
    assertThat(phone.post("provision", Map.of()).status()).isEqualTo(200);
    world().await(id, "SEALED");

    Map<String, byte[]> files = unzip(world().as("investigator").get(path(id) + "/package.zip"));
    JsonNode given =
        JsonMapper.shared()
            .readTree(ends(files, "data/record.json"))
            .path("files")
            .valueStream()
            .filter(each -> each.path("role").asString().equals("CLOCK_PICTURE"))
            .findFirst()
            .orElseThrow();
    assertThat(given.path("originalName").asString()).isEqualTo("Đồng hồ đầu ghi.jpg");
    assertThat(given.path("mediaType").asString()).isEqualTo("image/jpeg");
    assertThat(given.path("sha256").asString()).isEqualTo(sha256(picture));
    assertThat(ends(files, given.path("path").asString())).isEqualTo(picture);
  }

  @Test
  void whatBrowsersDoNotPlayIsCopiedRedactedAndConfirmed() throws Exception {
    byte[] odd = OwnersPhone.video(folder, "avi", "-c:v", "mpeg4");
    UUID id = approved();
    OwnersPhone phone = phone(id);
    phone.upload("phim.avi", odd);
    assertThat(phone.post("provision", Map.of()).status()).isEqualTo(200);
    world().await(id, "SEALED");
    new CopiesJourney(SERVER, world(), id, folder).walk(odd);
  }

  @Test
  void aFileSaysItsLengthAtOnceAndInOneWay() throws Exception {
    OwnersPhone phone = phone(approved());
    String what = OwnersPhone.metadata("video.mp4", "VIDEO");
    for (List<String> lengths :
        List.of(
            List.of("Upload-Length", "100", "Upload-Defer-Length", "1"),
            List.of("Upload-Length", "100", "Upload-Defer-Length", ""),
            List.of("Upload-Defer-Length", "1"))) {
      var headers = new ArrayList<>(lengths);
      headers.addAll(List.of("Upload-Metadata", what));
      Answer answer =
          phone.send("POST", OwnersPhone.FILES, new byte[0], headers.toArray(String[]::new));
      assertThat(answer.status()).as("%s", lengths).isEqualTo(400);
      assertThat(answer.text()).contains("Upload-Defer-Length", "no-defer-length");
    }
  }

  @Test
  void goesOnWhereTheLineBrokeOffAlsoAfterARestart() throws Exception {
    OwnersPhone phone = phone(approved());
    String file = phone.begun("video.mp4", video.length);
    int half = video.length / 2;
    assertThat(phone.append(file, 0, Arrays.copyOf(video, half)).header("Upload-Offset"))
        .contains(Integer.toString(half));
    SERVER.stop();
    SERVER.start();
    assertThat(phone.offset(file)).isEqualTo(half);
    Answer rest = phone.append(file, half, Arrays.copyOfRange(video, half, video.length));
    assertThat(rest.header("Upload-Offset")).contains(Integer.toString(video.length));
    assertThat(phone.awaitLook(file).path("sha256").asString()).isEqualTo(sha256(video));
  }

  @Test
  void keepsWhatCameOfAPieceWhoseLineBroke() throws Exception {
    UUID id = approved();
    String secret = world().link(id, world().shop);
    OwnersPhone phone = new OwnersPhone(world().owner(secret));
    String file = phone.begun("video.mp4", video.length);
    int sent = video.length / 3;
    breakOff(file, secret, Arrays.copyOf(video, sent));
    // Asking the server would break off what still arrives, as it has to for a phone that resumes.
    Quarantine quarantine = SERVER.bean(Quarantine.class);
    UUID upload = UUID.fromString(file.substring(file.lastIndexOf('/') + 1));
    Await.until("what was sent", () -> quarantine.size(upload) >= sent);
    int offset = (int) phone.offset(file);
    assertThat(offset).isEqualTo(sent);
    phone.append(file, offset, Arrays.copyOfRange(video, offset, video.length));
    assertThat(phone.awaitLook(file).path("sha256").asString()).isEqualTo(sha256(video));
  }

  @Test
  void tellsWhatAFileIsFromItsContent() throws Exception {
    OwnersPhone phone = phone(approved());
    byte[] text = "This is no video at all.\n".repeat(50).getBytes(StandardCharsets.UTF_8);
    assertThat(phone.upload("video.mp4", text).path("rejection").asString()).isEqualTo("NOT_VIDEO");
    byte[] page = "<!DOCTYPE html><script>alert(1)</script>".getBytes(StandardCharsets.UTF_8);
    assertThat(phone.upload("x.mp4", page).path("rejection").asString()).isEqualTo("NOT_VIDEO");
    byte[] half = Arrays.copyOf(video, 600);
    assertThat(phone.upload("video.mp4", half).path("rejection").asString())
        .isEqualTo("UNREADABLE");
    assertThat(phone.upload("ghi-chu.txt", video).path("state").asString()).isEqualTo("ACCEPTED");
    Answer refused = phone.post("provision", Map.of());
    assertThat(refused.status()).as(refused.text()).isEqualTo(200);
  }

  @Test
  void sealsInfectedFilesAwayAndNamesThem() throws Exception {
    UUID id = approved();
    OwnersPhone phone = phone(id);
    byte[] infected = infected();
    JsonNode file = phone.upload("xem.mp4", infected);
    assertThat(file.path("rejection").asString()).isEqualTo("INFECTED");
    assertThat(phone.post("provision", Map.of()).code()).isEqualTo("files-not-ready");
    JsonNode seen = world().get(id).path("ownerRequests").get(0).path("files").get(0);
    assertThat(seen.path("malware").path("name").asString()).isEqualTo(TestClamd.FOUND);
    Path away = away(file);
    awaitFile(away, true);
    assertThat(away).hasBinaryContent(infected);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(away)))
        .isEqualTo("r--------");
    assertThat(phone.send("GET", FILES + "/" + file.path("id").asString(), new byte[0]).status())
        .isEqualTo(405);
    phone.post("refusal", Map.of());
    awaitFile(away, false);
  }

  private static byte[] infected() {
    byte[] infected = Arrays.copyOf(video, video.length + TestClamd.MARK.length());
    byte[] mark = TestClamd.MARK.getBytes(StandardCharsets.US_ASCII);
    System.arraycopy(mark, 0, infected, video.length, mark.length);
    return infected;
  }

  @Test
  void acceptsNothingWhileTheCheckerIsAway() throws Exception {
    CLAMD.mood = TestClamd.Mood.ERROR;
    OwnersPhone phone = phone(approved());
    String file = phone.begun("video.mp4", video.length);
    phone.append(file, 0, video);
    byte[] text = "no video".repeat(100).getBytes(StandardCharsets.UTF_8);
    assertThat(phone.upload("x.mp4", text).path("state").asString()).isEqualTo("REJECTED");
    assertThat(phone.ask().path("files").get(0).path("state").asString()).isEqualTo("RECEIVED");
    assertThat(phone.post("provision", Map.of()).code()).isEqualTo("files-not-ready");
    CLAMD.mood = TestClamd.Mood.GOOD;
    assertThat(phone.awaitLook(file).path("state").asString()).isEqualTo("ACCEPTED");
  }

  @Test
  void readsWhatRecordersWrite() throws Exception {
    OwnersPhone phone = phone(approved());
    Map<String, String> containers =
        Map.of("avi", "AVI", "mkv", "MATROSKA", "ts", "MPEG_TS", "mpg", "MPEG_PS");
    for (Map.Entry<String, String> one : containers.entrySet()) {
      byte[] content = OwnersPhone.video(folder, one.getKey());
      JsonNode file = phone.upload("video." + one.getKey(), content);
      assertThat(file.path("state").asString()).as(one.getKey()).isEqualTo("ACCEPTED");
    }
    assertThat(
            SERVER
                .database()
                .client()
                .sql(
                    "select count(distinct container) from evidence.upload where probe is not null")
                .query(Long.class)
                .single())
        .isGreaterThanOrEqualTo(4);
  }

  @Test
  void givesNothingThatIsNotThere() throws Exception {
    OwnersPhone phone = phone(approved());
    assertThat(phone.post("provision", Map.of()).code()).isEqualTo("files-not-ready");
    String file = phone.begun("video.mp4", video.length);
    assertThat(phone.post("provision", Map.of()).code()).isEqualTo("files-not-ready");
    assertThat(phone.send("DELETE", file, new byte[0]).status()).isEqualTo(204);
    assertThat(phone.send("HEAD", file, new byte[0]).status()).isEqualTo(404);
    assertThat(phone.ask().path("files").size()).isZero();
  }

  @Test
  void whatIsTakenBackOrNotGivenIsErased() throws Exception {
    UUID id = approved();
    OwnersPhone phone = phone(id);
    phone.upload("video.mp4", video);
    phone.post("provision", Map.of());
    assertThat(phone.append(FILES + "/" + UUID.randomUUID(), 0, video).code())
        .isEqualTo("no-such-file");
    assertThat(phone.begin("noch.mp4", "VIDEO", 10).code()).isEqualTo("ask-ended");
    assertThat(phone.post("withdrawal", Map.of()).status()).isEqualTo(204);
    world().await(id, "UNAVAILABLE");
    JsonNode certificate = erased(id);
    assertThat(certificate.path("files").asInt()).isEqualTo(1);
    assertThat(certificate.path("sha256").toString())
        .as("of what was deleted")
        .isEqualTo("[\"" + sha256(video) + "\"]");
    assertThat(world().get(id).path("unavailable").asString()).isEqualTo("OWNER_REFUSED");

    UUID other = approved();
    OwnersPhone refusing = phone(other);
    String file = refusing.begun("video.mp4", video.length);
    refusing.append(file, 0, Arrays.copyOf(video, 100));
    assertThat(refusing.post("refusal", Map.of()).status()).isEqualTo(204);
    assertThat(
            SERVER
                .database()
                .client()
                .sql("select count(*) from evidence.upload where request_id in (?, ?)")
                .params(id, other)
                .query(Long.class)
                .single())
        .isZero();
    awaitQuarantine(List.of(file.substring(file.lastIndexOf('/') + 1)), false);
    assertThat(erased(other).path("files").asInt()).isEqualTo(1);
    assertThat(erased(other).path("sha256").toString()).as("never whole").isEqualTo("[]");
  }

  /// The facts of the entry that certifies the deletion of a request's files.
  private static JsonNode erased(UUID request) {
    String leaf =
        SERVER
            .database()
            .client()
            .sql(
                """
                select convert_from(record, 'UTF8') from audit.event
                where type = 'owner.files-erased' and object_id = ?
                """)
            .param(request.toString())
            .query(String.class)
            .single();
    return JsonMapper.shared().readTree(leaf).path("facts");
  }

  @Test
  void refusesWhatIsTooLargeOrTooMuchOrHasNoName() {
    OwnersPhone phone = phone(approved());
    Answer large = phone.begin("video.mp4", "VIDEO", 3_000_000);
    assertThat(large.status()).isEqualTo(413);
    assertThat(large.code()).isEqualTo("file-too-large");
    for (int i = 0; i < 4; i++) {
      phone.begun("video.mp4", 10);
    }
    assertThat(phone.begin("video.mp4", "VIDEO", 10).code()).isEqualTo("too-many-files");
    assertThat(phone.begin("", "VIDEO", 10).code()).isEqualTo("invalid");
    assertThat(phone.begin("a\u0000b", "VIDEO", 10).code()).isEqualTo("invalid");
    assertThat(phone.begin("\u202Egnp.mp4", "VIDEO", 10).code()).isEqualTo("invalid");
    assertThat(phone.begin("x", "PROGRAM", 10).code()).isEqualTo("invalid");
    assertThat(phone.begin("video.mp4", "VIDEO", 0).code()).isEqualTo("invalid");
    assertThat(phone.begin("video.mp4", "VIDEO", -1).code()).isEqualTo("invalid");
  }

  @Test
  void holdsToTheProtocol() throws Exception {
    OwnersPhone phone = phone(approved());
    Answer options = phone.send("OPTIONS", FILES, new byte[0]);
    assertThat(options.header("Tus-Version")).contains("1.0.0");
    assertThat(options.header("Tus-Extension").orElseThrow()).contains("creation", "checksum");
    assertThat(options.header("Tus-Max-Size")).contains(Integer.toString(2 * 1024 * 1024));
    String file = phone.begun("video.mp4", 1_000);
    assertThat(phone.append(file, 5, new byte[10]).code()).isEqualTo("wrong-offset");
    assertThat(phone.append(file, 0, new byte[1_001]).code()).isEqualTo("invalid");
    assertThat(phone.send("PATCH", file, new byte[1], "Upload-Offset", "0").status())
        .isEqualTo(415);
    assertThat(
            phone
                .send("PATCH", file, new byte[1], "Tus-Resumable", "0.2.2", "Upload-Offset", "0")
                .status())
        .isEqualTo(412);
    long before = phone.offset(file);
    String wrong = "sha256 " + Base64.getEncoder().encodeToString(new byte[32]);
    assertThat(phone.append(file, before, new byte[10], "Upload-Checksum", wrong).status())
        .isEqualTo(460);
    assertThat(phone.offset(file)).isEqualTo(before);
    byte[] piece = {1, 2, 3};
    String right =
        "sha1 "
            + Base64.getEncoder().encodeToString(MessageDigest.getInstance("SHA-1").digest(piece));
    assertThat(phone.append(file, before, piece, "Upload-Checksum", right).status()).isEqualTo(204);
    assertThat(phone.append(file, before + 3, piece, "Upload-Checksum", "md5 AAAA").code())
        .isEqualTo("invalid");
  }

  @Test
  void nobodyMeetsTheFilesOfAnother() throws Exception {
    OwnersPhone one = phone(approved());
    OwnersPhone other = phone(approved());
    String file = one.begun("video.mp4", video.length);
    assertThat(other.send("HEAD", file, new byte[0]).status()).isEqualTo(404);
    assertThat(other.append(file, 0, video).code()).isEqualTo("no-such-file");
    assertThat(other.send("DELETE", file, new byte[0]).code()).isEqualTo("no-such-file");
    assertThat(one.offset(file)).isZero();
    OwnersPhone nobody = new OwnersPhone(world().owner("A".repeat(43)));
    assertThat(nobody.append(file, 0, video).code()).isEqualTo("no-such-link");
    assertThat(nobody.begin("video.mp4", "VIDEO", 10).code()).isEqualTo("no-such-link");
    assertThat(nobody.receipt().code()).isEqualTo("no-such-link");
  }

  /// Half a request, then a closed line.
  private static void breakOff(String file, String secret, byte[] piece) throws IOException {
    URI address = SERVER.uri(file);
    TestClient page = SERVER.client();
    page.get("/api/session");
    String token = page.cookie("XSRF-TOKEN").orElseThrow();
    try (var socket = new Socket(address.getHost(), address.getPort())) {
      OutputStream out = socket.getOutputStream();
      String head =
          "PATCH "
              + file
              + " HTTP/1.1\r\nHost: "
              + address.getAuthority()
              + "\r\nX-Anbinh-Link: "
              + secret
              + "\r\nCookie: XSRF-TOKEN="
              + token
              + "\r\nX-XSRF-TOKEN: "
              + token
              + "\r\nTus-Resumable: 1.0.0\r\nUpload-Offset: 0"
              + "\r\nContent-Type: application/offset+octet-stream\r\nContent-Length: "
              + video.length
              + "\r\n\r\n";
      out.write(head.getBytes(StandardCharsets.US_ASCII));
      out.write(piece);
      out.flush();
    }
  }

  private static Map<String, byte[]> unzip(Answer answer) throws IOException {
    PackageSchemas.assertDocumented(answer.response().body());
    Map<String, byte[]> files = new HashMap<>();
    try (var zip = new ZipInputStream(new ByteArrayInputStream(answer.response().body()))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        files.put(entry.getName(), zip.readAllBytes());
      }
    }
    return files;
  }

  private static byte[] ends(Map<String, byte[]> files, String name) {
    return files.entrySet().stream()
        .filter(file -> file.getKey().endsWith(name))
        .findFirst()
        .orElseThrow()
        .getValue();
  }

  private static String sha256(byte[] bytes) throws Exception {
    return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
  }

  /// Where an infected file is.
  private static Path away(JsonNode file) {
    return SERVER
        .bean(DataFolder.class)
        .root()
        .resolve("evidence")
        .resolve("infected")
        .resolve(file.path("id").asString());
  }

  private static void awaitFile(Path file, boolean there) {
    Await.until(file.toString(), () -> Files.exists(file) == there);
  }

  private static void awaitQuarantine(List<String> names) {
    awaitQuarantine(names, true);
  }

  /// Waits until the quarantine holds no file of a sealed request, or none of these.
  private static void awaitQuarantine(List<String> names, boolean sealed) {
    Await.until(
        "files that leave the quarantine",
        () -> (sealed ? sealedUploads() : names).stream().noneMatch(quarantined()::contains));
  }

  private static List<String> quarantined() {
    Path quarantine =
        SERVER.bean(DataFolder.class).root().resolve("evidence").resolve("quarantine");
    try (Stream<Path> files = Files.list(quarantine)) {
      return files.map(file -> String.valueOf(file.getFileName())).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> sealedUploads() {
    String all =
        SERVER
            .database()
            .client()
            .sql(
                """
                select coalesce(string_agg(u.id::text, ' '), '') from evidence.upload u
                join evidence.request r on r.id = u.request_id where r.state = 'SEALED'
                """)
            .query(String.class)
            .single();
    return List.of(all.split(" "));
  }
}
