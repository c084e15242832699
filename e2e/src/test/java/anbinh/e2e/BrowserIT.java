package anbinh.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import anbinh.media.simulator.CameraSimulator;
import anbinh.media.simulator.VideoSource;
import com.sun.net.httpserver.HttpServer;
import gov.loc.repository.bagit.verify.BagVerifier;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import org.slf4j.Logger;
import tools.jackson.databind.JsonNode;

/// What people do, in Chromium, against the server that `./anbinh test` has built: the main job
/// with two simulated cameras, one of which is cut off (`console/test/server/main-job.mjs`), a
/// theft which cameras of residents have seen too (`theft.mjs`), and a report that a team member
/// takes down on a phone without a line (`team-report.mjs`); on the demonstration a village's year:
/// a mediation, the standard, a programme's copies and the report (`village.mjs`), and a journey of
/// each role that has none in the others (`roles.mjs`); and on both every screen that anybody comes
/// to by links (`every-screen.mjs`).
///
/// Alone, because it measures how soon people see things.
@Isolated
class BrowserIT {
  private static final Path APP = Path.of("..", "target", "app").toAbsolutePath().normalize();
  private static final Path CONSOLE = Path.of("..", "console").toAbsolutePath().normalize();
  private static final Path JUDGE =
      Path.of("..", "docs", "guide", "judge-package.sh").toAbsolutePath().normalize();
  private static final List<Path> CHROMIUM =
      List.of(Path.of("/usr/bin/chromium"), Path.of("/usr/bin/chromium-browser"));

  /// Careful compiling would only take a processor from them.
  private static final List<String> SHORT_LIVED = List.of("-XX:TieredStopAtLevel=1");

  private static final Path BINARIES = Path.of("target", "postgres").toAbsolutePath();

  /// Whose screens have more on them after the main job than in the demonstration.
  private static final List<String> PEOPLE =
      List.of("officer", "investigator", "approver", "auditor");

  private static final String DEMONSTRATION_PASSWORD = "an binh mo phong 2026";
  private static final String GIVEN = "given once for the trial";
  private static final String PASSWORD = "a long pass phrase for the trial";

  @TempDir(cleanup = CleanupMode.ON_SUCCESS)
  private Path folder;

  @BeforeAll
  static void needsABrowser() {
    assumeTrue(CHROMIUM.stream().anyMatch(Files::exists), "needs Debian's package chromium");
    assumeTrue(
        Files.exists(CONSOLE.resolve("node_modules/playwright-core")),
        "needs the console's npm packages, which ./anbinh test installs");
  }

  @Test
  void theMainJobAndATheftHoldInTheBrowser() throws Exception {
    Path file = video();
    VideoSource video = VideoSource.ofMp4(file);
    try (var kept = new CameraSimulator();
        var lost = new CameraSimulator();
        var server = ServerProcess.start(APP, folder.resolve("data"), SHORT_LIVED, settings())) {
      String sourceKey =
          setUp(server, kept.add("market", video, 0).uri(), lost.add("crossroads", video, 0).uri());
      HttpServer scissors = cutsOff(lost);
      try {
        assertHolds(
            "main-job.mjs",
            server,
            Map.of("ANBINH_CUT", "http://127.0.0.1:" + scissors.getAddress().getPort() + "/"));
      } finally {
        scissors.stop(0);
      }
      assertHolds(
          "theft.mjs",
          server,
          Map.of(
              "ANBINH_VIDEO",
              file.toString(),
              "ANBINH_JUDGE",
              JUDGE.toString(),
              "ANBINH_SOURCE_KEY",
              sourceKey,
              "BAGIT_JARS",
              archive(BagVerifier.class) + ":" + archive(Logger.class)));
      assertHolds("team-report.mjs", server, Map.of());
      assertHolds("every-screen.mjs", server, Map.of("ANBINH_PEOPLE", String.join(" ", PEOPLE)));
    }
  }

  @Test
  void aVillagesYearAndEveryScreenHoldInTheBrowser() throws Exception {
    try (var server =
        ServerProcess.start(
            APP,
            folder.resolve("data"),
            SHORT_LIVED,
            List.of(
                "--anbinh.demonstration=true",
                "--anbinh.demo.cameras=false",
                "--anbinh.postgres.binaries=" + BINARIES))) {
      addVillages(server);
      Map<String, String> password = Map.of("ANBINH_PASSWORD", DEMONSTRATION_PASSWORD);
      assertHolds("village.mjs", server, password);
      assertHolds("roles.mjs", server, password);
      assertHolds("every-screen.mjs", server, password);
    }
  }

  /// Three villages to copy to, and the head of one that has no assessment of last year.
  private static void addVillages(ServerProcess server) throws IOException {
    try (var administrator = new ApiClient(server.address())) {
      administrator.signIn("quantri", DEMONSTRATION_PASSWORD).orThrow();
      String commune = areaId(administrator, "14797");
      for (int number = 1; number <= 3; number++) {
        var _ = addVillage(administrator, commune, "14797-90" + number, "Thôn Thử " + number);
      }
      addPerson(
          administrator,
          server.address(),
          areaId(administrator, "14797-002"),
          "neighbour",
          "VILLAGE_HEAD",
          DEMONSTRATION_PASSWORD);
    }
  }

  private static String areaId(ApiClient administrator, String code) {
    for (JsonNode area : administrator.get("/api/areas").orThrow().get("items")) {
      if (area.get("code").asString().equals(code)) {
        return area.get("id").asString();
      }
    }
    throw new AssertionError("no area " + code);
  }

  /// The approver signs in longer before the decision of the main job than a confirmation lasts
  /// here; what owners give is taken soon.
  private static List<String> settings() {
    return List.of(
        "--anbinh.recording.segment=10s",
        "--anbinh.identity.confirmation=5s",
        "--anbinh.evidence.owner.think-again=1s",
        "--anbinh.postgres.binaries=" + BINARIES);
  }

  /// Half a minute of 15 pictures a second, each with its time in it.
  private Path video() throws IOException, InterruptedException {
    Path video = folder.resolve("video.mp4");
    String scene = "testsrc2=size=640x360:rate=15:duration=30";
    List<String> command =
        Stream.of(
                "ffmpeg -v error -f lavfi -i " + scene,
                "-pix_fmt yuv420p -c:v libx264 -profile:v main -preset ultrafast -g 30 -bf 0",
                video.toString())
            .flatMap(part -> Stream.of(part.split(" ")))
            .toList();
    assertThat(new ProcessBuilder(command).inheritIO().start().waitFor()).isZero();
    return video;
  }

  /// @return with which key a system sends sightings
  private static String setUp(ServerProcess server, String market, String crossroads)
      throws IOException {
    try (var administrator = new ApiClient(server.address())) {
      administrator.signInFirst("admin", server.firstPassword(), PASSWORD);
      String key =
          administrator
              .post("/api/sighting-sources", Map.of("name", "Trial"))
              .orThrow()
              .get("key")
              .asString();
      String areaId =
          administrator
              .post(
                  "/api/areas", Map.of("code", "TRIAL", "name", "Trial commune", "kind", "COMMUNE"))
              .orThrow()
              .get("id")
              .asString();
      addCamera(administrator, areaId, "Market gate", market);
      addCamera(administrator, areaId, "Crossroads", crossroads);
      addResidents(administrator, areaId, "Shop at the gate", "BUSINESS", 19.8072);
      addResidents(
          administrator, areaId, "House <img src=x onerror=alert(1)>", "HOUSEHOLD", 19.8068);
      addPerson(administrator, server.address(), areaId, "officer", "DUTY_OFFICER");
      addPerson(administrator, server.address(), areaId, "investigator", "INVESTIGATOR");
      addPerson(administrator, server.address(), areaId, "approver", "APPROVER");
      addPerson(administrator, server.address(), areaId, "auditor", "AUDITOR");
      addPerson(administrator, server.address(), areaId, "community", "COMMUNITY_OFFICER");
      addPerson(
          administrator,
          server.address(),
          addVillage(administrator, areaId, "TRIAL-1", "Trial village"),
          "member",
          "TEAM_MEMBER");
      return key;
    }
  }

  private static String addVillage(
      ApiClient administrator, String communeId, String code, String name) {
    return administrator
        .post(
            "/api/areas",
            Map.of("code", code, "name", name, "kind", "RESIDENTIAL_AREA", "parentId", communeId))
        .orThrow()
        .get("id")
        .asString();
  }

  private static void addCamera(
      ApiClient administrator, String areaId, String name, String address) {
    administrator
        .post(
            "/api/cameras",
            Map.of(
                "name",
                name,
                "areaId",
                areaId,
                "address",
                address,
                "recording",
                true,
                "keepDays",
                30,
                "place",
                place(19.8070),
                "simulated",
                true))
        .orThrow();
  }

  private static void addResidents(
      ApiClient administrator, String areaId, String name, String owner, double latitude) {
    administrator
        .post(
            "/api/cameras/community",
            Map.of(
                "name", name,
                "areaId", areaId,
                "ownerKind", owner,
                "keepDays", 14,
                "place", place(latitude)))
        .orThrow();
  }

  /// Some steps west of the market gate, looking at it.
  private static Map<String, Object> place(double latitude) {
    return Map.of("latitude", latitude, "longitude", 105.7768, "directionDegrees", 90);
  }

  private static void addPerson(
      ApiClient administrator, URI server, String areaId, String username, String role) {
    addPerson(administrator, server, areaId, username, role, PASSWORD);
  }

  private static void addPerson(
      ApiClient administrator,
      URI server,
      String areaId,
      String username,
      String role,
      String password) {
    administrator
        .post(
            "/api/people",
            Map.of(
                "username", username,
                "displayName", "Trial " + username,
                "password", GIVEN,
                "roles", List.of(role),
                "areaId", areaId))
        .orThrow();
    try (var person = new ApiClient(server)) {
      person.signInFirst(username, GIVEN, password);
    }
  }

  /// Ends a camera as soon as anything is asked of it over HTTP.
  private static HttpServer cutsOff(CameraSimulator camera) throws IOException {
    HttpServer scissors =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    scissors.createContext(
        "/",
        exchange -> {
          camera.close();
          exchange.sendResponseHeaders(204, -1);
          exchange.close();
        });
    scissors.start();
    return scissors;
  }

  private void assertHolds(String trial, ServerProcess server, Map<String, String> more)
      throws IOException, InterruptedException {
    Path output = folder.resolve(trial + ".out");
    ProcessBuilder builder =
        new ProcessBuilder("node", "test/server/" + trial)
            .directory(CONSOLE.toFile())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile());
    builder
        .environment()
        .putAll(
            Map.of(
                "ANBINH_SERVER", server.address().toString(),
                "ANBINH_PASSWORD", PASSWORD,
                "ANBINH_FOLDER", folder.toString(),
                "ANBINH_VERIFIER", APP.resolve("anbinh-verify.jar").toString(),
                "ANBINH_JAVA", Path.of(System.getProperty("java.home"), "bin/java").toString()));
    builder.environment().putAll(more);
    Process browser = builder.start();
    try {
      Watchdog.awaitEnd(browser, output);
    } finally {
      browser.destroy();
      System.out.println(Files.readString(output, UTF_8));
    }
    assertThat(browser.exitValue())
        .as(
            "%s%nthe server warned of:%n%s%npictures of the screens are in %s",
            Files.readString(output, UTF_8), server.warnings(), folder)
        .isZero();
  }

  private static Path archive(Class<?> one) throws URISyntaxException {
    return Path.of(one.getProtectionDomain().getCodeSource().getLocation().toURI());
  }
}
