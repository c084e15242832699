package anbinh.seal.log;

import anbinh.seal.FormatProblem;
import anbinh.seal.json.Json;
import anbinh.seal.json.JsonParser;
import anbinh.seal.tree.Hash;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// One logged event as the log holds it: canonical JSON (RFC 8785) without personal data, format
/// `anbinh.leaf/1`.
///
/// Ids are random or sequential names without meaning outside the database; persons appear as
/// pseudonyms only. What a person could be known by goes into the payload behind `commit`.
///
/// @param type what happened, see [LeafType]
/// @param time when, in UTC, to the millisecond
/// @param sequence the event's number in its source, if it has one
/// @param actor the pseudonym of who did it, if a person or account did
/// @param object the id of what it was done to, if there is one
/// @param policy the version of the rules that allowed or denied it, if rules were asked
/// @param commit the commitment to the payload, if there is one
/// @param facts further facts that may be public, for example a segment's hash; never personal data
public record Leaf(
    String type,
    Instant time,
    @Nullable Long sequence,
    @Nullable String actor,
    @Nullable String object,
    @Nullable String policy,
    @Nullable Hash commit,
    Map<String, Json> facts) {
  /// The value of the member `format`.
  public static final String FORMAT = "anbinh.leaf/1";

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

  private static final Set<String> MEMBERS =
      Set.of("format", "type", "time", "sequence", "actor", "object", "policy", "commit", "facts");

  /// Checks the ids and that the leaf fits into the log.
  public Leaf {
    if (!type.matches("[a-z][a-z-]*(\\.[a-z][a-z-]*)+")) {
      throw new FormatProblem("a leaf's type is words with dots between: \"" + type + "\"");
    }
    time = parseTime(formatTime(time));
    if (sequence != null && (sequence < 0 || sequence > Json.Num.MAX_WHOLE)) {
      throw new FormatProblem("a leaf's sequence is from 0 to 2^53 - 1: " + sequence);
    }
    requireId("actor", actor);
    requireId("object", object);
    requireId("policy", policy);
    facts = Map.copyOf(facts);
  }

  /// A leaf without any of the optional members.
  public static Leaf of(String type, Instant time) {
    return new Leaf(type, time, null, null, null, null, null, Map.of());
  }

  /// The leaf of a closed recording segment, which later proves that footage is unchanged since it
  /// was recorded.
  ///
  /// @param segment the segment's id
  /// @param sha256 the hash of the segment's file
  /// @param previous the leaf hash value of the camera's segment before, null for the first: the
  ///   chain that makes a missing segment visible
  public static Leaf segmentClosed(
      Instant time, String segment, long sequence, Hash sha256, @Nullable Hash previous) {
    Map<String, Json> facts = new LinkedHashMap<>();
    facts.put("sha256", Json.of(sha256.hex()));
    if (previous != null) {
      facts.put("previous", Json.of(previous.hex()));
    }
    return new Leaf(LeafType.SEGMENT_CLOSED, time, sequence, null, segment, null, null, facts);
  }

  /// The same leaf by an actor.
  public Leaf withActor(String pseudonym) {
    return new Leaf(type, time, sequence, pseudonym, object, policy, commit, facts);
  }

  /// The same leaf about an object.
  public Leaf withObject(String id) {
    return new Leaf(type, time, sequence, actor, id, policy, commit, facts);
  }

  /// The same leaf with a sequence number.
  public Leaf withSequence(long number) {
    return new Leaf(type, time, number, actor, object, policy, commit, facts);
  }

  /// The same leaf under a version of the rules.
  public Leaf withPolicy(String version) {
    return new Leaf(type, time, sequence, actor, object, version, commit, facts);
  }

  /// The same leaf with a commitment.
  public Leaf withCommit(Hash commitment) {
    return new Leaf(type, time, sequence, actor, object, policy, commitment, facts);
  }

  /// The same leaf with these further facts.
  public Leaf withFacts(Map<String, Json> further) {
    return new Leaf(type, time, sequence, actor, object, policy, commit, further);
  }

  /// The bytes that are logged.
  public byte[] canonical() {
    Map<String, Json> members = new LinkedHashMap<>();
    members.put("format", Json.of(FORMAT));
    members.put("type", Json.of(type));
    members.put("time", Json.of(formatTime(time)));
    if (sequence != null) {
      members.put("sequence", Json.of(sequence));
    }
    put(members, "actor", actor);
    put(members, "object", object);
    put(members, "policy", policy);
    put(members, "commit", commit == null ? null : commit.hex());
    if (!facts.isEmpty()) {
      members.put("facts", new Json.Obj(facts));
    }
    byte[] bytes = new Json.Obj(members).canonical();
    if (bytes.length > TileLog.MAX_ENTRY_BYTES) {
      throw new FormatProblem(
          "a leaf has at most " + TileLog.MAX_ENTRY_BYTES + " bytes, not " + bytes.length);
    }
    return bytes;
  }

  /// Reads a leaf back; throws [FormatProblem].
  public static Leaf parse(byte[] bytes) {
    Json.Obj object = JsonParser.parseCanonicalObject(bytes);
    if (!object.getString("format").equals(FORMAT)) {
      throw new FormatProblem("this is not a leaf of the format " + FORMAT);
    }
    for (String name : object.members().keySet()) {
      if (!MEMBERS.contains(name)) {
        throw new FormatProblem("a leaf has no member \"" + name + "\"");
      }
    }
    Map<String, Json> facts =
        switch (object.members().get("facts")) {
          case null -> Map.of();
          case Json.Obj(Map<String, Json> members) when !members.isEmpty() -> members;
          default -> throw new FormatProblem("\"facts\" is an object that is not empty");
        };
    return new Leaf(
        object.getString("type"),
        parseTime(object.getString("time")),
        object.find("sequence").isPresent() ? (Long) object.getLong("sequence") : null,
        object.findString("actor").orElse(null),
        object.findString("object").orElse(null),
        object.findString("policy").orElse(null),
        object.findString("commit").map(hex -> Hash.parseHex(hex, "\"commit\"")).orElse(null),
        facts);
  }

  /// A time as leaves and seals write it: UTC with milliseconds and a `Z`.
  public static String formatTime(Instant time) {
    return TIME.format(time);
  }

  /// Reads that form, and no other.
  public static Instant parseTime(String text) {
    try {
      Instant time = Instant.parse(text);
      if (formatTime(time).equals(text)) {
        return time;
      }
    } catch (DateTimeException e) {
      throw new FormatProblem("\"" + text + "\" is not a time like 2026-11-24T03:02:11.000Z", e);
    }
    throw new FormatProblem("\"" + text + "\" is not a time like 2026-11-24T03:02:11.000Z");
  }

  /// Checks an id as it may stand in a leaf: 1 to 200 printable ASCII characters without spaces.
  public static void requireId(String what, @Nullable String id) {
    if (id != null && !id.matches("[A-Za-z0-9._:/@#=+-]{1,200}")) {
      throw new FormatProblem(
          "\""
              + what
              + "\" is an id of at most 200 letters, digits and ._:/@#=+- : \""
              + id
              + "\"");
    }
  }

  private static void put(Map<String, Json> members, String name, @Nullable String value) {
    if (value != null) {
      members.put(name, Json.of(value));
    }
  }
}
