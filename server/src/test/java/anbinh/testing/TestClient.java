package anbinh.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.HttpCookie;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/// A browser's worth of HTTP: keeps cookies and sends the anti-forgery token with unsafe methods.
public final class TestClient {
  private static final JsonMapper JSON = JsonMapper.shared();

  /// One for all, since each has threads and connections of its own.
  private static final HttpClient HTTP =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  private final Function<String, URI> server;
  private final CookieManager cookies = new CookieManager(null, CookiePolicy.ACCEPT_ALL);
  private final Map<String, String> always = new HashMap<>();
  private String language = "en";

  /// @param server gives the full address of a path
  public TestClient(Function<String, URI> server) {
    this.server = server;
  }

  public TestClient language(String requested) {
    this.language = requested;
    return this;
  }

  /// Sends a header with every request from now on.
  public TestClient header(String name, String value) {
    always.put(name, value);
    return this;
  }

  public Answer signIn(String username, String password) {
    get("/api/session");
    Answer answer = trySignIn(username, password);
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    return answer;
  }

  public Answer trySignIn(String username, String password) {
    return post("/api/session", Map.of("username", username, "password", password));
  }

  public Answer get(String path) {
    return send("GET", path, null, Map.of());
  }

  public Answer get(String path, Map<String, String> headers) {
    return send("GET", path, null, headers);
  }

  public Answer post(String path, Object body) {
    return send("POST", path, body, token());
  }

  /// Any text, of a type.
  public Answer postAs(String path, String body, String type) {
    return postAs(path, body.getBytes(StandardCharsets.UTF_8), type);
  }

  /// Any bytes, of a type.
  public Answer postAs(String path, byte[] body, String type) {
    var headers = new HashMap<>(token());
    headers.put("Content-Type", type);
    return exchange("POST", path, BodyPublishers.ofByteArray(body), headers);
  }

  public Answer patch(String path, Object body) {
    return send("PATCH", path, body, token());
  }

  public Answer delete(String path) {
    return send("DELETE", path, null, token());
  }

  /// Any request.
  ///
  /// @param body text as it is, anything else as JSON, or null for none
  public Answer send(
      String method, String path, @Nullable Object body, Map<String, String> headers) {
    if (body == null) {
      return exchange(method, path, BodyPublishers.noBody(), headers);
    }
    var typed = new HashMap<>(headers);
    typed.put("Content-Type", "application/json");
    return sendAs(
        method, path, body instanceof String text ? text : JSON.writeValueAsString(body), typed);
  }

  /// Any text, of the type that the headers say.
  public Answer sendAs(String method, String path, String body, Map<String, String> headers) {
    return exchange(method, path, BodyPublishers.ofString(body), headers);
  }

  /// Any bytes; the headers say their type.
  public Answer sendBytes(String method, String path, byte[] body, Map<String, String> headers) {
    var all = new HashMap<>(token());
    all.putAll(headers);
    return exchange(method, path, BodyPublishers.ofByteArray(body), all);
  }

  private Answer exchange(
      String method, String path, BodyPublisher body, Map<String, String> headers) {
    URI address = server.apply(path);
    HttpRequest.Builder request =
        HttpRequest.newBuilder(address).header("Accept-Language", language);
    always.forEach(request::setHeader);
    headers.forEach(request::setHeader);
    request.method(method, body);
    try {
      cookies
          .get(address, Map.of())
          .forEach((name, values) -> values.forEach(value -> request.header(name, value)));
      HttpResponse<byte[]> response = HTTP.send(request.build(), BodyHandlers.ofByteArray());
      cookies.put(address, response.headers().map());
      var answer = new Answer(response);
      assertInWords(answer);
      return answer;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  public Optional<String> cookie(String name) {
    return cookies.getCookieStore().getCookies().stream()
        .filter(cookie -> cookie.getName().equals(name))
        .map(HttpCookie::getValue)
        .findFirst();
  }

  public void putCookie(String name, String value) {
    HttpCookie cookie = new HttpCookie(name, value);
    cookie.setPath("/");
    cookie.setDomain(server.apply("/").getHost());
    cookie.setVersion(0);
    cookies.getCookieStore().add(server.apply("/"), cookie);
  }

  private Map<String, String> token() {
    return cookie("XSRF-TOKEN").map(value -> Map.of("X-XSRF-TOKEN", value)).orElse(Map.of());
  }

  /// What a problem tells people has what it is about, and is no code.
  private static void assertInWords(Answer answer) {
    if (answer.header("Content-Type").orElse("").startsWith("application/problem+json")) {
      JsonNode problem = answer.json();
      List<String> words = new ArrayList<>();
      words.add(problem.path("title").asString(""));
      words.add(problem.path("detail").asString(""));
      for (JsonNode error : problem.path("errors")) {
        words.add(error.path("message").asString(""));
        assertThat(error.path("message")).isNotEqualTo(error.path("code"));
      }
      assertThat(words).noneMatch(each -> each.matches("(?s).*\\{\\d.*"));
    }
  }

  /// What the server answered.
  public record Answer(HttpResponse<byte[]> response) {
    public int status() {
      return response.statusCode();
    }

    public String text() {
      return new String(response.body(), StandardCharsets.UTF_8);
    }

    public JsonNode json() {
      return response.body().length == 0 ? MissingNode.getInstance() : JSON.readTree(text());
    }

    /// The problem's code.
    public String code() {
      return json().path("code").asString("");
    }

    public Optional<String> header(String name) {
      return response.headers().firstValue(name);
    }
  }
}
