package anbinh.seal.cms;

import static anbinh.seal.cms.DerFixture.element;
import static anbinh.seal.cms.DerFixture.hex;
import static anbinh.seal.cms.DerFixture.integer;
import static anbinh.seal.cms.DerFixture.join;
import static anbinh.seal.cms.DerFixture.octets;
import static anbinh.seal.cms.DerFixture.oid;
import static anbinh.seal.cms.DerFixture.sequence;
import static anbinh.seal.cms.DerFixture.set;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import anbinh.seal.FormatProblem;
import anbinh.seal.Openssl;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Signatures that are put together field by field, and signed by whoever has the key.
class CmsSignatureTest {
  private static final byte[] CONTENT = "content".getBytes(StandardCharsets.UTF_8);
  private static final String SHA256 = "2.16.840.1.101.3.4.2.1";
  private static final String SHA1 = "1.3.14.3.2.26";
  private static final String RSA = "1.2.840.113549.1.1.1";
  private static final String SHA256_RSA = "1.2.840.113549.1.1.11";
  private static final String SHA1_RSA = "1.2.840.113549.1.1.5";
  private static final String SHA256_ECDSA = "1.2.840.10045.4.3.2";
  private static final String CONTENT_TYPE = "1.2.840.113549.1.9.3";
  private static final String MESSAGE_DIGEST = "1.2.840.113549.1.9.4";
  private static final String SIGNING_TIME = "1.2.840.113549.1.9.5";
  private static final String ENVELOPED = "1.2.840.113549.1.7.3";
  private static final String SIGNED = "1.2.840.113549.1.7.2";
  private static final byte[] VERSION = integer(1);
  private static final byte[] NOTHING = {};

  @TempDir static Path folder;
  private static X509Certificate office;
  private static X509Certificate other;
  private static PrivateKey key;

  @BeforeAll
  static void makeCertificates() throws Exception {
    Path made = folder.resolve("openssl");
    Openssl openssl = new Openssl(made);
    office = certificate(openssl.certificate("office", "rsa:2048", "emailProtection"));
    other = certificate(openssl.certificate("other", "rsa:2048", "emailProtection"));
    String pem = Files.readString(made.resolve("office.key")).replaceAll("-----[A-Z ]+-----", "");
    byte[] pkcs8 = Base64.getMimeDecoder().decode(pem);
    key = KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(pkcs8));
  }

  private static X509Certificate certificate(byte[] pem) throws GeneralSecurityException {
    return (X509Certificate)
        CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(pem));
  }

  /// A signature whose parts can be replaced before it is signed.
  private static final class Draft {
    private String type = SIGNED;
    private byte[] content = sequence(oid(CmsSignature.DATA));
    private byte @Nullable [] certificates;
    private byte[] revocations = NOTHING;
    private byte[] name = issuerAndSerial(office, office.getSerialNumber().toByteArray());
    private String digest = SHA256;
    private byte[] attributes = join(contentType(CmsSignature.DATA), messageDigest());
    private String algorithm = SHA256_RSA;
    private byte[] unsigned = NOTHING;
    private byte @Nullable [] signers;
    private byte[] behindSigners = NOTHING;
    private byte[] behindData = NOTHING;

    private byte[] signer() throws GeneralSecurityException {
      Signature signature = Signature.getInstance("SHA256withRSA");
      signature.initSign(key);
      signature.update(set(attributes));
      return sequence(
          VERSION,
          name,
          sequence(oid(digest)),
          element(0xa0, attributes),
          sequence(oid(algorithm)),
          octets(signature.sign()),
          unsigned);
    }

    private byte[] build() throws GeneralSecurityException {
      byte[] enclosed = certificates == null ? element(0xa0, office.getEncoded()) : certificates;
      byte[] data =
          sequence(
              VERSION,
              set(sequence(oid(digest))),
              content,
              enclosed,
              revocations,
              set(signers == null ? signer() : signers),
              behindSigners);
      return sequence(oid(type), element(0xa0, data), behindData);
    }

    private CmsSignature parse() throws GeneralSecurityException {
      return CmsSignature.parse(build());
    }

    private void refused(String message) {
      assertThatThrownBy(this::parse)
          .isInstanceOf(FormatProblem.class)
          .hasMessageContaining(message);
    }

    /// Signs over these attributes, sorted as DER has them.
    private void attributes(byte[]... others) {
      Arrays.sort(others, Arrays::compareUnsigned);
      attributes = join(others);
    }
  }

  private static byte[] issuerAndSerial(X509Certificate certificate, byte[] serial) {
    return sequence(
        certificate.getIssuerX500Principal().getEncoded(), element(Der.INTEGER, serial));
  }

  private static byte[] attribute(String type, byte[]... values) {
    return sequence(oid(type), set(values));
  }

  private static byte[] contentType(String type) {
    return attribute(CONTENT_TYPE, oid(type));
  }

  private static byte[] digestOf(byte[] content) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(content);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static byte[] messageDigest() {
    return attribute(MESSAGE_DIGEST, octets(digestOf(CONTENT)));
  }

  private static byte[] keyId(X509Certificate certificate) {
    byte[] extension = certificate.getExtensionValue("2.5.29.14");
    return Der.parse(Der.parse(extension).content()).content();
  }

  @Test
  void readsASignatureOfTheFewestFields() throws Exception {
    CmsSignature signature = new Draft().parse();
    assertThat(signature.isOver(CONTENT)).isTrue();
    assertThat(signature.isOver(NOTHING)).isFalse();
    assertThat(signature.isSigned()).isTrue();
    assertThat(signature.certificate()).isEqualTo(office);
    assertThat(signature.contentType()).isEqualTo(CmsSignature.DATA);
    assertThat(signature.findEnclosed()).isEmpty();
  }

  @Test
  void givesOutWhatIsEnclosed() throws Exception {
    Draft draft = new Draft();
    draft.content = sequence(oid(CmsSignature.DATA), element(0xa0, octets(CONTENT)));
    assertThat(draft.parse().findEnclosed()).contains(CONTENT);
    byte[] twice = element(0xa0, octets(CONTENT), octets(CONTENT));
    draft.content = sequence(oid(CmsSignature.DATA), twice);
    draft.refused("more in the enclosed content");
    draft.content = sequence(oid(CmsSignature.DATA), element(0xa0, octets(CONTENT)), VERSION);
    draft.refused("more in the signed content");
    draft.content = sequence(oid(CmsSignature.DATA), element(0xa0, sequence()));
    draft.refused("the enclosed content");
  }

  @Test
  void refusesOtherKindsOfCms() {
    Draft draft = new Draft();
    draft.type = ENVELOPED;
    draft.refused("holds no signature but " + ENVELOPED);
    assertThatThrownBy(() -> CmsSignature.parse(sequence(oid(SIGNED))))
        .hasMessageContaining("the signed data is missing");
    assertThatThrownBy(() -> CmsSignature.parse(hex("05 00"))).hasMessageContaining("the CMS");
  }

  @Test
  void refusesFieldsThatDoNotBelong() {
    Draft behindData = new Draft();
    behindData.behindData = VERSION;
    behindData.refused("more in the CMS");
    Draft behindSigners = new Draft();
    behindSigners.behindSigners = VERSION;
    behindSigners.refused("more in the signed data");
    Draft unsigned = new Draft();
    unsigned.unsigned = join(element(0xa1), element(0xa1));
    unsigned.refused("more in the signer");
  }

  @Test
  void passesOverRevocationsAndUnsignedAttributes() throws Exception {
    Draft draft = new Draft();
    draft.revocations = element(0xa1, sequence());
    draft.unsigned = element(0xa1, attribute(SIGNING_TIME, VERSION));
    assertThat(draft.parse().isSigned()).isTrue();
  }

  @Test
  void hasExactlyOneSigner() throws Exception {
    Draft none = new Draft();
    none.signers = NOTHING;
    none.refused("has 0 signers");
    Draft two = new Draft();
    two.signers = join(two.signer(), two.signer());
    two.refused("has 2 signers");
  }

  @Test
  void findsTheSignerAmongTheCertificates() throws Exception {
    Draft draft = new Draft();
    draft.certificates = element(0xa0, other.getEncoded(), office.getEncoded());
    assertThat(draft.parse().certificate()).isEqualTo(office);
    draft.name = element(0x80, keyId(office));
    assertThat(draft.parse().certificate()).isEqualTo(office);
    draft.name = element(0x80, keyId(other));
    assertThat(draft.parse().certificate()).isEqualTo(other);
    assertThat(draft.parse().isSigned()).as("not with the other's key").isFalse();
  }

  @Test
  void refusesASignerWhoseCertificateIsNotEnclosed() {
    Draft none = new Draft();
    none.certificates = NOTHING;
    none.refused("certificate is not enclosed");
    Draft serial = new Draft();
    serial.name = issuerAndSerial(office, new byte[] {1});
    serial.refused("certificate is not enclosed");
    Draft issuer = new Draft();
    issuer.name = issuerAndSerial(other, office.getSerialNumber().toByteArray());
    issuer.refused("certificate is not enclosed");
    Draft keyId = new Draft();
    keyId.name = element(0x80, Arrays.copyOf(keyId(office), 19));
    keyId.refused("certificate is not enclosed");
    Draft broken = new Draft();
    broken.certificates = element(0xa0, sequence(VERSION));
    broken.refused("certificate cannot be read");
  }

  @Test
  void contentTypeAndDigestAreSigned() {
    Draft noType = new Draft();
    noType.attributes(messageDigest());
    noType.refused(CONTENT_TYPE + " is missing");
    Draft noDigest = new Draft();
    noDigest.attributes(contentType(CmsSignature.DATA));
    noDigest.refused(MESSAGE_DIGEST + " is missing");
    Draft otherType = new Draft();
    otherType.attributes(contentType(ENVELOPED), messageDigest());
    otherType.refused("content type that was signed is another one");
    Draft otherKind = new Draft();
    otherKind.attributes(contentType(CmsSignature.DATA), attribute(MESSAGE_DIGEST, VERSION));
    otherKind.refused("the signed digest");
  }

  /// RFC 5652, 11.1 and 11.2: one value. With two, each program could take another one.
  @Test
  void contentTypeAndDigestHaveOneValueEach() {
    byte[] second = octets(digestOf(NOTHING));
    Draft digests = new Draft();
    digests.attributes(
        contentType(CmsSignature.DATA),
        attribute(MESSAGE_DIGEST, octets(digestOf(CONTENT)), second));
    digests.refused(MESSAGE_DIGEST + " has 2 values");
    Draft types = new Draft();
    types.attributes(
        attribute(CONTENT_TYPE, oid(CmsSignature.DATA), oid(ENVELOPED)), messageDigest());
    types.refused(CONTENT_TYPE + " has 2 values");
    Draft none = new Draft();
    none.attributes(contentType(CmsSignature.DATA), attribute(MESSAGE_DIGEST));
    none.refused(MESSAGE_DIGEST + " has 0 values");
  }

  @Test
  void signedAttributesAreInOrderAndThereOnce() {
    Draft turned = new Draft();
    turned.attributes = join(messageDigest(), contentType(CmsSignature.DATA));
    turned.refused("not in order");
    Draft same = new Draft();
    same.attributes(contentType(CmsSignature.DATA), messageDigest(), messageDigest());
    same.refused("not in order");
    Draft twice = new Draft();
    twice.attributes(contentType(CmsSignature.DATA), contentType(ENVELOPED), messageDigest());
    twice.refused("repeated: " + CONTENT_TYPE);
    Draft more = new Draft();
    more.attributes(sequence(oid(CONTENT_TYPE), set(oid(CmsSignature.DATA)), set()));
    more.refused("more in a signed attribute");
  }

  @Test
  void weakAndUnknownAlgorithmsAreRefused() {
    Draft digest = new Draft();
    digest.digest = SHA1;
    digest.refused("too weak or not known here: " + SHA1);
    Draft signature = new Draft();
    signature.algorithm = SHA1_RSA;
    signature.refused("signature that is not known here: " + SHA1_RSA);
  }

  @Test
  void plainRsaTakesTheDigestOfTheSigner() throws Exception {
    Draft draft = new Draft();
    draft.algorithm = RSA;
    assertThat(draft.parse().isSigned()).isTrue();
  }

  @Test
  void anAlgorithmThatDoesNotFitTheKeyIsNoSignature() throws Exception {
    Draft draft = new Draft();
    draft.algorithm = SHA256_ECDSA;
    assertThat(draft.parse().isSigned()).isFalse();
  }

  @Test
  void attributesThatWereChangedAreNotSigned() throws Exception {
    Draft draft = new Draft();
    byte[] der = draft.build();
    byte[] digest = digestOf(CONTENT);
    int at = indexOf(der, digest);
    System.arraycopy(digestOf(NOTHING), 0, der, at, digest.length);
    CmsSignature signature = CmsSignature.parse(der);
    assertThat(signature.isOver(NOTHING)).isTrue();
    assertThat(signature.isSigned()).isFalse();
  }

  private static int indexOf(byte[] whole, byte[] part) {
    return new String(whole, StandardCharsets.ISO_8859_1)
        .indexOf(new String(part, StandardCharsets.ISO_8859_1));
  }
}
