package anbinh.evidence.sign;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;

/// One office's key for all servers of tests, since making one takes seconds.
public final class SharedOfficeKey {
  private static final Path FILE = Path.of("target", "office.p12").toAbsolutePath();

  private SharedOfficeKey() {}

  public static synchronized Path file() throws IOException {
    if (!Files.exists(FILE)) {
      Path fresh = FILE.resolveSibling("office-" + ProcessHandle.current().pid() + ".p12");
      OfficeKey.generate("An Bình (thử nghiệm)", Instant.now()).save(fresh, "");
      Files.move(fresh, FILE, StandardCopyOption.ATOMIC_MOVE);
    }
    return FILE;
  }
}
