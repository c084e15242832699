package anbinh.seal.verify;

import static org.assertj.core.api.Assertions.assertThat;

import anbinh.seal.log.TileLog;
import anbinh.seal.note.SignedCheckpoint;
import anbinh.seal.note.SigningKey;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Two logs with one key, and what a reader can prove of them.
class CompareTest {
  @TempDir Path folder;

  private final SigningKey key = SigningKey.generate("anbinh.example/log");

  private record Run(int code, String out, String err) {}

  /// A log of `common` entries and then some of its own, and its heads, as files.
  private List<Path> heads(String name, int common, int... sizes) throws IOException {
    List<Path> files = new ArrayList<>();
    try (TileLog log = TileLog.open(folder.resolve(name), key)) {
      for (int size : sizes) {
        List<byte[]> entries = new ArrayList<>();
        for (long i = log.size(); i < size; i++) {
          String text = (i < common ? "common" : name) + i;
          entries.add(text.getBytes(StandardCharsets.UTF_8));
        }
        log.appendAll(entries);
        SignedCheckpoint head = log.publish();
        files.add(Files.writeString(folder.resolve(name + "-" + size), head.write()));
      }
    }
    return files;
  }

  private Run compare(Path one, Path another, String... more) {
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "verify",
                "--compare",
                "--key",
                key.verifierKey().write(),
                one.toString(),
                another.toString()));
    arguments.addAll(List.of(more));
    return run(arguments);
  }

  @Test
  void oneHistoryIsJoinedByAProofInEitherOrder() throws IOException {
    List<Path> heads = heads("a", 0, 3, 700, 70_000);
    String log = folder.resolve("a").toString();
    for (Path one : heads) {
      for (Path another : heads) {
        Run run = compare(one, another, "--log", log);
        assertThat(run.code()).as(run.out() + run.err()).isZero();
        assertThat(run.out()).startsWith("✓ One history");
      }
    }
    Run undecided = compare(heads.get(0), heads.get(1));
    assertThat(undecided.code()).isEqualTo(3);
    assertThat(undecided.out()).contains("--log");
  }

  @Test
  void twoHeadsOfOneSizeAreASplitViewByThemselves() throws IOException {
    Path one = heads("a", 5, 9).getFirst();
    Path another = heads("b", 5, 9).getFirst();
    Run run = compare(one, another);
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.out()).contains("Two histories (split view)").contains("signed by the log");
    Run json = compare(one, another, "--json");
    assertThat(json.out())
        .contains("\"answer\":\"split\"")
        .contains("\"format\":\"anbinh.comparison/1\"");
  }

  @Test
  void headsOfTwoSizesThatNoProofJoinsAreASplitView() throws IOException {
    Path one = heads("a", 5, 9).getFirst();
    Path another = heads("b", 5, 20).getFirst();
    Run run = compare(one, another, "--log", folder.resolve("b").toString());
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.out()).contains("split view");
  }

  @Test
  void aLogThatWasCutIsNamed() throws IOException {
    List<Path> whole = heads("a", 100, 9, 20);
    Path cut = heads("b", 100, 9).getFirst();
    Run run = compare(whole.getLast(), cut, "--log", folder.resolve("b").toString());
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.out()).contains("shorter than a head that it signed");
  }

  @Test
  void headsOfOthersSayNothing() throws IOException {
    Path one = heads("a", 5, 9).getFirst();
    Path foreign = folder.resolve("foreign");
    Path unsigned = folder.resolve("unsigned");
    SigningKey other = SigningKey.generate("anbinh.example/log");
    Files.writeString(
        foreign, other.sign(SignedCheckpoint.parse(Files.readAllBytes(one)).note().text()).write());
    Files.writeString(unsigned, Files.readString(one).replace("\n9\n", "\n8\n"));
    for (Path wrong : List.of(foreign, unsigned)) {
      Run run = compare(one, wrong);
      assertThat(run.code()).isEqualTo(4);
      assertThat(run.out()).contains("not signed by a key that you gave");
    }
    Files.writeString(foreign, "no note\n");
    assertThat(compare(one, foreign).code()).isEqualTo(2);
    assertThat(compare(one, folder.resolve("missing")).code()).isEqualTo(74);
    assertThat(run(List.of("verify", "--compare", one.toString(), one.toString())).code())
        .as("without a key")
        .isEqualTo(64);
    assertThat(run(List.of("verify", "--compare", "--key", "x", one.toString())).code())
        .isEqualTo(64);
  }

  @Test
  void readsTheLogOverHttp() throws IOException {
    List<Path> heads = heads("a", 0, 300, 1000);
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/log/",
        exchange -> {
          try (exchange) {
            Path file =
                folder
                    .resolve("a")
                    .resolve(exchange.getRequestURI().getPath().substring("/log/".length()));
            byte[] bytes = Files.exists(file) ? Files.readAllBytes(file) : new byte[0];
            exchange.sendResponseHeaders(bytes.length == 0 ? 404 : 200, bytes.length);
            exchange.getResponseBody().write(bytes);
          }
        });
    server.start();
    try {
      String address = "http://127.0.0.1:" + server.getAddress().getPort();
      Run run = compare(heads.getFirst(), heads.getLast(), "--log", address + "/log");
      assertThat(run.code()).as(run.out() + run.err()).isZero();
      assertThat(compare(heads.getFirst(), heads.getLast(), "--log", address + "/no").code())
          .isEqualTo(74);
    } finally {
      server.stop(0);
    }
  }

  private static Run run(List<String> arguments) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    int code =
        new Main(
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                Locale.ENGLISH,
                ZoneId.of("Asia/Ho_Chi_Minh"))
            .run(arguments);
    return new Run(
        code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }
}
