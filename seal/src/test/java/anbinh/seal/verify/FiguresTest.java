package anbinh.seal.verify;

import static org.assertj.core.api.Assertions.assertThat;

import anbinh.seal.figures.CountOf;
import anbinh.seal.figures.Counts;
import anbinh.seal.figures.FiguresCheck;
import anbinh.seal.json.Json;
import anbinh.seal.log.Leaf;
import anbinh.seal.log.TileLog;
import anbinh.seal.note.SigningKey;
import anbinh.seal.tree.TilePath;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// An outsider counts what an office published, with nothing but its log and its key.
class FiguresTest {
  private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");
  private static final LocalDate FIRST = LocalDate.of(2026, 11, 23);

  @TempDir Path folder;

  private final SigningKey key = SigningKey.generate("anbinh.example/log");
  private final List<byte[]> entries = new ArrayList<>();

  private record Run(int code, String out, String err) {}

  /// Something that happened on a day after the first, at noon there.
  private void happens(int day, String type, Map<String, Json> facts) {
    Instant noon = FIRST.plusDays(day).atTime(12, 0).atZone(ZONE).toInstant();
    entries.add(Leaf.of(type, noon.plusMillis(entries.size())).withFacts(with(facts)).canonical());
  }

  /// Each leaf is unlike any other, as the server's are.
  private Map<String, Json> with(Map<String, Json> facts) {
    var all = new LinkedHashMap<>(facts);
    all.put("event", Json.of("e" + entries.size()));
    return all;
  }

  private void aDay(int day, int requests) {
    for (int i = 0; i < requests; i++) {
      happens(day, "extraction.requested", Map.of());
    }
    happens(day, "recording.watched", Map.of());
    happens(day, "recording.watched", Map.of("refused", new Json.Bool(true)));
    happens(day, "camera.imported", Map.of("cameras", Json.of(120)));
    happens(day, "segment.closed", Map.of());
    entries.add("a seal, which is no leaf".getBytes(StandardCharsets.UTF_8));
  }

  /// What an honest office says of the entries from one to another.
  private Json.Obj counted(int from, int to, LocalDate first) {
    var counts = new Counts(ZONE, first);
    for (byte[] entry : entries.subList(from, to)) {
      if (entry[0] == '{') {
        Leaf leaf = Leaf.parse(entry);
        counts.add(leaf.time(), leaf.type(), leaf.facts());
      }
    }
    return Counts.json(counts.days());
  }

  private void publishes(int day, int from, int to, Json days) {
    Instant after = FIRST.plusDays(day + 1).atTime(0, 5).atZone(ZONE).toInstant();
    entries.add(
        Leaf.of(FiguresCheck.PUBLISHED, after)
            .withObject(FIRST.plusDays(day).toString())
            .withFacts(
                Map.of(
                    "from", Json.of(from),
                    "to", Json.of(to),
                    "zone", Json.of(ZONE.getId()),
                    "days", days))
            .canonical());
  }

  /// Two days, the second with more entries than a bundle holds, each published honestly.
  private void twoDays() {
    aDay(0, 7);
    int first = entries.size();
    publishes(0, 0, first, counted(0, first, LocalDate.MIN));
    aDay(1, 300);
    int second = entries.size();
    publishes(1, first, second, counted(first, second, FIRST.plusDays(1)));
    happens(2, "case.opened", Map.of());
  }

  private Path written() {
    Path where = folder.resolve("log");
    try (TileLog log = TileLog.open(where, key)) {
      log.appendAll(entries);
      log.publish();
    }
    return where;
  }

  private Run figures(String log, String... more) {
    List<String> arguments =
        new ArrayList<>(
            List.of("verify", "--figures", "--key", key.verifierKey().write(), "--log", log));
    arguments.addAll(List.of(more));
    return run(arguments);
  }

  @Test
  void honestFiguresAgreeInThreeLanguages() {
    twoDays();
    String log = written().toString();
    Run run = figures(log);
    assertThat(run.code()).as(run.out() + run.err()).isZero();
    assertThat(run.out())
        .startsWith("✓ The published figures are what the log counts: through 2026-11-24")
        .contains("In 2026")
        .contains("Requests for footage: 307")
        .contains("Looks at footage and searches for cameras: 2")
        .contains("Cameras of residents and businesses in the register: 240")
        .contains("Not published yet: 1 entries");
    assertThat(figures(log, "--lang", "vi").out())
        .startsWith("✓ Số liệu đã công bố")
        .contains("Yêu cầu trích xuất: 307");
    assertThat(figures(log, "--lang", "ar").out())
        .startsWith("✓ الأرقام المنشورة")
        .contains("طلبات الاستخراج: \u2066307\u2069");
    assertThat(figures(log, "--json").out())
        .contains("\"answer\":\"agree\"", "\"format\":\"anbinh.figures/1\"", "\"REQUESTS\":300");
  }

  @Test
  void aFigureThatWasBeautifiedIsNamed() {
    aDay(0, 7);
    int to = entries.size();
    Json.Obj honest = counted(0, to, LocalDate.MIN);
    Json.Obj day = (Json.Obj) honest.find(FIRST.toString()).orElseThrow();
    var better = new LinkedHashMap<>(day.members());
    better.put(CountOf.REQUESTS.name(), Json.of(5));
    better.remove(CountOf.DENIED.name());
    publishes(0, 0, to, new Json.Obj(Map.of(FIRST.toString(), new Json.Obj(better))));
    Run run = figures(written().toString());
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.out())
        .startsWith("✗")
        .contains("publishes for 2026-11-23: Requests for footage 5; the log counts 7");
    assertThat(figures(folder.resolve("log").toString(), "--json").out())
        .contains("\"answer\":\"differ\"", "\"kind\":\"OTHER_FIGURE\"", "\"what\":\"REQUESTS\"");
  }

  @Test
  void aDayThatIsAddedOrPutElsewhereIsNamed() {
    aDay(0, 7);
    int to = entries.size();
    Json counts = counted(0, to, LocalDate.MIN).find(FIRST.toString()).orElseThrow();
    publishes(0, 0, to, new Json.Obj(Map.of(FIRST.minusDays(1).toString(), counts)));
    Run run = figures(written().toString());
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.out())
        .contains("2026-11-22: Requests for footage 7; the log counts 0")
        .contains("2026-11-23: Requests for footage 0; the log counts 7");
  }

  @Test
  void entriesThatNoPublicationCountsAreNamed() {
    aDay(0, 7);
    int first = entries.size();
    publishes(0, 0, first, counted(0, first, LocalDate.MIN));
    aDay(1, 9);
    int skipped = first + 5;
    int second = entries.size();
    publishes(1, skipped, second, counted(skipped, second, FIRST.plusDays(1)));
    Run run = figures(written().toString());
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.out())
        .contains("counted from entry " + skipped + " on")
        .contains("ended at entry " + first);
  }

  @Test
  void aPublicationThatNobodyCanReadIsNamed() {
    aDay(0, 1);
    publishes(0, 0, entries.size(), Json.of("many"));
    Run run = figures(written().toString());
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.out()).contains("in a form that nobody can read");
  }

  @Test
  void anEntryThatWasChangedAfterwardsIsNotCounted() throws IOException {
    twoDays();
    Path log = written();
    Path bundle = log.resolve(TilePath.entries(0, TilePath.WIDTH));
    String text = Files.readString(bundle, StandardCharsets.ISO_8859_1);
    Files.writeString(bundle, text.replace("\"e9\"", "\"e8\""), StandardCharsets.ISO_8859_1);
    Run run = figures(log.toString());
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.out()).contains("do not lead to the root").doesNotContain("Requests");

    Files.writeString(bundle, "\u0000\u0005too", StandardCharsets.ISO_8859_1);
    assertThat(figures(log.toString()).code()).isEqualTo(2);
    Files.delete(bundle);
    assertThat(figures(log.toString()).code()).isEqualTo(74);
  }

  @Test
  void nothingIsSaidWithoutAKeyOrAPublication() {
    happens(0, "case.opened", Map.of());
    String log = written().toString();
    Run nothing = figures(log);
    assertThat(nothing.code()).isEqualTo(3);
    assertThat(nothing.out()).startsWith("?");
    String other = SigningKey.generate("anbinh.example/log").verifierKey().write();
    Run foreign = run(List.of("verify", "--figures", "--key", other, "--log", log));
    assertThat(foreign.code()).isEqualTo(4);
    assertThat(foreign.out()).contains("not signed by a key that you gave");
    assertThat(figures(folder.resolve("no-log").toString()).code()).isEqualTo(74);
    assertThat(run(List.of("verify", "--figures", "--log", log)).code()).isEqualTo(64);
    assertThat(run(List.of("verify", "--figures", "--key", other)).code()).isEqualTo(64);
    assertThat(figures(log, "package.zip").code()).isEqualTo(64);
  }

  @Test
  void countsALogThatIsServedAndGrowsMeanwhile() throws IOException {
    twoDays();
    Path log = written();
    byte[] head = Files.readAllBytes(log.resolve("checkpoint"));
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/log/",
        exchange -> {
          try (exchange) {
            String path = exchange.getRequestURI().getPath().substring("/log/".length());
            Path file = log.resolve(path);
            byte[] bytes = new byte[0];
            if (path.equals("checkpoint")) {
              bytes = head;
            } else if (Files.exists(file)) {
              bytes = Files.readAllBytes(file);
            }
            exchange.sendResponseHeaders(bytes.length == 0 ? 404 : 200, bytes.length);
            exchange.getResponseBody().write(bytes);
          }
        });
    server.start();
    try {
      String address = "http://127.0.0.1:" + server.getAddress().getPort();
      Run run = figures(address + "/log");
      assertThat(run.code()).as(run.out() + run.err()).isZero();
      try (TileLog grown = TileLog.open(log, key)) {
        List<byte[]> more = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
          more.add(("later " + i).getBytes(StandardCharsets.UTF_8));
        }
        grown.appendAll(more);
        grown.publish();
      }
      Run behind = figures(address + "/log/");
      assertThat(behind.code()).as(behind.out() + behind.err()).isZero();
      assertThat(figures(address + "/no").code()).isEqualTo(74);
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
                ZONE)
            .run(arguments);
    return new Run(
        code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }
}
