package anbinh;

import static org.assertj.core.api.Assertions.assertThat;

import anbinh.identity.Role;
import anbinh.platform.ConsistencyCheck;
import anbinh.platform.Finding;
import anbinh.platform.Site;
import anbinh.platform.http.Operations;
import anbinh.platform.http.Operations.Operation;
import anbinh.platform.http.Operations.Right;
import anbinh.testing.TestClient;
import anbinh.testing.TestClient.Answer;
import anbinh.testing.TestServer;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/// Every operation of the API × everybody × objects of one's own area and of another, held against
/// the tables of [Operations]; a path that they do not know fails.
class AccessSweepIT {
  @RegisterExtension
  static final TestServer SERVER =
      new TestServer(
          TestServer.FAKE_FOOTAGE,
          "anbinh.situation.resident.reports-per-address=1000000",
          "anbinh.situation.resident.reports-per-commune=1000000",
          "anbinh.situation.resident.messages-per-report=1000000");

  private static final Set<Integer> DONE = Set.of(200, 201, 204);

  /// What who may do it gets, where the objects of this test give something else than success.
  private static final Map<String, String> ANSWERS =
      Map.ofEntries(
          Map.entry("GET /api/demo", "not-found"),
          Map.entry("GET /api/demo/messages", "not-found"),
          Map.entry("GET /log/tile/**", "not-found"),
          Map.entry("GET /api/maps/tiles", "no-tiles"),
          Map.entry("GET /log/stamps/{size}/checkpoint", "not-found"),
          Map.entry("GET /log/stamps/{size}/response", "not-found"),
          Map.entry("POST /api/session/password", "invalid"),
          Map.entry("POST /api/session/second-factor", "no-offer"),
          Map.entry("POST /api/session/provider/begin", "no-provider"),
          Map.entry("POST /api/session/provider", "no-offer"),
          Map.entry("POST /api/session/provider/ended", "invalid"),
          Map.entry("POST /api/people/{id}/provider-invitation", "no-provider"),
          Map.entry("POST /api/account/totp/confirm", "invalid"),
          Map.entry("POST /api/account/passkeys", "no-offer"),
          Map.entry("POST /api/account/recovery-codes", "no-offer"),
          Map.entry("DELETE /api/account/passkeys/{id}", "no-such-passkey"),
          Map.entry("DELETE /api/account/sessions/{id}", "no-such-session"),
          Map.entry("GET /api/cameras/{id}/video.mp4", "nothing-recorded"),
          Map.entry("GET /api/cameras/{id}/frames", "nothing-recorded"),
          Map.entry("GET /api/cameras/{id}/still.jpg", "nothing-recorded"),
          Map.entry("GET /api/cameras/{id}/preview.jpg", "nothing-recorded"),
          Map.entry("POST /api/requests/{id}/outcome", "wrong-state"),
          Map.entry("POST /api/cases/{id}/officers/{personId}/end", "last-officer"),
          Map.entry("POST /api/requests/{id}/owner-requests/{cameraId}/sheet.pdf", "no-such-link"),
          Map.entry("POST /api/requests/{id}/owner-requests/{cameraId}/messages", "channel-off"),
          Map.entry("POST /api/owner/request/provision", "files-not-ready"),
          Map.entry("POST /api/owner/request/withdrawal", "ask-ended"),
          Map.entry("GET /api/owner/receipt.pdf", "files-not-ready"),
          Map.entry("POST /api/owner/files", "tus-version"),
          Map.entry("PATCH /api/owner/files/{id}", "tus-version"),
          Map.entry("DELETE /api/owner/files/{id}", "tus-version"),
          Map.entry("GET /api/requests/{id}/package.zip", "not-sealed"),
          Map.entry("GET /api/requests/{id}/verification", "not-sealed"),
          Map.entry("GET /api/requests/{id}/custody", "not-sealed"),
          Map.entry(
              "GET /api/requests/{id}/owner-requests/{cameraId}/files/{fileId}/player.mp4",
              "no-such-file"),
          Map.entry("GET /api/requests/{id}/videos", "not-sealed"),
          Map.entry("GET /api/requests/{id}/videos/video.mp4", "not-sealed"),
          Map.entry("GET /api/requests/{id}/copies", "not-sealed"),
          Map.entry("POST /api/requests/{id}/copies", "not-sealed"),
          Map.entry("GET /api/requests/{id}/copies/{copyId}/video.mp4", "no-such-copy"),
          Map.entry("POST /api/requests/{id}/copies/{copyId}/review", "no-such-copy"),
          Map.entry("GET /api/requests/{id}/copies/{copyId}/package.zip", "no-such-copy"),
          Map.entry("GET /api/requests/{id}/retention", "not-sealed"),
          Map.entry("POST /api/requests/{id}/holds", "not-sealed"),
          Map.entry("POST /api/requests/{id}/holds/{holdId}/review", "no-such-hold"),
          Map.entry("POST /api/requests/{id}/holds/{holdId}/release", "no-such-hold"),
          Map.entry("POST /api/requests/{id}/holds/{holdId}/release/decision", "no-such-hold"),
          Map.entry("POST /api/requests/{id}/handovers", "not-sealed"),
          Map.entry("POST /api/requests/{id}/outside-handovers", "not-sealed"),
          Map.entry("DELETE /api/requests/{id}/handovers/{handoverId}", "no-such-handover"),
          Map.entry("GET /api/requests/{id}/handovers/{handoverId}/paper.pdf", "no-such-handover"),
          Map.entry(
              "GET /api/requests/{id}/handovers/{handoverId}/clips/{clip}", "no-such-handover"),
          Map.entry("POST /api/requests/{id}/handovers/{handoverId}/signed", "no-such-handover"),
          Map.entry("POST /api/handover-scans/{handoverId}", "no-such-handover"),
          Map.entry("POST /api/handovers/{handoverId}/receipt", "no-such-handover"),
          Map.entry("GET /api/handovers/{handoverId}/package.zip", "no-such-handover"),
          Map.entry("GET /api/handovers/{handoverId}/verification", "no-such-handover"),
          Map.entry("GET /api/handovers/{handoverId}/videos", "no-such-handover"),
          Map.entry("GET /api/handovers/{handoverId}/videos/video.mp4", "no-such-handover"));

  /// What another server calls, which shows a signature or a key and no cookie.
  private static final Set<String> SIGNED_BY_OTHERS =
      Set.of(
          "POST /api/session/provider/ended",
          "POST /open311/v2/requests.{format}",
          "POST /api/sightings/batches");

  /// What begins or ends something in the session of who calls it.
  private static final Set<String> OF_THE_SESSION =
      Set.of(
          "POST /api/session",
          "DELETE /api/session",
          "POST /api/session/passkey-options",
          "POST /api/session/provider/begin",
          "POST /api/account/totp",
          "POST /api/account/passkeys/options");

  /// Whatever a path does not answer to is refused in one place: each path gets some of it.
  private static final Dealt<String> METHODS =
      new Dealt<>(List.of("GET", "POST", "PUT", "PATCH", "DELETE"));

  /// Addresses of objects that only calls met which were to be refused.
  private static @Nullable ApiFixture made;

  @BeforeAll
  static void make() throws IOException {
    made = new ApiFixture(SERVER);
    made.request();
    String boundaries = "POST /api/areas/import/boundaries";
    Operation operation = Objects.requireNonNull(Operations.read().get(boundaries));
    TestClient administrator = made.people.home(operation, "administrator");
    assertThat(made.call(administrator, boundaries, made.address(boundaries)).status())
        .isEqualTo(201);
  }

  /// Every operation has left entries behind by now.
  @AfterAll
  static void theLogAndTheDatabaseSayTheSame() {
    List<Finding> findings = new ArrayList<>();
    SERVER.bean("logAgainstDatabase", ConsistencyCheck.class).run(findings::add);
    assertThat(findings).isEmpty();
  }

  private static ApiFixture world() {
    return Objects.requireNonNull(made);
  }

  @Test
  void theTablesKnowEveryOperationAndNoOther() throws IOException {
    assertThat(world().operations().keySet())
        .containsExactlyInAnyOrderElementsOf(Operations.read().keySet());
  }

  @Test
  void theDescriptionKnowsEveryMethodAndPathThatIsHandled() {
    var unknown = new TreeSet<String>();
    SERVER
        .bean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
        .getHandlerMethods()
        .keySet()
        .forEach(mapping -> {
          Set<?> methods = mapping.getMethodsCondition().getMethods();
          for (String pattern : mapping.getPatternValues()) {
            String path = pattern.replaceAll(":[^}]*}", "}");
            (methods.isEmpty() ? Set.of("any") : methods)
                .forEach(method -> unknown.add(method + " " + path));
          }
        });
    unknown.removeIf(operation -> {
      String path = path(operation);
      return operation.startsWith("HEAD ")
          || operation.startsWith("OPTIONS ")
          || path.startsWith("/v3/")
          || path.startsWith("/api-docs")
          || path.startsWith("/swagger-ui")
          || path.equals("/error");
    });
    unknown.removeAll(world().operations().keySet());
    assertThat(unknown).isEmpty();
  }

  @Test
  void everybodyInTheAreaMayDoWhatTheTablesSayAndNothingElse() throws IOException {
    var wrong = new ArrayList<String>();
    for (Map.Entry<String, Operation> row : Operations.read().entrySet()) {
      try (var calls = new Calls(row.getKey(), wrong)) {
        for (String reader : row.getValue().readers()) {
          String expected =
              switch (row.getValue().rights().getOrDefault(reader, Right.NO)) {
                case NO -> "not-your-role";
                case SITE -> "not-your-area";
                case AREA, OWN, YES -> "";
              };
          calls.expect(world().people.username(row.getValue(), reader, true), expected);
        }
      }
    }
    assertThat(wrong).isEmpty();
  }

  @Test
  void nobodyElsewhereMayTouchWhatLiesInTheArea() throws IOException {
    var wrong = new ArrayList<String>();
    for (Map.Entry<String, Operation> row : Operations.read().entrySet()) {
      try (var calls = new Calls(row.getKey(), wrong)) {
        for (String reader : row.getValue().readers()) {
          Right right = row.getValue().rights().getOrDefault(reader, Right.NO);
          if (right == Right.NO) {
            continue; // Not even at home.
          }
          boolean filtered = row.getValue().elsewhere().equals("filtered");
          String expected =
              right == Right.YES || filtered
                  ? ""
                  : right == Right.OWN ? own(row.getKey()) : row.getValue().elsewhere();
          calls.expect(world().people.username(row.getValue(), reader, false), expected);
        }
      }
    }
    assertThat(wrong).isEmpty();
  }

  @Test
  void oneInvestigatorMayNotTouchWhatIsAnothersOwn() throws IOException {
    var wrong = new ArrayList<String>();
    for (Map.Entry<String, Operation> row : Operations.read().entrySet()) {
      if (row.getValue().rights().get("investigator") == Right.OWN
          && row.getKey().contains("{id}")) {
        try (var calls = new Calls(row.getKey(), wrong)) {
          calls.expect("colleague", own(row.getKey()));
        }
      }
    }
    assertThat(wrong).isEmpty();
  }

  /// Somebody who held every role until yesterday, and signed in while they did, gets what somebody
  /// gets who holds none.
  @Test
  void whoseRolesHaveEndedMayDoWhatSomebodyWithoutARoleMay() throws IOException {
    String username = "het-vai-tro";
    UUID person =
        world().people.person(username, world().evidence.commune.id(), EnumSet.allOf(Role.class));
    assertThat(world().people.signedIn(username).get("/api/people").status()).isEqualTo(200);
    SERVER
        .database()
        .client()
        .sql("update identity.role_grant set last_day = :day where person_id = :person")
        .param("day", LocalDate.now(SERVER.bean(Site.class).zone()).minusDays(1))
        .param("person", person)
        .update();
    SERVER.acceptAccounts();
    var wrong = new ArrayList<String>();
    for (Map.Entry<String, Operation> row : Operations.read().entrySet()) {
      boolean everybodys =
          row.getValue().readers().stream()
              .allMatch(reader -> row.getValue().rights().get(reader) == Right.YES);
      try (var calls = new Calls(row.getKey(), wrong)) {
        calls.expect(username, everybodys ? "" : "not-your-role");
      }
    }
    assertThat(wrong).isEmpty();
  }

  /// What belongs to a request, by the tests of that: hand-overs, copies, files.
  @Test
  void nothingOfOneCaseIsReachedThroughAnother() throws IOException {
    var wrong = new ArrayList<String>();
    int tried = 0;
    for (Map.Entry<String, Operation> row : Operations.read().entrySet()) {
      Optional<String> address = world().findThroughAnother(row.getKey());
      for (String reader : row.getValue().readers()) {
        Right right = row.getValue().rights().getOrDefault(reader, Right.NO);
        if (address.isPresent() && (right == Right.AREA || right == Right.OWN)) {
          tried++;
          TestClient reads = world().people.home(row.getValue(), reader);
          Answer answer = world().call(reads, row.getKey(), address.get());
          if (answer.status() != 404) {
            wrong.add(reader + " " + row.getKey() + ": " + answer.text());
          }
        }
      }
    }
    assertThat(wrong).isEmpty();
    assertThat(tried).isGreaterThan(5);
  }

  @Test
  void listsShowWhatLiesInTheAreaToWhoMaySeeItAndToNobodyElse() throws IOException {
    Map<String, String> shown =
        Map.of(
            "GET /api/cameras",
            world().evidence.camera.id().toString(),
            "GET /api/cameras/register",
            world().evidence.camera.id().toString(),
            "GET /api/cameras/candidates",
            world().evidence.camera.id().toString(),
            "GET /api/cases",
            world().evidence.caseId,
            "GET /api/people",
            "nguoi-duoc-sua",
            "GET /api/requests",
            world().request(),
            "GET /api/data-requests",
            world().dataRequest());
    for (Map.Entry<String, Operation> row : Operations.read().entrySet()) {
      String object = shown.get(row.getKey());
      if (object == null) {
        continue;
      }
      row.getValue()
          .rights()
          .forEach((reader, right) -> {
            if (right == Right.AREA || right == Right.OWN) {
              assertThat(
                      world()
                          .people
                          .home(row.getValue(), reader)
                          .get(world().address(row.getKey()))
                          .text())
                  .as(reader + " at home " + row.getKey())
                  .contains(object);
              assertThat(
                      world()
                          .people
                          .elsewhere(row.getValue(), reader)
                          .get(world().address(row.getKey()))
                          .text())
                  .as(reader + " elsewhere " + row.getKey())
                  .doesNotContain(object);
            }
          });
    }
    assertThat(world().people.signedIn("colleague").get("/api/requests").text())
        .doesNotContain(world().request());
    assertThat(
            world()
                .people
                .elsewhere("administrator")
                .get("/api/cameras/summary")
                .json()
                .path("off"))
        .hasToString("1");
    assertThat(
            world()
                .people
                .elsewhere("administrator")
                .get("/api/cameras/register/figures")
                .json()
                .path("connected"))
        .hasToString("1");
  }

  @Test
  void withoutASessionNothingAnswersButWhatIsOpen() throws IOException {
    var wrong = new ArrayList<String>();
    var tried = new TreeSet<String>();
    TestClient refused = world().people.nobody();
    for (Map.Entry<String, Operation> row : Operations.read().entrySet()) {
      boolean open = row.getValue().open();
      String expected = open ? "" : "not-signed-in";
      TestClient nobody = open ? world().people.nobody() : refused;
      findFault(row.getKey(), "nobody", call(row.getKey(), nobody, expected), expected)
          .ifPresent(wrong::add);
      String address = world().untouched(row.getKey());
      if (!open && tried.add(path(row.getKey()))) {
        for (String method : METHODS.next(2)) {
          Answer answer = refused.send(method, address, null, token(refused));
          if (answer.status() != 401) {
            wrong.add(method + " " + address + " " + answer.status());
          }
        }
      }
    }
    assertThat(wrong).isEmpty();
  }

  @Test
  void everyUnsafeOperationNeedsTheTokenAgainstForgery() {
    var wrong = new ArrayList<String>();
    for (String operation : world().operations().keySet()) {
      String method = ApiFixture.method(operation);
      if (method.equals("GET") || SIGNED_BY_OTHERS.contains(operation)) {
        continue;
      }
      TestClient client = world().people.home("administrator");
      String address = world().untouched(operation);
      Map<String, Object> body = world().untouchedBody(operation);
      for (Map<String, String> headers :
          List.of(Map.<String, String>of(), Map.of("X-XSRF-TOKEN", "00000000-0000"))) {
        Answer answer = client.send(method, address, body, headers);
        if (answer.status() != 403 || !answer.code().equals("csrf")) {
          wrong.add(operation + " " + headers + " " + answer.status() + " " + answer.code());
        }
      }
    }
    assertThat(wrong).isEmpty();
  }

  @Test
  void otherMethodsAreRefusedAndNamed() {
    var wrong = new ArrayList<String>();
    Set<String> operations = world().operations().keySet();
    TestClient client = world().people.home("administrator");
    var tried = new TreeSet<String>();
    for (String operation : operations) {
      String path = path(operation);
      if (tried.add(path)) {
        String address = world().untouched(operation);
        String method = METHODS.next(1).getFirst();
        while (operations.contains(method + " " + path)) {
          method = METHODS.next(1).getFirst();
        }
        Answer answer = client.send(method, address, "{}", token(client));
        if (answer.text().contains("\"field\":\"id\"")) {
          continue; // Another operation's path with this one's last word as its identifier.
        }
        if (answer.status() != 405
            || !answer.code().equals("method-not-allowed")
            || answer.header("Allow").isEmpty()) {
          wrong.add(method + " " + path + " " + answer.status() + " " + answer.text());
        }
      }
    }
    assertThat(wrong).isEmpty();
  }

  private static String path(String operation) {
    return operation.substring(operation.indexOf(' ') + 1);
  }

  /// What somebody gets for what is another's own.
  private static String own(String operation) {
    if (operation.endsWith("/retention") || operation.contains("/holds")) {
      return "not-your-package";
    }
    if (operation.contains("/wanted-vehicles/")) {
      return "not-your-wanted-vehicle";
    }
    if (operation.contains("/analysis/jobs/{id}")) {
      return "not-your-analysis-job";
    }
    if (operation.contains("/footage-referrals/")) {
      return "not-your-referral";
    }
    return operation.contains("/api/cases/")
            || operation.endsWith("/sightings/searches")
            || operation.endsWith("/analysis/jobs")
        ? "not-your-case"
        : "not-your-request";
  }

  private static Map<String, String> token(TestClient client) {
    return Map.of("X-XSRF-TOKEN", client.cookie("XSRF-TOKEN").orElseThrow());
  }

  /// The calls of one operation by several people. Each refusal leaves an event of its own.
  private static final class Calls implements AutoCloseable {
    private final String operation;
    private final List<String> wrong;
    private final long before = world().lastRefusal();
    private final Set<String> refused = new TreeSet<>();

    Calls(String operation, List<String> wrong) {
      this.operation = operation;
      this.wrong = wrong;
    }

    /// @param expected the problem's code; `unknown` a field's; empty for success
    void expect(String username, String expected) {
      // Who is signed out by it is not needed any more afterwards.
      TestClient client =
          OF_THE_SESSION.contains(operation)
              ? SERVER.signedIn(username)
              : world().people.signedIn(username);
      Answer answer = call(operation, client, expected);
      Optional<String> fault = findFault(operation, username, answer, expected);
      fault.ifPresent(wrong::add);
      if (fault.isEmpty() && (answer.status() == 403 || expected.equals("unknown"))) {
        refused.add(username);
      }
    }

    @Override
    public void close() {
      world().refusedSince(before).forEach(refused::remove);
      if (!refused.isEmpty()) {
        wrong.add(refused + " " + operation + ": refused without an event");
      }
    }
  }

  private static Answer call(String operation, TestClient client, String expected) {
    return expected.isEmpty()
        ? world().callAllowed(client, operation, one -> isRight(operation, answer(operation), one))
        : world().callUntouched(client, operation);
  }

  /// What whoever may do it gets.
  private static String answer(String operation) {
    return world().findAnswer(operation).orElseGet(() -> ANSWERS.getOrDefault(operation, ""));
  }

  private static Optional<String> findFault(
      String operation, String who, Answer answer, String expected) {
    String requested = expected.isEmpty() ? answer(operation) : expected;
    return isRight(operation, requested, answer)
        ? Optional.empty()
        : Optional.of(
            who
                + " "
                + operation
                + ": "
                + answer.status()
                + " instead of '"
                + requested
                + "' "
                + answer.text());
  }

  private static boolean isRight(String operation, String requested, Answer answer) {
    return switch (requested) {
      case "" -> DONE.contains(answer.status());
      case "not-your-role" ->
          answer.code().equals(requested)
              || (operation.endsWith("/decision") && answer.code().equals("own-request"));
      case "unknown" -> answer.code().equals("invalid") && answer.text().contains("\"unknown\"");
      default -> answer.code().equals(requested);
    };
  }
}
