package anbinh.seal.cms;

import anbinh.seal.FormatProblem;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// One element of DER (X.690): a tag and its content. Refuses BER: indefinite lengths, lengths not
/// in their shortest form, tags above 30.
final class Der {
  static final int BOOLEAN = 0x01;
  static final int INTEGER = 0x02;
  static final int OCTET_STRING = 0x04;
  static final int OID = 0x06;
  static final int GENERALIZED_TIME = 0x18;
  static final int SEQUENCE = 0x30;
  static final int SET = 0x31;
  private static final int MAX_OID_BYTES = 64;

  private final byte[] bytes;
  private final int start;
  private final int content;
  private final int end;

  private Der(byte[] bytes, int start, int content, int end) {
    this.bytes = bytes;
    this.start = start;
    this.content = content;
    this.end = end;
  }

  /// The one element that `bytes` is, with nothing behind it.
  static Der parse(byte[] bytes) {
    Der element = at(bytes, 0, bytes.length);
    if (element.end != bytes.length) {
      throw new FormatProblem("there are bytes behind the end of the DER");
    }
    return element;
  }

  private static Der at(byte[] bytes, int start, int limit) {
    if (limit - start < 2) {
      throw new FormatProblem("the DER ends inside an element");
    }
    if ((bytes[start] & 0x1f) == 0x1f) {
      throw new FormatProblem("a DER tag of several bytes is not expected here");
    }
    int first = bytes[start + 1] & 0xff;
    int content = start + 2;
    long length = first;
    if (first >= 0x80) {
      int count = first - 0x80;
      if (count == 0 || count > 4 || limit - content < count) {
        throw new FormatProblem("this is not DER: an indefinite or overlong length");
      }
      length = 0;
      for (int i = 0; i < count; i++) {
        length = (length << 8) | (bytes[content++] & 0xff);
      }
      if (length < 0x80 || (count > 1 && length >>> (8 * (count - 1)) == 0)) {
        throw new FormatProblem("this is not DER: a length not in its shortest form");
      }
    }
    if (length > limit - content) {
      throw new FormatProblem("the DER ends inside an element");
    }
    return new Der(bytes, start, content, content + (int) length);
  }

  int tag() {
    return bytes[start] & 0xff;
  }

  boolean is(int tag) {
    return tag() == tag;
  }

  /// This element if it has the tag, else a problem that names `what`.
  Der require(int tag, String what) {
    if (!is(tag)) {
      throw new FormatProblem("the DER has the tag %02x where %s should be".formatted(tag(), what));
    }
    return this;
  }

  /// The elements inside, in their order.
  List<Der> children() {
    List<Der> children = new ArrayList<>();
    for (int at = content; at < end; ) {
      Der child = at(bytes, at, end);
      children.add(child);
      at = child.end;
    }
    return children;
  }

  /// The elements inside, one at a time.
  Cursor cursor() {
    return new Cursor(children());
  }

  /// The element itself, with its tag and length.
  byte[] encoded() {
    return Arrays.copyOfRange(bytes, start, end);
  }

  /// What is inside, without tag and length.
  byte[] content() {
    return Arrays.copyOfRange(bytes, content, end);
  }

  /// The element under another tag, as implicit tagging is undone.
  byte[] encodedAs(int tag) {
    byte[] copy = encoded();
    copy[0] = (byte) tag;
    return copy;
  }

  BigInteger integer(String what) {
    byte[] value = require(INTEGER, what).content();
    boolean padded =
        value.length > 1 && ((value[0] == 0 && value[1] >= 0) || (value[0] == -1 && value[1] < 0));
    if (value.length == 0 || padded) {
      throw new FormatProblem("this is not DER: " + what + " is not in its shortest form");
    }
    return new BigInteger(value);
  }

  /// The dotted form of an object identifier.
  String oid(String what) {
    byte[] value = require(OID, what).content();
    if (value.length == 0 || value.length > MAX_OID_BYTES || value[value.length - 1] < 0) {
      throw new FormatProblem(what + " is not an object identifier");
    }
    var dotted = new StringBuilder();
    BigInteger arc = BigInteger.ZERO;
    boolean first = true;
    boolean begun = false;
    for (byte b : value) {
      if (!begun && b == (byte) 0x80) {
        throw new FormatProblem("this is not DER: " + what + " has a padded arc");
      }
      begun = b < 0;
      arc = arc.shiftLeft(7).or(BigInteger.valueOf(b & 0x7f));
      if (b >= 0) {
        if (first) {
          int top = arc.divide(BigInteger.valueOf(40)).min(BigInteger.TWO).intValue();
          dotted.append(top).append('.').append(arc.subtract(BigInteger.valueOf(40L * top)));
          first = false;
        } else {
          dotted.append('.').append(arc);
        }
        arc = BigInteger.ZERO;
      }
    }
    return dotted.toString();
  }

  String ascii(int tag, String what) {
    return new String(require(tag, what).content(), StandardCharsets.US_ASCII);
  }

  /// Takes elements one after the other.
  static final class Cursor {
    private final List<Der> elements;
    private int next;

    private Cursor(List<Der> elements) {
      this.elements = elements;
    }

    boolean hasNext() {
      return next < elements.size();
    }

    boolean nextIs(int tag) {
      return hasNext() && elements.get(next).is(tag);
    }

    Der next(String what) {
      if (!hasNext()) {
        throw new FormatProblem(what + " is missing");
      }
      return elements.get(next++);
    }

    Der next(int tag, String what) {
      return next(what).require(tag, what);
    }

    void end(String what) {
      if (hasNext()) {
        throw new FormatProblem("there is more in " + what + " than belongs there");
      }
    }
  }
}
