package anbinh.seal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;

/// Runs a program that somebody else wrote, to judge what this module wrote.
public final class ExternalProgram {
  private ExternalProgram() {}

  /// What a program said.
  public record Answer(int exitCode, String output) {}

  /// Skips the test, saying what to install, when the program is missing.
  public static void require(String program, String debianPackage) {
    boolean there =
        List.of(System.getenv("PATH").split(":")).stream()
            .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    String message = program + " is missing; install it: apt install " + debianPackage;
    // Where `./anbinh test` has installed all that tests need, nothing may be skipped.
    assertThat(there || System.getenv("ANBINH_TEST_TOOLS") == null).as(message).isTrue();
    Assumptions.assumeTrue(there, message);
  }

  public static Answer run(Path folder, String... command) {
    try {
      Process process =
          new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true).start();
      process.getOutputStream().close();
      byte[] output = process.getInputStream().readAllBytes();
      assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
      return new Answer(process.exitValue(), new String(output, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
