package anbinh.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

@Isolated("the mask is the whole process's")
class UmaskTest {
  @TempDir Path folder;

  @Test
  void filesAreTheirOwnersAloneWhateverTheMaskWas() throws Exception {
    int before = Umask.current();
    try {
      for (int mask : new int[] {0, 022, 027, 077, 0777}) {
        Umask.set(mask);
        assertThat(Umask.current()).isEqualTo(mask);
        Umask.restrict();
        assertThat(Umask.current() & 077).isEqualTo(077);
      }
      Umask.set(0);
      Umask.restrict();
      assertThat(rights(Files.writeString(folder.resolve("file"), "x"))).isEqualTo("rw-------");
      assertThat(rights(Files.createDirectory(folder.resolve("folder")))).isEqualTo("rwx------");
      Path childs = folder.resolve("of-a-child");
      assertThat(new ProcessBuilder("touch", childs.toString()).start().waitFor()).isZero();
      assertThat(rights(childs)).isEqualTo("rw-------");
    } finally {
      Umask.set(before);
    }
  }

  private static String rights(Path path) throws Exception {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }
}
