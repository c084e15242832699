package anbinh.video;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;

/// Reads a file through [ProbeProcess], a child for each file: what crashes or hangs in the native
/// code costs one answer. Safe for many threads.
@Component
public class VideoProbe {
  private static final Duration TIMEOUT = Duration.ofSeconds(60);
  private static final int MAX_ANSWER = 16 * 1024;

  /// What is in the file; empty when there is no video that can be read.
  public Optional<VideoFacts> probe(Path file) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx128m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                ProbeProcess.class.getName(),
                file.toString())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    Thread watchdog =
        Thread.startVirtualThread(() -> {
          try {
            if (!process.waitFor(TIMEOUT.toMillis(), TimeUnit.MILLISECONDS)) {
              process.destroyForcibly();
            }
          } catch (InterruptedException e) {
            process.destroyForcibly();
          }
        });
    try (var answer = process.getInputStream()) {
      String json = new String(answer.readNBytes(MAX_ANSWER), UTF_8);
      return process.waitFor() == 0 && !json.isEmpty()
          ? Optional.of(VideoFacts.read(json))
          : Optional.empty();
    } finally {
      process.destroyForcibly();
      watchdog.interrupt();
    }
  }
}
