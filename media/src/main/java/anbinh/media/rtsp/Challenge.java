package anbinh.media.rtsp;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/// How a server wants to be convinced: one challenge of a `WWW-Authenticate` field (RFC 9110 §11.3,
/// RFC 7616 §3.3, RFC 7617).
///
/// @param scheme in lower case, such as `digest`
/// @param parameters by their names without regard to case
public record Challenge(String scheme, Map<String, String> parameters) {
  public Challenge {
    Map<String, String> copy = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    copy.putAll(parameters);
    parameters = Collections.unmodifiableMap(copy);
  }

  /// All challenges of all fields, in order. What cannot be read is left out.
  public static List<Challenge> parse(List<String> fieldValues) {
    List<Challenge> challenges = new ArrayList<>();
    for (String value : fieldValues) {
      new Reader(value).readInto(challenges);
    }
    return challenges;
  }

  public String parameter(String name) {
    return parameters.getOrDefault(name, "");
  }

  /// Reads `scheme name=value, name="value", scheme …`.
  private static final class Reader {
    private final String text;
    private int at;

    Reader(String text) {
      this.text = text;
    }

    void readInto(List<Challenge> challenges) {
      String scheme = "";
      Map<String, String> parameters = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
      while (skipSeparators()) {
        String word = word();
        if (word.isEmpty()) {
          at++;
        } else if (consumeEquals()) {
          parameters.putIfAbsent(word, value());
        } else {
          add(challenges, scheme, parameters);
          scheme = word;
          parameters.clear();
        }
      }
      add(challenges, scheme, parameters);
    }

    private static void add(
        List<Challenge> challenges, String scheme, Map<String, String> parameters) {
      if (!scheme.isEmpty()) {
        challenges.add(new Challenge(scheme.toLowerCase(Locale.ROOT), parameters));
      }
    }

    private boolean skipSeparators() {
      while (at < text.length() && (text.charAt(at) <= ' ' || text.charAt(at) == ',')) {
        at++;
      }
      return at < text.length();
    }

    private String word() {
      int start = at;
      while (at < text.length() && " \t,=\"".indexOf(text.charAt(at)) < 0) {
        at++;
      }
      return text.substring(start, at);
    }

    private boolean consumeEquals() {
      int ahead = at;
      while (ahead < text.length() && text.charAt(ahead) <= ' ') {
        ahead++;
      }
      if (ahead < text.length() && text.charAt(ahead) == '=') {
        at = ahead + 1;
        return true;
      }
      return false;
    }

    private String value() {
      while (at < text.length() && text.charAt(at) <= ' ') {
        at++;
      }
      if (at >= text.length() || text.charAt(at) != '"') {
        int start = at;
        while (at < text.length() && text.charAt(at) != ',' && text.charAt(at) > ' ') {
          at++;
        }
        return text.substring(start, at);
      }
      StringBuilder quoted = new StringBuilder();
      for (at++; at < text.length() && text.charAt(at) != '"'; at++) {
        if (text.charAt(at) == '\\' && at + 1 < text.length()) {
          at++;
        }
        quoted.append(text.charAt(at));
      }
      at++;
      return quoted.toString();
    }
  }
}
