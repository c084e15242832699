package anbinh.seal.cms;

import anbinh.seal.FormatProblem;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The signature in a PDF (ISO 32000-1, 12.8; PAdES) that was made over all of the file.
///
/// A PDF may be continued behind a signature, and readers then show what was added; here that is a
/// changed file. So exactly one signature is expected, over everything but itself.
public final class PdfSignature {
  private static final Pattern RANGE =
      Pattern.compile(
          "/ByteRange\\s*\\[\\s*(\\d{1,9})\\s+(\\d{1,9})\\s+(\\d{1,9})\\s+(\\d{1,9})\\s*]");
  private static final Pattern REASON = Pattern.compile("/Reason\\s*\\(([ -'*-\\[\\]-~]*)\\)");
  private static final Pattern HEX = Pattern.compile("<[0-9A-Fa-f]+>");

  private final byte[] pdf;
  private final int gapStart;
  private final int gapEnd;
  private final CmsSignature signature;

  private PdfSignature(byte[] pdf, int gapStart, int gapEnd, CmsSignature signature) {
    this.pdf = pdf;
    this.gapStart = gapStart;
    this.gapEnd = gapEnd;
    this.signature = signature;
  }

  /// Reads the signature; throws [FormatProblem] when there is none over the whole file.
  public static PdfSignature parse(byte[] pdf) {
    String text = new String(pdf, StandardCharsets.ISO_8859_1);
    if (!text.startsWith("%PDF-")) {
      throw new FormatProblem("this is not a PDF");
    }
    Matcher range = RANGE.matcher(text);
    if (!range.find()) {
      throw new FormatProblem("the PDF is not signed");
    }
    long first = Long.parseLong(range.group(1));
    long gapStart = Long.parseLong(range.group(2));
    long gapEnd = Long.parseLong(range.group(3));
    long rest = Long.parseLong(range.group(4));
    if (range.find()) {
      throw new FormatProblem("the PDF has more than one signature");
    }
    if (first != 0 || gapStart >= gapEnd || gapEnd + rest != pdf.length || gapEnd > pdf.length) {
      throw new FormatProblem("the signature is not over the whole PDF");
    }
    String gap = text.substring((int) gapStart, (int) gapEnd);
    if (!HEX.matcher(gap).matches() || gap.length() % 2 != 0) {
      throw new FormatProblem("the signature of the PDF leaves out more than itself");
    }
    byte[] padded = HexFormat.of().parseHex(gap, 1, gap.length() - 1);
    return new PdfSignature(
        pdf.clone(), (int) gapStart, (int) gapEnd, CmsSignature.parse(withoutPadding(padded)));
  }

  public CmsSignature signature() {
    return signature;
  }

  /// The reason of signing, which is under the signature; empty when there is none, more than one,
  /// or one with other letters than plain ASCII.
  public Optional<String> findReason() {
    Matcher reason = REASON.matcher(new String(pdf, StandardCharsets.ISO_8859_1));
    if (!reason.find()) {
      return Optional.empty();
    }
    String found = reason.group(1);
    return reason.find() ? Optional.empty() : Optional.of(found);
  }

  /// Whether the file is the one that was signed.
  public boolean isOverFile() {
    return signature.isOver(digest -> {
      digest.update(pdf, 0, gapStart);
      digest.update(pdf, gapEnd, pdf.length - gapEnd);
    });
  }

  /// The space for a signature is larger than the signature and filled up with zeros.
  private static byte[] withoutPadding(byte[] padded) {
    if (padded.length < 4 || padded[0] != Der.SEQUENCE) {
      throw new FormatProblem("the signature of the PDF is no CMS");
    }
    int lengthBytes = padded[1] < 0 ? padded[1] & 0x7f : 0;
    long length = lengthBytes == 0 ? padded[1] : 0;
    for (int i = 0; i < lengthBytes && i < 4 && 2 + i < padded.length; i++) {
      length = (length << 8) | (padded[2 + i] & 0xff);
    }
    long end = 2 + lengthBytes + length;
    if (end > padded.length) {
      throw new FormatProblem("the signature of the PDF is cut off");
    }
    for (int i = (int) end; i < padded.length; i++) {
      if (padded[i] != 0) {
        throw new FormatProblem("there is something behind the signature of the PDF");
      }
    }
    return Arrays.copyOf(padded, (int) end);
  }
}
