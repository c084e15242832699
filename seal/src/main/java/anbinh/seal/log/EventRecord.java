package anbinh.seal.log;

import anbinh.seal.FormatProblem;
import anbinh.seal.json.Json;
import anbinh.seal.json.JsonParser;
import anbinh.seal.tree.Hash;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// One event as its office keeps it: canonical JSON (RFC 8785), format `anbinh.event/1`. The log
/// holds its [Leaf] only; the record is disclosed to whoever may read it, byte for byte, so that
/// `sha256sum` gives the leaf's commitment.
///
/// Persons appear as pseudonyms only. What a person could be known by goes into the payload behind
/// `commit`, which can be erased while the record stays.
///
/// @param type what happened, see [EventName]
/// @param time when, in UTC, to the millisecond
/// @param sequence the event's number in its source, if it has one
/// @param actor the pseudonym of who did it, if a person or account did
/// @param object the id of what it was done to, if there is one
/// @param policy the version of the rules that allowed or denied it, if rules were asked
/// @param commit the commitment to the payload, if there is one
/// @param facts what else is told, for example a segment's hash; never personal data
/// @param openDay the day on which anybody may count it; null for an event that is not counted
/// @param openFacts the names of those facts that are counted, none without a day
/// @param salt random, of its own: without it nobody can tell the record from its leaf
public record EventRecord(
    String type,
    Instant time,
    @Nullable Long sequence,
    @Nullable String actor,
    @Nullable String object,
    @Nullable String policy,
    @Nullable Hash commit,
    Map<String, Json> facts,
    @Nullable LocalDate openDay,
    Set<String> openFacts,
    Hash salt) {
  /// The value of the member `format`.
  public static final String FORMAT = "anbinh.event/1";

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

  private static final Set<String> MEMBERS =
      Set.of(
          "format",
          "type",
          "time",
          "sequence",
          "actor",
          "object",
          "policy",
          "commit",
          "facts",
          "open",
          "salt");

  /// Checks the ids.
  public EventRecord {
    requireType(type);
    time = parseTime(formatTime(time));
    if (sequence != null && (sequence < 0 || sequence > Json.Num.MAX_WHOLE)) {
      throw new FormatProblem("an event's sequence is from 0 to 2^53 - 1: " + sequence);
    }
    requireId("actor", actor);
    requireId("object", object);
    requireId("policy", policy);
    facts = Map.copyOf(facts);
    openFacts = Set.copyOf(openFacts);
    if (!facts.keySet().containsAll(openFacts) || (openDay == null && !openFacts.isEmpty())) {
      throw new FormatProblem("what is open of an event are facts of it, on a day");
    }
  }

  /// A record without any of the optional members, with a new salt.
  public static EventRecord of(String type, Instant time) {
    return new EventRecord(
        type, time, null, null, null, null, null, Map.of(), null, Set.of(), Commitment.salt());
  }

  /// The record of a closed recording segment, which later proves that footage is unchanged since
  /// it was recorded.
  ///
  /// @param segment the segment's id
  /// @param sha256 the hash of the segment's file
  /// @param previous the leaf hash value of the camera's segment before, null for the first: the
  ///   chain that makes a missing segment visible
  public static EventRecord segmentClosed(
      Instant time, String segment, long sequence, Hash sha256, @Nullable Hash previous) {
    Map<String, Json> facts = new LinkedHashMap<>();
    facts.put("sha256", Json.of(sha256.hex()));
    if (previous != null) {
      facts.put("previous", Json.of(previous.hex()));
    }
    return of(EventName.SEGMENT_CLOSED, time)
        .withSequence(sequence)
        .withObject(segment)
        .withFacts(facts);
  }

  /// The same by an actor.
  public EventRecord withActor(String pseudonym) {
    return new EventRecord(
        type, time, sequence, pseudonym, object, policy, commit, facts, openDay, openFacts, salt);
  }

  /// The same about an object.
  public EventRecord withObject(String id) {
    return new EventRecord(
        type, time, sequence, actor, id, policy, commit, facts, openDay, openFacts, salt);
  }

  /// The same with a sequence number.
  public EventRecord withSequence(long number) {
    return new EventRecord(
        type, time, number, actor, object, policy, commit, facts, openDay, openFacts, salt);
  }

  /// The same under a version of the rules.
  public EventRecord withPolicy(String version) {
    return new EventRecord(
        type, time, sequence, actor, object, version, commit, facts, openDay, openFacts, salt);
  }

  /// The same with a commitment to a payload.
  public EventRecord withCommit(Hash commitment) {
    return new EventRecord(
        type, time, sequence, actor, object, policy, commitment, facts, openDay, openFacts, salt);
  }

  /// The same with these facts.
  public EventRecord withFacts(Map<String, Json> further) {
    return new EventRecord(
        type, time, sequence, actor, object, policy, commit, further, openDay, openFacts, salt);
  }

  /// The same, counted in public on a day with some of its facts.
  public EventRecord withOpen(LocalDate day, Set<String> counted) {
    return new EventRecord(
        type, time, sequence, actor, object, policy, commit, facts, day, counted, salt);
  }

  /// What the log holds of it.
  public Leaf leaf() {
    return Leaf.of(canonical());
  }

  /// The bytes that are kept, and that the leaf commits to.
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
    if (openDay != null) {
      Map<String, Json> counted = new LinkedHashMap<>(facts);
      counted.keySet().retainAll(openFacts);
      members.put("open", new Leaf.Open(type, openDay, counted).json());
    }
    members.put("salt", Json.of(salt.hex()));
    byte[] bytes = new Json.Obj(members).canonical();
    if (bytes.length > TileLog.MAX_ENTRY_BYTES) {
      throw new FormatProblem(
          "an event has at most " + TileLog.MAX_ENTRY_BYTES + " bytes, not " + bytes.length);
    }
    return bytes;
  }

  /// Reads a record back; throws [FormatProblem].
  public static EventRecord parse(byte[] bytes) {
    Json.Obj object = JsonParser.parseCanonicalObject(bytes);
    if (!object.getString("format").equals(FORMAT)) {
      throw new FormatProblem("this is not an event of the format " + FORMAT);
    }
    for (String name : object.members().keySet()) {
      if (!MEMBERS.contains(name)) {
        throw new FormatProblem("an event has no member \"" + name + "\"");
      }
    }
    String type = object.getString("type");
    Map<String, Json> facts = facts(object);
    Leaf.Open open = Leaf.Open.parse(object.members().get("open"));
    if (open != null
        && (!open.type().equals(type) || !facts.entrySet().containsAll(open.facts().entrySet()))) {
      throw new FormatProblem("what is open of an event are its type and facts of it");
    }
    return new EventRecord(
        type,
        parseTime(object.getString("time")),
        object.find("sequence").isPresent() ? (Long) object.getLong("sequence") : null,
        object.findString("actor").orElse(null),
        object.findString("object").orElse(null),
        object.findString("policy").orElse(null),
        object.findString("commit").map(hex -> Hash.parseHex(hex, "\"commit\"")).orElse(null),
        facts,
        open == null ? null : open.day(),
        open == null ? Set.of() : open.facts().keySet(),
        Hash.parseHex(object.getString("salt"), "\"salt\""));
  }

  static Map<String, Json> facts(Json.Obj object) {
    return switch (object.members().get("facts")) {
      case null -> Map.of();
      case Json.Obj(Map<String, Json> members) when !members.isEmpty() -> members;
      default -> throw new FormatProblem("\"facts\" is an object that is not empty");
    };
  }

  static void requireType(String type) {
    if (!type.matches("[a-z][a-z-]*(\\.[a-z][a-z-]*)+")) {
      throw new FormatProblem("an event's type is words with dots between: \"" + type + "\"");
    }
  }

  /// A time as events and seals write it: UTC with milliseconds and a `Z`.
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

  /// Checks an id as it may stand in an event: 1 to 200 printable ASCII characters without spaces.
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
