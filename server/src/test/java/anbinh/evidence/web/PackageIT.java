package anbinh.evidence.web;

import static anbinh.evidence.EvidenceFixture.path;
import static org.assertj.core.api.Assertions.assertThat;

import anbinh.audit.log.Proofs;
import anbinh.evidence.EvidenceFixture;
import anbinh.evidence.collect.ExternalVerifiers;
import anbinh.evidence.collect.ExtractionTable;
import anbinh.evidence.collect.FakeFootage;
import anbinh.evidence.collect.PackageSchemas;
import anbinh.evidence.collect.Staging;
import anbinh.evidence.playback.PackagedVideos;
import anbinh.seal.mp4.ExportReader;
import anbinh.seal.mp4.ExportSignature;
import anbinh.seal.pack.Receipt;
import anbinh.seal.tree.Hash;
import anbinh.seal.verify.HandOver;
import anbinh.seal.verify.Verdict;
import anbinh.seal.verify.Verifier;
import anbinh.testing.Await;
import anbinh.testing.TestClient;
import anbinh.testing.TestClient.Answer;
import anbinh.testing.TestServer;
import anbinh.testing.Waiting;
import anbinh.worklist.WorklistKind;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class PackageIT extends OwnerTests {
  @Test
  void isCollectedByItselfAndHandedOverWithTheWholeDownload() throws Exception {
    UUID id = sealed(0);
    TestClient investigator = world().as("investigator");
    JsonNode extraction = investigator.get(path(id)).json().path("extraction");
    assertThat(extraction.path("code").asString()).matches("EXT-\\d{4}-\\d{4}");
    assertThat(extraction.path("files").findValuesAsString("name"))
        .contains("data/coverage.json", "data/record.html", "data/record.json")
        .anyMatch(name -> name.matches("data/clips/CAM-0001_\\d{8}T\\d{6}\\+0700\\.mp4"))
        .filteredOn(name -> name.endsWith(".jpg"))
        .hasSize(3);
    Answer whole = investigator.get(extraction.path("packageUrl").asString());
    assertThat(whole.status()).isEqualTo(200);
    assertThat(whole.header("ETag")).hasValue("\"" + extraction.path("sha256").asString() + "\"");
    assertThat(whole.response().body()).isEqualTo(Files.readAllBytes(zip(id)));
    world().await(id, "DELIVERED");
    JsonNode after = investigator.get(path(id)).json();
    assertThat(after.path("history").findValuesAsString("what"))
        .containsExactly("REQUESTED", "APPROVED", "COLLECTING", "SEALED", "DELIVERED");
    assertThat(SERVER.bean(FakeFootage.class).holds(after.path("code").asString())).isZero();
    assertThat(events(id, "extraction.handed-over")).isEqualTo(1);
    investigator.get(extraction.path("packageUrl").asString());
    assertThat(events(id, "extraction.handed-over")).isEqualTo(1);
    Answer outcome =
        investigator.post(
            path(id) + "/outcome", Map.of("useful", true, "clarified", List.of("VEHICLE")));
    assertThat(outcome.json().path("state").asString()).isEqualTo("OUTCOME");
    assertThat(outcome.json().path("outcome").path("clarified").toString())
        .isEqualTo("[\"VEHICLE\"]");
  }

  @Test
  void isHandedOverOnlyWhenTheLastPartHasGoneOut() throws Exception {
    UUID id = sealed(10);
    TestClient investigator = world().as("investigator");
    String url = path(id) + "/package.zip";
    byte[] file = Files.readAllBytes(zip(id));
    String etag = investigator.send("HEAD", url, null, Map.of()).header("ETag").orElseThrow();
    Answer tail = investigator.get(url, Map.of("Range", "bytes=-1000"));
    assertThat(tail.status()).isEqualTo(206);
    assertThat(tail.header("Content-Range"))
        .hasValue("bytes " + (file.length - 1000) + "-" + (file.length - 1) + "/" + file.length);
    Answer head = investigator.get(url, Map.of("Range", "bytes=0-99", "If-Range", etag));
    assertThat(head.response().body()).isEqualTo(Arrays.copyOf(file, 100));
    assertThat(investigator.get(url, Map.of("If-None-Match", etag)).status()).isEqualTo(304);
    assertThat(investigator.get(url, Map.of("Range", "bytes=" + file.length + "-")).status())
        .isEqualTo(416);
    assertThat(world().state(id)).isEqualTo("SEALED");
    int ready = Waiting.of(investigator, WorklistKind.PACKAGE_READY).count();
    assertThat(Waiting.of(world().as("colleague"), WorklistKind.PACKAGE_READY).count()).isZero();
    investigator.get(url, Map.of("Range", "bytes=100-" + (file.length - 1001)));
    world().await(id, "DELIVERED");
    assertThat(Waiting.of(investigator, WorklistKind.PACKAGE_READY).count()).isEqualTo(ready - 1);
    Answer changed = investigator.get(url, Map.of("Range", "bytes=0-9", "If-Range", "\"another\""));
    assertThat(changed.status()).isEqualTo(200);
  }

  @Test
  void saysWhatTheVerifierSaysAndLooksAgainWhenTheFileChanges() throws Exception {
    UUID id = sealed(20);
    TestClient auditor = world().as("auditor");
    JsonNode first = auditor.get(path(id) + "/verification").json();
    assertThat(first.path("verdict").asString()).isEqualTo("INTACT");
    assertThat(first.path("lines").findValuesAsString("topic"))
        .containsExactly("FILES", "SEAL", "SEAL", "TIME", "LOG", "HANDED_OVER", "NOT_CHECKED");
    assertThat(first.path("lines").findValuesAsString("text"))
        .noneMatch(text -> text.startsWith("evidence."));
    JsonNode again = auditor.get(path(id) + "/verification").json();
    assertThat(again.path("checkedAt")).isEqualTo(first.path("checkedAt"));
    Path zip = zip(id);
    byte[] content = Files.readAllBytes(zip);
    content[content.length / 3] ^= 1;
    Files.write(zip, content);
    JsonNode altered = auditor.get(path(id) + "/verification").json();
    assertThat(altered.path("verdict").asString()).isIn("ALTERED", "MALFORMED");
    assertThat(altered.path("lines").get(0).path("ok").asBoolean()).isFalse();
    Files.delete(zip);
    assertThat(auditor.get(path(id) + "/verification").code()).isEqualTo("package-lost");
    assertThat(world().as("investigator").get(path(id) + "/package.zip").code())
        .isEqualTo("package-lost");
    assertThat(world().as("stranger").get(path(id) + "/verification").status()).isEqualTo(403);
  }

  @Test
  void saysWhereInItsVideosTheGapsAndPassesAre() throws Exception {
    UUID id = world().request(world().form(25, world().camera, world().gappy));
    Instant seen = world().start.plusSeconds(27);
    world().seePass(world().camera, seen);
    world().as("approver").post(path(id) + "/decision", Map.of("outcome", "APPROVE"));
    world().await(id, "SEALED");
    TestClient investigator = world().as("investigator");
    JsonNode view = investigator.get(path(id) + "/videos").json();
    JsonNode whole = view.path("cameras").get(0);
    JsonNode video = whole.path("videos").get(0);
    assertThat(whole.path("name").asString()).isEqualTo("Cổng chợ");
    assertThat(whole.path("gaps").size()).isZero();
    assertThat(video.path("mediaType").asString()).isEqualTo("video/mp4; codecs=\"avc1.42C01F\"");
    // The first picture of the granted time, of which there are ten in a second.
    assertThat(Instant.parse(video.path("startsAt").asString()))
        .isEqualTo(world().start.plusMillis(25_400));
    JsonNode pass = whole.path("passes").get(0);
    assertThat(pass.path("plate").asString()).isEqualTo("36A12345");
    assertThat(pass.path("weakness").asString()).isEqualTo("SEEN_ONCE");
    assertThat(pass.path("seconds").asDouble()).isEqualTo(1.6);
    JsonNode gap = view.path("cameras").get(1).path("gaps").get(0);
    assertThat(gap.path("cause").asString()).isEqualTo("UNREACHABLE");
    assertThat(Instant.parse(gap.path("from").asString())).isEqualTo(world().start.plusSeconds(30));
    assertThat(gap.path("seconds").asDouble()).isEqualTo(4.6);
    investigator.get(path(id) + "/videos");
    assertThat(events(id, "extraction.chapters-read")).as("one look").isOne();
  }

  @Test
  void playsTheSealedFileItselfToWhoMayWatchItAndNotesEachSittingOnce() throws Exception {
    UUID id = sealed(60);
    String name = clip(id);
    String url = PackagedVideos.url(PackagedVideos.requestPath(id), name);
    byte[] sealed;
    try (var archive = new ZipFile(zip(id).toFile())) {
      String entry = world().get(id).at("/extraction/code").asString() + "/bag/" + name;
      sealed = archive.getInputStream(archive.getEntry(entry)).readAllBytes();
    }
    TestClient investigator = world().as("investigator");
    Answer head = investigator.send("HEAD", url, null, Map.of());
    assertThat(head.header("Accept-Ranges")).hasValue("bytes");
    assertThat(events(id, "extraction.video-watched")).as("nothing went out").isZero();
    assertThat(investigator.get(url).response().body()).isEqualTo(sealed);
    Answer part = investigator.get(url, Map.of("Range", "bytes=100-199"));
    assertThat(part.status()).isEqualTo(206);
    assertThat(part.response().body()).isEqualTo(Arrays.copyOfRange(sealed, 100, 200));
    assertThat(events(id, "extraction.video-watched")).as("one sitting").isOne();
    // Who begins in the middle is noted as well.
    world().as("approver").get(url, Map.of("Range", "bytes=100-199"));
    assertThat(leaves(id, "extraction.video-watched"))
        .hasSize(2)
        .allMatch(leaf -> leaf.contains(Hash.sha256(sealed).hex()));
    for (String other : List.of("colleague", "officer", "auditor", "stranger", "chief")) {
      assertThat(world().as(other).get(url).status()).as(other).isEqualTo(403);
      assertThat(world().as(other).get(path(id) + "/videos").status()).as(other).isEqualTo(403);
    }
    assertThat(events(id, "extraction.video-watched")).isEqualTo(2);
  }

  /// The only clip of a package, by its name below the bag.
  private static String clip(UUID id) {
    return world().get(id).at("/extraction/files").findValuesAsString("name").stream()
        .filter(name -> name.startsWith("data/clips/"))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void isHandedOverToSomebodyWithAnAccountWhoConfirmsIt() throws Exception {
    UUID id = sealed(30);
    TestClient giver = world().as("investigator");
    JsonNode custody = giver.get(path(id) + "/custody").json();
    assertThat(custody.path("handovers").size()).isZero();
    assertThat(custody.path("lines").findValuesAsString("what")).containsExactly("MADE", "SEALED");
    JsonNode found = giver.get("/api/handovers/recipients?text=second").json();
    assertThat(found.findValuesAsString("displayName")).containsExactly("Người second");
    String recipient = found.get(0).path("id").asString();
    Map<String, Object> form = Map.of("recipientId", recipient, "medium", "DOWNLOAD");
    assertThat(world().as("colleague").post(path(id) + "/handovers", form).code())
        .isEqualTo("not-your-request");
    Answer opened = giver.post(path(id) + "/handovers", form);
    assertThat(opened.status()).as(opened.text()).isEqualTo(201);
    String handover = opened.json().path("id").asString();
    assertThat(giver.post(path(id) + "/handovers/" + handover + "/signed", Map.of()).code())
        .isEqualTo("handover-by-account");

    TestClient receiver = world().as("second");
    JsonNode mine = receiver.get("/api/handovers").json().path("items").get(0);
    assertThat(mine.path("state").asString()).isEqualTo("OPEN");
    assertThat(mine.path("digest").asString()).matches("[0-9a-f]{128}");
    Waiting waiting = Waiting.of(receiver, WorklistKind.PACKAGE_HANDOVER);
    assertThat(waiting)
        .isEqualTo(new Waiting(1, 0, Instant.parse(mine.path("openUntil").asString())));
    assertThat(Waiting.of(giver, WorklistKind.PACKAGE_HANDOVER).count()).isZero();
    String receipt = "/api/handovers/" + handover + "/receipt";
    for (String other : List.of("colleague", "approver")) {
      assertThat(world().as(other).post(receipt, Map.of()).code()).isEqualTo("not-your-handover");
      assertThat(world().as(other).get(mine.path("packageUrl").asString()).code())
          .isEqualTo("not-your-handover");
    }
    assertThat(receiver.get(mine.path("packageUrl").asString()).response().body())
        .isEqualTo(Files.readAllBytes(zip(id)));
    assertThat(world().state(id)).isEqualTo("SEALED");
    SERVER.forgetConfirmations();
    assertThat(receiver.post(receipt, Map.of()).code()).isEqualTo("confirm-yourself");
    receiver.post(
        "/api/session/confirm", Map.of("method", "PASSWORD", "value", TestServer.PASSWORD));
    Answer confirmed = receiver.post(receipt, Map.of());
    assertThat(confirmed.json().path("state").asString())
        .as(confirmed.text())
        .isEqualTo("RECEIVED");
    assertThat(world().state(id)).isEqualTo("DELIVERED");
    assertThat(Waiting.of(receiver, WorklistKind.PACKAGE_HANDOVER).count()).isZero();
    assertThat(receiver.post(receipt, Map.of()).code()).isEqualTo("handover-ended");

    HandOver told = placed(id, 1).getFirst();
    assertThat(told.receipt().to().name()).isEqualTo("Người second");
    assertThat(told.receipt().identity()).isEqualTo(Receipt.Identity.ACCOUNT);
    assertThat(leaves(id, "extraction.received"))
        .hasSize(1)
        .allMatch(leaf -> leaf.contains("\"receipt\"") && !leaf.contains("Người"));
    assertThat(giver.get(path(id)).json().path("history").findValuesAsString("what"))
        .endsWith("HANDOVER_OPENED", "DELIVERED", "RECEIVED");
    assertThat(giver.get(path(id) + "/custody").json().path("lines").findValuesAsString("what"))
        .containsExactly("MADE", "SEALED", "DOWNLOADED", "RECEIVED");
    assertThat(giver.get(path(id) + "/verification").text()).contains("Người second");
  }

  @Test
  void isWatchedByWhomItIsHandedOverToUntilTheHandOverLapsed() throws Exception {
    UUID id = sealed(40);
    TestClient giver = world().as("investigator");
    String recipient =
        giver.get("/api/handovers/recipients?text=colleague").json().get(0).path("id").asString();
    Answer opened =
        giver.post(path(id) + "/handovers", Map.of("recipientId", recipient, "medium", "DOWNLOAD"));
    String handover = "/api/handovers/" + opened.json().path("id").asString();
    TestClient receiver = world().as("colleague");
    assertThat(receiver.get(handover + "/package.zip").status()).isEqualTo(200);
    watchesWhatIsHandedOver(id, handover);
    SERVER
        .database()
        .client()
        .sql(
            """
            update evidence.handover set opened_at = now() - interval '15 days',
              open_until = now() - interval '1 second' where request_id = ?
            """)
        .param(id)
        .update();
    for (String what :
        List.of("/package.zip", "/verification", "/videos", "/videos/video.mp4?name=x")) {
      assertThat(receiver.get(handover + what).code()).as(what).isEqualTo("handover-ended");
    }
    assertThat(receiver.post(handover + "/receipt", Map.of()).code()).isEqualTo("handover-ended");
    assertThat(world().state(id)).isEqualTo("SEALED");
    assertThat(leaves(id, "extraction.received")).isEmpty();
  }

  /// The receiver checks the package and watches its videos; nobody else does by the hand-over.
  private static void watchesWhatIsHandedOver(UUID id, String path) throws Exception {
    TestClient receiver = world().as("colleague");
    assertThat(receiver.get(path + "/verification").json().path("verdict").asString())
        .isEqualTo("INTACT");
    JsonNode video = receiver.get(path + "/videos").json().at("/cameras/0/videos/0");
    String url = video.path("url").asString();
    assertThat(url).startsWith(path + "/videos/video.mp4?name=");
    assertThat(Hash.sha256(receiver.get(url).response().body()).hex())
        .isEqualTo(video.path("sha256").asString());
    assertThat(leaves(id, "extraction.video-watched"))
        .singleElement()
        .satisfies(leaf -> assertThat(leaf).contains(video.path("sha256").asString()));
    assertThat(events(id, "extraction.chapters-read")).isOne();
    assertThat(receiver.get(path + "/videos/video.mp4?name=data/record.json").code())
        .isEqualTo("no-such-video");
    assertThat(receiver.get(path(id) + "/videos").status()).as("by the request").isEqualTo(403);
    for (String other : List.of("investigator", "second", "approver")) {
      for (String what : List.of(path + "/verification", path + "/videos", url)) {
        assertThat(world().as(other).get(what).code()).as(other).isEqualTo("not-your-handover");
      }
    }
  }

  @Test
  void isHandedOverOnPaperWithEachReceiptInThePackage() throws Exception {
    UUID id = sealed(50);
    TestClient giver = world().as("investigator");
    String outside = path(id) + "/outside-handovers";
    assertThat(
            EvidenceFixture.errors(
                giver.post(
                    outside,
                    Map.of(
                        "name", "Hai\ndòng", "office", " ", "identity", "ACCOUNT", "medium", "X"))))
        .containsExactly(
            "name characters", "office required", "identity has-no-account", "medium choice");
    Map<String, Object> form =
        Map.of(
            "name", "Phạm Thị Hòa",
            "office", "Viện kiểm sát khu vực 3",
            "title", "Kiểm sát viên",
            "identity", "SERVICE_CARD",
            "medium", "USB_DRIVE");
    String first = giver.post(outside, form).json().path("id").asString();
    String second = giver.post(outside, form).json().path("id").asString();
    String third = giver.post(outside, form).json().path("id").asString();
    String handovers = path(id) + "/handovers/";
    assertThat(giver.delete(handovers + third).json().path("state").asString())
        .isEqualTo("WITHDRAWN");
    assertThat(giver.post(handovers + third + "/signed", Map.of()).code())
        .isEqualTo("handover-ended");

    String below = path(world().request(world().form(0, world().camera))) + "/handovers/" + first;
    for (Answer answer :
        List.of(
            giver.get(below + "/paper.pdf?language=vi"),
            giver.post(below + "/signed", Map.of()),
            giver.delete(below))) {
      assertThat(answer.code()).as("through another request").isEqualTo("no-such-handover");
      assertThat(answer.status()).isEqualTo(404);
    }
    Path paper = Files.createTempFile("anbinh-test-receipt", ".pdf");
    Files.write(paper, giver.get(handovers + first + "/paper.pdf?language=vi").response().body());
    assertThat(ExternalVerifiers.pdfText(paper))
        .contains("Phạm Thị Hòa", "Viện kiểm sát khu vực 3", "Kiểm sát viên");
    String digest = ExternalVerifiers.pdfQrCode(paper).lines().skip(2).findFirst().orElseThrow();
    assertThat(ExternalVerifiers.pdfText(paper)).contains(digest);
    for (String language : List.of("en", "ar")) {
      Path other = Files.createTempFile("anbinh-test-receipt-" + language, ".pdf");
      Files.write(
          other,
          giver.get(handovers + first + "/paper.pdf?language=" + language).response().body());
      assertThat(ExternalVerifiers.pdfText(other)).contains(digest, "Phạm Thị Hòa");
    }
    assertThat(giver.get(handovers + first + "/paper.pdf?language=xx").code()).isEqualTo("invalid");

    String scan = "/api/handover-scans/" + first;
    assertThat(EvidenceFixture.errors(giver.post(scan, Map.of("scan", "AAAA"))))
        .containsExactly("scan scan-kind");
    byte[] signed = Files.readAllBytes(paper);
    Answer attached = giver.post(scan, Map.of("scan", Base64.getEncoder().encodeToString(signed)));
    assertThat(attached.json().path("scanned").asBoolean()).as(attached.text()).isTrue();
    assertThat(world().as("colleague").post(scan, Map.of("scan", "JVBERi0=")).code())
        .isEqualTo("not-your-request");
    Path before = zip(id);
    for (String one : List.of(first, second)) {
      Answer done = giver.post(handovers + one + "/signed", Map.of());
      assertThat(done.json().path("state").asString()).as(done.text()).isEqualTo("RECEIVED");
    }
    List<HandOver> told = placed(id, 2);
    assertThat(told).extracting(one -> one.receipt().to().title()).containsOnly("Kiểm sát viên");
    assertThat(told.getFirst().receipt().scanSha256()).isEqualTo(Hash.sha256(signed));
    assertThat(told.getLast().receipt().scanSha256()).isNull();
    assertThat(before).doesNotExist();
    try (Stream<Path> roots = Files.list(ExternalVerifiers.unpack(zip(id)))) {
      assertThat(ExternalVerifiers.guide(roots.findFirst().orElseThrow())).contains(digest);
    }
    ExternalVerifiers.Ruling all =
        ExternalVerifiers.script(zip(id), SERVER.bean(Proofs.class).verifierKey().write());
    assertThat(all.refused()).as(all.text()).isEqualTo(ExternalVerifiers.OF_PICTURES);
    assertThat(all.text()).contains("receipt-2: that entry is in the log");
    stampsSingleClips(id, second, third);
  }

  /// A clip with a stamp of receipt: the sealed one, signed once more.
  private static void stampsSingleClips(UUID id, String received, String withdrawn)
      throws Exception {
    TestClient giver = world().as("investigator");
    JsonNode handover =
        giver
            .get(path(id) + "/custody")
            .json()
            .path("handovers")
            .valueStream()
            .filter(one -> one.path("id").asString().equals(received))
            .findFirst()
            .orElseThrow();
    String clip = handover.path("clips").get(0).asString();
    assertThat(clip).matches("CAM-0001_\\d{8}T\\d{6}\\+0700\\.mp4");
    String url = path(id) + "/handovers/%s/clips/" + clip;
    Answer answer = giver.get(url.formatted(received));
    assertThat(answer.header("Content-Disposition"))
        .hasValueSatisfying(
            name -> assertThat(name).contains("EXT-").endsWith("_2_" + clip + "\""));
    byte[] stamped = answer.response().body();
    var reader = new ExportReader();
    reader.update(stamped, 0, stamped.length);
    assertThat(reader.end()).hasSize(2).allMatch(ExportSignature::isSigned);
    String number = "receipt=" + handover.path("number").asString() + " ";
    assertThat(new String(stamped, StandardCharsets.ISO_8859_1))
        .contains("package=EXT-", number, "receipt-sha256=")
        .doesNotContain("Hòa");
    assertThat(leaves(id, "extraction.clip-stamped"))
        .singleElement()
        .satisfies(leaf -> assertThat(leaf).contains(Hash.sha256(stamped).hex()));
    assertThat(giver.get(url.formatted(withdrawn)).code()).isEqualTo("no-such-video");
    assertThat(giver.get(url.formatted(received).replace(clip, "other.mp4")).code())
        .isEqualTo("no-such-video");
    assertThat(world().as("colleague").get(url.formatted(received)).code())
        .isEqualTo("not-your-request");
  }

  /// What the verifier says of the hand-overs once so many receipts stand in the package.
  private static List<HandOver> placed(UUID id, int receipts) throws Exception {
    ExtractionTable table = SERVER.bean(ExtractionTable.class);
    Await.until("receipts", () -> table.find(id).orElseThrow().additions() >= receipts);
    Verdict verdict =
        new Verifier(List.of(SERVER.bean(Proofs.class).verifierKey())).verify(zip(id));
    assertThat(verdict).as("%s", verdict.findings()).isInstanceOf(Verdict.Intact.class);
    PackageSchemas.assertDocumented(zip(id));
    assertThat(verdict.facts().handOvers()).hasSize(receipts);
    return verdict.facts().handOvers();
  }

  private static List<String> leaves(UUID id, String type) {
    return SERVER
        .database()
        .client()
        .sql(
            "select convert_from(record, 'UTF8') from audit.event where type = ? and object_id = ?")
        .params(type, id.toString())
        .query((row, _) -> String.valueOf(row.getString(1)))
        .list();
  }

  private static UUID sealed(int offset) throws InterruptedException {
    UUID id = world().approved(world().form(offset, world().camera));
    world().await(id, "SEALED");
    return id;
  }

  private static Path zip(UUID id) {
    return SERVER
        .bean(Staging.class)
        .packageFile(SERVER.bean(ExtractionTable.class).find(id).orElseThrow());
  }

  private static long events(UUID id, String type) {
    return SERVER
        .database()
        .client()
        .sql("select count(*) from audit.event where type = ? and object_id = ?")
        .params(type, id.toString())
        .query(Long.class)
        .single();
  }
}
