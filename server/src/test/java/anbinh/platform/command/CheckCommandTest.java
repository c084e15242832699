package anbinh.platform.command;

import static org.assertj.core.api.Assertions.assertThat;

import anbinh.platform.CheckReport;
import anbinh.platform.ConsistencyCheck;
import anbinh.platform.Finding;
import anbinh.testing.Await;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CheckCommandTest {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final List<Finding> kept = new ArrayList<>();

  @Test
  void soundIsZero() {
    assertThat(run(check("files", List.of()))).isZero();
    assertThat(text())
        .matches(
            "files: sound \\(7 things in \\d+\\.\\d s\\)\n"
                + "compared in \\d+\\.\\d s: 7 things \\(0 entries a second\\)\n");
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

  /// What was compared, and how fast, stands in the last line; checks of the same are added up.
  @Test
  void saysAtTheEndWhatWasComparedAndHowLongItTook() {
    var _ = run(check("files", List.of()), check("more files", List.of()), entries());
    assertThat(text().lines().reduce("", (_, line) -> line))
        .matches("compared in \\d+\\.\\d s: 1000 entries, 14 things \\(\\d+ entries a second\\)");
  }

  /// Whoever waits for a large check learns that it goes on, and how far it is.
  @Test
  void tellsHowFarItIsWhileItRuns() {
    var _ =
        run(
            Duration.ofMillis(20),
            new Check("log", "entries") {
              @Override
              public long run(CheckReport report) {
                report.looked(256);
                Await.until("a line", () -> text().contains("so far"));
                return 1_000;
              }
            });
    assertThat(text())
        .containsPattern("    … log: 256 entries so far \\(\\d+ s\\)\n(.*\n)*log: sound \\(1000 ");
  }

  private static ConsistencyCheck entries() {
    return new Check("log", "entries") {
      @Override
      public long run(CheckReport report) {
        return 1_000;
      }
    };
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
            new Check("log", "entries") {
              @Override
              public long run(CheckReport report) {
                once.forEach(report);
                once.clear();
                return 1;
              }
            });
    assertThat(kept).isEmpty();
  }

  @Test
  void aCheckThatCannotRunIsTwoAndTheOthersStillRun() {
    ConsistencyCheck broken =
        new Check("broken", "things") {
          @Override
          public long run(CheckReport report) {
            throw new IllegalStateException("no disk");
          }
        };
    assertThat(run(broken, check("files", List.of(new Finding("x", "y"))))).isEqualTo(2);
    assertThat(text()).contains("broken: could not be checked: no disk", "files: x: y");
  }

  private int run(ConsistencyCheck... checks) {
    return run(Duration.ofHours(1), checks);
  }

  private int run(Duration progress, ConsistencyCheck... checks) {
    var command =
        new CheckCommand(
            List.of(checks),
            kept::addAll,
            new PrintStream(out, true, StandardCharsets.UTF_8),
            progress);
    command.run();
    return command.getExitCode();
  }

  private String text() {
    return out.toString(StandardCharsets.UTF_8);
  }

  private static ConsistencyCheck check(String subject, List<Finding> found) {
    return new Check(subject, "things") {
      @Override
      public long run(CheckReport report) {
        found.forEach(report);
        return 7;
      }
    };
  }

  private abstract static class Check implements ConsistencyCheck {
    private final String subject;
    private final String unit;

    Check(String subject, String unit) {
      this.subject = subject;
      this.unit = unit;
    }

    @Override
    public String subject() {
      return subject;
    }

    @Override
    public String unit() {
      return unit;
    }
  }
}
