package anbinh.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OptionsTest {
  /// A benchmark's options, as its `main` asks for them.
  private static Options asked(String... arguments) {
    var options = new Options("bench bees", arguments);
    options.number("--hives", 20);
    options.number("--peer", 0, 100);
    options.folder("--garden");
    options.choice("--kind", "honey", "wild");
    return options;
  }

  @Test
  void givesWhatIsAskedForOrElseTheUsual() {
    var options =
        new Options(
            "bench bees", "--hives", "3", "--garden", "here", "--kind", "wild", "--peer", "0");
    assertThat(options.number("--hives", 20)).isEqualTo(3);
    assertThat(options.number("--peer", 0, 100)).isZero();
    assertThat(options.number("--seconds", 60)).isEqualTo(60);
    assertThat(options.target("--garden")).isEqualTo(Path.of("here"));
    assertThat(options.file("--meadow")).isNull();
    assertThat(options.choice("--kind", "honey", "wild")).isEqualTo("wild");
    assertThat(options.text("--note", "TEXT", "none")).isEqualTo("none");
    assertThat(options.answer()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--hive 3 | does not know '--hive'",
        "3 | does not know '3'",
        "--hives | --hives needs a number from 1 on, not ''",
        "--hives many | --hives needs a number from 1 on, not 'many'",
        "--hives 0 | --hives needs a number from 1 on, not '0'",
        "--hives 9999999999 | --hives needs a number from 1 on, not '9999999999'",
        "--peer -1 | --peer needs a number from 0 on, not '-1'",
        "--garden | --garden needs a value",
        "--garden pom.xml | --garden finds no folder 'pom.xml'",
        "--kind angry | --kind is honey or wild, not 'angry'",
        "--hives 0 --x y | --hives needs a number from 1 on, not '0'; does not know '--x'"
      })
  void refusesWhatItDoesNotKnowAndSaysWhatItKnows(String arguments, String wrong) {
    assertThat(asked(arguments.split(" ")).answer())
        .contains(
            new Options.Answer(
                2,
                "anbinh: bench bees %s; it knows --hives, --peer, --garden, --kind"
                    .formatted(wrong)));
  }

  @Test
  void refusesOptionsWhereThereAreNone() {
    assertThat(new Options("bench bees", "--hives", "3").answer())
        .contains(
            new Options.Answer(2, "anbinh: bench bees does not know '--hives'; it has no options"));
  }

  @Test
  void printsTheUsageWhateverElseIsAskedFor() {
    assertThat(asked("--hives", "many", "--help").answer())
        .contains(
            new Options.Answer(
                0,
                "usage: ./anbinh bench bees [--hives 20] [--peer 100] [--garden FOLDER]"
                    + " [--kind honey|wild]"));
  }
}
