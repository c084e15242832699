package anbinh.evidence.copy;

import static anbinh.evidence.EvidenceFixture.errors;
import static anbinh.evidence.EvidenceFixture.path;
import static org.assertj.core.api.Assertions.assertThat;

import anbinh.audit.log.Proofs;
import anbinh.evidence.EvidenceFixture;
import anbinh.evidence.collect.ExternalVerifiers;
import anbinh.evidence.collect.PackageSchemas;
import anbinh.identity.Role;
import anbinh.seal.verify.Verdict;
import anbinh.seal.verify.Verifier;
import anbinh.testing.Await;
import anbinh.testing.TestClient;
import anbinh.testing.TestClient.Answer;
import anbinh.testing.TestServer;
import anbinh.testing.Waiting;
import anbinh.worklist.WorklistKind;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.zip.ZipFile;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A redacted and a court copy of what an owner gave, from the order to the sealed package, over
/// HTTP.
public final class CopiesJourney {
  private final TestServer server;
  private final EvidenceFixture world;
  private final UUID request;
  private final Path folder;

  public CopiesJourney(TestServer server, EvidenceFixture world, UUID request, Path folder) {
    this.server = server;
    this.world = world;
    this.request = request;
    this.folder = folder;
  }

  /// The request's package holds one video, in an AVI that browsers do not play.
  public void walk(byte[] video) throws Exception {
    TestClient investigator = world.as("investigator");
    JsonNode master = list(investigator).path("masters").get(0);
    assertThat(master.path("given").asBoolean()).isTrue();
    assertThat(master.path("original").asBoolean()).isFalse();
    Answer player = investigator.get(master.path("watchUrl").asString());
    assertThat(player.status()).isEqualTo(200);
    assertThat(player.header("Content-Type")).contains("video/mp4");
    Answer part =
        investigator.get(master.path("watchUrl").asString(), Map.of("Range", "bytes=4-7"));
    assertThat(part.text()).isEqualTo("ftyp");
    assertThat(world.as("auditor").get(master.path("watchUrl").asString()).code())
        .isEqualTo("not-your-role");
    assertThat(list(world.as("auditor")).path("masters").get(0).path("watchUrl").isNull()).isTrue();
    String name = master.path("name").asString();

    UUID redacted = redacts(investigator, name);
    refusesWhatMakesNoSense(investigator, name);
    isConfirmedByAnotherPerson(redacted);
    isAPackageOfItsOwn(redacted, master, video);
    takesTheMasterBesideACourtCopy(investigator, name, video);
    assertThat(events("copy.ordered")).isEqualTo(3);
    assertThat(events("copy.confirmed")).isEqualTo(2);
    assertThat(events("copy.refused")).isEqualTo(1);
    assertThat(events("extraction.video-watched")).as("one sitting").isOne();
    assertThat(events("copy.watched")).as("one sitting").isOne();
  }

  private UUID redacts(TestClient investigator, String name) {
    Answer ordered = investigator.post(path(request) + "/copies", form(name));
    assertThat(ordered.status()).as(ordered.text()).isEqualTo(201);
    assertThat(ordered.json().path("covering").path("fill").asString()).isEqualTo("CELLS");
    assertThat(ordered.json().path("keepsSound").asBoolean()).isFalse();
    assertThat(ordered.json().path("packageUrl").isNull()).isTrue();
    assertThat(world.as("colleague").post(path(request) + "/copies", form(name)).code())
        .isEqualTo("not-your-request");
    return UUID.fromString(ordered.json().path("id").asString());
  }

  private static Map<String, Object> form(String master) {
    Map<String, Object> form = new HashMap<>();
    form.put("kind", "REDACTED");
    form.put("master", master);
    form.put("reasons", List.of("THIRD_PERSONS", "CHILD"));
    form.put("words", "Đăng tìm người biết việc.");
    form.put("tracks", List.of(Map.of("keys", List.of(key(0.2, 0.1), key(1.2, 0.5)))));
    return form;
  }

  private static Map<String, Object> key(double seconds, double x) {
    return Map.of("seconds", seconds, "x", x, "y", 0.2, "width", 0.25, "height", 0.5);
  }

  private void refusesWhatMakesNoSense(TestClient investigator, String name) {
    Map<String, Object> form = form(name);
    form.put("reasons", List.of());
    form.put("mode", "COVER");
    form.put(
        "tracks",
        List.of(
            Map.of("keys", List.of(key(1, 0.1), key(1, 0.2))),
            Map.of("keys", List.of(key(0, 0.9)))));
    assertThat(errors(investigator.post(path(request) + "/copies", form)))
        .containsExactlyInAnyOrder("reasons required", "tracks[0] order", "tracks[1] box");
    Map<String, Object> foreign = form("data/record.json");
    assertThat(investigator.post(path(request) + "/copies", foreign).code())
        .isEqualTo("no-such-video");
    assertThat(investigator.get(path(request) + "/videos/video.mp4?name=data/record.json").code())
        .isEqualTo("no-such-video");
  }

  private void isConfirmedByAnotherPerson(UUID copy) throws Exception {
    JsonNode made = await(copy, "MADE");
    String review = path(request) + "/copies/" + copy + "/review";
    String zip = path(request) + "/copies/" + copy + "/package.zip";
    TestClient investigator = world.as("investigator");
    assertThat(investigator.get(zip).code()).isEqualTo("copy-not-ready");
    isNotReachedThroughAnother(world.request(world.form(0, world.camera)), copy);
    assertThat(investigator.post(review, Map.of("outcome", "CONFIRM")).code())
        .isEqualTo("not-your-role");
    assertThat(world.as("chief").post(review, Map.of("outcome", "CONFIRM")).code())
        .isEqualTo("not-your-area");
    server.namedPerson(
        "investigator-2", "NGƯỜI\u2003investigator", world.commune.id(), Role.APPROVER);
    TestClient same = world.as("investigator-2");
    assertThat(view(same, copy).path("mayReview").asBoolean()).isFalse();
    assertThat(view(same, copy).path("whyNot").asString()).isEqualTo("own-copy");
    assertThat(same.post(review, Map.of("outcome", "CONFIRM")).code()).isEqualTo("own-copy");
    assertThat(Waiting.of(same, WorklistKind.COPY_CONFIRMATION).count()).isZero();
    TestClient approver = world.as("approver");
    assertThat(Waiting.of(approver, WorklistKind.COPY_CONFIRMATION).count()).isOne();
    assertThat(Waiting.of(world.as("chief"), WorklistKind.COPY_CONFIRMATION).count()).isZero();
    Answer seen = approver.get(made.path("videoUrl").asString());
    Path file = folder.resolve("seen.mp4");
    Files.write(file, seen.response().body());
    assertThat(probe(file))
        .contains("codec_name=h264")
        .doesNotContain("codec_type=audio", "TAG:encoder", "TAG:creation_time", "TAG:title");
    assertThat(errors(approver.post(review, Map.of("outcome", "REFUSE"))))
        .containsExactly("words required");
    Answer confirmed = approver.post(review, Map.of("outcome", "CONFIRM"));
    assertThat(confirmed.status()).as(confirmed.text()).isEqualTo(200);
    assertThat(confirmed.json().path("state").asString()).isEqualTo("CONFIRMED");
    assertThat(approver.post(review, Map.of("outcome", "CONFIRM")).code()).isEqualTo("copy-ended");
    assertThat(approver.get(zip).code()).isEqualTo("not-your-role");
  }

  /// Nothing that belongs to the request is found below another one of the same person's.
  private void isNotReachedThroughAnother(UUID other, UUID copy) {
    String below = path(other) + "/copies/" + copy;
    TestClient investigator = world.as("investigator");
    TestClient approver = world.as("approver");
    JsonNode ask = world.get(request).path("ownerRequests").get(0);
    String file = ask.path("files").get(0).path("id").asString();
    for (Answer answer :
        List.of(
            investigator.get(below + "/package.zip"),
            approver.get(below + "/video.mp4"),
            approver.post(below + "/review", Map.of("outcome", "CONFIRM")),
            investigator.get(
                path(other)
                    + "/owner-requests/"
                    + world.shop.id()
                    + "/files/"
                    + file
                    + "/player.mp4"))) {
      assertThat(answer.status()).as(answer.text()).isEqualTo(404);
    }
  }

  private void isAPackageOfItsOwn(UUID copy, JsonNode master, byte[] video) throws Exception {
    Path zip = download(copy);
    Verdict verdict = new Verifier(List.of(server.bean(Proofs.class).verifierKey())).verify(zip);
    PackageSchemas.assertDocumented(zip);
    assertThat(ExternalVerifiers.second(zip, server.bean(Proofs.class).verifierKey().write()))
        .isEqualTo("intact");
    assertThat(verdict).isInstanceOf(Verdict.Intact.class);
    JsonNode view = view(world.as("investigator"), copy);
    String code = view.path("code").asString();
    try (var files = new ZipFile(zip.toFile())) {
      assertThat(files.stream().map(Object::toString).toList())
          .contains(code + "/bag/data/boxes.txt", code + "/bag/data/sheet.vi.pdf")
          .noneMatch(each -> each.contains("/master/"));
      JsonNode record = JsonMapper.shared().readTree(read(files, code + "/bag/data/copy.json"));
      assertThat(record.path("derivedFrom").path("sha256").asString())
          .isEqualTo(master.path("sha256").asString());
      assertThat(record.path("file").path("sha256").asString())
          .isEqualTo(view.path("sha256").asString());
      assertThat(record.path("redaction").path("reasons").toString())
          .isEqualTo("[\"THIRD_PERSONS\",\"CHILD\"]");
      assertThat(record.path("acquisition").path("command").asString())
          .contains("sendcmd=f=boxes.txt")
          .doesNotContain(folder.toString());
      JsonNode seal = JsonMapper.shared().readTree(read(files, code + "/seal/seal.json"));
      String original = world.get(request).path("extraction").path("code").asString();
      assertThat(seal.path("derivedFrom").asString())
          .isEqualTo(record.path("derivedFrom").path("tagManifestSha512").asString())
          .hasSize(128);
      assertThat(code).isEqualTo(original + "-C1");
      Path sheet = folder.resolve("sheet.pdf");
      Files.write(sheet, read(files, code + "/bag/data/sheet.vi.pdf"));
      assertThat(run("pdftotext", "-layout", sheet.toString(), "-"))
          .contains(code, "không phải bản gốc", "Trẻ em", "Đăng tìm người biết việc");
    }
    Answer again = world.as("approver").get(view.path("videoUrl").asString());
    assertThat(again.status()).as(again.text()).isEqualTo(200);
    assertThat(again.response().body()).hasSize(view.path("bytes").asInt());
    assertThat(video).isNotEmpty();
  }

  private void takesTheMasterBesideACourtCopy(TestClient investigator, String name, byte[] video)
      throws Exception {
    UUID refused = order(investigator, name);
    await(refused, "MADE");
    Answer no =
        world
            .as("second")
            .post(
                path(request) + "/copies/" + refused + "/review",
                Map.of("outcome", "REFUSE", "words", "Chưa cần."));
    assertThat(no.json().path("state").asString()).isEqualTo("REFUSED");
    assertThat(no.json().path("videoUrl").isNull()).isTrue();
    assertThat(refusal())
        .as("the hash of what is erased")
        .contains(no.json().path("sha256").asString());
    UUID copy = order(investigator, name);
    await(copy, "MADE");
    world.as("second").post(path(request) + "/copies/" + copy + "/review", confirm());
    String code = view(investigator, copy).path("code").asString();
    try (var files = new ZipFile(download(copy).toFile())) {
      String beside = code + "/bag/" + name.replaceFirst("data/", "data/master/");
      assertThat(read(files, beside)).isEqualTo(video);
    }
  }

  private static Map<String, Object> confirm() {
    return Map.of("outcome", "CONFIRM", "words", "Đã xem hết.");
  }

  private UUID order(TestClient investigator, String name) {
    Answer ordered =
        investigator.post(
            path(request) + "/copies",
            Map.of("kind", "COURT", "master", name, "words", "Trình chiếu tại phiên tòa."));
    assertThat(ordered.status()).as(ordered.text()).isEqualTo(201);
    return UUID.fromString(ordered.json().path("id").asString());
  }

  private Path download(UUID copy) throws Exception {
    TestClient investigator = world.as("investigator");
    Await.until("a package", () -> !view(investigator, copy).path("packageUrl").isNull());
    Answer zip = investigator.get(view(investigator, copy).path("packageUrl").asString());
    assertThat(zip.status()).isEqualTo(200);
    Path file = folder.resolve(copy + ".zip");
    Files.write(file, zip.response().body());
    return file;
  }

  private JsonNode list(TestClient reader) {
    Answer answer = reader.get(path(request) + "/copies");
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    return answer.json();
  }

  private JsonNode view(TestClient reader, UUID copy) {
    return list(reader)
        .path("copies")
        .valueStream()
        .filter(each -> each.path("id").asString().equals(copy.toString()))
        .findFirst()
        .orElseThrow();
  }

  private JsonNode await(UUID copy, String state) {
    TestClient approver = world.as("approver");
    Await.untilIs(state, () -> view(approver, copy).path("state").asString());
    return view(approver, copy);
  }

  private String refusal() {
    return server
        .database()
        .client()
        .sql(
            """
            select convert_from(record, 'UTF8') from audit.event
            where type = 'copy.refused' and object_id = ?
            """)
        .param(request.toString())
        .query(String.class)
        .single();
  }

  private int events(String type) {
    return server
        .database()
        .client()
        .sql("select count(*) from audit.event where type = ? and object_id = ?")
        .params(type, request.toString())
        .query(Integer.class)
        .single();
  }

  private static byte[] read(ZipFile zip, String name) throws IOException {
    try (var in = zip.getInputStream(zip.getEntry(name))) {
      return in.readAllBytes();
    }
  }

  private static String probe(Path video) throws Exception {
    return run("ffprobe", "-v", "error", "-show_streams", "-show_format", video.toString());
  }

  private static String run(String... command) throws Exception {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(said).isZero();
    return said;
  }
}
