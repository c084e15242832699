package anbinh.platform.command;

import static org.assertj.core.api.Assertions.assertThat;

import anbinh.platform.ConsistencyCheck;
import anbinh.platform.Finding;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class CheckCommandTest {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final List<Finding> kept = new ArrayList<>();

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

  /// A server beside the command has to learn of it.
  @Test
  void whatSuspendsIsKeptAndNothingElse() {
    var cut = new Finding("log", "it was cut", true);
    var _ = run(check("log", List.of(cut, new Finding("event 4", "it waits"))));
    assertThat(kept).containsExactly(cut);
  }

  /// What is read while it is written may look wrong once.
  @Test
  void whatIsNotFoundASecondTimeSuspendsNothing() {
    var once = new ArrayList<>(List.of(new Finding("log", "it was cut", true)));
    var _ =
        run(
            new ConsistencyCheck() {
              @Override
              public String subject() {
                return "log";
              }

              @Override
              public long run(Consumer<Finding> findings) {
                once.forEach(findings);
                once.clear();
                return 1;
              }
            });
    assertThat(kept).isEmpty();
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
        new CheckCommand(
            List.of(checks), kept::addAll, new PrintStream(out, true, StandardCharsets.UTF_8));
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
