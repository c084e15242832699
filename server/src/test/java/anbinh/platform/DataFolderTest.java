package anbinh.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFolderTest {
  @TempDir Path folder;

  @Test
  void oneServerAtATimeHoldsIt() throws Exception {
    Path root = folder.resolve("new").resolve("data");
    try (DataFolder first = DataFolder.open(root)) {
      assertThat(first.owned()).isTrue();
      assertThat(DataFolder.tryOpen(root)).isEmpty();
      assertThatThrownBy(() -> DataFolder.open(root))
          .isInstanceOf(StartFailure.class)
          .hasMessageContaining(root.toString());
      assertThat(DataFolder.beside(root).owned()).isFalse();
    }
    DataFolder.open(root).close();
  }

  @Test
  void nobodyButItsOwnerIsLetInWhoeverMadeIt() throws Exception {
    Path root = Files.createDirectory(folder.resolve("made-by-hand"));
    Files.setPosixFilePermissions(root, PosixFilePermissions.fromString("rwxrwxrwx"));
    DataFolder.open(root).close();
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(root)))
        .isEqualTo("rwx------");
  }

  @Test
  void saysWhatTheDiskStillTakes() {
    assertThat(DataFolder.usableBytes(folder)).isPositive();
    assertThat(DataFolder.usableBytes(folder.resolve("gone"))).isZero();
  }

  @Test
  void givesEachFeatureAFolder() throws Exception {
    try (DataFolder data = DataFolder.open(folder)) {
      assertThat(data.folder("recording")).isDirectory().hasParent(data.root());
      assertThat(data.folder("recording")).isDirectory();
    }
  }

  @Test
  void secretsAreForTheOwnerOnlyAndReplaceWhole() throws Exception {
    Path file = folder.resolve("secret");
    DataFolder.writeSecret(file, "one");
    DataFolder.writeSecret(file, "hai ba");
    assertThat(file).hasContent("hai ba");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    assertThat(folder.resolve("secret.part")).doesNotExist();
  }
}
