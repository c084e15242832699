package anbinh.identity.session;

import static java.nio.charset.StandardCharsets.UTF_8;

import anbinh.platform.DataFolder;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/// The secret by which a scraper reads the metrics, in the file `metrics-token` of the data folder
/// (0600); made at the first start. Whoever shall have another one deletes the file and starts
/// anew.
@Component
@ConditionalOnWebApplication
class MetricsToken {
  private static final String SCHEME = "Bearer ";
  private static final int RANDOM_BYTES = 32;

  private final byte[] expected;

  MetricsToken(DataFolder data) throws IOException {
    Path file = data.root().resolve("metrics-token");
    if (!Files.exists(file)) {
      byte[] random = new byte[RANDOM_BYTES];
      new SecureRandom().nextBytes(random);
      DataFolder.writeSecret(file, HexFormat.of().formatHex(random));
    }
    this.expected = (SCHEME + Files.readString(file).strip()).getBytes(UTF_8);
  }

  /// Whether the request brings it.
  boolean isIn(HttpServletRequest request) {
    String brought = request.getHeader(HttpHeaders.AUTHORIZATION);
    return brought != null && MessageDigest.isEqual(expected, brought.getBytes(UTF_8));
  }
}
