package anbinh.seal.pack;

import anbinh.seal.FormatProblem;
import anbinh.seal.json.Json;
import anbinh.seal.json.JsonParser;
import anbinh.seal.log.EventName;
import anbinh.seal.log.EventRecord;
import anbinh.seal.log.Leaf;
import anbinh.seal.log.TileLog;
import anbinh.seal.tree.Hash;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What is sealed: the document that stands for one package, as canonical JSON without personal
/// data, format `anbinh.seal/2`. Its bytes are the file `seal.json`; the log has its [Leaf].
///
/// A seal rests on two events of the log, which it names: somebody asked, and another person
/// decided. Who and when are those of the events.
///
/// @param time when the package was sealed, in UTC, to the millisecond
/// @param extraction the extraction's id, which is the package's name
/// @param request the id of the request that was approved
/// @param caseRef the id of the case, or null when only a commitment is given
/// @param caseCommit `SHA-256(salt ‖ case number)`, or null
/// @param requested who asked, by the log
/// @param decided who decided, by the log; another person, later
/// @param policy the version of the rules that applied, or null
/// @param contents what was packed
/// @param segments the log indexes of the recording segments that the footage was taken from; the
///   record of each is enclosed
/// @param derivedFrom for a redacted or court copy, the `tagManifestSha512` of the package it was
///   made from; else null
/// @param enclosed what stands beside the seal
/// @param salt random, of its own: without it nobody can tell the seal from its leaf
public record Seal(
    Instant time,
    String extraction,
    String request,
    @Nullable String caseRef,
    @Nullable Hash caseCommit,
    Act requested,
    Act decided,
    @Nullable String policy,
    Contents contents,
    List<Long> segments,
    @Nullable String derivedFrom,
    Enclosed enclosed,
    Hash salt) {
  /// The value of the member `format`.
  public static final String FORMAT = "anbinh.seal/2";

  private static final Set<String> MEMBERS =
      Set.of(
          "format",
          "type",
          "time",
          "extraction",
          "request",
          "case",
          "caseCommit",
          "requested",
          "decided",
          "policy",
          "tagManifestSha512",
          "payloadOxum",
          "guideSha256",
          "segments",
          "derivedFrom",
          "encloses",
          "timeStamp",
          "salt");

  /// An event of the log that a seal rests on.
  ///
  /// @param actor the pseudonym of who did it
  /// @param at when, in UTC, to the millisecond
  /// @param index the index of its leaf in the log
  /// @param commit the SHA-256 of its record
  public record Act(String actor, Instant at, long index, Hash commit) {
    private static final Set<String> MEMBERS = Set.of("actor", "at", "commit", "index");

    /// Checks the pseudonym.
    public Act {
      EventRecord.requireId("actor", actor);
      at = EventRecord.parseTime(EventRecord.formatTime(at));
    }

    /// The event of a record; throws [FormatProblem] when nobody did it.
    public static Act of(EventRecord record, long index) {
      String actor = record.actor();
      if (actor == null) {
        throw new FormatProblem("nobody did what a seal rests on");
      }
      return new Act(actor, record.time(), index, record.leaf().commit());
    }

    Json.Obj json() {
      return new Json.Obj(
          Map.of(
              "actor", Json.of(actor),
              "at", Json.of(EventRecord.formatTime(at)),
              "commit", Json.of(commit.hex()),
              "index", Json.of(index)));
    }

    static Act parse(Json.Obj seal, String name) {
      if (!(seal.members().get(name) instanceof Json.Obj act)
          || !act.members().keySet().equals(MEMBERS)) {
        throw new FormatProblem("\"" + name + "\" is an object of actor, at, commit and index");
      }
      return new Act(
          act.getString("actor"),
          EventRecord.parseTime(act.getString("at")),
          act.getLong("index"),
          Hash.parseHex(act.getString("commit"), "\"commit\""));
    }
  }

  /// What stands beside a seal and is made after it.
  ///
  /// @param files the names below `seal/` of what the office adds: its signature, the minutes, the
  ///   witnesses' policy; sorted
  /// @param timeStamp whether the office asked an authority for a time stamp, which may come later
  public record Enclosed(List<String> files, boolean timeStamp) {
    /// Checks the names.
    public Enclosed {
      files = files.stream().sorted().toList();
      for (String name : files) {
        if (!PackageLayout.isNamedBySeal(name)) {
          throw new FormatProblem("a seal does not name \"" + name + "\"");
        }
      }
      if (Set.copyOf(files).size() != files.size()) {
        throw new FormatProblem("a seal names each file once");
      }
    }
  }

  /// What a package holds, in three values.
  ///
  /// @param tagManifestSha512 SHA-512 of `bag/tagmanifest-sha512.txt`, 128 hexadecimal digits
  /// @param payloadOxum the payload's bytes and files as BagIt writes them
  /// @param guideSha256 SHA-256 of `seal/VERIFY.md`, 64 hexadecimal digits
  public record Contents(String tagManifestSha512, String payloadOxum, String guideSha256) {
    /// Checks the three.
    public Contents {
      requireDigits("tagManifestSha512", tagManifestSha512, 128);
      requireDigits("guideSha256", guideSha256, 64);
      if (!payloadOxum.matches("(0|[1-9][0-9]{0,17})\\.[1-9][0-9]{0,8}")) {
        throw new FormatProblem("\"payloadOxum\" is bytes and files like 1234.5");
      }
    }
  }

  /// Checks ids and order of times; refuses a decision by the requester.
  public Seal {
    PackageLayout.requireName(extraction);
    EventRecord.requireId("request", request);
    EventRecord.requireId("case", caseRef);
    EventRecord.requireId("policy", policy);
    if (requested.actor().equals(decided.actor())) {
      throw new FormatProblem("who decides on an extraction is not who asked for it");
    }
    if (requested.index() >= decided.index()) {
      throw new FormatProblem("an extraction is decided after it was asked for");
    }
    time = EventRecord.parseTime(EventRecord.formatTime(time));
    segments = List.copyOf(segments);
    long before = -1;
    for (long index : segments) {
      if (index <= before) {
        throw new FormatProblem("\"segments\" are log indexes in ascending order");
      }
      before = index;
    }
    if (derivedFrom != null) {
      requireDigits("derivedFrom", derivedFrom, 128);
    }
  }

  /// The bytes that are logged and stored. Throws [FormatProblem] when they do not fit into the
  /// log: about 7,000 segments do.
  public byte[] canonical() {
    Map<String, Json> members = new LinkedHashMap<>();
    members.put("format", Json.of(FORMAT));
    members.put("type", Json.of(EventName.EXTRACTION_SEALED));
    members.put("time", Json.of(EventRecord.formatTime(time)));
    members.put("extraction", Json.of(extraction));
    members.put("request", Json.of(request));
    put(members, "case", caseRef);
    put(members, "caseCommit", caseCommit == null ? null : caseCommit.hex());
    members.put("requested", requested.json());
    members.put("decided", decided.json());
    put(members, "policy", policy);
    members.put("tagManifestSha512", Json.of(contents.tagManifestSha512()));
    members.put("payloadOxum", Json.of(contents.payloadOxum()));
    members.put("guideSha256", Json.of(contents.guideSha256()));
    members.put("segments", new Json.Arr(segments.stream().map(Json::of).toList()));
    put(members, "derivedFrom", derivedFrom);
    members.put("encloses", new Json.Arr(enclosed.files().stream().map(Json::of).toList()));
    members.put("timeStamp", new Json.Bool(enclosed.timeStamp()));
    members.put("salt", Json.of(salt.hex()));
    byte[] bytes = new Json.Obj(members).canonical();
    if (bytes.length > TileLog.MAX_ENTRY_BYTES) {
      throw new FormatProblem(
          "a seal has at most " + TileLog.MAX_ENTRY_BYTES + " bytes; seal fewer segments at once");
    }
    return bytes;
  }

  /// Reads the bytes back; refuses what [#canonical] would not have written.
  public static Seal parse(byte[] bytes) {
    if (bytes.length > TileLog.MAX_ENTRY_BYTES) {
      throw new FormatProblem("a seal has at most " + TileLog.MAX_ENTRY_BYTES + " bytes");
    }
    Json.Obj object = JsonParser.parseCanonicalObject(bytes);
    if (!object.getString("format").equals(FORMAT)) {
      throw new FormatProblem("this is not a seal of the format " + FORMAT);
    }
    if (!object.getString("type").equals(EventName.EXTRACTION_SEALED)) {
      throw new FormatProblem("a seal's type is " + EventName.EXTRACTION_SEALED);
    }
    for (String name : object.members().keySet()) {
      if (!MEMBERS.contains(name)) {
        throw new FormatProblem("a seal has no member \"" + name + "\"");
      }
    }
    List<Long> segments = new ArrayList<>();
    for (Json item : object.getArray("segments")) {
      if (!(item instanceof Json.Num number && number.isWhole())) {
        throw new FormatProblem("\"segments\" are log indexes");
      }
      segments.add((long) number.value());
    }
    return new Seal(
        EventRecord.parseTime(object.getString("time")),
        object.getString("extraction"),
        object.getString("request"),
        object.findString("case").orElse(null),
        object.findString("caseCommit").map(h -> Hash.parseHex(h, "\"caseCommit\"")).orElse(null),
        Act.parse(object, "requested"),
        Act.parse(object, "decided"),
        object.findString("policy").orElse(null),
        new Contents(
            object.getString("tagManifestSha512"),
            object.getString("payloadOxum"),
            object.getString("guideSha256")),
        segments,
        object.findString("derivedFrom").orElse(null),
        new Enclosed(names(object), truth(object)),
        Hash.parseHex(object.getString("salt"), "\"salt\""));
  }

  private static List<String> names(Json.Obj object) {
    List<String> names = new ArrayList<>();
    for (Json item : object.getArray("encloses")) {
      if (!(item instanceof Json.Str(String name))) {
        throw new FormatProblem("\"encloses\" are names of files");
      }
      names.add(name);
    }
    return names;
  }

  private static boolean truth(Json.Obj object) {
    if (object.members().get("timeStamp") instanceof Json.Bool(boolean value)) {
      return value;
    }
    throw new FormatProblem("\"timeStamp\" is true or false");
  }

  /// What the log holds of it.
  public Leaf leaf() {
    return Leaf.of(canonical());
  }

  private static void put(Map<String, Json> members, String name, @Nullable String value) {
    if (value != null) {
      members.put(name, Json.of(value));
    }
  }

  private static void requireDigits(String name, String value, int digits) {
    if (!value.matches("[0-9a-f]{" + digits + "}")) {
      throw new FormatProblem("\"" + name + "\" is not " + digits + " hexadecimal digits");
    }
  }
}
