package anbinh.bench;

import anbinh.e2e.ApiClient;
import anbinh.e2e.ServerProcess;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;

/// A server with an administrator and a duty officer, ready to be given cameras over its API.
final class RecordingServer implements AutoCloseable {
  private static final String GIVEN = "given once for measuring";
  private static final String PASSWORD = "a long pass phrase for measuring";

  private final ServerProcess process;
  private final ApiClient administrator;
  private final ApiClient officer;
  private final String area;

  private RecordingServer(
      ServerProcess process, ApiClient administrator, ApiClient officer, String area) {
    this.process = process;
    this.administrator = administrator;
    this.officer = officer;
    this.area = area;
  }

  /// Starts on an empty folder.
  static RecordingServer start(Path data) throws IOException, InterruptedException {
    return start(data, List.of());
  }

  /// @param settings as `--name=value`
  static RecordingServer start(Path data, List<String> settings)
      throws IOException, InterruptedException {
    ServerProcess process = ServerProcess.start(app(), data, settings);
    var administrator = new ApiClient(process.address());
    String first = process.firstPassword();
    administrator.signInFirst("admin", first, PASSWORD);
    String area =
        administrator
            .post("/api/areas", Map.of("code", "BENCH", "name", "Bench", "kind", "COMMUNE"))
            .orThrow()
            .get("id")
            .asString();
    ApiClient officer = person(process, administrator, area, "DUTY_OFFICER");
    return new RecordingServer(process, administrator, officer, area);
  }

  /// Starts on a folder that [#start] has set up before.
  static RecordingServer restart(Path data) throws IOException, InterruptedException {
    ServerProcess process = ServerProcess.start(app(), data, List.of());
    var administrator = new ApiClient(process.address());
    administrator.signIn("admin", PASSWORD).orThrow();
    String area =
        administrator.get("/api/areas").orThrow().get("items").get(0).get("id").asString();
    var officer = new ApiClient(process.address());
    officer.signIn("duty_officer", PASSWORD).orThrow();
    return new RecordingServer(process, administrator, officer, area);
  }

  /// Asks as the duty officer.
  Wire wire() throws IOException {
    return new Wire(process.address(), officer.cookieHeader());
  }

  /// Adds a person with a role and signs in as them.
  ApiClient person(String role) {
    return person(process, administrator, area, role);
  }

  private static ApiClient person(
      ServerProcess process, ApiClient administrator, String area, String role) {
    String username = role.toLowerCase(Locale.ROOT);
    administrator
        .post(
            "/api/people",
            Map.of(
                "username",
                username,
                "displayName",
                username,
                "password",
                GIVEN,
                "roles",
                List.of(role),
                "areaId",
                area))
        .orThrow();
    var client = new ApiClient(process.address());
    client.signInFirst(username, GIVEN, PASSWORD);
    return client;
  }

  static Path app() {
    return Path.of(System.getProperty("anbinh.app"));
  }

  /// Adds cameras and returns their identifiers.
  List<String> add(List<String> addresses, boolean recording) {
    List<String> cameras = new ArrayList<>();
    for (String address : addresses) {
      cameras.add(
          administrator
              .post(
                  "/api/cameras",
                  Map.of(
                      "name",
                      "Camera " + cameras.size(),
                      "areaId",
                      area,
                      "address",
                      address,
                      "recording",
                      recording,
                      "keepDays",
                      30,
                      "simulated",
                      true))
              .orThrow()
              .get("id")
              .asString());
    }
    return cameras;
  }

  void awaitRecording(int count) throws InterruptedException {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(120);
    while (officer.get("/api/cameras/summary").orThrow().get("recording").asInt() < count) {
      if (System.nanoTime() > deadline) {
        throw new IllegalStateException("not all cameras record within two minutes");
      }
      TimeUnit.MILLISECONDS.sleep(200);
    }
  }

  /// Waits until files that the server found have become a recording without a gap.
  void awaitRecorded(String camera, Instant from, Instant to) throws InterruptedException {
    String path = "/api/cameras/%s/coverage?from=%s&to=%s".formatted(camera, from, to);
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(120);
    while (!covers(officer.get(path).orThrow().get("recorded"), to)) {
      if (System.nanoTime() > deadline) {
        throw new IllegalStateException("the files were not found within two minutes");
      }
      TimeUnit.MILLISECONDS.sleep(200);
    }
  }

  private static boolean covers(JsonNode recorded, Instant to) {
    return recorded.size() == 1
        && !Instant.parse(recorded.get(0).get("to").asString()).isBefore(to);
  }

  String area() {
    return area;
  }

  ApiClient administrator() {
    return administrator;
  }

  ApiClient officer() {
    return officer;
  }

  URI address(String path) {
    return process.address().resolve(path);
  }

  long pid() {
    return process.pid();
  }

  void kill() throws InterruptedException {
    administrator.close();
    officer.close();
    process.kill();
  }

  @Override
  public void close() {
    administrator.close();
    officer.close();
    process.close();
  }
}
