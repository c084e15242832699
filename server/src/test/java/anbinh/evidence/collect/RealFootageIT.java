package anbinh.evidence.collect;

import static anbinh.testing.Await.until;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import anbinh.areas.Area;
import anbinh.areas.AreaKind;
import anbinh.areas.NewArea;
import anbinh.areas.unit.Areas;
import anbinh.audit.log.Proofs;
import anbinh.cameras.Camera;
import anbinh.cameras.NewCamera;
import anbinh.cameras.store.Cameras;
import anbinh.evidence.request.lifecycle.Grant;
import anbinh.identity.Role;
import anbinh.media.simulator.CameraSimulator;
import anbinh.media.simulator.VideoSource;
import anbinh.platform.ConsistencyCheck;
import anbinh.platform.Finding;
import anbinh.recording.Coverage;
import anbinh.recording.Span;
import anbinh.recording.footage.Recordings;
import anbinh.seal.verify.Verdict;
import anbinh.seal.verify.Verifier;
import anbinh.testing.TestClient;
import anbinh.testing.TestClient.Answer;
import anbinh.testing.TestServer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The main job with real footage: a camera is recorded over RTSP, an extraction is requested,
/// approved by another person, taken, sealed and judged.
class RealFootageIT {
  @RegisterExtension static final TestServer SERVER = new TestServer("anbinh.recording.segment=5s");

  @Test
  void sealsFootageThatWasRecordedFromACamera() throws Exception {
    String data = System.getenv("ANBINH_TEST_DATA");
    assumeTrue(data != null, "ANBINH_TEST_DATA names no folder of real footage");
    try (var simulator = new CameraSimulator()) {
      String uri =
          simulator
              .add("gate", VideoSource.ofMp4(Path.of(data, "video", "parkpow_cars.mp4")))
              .uri();
      Area area =
          SERVER
              .bean(Areas.class)
              .create(new NewArea("C-1", "Xã Bá Thước", AreaKind.COMMUNE, null), null);
      Camera camera =
          SERVER
              .bean(Cameras.class)
              .add(new NewCamera("Cổng", area.id(), uri, null, null, true, 30, null, true), null);
      Instant from =
          Grant.whole(recordedFrom(camera.id(), Duration.ofSeconds(12))).plusMillis(2_300);
      SERVER.person("investigator", area.id(), Role.INVESTIGATOR);
      SERVER.person("approver", area.id(), Role.APPROVER);
      UUID id = approvedRequest(area, camera, from, from.plusSeconds(6));
      TestClient investigator = SERVER.signedIn("investigator");
      String path = "/api/requests/" + id;
      until(
          "recorded and collected",
          () -> {
            String state = investigator.get(path).json().path("state").asString();
            assertThat(state).as(investigator.get(path).text()).isNotEqualTo("UNAVAILABLE");
            return state.equals("SEALED");
          });
      judge(
          id,
          camera,
          investigator.get(
              "/api/cameras/%s/video.mp4?from=%s&to=%s"
                  .formatted(camera.id(), from, from.plusSeconds(6))));
    }
  }

  /// @param recording what the recorder gives for the same span
  private static void judge(UUID id, Camera camera, Answer recording) throws Exception {
    Extraction extraction = SERVER.bean(ExtractionTable.class).find(id).orElseThrow();
    Path zip = SERVER.bean(Staging.class).packageFile(extraction);
    Verdict verdict = new Verifier(List.of(SERVER.bean(Proofs.class).verifierKey())).verify(zip);
    assertThat(verdict).isInstanceOf(Verdict.Intact.class);
    PackageSchemas.assertDocumented(zip);
    assertThat(verdict.facts().provedSegments()).isBetween(1, 4);
    assertThat(recording.status()).isEqualTo(200);
    Path video = Files.createTempFile("anbinh-test-recording", ".mp4");
    Files.write(video, recording.response().body());
    ExternalVerifiers.Ruling all =
        ExternalVerifiers.script(
            zip, SERVER.bean(Proofs.class).verifierKey().write(), "--recording", video.toString());
    assertThat(all.exitCode()).as(all.text()).isZero();
    assertThat(all.text()).contains(video.getFileName() + " has the pictures of a clip");
    Path root = ExternalVerifiers.unpack(zip).resolve(extraction.code());
    Path bag = root.resolve("bag");
    JsonNode record =
        JsonMapper.shared().readTree(Files.readAllBytes(bag.resolve("data/record.json")));
    JsonNode file = record.path("files").get(0);
    JsonNode acquisition = record.path("acquisition").get(0);
    Path clip = ExternalVerifiers.first(bag, ".mp4");
    assertThat(ExternalVerifiers.packets(clip))
        .isEqualTo(file.path("frames").asInt() + acquisition.path("hiddenFrames").asInt());
    assertThat(file.path("durationMillis").asDouble()).isBetween(5_000.0, 6_500.0);
    assertThat(record.path("sources").get(0).path("code").asString()).isEqualTo(camera.code());
    assertThat(Files.size(ExternalVerifiers.first(bag, ".jpg"))).isGreaterThan(2_000);
    assertThat(record.path("files").size()).isEqualTo(4);
    List<Finding> findings = new ArrayList<>();
    ConsistencyCheck check = SERVER.bean(PackagesCheck.class);
    assertThat(check.run(findings::add)).isEqualTo(1);
    assertThat(findings).isEmpty();
    Files.write(zip, new byte[] {1, 2, 3});
    check.run(findings::add);
    assertThat(findings)
        .containsExactly(
            new Finding(extraction.code(), "has 3 bytes instead of " + extraction.bytes()));
  }

  /// Waits until so much is recorded; returns when it begins.
  private static Instant recordedFrom(UUID camera, Duration length) throws InterruptedException {
    Recordings recordings = SERVER.bean(Recordings.class);
    Instant start = Instant.now().minusSeconds(60);
    List<Coverage> last = new ArrayList<>();
    until(
        "recorded and collected",
        () -> {
          last.clear();
          last.add(recordings.coverage(camera, new Span(start, Instant.now())));
          return last.getFirst().recordedLength().compareTo(length) >= 0;
        });
    return last.getFirst().recorded().getFirst().from();
  }

  private static UUID approvedRequest(Area area, Camera camera, Instant from, Instant to) {
    TestClient investigator = SERVER.signedIn("investigator");
    JsonNode opened =
        investigator
            .post(
                "/api/cases",
                Map.of(
                    "title",
                    "Va chạm",
                    "type",
                    "TRAFFIC",
                    "occurredFrom",
                    from.toString(),
                    "areaId",
                    area.id()))
            .json();
    Answer made =
        investigator.post(
            "/api/requests",
            Map.of(
                "caseId",
                opened.path("id").asString(),
                "cameraIds",
                List.of(camera.id()),
                "from",
                from.toString(),
                "to",
                to.toString(),
                "purpose",
                "ESTABLISH_FACTS",
                "legalBasis",
                "CPC_2015_ART_107",
                "offence",
                "TRAFFIC_COLLISION",
                "necessity",
                "Camera duy nhất nhìn thấy làn xe này."));
    assertThat(made.status()).as(made.text()).isEqualTo(201);
    UUID id = UUID.fromString(made.json().path("id").asString());
    Answer decided =
        SERVER
            .signedIn("approver")
            .post("/api/requests/" + id + "/decision", Map.of("outcome", "APPROVE"));
    assertThat(decided.status()).as(decided.text()).isEqualTo(200);
    return id;
  }
}
