package anbinh.seal.cms;

import anbinh.seal.FormatProblem;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.cert.X509Certificate;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A time-stamp response (RFC 3161) that was granted: somebody says that he saw a digest at a time.
public final class TimeStamp {
  private static final String TST_INFO = "1.2.840.113549.1.9.16.1.4";
  private static final int LAST_GRANTED = 1;
  private static final int CONTEXT_0 = 0xa0;
  private static final int CONTEXT_1 = 0xa1;
  private static final DateTimeFormatter GENERALIZED =
      new DateTimeFormatterBuilder()
          .appendPattern("uuuuMMddHHmmss")
          .appendFraction(ChronoField.NANO_OF_SECOND, 0, 9, true)
          .appendLiteral('Z')
          .toFormatter(Locale.ROOT);

  private final CmsSignature signature;
  private final byte[] info;
  private final String policy;
  private final String digestName;
  private final byte[] imprint;
  private final BigInteger serial;
  private final Instant time;
  private final @Nullable BigInteger nonce;

  private TimeStamp(CmsSignature signature, byte[] info) {
    this.signature = signature;
    this.info = info;
    Der.Cursor fields = Der.parse(info).require(Der.SEQUENCE, "the time stamp").cursor();
    BigInteger version = fields.next("the version").integer("the version");
    if (!version.equals(BigInteger.ONE)) {
      throw new FormatProblem("a time stamp of the version " + version);
    }
    this.policy = fields.next("the policy").oid("the policy");
    Der.Cursor digest = fields.next(Der.SEQUENCE, "the stamped digest").cursor();
    this.digestName = CmsSignature.digestName(digest.next("the stamped digest's algorithm"));
    this.imprint = digest.next(Der.OCTET_STRING, "the stamped digest").content();
    digest.end("the stamped digest");
    this.serial = fields.next("the serial number").integer("the serial number");
    this.time = time(fields.next("the time").ascii(Der.GENERALIZED_TIME, "the time"));
    if (fields.nextIs(Der.SEQUENCE)) {
      fields.next("the accuracy");
    }
    if (fields.nextIs(Der.BOOLEAN)) {
      fields.next("the ordering");
    }
    this.nonce = fields.nextIs(Der.INTEGER) ? fields.next("the nonce").integer("the nonce") : null;
    if (fields.nextIs(CONTEXT_0)) {
      fields.next("the authority's name");
    }
    if (fields.nextIs(CONTEXT_1)) {
      fields.next("the extensions");
    }
    fields.end("the time stamp");
  }

  /// Reads a response; throws [FormatProblem] when it is none, was not granted, or holds what is
  /// not read here.
  public static TimeStamp parse(byte[] response) {
    Der.Cursor outer = Der.parse(response).require(Der.SEQUENCE, "the response").cursor();
    Der.Cursor status = outer.next(Der.SEQUENCE, "the status").cursor();
    BigInteger code = status.next("the status").integer("the status");
    if (code.signum() < 0 || code.compareTo(BigInteger.valueOf(LAST_GRANTED)) > 0) {
      throw new FormatProblem("the authority refused with the status " + code);
    }
    CmsSignature signature = CmsSignature.parse(outer.next(Der.SEQUENCE, "the token"));
    outer.end("the response");
    if (!signature.contentType().equals(TST_INFO)) {
      throw new FormatProblem("the token holds no time stamp but " + signature.contentType());
    }
    byte[] info =
        signature.findEnclosed().orElseThrow(() -> new FormatProblem("the token is empty"));
    return new TimeStamp(signature, info);
  }

  /// When the authority says to have seen the digest.
  public Instant time() {
    return time;
  }

  /// The authority's rules, as a dotted identifier.
  public String policy() {
    return policy;
  }

  public BigInteger serial() {
    return serial;
  }

  /// What the asker had sent along, if anything.
  public Optional<BigInteger> findNonce() {
    return Optional.ofNullable(nonce);
  }

  /// The enclosed certificate of the authority.
  public X509Certificate certificate() {
    return signature.certificate();
  }

  /// Whether the digest is that of this content.
  public boolean isOver(byte[] content) {
    try {
      byte[] digest = MessageDigest.getInstance(digestName).digest(content);
      return MessageDigest.isEqual(digest, imprint);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java runtime has no " + digestName, e);
    }
  }

  /// Whether the token was signed with the key of the enclosed certificate.
  public boolean isSigned() {
    return signature.isOver(info) && signature.isSigned();
  }

  private static Instant time(String text) {
    try {
      return LocalDateTime.parse(text, GENERALIZED).toInstant(ZoneOffset.UTC);
    } catch (DateTimeException e) {
      throw new FormatProblem("the time of the stamp is no time in UTC");
    }
  }
}
