package anbinh.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FindingsTest {
  private static final int MANY = 1_000_000;

  private final Findings findings = new Findings();

  /// Whoever writes into every row of the log's table must not exhaust the server's memory.
  @Test
  void countsAllAndKeepsTheFirstThousand() {
    IntStream.range(0, MANY)
        .forEach(n -> findings.accept(new Finding("entry " + n, "was altered", true)));
    assertThat(findings.count()).isEqualTo(MANY);
    assertThat(findings.first()).hasSize(Findings.MAX_KEPT);
    assertThat(findings.suspending()).hasSize(Findings.MAX_KEPT + 1);
    assertThat(findings.suspending().getLast().what()).startsWith("999000 more were found");
    assertThat(findings.first().getFirst().subject()).isEqualTo("entry 0");
  }

  /// Whoever has a thousand findings accepted must not be free to alter the rest.
  @Test
  void theRestIsAnotherFindingWhenItIsAnother() {
    assertThat(rest(1_500)).isEqualTo(rest(1_500));
    assertThat(rest(1_500)).isNotEqualTo(rest(1_501));
    assertThat(rest(1_500)).isNotEqualTo(rest(1_000, 1_100, 500));
  }

  private static Finding rest(int... entries) {
    var findings = new Findings();
    IntStream counted =
        entries.length == 1
            ? IntStream.range(0, entries[0])
            : IntStream.concat(
                IntStream.range(0, entries[0]),
                IntStream.range(entries[1], entries[1] + entries[2]));
    counted.forEach(n -> findings.accept(new Finding("entry " + n, "was altered", true)));
    return findings.suspending().getLast();
  }

  /// Nor hide one that suspends the log behind many that do not.
  @Test
  void keepsWhatSuspendsHoweverMuchElseWasFoundBefore() {
    var cut = new Finding("log", "it was cut", true);
    IntStream.range(0, 2 * Findings.MAX_KEPT)
        .forEach(n -> findings.accept(new Finding("row " + n, "is another one in the log")));
    findings.accept(cut);
    assertThat(findings.suspending()).containsExactly(cut);
  }

  /// The second run, which confirms them, keeps no more than it confirms.
  @Test
  void confirmsOnlyWhatIsFoundASecondTime() {
    var cut = new Finding("log", "it was cut", true);
    var once = new Finding("log", "it grew while it was read", true);
    List<Long> looked = new ArrayList<>();
    ConsistencyCheck again =
        new ConsistencyCheck() {
          @Override
          public String subject() {
            return "log";
          }

          @Override
          public String unit() {
            return "entries";
          }

          @Override
          public long run(CheckReport report) {
            report.accept(cut);
            IntStream.range(0, MANY)
                .forEach(n -> report.accept(new Finding("entry " + n, "was altered", true)));
            looked.add(1L);
            return 1;
          }
        };
    assertThat(Finding.confirmed(List.of(cut, once), again)).containsExactly(cut);
    assertThat(looked).hasSize(1);
    assertThat(Finding.confirmed(List.of(), again)).isEmpty();
    assertThat(looked).as("nothing to confirm").hasSize(1);
  }
}
