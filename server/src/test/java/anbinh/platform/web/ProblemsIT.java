package anbinh.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import anbinh.identity.Role;
import anbinh.testing.ApiReference;
import anbinh.testing.Await;
import anbinh.testing.TestClient;
import anbinh.testing.TestClient.Answer;
import anbinh.testing.TestServer;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;

class ProblemsIT {
  @RegisterExtension static final TestServer SERVER = new TestServer();

  private static TestClient admin = SERVER.client();

  @BeforeAll
  static void signIn() {
    SERVER.person("boss", null, Role.ADMINISTRATOR);
    admin = SERVER.signedIn("boss");
  }

  @Test
  void aProblemHasTheDocumentedShapeInEachLanguage() {
    Map<String, String> titles =
        Map.of(
            "vi", "Không tìm thấy", "en", "Not found", "ar", "غير موجود", "fr", "Không tìm thấy");
    titles.forEach((language, title) -> {
      Answer answer = SERVER.signedIn("boss").language(language).get("/api/nothing");
      JsonNode json = answer.json();
      assertThat(answer.status()).isEqualTo(404);
      assertThat(answer.header("Content-Type").orElseThrow())
          .startsWith("application/problem+json");
      assertThat(json.path("title").asString()).isEqualTo(title);
      assertThat(json.path("type").asString()).isEqualTo("/problems/not-found");
      assertThat(json.path("status").asInt()).isEqualTo(404);
      assertThat(json.path("code").asString()).isEqualTo("not-found");
      assertThat(json.path("traceId").asString()).matches("[0-9a-f]{16}");
    });
    assertThat(SERVER.client().language("ar-EG, en;q=0.5").get("/api/areas").text())
        .contains("لم تسجّل الدخول");
  }

  @Test
  void failuresOfTheFiltersHaveTheSameShape() {
    assertProblem(SERVER.client().get("/api/areas"), 401, "not-signed-in");
    assertProblem(admin.send("POST", "/api/areas", "{}", Map.of()), 403, "csrf");
    assertProblem(admin.get("/actuator/env"), 403, "not-allowed");
    assertProblem(admin.get("/api/%2e%2e/secret"), 400, "bad-address");
    assertProblem(admin.get("/api/x;y=1"), 400, "bad-address");
  }

  /// Connections that break under the server are met by whoever uses them next, wherever that is.
  @Test
  void aDatabaseThatBreaksOffIsStatedAsUnavailable() throws Exception {
    for (int i = 0; i < 10; i++) {
      assertThat(admin.get("/api/areas").status()).isEqualTo(200);
      SERVER
          .database()
          .client()
          .sql(
              "select pg_terminate_backend(pid) from pg_stat_activity"
                  + " where datname = current_database() and pid <> pg_backend_pid()"
                  // And not a worker of autovacuum, which only a superuser may end.
                  + " and backend_type = 'client backend'")
          .query()
          .listOfRows();
      Answer answer = admin.get("/api/areas");
      while (answer.status() != 200) {
        assertProblem(answer, 503, "unavailable");
        answer = admin.get("/api/areas");
      }
    }
    Await.untilIs("UP", ProblemsIT::health);
  }

  @Test
  void bodiesThatCannotBeReadNameTheFieldOrThePlace() {
    assertField(
        admin.post("/api/areas", "{\"code\":1,\"name\":\"x\",\"kind\":\"PROVINCE\"}"),
        "code",
        "type");
    assertField(admin.post("/api/areas", "{\"kind\":\"TOWN\"}"), "kind", "choice");
    assertField(admin.post("/api/areas", "{\"kind\":0}"), "kind", "choice");
    assertField(admin.post("/api/areas", "{\"colour\":1}"), "colour", "unknown-field");
    assertField(admin.post("/api/areas", "{\"parentId\":\"17\"}"), "parentId", "identifier");
    Answer malformed = admin.post("/api/areas", "{\"code\":\n  nonsense}");
    assertProblem(malformed, 400, "malformed");
    assertThat(malformed.json().path("detail").asString()).contains("line 2");
    assertProblem(admin.post("/api/areas", "[]"), 400, "malformed");
    assertProblem(admin.post("/api/areas", ""), 400, "malformed");
    assertProblem(admin.post("/api/areas", "{} {}"), 400, "malformed");
    assertThat(admin.post("/api/areas", "{\"kind\":\"TOWN\"}").text()).doesNotContain("anbinh.");
  }

  @Test
  void allBrokenRulesOfABodyAreToldAtOnce() {
    JsonNode errors = admin.post("/api/areas", Map.of("code", "ü")).json().path("errors");
    assertThat(errors.toString())
        .contains("\"code\"", "\"name\"", "\"kind\"", "required", "pattern");
    errors.forEach(error -> assertThat(error.path("message").asString()).endsWith("."));
  }

  @Test
  void wrongMethodsAndMediaTypesAreNamed() {
    Answer method = admin.send("PUT", "/api/areas", null, Map.of());
    assertThat(method.code()).isEqualTo("csrf");
    assertProblem(admin.delete("/api/areas"), 405, "method-not-allowed");
    assertThat(admin.delete("/api/areas").header("Allow").orElseThrow()).contains("GET", "POST");
    assertProblem(admin.get("/api/areas", Map.of("Accept", "image/png")), 406, "not-acceptable");
    assertField(admin.get("/api/people?limit=many"), "limit", "range");
  }

  @Test
  void theTypeLeadsToAPageThatSaysWhatToDo() {
    Answer page = SERVER.client().language("en").get("/problems/sign-in-failed");
    assertThat(page.status()).isEqualTo(200);
    assertThat(page.header("Content-Type").orElseThrow()).startsWith("text/html");
    assertThat(page.text()).contains("Sign-in failed", "Caps Lock");
    assertProblem(SERVER.client().get("/problems/no-such-code"), 404, "not-found");
  }

  @Test
  void everyAnswerHasTheSecurityHeaders() {
    for (String path : List.of("/", "/api/site", "/api/areas", "/nothing.txt", "/problems/csrf")) {
      Answer answer = SERVER.client().get(path);
      assertThat(answer.header("Content-Security-Policy").orElseThrow())
          .contains("default-src 'self'", "frame-ancestors 'none'")
          .doesNotContain("unsafe");
      assertThat(answer.header("X-Content-Type-Options")).contains("nosniff");
      assertThat(answer.header("Referrer-Policy")).contains("no-referrer");
    }
  }

  @Test
  void textSaysInWhichCharactersItIs() {
    for (String path : List.of("/api/verify-key", "/problems/csrf", "/transparency")) {
      assertThat(SERVER.client().get(path).header("Content-Type").orElseThrow())
          .as(path)
          .startsWith("text/")
          .containsIgnoringCase("charset=utf-8");
    }
  }

  @Test
  void answersThatHoldDataAreNotKeptAndTraceIsNotAnswered() {
    TestClient anybody = SERVER.client();
    for (String path : List.of("/api/session", "/api/areas", "/api/transparency")) {
      assertThat(anybody.get(path).header("Cache-Control").orElseThrow())
          .as(path)
          .contains("no-store");
    }
    assertThat(anybody.send("TRACE", "/api/site", null, Map.of()).status()).isBetween(400, 499);
  }

  @Test
  void everyPageOfTheConsoleIsServedAtItsAddress() throws IOException {
    Path console = Path.of("..", "console", "src");
    String tables =
        Files.readString(console.resolve("router.tsx"))
            + Files.readString(console.resolve("pages.ts"));
    List<String> pages =
        Pattern.compile("(?m)(?:\\{ path: |^ {2})'?(\\w[\\w:/?-]*)'?(?:,|: async|: \\[)")
            .matcher(tables)
            .results()
            .map(found -> "/" + found.group(1).replaceAll(":\\w+\\??", "01a2"))
            .toList();
    assertThat(pages).hasSizeGreaterThan(100);
    TestClient anybody = SERVER.client();
    assertThat(pages)
        .allSatisfy(page -> assertThat(anybody.get(page).text()).as(page).contains("console"));
  }

  @Test
  void theConsolesFilesAreServedWithTheRightCaching() {
    TestClient anybody = SERVER.client();
    for (String path : List.of("/", "/cameras", "/cases/01a2/requests")) {
      Answer page = anybody.get(path);
      assertThat(page.text()).as(path).contains("console");
      assertThat(page.header("Cache-Control").orElseThrow()).contains("no-cache");
    }
    Answer asset = anybody.get("/assets/app-0a1b2c3d.js", Map.of("Accept-Encoding", "gzip"));
    assertThat(asset.header("Cache-Control").orElseThrow())
        .contains("immutable", "max-age=31536000");
    assertThat(asset.header("Content-Encoding")).contains("gzip");
    assertThat(asset.header("Content-Type").orElseThrow()).contains("javascript");
    for (String path : List.of("/assets/gone.js", "/gone.js", "/api/gone", "/log/gone")) {
      assertThat(anybody.get(path).status()).as(path).isIn(401, 404);
    }
  }

  /// A page that the phone keeps must be asked for again each time, or no new version is ever seen.
  @Test
  void thePhoneAppHasFilesOfItsOwnAndAloneMayHear() {
    TestClient anybody = SERVER.client();
    Answer page = anybody.get("/t/");
    assertThat(page.text()).contains("phone");
    assertThat(page.header("Cache-Control").orElseThrow()).contains("no-cache");
    assertThat(page.header("Permissions-Policy").orElseThrow()).contains("microphone=(self)");
    assertThat(page.header("Content-Security-Policy").orElseThrow()).contains("default-src 'self'");
    Answer worker = anybody.get("/t/sw.js");
    assertThat(worker.header("Cache-Control").orElseThrow()).contains("no-cache");
    assertThat(worker.header("Content-Type").orElseThrow()).contains("javascript");
    assertThat(anybody.get("/").header("Permissions-Policy").orElseThrow())
        .contains("microphone=()");
    assertThat(anybody.get("/t").status()).isIn(200, 302);
    assertThat(anybody.get("/t/gone").status()).isEqualTo(404);
  }

  @Test
  void theApiIsDescribedAndHealthIsShown() {
    TestClient anybody = SERVER.client();
    JsonNode description = ApiReference.read();
    assertThat(description.path("openapi").asString()).startsWith("3.1");
    assertThat(description.path("paths").has("/api/areas")).isTrue();
    JsonNode parameters =
        description.path("paths").path("/api/people").path("get").path("parameters");
    assertThat(parameters.toString()).contains("\"limit\"", "\"after\"").doesNotContain("request");
    assertThat(anybody.get("/api-docs").status()).isIn(200, 302);
    assertThat(anybody.get("/swagger-ui/index.html").status()).isEqualTo(200);
    assertThat(health()).isEqualTo("UP");
    assertThat(anybody.get("/actuator/health").json().has("components")).isFalse();
    assertThat(admin.get("/actuator/health").json().path("components").has("auditLog")).isTrue();
  }

  /// Not for what happens to run on the same machine, which every account of it can.
  @Test
  void metricsAreForAdministratorsAndForWhoHasTheToken() throws Exception {
    Path file = SERVER.data().resolve("metrics-token");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    String token = Files.readString(file).strip();
    TestClient anybody = SERVER.client();
    for (String wrong : List.of("", "Bearer ", "Bearer " + token + "0", "Basic " + token, token)) {
      assertThat(anybody.get("/actuator/prometheus", Map.of("Authorization", wrong)).status())
          .as(wrong)
          .isEqualTo(401);
    }
    assertThat(
            anybody.get("/actuator/prometheus", Map.of("Authorization", "Bearer " + token)).text())
        .contains("jvm_memory_used_bytes")
        .doesNotContain(token);
    assertThat(anybody.get("/actuator/env", Map.of("Authorization", "Bearer " + token)).status())
        .isEqualTo(401);
    assertThat(admin.get("/actuator/prometheus").status()).isEqualTo(200);
  }

  /// What comes to no filter, because the container itself cannot read it.
  @Test
  void whatIsNoHttpIsAProblemWithThePolicyHeadersToo() throws Exception {
    String host = "\r\nHost: localhost\r\n\r\n";
    for (String request :
        List.of(
            "GET /[ HTTP/1.1" + host,
            "GET /a\u0001b HTTP/1.1" + host,
            "GET /{x} HTTP/1.1" + host,
            "GET /%zz HTTP/1.1" + host,
            "GET /%00 HTTP/1.1" + host,
            "GET /a%2fb HTTP/1.1" + host,
            "GET /..%5c..%5c HTTP/1.1" + host,
            "G<T / HTTP/1.1" + host,
            "GET / HTTP/1.1\r\nHost: a b\r\n\r\n",
            "GET / HTTP/1.1\r\n\r\n",
            "GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n",
            "GET / HTTP/7.3" + host,
            "GET / HTTP/1.1\r\nHost: localhost\r\nX: " + "x".repeat(20_000) + "\r\n\r\n",
            "GET /" + "x".repeat(20_000) + " HTTP/1.1" + host,
            "POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: -1\r\n\r\n",
            "POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: x\r\n\r\n",
            "POST / HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: what\r\n\r\n")) {
      String answer = raw(request);
      String name = request.substring(0, Math.min(60, request.length()));
      assertThat(answer).as(name).matches("(?s)HTTP/1\\.1 [45]\\d\\d.*");
      assertThat(answer)
          .as(name)
          .containsIgnoringCase("\r\nContent-Security-Policy: ")
          .contains("frame-ancestors 'none'")
          .containsIgnoringCase("\r\nX-Content-Type-Options: nosniff")
          .containsIgnoringCase("\r\nReferrer-Policy: no-referrer")
          .containsIgnoringCase("\r\nX-Frame-Options: DENY")
          .contains("application/problem+json")
          .doesNotContainIgnoringCase("<html", "tomcat", "\tat ", "java.");
    }
  }

  @Test
  void brokenEncodingInAnAddressIsNamedAndIsNoFault() throws Exception {
    for (String path :
        new String[] {
          "/api/site?q=%zz",
          "/api/site?q=%",
          "/api/site?q=%c3%28",
          "/api/site?%zz=1",
          "/api/cameras/%zz",
          "/api/site?q=a%00b",
          "/api/cameras/%00"
        }) {
      String answer = raw("GET " + path + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
      assertThat(answer).as(path).startsWith("HTTP/1.1 4").doesNotContain("Exception", "\tat ");
    }
    assertThat(raw("GET /api/site?q=%zz HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"))
        .contains("application/problem+json", "bad-address");
    assertThat(raw("GET /api/site?q=a%00b HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"))
        .contains("\"field\":\"q\"", "characters");
  }

  /// Its sender is signed in to nothing: sign-in itself is what anybody may send a body to.
  @Test
  void aBodyThatIsTooLargeIsRefusedBeforeItIsRead() throws Exception {
    String head = signInHead() + "Content-Length: 2000000000\r\n\r\n";
    assertThat(raw(head + "{")).contains("HTTP/1.1 413", "too-large");
  }

  @Test
  void aBodyThatDoesNotSayHowLargeItIsIsReadOnlySoFar() throws Exception {
    var body = new StringBuilder("1\r\n{\r\n");
    String filler = " ".repeat(16 * 1024);
    for (int i = 0; i < 20; i++) {
      body.append("4000\r\n").append(filler).append("\r\n");
    }
    body.append("0\r\n\r\n");
    String answer = raw(signInHead() + "Transfer-Encoding: chunked\r\n\r\n" + body);
    assertThat(answer).contains("HTTP/1.1 413", "too-large");
  }

  @Test
  void aBodyThatEndsBeforeItsEndIsNoFault() throws Exception {
    String answer = raw(signInHead() + "Content-Length: 9\r\n\r\n{\"userna");
    assertThat(answer).doesNotContain(" 500 ", "Exception");
  }

  private static String signInHead() {
    String token = SERVER.client().get("/api/session").header("Set-Cookie").orElseThrow();
    String value = token.substring(token.indexOf('=') + 1, token.indexOf(';'));
    return "POST /api/session HTTP/1.1\r\nHost: x\r\nConnection: close\r\n"
        + "Content-Type: application/json\r\nAccept-Language: en\r\n"
        + ("Cookie: XSRF-TOKEN=" + value + "\r\nX-XSRF-TOKEN: " + value + "\r\n");
  }

  /// Sends and returns all that comes until the server closes.
  private static String raw(String request) throws IOException {
    try (var socket = new Socket("127.0.0.1", SERVER.uri("/").getPort())) {
      socket.setSoTimeout(20_000);
      try {
        socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
        socket.shutdownOutput();
      } catch (IOException refused) {
        // The server has answered before it has read everything.
      }
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static String health() {
    return SERVER.client().get("/actuator/health").json().path("status").asString();
  }

  private static void assertProblem(Answer answer, int status, String code) {
    assertThat(answer.status()).as(answer.text()).isEqualTo(status);
    assertThat(answer.header("Content-Type").orElse("")).startsWith("application/problem+json");
    assertThat(answer.code()).isEqualTo(code);
    assertThat(answer.json().path("detail").asString()).isNotBlank();
  }

  private static void assertField(Answer answer, String field, String code) {
    assertProblem(answer, 400, "invalid");
    JsonNode error = answer.json().path("errors").get(0);
    assertThat(error.path("field").asString()).isEqualTo(field);
    assertThat(error.path("code").asString()).isEqualTo(code);
    assertThat(error.path("message").asString()).isNotBlank().isNotEqualTo(code);
  }
}
