package anbinh.platform.command;

import static org.assertj.core.api.Assertions.assertThat;

import anbinh.platform.ConsistencyCheck;
import anbinh.platform.Finding;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class CheckCommandTest {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  @Test
  void soundIsZero() {
    assertThat(run(check("files", List.of()))).isZero();
    assertThat(text()).isEqualTo("files: sound (7 looked at)\n");
  }

  @Test
  void findingsAreOneAndEachIsPrinted() {
    assertThat(
            run(
                check("files", List.of(new Finding("segment 4", "its file is missing"))),
                check("log", List.of())))
        .isEqualTo(1);
    assertThat(text())
        .contains("files: segment 4: its file is missing\n", "files: 1 findings", "log: sound");
  }

  @Test
  void aCheckThatCannotRunIsTwoAndTheOthersStillRun() {
    ConsistencyCheck broken =
        new ConsistencyCheck() {
          @Override
          public String subject() {
            return "broken";
          }

          @Override
          public long run(Consumer<Finding> findings) {
            throw new IllegalStateException("no disk");
          }
        };
    assertThat(run(broken, check("files", List.of(new Finding("x", "y"))))).isEqualTo(2);
    assertThat(text()).contains("broken: could not be checked: no disk", "files: x: y");
  }

  private int run(ConsistencyCheck... checks) {
    var command =
        new CheckCommand(List.of(checks), new PrintStream(out, true, StandardCharsets.UTF_8));
    command.run();
    return command.getExitCode();
  }

  private String text() {
    return out.toString(StandardCharsets.UTF_8);
  }

  private static ConsistencyCheck check(String subject, List<Finding> found) {
    return new ConsistencyCheck() {
      @Override
      public String subject() {
        return subject;
      }

      @Override
      public long run(Consumer<Finding> findings) {
        found.forEach(findings);
        return 7;
      }
    };
  }
}
