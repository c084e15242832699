package anbinh.seal.pack;

import anbinh.seal.FormatProblem;
import anbinh.seal.json.Json;
import anbinh.seal.json.JsonParser;
import anbinh.seal.log.EventRecord;
import anbinh.seal.tree.Hash;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// That a sealed package was handed over, as canonical JSON, format `anbinh.receipt/1`: the file
/// `receipt-<number>.json` beside the seal.
///
/// It names people, so it is not itself an entry of the log. Its entry is a leaf of the type
/// [EventName#EXTRACTION_RECEIVED] by who confirmed, about the request, with the SHA-256 of the
/// receipt as the fact `receipt`; `nonce` keeps that value from being found by trying names.
///
/// @param number the receipts of one package count from 1
/// @param extraction the package's name
/// @param request id of the request
/// @param seal SHA-256 of `seal.json`
/// @param tagManifestSha512 the package's digest, as in the seal
/// @param handedOverAt when it was handed over or offered, in UTC, to the millisecond
/// @param receivedAt when the receiver confirmed; not before `handedOverAt`
/// @param scanSha256 of the scanned paper that the receiver signed, or null when none is enclosed
/// @param nonce 32 random bytes
public record Receipt(
    int number,
    String extraction,
    String request,
    Hash seal,
    String tagManifestSha512,
    Instant handedOverAt,
    Instant receivedAt,
    From from,
    To to,
    Identity identity,
    Medium medium,
    @Nullable Hash scanSha256,
    Hash nonce) {
  /// The value of the member `format`.
  public static final String FORMAT = "anbinh.receipt/1";

  /// The most bytes of a receipt.
  public static final int MAX_BYTES = 16_384;

  /// The most receipts of one package.
  public static final int MAX = 99;

  private static final int MAX_TEXT = 200;

  private static final Set<String> MEMBERS =
      Set.of(
          "format",
          "number",
          "extraction",
          "request",
          "seal",
          "tagManifestSha512",
          "handedOverAt",
          "receivedAt",
          "fromActor",
          "fromName",
          "fromOffice",
          "toActor",
          "toName",
          "toOffice",
          "toTitle",
          "identity",
          "medium",
          "scanSha256",
          "nonce");

  /// Who handed it over.
  ///
  /// @param actor pseudonym in the log
  public record From(String actor, String name, String office) {}

  /// Who received it.
  ///
  /// @param actor pseudonym in the log of somebody with an account, who confirmed by signing in;
  ///   null for somebody outside, who signed on paper
  /// @param title position or rank; may be empty
  public record To(@Nullable String actor, String name, String office, String title) {}

  /// How it was made sure who received it.
  public enum Identity {
    /// By signing in anew.
    ACCOUNT,
    /// Identity card or passport.
    IDENTITY_DOCUMENT,
    /// Service card of an office.
    SERVICE_CARD,
    /// Letter of introduction of an office.
    LETTER,
    /// Known to who handed it over.
    KNOWN
  }

  /// How the package went over.
  public enum Medium {
    DOWNLOAD,
    USB_DRIVE,
    DISC,
    EXTERNAL_DISK,
    /// Over a network of the offices.
    NETWORK
  }

  /// Checks all that one receipt can be checked for by itself.
  public Receipt {
    if (number < 1 || number > MAX) {
      throw new FormatProblem("receipts count from 1 to " + MAX + ": " + number);
    }
    PackageLayout.requireName(extraction);
    EventRecord.requireId("request", request);
    if (!tagManifestSha512.matches("[0-9a-f]{128}")) {
      throw new FormatProblem("\"tagManifestSha512\" is not 128 hexadecimal digits");
    }
    handedOverAt = EventRecord.parseTime(EventRecord.formatTime(handedOverAt));
    receivedAt = EventRecord.parseTime(EventRecord.formatTime(receivedAt));
    if (receivedAt.isBefore(handedOverAt)) {
      throw new FormatProblem("nobody receives what is not handed over yet");
    }
    EventRecord.requireId("fromActor", from.actor());
    EventRecord.requireId("toActor", to.actor());
    if (from.actor().equals(to.actor())) {
      throw new FormatProblem("nobody hands over to themselves");
    }
    if ((to.actor() != null) != (identity == Identity.ACCOUNT)) {
      throw new FormatProblem("whoever has an account confirms by it, and nobody else does");
    }
    if (to.actor() != null && scanSha256 != null) {
      throw new FormatProblem("whoever confirms by an account signs no paper");
    }
    requireText("fromName", from.name(), 1);
    requireText("fromOffice", from.office(), 1);
    requireText("toName", to.name(), 1);
    requireText("toOffice", to.office(), 1);
    requireText("toTitle", to.title(), 0);
  }

  /// The pseudonym of who confirmed, and so the actor of the entry in the log.
  public String confirmedBy() {
    String actor = to.actor();
    return actor == null ? from.actor() : actor;
  }

  /// The bytes of the file.
  public byte[] canonical() {
    Map<String, Json> members = new LinkedHashMap<>();
    members.put("format", Json.of(FORMAT));
    members.put("number", Json.of(number));
    members.put("extraction", Json.of(extraction));
    members.put("request", Json.of(request));
    members.put("seal", Json.of(seal.hex()));
    members.put("tagManifestSha512", Json.of(tagManifestSha512));
    members.put("handedOverAt", Json.of(EventRecord.formatTime(handedOverAt)));
    members.put("receivedAt", Json.of(EventRecord.formatTime(receivedAt)));
    members.put("fromActor", Json.of(from.actor()));
    members.put("fromName", Json.of(from.name()));
    members.put("fromOffice", Json.of(from.office()));
    String actor = to.actor();
    if (actor != null) {
      members.put("toActor", Json.of(actor));
    }
    members.put("toName", Json.of(to.name()));
    members.put("toOffice", Json.of(to.office()));
    members.put("toTitle", Json.of(to.title()));
    members.put("identity", Json.of(code(identity)));
    members.put("medium", Json.of(code(medium)));
    if (scanSha256 != null) {
      members.put("scanSha256", Json.of(scanSha256.hex()));
    }
    members.put("nonce", Json.of(nonce.hex()));
    return new Json.Obj(members).canonical();
  }

  /// Reads the bytes back; refuses what [#canonical] would not have written.
  public static Receipt parse(byte[] bytes) {
    if (bytes.length > MAX_BYTES) {
      throw new FormatProblem("a receipt has at most " + MAX_BYTES + " bytes");
    }
    Json.Obj object = JsonParser.parseCanonicalObject(bytes);
    if (!object.getString("format").equals(FORMAT)) {
      throw new FormatProblem("this is not a receipt of the format " + FORMAT);
    }
    for (String name : object.members().keySet()) {
      if (!MEMBERS.contains(name)) {
        throw new FormatProblem("a receipt has no member \"" + name + "\"");
      }
    }
    return new Receipt(
        Math.clamp(object.getLong("number"), 0, MAX + 1),
        object.getString("extraction"),
        object.getString("request"),
        hash(object, "seal"),
        object.getString("tagManifestSha512"),
        EventRecord.parseTime(object.getString("handedOverAt")),
        EventRecord.parseTime(object.getString("receivedAt")),
        new From(
            object.getString("fromActor"),
            object.getString("fromName"),
            object.getString("fromOffice")),
        new To(
            object.findString("toActor").orElse(null),
            object.getString("toName"),
            object.getString("toOffice"),
            object.getString("toTitle")),
        choice(object, "identity", Identity.values()),
        choice(object, "medium", Medium.values()),
        object.find("scanSha256").isPresent() ? hash(object, "scanSha256") : null,
        hash(object, "nonce"));
  }

  /// How a receipt writes a choice: `IDENTITY_DOCUMENT` is `identity-document`.
  public static String code(Enum<?> choice) {
    return choice.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static <E extends Enum<E>> E choice(Json.Obj object, String member, E[] choices) {
    String code = object.getString(member);
    return Arrays.stream(choices)
        .filter(choice -> code(choice).equals(code))
        .findFirst()
        .orElseThrow(() -> new FormatProblem("\"" + member + "\" is none of the known"));
  }

  private static Hash hash(Json.Obj object, String member) {
    return Hash.parseHex(object.getString(member), "\"" + member + "\"");
  }

  /// Text of one line that shows what it holds: nothing that moves the cursor or turns the
  /// direction of writing.
  private static void requireText(String member, String text, int shortest) {
    int length = text.codePointCount(0, text.length());
    boolean plain =
        text.codePoints()
            .allMatch(point ->
                !Character.isISOControl(point)
                    && Character.getType(point) != Character.SURROGATE
                    && !(point >= 0x2028 && point <= 0x202E)
                    && !(point >= 0x2066 && point <= 0x2069));
    if (length < shortest || length > MAX_TEXT || !plain || !text.strip().equals(text)) {
      throw new FormatProblem(
          "\"" + member + "\" is one line of at most " + MAX_TEXT + " characters");
    }
  }
}
