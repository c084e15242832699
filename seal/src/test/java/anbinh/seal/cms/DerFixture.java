package anbinh.seal.cms;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.util.HexFormat;

/// Writes DER element by element.
final class DerFixture {
  private DerFixture() {}

  static byte[] hex(String digits) {
    return HexFormat.of().parseHex(digits.replace(" ", ""));
  }

  static byte[] join(byte[]... parts) {
    ByteArrayOutputStream joined = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      joined.writeBytes(part);
    }
    return joined.toByteArray();
  }

  /// An element with these contents, one after the other, and a length in its shortest form.
  static byte[] element(int tag, byte[]... contents) {
    byte[] content = join(contents);
    ByteArrayOutputStream element = new ByteArrayOutputStream();
    element.write(tag);
    if (content.length < 0x80) {
      element.write(content.length);
    } else {
      byte[] length = BigInteger.valueOf(content.length).toByteArray();
      int from = length[0] == 0 ? 1 : 0;
      element.write(0x80 | (length.length - from));
      element.write(length, from, length.length - from);
    }
    element.writeBytes(content);
    return element.toByteArray();
  }

  static byte[] sequence(byte[]... contents) {
    return element(Der.SEQUENCE, contents);
  }

  static byte[] set(byte[]... contents) {
    return element(Der.SET, contents);
  }

  static byte[] octets(byte[] content) {
    return element(Der.OCTET_STRING, content);
  }

  static byte[] integer(long value) {
    return element(Der.INTEGER, BigInteger.valueOf(value).toByteArray());
  }

  /// An object identifier from its dotted form.
  static byte[] oid(String dotted) {
    String[] arcs = dotted.split("\\.");
    ByteArrayOutputStream content = new ByteArrayOutputStream();
    arc(content, 40L * Long.parseLong(arcs[0]) + Long.parseLong(arcs[1]));
    for (int i = 2; i < arcs.length; i++) {
      arc(content, Long.parseLong(arcs[i]));
    }
    return element(Der.OID, content.toByteArray());
  }

  private static void arc(ByteArrayOutputStream content, long arc) {
    for (int shift = 63 - 63 % 7; shift >= 0; shift -= 7) {
      if (arc >>> shift != 0 || shift == 0) {
        content.write((int) (arc >>> shift & 0x7f) | (shift == 0 ? 0 : 0x80));
      }
    }
  }
}
