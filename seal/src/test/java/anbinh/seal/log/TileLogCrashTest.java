package anbinh.seal.log;

import static org.assertj.core.api.Assertions.assertThat;

import anbinh.seal.note.Checkpoint;
import anbinh.seal.note.SignedCheckpoint;
import anbinh.seal.note.SigningKey;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Kills a process that appends, again and again, and looks at what is left.
class TileLogCrashTest {
  private static final int ROUNDS = 6;

  @TempDir Path folder;

  private record Acknowledged(long first, int count, String batch) {}

  @Test
  void losesNothingAcknowledgedWhereverItIsKilled() throws Exception {
    long seed = 20261125;
    Random random = new Random(seed);
    Path keyFile = folder.resolve("key");
    SigningKey key = SigningKey.generate("anbinh.example/crash");
    key.save(keyFile);
    Path logFolder = folder.resolve("log");
    List<Acknowledged> all = new ArrayList<>();
    List<Checkpoint> remembered = new ArrayList<>();
    for (int round = 0; round < ROUNDS; round++) {
      all.addAll(runAndKill(logFolder, keyFile, round, 20 + random.nextInt(200)));
      Checkpoint last =
          SignedCheckpoint.parse(Files.readAllBytes(logFolder.resolve("checkpoint"))).checkpoint();
      LogCheck.Report dead = LogCheck.check(logFolder, key.verifierKey(), remembered);
      assertThat(dead.findings().stream().filter(f -> !f.file().equals("journal")))
          .as("seed %d, round %d, before opening", seed, round)
          .isEmpty();
      try (TileLog log = TileLog.open(logFolder, key)) {
        assertThat(log.size()).isGreaterThanOrEqualTo(last.size());
        assertThat(log.root(last.size())).isEqualTo(last.root());
        for (Acknowledged batch : all) {
          List<byte[]> entries = log.entries(batch.first(), batch.count());
          for (int i = 0; i < batch.count(); i++) {
            assertThat(entries.get(i))
                .as("seed %d, round %d, entry %d", seed, round, batch.first() + i)
                .isEqualTo(CrashingAppender.entry(batch.batch(), i));
          }
        }
      }
      remembered.add(last);
      LogCheck.Report mended = LogCheck.check(logFolder, key.verifierKey(), remembered);
      assertThat(mended.findings()).as("seed %d, round %d", seed, round).isEmpty();
      assertThat(mended.pending()).isZero();
    }
    assertThat(all).hasSizeGreaterThan(ROUNDS * 20);
  }

  @Test
  void needsNoFileThatWasNotBroughtToTheDiskBeforeThePowerFailed() throws IOException {
    SigningKey key = SigningKey.generate("anbinh.example/power");
    Path live = folder.resolve("live");
    Path lost = folder.resolve("lost");
    try (TileLog log = TileLog.open(live, key)) {
      log.appendAll(TileLogTest.entries(100, 0));
      log.publish();
      log.appendAll(TileLogTest.entries(1000, 100));
      TileLogTest.copy(live, lost);
    }
    List<Path> unsynced;
    Path tiles = lost.resolve("tile");
    try (Stream<Path> files = Files.walk(tiles)) {
      unsynced =
          files
              .filter(Files::isRegularFile)
              .filter(file -> !tiles.relativize(file).toString().contains(".p"))
              .toList();
    }
    assertThat(unsynced).hasSize(8);
    for (int i = 0; i < unsynced.size(); i++) {
      if (i % 2 == 0) {
        Files.write(unsynced.get(i), new byte[0]);
      } else {
        Files.delete(unsynced.get(i));
      }
    }
    Files.write(lost.resolve("tile/0/000.new"), new byte[10]);
    try (TileLog log = TileLog.open(lost, key)) {
      assertThat(log.size()).isEqualTo(1100);
      assertThat(log.entry(700)).isEqualTo(TileLogTest.entry(700));
    }
    assertThat(LogCheck.check(lost, key.verifierKey(), List.of()))
        .isEqualTo(new LogCheck.Report(1100, 0, List.of()));
  }

  private static List<Acknowledged> runAndKill(Path log, Path key, int round, int batches)
      throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx128m",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                classPath(),
                CrashingAppender.class.getName(),
                log.toString(),
                key.toString(),
                "r" + round)
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    List<Acknowledged> acknowledged = new ArrayList<>();
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      while (acknowledged.size() < batches) {
        add(lines.readLine(), acknowledged);
      }
      process.toHandle().destroyForcibly();
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        add(line, acknowledged);
      }
    }
    assertThat(process.waitFor()).isNotZero();
    return acknowledged;
  }

  private static void add(
      @org.jspecify.annotations.Nullable String line, List<Acknowledged> acknowledged) {
    assertThat(line).as("the appender ended by itself").isNotNull();
    String[] parts = line == null ? new String[0] : line.split(" ", -1);
    if (parts.length == 3 && parts[2].matches("r[0-9]+/[0-9]/[0-9]+")) {
      acknowledged.add(
          new Acknowledged(Long.parseLong(parts[0]), Integer.parseInt(parts[1]), parts[2]));
    }
  }

  /// The class path of a child that runs a class of these tests.
  static String classPath() {
    return location(TileLog.class) + File.pathSeparator + location(CrashingAppender.class);
  }

  private static String location(Class<?> type) {
    String name = type.getName().replace('.', '/') + ".class";
    String url = String.valueOf(type.getResource("/" + name));
    return Path.of(java.net.URI.create(url.substring(0, url.length() - name.length()))).toString();
  }
}
