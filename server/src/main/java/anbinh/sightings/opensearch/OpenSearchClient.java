package anbinh.sightings.opensearch;

import static java.nio.charset.StandardCharsets.UTF_8;

import anbinh.platform.WholeAnswer;
import anbinh.platform.background.Retry;
import anbinh.sightings.index.IndexUnavailable;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Calls of OpenSearch at several nodes. It stays with the node that answered last, and turns to
/// the next when one does not. What fails for want of a node or of capacity is repeated for a time,
/// and each node has that time to answer in; so every call has to be one that may be made twice.
/// Safe for many threads.
final class OpenSearchClient implements AutoCloseable {
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final Retry RETRY = new Retry(Duration.ofMillis(20), Duration.ofSeconds(1));
  private static final int OK = 200;
  private static final int REDIRECTS = 300;

  private final List<URI> nodes;
  private final @Nullable String authorization;
  private final Duration timeout;
  private final HttpClient http;
  private final NanoClock clock;
  private volatile int node;

  OpenSearchClient(OpenSearchSettings settings) {
    this(settings, NanoClock.SYSTEM);
  }

  OpenSearchClient(OpenSearchSettings settings, NanoClock clock) {
    this.clock = clock;
    nodes = settings.urls();
    timeout = settings.timeout();
    authorization =
        settings.username() == null
            ? null
            : "Basic "
                + Base64.getEncoder()
                    .encodeToString(
                        (settings.username() + ":" + settings.password()).getBytes(UTF_8));
    http =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(timeout.dividedBy(5))
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
  }

  /// The time, and how to let it pass.
  interface NanoClock {
    NanoClock SYSTEM =
        new NanoClock() {
          @Override
          public long nanoTime() {
            return System.nanoTime();
          }

          @Override
          public void sleep(long nanos) throws InterruptedException {
            TimeUnit.NANOSECONDS.sleep(nanos);
          }
        };

    /// As `System.nanoTime()`.
    long nanoTime();

    void sleep(long nanos) throws InterruptedException;
  }

  /// Until when something is repeated that begins now.
  Deadline deadline() {
    return new Deadline(clock, clock.nanoTime() + timeout.toNanos());
  }

  /// A time at which there is no use in trying once more.
  record Deadline(NanoClock clock, long nanos) {
    /// Waits before something that failed is tried again.
    ///
    /// @param failures before the present one
    /// @param failure that is thrown where it would be too late
    void pause(int failures, IndexUnavailable failure) throws IOException {
      long pause = RETRY.pause(failures).toNanos();
      if (clock.nanoTime() + pause - nanos > 0) {
        throw failure;
      }
      try {
        clock.sleep(pause);
      } catch (InterruptedException e) {
        throw interrupted(e);
      }
    }
  }

  JsonNode get(String path) throws IOException {
    return call("GET", path, "application/json", null);
  }

  JsonNode put(String path, Object body) throws IOException {
    return call("PUT", path, "application/json", JSON.writeValueAsBytes(body));
  }

  JsonNode post(String path, Object body) throws IOException {
    return call("POST", path, "application/json", JSON.writeValueAsBytes(body));
  }

  /// @param lines of JSON, each with its end
  JsonNode postLines(String path, String lines) throws IOException {
    return call("POST", path, "application/x-ndjson", lines.getBytes(UTF_8));
  }

  /// Deletes what a path names; it may be gone.
  void delete(String path) throws IOException {
    try {
      call("DELETE", path, "application/json", null);
    } catch (OpenSearchRefusal refusal) {
      if (!refusal.isNotFound()) {
        throw refusal;
      }
    }
  }

  /// @throws OpenSearchRefusal where it will not be done however often it is asked for
  /// @throws IndexUnavailable where no node did it in time
  private JsonNode call(String method, String path, String type, byte @Nullable [] body)
      throws IOException {
    Deadline deadline = deadline();
    int timeouts = 0;
    for (int failures = 0; ; failures++) {
      int asked = node;
      IndexUnavailable failure;
      try {
        HttpResponse<byte[]> answer = send(nodes.get(asked), method, path, type, body);
        int status = answer.statusCode();
        if (status >= OK && status < REDIRECTS) {
          return JSON.readTree(answer.body());
        }
        failure =
            switch (status) {
              case 401, 403 ->
                  throw new IndexUnavailable("OpenSearch refuses what the username may: " + status);
              case 408, 429, 500, 502, 503, 504 ->
                  new IndexUnavailable(
                      "OpenSearch answers %d %s".formatted(status, error(answer.body())));
              default ->
                  throw new OpenSearchRefusal(
                      method + " " + path.split("\\?", 2)[0], status, error(answer.body()));
            };
      } catch (JacksonException e) {
        failure = new IndexUnavailable("OpenSearch answers with half of its JSON");
      } catch (ExecutionException e) {
        Throwable cause = e.getCause() == null ? e : e.getCause();
        failure =
            new IndexUnavailable(
                "OpenSearch is not reached at %s: %s"
                    .formatted(nodes.get(asked), cause.getClass().getSimpleName()),
                cause);
      } catch (TimeoutException e) {
        failure =
            new IndexUnavailable(
                "OpenSearch does not answer in time at %s".formatted(nodes.get(asked)));
        timeouts++;
        if (timeouts < nodes.size()) {
          deadline = deadline();
        }
      }
      node = (asked + 1) % nodes.size();
      deadline.pause(failures / nodes.size(), failure);
    }
  }

  private HttpResponse<byte[]> send(
      URI node, String method, String path, String type, byte @Nullable [] body)
      throws IOException, ExecutionException, TimeoutException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(node.toString().replaceAll("/$", "") + path))
            .header("Content-Type", type)
            .method(
                method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body));
    if (authorization != null) {
      request.header("Authorization", authorization);
    }
    try {
      return WholeAnswer.within(
          timeout, http.sendAsync(request.build(), BodyHandlers.ofByteArray()));
    } catch (InterruptedException e) {
      throw interrupted(e);
    }
  }

  /// The type of an error, which quotes nothing of what was sent.
  private static String error(byte[] body) {
    try {
      return JSON.readTree(body).at("/error/type").asString("");
    } catch (JacksonException e) {
      return "";
    }
  }

  private static IndexUnavailable interrupted(InterruptedException e) {
    Thread.currentThread().interrupt();
    return new IndexUnavailable("the server stops", e);
  }

  @Override
  public void close() {
    http.shutdownNow();
  }
}
