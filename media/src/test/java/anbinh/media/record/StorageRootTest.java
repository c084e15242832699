package anbinh.media.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StorageRootTest {
  @TempDir Path folder;

  @Test
  void marksAnEmptyFolderAndKnowsItAgain() {
    StorageRoot created = StorageRoot.open(folder.resolve("new"), Optional.empty());
    assertThat(StorageRoot.open(folder.resolve("new"), Optional.empty())).isEqualTo(created);
    assertThat(StorageRoot.open(folder.resolve("new"), Optional.of(created.id())))
        .isEqualTo(created);
    assertThat(created.isPresent()).isTrue();
  }

  @Test
  void refusesAnEmptyFolderWhereAStorageIsExpected() {
    assertThatThrownBy(() -> StorageRoot.open(folder, Optional.of(UUID.randomUUID())))
        .isInstanceOf(StorageException.class)
        .hasMessageContaining("not mounted");
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void refusesAnotherStorage() {
    StorageRoot.open(folder, Optional.empty());
    assertThatThrownBy(() -> StorageRoot.open(folder, Optional.of(UUID.randomUUID())))
        .isInstanceOf(StorageException.class)
        .hasMessageContaining("is expected there");
  }

  @Test
  void refusesAFolderThatHoldsOtherThings() throws IOException {
    Files.writeString(folder.resolve("letter.txt"), "hello");
    assertThatThrownBy(() -> StorageRoot.open(folder, Optional.empty()))
        .isInstanceOf(StorageException.class)
        .hasMessageContaining("neither empty nor a storage root");
  }

  @Test
  void refusesARootInsideARoot() {
    StorageRoot.open(folder, Optional.empty());
    assertThatThrownBy(() -> StorageRoot.open(folder.resolve("inner"), Optional.empty()))
        .isInstanceOf(StorageException.class)
        .hasMessageContaining("may not nest");
  }

  @Test
  void refusesAMarkerThatItCannotRead() throws IOException {
    for (String marker :
        new String[] {"", "anbinh-storage=2\nid=x\n", "anbinh-storage=1\nid=x\n"}) {
      Files.writeString(folder.resolve(StorageRoot.MARKER), marker);
      assertThatThrownBy(() -> StorageRoot.open(folder, Optional.empty()))
          .isInstanceOf(StorageException.class)
          .hasMessageContaining("marker");
    }
  }
}
