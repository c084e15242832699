package anbinh;

import static anbinh.testing.Await.until;
import static org.assertj.core.api.Assertions.assertThat;

import anbinh.recording.TestCamera;
import anbinh.testing.ChildServer;
import anbinh.testing.SmallDisk;
import anbinh.testing.TestClient;
import anbinh.testing.TestClient.Answer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import tools.jackson.databind.JsonNode;

/// The whole server as a process while what it stands on fails: disks that are full, a database
/// that stands still or is killed, the process itself killed. Footage comes from a simulated
/// camera. Two at a time, since they mostly wait.
@Execution(ExecutionMode.CONCURRENT)
class FaultsIT {
  private static final String PASSWORD = "một mật khẩu khác";
  private static final String[] SHORT_SEGMENTS = {"--anbinh.recording.segment=5s"};

  @TempDir Path folder;

  @Test
  void aFullDiskOfFootageIsStatedAndRecordingGoesOnByItselfWhenThereIsRoom() throws Exception {
    try (SmallDisk disk = SmallDisk.mount(160);
        TestCamera camera = TestCamera.start();
        ChildServer server =
            ChildServer.start(
                folder.resolve("data"),
                SHORT_SEGMENTS[0],
                "--anbinh.recording.folder=" + disk.folder().resolve("footage"))) {
      var site = new Site(server, camera.address());
      until("footage", () -> site.recorded().compareTo(Duration.ofSeconds(12)) > 0);

      disk.fill(0);
      until("stated", () -> site.health().path("storage").asString("").equals("FULL"));
      assertThat(site.officer.get("/api/cameras/summary").json().path("notRecording").asInt())
          .isEqualTo(1);
      until("not up", () -> site.officer.get("/actuator/health").status() == 503);
      assertThat(site.officer.get("/api/cameras?state=DOWN").text()).contains(site.camera);
      JsonNode run = site.coverage().path("recorded").get(0);
      Instant from = Instant.parse(run.path("from").asString());
      assertThat(
              site.officer
                  .get(site.path("video.mp4?from=" + from + "&to=" + from.plusSeconds(5)))
                  .status())
          .isEqualTo(200);
      String sealed = site.request(from.plusMillis(500), from.plusSeconds(4));
      until("sealed on a full disk of footage", () -> site.state(sealed).equals("SEALED"));

      disk.empty();
      until("room again", () -> site.health().path("storage").asString("").equals("OK"));
      until("up again", () -> site.officer.get("/actuator/health").status() == 200);
      Instant now = Instant.now();
      until("recorded again", () -> site.latest().isAfter(now.plusSeconds(2)));
      assertThat(site.gapCauses()).as(site.coverage().toString()).containsOnly("DISK_FULL");
      assertThat(site.officer.get("/api/cameras/summary").json().path("recording").asInt())
          .isEqualTo(1);
    }
    assertThat(
            ChildServer.check(
                folder.resolve("data"), "--anbinh.recording.folder=" + folder.resolve("gone")))
        .as("footage on a disk that is not there is not sound")
        .isEqualTo(1);
  }

  /// The embedded database, the log, footage and packages on one disk.
  @Test
  void aFullDiskOfEverythingLosesNothingAndAllGoesOnByItself() throws Exception {
    try (SmallDisk disk = SmallDisk.mount(420)) {
      Path data = Files.createDirectory(disk.folder().resolve("data"));
      Path output = disk.folder().resolve("data.out");
      Files.createSymbolicLink(output, folder.resolve("data.out"));
      try (TestCamera camera = TestCamera.start();
          ChildServer server = ChildServer.start(data, SHORT_SEGMENTS)) {
        var site = new Site(server, camera.address());
        until("footage", () -> site.recorded().compareTo(Duration.ofSeconds(8)) > 0);
        List<String> acknowledged = new ArrayList<>();
        acknowledged.add(site.openCase("trước"));

        disk.fill(0);
        Instant full = Instant.now();
        while (Instant.now().isBefore(full.plusSeconds(25))) {
          // Some are still taken, from room the database has in hand; what is taken must stay.
          Answer answer = site.tryOpenCase("lúc đầy");
          if (answer.status() == 201) {
            acknowledged.add(answer.json().path("code").asString());
          } else {
            assertThat(answer.status()).as(answer.text()).isEqualTo(503);
            assertThat(answer.text()).doesNotContain("Exception", "\tat ", disk.folder() + "");
          }
          LockSupport.parkNanos(50_000_000);
        }

        disk.empty();
        until("taken again", () -> site.tryOpenCase("sau").status() == 201);
        until("room again", () -> site.health().path("storage").asString("").equals("OK"));
        Instant now = Instant.now();
        until("recorded again", () -> site.latest().isAfter(now.plusSeconds(2)));
        JsonNode last = site.lastRun();
        Instant from = Instant.parse(last.path("from").asString());
        String sealed = site.request(from.plusMillis(100), from.plusMillis(1_500));
        until("sealed", () -> site.state(sealed).equals("SEALED"));
        for (String code : acknowledged) {
          assertThat(site.investigator.get("/api/cases?q=" + code).text()).contains(code);
        }
      }
      assertSound(data);
    }
  }

  @Test
  void aDatabaseThatStandsStillOrIsKilledCostsNoPictureAndNothingAcknowledged() throws Exception {
    Path data = folder.resolve("data");
    try (TestCamera camera = TestCamera.start();
        ChildServer server = ChildServer.start(data, SHORT_SEGMENTS)) {
      var site = new Site(server, camera.address());
      until("footage", () -> site.recorded().compareTo(Duration.ofSeconds(6)) > 0);
      Instant begun = Instant.now();
      List<String> acknowledged = new ArrayList<>();
      acknowledged.add(site.openCase("trước"));

      signal(data, "STOP");
      try {
        // Longer than the pool and the guard of the database's lock wait, which is 10 s each.
        LockSupport.parkNanos(Duration.ofSeconds(20).toNanos());
      } finally {
        signal(data, "CONT");
      }
      acknowledged.add(site.openCase("sau khi đứng"));
      signal(data, "KILL");
      until(
          "answered after the kill",
          () -> {
            Answer answer = site.tryOpenCase("sau khi chết");
            assertThat(answer.status()).as(answer.text() + lastLines(data)).isIn(201, 503);
            return answer.status() == 201;
          });

      Instant now = Instant.now();
      until("all of it in rows", () -> site.latest().isAfter(now.plusSeconds(7)));
      JsonNode coverage =
          site.officer.get(site.path("coverage?from=" + begun + "&to=" + now)).json();
      assertThat(coverage.path("gaps")).as(coverage.toString()).isEmpty();
      assertThat(coverage.path("recorded")).hasSize(1);
      for (String code : acknowledged) {
        assertThat(site.investigator.get("/api/cases?q=" + code).text()).contains(code);
      }
    }
    assertSound(data);
  }

  /// At moments that chance chooses; the package is there once, whole, and so is each pass.
  @Test
  void aServerKilledWhileItCollectsAndTakesPassesSealsAndStoresOnceAfterItsRestart()
      throws Exception {
    Path data = folder.resolve("data");
    List<String> requests = new ArrayList<>();
    try (TestCamera camera = TestCamera.start()) {
      ChildServer server = ChildServer.start(data, SHORT_SEGMENTS);
      var site = new Site(server, camera.address());
      until("footage", () -> site.recorded().compareTo(Duration.ofSeconds(14)) > 0);
      Instant from = Instant.parse(site.coverage().path("earliest").asString());
      var passes = new Passes(site);
      for (int round = 0; round < 3; round++) {
        requests.add(site.request(from.plusMillis(500 + round), from.plusSeconds(4)));
        var sending = CompletableFuture.runAsync(passes::sendUntilNothingAnswers);
        LockSupport.parkNanos(Duration.ofMillis(40L << (2 * round)).toNanos());
        server.kill();
        sending.join();
        server = ChildServer.start(data, SHORT_SEGMENTS);
        site.moveTo(server);
        passes.sendAgain();
      }
      var found = new ArrayList<Instant>();
      until(
          "all passes found",
          () -> {
            found.clear();
            found.addAll(passes.found());
            return found.size() >= passes.sent().size();
          });
      assertThat(found).containsExactlyInAnyOrderElementsOf(passes.sent());
      for (String request : requests) {
        until("sealed", () -> site.state(request).equals("SEALED"));
        Answer verdict = site.investigator.get("/api/requests/" + request + "/verification");
        assertThat(verdict.json().path("verdict").asString())
            .as(verdict.text())
            .isEqualTo("INTACT");
      }
      JsonNode seals = site.auditor.get("/api/log?type=evidence.seal&limit=200").json();
      assertThat(seals.path("items").size()).isIn(0, requests.size());
      server.close();
    }
    assertSound(data);
  }

  private static void assertSound(Path data) throws Exception {
    int exit = ChildServer.check(data);
    assertThat(exit).as(lastLines(data)).isZero();
  }

  /// What the server said last.
  private static String lastLines(Path data) {
    try {
      List<String> lines = ChildServer.output(data).lines().toList();
      return String.join("\n", lines.subList(Math.max(0, lines.size() - 60), lines.size()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Sends a signal to the postmaster and all its processes.
  private static void signal(Path data, String name) throws Exception {
    long postmaster =
        Long.parseLong(
            Files.readAllLines(data.resolve("postgres/17/postmaster.pid")).getFirst().strip());
    ProcessHandle handle = ProcessHandle.of(postmaster).orElseThrow();
    var pids = new ArrayList<>(List.of(Long.toString(postmaster)));
    handle.descendants().forEach(child -> pids.add(Long.toString(child.pid())));
    var command = new ArrayList<>(List.of("kill", "-" + name));
    command.addAll(pids);
    new ProcessBuilder(command).start().waitFor();
  }

  /// A system that sends passes of one vehicle, and again those of a batch that nobody answered.
  private static final class Passes {
    private static final int IN_BATCH = 20;

    private final Site site;
    private final String key;
    private final Instant first = Instant.now().minusSeconds(10).truncatedTo(ChronoUnit.MILLIS);
    private int answered;

    Passes(Site site) {
      this.site = site;
      Answer source = site.administrator.post("/api/sighting-sources", Map.of("name", "Hệ thống"));
      assertThat(source.status()).as(source.text()).isEqualTo(201);
      key = source.json().path("key").asString();
    }

    void sendUntilNothingAnswers() {
      try {
        while (true) {
          assertThat(sendNext().path("stored").asInt()).isEqualTo(IN_BATCH);
        }
      } catch (UncheckedIOException e) {
        // The server was killed; whether it had stored the batch nobody knows.
      }
    }

    void sendAgain() {
      JsonNode answer = sendNext();
      assertThat(answer.path("stored").asInt()).isIn(0, IN_BATCH);
      assertThat(answer.path("refused")).isEmpty();
    }

    private JsonNode sendNext() {
      List<Map<String, Object>> batch = new ArrayList<>();
      for (int number = answered; number < answered + IN_BATCH; number++) {
        batch.add(
            Map.of(
                "id",
                "pass-" + number,
                "camera",
                "CAM-0001",
                "from",
                first.plusMillis(number).toString(),
                "readings",
                List.of(Map.of("text", "36A12345", "confidence", .9)),
                "model",
                "test 1"));
      }
      Answer answer =
          site.administrator.send(
              "POST",
              "/api/sightings/batches",
              Map.of("sightings", batch),
              Map.of("Authorization", "Bearer " + key));
      assertThat(answer.status()).as(answer.text()).isEqualTo(200);
      answered += IN_BATCH;
      return answer.json();
    }

    List<Instant> sent() {
      return IntStream.range(0, answered).mapToObj(first::plusMillis).toList();
    }

    /// The times of all that a search finds.
    List<Instant> found() {
      List<Instant> times = new ArrayList<>();
      String after = "";
      do {
        Answer answer =
            site.investigator.post(
                "/api/sightings/searches?limit=100" + after,
                Map.of(
                    "caseId",
                    site.caseId,
                    "reason",
                    "Xe máy rời hiện trường.",
                    "text",
                    "36A12345"));
        JsonNode hits = answer.json().path("hits");
        hits.path("items").forEach(hit -> times.add(Instant.parse(hit.path("from").asString())));
        String next = hits.path("next").asString("");
        after = next.isEmpty() ? "" : "&after=" + next;
      } while (!after.isEmpty());
      return times;
    }
  }

  /// One camera, the people who work with it, and a case, through HTTP.
  private static final class Site {
    final TestClient administrator;
    final TestClient officer;
    final TestClient investigator;
    final TestClient approver;
    final TestClient auditor;
    final String camera;
    private final String area;
    private final String caseId;
    private ChildServer server;

    Site(ChildServer server, String address) throws IOException {
      this.server = server;
      administrator = new TestClient(path -> this.server.uri(path));
      String given =
          Files.readString(server.data().resolve("first-administrator-password")).strip();
      administrator.signIn("admin", given);
      administrator.post("/api/session/password", Map.of("current", given, "password", PASSWORD));
      area =
          administrator
              .post("/api/areas", Map.of("code", "A", "name", "Phường A", "kind", "COMMUNE"))
              .json()
              .path("id")
              .asString();
      officer = person("officer", "DUTY_OFFICER");
      investigator = person("investigator", "INVESTIGATOR");
      approver = person("approver", "APPROVER");
      auditor = person("auditor", "AUDITOR");
      Answer added =
          administrator.post(
              "/api/cameras",
              Map.of(
                  "name",
                  "Cổng chợ",
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
      assertThat(added.status()).as(added.text()).isEqualTo(201);
      camera = added.json().path("id").asString();
      caseId = tryOpenCase("Trộm xe").json().path("id").asString();
    }

    void moveTo(ChildServer next) {
      server = next;
    }

    private TestClient person(String username, String role) {
      Map<String, Object> body =
          Map.of(
              "username",
              username,
              "displayName",
              "Người " + username,
              "password",
              "mật khẩu lần đầu",
              "roles",
              List.of(role),
              "areaId",
              area);
      assertThat(administrator.post("/api/people", body).status()).isEqualTo(201);
      var client = new TestClient(path -> this.server.uri(path));
      client.signIn(username, "mật khẩu lần đầu");
      assertThat(
              client
                  .post(
                      "/api/session/password",
                      Map.of("current", "mật khẩu lần đầu", "password", PASSWORD))
                  .status())
          .isEqualTo(200);
      return client;
    }

    String path(String what) {
      return "/api/cameras/" + camera + "/" + what;
    }

    JsonNode health() {
      return officer.get("/api/cameras/" + camera).json().path("health");
    }

    JsonNode coverage() {
      Instant now = Instant.now();
      return officer
          .get(path("coverage?from=" + now.minusSeconds(900) + "&to=" + now.plusSeconds(5)))
          .json();
    }

    Instant latest() {
      String latest = coverage().path("latest").asString("");
      return latest.isEmpty() ? Instant.EPOCH : Instant.parse(latest);
    }

    JsonNode lastRun() {
      JsonNode runs = coverage().path("recorded");
      return runs.get(runs.size() - 1);
    }

    Duration recorded() {
      Duration length = Duration.ZERO;
      for (JsonNode run : coverage().path("recorded")) {
        length =
            length.plus(
                Duration.between(
                    Instant.parse(run.path("from").asString()),
                    Instant.parse(run.path("to").asString())));
      }
      return length;
    }

    List<String> gapCauses() {
      return coverage().path("gaps").findValuesAsString("cause").stream()
          .filter(cause -> !List.of("NOT_YET_RECORDED", "BEING_RECORDED", "FUTURE").contains(cause))
          .toList();
    }

    String openCase(String title) {
      Answer opened = tryOpenCase(title);
      assertThat(opened.status()).as(opened.text()).isEqualTo(201);
      return opened.json().path("code").asString();
    }

    Answer tryOpenCase(String title) {
      return investigator.post(
          "/api/cases",
          Map.of(
              "title",
              title,
              "type",
              "THEFT",
              "occurredFrom",
              Instant.now().minusSeconds(60).toString(),
              "areaId",
              area));
    }

    /// Asks for a stretch and has it approved.
    String request(Instant from, Instant to) {
      Map<String, Object> form = new HashMap<>();
      form.put("caseId", caseId);
      form.put("cameraIds", List.of(camera));
      form.put("from", from.toString());
      form.put("to", to.toString());
      form.put("purpose", "IDENTIFY_VEHICLE");
      form.put("legalBasis", "CPC_2015_ART_107");
      form.put("offence", "THEFT");
      form.put("necessity", "Chỉ camera này nhìn thấy cổng chợ lúc đó.");
      Answer made = investigator.post("/api/requests", form);
      assertThat(made.status()).as(made.text()).isEqualTo(201);
      String id = made.json().path("id").asString();
      Answer decided =
          approver.post("/api/requests/" + id + "/decision", Map.of("outcome", "APPROVE"));
      assertThat(decided.status()).as(decided.text()).isEqualTo(200);
      return id;
    }

    String state(String request) {
      return investigator.get("/api/requests/" + request).json().path("state").asString("");
    }
  }
}
