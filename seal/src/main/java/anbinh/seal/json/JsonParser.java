package anbinh.seal.json;

import anbinh.seal.FormatProblem;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Reads JSON (RFC 8259) strictly: what two readers could understand differently is refused.
public final class JsonParser {
  /// The longest document that is read where nobody says otherwise.
  public static final int MAX_BYTES = 1024 * 1024;

  /// The deepest nesting that is read.
  public static final int MAX_DEPTH = 32;

  private final String text;
  private int at;

  private JsonParser(String text) {
    this.text = text;
  }

  /// Reads one value from UTF-8; throws [FormatProblem] with the place.
  public static Json parse(byte[] utf8) {
    return parse(utf8, MAX_BYTES);
  }

  /// Reads one value of so many bytes at most from UTF-8; throws [FormatProblem] with the place.
  public static Json parse(byte[] utf8, int maxBytes) {
    if (utf8.length > maxBytes) {
      throw new FormatProblem("JSON of more than " + maxBytes + " bytes is not read");
    }
    String text;
    try {
      text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(utf8)).toString();
    } catch (CharacterCodingException e) {
      throw new FormatProblem("JSON is valid UTF-8", e);
    }
    JsonParser parser = new JsonParser(text);
    Json value = parser.value(0);
    parser.space();
    if (parser.at < text.length()) {
      throw parser.problem("something follows the value");
    }
    return value;
  }

  /// Reads an object that is already in its canonical form; throws when a single byte differs.
  public static Json.Obj parseCanonicalObject(byte[] utf8) {
    Json value = parse(utf8);
    if (!(value instanceof Json.Obj object)) {
      throw new FormatProblem("the JSON is not an object");
    }
    if (!Arrays.equals(object.canonical(), utf8)) {
      throw new FormatProblem("the JSON is not in the canonical form of RFC 8785");
    }
    return object;
  }

  private Json value(int depth) {
    if (depth > MAX_DEPTH) {
      throw problem("JSON nested deeper than " + MAX_DEPTH + " is not read");
    }
    space();
    return switch (peek()) {
      case '{' -> object(depth);
      case '[' -> array(depth);
      case '"' -> new Json.Str(string());
      case 't' -> word("true", new Json.Bool(true));
      case 'f' -> word("false", new Json.Bool(false));
      case 'n' -> word("null", new Json.Null());
      default -> number();
    };
  }

  private Json object(int depth) {
    Map<String, Json> members = new LinkedHashMap<>();
    at++;
    space();
    if (peek() == '}') {
      at++;
      return new Json.Obj(members);
    }
    while (true) {
      space();
      if (peek() != '"') {
        throw problem("a member's name is missing");
      }
      String name = string();
      space();
      expect(':');
      if (members.putIfAbsent(name, value(depth + 1)) != null) {
        throw problem("the name \"" + name + "\" stands twice");
      }
      space();
      if (peek() == '}') {
        at++;
        return new Json.Obj(members);
      }
      expect(',');
    }
  }

  private Json array(int depth) {
    List<Json> items = new ArrayList<>();
    at++;
    space();
    if (peek() == ']') {
      at++;
      return new Json.Arr(items);
    }
    while (true) {
      items.add(value(depth + 1));
      space();
      if (peek() == ']') {
        at++;
        return new Json.Arr(items);
      }
      expect(',');
    }
  }

  private Json word(String word, Json value) {
    if (!text.startsWith(word, at)) {
      throw problem("this is no value");
    }
    at += word.length();
    return value;
  }

  private String string() {
    StringBuilder out = new StringBuilder();
    at++;
    while (true) {
      char c = peek();
      at++;
      if (c == '"') {
        break;
      }
      if (c < ' ') {
        throw problem("a control character stands bare in a string");
      }
      out.append(c == '\\' ? escape() : c);
    }
    String string = out.toString();
    for (int i = 0; i < string.length(); i++) {
      char c = string.charAt(i);
      if (Character.isSurrogate(c)) {
        boolean pair =
            Character.isHighSurrogate(c)
                && i + 1 < string.length()
                && Character.isLowSurrogate(string.charAt(i + 1));
        if (!pair) {
          throw problem("a string has a lone surrogate");
        }
        i++;
      }
    }
    return string;
  }

  private char escape() {
    char c = peek();
    at++;
    return switch (c) {
      case '"', '\\', '/' -> c;
      case 'b' -> '\b';
      case 'f' -> '\f';
      case 'n' -> '\n';
      case 'r' -> '\r';
      case 't' -> '\t';
      case 'u' -> {
        int code = 0;
        for (int i = 0; i < 4; i++, at++) {
          char hex = peek();
          int digit = hex < 128 ? Character.digit(hex, 16) : -1;
          if (digit < 0) {
            throw problem("\\u is followed by four hexadecimal digits");
          }
          code = code * 16 + digit;
        }
        yield (char) code;
      }
      default -> throw problem("there is no escape \\" + c);
    };
  }

  private Json number() {
    int from = at;
    if (here() == '-') {
      at++;
    }
    if (here() == '0') {
      at++;
    } else {
      digits();
    }
    boolean whole = true;
    if (here() == '.') {
      whole = false;
      at++;
      digits();
    }
    if (here() == 'e' || here() == 'E') {
      whole = false;
      at++;
      if (here() == '+' || here() == '-') {
        at++;
      }
      digits();
    }
    double value = Double.parseDouble(text.substring(from, at));
    if (!Double.isFinite(value)) {
      throw problem("the number is too large");
    }
    if (whole && Math.abs(value) > Json.Num.MAX_WHOLE) {
      throw problem("a whole number is within 2^53 - 1");
    }
    return new Json.Num(value);
  }

  private void digits() {
    int from = at;
    while (here() >= '0' && here() <= '9') {
      at++;
    }
    if (from == at) {
      throw problem("this is no value");
    }
  }

  private void space() {
    while (here() == ' ' || here() == '\n' || here() == '\r' || here() == '\t') {
      at++;
    }
  }

  private void expect(char c) {
    if (peek() != c) {
      throw problem("'" + c + "' is missing");
    }
    at++;
  }

  /// The next character; the text must not end here.
  private char peek() {
    if (at >= text.length()) {
      throw problem("the text ends too early");
    }
    return text.charAt(at);
  }

  /// The next character, or NUL at the end.
  private char here() {
    return at < text.length() ? text.charAt(at) : '\0';
  }

  private FormatProblem problem(String what) {
    return new FormatProblem("JSON at character " + at + ": " + what);
  }
}
