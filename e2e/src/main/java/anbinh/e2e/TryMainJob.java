package anbinh.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// `./anbinh try`: the main job without a person. Starts a server on a temporary folder, tests the
/// camera's address, records 20 seconds, asks for an extraction as one person, shows that this
/// person cannot approve it, approves as another, collects the sealed package, verifies it with our
/// verifier and with `sha512sum`, alters one byte and shows that it is caught. At the end three
/// attacks are tried ([Attacks]): an approval that only the database has, a minute of another
/// package, a proof that is gone.
///
/// Exit code 0 only when all of that held, 1 when something did not. Everything goes through the
/// public HTTP API. Nothing is left behind, no file and no process, however it ends: also after
/// Ctrl+C or a kill.
///
/// A real camera's address comes in the environment as `ANBINH_TRY_CAMERA`, because everybody on
/// the machine can read the arguments of a program and the address holds the password.
public final class TryMainJob {
  private static final Duration RECORDED = Duration.ofSeconds(20);

  /// Only closed files of footage are evidence, and a test does not wait a minute for one. Who
  /// decides has signed in longer ago than a confirmation lasts, and so must confirm.
  private static final List<String> SETTINGS =
      List.of("--anbinh.recording.segment=10s", "--anbinh.identity.confirmation=10s");

  private static final Map<String, String> APPROVAL =
      Map.of("outcome", "APPROVE", "reasonCode", "JUSTIFIED", "reason", "Fits the case.");

  private static final String GIVEN = "given once for the trial";
  private static final String PASSWORD = "a long pass phrase for the trial";

  private final Steps steps = new Steps(System.out);
  private final Path app = Path.of(System.getProperty("anbinh.app"));
  private final Path folder;
  private final String cameraAddress;
  private final boolean simulated;
  private String areaId = "";

  private TryMainJob(Path folder, String cameraAddress, boolean simulated) {
    this.folder = folder;
    this.cameraAddress = cameraAddress;
    this.simulated = simulated;
  }

  public static void main(String[] arguments) throws Exception {
    String camera = System.getenv("ANBINH_TRY_CAMERA");
    Path folder = Files.createTempDirectory("anbinh-try-");
    Runtime.getRuntime().addShutdownHook(new Thread(Janitor.start(folder)::finish));
    System.exit(holds(folder, camera) ? 0 : 1);
  }

  private static boolean holds(Path folder, @Nullable String camera) throws InterruptedException {
    try {
      if (camera != null) {
        new TryMainJob(folder, camera, false).run();
      } else {
        try (var scene = SimulatedCamera.start(folder)) {
          new TryMainJob(folder, scene.address(), true).run();
        }
      }
      return true;
    } catch (Steps.FailedException | IllegalStateException failure) {
      System.out.println("FAILED: " + failure.getMessage());
    } catch (IOException | UncheckedIOException failure) {
      System.out.println("FAILED: " + failure.getMessage());
    }
    return false;
  }

  private void run() throws IOException, InterruptedException {
    steps.progress("starting a server of its own");
    try (var server = ServerProcess.start(app, folder.resolve("data"), SETTINGS);
        var administrator = new ApiClient(server.address());
        var investigator = new ApiClient(server.address());
        var approver = new ApiClient(server.address());
        var auditor = new ApiClient(server.address())) {
      steps.done("server started on a temporary folder");
      setUpPeople(administrator, server.firstPassword());
      investigator.signInFirst("investigator", GIVEN, PASSWORD);
      approver.signInFirst("approver", GIVEN, PASSWORD);
      auditor.signInFirst("auditor", GIVEN, PASSWORD);
      steps.done("four people signed in: administrator, investigator, approver, auditor");
      probe(administrator);
      JsonNode camera = addCamera(administrator);
      Instant from = record(investigator, camera.get("id").asString());
      String caseId = openCase(investigator, from);
      Supplier<JsonNode> asking = () -> ask(investigator, caseId, camera, from);
      JsonNode request = asking.get();
      steps.done("extraction of 12 s requested: " + request.get("code").asString());
      String requestId = request.get("id").asString();
      decide(investigator, approver, requestId);
      Path zip = collectAndVerify(investigator, auditor, requestId, server.address());
      OwnersFiles.require(steps, server.data());
      attack(server, investigator, approver, asking, zip);
    }
    System.out.printf(
        "%nThe main job held and three attacks were refused, from an empty folder to a verified package, in %.1f s.%n",
        steps.total().toMillis() / 1e3);
  }

  private void setUpPeople(ApiClient administrator, String firstPassword) {
    administrator.signInFirst("admin", firstPassword, PASSWORD);
    areaId =
        administrator
            .post("/api/areas", Map.of("code", "TRIAL", "name", "Trial commune", "kind", "COMMUNE"))
            .orThrow()
            .get("id")
            .asString();
    for (String role : List.of("investigator", "approver", "auditor")) {
      administrator
          .post(
              "/api/people",
              Map.of(
                  "username", role,
                  "displayName", "Trial " + role,
                  "password", GIVEN,
                  "roles", List.of(role.toUpperCase(Locale.ROOT)),
                  "areaId", areaId))
          .orThrow();
    }
  }

  /// Asks the server to test the address, which says within seconds what is wrong with it.
  private void probe(ApiClient administrator) {
    JsonNode found =
        administrator.post("/api/cameras/probe", Map.of("address", cameraAddress)).orThrow();
    steps.require(
        found.get("ok").asBoolean(),
        "the camera cannot be recorded, %s: %s%n        %s"
            .formatted(
                found.get("cause").asString(),
                found.get("detail").asString(),
                found.get("advice").asString()));
    JsonNode format = found.get("format");
    steps.done(
        "the camera answers: %s, %d × %d"
            .formatted(
                format.get("codec").asString(),
                format.get("width").asInt(),
                format.get("height").asInt()));
  }

  private JsonNode addCamera(ApiClient administrator) {
    JsonNode camera =
        administrator
            .post(
                "/api/cameras",
                Map.of(
                    "name",
                    simulated ? "Simulated camera" : "Given camera",
                    "areaId",
                    areaId,
                    "address",
                    cameraAddress,
                    "recording",
                    true,
                    "keepDays",
                    30,
                    "simulated",
                    simulated))
            .orThrow();
    steps.done(
        (simulated ? "simulated camera" : "camera") + " added: " + camera.get("code").asString());
    return camera;
  }

  /// Waits until 20 seconds are recorded; returns when they begin.
  private Instant record(ApiClient investigator, String camera) throws InterruptedException {
    Supplier<JsonNode> coverage =
        () -> {
          Instant now = Instant.now();
          return investigator
              .get(
                  "/api/cameras/%s/coverage?from=%s&to=%s"
                      .formatted(camera, now.minusSeconds(120), now))
              .orThrow()
              .get("recorded");
        };
    waitUntil(
        "the first picture",
        Duration.ofSeconds(20),
        () -> !coverage.get().isEmpty(),
        () -> state(investigator, camera));
    steps.done("first picture recorded");
    steps.progress("recording for " + RECORDED.toSeconds() + " s");
    waitUntil(
        "20 s of recording",
        RECORDED.plusSeconds(30),
        () -> recordedMillis(coverage.get()) >= RECORDED.toMillis(),
        () ->
            "%.1f s so far; %s"
                .formatted(recordedMillis(coverage.get()) / 1e3, state(investigator, camera)));
    steps.done("recorded " + RECORDED.toSeconds() + " s");
    return Instant.parse(coverage.get().get(0).get("from").asString());
  }

  /// What the server says of the camera.
  private static String state(ApiClient investigator, String camera) {
    JsonNode health = investigator.get("/api/cameras/" + camera).orThrow().get("health");
    return "the camera is %s, %s: %s (storage: %s)"
        .formatted(
            health.get("connection").asString(),
            health.get("cause").asString("no cause known"),
            health.get("detail").asString("the last picture came at " + health.get("lastFrameAt")),
            health.get("storage").asString());
  }

  private static long recordedMillis(JsonNode runs) {
    long millis = 0;
    for (JsonNode run : runs) {
      Instant from = Instant.parse(run.get("from").asString());
      millis += ChronoUnit.MILLIS.between(from, Instant.parse(run.get("to").asString()));
    }
    return millis;
  }

  private String openCase(ApiClient investigator, Instant from) {
    JsonNode openCase =
        investigator
            .post(
                "/api/cases",
                Map.of(
                    "title",
                    "Trial case",
                    "type",
                    "THEFT",
                    "occurredFrom",
                    from.toString(),
                    "areaId",
                    areaId))
            .orThrow();
    steps.done("case opened: " + openCase.get("code").asString());
    return openCase.get("id").asString();
  }

  private static JsonNode ask(
      ApiClient investigator, String caseId, JsonNode camera, Instant from) {
    JsonNode choices = investigator.get("/api/requests/choices").orThrow();
    return investigator
        .post(
            "/api/requests",
            Map.of(
                "caseId", caseId,
                "cameraIds", List.of(camera.get("id").asString()),
                "from", from.plusSeconds(4).toString(),
                "to", from.plusSeconds(16).toString(),
                "purpose", first(choices, "purposes"),
                "legalBasis", first(choices, "legalBases"),
                "offence", first(choices, "offences"),
                "necessity", "Trial of the main job: shows who passed the camera.",
                "urgent", false))
        .orThrow();
  }

  private static String first(JsonNode choices, String list) {
    return choices.get(list).get(0).get("code").asString();
  }

  private void decide(ApiClient investigator, ApiClient approver, String requestId) {
    var own = investigator.post("/api/requests/" + requestId + "/decision", APPROVAL);
    steps.require(own.status() == 403, "the requester could decide the own request: " + own.text());
    steps.done("the requester cannot approve it: 403 " + own.body().path("code").asString());
    approver.post("/api/requests/" + requestId + "/decision", APPROVAL).orThrow();
    steps.require(approver.confirmations() > 0, "the decision was taken without asking who it is");
    steps.done("another person confirmed who they are and approved it");
  }

  private Path collectAndVerify(
      ApiClient investigator, ApiClient auditor, String requestId, URI server)
      throws IOException, InterruptedException {
    Supplier<JsonNode> request = () -> investigator.get("/api/requests/" + requestId).orThrow();
    JsonNode extraction = awaitSealed(request);
    steps.done(
        "collected and sealed: "
            + extraction.get("code").asString()
            + ", leaf "
            + extraction.get("logIndex").asLong()
            + " of the log");
    Path zip = download(investigator, extraction);
    Files.writeString(key(), auditor.get("/api/verify-key").text(), UTF_8);
    steps.done("package downloaded: " + Files.size(zip) + " bytes");
    Verifier verifier = verifier();
    steps.require(verifier.accepts(zip), "our verifier refuses the package: " + verifier.output());
    steps.done("our verifier: intact");
    Path unpacked = Verifier.unpack(zip, folder.resolve("unpacked"));
    steps.require(Verifier.sha512sumAccepts(unpacked), "sha512sum refuses the package");
    steps.done("sha512sum -c: every file as sealed");
    Path clip = alterOneByte(unpacked);
    steps.require(!Verifier.sha512sumAccepts(unpacked), "sha512sum did not notice the change");
    steps.require(!verifier.accepts(unpacked), "our verifier did not notice the change");
    steps.require(
        verifier.output().contains(clip.getFileName().toString()),
        "our verifier does not name the altered file: " + verifier.output());
    steps.done("one byte of the clip altered: caught by both, and the file is named");
    JsonNode delivered = request.get();
    steps.require(
        delivered.get("state").asString().equals("DELIVERED"),
        "the download was not recorded: " + delivered.get("state"));
    steps.done("the hand-over is recorded at " + server.getHost());
    return zip;
  }

  private JsonNode awaitSealed(Supplier<JsonNode> request) throws InterruptedException {
    waitUntil(
        "the sealed package",
        Duration.ofSeconds(60),
        () -> request.get().get("state").asString().equals("SEALED"),
        () -> "request: " + request.get());
    return request.get().get("extraction");
  }

  private Path download(ApiClient investigator, JsonNode extraction) {
    Path zip = folder.resolve(extraction.get("code").asString() + ".zip");
    investigator.download(extraction.get("packageUrl").asString(), zip);
    return zip;
  }

  private Path key() {
    return folder.resolve("log.vkey");
  }

  private Verifier verifier() {
    return new Verifier(app.resolve("anbinh-verify.jar"), key());
  }

  /// @param asking asks for one more extraction
  /// @param zip the package of the first
  private void attack(
      ServerProcess server,
      ApiClient investigator,
      ApiClient approver,
      Supplier<JsonNode> asking,
      Path zip)
      throws IOException, InterruptedException {
    steps.progress("three attacks, by whoever owns the database and whoever holds a package");
    var attacks = new Attacks(steps, server);
    JsonNode forged = asking.get();
    attacks.forgeApproval(forged.get("id").asString(), "approver");
    String genuine = asking.get().get("id").asString();
    approver.post("/api/requests/" + genuine + "/decision", APPROVAL).orThrow();
    JsonNode other = awaitSealed(() -> investigator.get("/api/requests/" + genuine).orThrow());
    attacks.requireRefused(forged.get("id").asString());
    attacks.requireNamedByCheck(forged.get("code").asString());
    Path unpacked = Verifier.unpack(zip, folder.resolve("attacked"));
    Path second = Verifier.unpack(download(investigator, other), folder.resolve("second"));
    attacks.putForeignMinute(verifier(), unpacked, second);
    attacks.stripProof(verifier(), unpacked);
  }

  private Path alterOneByte(Path unpacked) throws IOException {
    Path clip;
    try (var files = Files.walk(unpacked)) {
      clip =
          files
              .filter(file -> file.toString().endsWith(".mp4"))
              .findFirst()
              .orElseThrow(() -> new Steps.FailedException("the package holds no clip"));
    }
    byte[] content = Files.readAllBytes(clip);
    content[content.length / 2] ^= 1;
    Files.write(clip, content);
    return clip;
  }

  private void waitUntil(
      String what, Duration patience, BooleanSupplier condition, Supplier<String> state)
      throws InterruptedException {
    long deadline = System.nanoTime() + patience.toNanos();
    while (!condition.getAsBoolean()) {
      steps.require(
          System.nanoTime() < deadline,
          "no " + what + " within " + patience.toSeconds() + " s; " + state.get());
      TimeUnit.MILLISECONDS.sleep(200);
    }
  }
}
