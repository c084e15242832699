package anbinh.seal.json;

import anbinh.seal.FormatProblem;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A JSON value.
public sealed interface Json {
  /// An object; the order of the members does not matter, the canonical form sorts them.
  ///
  /// @param members name to value, names unique
  record Obj(Map<String, Json> members) implements Json {
    /// Copies the members.
    public Obj {
      members = Collections.unmodifiableMap(new LinkedHashMap<>(members));
    }

    /// The member of that name, if there is one.
    public Optional<Json> find(String name) {
      return Optional.ofNullable(members.get(name));
    }

    /// The string of that name; throws [FormatProblem] when it is absent or another kind.
    public String getString(String name) {
      return switch (members.get(name)) {
        case Str(String value) -> value;
        case null, default -> throw new FormatProblem("\"" + name + "\" is not a string");
      };
    }

    /// The string of that name if the member is present; throws when it is another kind.
    public Optional<String> findString(String name) {
      return members.containsKey(name) ? Optional.of(getString(name)) : Optional.empty();
    }

    /// The whole number of that name; throws when it is absent or another kind.
    public long getLong(String name) {
      if (members.get(name) instanceof Num number && number.isWhole()) {
        return (long) number.value();
      }
      throw new FormatProblem("\"" + name + "\" is not a whole number");
    }

    /// The array of that name; throws when it is absent or another kind.
    public List<Json> getArray(String name) {
      return switch (members.get(name)) {
        case Arr(List<Json> items) -> items;
        case null, default -> throw new FormatProblem("\"" + name + "\" is not an array");
      };
    }
  }

  /// An array.
  ///
  /// @param items the values in their order
  record Arr(List<Json> items) implements Json {
    /// Copies the items.
    public Arr {
      items = List.copyOf(items);
    }
  }

  /// A string without lone surrogates.
  ///
  /// @param value the text
  record Str(String value) implements Json {}

  /// A number, which in JSON as I-JSON restricts it is a finite double.
  ///
  /// @param value the number
  record Num(double value) implements Json {
    /// The largest whole number that a double and its neighbours hold exactly: 2^53 - 1.
    public static final long MAX_WHOLE = (1L << 53) - 1;

    /// Refuses infinities and NaN.
    public Num {
      if (!Double.isFinite(value)) {
        throw new FormatProblem("JSON has no infinite numbers and no NaN");
      }
    }

    /// A whole number; throws when a double cannot hold it exactly.
    public static Num of(long value) {
      if (value > MAX_WHOLE || value < -MAX_WHOLE) {
        throw new FormatProblem("a whole number in JSON is within 2^53 - 1: " + value);
      }
      return new Num(value);
    }

    /// Whether this is a whole number that is held exactly.
    public boolean isWhole() {
      return value == Math.rint(value) && Math.abs(value) <= MAX_WHOLE;
    }
  }

  /// True or false.
  ///
  /// @param value which
  record Bool(boolean value) implements Json {}

  /// The null of JSON.
  record Null() implements Json {}

  /// A string value.
  static Json of(String value) {
    return new Str(value);
  }

  /// A whole number.
  static Json of(long value) {
    return Num.of(value);
  }

  /// The canonical bytes (RFC 8785).
  default byte[] canonical() {
    return CanonicalJson.write(this).getBytes(StandardCharsets.UTF_8);
  }
}
