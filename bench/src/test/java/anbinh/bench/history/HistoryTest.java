package anbinh.bench.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HistoryTest {
  @TempDir Path folder;
  private Path file;
  private History history;

  @BeforeEach
  void begin() {
    file = folder.resolve("history.csv");
    history = new History(file);
  }

  @Test
  void keepsWhatIsAddedInItsOrder() throws IOException {
    Measurement first =
        Measurements.of(Measurements.MET, 28, Machine.QUIET, "a \"note\", with commas");
    Measurement second = Measurements.of(Measurements.MISSED, 27, Machine.BUSY, "");

    history.add(List.of(first));
    String before = Files.readString(file);
    history.add(List.of(second));

    assertThat(history.list()).containsExactly(first, second);
    assertThat(Files.readString(file)).startsWith(before);
  }

  @Test
  void isEmptyBeforeItsFirstRow() throws IOException {
    assertThat(history.list()).isEmpty();
  }

  @Test
  void namesTheRowThatCannotBeRead() throws IOException {
    history.add(List.of(Measurements.of(Measurements.MET, 28, Machine.QUIET, "")));
    String sound = Files.readString(file);

    Files.writeString(file, sound.replace("ratio<=0.05", "<=0.05"));
    assertThatThrownBy(history::list)
        .hasMessageContaining("history.csv, line 2: the goal '<=0.05' is not written like");
    Files.writeString(file, sound.replace("quiet", "calm"));
    assertThatThrownBy(history::list)
        .hasMessageContaining("line 2: a machine is quiet, busy, slow, not 'calm'");
    Files.writeString(file, sound.replace("2026-11-28", "28/11/2026"));
    assertThatThrownBy(history::list)
        .hasMessageContaining("line 2: ")
        .hasMessageContaining("28/11");
    Files.writeString(file, sound.replace("note", "remark"));
    assertThatThrownBy(history::list).hasMessageContaining("its columns must be date,commit,line");
    Files.writeString(file, sound + "2026-11-29,c\n");
    assertThatThrownBy(history::list)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("history.csv");
  }
}
