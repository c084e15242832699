package anbinh.seal.log;

import static org.assertj.core.api.Assertions.assertThat;

import anbinh.seal.ExternalProgram;
import anbinh.seal.note.SigningKey;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TileLogFullDiskTest {
  @TempDir Path folder;

  /// The limit on the size of a file stands in for the full disk: writing fails in the middle of a
  /// batch.
  @Test
  void refusesWhatDoesNotFitAndGoesOnWhenThereIsRoomAgain() throws IOException {
    ExternalProgram.require("bash", "bash");
    SigningKey key = SigningKey.generate("anbinh.example/full");
    key.save(folder.resolve("key"));
    ExternalProgram.Answer answer =
        ExternalProgram.run(
            folder,
            "bash",
            "-c",
            "ulimit -f 150; exec \"$0\" \"$@\"",
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:-UsePerfData",
            "-Xmx64m",
            "-cp",
            TileLogCrashTest.classPath(),
            FullDiskAppender.class.getName(),
            folder.resolve("log").toString(),
            folder.resolve("key").toString());
    assertThat(answer.exitCode()).as(answer.output()).isZero();
    List<String> lines = answer.output().lines().toList();
    assertThat(lines).as(answer.output()).hasSize(4);
    long full = Long.parseLong(lines.get(0).substring("full at ".length()));
    assertThat(full).isGreaterThan(300);
    assertThat(lines.get(1)).isEqualTo("still full at " + full);
    assertThat(lines.get(2)).isEqualTo("published " + full);
    assertThat(lines.get(3)).isEqualTo("went on to " + (full + 3));
    try (TileLog log = TileLog.open(folder.resolve("log"), key)) {
      assertThat(log.size()).isEqualTo(full + 3);
      for (long index = 0; index < log.size(); index++) {
        assertThat(log.entry(index)).isEqualTo(FullDiskAppender.entry(index));
      }
    }
    assertThat(LogCheck.check(folder.resolve("log"), key.verifierKey(), List.of()).findings())
        .isEmpty();
  }
}
