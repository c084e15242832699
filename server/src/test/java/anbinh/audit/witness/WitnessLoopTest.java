package anbinh.audit.witness;

import static org.assertj.core.api.Assertions.assertThat;

import anbinh.seal.note.Checkpoint;
import anbinh.seal.note.CosigningKey;
import anbinh.seal.note.SignedCheckpoint;
import anbinh.seal.note.SigningKey;
import anbinh.seal.note.VerifierKey;
import anbinh.seal.policy.Policy;
import anbinh.seal.tree.Hash;
import anbinh.seal.witness.AddCheckpoint;
import anbinh.testing.Await;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// How a witness is asked, followed, asked again and found to contradict; the clock moves only when
/// a test moves it. WitnessesIT asks a real one.
class WitnessLoopTest {
  private static final Instant COSIGNED = Instant.ofEpochSecond(1_700_000_000);
  private static final Duration RETRY = Duration.ofSeconds(2);
  private static final Duration AGAIN = Duration.ofMinutes(10);
  private static final long SIZE = 20;

  private final SigningKey logKey = SigningKey.generate("log.example");
  private final CosigningKey key = CosigningKey.generate("w.example");
  private final SignedCheckpoint head = head(SIZE);
  private final List<AddCheckpoint> asked = new CopyOnWriteArrayList<>();
  private final Table table = new Table();
  private final Log log = new Log();
  private volatile Instant now = Instant.parse("2026-11-26T03:00:00Z");
  private volatile Function<AddCheckpoint, Answer> witness = this::cosign;
  private HttpServer server;
  private Heads heads;
  private WitnessLoop loop;

  private record Answer(int status, String body) {}

  /// The heads that were cosigned, in memory.
  private static final class Table extends WitnessTable {
    private final Map<String, Row> rows = new ConcurrentHashMap<>();

    @SuppressWarnings("NullAway") // there is no database
    Table() {
      super(null);
    }

    @Override
    Optional<Row> find(String key) {
      return Optional.ofNullable(rows.get(key));
    }

    @Override
    void save(String key, Instant at, SignedCheckpoint head) {
      rows.put(key, new Row(head.checkpoint().size(), at));
    }
  }

  private record Contradiction(WitnessTrouble trouble, long size, @Nullable Long seen) {}

  /// A log of twenty entries.
  private final class Log implements WitnessedLog {
    private final List<Contradiction> contradictions = new CopyOnWriteArrayList<>();
    private final List<Long> provedFrom = new CopyOnWriteArrayList<>();

    @Override
    public VerifierKey verifierKey() {
      return logKey.verifierKey();
    }

    @Override
    public SignedCheckpoint checkpoint() {
      return head;
    }

    @Override
    public List<Hash> consistencyProof(long oldSize, long newSize) {
      provedFrom.add(oldSize);
      return List.of();
    }

    @Override
    public void follow(Consumer<SignedCheckpoint> follower) {}

    @Override
    public void contradicted(
        String name, WitnessTrouble trouble, long size, @Nullable SignedCheckpoint seen) {
      contradictions.add(
          new Contradiction(trouble, size, seen == null ? null : seen.checkpoint().size()));
    }
  }

  private SignedCheckpoint head(long size) {
    return SignedCheckpoint.sign(
        new Checkpoint("log.example", size, Hash.sha256(new byte[] {(byte) size})), logKey);
  }

  @BeforeEach
  void begin() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/w/add-checkpoint", this::handle);
    server.start();
    var one =
        new Policy.Witness(
            "w", key.witnessKey(), "http://127.0.0.1:" + server.getAddress().getPort() + "/w");
    // All waiting is for the clock of the test; the thread looks at it every few milliseconds.
    var settings =
        new WitnessSettings(
            null,
            Duration.ofMillis(10),
            Duration.ofSeconds(20),
            RETRY,
            Duration.ofSeconds(6),
            AGAIN,
            Duration.ofMinutes(1));
    heads =
        new Heads(
            Policy.of(List.of(), List.of(one), 1), Duration.ofHours(1), () -> now, head(SIZE));
    heads.offer(head);
    loop = new WitnessLoop(one, settings, log, table, heads, () -> now, () -> {});
  }

  @AfterEach
  void end() {
    loop.stop();
    server.stop(0);
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      AddCheckpoint request = AddCheckpoint.parse(exchange.getRequestBody().readAllBytes());
      Answer answer = witness.apply(request);
      asked.add(request);
      byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
      exchange.sendResponseHeaders(answer.status(), body.length == 0 ? -1 : body.length);
      exchange.getResponseBody().write(body);
    }
  }

  private Answer cosign(AddCheckpoint request) {
    return new Answer(200, key.cosign(request.note().text(), COSIGNED).line() + "\n");
  }

  private static Function<AddCheckpoint, Answer> always(int status, String body) {
    return _ -> new Answer(status, body);
  }

  private void move(Duration by) {
    now = now.plus(by);
  }

  private void awaitTrouble(WitnessTrouble trouble) {
    Await.untilIs(trouble, () -> loop.status().trouble());
  }

  private void awaitCosigned() {
    Await.untilIs(SIZE, () -> loop.status().size());
    Await.until(() -> loop.status().trouble() == null);
  }

  private List<Long> sizes() {
    return asked.stream().map(AddCheckpoint::oldSize).toList();
  }

  @Test
  void aHeadIsCosignedAndRemembered() {
    loop.start();
    awaitCosigned();
    assertThat(loop.status().at()).isEqualTo(COSIGNED);
    Await.until(() -> !table.rows.isEmpty());
    assertThat(table.rows.values()).containsExactly(new WitnessTable.Row(SIZE, COSIGNED));
    assertThat(heads.findReached().orElseThrow().checkpoint().size()).isEqualTo(SIZE);
    assertThat(sizes()).containsExactly(0L);
  }

  @Test
  void itIsAskedFromTheSizeThatIsRemembered() {
    table.rows.put(key.witnessKey().write(), new WitnessTable.Row(7, COSIGNED));
    loop.start();
    assertThat(loop.status().name()).isEqualTo("w");
    awaitCosigned();
    assertThat(sizes()).containsExactly(7L);
    assertThat(log.provedFrom).containsExactly(7L);
  }

  @Test
  void whatIsRememberedNeverReachesBeyondTheHead() {
    table.rows.put(key.witnessKey().write(), new WitnessTable.Row(SIZE + 1, COSIGNED));
    loop.start();
    Await.until(() -> !asked.isEmpty());
    assertThat(sizes().getFirst()).isEqualTo(SIZE);
  }

  @Test
  void itIsFollowedToTheSizeThatItKnows() {
    witness = request -> request.oldSize() == 12 ? cosign(request) : new Answer(409, "12\n");
    loop.start();
    awaitCosigned();
    assertThat(sizes()).containsExactly(0L, 12L);
    assertThat(log.provedFrom).containsExactly(0L, 12L);
    assertThat(log.contradictions).isEmpty();
  }

  @Test
  void itIsNotFollowedForEver() {
    witness = request -> new Answer(409, (request.oldSize() + 1) + "\n");
    loop.start();
    awaitTrouble(WitnessTrouble.WRONG_ANSWER);
    assertThat(sizes()).containsExactly(0L, 1L, 2L);
    assertThat(log.contradictions).as("no contradiction").isEmpty();
  }

  @Test
  void whoHasSeenALargerHeadContradictsOnce() {
    witness = always(409, (SIZE + 1) + "\n");
    loop.start();
    awaitTrouble(WitnessTrouble.LARGER_SEEN);
    Instant since = loop.status().since();
    witness = always(409, (SIZE + 2) + "\n");
    move(RETRY);
    Await.untilIs("it knows a head of 22 entries", () -> loop.status().detail());
    assertThat(loop.status().since()).as("since the first time").isEqualTo(since);
    assertThat(log.contradictions)
        .containsExactly(new Contradiction(WitnessTrouble.LARGER_SEEN, SIZE, null));
    assertThat(heads.findReached()).isEmpty();
  }

  @Test
  void whoHasSeenAnotherHistoryShowsWhich() {
    String origin = Hash.sha256("log.example".getBytes(StandardCharsets.UTF_8)).hex();
    server.createContext(
        "/w/" + origin + "/checkpoint",
        exchange -> {
          try (exchange) {
            byte[] body = head(9).write().getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
          }
        });
    witness = always(422, "no proof");
    loop.start();
    Await.until(() -> !log.contradictions.isEmpty());
    assertThat(log.contradictions)
        .containsExactly(new Contradiction(WitnessTrouble.OTHER_HISTORY, SIZE, 9L));
  }

  @Test
  void whoIsAwayIsAskedAgainLaterEachTime() {
    witness = always(503, "");
    loop.start();
    awaitTrouble(WitnessTrouble.UNREACHABLE);
    int failures = 1;
    for (Duration pause : List.of(RETRY, RETRY.multipliedBy(2), RETRY.multipliedBy(3))) {
      boolean away = loop.status().trouble() == WitnessTrouble.UNREACHABLE;
      witness = always(away ? 404 : 503, "");
      move(pause.minusMillis(1));
      loop.wake();
      assertThat(asked).as("never sooner").hasSize(failures);
      move(Duration.ofMillis(1));
      awaitTrouble(away ? WitnessTrouble.UNKNOWN_LOG : WitnessTrouble.UNREACHABLE);
      failures++;
      assertThat(asked).hasSize(failures);
    }
    assertThat(log.contradictions).isEmpty();
  }

  @Test
  void aTroubleIsOverWithTheNextCosignature() {
    witness = always(503, "");
    loop.start();
    awaitTrouble(WitnessTrouble.UNREACHABLE);
    assertThat(loop.status().detail()).contains("503");
    witness = this::cosign;
    move(RETRY);
    awaitCosigned();
    assertThat(loop.status().since()).isNull();
    assertThat(loop.status().detail()).isNull();
  }

  @Test
  void aTroubleKeepsWhatWasCosignedBefore() {
    table.rows.put(key.witnessKey().write(), new WitnessTable.Row(7, COSIGNED));
    witness = always(404, "");
    loop.start();
    awaitTrouble(WitnessTrouble.UNKNOWN_LOG);
    assertThat(loop.status().size()).isEqualTo(7);
    assertThat(Objects.requireNonNull(loop.status().since())).isEqualTo(now);
  }

  @Test
  void aHeadThatDoesNotChangeIsCosignedAgainInAWhile() {
    loop.start();
    awaitCosigned();
    Await.until(() -> !table.rows.isEmpty());
    move(AGAIN.minusMillis(1));
    loop.wake();
    assertThat(asked).hasSize(1);
    move(Duration.ofMillis(1));
    Await.until(() -> asked.size() >= 2);
    assertThat(sizes()).containsExactly(0L, SIZE);
  }
}
