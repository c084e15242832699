package anbinh.seal.json;

import anbinh.seal.FormatProblem;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Writes the canonical form of RFC 8785: no white space, members sorted by UTF-16 code units,
/// strings escaped only where they must be, numbers as ECMAScript writes them.
final class CanonicalJson {
  private static final String HEX = "0123456789abcdef";

  private CanonicalJson() {}

  static String write(Json value) {
    StringBuilder out = new StringBuilder();
    write(value, out);
    return out.toString();
  }

  private static void write(Json value, StringBuilder out) {
    switch (value) {
      case Json.Obj(Map<String, Json> members) -> {
        String separator = "{";
        for (Map.Entry<String, Json> member : new TreeMap<>(members).entrySet()) {
          out.append(separator);
          string(member.getKey(), out);
          out.append(':');
          write(member.getValue(), out);
          separator = ",";
        }
        out.append(members.isEmpty() ? "{}" : "}");
      }
      case Json.Arr(List<Json> items) -> {
        String separator = "[";
        for (Json item : items) {
          out.append(separator);
          write(item, out);
          separator = ",";
        }
        out.append(items.isEmpty() ? "[]" : "]");
      }
      case Json.Str(String text) -> string(text, out);
      case Json.Num(double number) -> out.append(number(number));
      case Json.Bool(boolean bool) -> out.append(bool);
      case Json.Null() -> out.append("null");
    }
  }

  private static void string(String text, StringBuilder out) {
    out.append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '"' -> out.append("\\\"");
        case '\\' -> out.append("\\\\");
        case '\b' -> out.append("\\b");
        case '\t' -> out.append("\\t");
        case '\n' -> out.append("\\n");
        case '\f' -> out.append("\\f");
        case '\r' -> out.append("\\r");
        default -> {
          if (c < ' ') {
            out.append("\\u00").append(HEX.charAt(c >> 4)).append(HEX.charAt(c & 15));
          } else {
            out.append(c);
            if (Character.isSurrogate(c)) {
              out.append(secondHalf(text, i));
              i++;
            }
          }
        }
      }
    }
    out.append('"');
  }

  private static char secondHalf(String text, int first) {
    if (Character.isHighSurrogate(text.charAt(first))
        && first + 1 < text.length()
        && Character.isLowSurrogate(text.charAt(first + 1))) {
      return text.charAt(first + 1);
    }
    throw new FormatProblem("a JSON string has a lone surrogate");
  }

  /// ECMAScript's Number::toString. The JDK (19 and later) finds the shortest digits too, but never
  /// fewer than two: where one is enough (5e-324, in Java 4.9E-324) it is found here.
  static String number(double value) {
    if (value == 0) {
      return "0";
    }
    BigDecimal shortest = new BigDecimal(Double.toString(Math.abs(value))).stripTrailingZeros();
    BigDecimal oneDigit = shortest.round(new MathContext(1, RoundingMode.HALF_EVEN));
    if (oneDigit.doubleValue() == Math.abs(value)) {
      shortest = oneDigit.stripTrailingZeros();
    }
    String digits = shortest.unscaledValue().toString();
    int count = digits.length();
    int point = count - shortest.scale();
    String sign = value < 0 ? "-" : "";
    if (count <= point && point <= 21) {
      return sign + digits + "0".repeat(point - count);
    }
    if (0 < point && point <= 21) {
      return sign + digits.substring(0, point) + "." + digits.substring(point);
    }
    if (-6 < point && point <= 0) {
      return sign + "0." + "0".repeat(-point) + digits;
    }
    int exponent = point - 1;
    String mantissa = count == 1 ? digits : digits.charAt(0) + "." + digits.substring(1);
    return sign + mantissa + "e" + (exponent < 0 ? "-" : "+") + Math.abs(exponent);
  }
}
