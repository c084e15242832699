package anbinh.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// One person's session with the server; all share one client's connections, which an
/// [anbinh.e2e.ApiClient] for each of them would not. Not thread-safe.
final class ProvinceUser implements AutoCloseable {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final String PASSWORD = "an binh mo phong 2026";
  private static final HttpClient HTTP =
      HttpClient.newBuilder()
          .connectTimeout(Duration.ofSeconds(10))
          .version(HttpClient.Version.HTTP_1_1)
          .build();

  private final URI server;
  private final CookieManager cookies = new CookieManager();

  ProvinceUser(URI server) {
    this.server = server;
  }

  void signIn(String username) throws IOException, InterruptedException {
    var _ = send(request("/api/session").GET());
    HttpResponse<String> answer =
        send(json("POST", "/api/session", Map.of("username", username, "password", PASSWORD)));
    if (answer.statusCode() != 200) {
      throw new IOException(username + " cannot sign in: " + answer.body());
    }
  }

  HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return send(request(path).GET());
  }

  HttpResponse<String> put(String path, Object body) throws IOException, InterruptedException {
    return send(json("PUT", path, body));
  }

  HttpResponse<String> post(String path, Object body) throws IOException, InterruptedException {
    return send(json("POST", path, body));
  }

  /// The JSON of an answer that must be one.
  JsonNode require(String path) throws IOException, InterruptedException {
    HttpResponse<String> answer = get(path);
    if (answer.statusCode() != 200) {
      throw new IOException(path + ": " + answer.statusCode() + " " + answer.body());
    }
    return JSON.readTree(answer.body());
  }

  /// Reads an answer of any kind whole, which must be one.
  void fetch(String path) throws IOException, InterruptedException {
    HttpResponse<byte[]> answer =
        HTTP.send(request(path).GET().build(), BodyHandlers.ofByteArray());
    cookies.put(server, answer.headers().map());
    if (answer.statusCode() != 200) {
      throw new IOException(
          path + ": " + answer.statusCode() + " " + new String(answer.body(), UTF_8));
    }
  }

  static JsonNode read(HttpResponse<String> answer) {
    return JSON.readTree(answer.body());
  }

  private HttpRequest.Builder request(String path) {
    HttpRequest.Builder builder =
        HttpRequest.newBuilder(server.resolve(path))
            .timeout(Duration.ofSeconds(60))
            .header("Accept-Language", "vi");
    String sent =
        cookies.getCookieStore().get(server).stream()
            .map(each -> each.getName() + "=" + each.getValue())
            .collect(Collectors.joining("; "));
    return sent.isEmpty() ? builder : builder.header("Cookie", sent);
  }

  private HttpRequest.Builder json(String method, String path, Object body) {
    HttpRequest.Builder builder =
        request(path)
            .header("Content-Type", "application/json")
            .method(method, BodyPublishers.ofString(JSON.writeValueAsString(body)));
    cookies.getCookieStore().get(server).stream()
        .filter(each -> each.getName().equals("XSRF-TOKEN"))
        .map(HttpCookie::getValue)
        .findFirst()
        .ifPresent(token -> builder.header("X-XSRF-TOKEN", token));
    return builder;
  }

  private HttpResponse<String> send(HttpRequest.Builder builder)
      throws IOException, InterruptedException {
    HttpResponse<String> answer = HTTP.send(builder.build(), BodyHandlers.ofString());
    cookies.put(server, answer.headers().map());
    return answer;
  }

  /// Forgets the session; the connections are everybody's.
  @Override
  public void close() {
    cookies.getCookieStore().removeAll();
  }
}
