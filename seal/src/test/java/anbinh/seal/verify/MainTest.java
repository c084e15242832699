package anbinh.seal.verify;

import static org.assertj.core.api.Assertions.assertThat;

import anbinh.seal.json.Json;
import anbinh.seal.json.JsonParser;
import anbinh.seal.note.SigningKey;
import anbinh.seal.pack.PackageFixture;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MainTest {
  @TempDir Path folder;
  private PackageFixture fixture;
  private Path zip;
  private Path altered;
  private Path missing;

  private record Run(int code, String out, String err) {}

  @BeforeEach
  void makePackages() throws IOException {
    fixture = new PackageFixture(folder);
    zip = fixture.zip(folder.resolve("p.zip"));
    altered = fixture.folder(folder.resolve("altered"));
    Files.writeString(altered.resolve("bag/data/record.json"), "[]\n");
    missing = fixture.folder(folder.resolve("missing"));
    Files.delete(missing.resolve("bag/data/record.json"));
  }

  @AfterEach
  void closeLog() {
    fixture.close();
  }

  @Test
  void saysOneSentenceAndFiveLines() {
    Run run = run("verify", "--key", key(), zip.toString());
    assertThat(run.code()).isZero();
    assertThat(run.err()).isEmpty();
    List<String> lines = run.out().lines().toList();
    assertThat(lines.get(0)).isEqualTo("✓ p.zip");
    assertThat(lines.get(1))
        .isEqualTo(
            "Nothing in this package has changed since it was sealed on"
                + " 24/11/2026 10:02:11 (+07:00).");
    assertThat(lines.get(2))
        .isEqualTo(
            "  1 Files unchanged: 7 of 7; 1 recorded segments proved, 1 of them enclosed whole");
    assertThat(lines.get(3))
        .startsWith("  2 Sealed by: anbinh.example/thanh-hoa, key ")
        .endsWith("one of the keys that you gave");
    assertThat(lines.get(4)).startsWith("  3 Time proof: none enclosed");
    assertThat(lines.get(5)).startsWith("  4 In the log: yes, entry 303 of 304, root ");
    assertThat(lines.get(6))
        .startsWith("  5 Not checked: what the pictures mean")
        .endsWith("policy");
    assertThat(run.out().toLowerCase(Locale.ROOT)).doesNotContain("authentic");
  }

  @Test
  void givesAnExitCodeForEveryAnswerAndTheGravestForSeveral() throws IOException {
    Path malformed = Files.writeString(folder.resolve("letter.txt"), "not a package");
    String good = zip.toString();
    assertThat(run("verify", "--key", key(), altered.toString()).code()).isEqualTo(1);
    assertThat(run("verify", "--key", key(), malformed.toString()).code()).isEqualTo(2);
    assertThat(run("verify", "--key", key(), missing.toString()).code()).isEqualTo(3);
    assertThat(run("verify", good).code()).isEqualTo(4);
    assertThat(run("verify", good, malformed.toString(), altered.toString()).code()).isEqualTo(1);
    assertThat(run("verify", good, missing.toString(), malformed.toString()).code()).isEqualTo(2);
    assertThat(run("verify", folder.resolve("nothing.zip").toString()).code()).isEqualTo(74);
    assertThat(run("verify", good, folder.resolve("nothing.zip").toString()).code()).isEqualTo(74);
  }

  @Test
  void namesTheFileAndTheReason() {
    assertThat(run("verify", "--key", key(), altered.toString()).out())
        .contains("This package was changed after it was sealed: bag/data/record.json")
        .contains("  - bag/data/record.json: the content was changed")
        .contains("6 of 7");
    assertThat(run("verify", zip.toString()).out())
        .contains("has not been confirmed")
        .contains(fixture.key.verifierKey().fingerprint().substring(0, 8) + " ");
  }

  @Test
  void readsKeysFromFiles() throws IOException {
    Path keys = folder.resolve("keys.txt");
    String other = SigningKey.generate("anbinh.example/other").verifierKey().write();
    Files.writeString(keys, "# keys of the province\n" + other + "\n\n" + key() + "\n");
    assertThat(run("verify", "--key", keys.toString(), zip.toString()).code()).isZero();
  }

  @Test
  void speaksVietnameseAndArabic() {
    assertThat(run("verify", "--lang", "vi", "--key", key(), zip.toString()).out())
        .contains("Không có gì trong gói này thay đổi");
    String arabic = run("verify", "--lang", "ar", "--key", key(), zip.toString()).out();
    assertThat(arabic).contains("لم يتغيّر شيء").contains("\u2066anbinh.example/thanh-hoa\u2069");
    assertThat(arabic).doesNotContainPattern("[\u0660-\u0669]");
  }

  @Test
  void writesOneJsonObjectALine() {
    Run run = run("verify", "--json", "--key", key(), zip.toString(), altered.toString());
    List<Json.Obj> objects =
        run.out()
            .lines()
            .map(line -> JsonParser.parseCanonicalObject(line.getBytes(StandardCharsets.UTF_8)))
            .toList();
    assertThat(objects).hasSize(2);
    assertThat(objects.get(0).getString("verdict")).isEqualTo("intact");
    assertThat(objects.get(0).getString("sealedAt")).isEqualTo("2026-11-24T03:02:11.000Z");
    assertThat(objects.get(0).getArray("findings")).isEmpty();
    assertThat(objects.get(1).getString("verdict")).isEqualTo("altered");
    assertThat(objects.get(1).getArray("findings").getFirst())
        .isInstanceOfSatisfying(
            Json.Obj.class,
            finding -> {
              assertThat(finding.getString("file")).isEqualTo("bag/data/record.json");
              assertThat(finding.getString("reason")).isEqualTo("FILE_CHANGED");
            });
  }

  @Test
  void explainsItselfWhenItIsUsedWrongly() {
    for (String[] wrong :
        List.of(
            new String[] {},
            new String[] {"sign"},
            new String[] {"--key", key(), zip.toString()},
            new String[] {"verify"},
            new String[] {"verify", "--key"},
            new String[] {"verify", "--key", "nonsense", zip.toString()},
            new String[] {"verify", "--lang", "fr", zip.toString()},
            new String[] {"verify", "--strict", zip.toString()})) {
      Run run = run(wrong);
      assertThat(run.code()).as(String.join(" ", wrong)).isEqualTo(64);
      assertThat(run.err()).isNotEmpty();
      assertThat(run.out()).isEmpty();
    }
    assertThat(run("--key", key()).err()).contains("unknown command: --key", "verify, witness");
    assertThat(run("verify", "--help").code()).isZero();
  }

  @Test
  void showsNamesFromOutsideWithoutLettingThemActOnTheTerminal() throws IOException {
    Path evil =
        RawZip.of(zip)
            .with(z ->
                z.entries.add(new RawZip.Entry("EXT-2026-000123/\u001b[2J\u202ex", new byte[1])))
            .writeTo(folder.resolve("evil.zip"));
    String out = run("verify", evil.toString()).out();
    assertThat(out).contains("<U+001B>").doesNotContain("\u001b").doesNotContain("\u202e");
  }

  @Test
  void hasEveryTextInEveryLanguageWithTheSamePlaces() throws IOException {
    Properties english = texts("");
    for (String language : List.of("_vi", "_ar")) {
      Properties other = texts(language);
      assertThat(other.stringPropertyNames()).isEqualTo(english.stringPropertyNames());
      for (String key : english.stringPropertyNames()) {
        String where = language + " " + key;
        assertThat(other.getProperty(key)).as(where).isNotBlank().doesNotContain("'");
        assertThat(places(other.getProperty(key)))
            .as(where)
            .isEqualTo(places(english.getProperty(key)));
      }
    }
    assertThat(english.stringPropertyNames())
        .containsAll(Stream.of(Reason.values()).map(r -> "reason." + r.name()).toList());
    assertThat(english.values()).noneMatch(text -> text.toString().contains("authentic"));
  }

  private static int places(String pattern) {
    return new MessageFormat(pattern, Locale.ROOT).getFormatsByArgumentIndex().length;
  }

  private static Properties texts(String language) throws IOException {
    Properties texts = new Properties();
    String name = "messages" + language + ".properties";
    try (InputStream in = Main.class.getResourceAsStream(name)) {
      assertThat(in).isNotNull();
      Reader reader = new InputStreamReader(in, StandardCharsets.UTF_8);
      texts.load(reader);
    }
    return texts;
  }

  private String key() {
    return fixture.key.verifierKey().write();
  }

  /// A name that somebody else gave a file moves no cursor and turns no writing, in no message.
  @Test
  void namesFilesWithoutWhatMovesOrTurns() throws IOException {
    Path hostile = folder.resolve("p\n✓ q\u001b[1A\u202e.zip");
    Files.write(hostile, new byte[9]);
    String policy = Files.writeString(folder.resolve("policy"), "quorum \u202ex\n").toString();
    for (Run run :
        List.of(
            run("verify", hostile.toString()),
            run("verify", hostile + ".no"),
            run("verify", "--compare", "--key", key(), hostile + ".no", "x"),
            run("verify", "--figures", "--key", key(), "--log", hostile.toString()),
            run("verify", "--policy", policy, hostile.toString()))) {
      assertThat(run.code()).isIn(2, 64, 74);
      assertThat(run.out() + run.err())
          .contains("<U+202E>")
          .doesNotContain("\u202e", "\u001b", "\n✓");
    }
  }

  private static Run run(String... arguments) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    int code =
        new Main(
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                Locale.ENGLISH,
                ZoneId.of("Asia/Ho_Chi_Minh"))
            .run(List.of(arguments));
    return new Run(
        code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }
}
