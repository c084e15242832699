package anbinh.demo.casework;

import anbinh.platform.WholeAnswer;
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
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// One person's session with the server, over its HTTP API. For one thread.
final class DemoSession implements AutoCloseable {
  private static final JsonMapper JSON = JsonMapper.shared();

  /// Long: the machine may be busy, and a package may be large.
  private static final Duration TIMEOUT = Duration.ofMinutes(2);

  private static final int KINDS = 100;
  private static final int DONE = 2;

  private final URI server;
  private final CookieManager cookies = new CookieManager();
  private final HttpClient http =
      HttpClient.newBuilder()
          .cookieHandler(cookies)
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(TIMEOUT)
          .build();

  private DemoSession(URI server) {
    this.server = server;
  }

  /// @throws IOException when the server refuses
  static DemoSession signIn(URI server, String username, String password)
      throws IOException, InterruptedException {
    var session = new DemoSession(server);
    try {
      session.get("api/session");
      session.post("api/session", Map.of("username", username, "password", password));
    } catch (IOException | InterruptedException | RuntimeException failure) {
      session.http.close();
      throw failure;
    }
    return session;
  }

  /// @param path after the slash
  JsonNode get(String path) throws IOException, InterruptedException {
    return JSON.readTree(read(path));
  }

  /// Reads an answer of any type to its end.
  byte[] read(String path) throws IOException, InterruptedException {
    return send("GET", path, BodyPublishers.noBody());
  }

  JsonNode post(String path, Map<String, ?> body) throws IOException, InterruptedException {
    return JSON.readTree(
        send("POST", path, BodyPublishers.ofString(JSON.writeValueAsString(body))));
  }

  private byte[] send(String method, String path, HttpRequest.BodyPublisher body)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(server.resolve(path))
            .header("Content-Type", "application/json")
            .method(method, body);
    cookies.getCookieStore().get(server).stream()
        .filter(cookie -> cookie.getName().equals("XSRF-TOKEN"))
        .map(HttpCookie::getValue)
        .forEach(token -> request.header("X-XSRF-TOKEN", token));
    try {
      HttpResponse<byte[]> answer =
          WholeAnswer.within(TIMEOUT, http.sendAsync(request.build(), BodyHandlers.ofByteArray()));
      if (answer.statusCode() / KINDS != DONE) {
        throw new IOException(
            "%s %s: %d %s".formatted(method, path, answer.statusCode(), code(answer)));
      }
      return answer.body();
    } catch (ExecutionException | TimeoutException failure) {
      throw new IOException(method + " " + path, failure);
    }
  }

  /// What a refusal is called, without what it says about anybody.
  private static String code(HttpResponse<byte[]> answer) {
    boolean problem =
        answer.headers().firstValue("Content-Type").orElse("").startsWith("application/problem");
    return problem ? JSON.readTree(answer.body()).path("code").asString("") : "";
  }

  /// Signs out.
  @Override
  public void close() throws IOException {
    try {
      var _ = send("DELETE", "api/session", BodyPublishers.noBody());
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    } finally {
      http.close();
    }
  }
}
