package anbinh.identity.session;

import static org.assertj.core.api.Assertions.assertThat;

import anbinh.platform.postgres.FreePort;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/// A real Keycloak with one realm, as the build unpacked it, for one test class.
///
/// Its own build step, which the first start of an unpacked copy needs, runs while whatever is
/// registered after it starts; [#start] then gives it the realm and waits until it answers.
final class TestKeycloak implements BeforeAllCallback, AfterAllCallback {
  static final String SECRET = "bí mật của máy chủ";
  static final String PASSWORD = "mot mat khau dai";

  private static final Path UNPACKED = Path.of("target/keycloak");
  private static final Duration MAX_WAIT = Duration.ofMinutes(2);

  private final int port = freePort();
  private @Nullable Process build;
  private @Nullable Process server;

  @Override
  public void beforeAll(ExtensionContext test) throws IOException {
    build = run("build", "--db=dev-mem", "--cache=local", "--health-enabled=false");
  }

  @Override
  public void afterAll(ExtensionContext test) throws InterruptedException {
    for (Process process : Stream.of(build, server).filter(Objects::nonNull).toList()) {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly().waitFor();
    }
  }

  String issuer() {
    return "http://127.0.0.1:" + port + "/realms/anbinh";
  }

  /// Starts it with the realm of the tests, in which `back` is where people are sent back to.
  void start(URI back) throws IOException, InterruptedException {
    Process built = Objects.requireNonNull(build);
    assertThat(built.waitFor(MAX_WAIT.toSeconds(), TimeUnit.SECONDS)).isTrue();
    assertThat(built.exitValue()).isZero();
    Path realms = Files.createDirectories(home().resolve("data/import"));
    Files.writeString(realms.resolve("anbinh-realm.json"), realm(back));
    server =
        run(
            "start",
            "--optimized",
            "--cache=local",
            "--import-realm",
            "--http-enabled=true",
            "--http-host=127.0.0.1",
            "--http-port=" + port,
            "--hostname-strict=false");
    awaitAnswer();
  }

  /// A browser of somebody at Keycloak.
  Browser browser() {
    return new Browser();
  }

  private void awaitAnswer() throws IOException, InterruptedException {
    Instant end = Instant.now().plus(MAX_WAIT);
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(issuer() + "/.well-known/openid-configuration")).build();
    try (HttpClient client = HttpClient.newHttpClient()) {
      while (true) {
        try {
          if (client.send(request, BodyHandlers.discarding()).statusCode() == 200) {
            return;
          }
        } catch (IOException e) {
          // It does not listen yet, or closes what it accepts before it is ready.
        }
        assertThat(Objects.requireNonNull(server).isAlive()).isTrue();
        assertThat(Instant.now()).isBefore(end);
        Thread.sleep(50);
      }
    }
  }

  private static Path home() throws IOException {
    try (Stream<Path> folders = Files.list(UNPACKED)) {
      return folders.filter(Files::isDirectory).findFirst().orElseThrow().toAbsolutePath();
    }
  }

  private static Process run(String... arguments) throws IOException {
    var command = new ProcessBuilder();
    command.command(
        Stream.concat(Stream.of("/bin/sh", home() + "/bin/kc.sh"), Stream.of(arguments)).toList());
    command.environment().put("JAVA_HOME", System.getProperty("java.home"));
    command.environment().put("JAVA_OPTS_KC_HEAP", "-Xmx384m -XX:TieredStopAtLevel=1");
    command.redirectErrorStream(true);
    command.redirectOutput(home().resolve("output-" + arguments[0] + ".txt").toFile());
    return command.start();
  }

  private static String realm(URI back) {
    return """
    {"realm": "anbinh", "enabled": true, "sslRequired": "none",
     "roles": {"realm": [{"name": "otp"}]},
     "clients": [{"clientId": "anbinh", "enabled": true, "secret": "%s",
       "redirectUris": ["%s/sign-in/return"],
       "attributes": {"post.logout.redirect.uris": "%s/sign-in",
         "pkce.code.challenge.method": "S256",
         "backchannel.logout.url": "%s/api/session/provider/ended",
         "backchannel.logout.session.required": "true"},
       "protocolMappers": [{"name": "amr", "protocol": "openid-connect",
         "protocolMapper": "oidc-usermodel-realm-role-mapper",
         "config": {"claim.name": "amr", "multivalued": "true", "id.token.claim": "true",
           "jsonType.label": "String"}}]}],
     "users": [%s]}
    """
        .formatted(
            SECRET,
            back,
            back,
            back,
            String.join(
                ",",
                List.of(
                    user("lan", false),
                    user("minh", false),
                    user("khac", false),
                    user("tu", false),
                    user("di", false),
                    user("hoa", true),
                    user("an", true))));
  }

  private static String user(String name, boolean otp) {
    return """
    {"username": "%s", "enabled": true, "email": "%s@xa.example", "emailVerified": true,
     "firstName": "Nguoi", "lastName": "%s", "realmRoles": [%s],
     "credentials": [{"type": "password", "value": "%s", "temporary": false}]}
    """
        .formatted(name, name, name, otp ? "\"otp\"" : "", PASSWORD);
  }

  private static int freePort() {
    try {
      return FreePort.choose();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Keeps Keycloak's cookies and fills in its page.
  ///
  /// Not safe for threads.
  static final class Browser {
    private static final Pattern FORM = Pattern.compile("<form[^>]*action=\"([^\"]+)\"");

    private final HttpClient http = HttpClient.newHttpClient();

    /// By name; those for `Secure` lines, too, as browsers do on the same machine.
    private final Map<String, String> cookies = new HashMap<>();

    /// Goes to an address and signs in there where it is asked to; returns what Keycloak sends the
    /// browser back with.
    Map<String, String> signIn(String address, String username) {
      HttpResponse<String> answer = get(address);
      if (answer.statusCode() == 200) {
        answer = submit(answer.body(), username);
      }
      assertThat(answer.statusCode()).as(answer.body()).isEqualTo(302);
      URI back = URI.create(answer.headers().firstValue("Location").orElseThrow());
      assertThat(back.getPath()).isEqualTo("/sign-in/return");
      var parameters = new HashMap<String, String>();
      for (String pair : back.getRawQuery().split("&", -1)) {
        parameters.put(
            pair.substring(0, pair.indexOf('=')),
            URLDecoder.decode(pair.substring(pair.indexOf('=') + 1), StandardCharsets.UTF_8));
      }
      return Map.of("state", parameters.get("state"), "code", parameters.get("code"));
    }

    HttpResponse<String> get(String address) {
      return send(HttpRequest.newBuilder(URI.create(address)));
    }

    private HttpResponse<String> submit(String page, String username) {
      Matcher form = FORM.matcher(page);
      assertThat(form.find()).as(page).isTrue();
      return send(
          HttpRequest.newBuilder(URI.create(form.group(1).replace("&amp;", "&")))
              .header("Content-Type", "application/x-www-form-urlencoded")
              .POST(
                  BodyPublishers.ofString(
                      "username="
                          + username
                          + "&password="
                          + URLEncoder.encode(PASSWORD, StandardCharsets.UTF_8))));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
      if (!cookies.isEmpty()) {
        request.header(
            "Cookie",
            cookies.entrySet().stream()
                .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                .collect(Collectors.joining("; ")));
      }
      try {
        HttpResponse<String> answer = http.send(request.build(), BodyHandlers.ofString());
        answer.headers().allValues("Set-Cookie").forEach(this::keep);
        return answer;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException(e);
      }
    }

    private void keep(String cookie) {
      String name = cookie.substring(0, cookie.indexOf('='));
      if (cookie.contains("Max-Age=0")) {
        cookies.remove(name);
      } else {
        cookies.put(name, cookie.substring(name.length() + 1, (cookie + ";").indexOf(';')));
      }
    }
  }
}
