package anbinh.sightings.opensearch;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import anbinh.platform.StartFailure;
import anbinh.sightings.index.IndexUnavailable;
import anbinh.sightings.index.Pass;
import anbinh.sightings.index.PassIndex;
import anbinh.sightings.index.PassQuery;
import anbinh.sightings.index.RandomPasses;
import anbinh.sightings.opensearch.OpenSearchClient.NanoClock;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What OpenSearch may answer besides what was asked for. A server of the test stands in for it,
/// since a real one is overloaded only now and then.
class OpenSearchAnswersTest {
  private record Answer(int status, String body) {}

  /// Enough for an answer, however busy the machine is.
  private static final Duration TIMEOUT = Duration.ofSeconds(30);

  /// Moves by the pauses alone, which take no time.
  private static final class ClockOfPauses implements NanoClock {
    private long nanos;

    @Override
    public long nanoTime() {
      return nanos;
    }

    @Override
    public void sleep(long pause) {
      nanos += pause;
    }
  }

  private static final String DONE = "{\"index\": {\"status\": 201}}";
  private static final String BUSY =
      "{\"index\": {\"status\": 429, \"error\": {\"type\": \"rejected_execution_exception\"}}}";

  private final List<Pass> passes = new RandomPasses(61).next(3);
  private final List<String> bulks = new ArrayList<>();

  /// In their order; the last is repeated.
  private final List<Answer> bulkAnswers = new ArrayList<>();

  private Answer searched = new Answer(200, "{}");
  private int status = 200;
  private int states;
  private HttpServer server;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  private void answer(HttpExchange call) throws IOException {
    String path = call.getRequestURI().getPath();
    String body = new String(call.getRequestBody().readAllBytes(), UTF_8);
    Answer answer = new Answer(status, "{\"_shards\": {\"failed\": 0}}");
    if (path.endsWith("/_doc/state")) {
      answer = call.getRequestMethod().equals("GET") ? new Answer(404, "{}") : answer;
      states += call.getRequestMethod().equals("PUT") ? 1 : 0;
    } else if (path.endsWith("/_alias")) {
      answer = new Answer(200, "{}");
    } else if (path.equals("/_bulk")) {
      bulks.add(body);
      answer = bulkAnswers.size() > 1 ? bulkAnswers.removeFirst() : bulkAnswers.getFirst();
    } else if (path.endsWith("/_search")) {
      answer = searched;
    }
    byte[] bytes = answer.body().getBytes(UTF_8);
    call.sendResponseHeaders(answer.status(), bytes.length);
    call.getResponseBody().write(bytes);
    call.close();
  }

  private PassIndex open() throws IOException {
    return open("http://127.0.0.1:" + server.getAddress().getPort());
  }

  private static PassIndex open(String... urls) throws IOException {
    return open(new ClockOfPauses(), settings(TIMEOUT, urls));
  }

  private static PassIndex open(NanoClock clock, OpenSearchSettings settings) throws IOException {
    return OpenSearchIndex.open(
        new OpenSearchClient(settings, clock), new IndexNames(settings.prefix()), settings);
  }

  private static OpenSearchSettings settings(Duration timeout, String... urls) {
    return new OpenSearchSettings(
        Stream.of(urls).map(URI::create).toList(), "an-binh", "a secret", "test", 1, 1, timeout);
  }

  private void bulks(String... items) {
    bulkAnswers.add(new Answer(200, "{\"items\": [" + String.join(",", items) + "]}"));
  }

  @Test
  void repeatsThePassesAloneThatWereNotAcknowledged() throws IOException {
    bulks(DONE, BUSY, DONE);
    bulkAnswers.add(new Answer(429, "{}"));
    bulks(DONE);
    open().append(passes);
    assertThat(bulks.get(0)).contains("\"_id\":\"1\"", "\"_id\":\"2\"", "\"_id\":\"3\"");
    assertThat(bulks.get(1)).isEqualTo(bulks.get(2)).contains("\"_id\":\"2\"");
    assertThat(bulks.get(1).lines()).hasSize(2);
  }

  @Test
  void neverMovesItsPositionPastAPassThatIsNotAcknowledged() throws IOException {
    bulks(DONE, DONE, BUSY);
    bulks(BUSY);
    PassIndex index = open();
    int before = states;
    assertThatThrownBy(() -> index.append(passes))
        .isInstanceOf(IndexUnavailable.class)
        .hasMessageContaining("acknowledged 0 of 1 writes");
    assertThat(index.position()).isZero();
    assertThat(states).isEqualTo(before);
  }

  @Test
  void anAnswerOfFewerPassesAcknowledgesNone() throws IOException {
    bulks(DONE);
    bulkAnswers.add(new Answer(200, "{\"items\": [{\"index\": {\"sta"));
    PassIndex index = open();
    assertThatThrownBy(() -> index.append(passes))
        .isInstanceOf(IndexUnavailable.class)
        .hasMessageContaining("half");
    assertThat(bulks.get(1)).isEqualTo(bulks.get(0));
  }

  @Test
  void namesThePassThatIsRefusedAndNotWhatIsInIt() throws IOException {
    bulks(
        DONE,
        "{\"index\": {\"status\": 400, \"error\": {\"type\": \"mapper_parsing_exception\","
            + " \"reason\": \"36A12345\"}}}",
        DONE);
    PassIndex index = open();
    assertThatThrownBy(() -> index.append(passes))
        .isInstanceOf(IndexUnavailable.class)
        .hasMessageContaining("position 2: 400 mapper_parsing_exception")
        .hasMessageNotContaining("36A12345");
  }

  @Test
  void neverGivesAnAnswerInPartForTheWhole() throws IOException {
    bulks(DONE, DONE, DONE);
    PassIndex index = open();
    index.append(passes);
    PassQuery query =
        new PassQuery(null, null, 0, Long.MAX_VALUE / 4, Set.of(), Set.of(), null, false, null, 10);
    String hits = "\"hits\": {\"hits\": []}";
    for (String body :
        List.of(
            "{\"timed_out\": false, \"_shards\": {\"failed\": 1}, " + hits + "}",
            "{\"timed_out\": true, \"_shards\": {\"failed\": 0}, " + hits + "}",
            "{\"timed_out\": false, \"_shards\": {\"failed\": 0}}",
            "{\"timed_out\": fal",
            "{}")) {
      searched = new Answer(200, body);
      assertThatThrownBy(() -> index.search(query)).as(body).isInstanceOf(IndexUnavailable.class);
    }
    searched = new Answer(503, "{\"error\": {\"type\": \"search_phase_execution_exception\"}}");
    assertThatThrownBy(() -> index.search(query))
        .isInstanceOf(IndexUnavailable.class)
        .hasMessageContaining("503 search_phase_execution_exception");
    searched =
        new Answer(200, "{\"timed_out\": false, \"_shards\": {\"failed\": 0}, " + hits + "}");
    assertThat(index.search(query)).isEmpty();
  }

  @Test
  void turnsToTheNextNodeWhereOneDoesNotAnswer() throws IOException {
    String here = "http://127.0.0.1:" + server.getAddress().getPort();
    assertThat(open("http://127.0.0.1:9", here).position()).isZero();
    assertThatThrownBy(() -> open("http://127.0.0.1:9"))
        .isInstanceOf(IndexUnavailable.class)
        .hasMessageContaining("not reached at http://127.0.0.1:9");
  }

  @Test
  void turnsToTheNextNodeWhereOneIsReachedAndNeverAnswers() throws IOException {
    try (var hung = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
      String here = "http://127.0.0.1:" + server.getAddress().getPort();
      String there = "http://127.0.0.1:" + hung.getLocalPort();
      assertThat(open(NanoClock.SYSTEM, settings(Duration.ofSeconds(5), there, here)).position())
          .isZero();
      assertThatThrownBy(
              () -> open(NanoClock.SYSTEM, settings(Duration.ofMillis(200), there, there)))
          .isInstanceOf(IndexUnavailable.class)
          .hasMessageContaining("does not answer in time at " + there);
    }
  }

  @Test
  void takesNoAddressThatDoesNotProtectWhatIsSent() {
    for (String url : List.of("http://192.0.2.1:9200", "https:9200", "ftp://127.0.0.1")) {
      assertThatThrownBy(() -> OpenSearchEngine.of(settings(TIMEOUT, url)))
          .as(url)
          .isInstanceOf(StartFailure.class);
    }
    assertThatThrownBy(
            () -> OpenSearchEngine.of(settings(TIMEOUT, "https://an-binh:secret@192.0.2.1")))
        .isInstanceOf(StartFailure.class)
        .hasMessageNotContaining("secret");
  }

  @Test
  void saysThatTheUsernameIsRefusedAndNotItsPassword() {
    status = 401;
    assertThatThrownBy(() -> open())
        .isInstanceOf(IndexUnavailable.class)
        .hasMessageContaining("the username")
        .hasMessageNotContaining("secret");
  }
}
