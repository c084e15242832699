package anbinh.evidence.web;

import static anbinh.evidence.EvidenceWorld.path;
import static org.assertj.core.api.Assertions.assertThat;

import anbinh.evidence.EvidenceWorld;
import anbinh.evidence.collect.ExtractionTable;
import anbinh.evidence.collect.FakeFootage;
import anbinh.evidence.collect.Staging;
import anbinh.testing.TestClient;
import anbinh.testing.TestClient.Answer;
import anbinh.testing.TestServer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;

class PackageIT {
  @RegisterExtension static final TestServer SERVER = new TestServer("test.footage=fake");

  private static @Nullable EvidenceWorld made;

  @BeforeAll
  static void makeWorld() {
    made = new EvidenceWorld(SERVER);
    SERVER.bean(FakeFootage.class).complete(true);
  }

  private static EvidenceWorld world() {
    return Objects.requireNonNull(made);
  }

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
    investigator.get(url, Map.of("Range", "bytes=100-" + (file.length - 1001)));
    world().await(id, "DELIVERED");
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
        .containsExactly("FILES", "SEAL", "SEAL", "TIME", "LOG", "NOT_CHECKED");
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
