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
import anbinh.seal.note.VerifierKey;
import anbinh.seal.text.Messages;
import anbinh.seal.tree.TilePath;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The answers of the command, each with its exit code, its text and its JSON.
class FiguresCommandTest {
  private static final LocalDate EVE = LocalDate.of(2026, 12, 31);

  @TempDir Path folder;

  private final SigningKey key = SigningKey.generate("log.example");
  private final List<byte[]> entries = new ArrayList<>();

  private record Run(int code, String out, String err) {}

  private void happens(LocalDate day, String type, Map<String, Json> facts) {
    EventRecord record =
        EventRecord.of(type, day.atTime(12, 0).toInstant(ZoneOffset.UTC)).withFacts(facts);
    Set<String> open = CountOf.openFacts(type).orElse(Set.of());
    Set<String> told = open.isEmpty() ? Set.of() : facts.keySet();
    entries.add(record.withOpen(day, told).leaf().canonical());
  }

  private void somethingElse(int count) {
    for (int i = 0; i < count; i++) {
      entries.add(EventRecord.of("something.else", Instant.EPOCH).leaf().canonical());
    }
  }

  private void publishes(LocalDate through, Json days) {
    happens(
        through.plusDays(1),
        FiguresCheck.PUBLISHED,
        Map.of(
            "through", Json.of(through.toString()),
            "from", Json.of(0),
            "to", Json.of(entries.size()),
            "days", days));
  }

  private Json honest() {
    Counts counts = new Counts(LocalDate.MIN);
    for (byte[] entry : entries) {
      Leaf.Open open = Leaf.parse(entry).open();
      if (open != null) {
        counts.add(open.day(), open.type(), open.facts());
      }
    }
    return Counts.json(counts.days(), true);
  }

  private Path written() {
    Path log = folder.resolve("log");
    try (TileLog written = TileLog.open(log, key)) {
      written.appendAll(entries);
      written.publish();
    }
    return log;
  }

  private static Run run(String log, boolean json, VerifierKey... trusted) {
    return run(Locale.ENGLISH, log, json, trusted);
  }

  private static Run run(Locale locale, String log, boolean json, VerifierKey... trusted) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    int code =
        new FiguresCommand(
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                Messages.of("verify", locale))
            .run(log, List.of(trusted), json);
    return new Run(
        code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  private static String json(String members) {
    return "{" + members + "}\n";
  }

  @Test
  void aLogOfOneEntryPublishesNothing() {
    somethingElse(1);
    Run run = run(written().toString(), true, key.verifierKey());
    assertThat(run.code()).isEqualTo(3);
    assertThat(run.out())
        .isEqualTo(
            json(
                "\"answer\":\"nothing-published\",\"days\":{},\"findings\":[],"
                    + "\"format\":\"anbinh.figures/1\",\"origin\":\"log.example\","
                    + "\"publications\":0,\"through\":null,\"treeSize\":1,\"unpublished\":0"));
    assertThat(run.err()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {255, 256, 257, 512})
  void everyEntryOfEveryBundleIsRead(int count) {
    happens(EVE, "extraction.requested", Map.of());
    somethingElse(count - 2);
    publishes(EVE, honest());
    Run run = run(written().toString(), false, key.verifierKey());
    assertThat(run.code()).as(run.out() + run.err()).isZero();
    assertThat(run.out()).contains("counted again from " + count + " entries");
  }

  @Test
  void countsAreToldByYearAndCamerasInAll() {
    happens(EVE, "extraction.requested", Map.of());
    happens(EVE, "camera.imported", Map.of("cameras", Json.of(120)));
    happens(EVE.plusDays(1), "extraction.requested", Map.of());
    happens(EVE.plusDays(1), "extraction.requested", Map.of());
    happens(EVE.plusDays(1), "camera.imported", Map.of("cameras", Json.of(5)));
    publishes(EVE.plusDays(1), honest());
    String out = run(written().toString(), false, key.verifierKey()).out();
    assertThat(out.lines().map(String::strip).toList().subList(1, 6))
        .containsExactly(
            "In 2026, as far as it is published:",
            "Requests for footage: 1",
            "In 2027, as far as it is published:",
            "Requests for footage: 2",
            "Cameras of residents and businesses in the register: 125");
    assertThat(out).doesNotContain("Not published yet");
  }

  @Test
  void figuresOfALogThatNobodyKnowsAreNotCounted() {
    happens(EVE, "extraction.requested", Map.of());
    publishes(EVE, honest());
    String log = written().toString();
    VerifierKey namesake = SigningKey.generate("log.example").verifierKey();
    for (Run run : List.of(run(log, true), run(log, true, namesake))) {
      assertThat(run.code()).isEqualTo(4);
      assertThat(run.out())
          .isEqualTo(
              json(
                  "\"answer\":\"unknown-key\",\"format\":\"anbinh.figures/1\","
                      + "\"origin\":\"log.example\",\"treeSize\":2"));
    }
    assertThat(run(log, false).out()).hasLineCount(1);
    assertThat(run(log, false, namesake, key.verifierKey()).code()).isZero();
  }

  @Test
  void figuresOfEntriesThatDoNotLeadToTheRootAreNotTold() throws IOException {
    happens(EVE, "extraction.requested", Map.of());
    publishes(EVE, honest());
    Path log = written();
    Path bundle = log.resolve(TilePath.entries(0, 2));
    byte[] bytes = Files.readAllBytes(bundle);
    bytes[10] ^= 1;
    Files.write(bundle, bytes);
    Run run = run(log.toString(), true, key.verifierKey());
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.out())
        .startsWith("{\"answer\":\"root-differs\"")
        .doesNotContain("days", "findings", "through");
    assertThat(run(log.toString(), false, key.verifierKey()).out()).hasLineCount(1);
  }

  @Test
  void aFigureThatDiffersIsNamedWithBothNumbers() {
    happens(EVE, "extraction.requested", Map.of());
    Json better = new Json.Obj(Map.of("REQUESTS", Json.of(0)));
    publishes(EVE, new Json.Obj(Map.of(EVE.toString(), better)));
    Run run = run(written().toString(), true, key.verifierKey());
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.out())
        .contains("\"answer\":\"differ\"")
        .contains(
            "\"findings\":[{\"counted\":1,\"day\":\"2026-12-31\",\"entry\":1,"
                + "\"kind\":\"OTHER_FIGURE\",\"published\":0,\"what\":\"REQUESTS\"}]");
  }

  @Test
  void anEntryThatIsNoneIsNamedWhereNothingIsPublished() {
    somethingElse(1);
    entries.add("nothing".getBytes(StandardCharsets.UTF_8));
    Path log = written();
    Run text = run(log.toString(), false, key.verifierKey());
    assertThat(text.code()).isEqualTo(1);
    assertThat(text.out()).contains("the last through ….").doesNotContain("null");
    assertThat(run(log.toString(), true, key.verifierKey()).out())
        .contains("\"findings\":[{\"entry\":1,\"kind\":\"UNREADABLE\"}]");
  }

  @Test
  void whatIsNotPublishedYetIsCounted() {
    happens(EVE, "extraction.requested", Map.of());
    publishes(EVE, honest());
    happens(EVE.plusDays(1), "extraction.requested", Map.of());
    somethingElse(3);
    Run run = run(written().toString(), false, key.verifierKey());
    assertThat(run.code()).isZero();
    assertThat(run.out()).endsWith("Not published yet: 1 entries that count\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "text", "log.example\nmany\nroot\n\n— log.example AAAA\n"})
  void aCheckpointThatIsNoneIsMalformed(String text) throws IOException {
    Files.writeString(folder.resolve("checkpoint"), text);
    Run run = run(folder.toString(), true, key.verifierKey());
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).contains("cannot be counted");
  }

  @Test
  void whatALogSaysIsShownWithoutWhatTurns() throws IOException {
    somethingElse(1);
    Path log = written();
    String head = Files.readString(log.resolve("checkpoint"));
    Files.writeString(log.resolve("checkpoint"), head.replaceFirst("\n1\n", "\n0\u202e1\n"));
    Run run = run(log.toString(), false, key.verifierKey());
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains("0<U+202E>1").doesNotContain("\u202e");
  }

  @ParameterizedTest
  @ValueSource(strings = {"no-such-folder", "\u0000", "http://", "http://[", "https://a b"})
  void aPlaceThatCannotBeReadHasACodeOfItsOwn(String place) {
    Run run = run(place, true, key.verifierKey());
    assertThat(run.code()).as(run.err()).isEqualTo(74);
    assertThat(run.out()).isEmpty();
  }

  @Test
  void aBundleThatIsMissingCannotBeRead() throws IOException {
    somethingElse(2);
    Path log = written();
    Files.delete(log.resolve(TilePath.entries(0, 2)));
    assertThat(run(log.toString(), false, key.verifierKey()).code()).isEqualTo(74);
  }

  @Test
  void numbersAreSetApartInArabic() {
    happens(EVE, "extraction.requested", Map.of());
    publishes(EVE, honest());
    String out = run(Locale.of("ar"), written().toString(), false, key.verifierKey()).out();
    assertThat(out)
        .contains("\u20662026-12-31\u2069", "\u2066log.example\u2069", "\u20662026\u2069");
  }
}
