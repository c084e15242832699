package anbinh.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/// Programs of others that tests ask.
public final class Tools {
  /// Whether `./anbinh test` has installed all that tests need, so that nothing may be skipped.
  public static final boolean INSTALLED = System.getenv("ANBINH_TEST_TOOLS") != null;

  private Tools() {}

  public static boolean has(String program) {
    return Stream.of(System.getenv("PATH").split(":", -1))
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
  }

  /// Skips the test when a program is missing, or fails it where nothing may be.
  public static void need(String program) {
    boolean there = has(program);
    assertThat(there || !INSTALLED).as("%s is not installed", program).isTrue();
    assumeTrue(there, program + " is not installed");
  }
}
