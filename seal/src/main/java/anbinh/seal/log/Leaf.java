package anbinh.seal.log;

import anbinh.seal.FormatProblem;
import anbinh.seal.json.Json;
import anbinh.seal.json.JsonParser;
import anbinh.seal.tree.Hash;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What the log holds of one event, for everybody to read: canonical JSON (RFC 8785), format
/// `anbinh.leaf/2`.
///
/// A leaf is a commitment, the SHA-256 of a document that its office keeps and discloses to whoever
/// may read it: an [EventRecord], or another document such as a package's `seal.json`. The document
/// holds a random salt of its own, so nobody finds it by trying what it may say, and two leaves of
/// one person have nothing in common. Only an event that the public figures count has its type, its
/// day and what is counted of it in the leaf, too.
///
/// @param commit SHA-256 of the document's bytes
/// @param open what anybody may count; null for every other event
public record Leaf(Hash commit, @Nullable Open open) {
  /// The value of the member `format`.
  public static final String FORMAT = "anbinh.leaf/2";

  private static final Set<String> MEMBERS = Set.of("commit", "format", "open");

  /// The part of an event that is public.
  ///
  /// @param type the event's type
  /// @param day the day on which it counts, in the office's time zone
  /// @param facts what is counted; never anything that differs from person to person
  public record Open(String type, LocalDate day, Map<String, Json> facts) {
    private static final Set<String> MEMBERS = Set.of("day", "facts", "type");

    /// Checks the type.
    public Open {
      EventRecord.requireType(type);
      facts = Map.copyOf(facts);
    }

    Json.Obj json() {
      Map<String, Json> members = new LinkedHashMap<>();
      members.put("day", Json.of(day.toString()));
      if (!facts.isEmpty()) {
        members.put("facts", new Json.Obj(facts));
      }
      members.put("type", Json.of(type));
      return new Json.Obj(members);
    }

    static @Nullable Open parse(@Nullable Json json) {
      if (json == null) {
        return null;
      }
      if (!(json instanceof Json.Obj object) || !MEMBERS.containsAll(object.members().keySet())) {
        throw new FormatProblem("\"open\" is an object of day, facts and type");
      }
      return new Open(
          object.getString("type"), day(object.getString("day")), EventRecord.facts(object));
    }

    private static LocalDate day(String text) {
      try {
        LocalDate day = LocalDate.parse(text);
        if (day.toString().equals(text)) {
          return day;
        }
      } catch (DateTimeException e) {
        throw new FormatProblem("\"" + text + "\" is not a day like 2026-11-24", e);
      }
      throw new FormatProblem("\"" + text + "\" is not a day like 2026-11-24");
    }
  }

  /// The leaf of a document, given its bytes: those of an [EventRecord], or of another canonical
  /// JSON object with a salt.
  public static Leaf of(byte[] document) {
    return new Leaf(
        Hash.sha256(document),
        Open.parse(JsonParser.parseCanonicalObject(document).members().get("open")));
  }

  /// The bytes that are logged.
  public byte[] canonical() {
    Map<String, Json> members = new LinkedHashMap<>();
    members.put("commit", Json.of(commit.hex()));
    members.put("format", Json.of(FORMAT));
    if (open != null) {
      members.put("open", open.json());
    }
    return new Json.Obj(members).canonical();
  }

  /// Reads a leaf back; throws [FormatProblem].
  public static Leaf parse(byte[] bytes) {
    Json.Obj object = JsonParser.parseCanonicalObject(bytes);
    if (!object.getString("format").equals(FORMAT)) {
      throw new FormatProblem("this is not a leaf of the format " + FORMAT);
    }
    if (!MEMBERS.containsAll(object.members().keySet())) {
      throw new FormatProblem("a leaf has the members commit, format and open, and no others");
    }
    return new Leaf(
        Hash.parseHex(object.getString("commit"), "\"commit\""),
        Open.parse(object.members().get("open")));
  }
}
