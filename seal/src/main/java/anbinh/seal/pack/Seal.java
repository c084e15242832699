package anbinh.seal.pack;

import anbinh.seal.FormatProblem;
import anbinh.seal.json.Json;
import anbinh.seal.json.JsonParser;
import anbinh.seal.log.Leaf;
import anbinh.seal.log.LeafType;
import anbinh.seal.log.TileLog;
import anbinh.seal.tree.Hash;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What is sealed: the entry of the log that stands for one package, as canonical JSON without
/// personal data, format `anbinh.seal/1`. Its bytes are the file `seal.json` and the log's entry.
///
/// @param time when the package was sealed, in UTC, to the millisecond
/// @param extraction the extraction's id, which is the package's name
/// @param request the id of the request that was approved
/// @param caseRef the id of the case, or null when only a commitment is given
/// @param caseCommit `SHA-256(salt ‖ case number)`, or null
/// @param requester the pseudonym of who asked
/// @param approver the pseudonym of who decided; never the requester
/// @param requestedAt when it was asked
/// @param decidedAt when it was decided
/// @param policy the version of the rules that applied, or null
/// @param contents what was packed
/// @param segments the log indexes of the recording segments that the footage was taken from
/// @param derivedFrom for a redacted or court copy, the `tagManifestSha512` of the package it was
///   made from; else null
public record Seal(
    Instant time,
    String extraction,
    String request,
    @Nullable String caseRef,
    @Nullable Hash caseCommit,
    String requester,
    String approver,
    Instant requestedAt,
    Instant decidedAt,
    @Nullable String policy,
    Contents contents,
    List<Long> segments,
    @Nullable String derivedFrom) {
  /// The value of the member `format`.
  public static final String FORMAT = "anbinh.seal/1";

  private static final Set<String> MEMBERS =
      Set.of(
          "format",
          "type",
          "time",
          "extraction",
          "request",
          "case",
          "caseCommit",
          "requester",
          "approver",
          "requestedAt",
          "decidedAt",
          "policy",
          "tagManifestSha512",
          "payloadOxum",
          "guideSha256",
          "segments",
          "derivedFrom");

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
    Leaf.requireId("request", request);
    Leaf.requireId("case", caseRef);
    Leaf.requireId("requester", requester);
    Leaf.requireId("approver", approver);
    Leaf.requireId("policy", policy);
    if (requester.equals(approver)) {
      throw new FormatProblem("the approver of an extraction is not its requester");
    }
    time = Leaf.parseTime(Leaf.formatTime(time));
    requestedAt = Leaf.parseTime(Leaf.formatTime(requestedAt));
    decidedAt = Leaf.parseTime(Leaf.formatTime(decidedAt));
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
    members.put("type", Json.of(LeafType.EXTRACTION_SEALED));
    members.put("time", Json.of(Leaf.formatTime(time)));
    members.put("extraction", Json.of(extraction));
    members.put("request", Json.of(request));
    put(members, "case", caseRef);
    put(members, "caseCommit", caseCommit == null ? null : caseCommit.hex());
    members.put("requester", Json.of(requester));
    members.put("approver", Json.of(approver));
    members.put("requestedAt", Json.of(Leaf.formatTime(requestedAt)));
    members.put("decidedAt", Json.of(Leaf.formatTime(decidedAt)));
    put(members, "policy", policy);
    members.put("tagManifestSha512", Json.of(contents.tagManifestSha512()));
    members.put("payloadOxum", Json.of(contents.payloadOxum()));
    members.put("guideSha256", Json.of(contents.guideSha256()));
    members.put("segments", new Json.Arr(segments.stream().map(Json::of).toList()));
    put(members, "derivedFrom", derivedFrom);
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
    if (!object.getString("type").equals(LeafType.EXTRACTION_SEALED)) {
      throw new FormatProblem("a seal's type is " + LeafType.EXTRACTION_SEALED);
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
        Leaf.parseTime(object.getString("time")),
        object.getString("extraction"),
        object.getString("request"),
        object.findString("case").orElse(null),
        object.findString("caseCommit").map(h -> Hash.parseHex(h, "\"caseCommit\"")).orElse(null),
        object.getString("requester"),
        object.getString("approver"),
        Leaf.parseTime(object.getString("requestedAt")),
        Leaf.parseTime(object.getString("decidedAt")),
        object.findString("policy").orElse(null),
        new Contents(
            object.getString("tagManifestSha512"),
            object.getString("payloadOxum"),
            object.getString("guideSha256")),
        segments,
        object.findString("derivedFrom").orElse(null));
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
