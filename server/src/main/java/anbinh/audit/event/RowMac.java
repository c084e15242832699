package anbinh.audit.event;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Component;

/// Tells rows of a feature that this server wrote from those that somebody else put into its
/// database, in the way and by the key of the rows of events ([EventMac]). Safe for many threads.
///
/// A code says that the server once wrote these values. That it has not written others since, the
/// feature asks the log.
@Component
@NamedInterface("services")
public class RowMac {
  private final EventMac mac;

  RowMac(EventMac mac) {
    this.mac = mac;
  }

  /// The code of some values, in small hexadecimal digits.
  ///
  /// @param table says what they are, so that the code of one thing is none of another; of small
  ///   letters and hyphens, and neither `event` nor `padding`
  public String of(String table, String... values) {
    byte[][] bytes =
        Arrays.stream(values).map(value -> value.getBytes(UTF_8)).toArray(byte[][]::new);
    return HexFormat.of().formatHex(mac.row(table, bytes));
  }

  /// Whether a code is the one of these values.
  public boolean is(String code, String table, String... values) {
    return MessageDigest.isEqual(code.getBytes(UTF_8), of(table, values).getBytes(UTF_8));
  }
}
