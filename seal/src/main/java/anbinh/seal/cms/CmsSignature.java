package anbinh.seal.cms;

import anbinh.seal.FormatProblem;
import java.io.ByteArrayInputStream;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A CMS `SignedData` (RFC 5652, 5) of one signer, with signed attributes and the signer's
/// certificate enclosed: what CAdES, PAdES and time-stamp tokens are.
public final class CmsSignature {
  private static final String SIGNED_DATA = "1.2.840.113549.1.7.2";
  static final String DATA = "1.2.840.113549.1.7.1";
  private static final String CONTENT_TYPE = "1.2.840.113549.1.9.3";
  private static final String MESSAGE_DIGEST = "1.2.840.113549.1.9.4";
  private static final int CONTEXT_0 = 0xa0;
  private static final int CONTEXT_1 = 0xa1;
  private static final int IMPLICIT_KEY_ID = 0x80;

  private static final Map<String, String> DIGESTS =
      Map.of(
          "2.16.840.1.101.3.4.2.1", "SHA-256",
          "2.16.840.1.101.3.4.2.2", "SHA-384",
          "2.16.840.1.101.3.4.2.3", "SHA-512");
  private static final Map<String, String> SIGNATURES =
      Map.of(
          "1.2.840.113549.1.1.11", "SHA256withRSA",
          "1.2.840.113549.1.1.12", "SHA384withRSA",
          "1.2.840.113549.1.1.13", "SHA512withRSA",
          "1.2.840.10045.4.3.2", "SHA256withECDSA",
          "1.2.840.10045.4.3.3", "SHA384withECDSA",
          "1.2.840.10045.4.3.4", "SHA512withECDSA",
          "1.3.101.112", "Ed25519");
  private static final String PLAIN_RSA = "1.2.840.113549.1.1.1";

  private final String contentType;
  private final byte @Nullable [] enclosed;
  private final X509Certificate certificate;
  private final String digestName;
  private final byte[] messageDigest;
  private final byte[] signedAttributes;
  private final String signatureName;
  private final byte[] signature;

  private CmsSignature(
      String contentType,
      byte @Nullable [] enclosed,
      List<X509Certificate> certificates,
      Der signer) {
    this.contentType = contentType;
    this.enclosed = enclosed;
    Der.Cursor fields = signer.require(Der.SEQUENCE, "the signer").cursor();
    fields.next(Der.INTEGER, "the signer's version");
    this.certificate = find(certificates, fields.next("the signer's name"));
    this.digestName = digestName(fields.next("the signer's digest"));
    Der attributes = fields.next(CONTEXT_0, "the signed attributes");
    Map<String, Der> values = attributes(attributes);
    this.signedAttributes = attributes.encodedAs(Der.SET);
    String type = value(values, CONTENT_TYPE).oid("the signed content type");
    if (!type.equals(contentType)) {
      throw new FormatProblem("the content type that was signed is another one: " + type);
    }
    this.messageDigest =
        value(values, MESSAGE_DIGEST).require(Der.OCTET_STRING, "the signed digest").content();
    this.signatureName = signatureName(fields.next(Der.SEQUENCE, "the signature's algorithm"));
    this.signature = fields.next(Der.OCTET_STRING, "the signature").content();
    if (fields.nextIs(CONTEXT_1)) {
      fields.next("the unsigned attributes");
    }
    fields.end("the signer");
  }

  /// Reads a signature; throws [FormatProblem] when it is none, or of a kind that is not read here.
  public static CmsSignature parse(byte[] der) {
    return parse(Der.parse(der));
  }

  static CmsSignature parse(Der contentInfo) {
    Der.Cursor outer = contentInfo.require(Der.SEQUENCE, "the CMS").cursor();
    String type = outer.next(Der.OID, "the CMS type").oid("the CMS type");
    if (!type.equals(SIGNED_DATA)) {
      throw new FormatProblem("the CMS holds no signature but " + type);
    }
    Der.Cursor explicit = outer.next(CONTEXT_0, "the signed data").cursor();
    outer.end("the CMS");
    Der.Cursor fields = explicit.next(Der.SEQUENCE, "the signed data").cursor();
    explicit.end("the CMS");
    fields.next(Der.INTEGER, "the version of the signed data");
    fields.next(Der.SET, "the digests of the signed data");
    Der.Cursor content = fields.next(Der.SEQUENCE, "the signed content").cursor();
    String contentType = content.next(Der.OID, "the content type").oid("the content type");
    byte[] enclosed = null;
    if (content.hasNext()) {
      Der.Cursor inner = content.next(CONTEXT_0, "the enclosed content").cursor();
      enclosed = inner.next(Der.OCTET_STRING, "the enclosed content").content();
      inner.end("the enclosed content");
    }
    content.end("the signed content");
    List<X509Certificate> certificates =
        fields.nextIs(CONTEXT_0) ? certificates(fields.next("the certificates")) : List.of();
    if (fields.nextIs(CONTEXT_1)) {
      fields.next("the revocation lists");
    }
    List<Der> signers = fields.next(Der.SET, "the signers").children();
    fields.end("the signed data");
    if (signers.size() != 1) {
      throw new FormatProblem("the CMS has " + signers.size() + " signers instead of one");
    }
    return new CmsSignature(contentType, enclosed, certificates, signers.getFirst());
  }

  /// The type of what was signed, as a dotted identifier.
  String contentType() {
    return contentType;
  }

  /// What was signed, if it is enclosed.
  Optional<byte[]> findEnclosed() {
    return Optional.ofNullable(enclosed).map(byte[]::clone);
  }

  /// The enclosed certificate that the signer is said to have.
  public X509Certificate certificate() {
    return certificate;
  }

  /// Whether the digest that was signed is the digest of this content.
  public boolean isOver(byte[] content) {
    return isOver(digest -> digest.update(content));
  }

  /// Feeds a digest with content.
  @FunctionalInterface
  interface Content {
    void feed(MessageDigest digest);
  }

  boolean isOver(Content content) {
    try {
      MessageDigest digest = MessageDigest.getInstance(digestName);
      content.feed(digest);
      return MessageDigest.isEqual(digest.digest(), messageDigest);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java runtime has no " + digestName, e);
    }
  }

  /// Whether the signature was made with the key of the enclosed certificate.
  public boolean isSigned() {
    try {
      Signature check = Signature.getInstance(signatureName);
      check.initVerify(certificate.getPublicKey());
      check.update(signedAttributes);
      return check.verify(signature);
    } catch (GeneralSecurityException e) {
      return false;
    }
  }

  /// The set of values of each attribute, by its type.
  private static Map<String, Der> attributes(Der set) {
    Map<String, Der> values = new HashMap<>();
    byte[] before = new byte[0];
    for (Der attribute : set.children()) {
      byte[] encoded = attribute.encoded();
      // A SET OF of DER is sorted, and has nothing twice; that is what was signed over.
      if (Arrays.compareUnsigned(before, encoded) >= 0) {
        throw new FormatProblem("this is not DER: the signed attributes are not in order");
      }
      before = encoded;
      Der.Cursor fields = attribute.require(Der.SEQUENCE, "a signed attribute").cursor();
      String type = fields.next(Der.OID, "an attribute's type").oid("an attribute's type");
      Der held = fields.next(Der.SET, "an attribute's values");
      fields.end("a signed attribute");
      if (values.put(type, held) != null) {
        throw new FormatProblem("a signed attribute is repeated: " + type);
      }
    }
    return values;
  }

  /// The one value of an attribute (RFC 5652, 11): of several, each program could take another.
  private static Der value(Map<String, Der> attributes, String type) {
    Der held = attributes.get(type);
    if (held == null) {
      throw new FormatProblem("the signed attribute " + type + " is missing");
    }
    List<Der> values = held.children();
    if (values.size() != 1) {
      throw new FormatProblem("the signed attribute " + type + " has " + values.size() + " values");
    }
    return values.getFirst();
  }

  static String digestName(Der algorithm) {
    Der.Cursor fields = algorithm.require(Der.SEQUENCE, "a digest's algorithm").cursor();
    String oid = fields.next(Der.OID, "a digest's algorithm").oid("a digest's algorithm");
    String name = DIGESTS.get(oid);
    if (name == null) {
      throw new FormatProblem("a digest that is too weak or not known here: " + oid);
    }
    return name;
  }

  private String signatureName(Der algorithm) {
    String oid =
        algorithm
            .cursor()
            .next(Der.OID, "the signature's algorithm")
            .oid("the signature's algorithm");
    String name =
        oid.equals(PLAIN_RSA) ? digestName.replace("-", "") + "withRSA" : SIGNATURES.get(oid);
    if (name == null) {
      throw new FormatProblem("a signature that is not known here: " + oid);
    }
    return name;
  }

  private static List<X509Certificate> certificates(Der set) {
    List<X509Certificate> certificates = new ArrayList<>();
    try {
      CertificateFactory factory = CertificateFactory.getInstance("X.509");
      for (Der certificate : set.children()) {
        if (certificate.is(Der.SEQUENCE)) {
          certificates.add(
              (X509Certificate)
                  factory.generateCertificate(new ByteArrayInputStream(certificate.encoded())));
        }
      }
    } catch (CertificateException e) {
      throw new FormatProblem("an enclosed certificate cannot be read");
    }
    return certificates;
  }

  /// The enclosed certificate of the signer's name: issuer and serial number, or key identifier.
  private static X509Certificate find(List<X509Certificate> certificates, Der name) {
    if (name.is(IMPLICIT_KEY_ID)) {
      byte[] requested = name.content();
      for (X509Certificate certificate : certificates) {
        byte[] extension = certificate.getExtensionValue("2.5.29.14");
        if (extension != null
            && Arrays.equals(Der.parse(Der.parse(extension).content()).content(), requested)) {
          return certificate;
        }
      }
    } else {
      Der.Cursor fields = name.require(Der.SEQUENCE, "the signer's name").cursor();
      byte[] issuer = fields.next(Der.SEQUENCE, "the signer's issuer").encoded();
      BigInteger serial = fields.next("the serial number").integer("the serial number");
      for (X509Certificate certificate : certificates) {
        if (certificate.getSerialNumber().equals(serial)
            && Arrays.equals(certificate.getIssuerX500Principal().getEncoded(), issuer)) {
          return certificate;
        }
      }
    }
    throw new FormatProblem("the signer's certificate is not enclosed");
  }
}
