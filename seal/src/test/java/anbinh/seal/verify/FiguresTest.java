package anbinh.seal.verify;

import static org.assertj.core.api.Assertions.assertThat;

import anbinh.seal.figures.CountOf;
import anbinh.seal.figures.Counts;
import anbinh.seal.figures.FiguresCheck;
import anbinh.seal.json.Json;
import anbinh.seal.log.EventRecord;
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
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
    LocalDate on = FIRST.plusDays(day);
    EventRecord record =
        EventRecord.of(type, on.atTime(12, 0).atZone(ZONE).toInstant()).withFacts(facts);
    Optional<Set<String>> open = CountOf.openFacts(type);
    EventRecord logged =
        open.isPresent() && !facts.containsKey("refused")
            ? record.withOpen(on, intersection(open.get(), facts.keySet()))
            : record;
    entries.add(logged.leaf().canonical());
  }

  private void aDay(int day, int requests) {
    for (int i = 0; i < requests; i++) {
      happens(day, "extraction.requested", Map.of());
    }
    happens(day, "recording.watched", Map.of());
    happens(day, "recording.watched", Map.of("refused", new Json.Bool(true)));
    happens(day, "camera.imported", Map.of("cameras", Json.of(120)));
    happens(day, "segment.closed", Map.of());
  }

  /// What an honest office says of the entries from one to another.
  private Json.Obj counted(int from, int to, LocalDate first) {
    var counts = new Counts(first);
    for (byte[] entry : entries.subList(from, to)) {
      Leaf.Open open = Leaf.parse(entry).open();
      if (open != null) {
        counts.add(open.day(), open.type(), open.facts());
      }
    }
    return Counts.json(counts.days(), true);
  }

  private void publishes(int day, int from, int to, Json days) {
    happens(
        day + 1,
        FiguresCheck.PUBLISHED,
        Map.of(
            "through", Json.of(FIRST.plusDays(day).toString()),
            "from", Json.of(from),
            "to", Json.of(to),
            "days", days));
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
    Files.writeString(
        bundle,
        text.replaceFirst("\"day\":\"2026-11-23\"", "\"day\":\"2026-11-22\""),
        StandardCharsets.ISO_8859_1);
    Run run = figures(log.toString());
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.out()).contains("do not lead to the root").doesNotContain("Requests");

    Files.writeString(bundle, "\u0000\u0005too", StandardCharsets.ISO_8859_1);
    assertThat(figures(log.toString()).code()).isEqualTo(2);
    Files.delete(bundle);
    assertThat(figures(log.toString()).code()).isEqualTo(74);
  }

  @Test
  void anEntryThatIsNoLeafIsNamed() {
    twoDays();
    entries.add("something else".getBytes(StandardCharsets.UTF_8));
    Run run = figures(written().toString());
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.out()).contains("in a form that nobody can read");
  }

  /// An outsider reads in the leaves neither who did something nor that somebody looked or signed
  /// in.
  @Test
  void leavesTellNothingOfWhoAndOfWhatIsNotCounted() {
    entries.clear();
    EventRecord look =
        EventRecord.of("recording.watched", Instant.parse("2026-11-23T05:00:00Z"))
            .withActor("p-1")
            .withObject("camera-1");
    EventRecord again =
        EventRecord.of("recording.watched", look.time()).withActor("p-1").withObject("camera-1");
    String leaf = new String(look.leaf().canonical(), StandardCharsets.UTF_8);
    assertThat(leaf)
        .matches("\\{\"commit\":\"[0-9a-f]{64}\",\"format\":\"anbinh.leaf/2\"}")
        .isNotEqualTo(new String(again.leaf().canonical(), StandardCharsets.UTF_8));
    happens(0, "extraction.decided", Map.of("outcome", Json.of("APPROVE"), "from", Json.of("x")));
    assertThat(new String(entries.getFirst(), StandardCharsets.UTF_8))
        .endsWith(
            "\"open\":{\"day\":\"2026-11-23\",\"facts\":{\"outcome\":\"APPROVE\"},"
                + "\"type\":\"extraction.decided\"}}");
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
          more.add(EventRecord.of("later.on", Instant.EPOCH).leaf().canonical());
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

  private static Set<String> intersection(Set<String> one, Set<String> other) {
    Set<String> both = new HashSet<>(one);
    both.retainAll(other);
    return both;
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
