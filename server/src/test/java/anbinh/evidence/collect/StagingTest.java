package anbinh.evidence.collect;

import static org.assertj.core.api.Assertions.assertThat;

import anbinh.platform.DataFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StagingTest {
  @TempDir Path root;

  @Test
  void namesAFileOnlyWhenItIsWhole() throws IOException {
    Staging staging = staging();
    Path file = staging.file("EXT-1", "data/record.json");
    Path part = staging.aside(file);
    Files.writeString(part, "half");
    assertThat(staging.list("EXT-1", "data/")).isEmpty();
    staging.settle(part, file);
    assertThat(staging.list("EXT-1", "data/")).containsExactly("record.json");
  }

  @Test
  void startsOverWhereAnEarlierTryLeftOff() throws IOException {
    Staging staging = staging();
    Path file = staging.file("EXT-1", "data/clips/a.mp4");
    Files.writeString(staging.aside(file), "left over");
    assertThat(staging.aside(file)).doesNotExist();
    staging.write(file, "whole");
    staging.write(file, "whole again");
    assertThat(file).hasContent("whole again");
  }

  @Test
  void listsInTheSameOrderAlways() throws IOException {
    Staging staging = staging();
    for (String name : new String[] {"z.json", "clips/b.mp4", "a.json", "clips/a.mp4"}) {
      staging.write(staging.file("EXT-1", "data/" + name), name);
    }
    assertThat(staging.list("EXT-1", "data/"))
        .containsExactly("a.json", "clips/a.mp4", "clips/b.mp4", "z.json");
    assertThat(staging.list("EXT-2", "data/")).isEmpty();
  }

  @Test
  void clearsWhatIsNoLongerOnItsWay() throws IOException {
    Staging staging = staging();
    staging.write(staging.file("EXT-1", "data/a"), "a");
    staging.write(staging.file("EXT-2", "data/a"), "a");
    staging.clearAllBut(Set.of("EXT-2"));
    assertThat(staging.folder("EXT-1")).doesNotExist();
    assertThat(staging.folder("EXT-2")).exists();
    staging.clear("EXT-2");
    staging.clear("EXT-2");
    assertThat(staging.folder("EXT-2")).doesNotExist();
  }

  private Staging staging() {
    return new Staging(DataFolder.beside(root));
  }
}
