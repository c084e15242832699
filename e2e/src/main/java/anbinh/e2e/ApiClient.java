package anbinh.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// One person's session with a server, over its HTTP API. Before a grave act the server may wish to
/// know that it is really them: then the password is given again and the act repeated, as the
/// console does. Not thread-safe.
public final class ApiClient implements AutoCloseable {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final URI server;
  private final CookieManager cookies = new CookieManager();
  private final HttpClient http =
      HttpClient.newBuilder()
          .cookieHandler(cookies)
          .connectTimeout(Duration.ofSeconds(5))
          .version(HttpClient.Version.HTTP_1_1)
          .build();
  private String password = "";
  private int confirmations;

  public ApiClient(URI server) {
    this.server = server;
  }

  /// An answer, whatever its status; `body` is null-like (`missing`) when it was not JSON.
  public record Answer(int status, JsonNode body, String text) {
    /// The body of a 2xx answer; otherwise throws with the server's own words.
    public JsonNode orThrow() {
      if (status / 100 != 2) {
        throw new IllegalStateException("the server answered " + status + ": " + text);
      }
      return body;
    }
  }

  public Answer signIn(String username, String password) {
    this.password = password;
    get("/api/session");
    return post("/api/session", Map.of("username", username, "password", password));
  }

  /// Signs in for the first time, with the password that somebody else gave, and replaces it.
  public void signInFirst(String username, String given, String own) {
    signIn(username, given).orThrow();
    post("/api/session/password", Map.of("current", given, "password", own)).orThrow();
    password = own;
  }

  public Answer get(String path) {
    return send(request(path).GET());
  }

  public Answer post(String path, Object body) {
    return confirming("POST", path, body);
  }

  /// Sends text that is no JSON.
  public Answer postAs(String path, String body, String type) {
    HttpRequest.Builder builder = withToken(request(path)).timeout(Duration.ofMinutes(5));
    return send(builder.header("Content-Type", type).POST(BodyPublishers.ofString(body)));
  }

  public Answer patch(String path, Object body) {
    return confirming("PATCH", path, body);
  }

  /// Writes the body of a GET to `target` and returns its size in bytes.
  public long download(String path, Path target) {
    try (InputStream body = open(path)) {
      return Files.copy(body, target, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /// The header by which another client of this person's session is known.
  public String cookieHeader() throws IOException {
    return String.join("; ", cookies.get(server, Map.of()).getOrDefault("Cookie", List.of()));
  }

  /// Opens the body of a GET for reading as it comes, on the caller's thread.
  private InputStream open(String path) {
    try {
      var connection = (HttpURLConnection) server.resolve(path).toURL().openConnection();
      connection.setRequestProperty("Cookie", cookieHeader());
      connection.setRequestProperty("Accept-Language", "en");
      if (connection.getResponseCode() != 200) {
        try (InputStream refusal = connection.getErrorStream()) {
          String words = refusal == null ? "" : new String(refusal.readAllBytes(), UTF_8);
          throw new IllegalStateException(
              "the server answered %d: %s".formatted(connection.getResponseCode(), words));
        }
      }
      return connection.getInputStream();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /// How often the server wished to know that it is really them.
  public int confirmations() {
    return confirmations;
  }

  private Answer confirming(String method, String path, Object body) {
    Answer answer = send(withBody(request(path), method, body));
    if (!answer.body().path("code").asString("").equals("confirm-yourself")) {
      return answer;
    }
    var proof = Map.of("method", "PASSWORD", "value", password);
    send(withBody(request("/api/session/confirm"), "POST", proof)).orThrow();
    confirmations++;
    return send(withBody(request(path), method, body));
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(server.resolve(path))
        .timeout(Duration.ofMinutes(3))
        .header("Accept-Language", "en");
  }

  private HttpRequest.Builder withToken(HttpRequest.Builder builder) {
    cookies.getCookieStore().get(server).stream()
        .filter(cookie -> cookie.getName().equals("XSRF-TOKEN"))
        .findFirst()
        .ifPresent(cookie -> builder.header("X-XSRF-TOKEN", cookie.getValue()));
    return builder;
  }

  private HttpRequest.Builder withBody(HttpRequest.Builder builder, String method, Object body) {
    return withToken(builder)
        .header("Content-Type", "application/json")
        .method(method, BodyPublishers.ofString(JSON.writeValueAsString(body)));
  }

  private Answer send(HttpRequest.Builder builder) {
    try {
      HttpResponse<String> response = http.send(builder.build(), BodyHandlers.ofString());
      String type = response.headers().firstValue("Content-Type").orElse("");
      JsonNode body =
          type.contains("json") && !response.body().isEmpty()
              ? JSON.readTree(response.body())
              : JSON.missingNode();
      return new Answer(response.statusCode(), body, response.body());
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    } catch (InterruptedException interruption) {
      throw interrupted(interruption);
    }
  }

  private static IllegalStateException interrupted(InterruptedException interruption) {
    Thread.currentThread().interrupt();
    return new IllegalStateException("interrupted while waiting for the server", interruption);
  }

  @Override
  public void close() {
    http.close();
  }
}
