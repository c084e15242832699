package anbinh.notification.channel;

import static java.nio.charset.StandardCharsets.US_ASCII;

import anbinh.platform.DataFolder;
import anbinh.platform.secret.KeyedHash;
import java.math.BigInteger;
import java.security.MessageDigest;
import java.time.Instant;
import org.springframework.stereotype.Component;

/// ConfirmationCodes of six digits that show that somebody reads what is sent to an address. A code
/// follows from the address and its end under a key, so it is kept nowhere. Safe for many threads.
@Component
class ConfirmationCodes {
  private static final BigInteger CODES = BigInteger.valueOf(1_000_000);

  private final KeyedHash hash;

  ConfirmationCodes(DataFolder data) {
    this.hash = new KeyedHash(data.folder("notification").resolve("code.key"));
  }

  /// Empty where none is due.
  String of(Address address) {
    Instant until = address.codeUntil();
    return until == null
        ? ""
        : "%06d"
            .formatted(
                new BigInteger(1, hash.of(address.id() + " " + until.toEpochMilli())).mod(CODES));
  }

  boolean isOf(Address address, String code) {
    return address.codeUntil() != null
        && MessageDigest.isEqual(of(address).getBytes(US_ASCII), code.getBytes(US_ASCII));
  }
}
