package anbinh.situation.resident;

import jakarta.servlet.http.HttpServletRequest;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Component;

/// Counts callers without keeping who they are: an address is a hash under a key that is drawn at
/// the start and stands nowhere. What reports may come to is counted in memory by these, and no
/// table, log or file holds them. Safe for many threads.
@Component
public class CallerKeys {
  private static final String ALGORITHM = "HmacSHA256";
  private static final int KEY_BYTES = 32;

  /// A household has up to 2^72 addresses of IPv6 (a /56, RFC 6177), so that nobody gains by
  /// changing the rest.
  private static final int NETWORK_BYTES = 7;

  private final SecretKeySpec key;

  CallerKeys() {
    byte[] drawn = new byte[KEY_BYTES];
    new SecureRandom().nextBytes(drawn);
    this.key = new SecretKeySpec(drawn, ALGORITHM);
  }

  public String of(HttpServletRequest call) {
    return of(call.getRemoteAddr());
  }

  String of(String address) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      return Base64.getEncoder().encodeToString(mac.doFinal(network(address)));
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("every JDK has " + ALGORITHM, impossible);
    }
  }

  private static byte[] network(String address) {
    try {
      InetAddress read = InetAddress.ofLiteral(address);
      byte[] bytes = read.getAddress();
      return read instanceof Inet6Address ? Arrays.copyOf(bytes, NETWORK_BYTES) : bytes;
    } catch (IllegalArgumentException unread) {
      return new byte[0];
    }
  }
}
