package anbinh.seal.pack;

import anbinh.seal.FormatProblem;
import java.util.List;
import java.util.regex.Pattern;

/// The names in a package, format `anbinh.package/1`.
public final class PackageLayout {
  /// The folder of the bag.
  public static final String BAG = "bag/";

  /// The folder of the seal.
  public static final String SEAL = "seal/";

  /// The log's entry.
  public static final String SEAL_JSON = SEAL + "seal.json";

  /// The proof as C2SP defines it.
  public static final String PROOF = SEAL + "seal.json.tlog-proof";

  /// The proof without its first line.
  public static final String SPICY = SEAL + "seal.json.spicy";

  /// The signed checkpoint that the proof leads to.
  public static final String CHECKPOINT = SEAL + "checkpoint";

  /// The log's public key, to be compared with one from elsewhere.
  public static final String VKEY = SEAL + "vkey";

  /// How to check the package by hand.
  public static final String GUIDE = SEAL + "VERIFY.md";

  /// The office's certificate, if the package has signatures beside the log's: part of the payload,
  /// so that the seal vouches for it.
  public static final String CERTIFICATE = BAG + "data/certificate.pem";

  /// The receipt itself, see [Receipt].
  public static final String RECEIPT_JSON = ".json";

  /// The office's signature over the receipt, CMS, detached.
  public static final String RECEIPT_SIGNATURE = ".p7s";

  /// The receipt's entry of the log.
  public static final String RECEIPT_LEAF = ".leaf.json";

  /// The proof of that entry.
  public static final String RECEIPT_PROOF = RECEIPT_LEAF + ".tlog-proof";

  /// The files of `seal/` that every package has.
  public static final List<String> REQUIRED_SEAL_FILES =
      List.of(CHECKPOINT, GUIDE, SEAL_JSON, PROOF, SPICY, VKEY);

  private static final Pattern ATTACHMENT =
      Pattern.compile(
          "policy|seal\\.p7s|seal\\.tsr|tsa-chain\\.pem|minute\\.(vi|en|ar)\\.pdf"
              + "|receipt-[1-9][0-9]?\\.(json|p7s|leaf\\.json|leaf\\.json\\.tlog-proof"
              + "|scan\\.(pdf|jpg|png))");

  private static final Pattern RECEIPT = Pattern.compile("receipt-[1-9][0-9]?\\..*");

  private static final Pattern SEGMENT =
      Pattern.compile("segments/(0|[1-9][0-9]{0,15})\\.json(\\.tlog-proof)?");

  private static final Pattern NAME = Pattern.compile("EXT-[A-Za-z0-9][A-Za-z0-9-]{0,99}");

  private PackageLayout() {}

  /// The name below [#SEAL] that the files of a receipt begin with; what follows is
  /// [#RECEIPT_JSON], [#RECEIPT_SIGNATURE], [#RECEIPT_LEAF], [#RECEIPT_PROOF], or `.scan.` and
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

  /// Whether an attachment belongs to a receipt.
  public static boolean isReceipt(String attachment) {
    return RECEIPT.matcher(attachment).matches();
  }

  /// Whether `path` (below `seal/`) names the leaf of a recording segment or its proof.
  public static boolean isSegment(String path) {
    return SEGMENT.matcher(path).matches();
  }
}
