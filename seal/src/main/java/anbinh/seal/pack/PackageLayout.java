package anbinh.seal.pack;

import anbinh.seal.FormatProblem;
import anbinh.seal.tree.Hash;
import java.util.List;
import java.util.regex.Pattern;

/// The names in a package, format `anbinh.package/2`.
public final class PackageLayout {
  /// The folder of the bag.
  public static final String BAG = "bag/";

  /// The folder of the seal.
  public static final String SEAL = "seal/";

  /// The seal, see [Seal].
  public static final String SEAL_JSON = SEAL + "seal.json";

  /// What the log holds of the seal: a commitment to `seal.json`.
  public static final String LEAF = SEAL + "seal.leaf";

  /// What the names of proofs end in.
  public static final String PROOF_SUFFIX = ".tlog-proof";

  /// The proof of the leaf as C2SP defines it.
  public static final String PROOF = LEAF + PROOF_SUFFIX;

  /// The proof without its first line.
  public static final String SPICY = LEAF + ".spicy";

  /// The record of the event that somebody asked.
  public static final String REQUESTED = SEAL + "requested.json";

  /// The record of the event that another person decided.
  public static final String DECIDED = SEAL + "decided.json";

  /// The signed checkpoint that the proof leads to.
  public static final String CHECKPOINT = SEAL + "checkpoint";

  /// The log's public key, to be compared with one from elsewhere.
  public static final String VKEY = SEAL + "vkey";

  /// How to check the package by hand.
  public static final String GUIDE = SEAL + "VERIFY.md";

  /// The office's certificate, if the package has signatures beside the log's: part of the payload,
  /// so that the seal vouches for it.
  public static final String CERTIFICATE = BAG + "data/certificate.pem";

  /// What is recorded of the granted time, and why the rest is not.
  public static final String COVERAGE = BAG + "data/coverage.json";

  /// The segments of the recording that each clip was taken from.
  public static final String SEGMENTS = BAG + "data/segments.json";

  /// What was asked, decided and taken, and how.
  public static final String RECORD = BAG + "data/record.json";

  /// The record of a redacted or court copy.
  public static final String COPY = BAG + "data/copy.json";

  /// The documents of a payload that are read: the first three of an extraction, the last of a
  /// copy.
  public static final List<String> DOCUMENTS = List.of(COVERAGE, SEGMENTS, RECORD, COPY);

  /// The longest document of a payload that is read.
  public static final int MAX_DOCUMENT_BYTES = 64 << 20;

  /// The time stamp over the seal, below [#SEAL].
  public static final String TIME_STAMP = "seal.tsr";

  /// The receipt itself, see [Receipt].
  public static final String RECEIPT_JSON = ".json";

  /// The office's signature over the receipt, CMS, detached.
  public static final String RECEIPT_SIGNATURE = ".p7s";

  /// The record of the event that the receiver confirmed.
  public static final String RECEIPT_EVENT = ".event.json";

  /// The proof of that event.
  public static final String RECEIPT_PROOF = RECEIPT_EVENT + PROOF_SUFFIX;

  /// The files of `seal/` that every package has.
  public static final List<String> REQUIRED_SEAL_FILES =
      List.of(
          CHECKPOINT,
          GUIDE,
          SEAL_JSON,
          LEAF,
          PROOF,
          SPICY,
          VKEY,
          REQUESTED,
          REQUESTED + PROOF_SUFFIX,
          DECIDED,
          DECIDED + PROOF_SUFFIX);

  private static final Pattern NAMED_BY_SEAL =
      Pattern.compile("policy|seal\\.p7s|minute\\.(vi|en|ar)\\.pdf");

  private static final Pattern ATTACHMENT =
      Pattern.compile(
          "policy|seal\\.p7s|seal\\.tsr|tsa-chain\\.pem|minute\\.(vi|en|ar)\\.pdf"
              + "|receipt-[1-9][0-9]?\\.(json|p7s|event\\.json|event\\.json\\.tlog-proof"
              + "|scan\\.(pdf|jpg|png))");

  private static final Pattern RECEIPT = Pattern.compile("receipt-[1-9][0-9]?\\..*");

  private static final Pattern SEGMENT =
      Pattern.compile("segments/(0|[1-9][0-9]{0,15})\\.json(\\.tlog-proof)?");

  private static final Pattern NAME = Pattern.compile("EXT-[A-Za-z0-9][A-Za-z0-9-]{0,99}");

  private PackageLayout() {}

  /// The name below [#SEAL] that the files of a receipt begin with; what follows is
  /// [#RECEIPT_JSON], [#RECEIPT_SIGNATURE], [#RECEIPT_EVENT], [#RECEIPT_PROOF], or `.scan.` and
  /// `pdf`, `jpg` or `png`.
  public static String receipt(int number) {
    return "receipt-" + number;
  }

  /// Returns the name of a package, which is the id of its extraction, or throws [FormatProblem].
  public static String requireName(String name) {
    if (!NAME.matcher(name).matches()) {
      throw new FormatProblem(
          "an extraction's id is \"EXT-\", then letters, digits and -: \"" + name + "\"");
    }
    return name;
  }

  /// Whether `path` (below `seal/`) names a file that may be added to a seal and is protected, if
  /// at all, by a signature of its own.
  public static boolean isAttachment(String path) {
    return ATTACHMENT.matcher(path).matches();
  }

  /// Whether a seal names the attachment, so that it is missed where it is not.
  public static boolean isNamedBySeal(String attachment) {
    return NAMED_BY_SEAL.matcher(attachment).matches();
  }

  /// The reason that the signature of a minute gives, which ties the minute to its seal.
  ///
  /// @param sealJson the bytes of `seal.json`
  public static String minuteReason(byte[] sealJson) {
    return "seal.json SHA-256 " + Hash.sha256(sealJson).hex();
  }

  /// Where the record of a recording segment is.
  public static String segment(long index) {
    return SEAL + "segments/" + index + ".json";
  }

  /// Whether an attachment belongs to a receipt.
  public static boolean isReceipt(String attachment) {
    return RECEIPT.matcher(attachment).matches();
  }

  /// Whether `path` (below `seal/`) names the record of a recording segment or its proof.
  public static boolean isSegment(String path) {
    return SEGMENT.matcher(path).matches();
  }
}
