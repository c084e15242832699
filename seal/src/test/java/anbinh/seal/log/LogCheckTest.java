package anbinh.seal.log;

import static org.assertj.core.api.Assertions.assertThat;

import anbinh.seal.note.Checkpoint;
import anbinh.seal.note.SignedCheckpoint;
import anbinh.seal.note.SigningKey;
import anbinh.seal.tree.Hash;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogCheckTest {
  private static final SigningKey KEY = SigningKey.generate("anbinh.example/log");

  @TempDir static Path sound;
  @TempDir Path folder;
  private Path log;

  @BeforeAll
  static void makeALog() throws IOException {
    try (TileLog open = TileLog.open(sound.resolve("live"), KEY)) {
      open.appendAll(TileLogTest.entries(1300, 0));
      open.publish();
      open.appendAll(TileLogTest.entries(40, 1300));
      TileLogTest.copy(sound.resolve("live"), sound.resolve("copy"));
    }
  }

  @BeforeEach
  void copyTheLog() throws IOException {
    log = folder.resolve("log");
    TileLogTest.copy(sound.resolve("copy"), log);
  }

  @Test
  void findsNothingInASoundLog() {
    LogCheck.Report report = check();
    assertThat(report.isSound()).isTrue();
    assertThat(report.size()).isEqualTo(1300);
    assertThat(report.pending()).isEqualTo(40);
  }

  @Test
  void countsAllThatWasAcknowledgedWhileMoreIsPublished() throws Exception {
    Path live = folder.resolve("busy");
    try (TileLog open = TileLog.open(live, KEY);
        var others = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<?> publishing =
          others.submit(() -> {
            for (int batch = 0; batch < 150; batch++) {
              open.appendAll(TileLogTest.entries(3, 3L * batch));
              open.publish();
            }
          });
      while (!publishing.isDone()) {
        long acknowledged = open.size();
        LogCheck.Report report = LogCheck.check(live, KEY.verifierKey(), List.of());
        assertThat(report.findings()).isEmpty();
        assertThat(report.size() + report.pending()).isGreaterThanOrEqualTo(acknowledged);
      }
      publishing.get();
    }
  }

  @Test
  void namesTheTileThatWasChanged() throws IOException {
    for (String tile : List.of("tile/0/003", "tile/0/005.p/20", "tile/1/000.p/5")) {
      Path file = log.resolve(tile);
      int last = (int) Files.size(file) - 1;
      TileLogTest.flip(file, last);
      assertThat(check().findings())
          .as(tile)
          .extracting(LogCheck.Finding::file)
          .containsExactly(tile);
      TileLogTest.flip(file, last);
    }
    assertThat(check().isSound()).isTrue();
  }

  @Test
  void checksTilesOfEveryLevel() throws IOException {
    Path large = folder.resolve("large");
    try (TileLog open = TileLog.open(large, KEY)) {
      open.appendAll(TileLogTest.entries(66_000, 0));
    }
    for (String tile : List.of("tile/1/000", "tile/1/001.p/1", "tile/2/000.p/1")) {
      Path file = large.resolve(tile);
      TileLogTest.flip(file, 31);
      assertThat(LogCheck.check(large, KEY.verifierKey(), List.of()).findings())
          .as(tile)
          .extracting(LogCheck.Finding::file)
          .containsExactly(tile);
      TileLogTest.flip(file, 31);
    }
  }

  @Test
  void namesTheEntryThatWasChanged() throws IOException {
    TileLogTest.flip(log.resolve("tile/entries/002"), 20);
    assertThat(check().findings())
        .first()
        .satisfies(finding -> {
          assertThat(finding.file()).isEqualTo("tile/0/002");
          assertThat(finding.entryIndex()).isEqualTo(513);
        });
    assertThat(check().findings())
        .extracting(LogCheck.Finding::file)
        .contains("checkpoint", "tile/1/000.p/5");
  }

  @Test
  void noticesAnEntryChangedTogetherWithAllItsTiles() throws IOException {
    Path other = folder.resolve("other");
    try (TileLog rewritten = TileLog.open(other, KEY)) {
      rewritten.append("something else".getBytes(StandardCharsets.UTF_8));
      rewritten.appendAll(TileLogTest.entries(1299, 1));
    }
    Files.copy(
        log.resolve("checkpoint"),
        other.resolve("checkpoint"),
        java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    assertThat(LogCheck.check(other, KEY.verifierKey(), List.of()).findings())
        .extracting(LogCheck.Finding::file)
        .containsExactly("checkpoint");
  }

  @Test
  void noticesARewrittenLogByARememberedCheckpoint() throws IOException {
    Checkpoint before =
        SignedCheckpoint.parse(Files.readAllBytes(log.resolve("checkpoint"))).checkpoint();
    Path other = folder.resolve("other");
    try (TileLog rewritten = TileLog.open(other, KEY)) {
      rewritten.append("something else".getBytes(StandardCharsets.UTF_8));
      rewritten.appendAll(TileLogTest.entries(1999, 1));
    }
    assertThat(LogCheck.check(other, KEY.verifierKey(), List.of()).isSound()).isTrue();
    assertThat(LogCheck.check(other, KEY.verifierKey(), List.of(before)).findings())
        .extracting(LogCheck.Finding::reason)
        .containsExactly("the first 1300 entries are not those of the remembered checkpoint");
    Path shorter = folder.resolve("shorter");
    try (TileLog cut = TileLog.open(shorter, KEY)) {
      cut.appendAll(TileLogTest.entries(500, 0));
    }
    assertThat(LogCheck.check(shorter, KEY.verifierKey(), List.of(before)).findings())
        .extracting(LogCheck.Finding::reason)
        .containsExactly("the log once had 1300 entries and has fewer");
    Checkpoint foreign = new Checkpoint("anbinh.example/foreign", 5, Hash.sha256(new byte[1]));
    assertThat(LogCheck.check(log, KEY.verifierKey(), List.of(before, foreign)).findings())
        .extracting(LogCheck.Finding::reason)
        .containsExactly("the remembered checkpoint is of another log: anbinh.example/foreign");
  }

  @Test
  void namesWhatIsMissing() throws IOException {
    Files.delete(log.resolve("tile/0/003"));
    assertThat(check().findings()).extracting(LogCheck.Finding::file).containsExactly("tile/0/003");
    Files.delete(log.resolve("tile/entries/003"));
    assertThat(check().findings())
        .extracting(LogCheck.Finding::file)
        .containsOnly("tile/entries/003");
    Files.delete(log.resolve("checkpoint"));
    assertThat(check().findings()).extracting(LogCheck.Finding::file).containsExactly("checkpoint");
  }

  @Test
  void namesAWrongCheckpoint() throws IOException {
    TileLogTest.flip(log.resolve("checkpoint"), 22);
    assertThat(check().findings()).extracting(LogCheck.Finding::file).containsExactly("checkpoint");
    Files.write(log.resolve("checkpoint"), new byte[100]);
    assertThat(check().findings()).extracting(LogCheck.Finding::file).containsExactly("checkpoint");
  }

  @Test
  void namesADamagedJournalAndChangesNothing() throws IOException {
    Path journal = TileLogTest.journal(log);
    TileLogTest.flip(journal, 50);
    List<Long> before = sizes();
    assertThat(check().pending()).isZero();
    assertThat(sizes()).isEqualTo(before);
    TileLogTest.flip(journal, 50);
    assertThat(check().pending()).isEqualTo(40);
  }

  private List<Long> sizes() throws IOException {
    try (Stream<Path> files = Files.walk(log)) {
      return files.filter(Files::isRegularFile).sorted().map(f -> f.toFile().length()).toList();
    }
  }

  private LogCheck.Report check() {
    return LogCheck.check(log, KEY.verifierKey(), List.of());
  }
}
