package anbinh.signing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;

/// One office's key for all servers of tests, since making one takes seconds. It is as short as a
/// key may be: in the Java of tests, which has only the quick compiler, longer ones sign slowly.
public final class SharedOfficeKey {
  private static final int RSA_BITS = 2_048;
  private static final Path FILE = Path.of("target", "office.p12").toAbsolutePath();

  private SharedOfficeKey() {}

  public static synchronized Path file() throws IOException {
    if (!Files.exists(FILE)) {
      Path fresh = FILE.resolveSibling("office-" + ProcessHandle.current().pid() + ".p12");
      OfficeKey.selfSigned(keyPair(), "An Bình (thử nghiệm)", Instant.now()).save(fresh, "");
      Files.move(fresh, FILE, StandardCopyOption.ATOMIC_MOVE);
    }
    return FILE;
  }

  static KeyPair keyPair() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(RSA_BITS);
      return generator.generateKeyPair();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
