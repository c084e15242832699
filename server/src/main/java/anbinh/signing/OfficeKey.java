package anbinh.signing;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECKey;
import java.security.interfaces.RSAKey;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.Date;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/// A private key with its certificates, kept in a PKCS#12 file that only its owner may read.
///
/// Safe for many threads. The private key appears in no message and in no `toString`.
///
/// @param chain the certificate of the key first, then those that signed it, if the file has them
record OfficeKey(PrivateKey privateKey, List<X509Certificate> chain) {
  private static final int RSA_BITS = 3_072;
  private static final int YEARS = 20;
  private static final int MIN_RSA_BITS = 2_048;
  private static final Set<PosixFilePermission> OWNER_ONLY =
      EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);

  OfficeKey {
    chain = List.copyOf(chain);
  }

  X509Certificate certificate() {
    return chain.getFirst();
  }

  /// SHA-256 over the certificate, as `openssl x509 -fingerprint -sha256` says it, without colons.
  String fingerprint() {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(certificate().getEncoded());
      return HexFormat.of().formatHex(digest);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /// The certificates as PEM, the key's own first.
  String pem() {
    var pem = new StringBuilder();
    try {
      for (X509Certificate certificate : chain) {
        pem.append("-----BEGIN CERTIFICATE-----\n")
            .append(
                Base64.getMimeEncoder(64, new byte[] {'\n'})
                    .encodeToString(certificate.getEncoded()))
            .append("\n-----END CERTIFICATE-----\n");
      }
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
    return pem.toString();
  }

  /// The signature algorithm that fits the key.
  String algorithm() {
    return switch (privateKey.getAlgorithm()) {
      case "RSA" -> "SHA256withRSA";
      case "EC" -> "SHA256withECDSA";
      default -> throw new IllegalStateException(privateKey.getAlgorithm());
    };
  }

  /// Makes a key and a certificate that it signs itself.
  static OfficeKey generate(String office, Instant now) {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(RSA_BITS);
      return selfSigned(generator.generateKeyPair(), office, now);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("no key can be made", e);
    }
  }

  /// An RSA key with a certificate that it signs itself.
  static OfficeKey selfSigned(KeyPair pair, String office, Instant now) {
    try {
      var name = new X500NameBuilder().addRDN(BCStyle.O, office).addRDN(BCStyle.CN, office).build();
      var principal = new X500Principal(name.getEncoded());
      var builder =
          new JcaX509v3CertificateBuilder(
              principal,
              new BigInteger(127, new SecureRandom()).add(BigInteger.ONE),
              Date.from(now.minus(1, ChronoUnit.HOURS)),
              Date.from(now.plus(365L * YEARS, ChronoUnit.DAYS)),
              principal,
              pair.getPublic());
      var extensions = new JcaX509ExtensionUtils();
      builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(false));
      builder.addExtension(
          Extension.keyUsage,
          true,
          new KeyUsage(KeyUsage.digitalSignature | KeyUsage.nonRepudiation));
      builder.addExtension(
          Extension.subjectKeyIdentifier,
          false,
          extensions.createSubjectKeyIdentifier(pair.getPublic()));
      X509Certificate certificate =
          new JcaX509CertificateConverter()
              .getCertificate(
                  builder.build(
                      new JcaContentSignerBuilder("SHA256withRSA").build(pair.getPrivate())));
      return new OfficeKey(pair.getPrivate(), List.of(certificate));
    } catch (GeneralSecurityException | IOException | OperatorCreationException e) {
      throw new IllegalStateException("no certificate can be made", e);
    }
  }

  /// Writes the key into a new file that only its owner may read; refuses to replace a file.
  void save(Path file, String password) throws IOException {
    var content = new ByteArrayOutputStream();
    try {
      KeyStore store = KeyStore.getInstance("PKCS12");
      store.load(null, null);
      store.setKeyEntry(
          "office", privateKey, password.toCharArray(), chain.toArray(X509Certificate[]::new));
      store.store(content, password.toCharArray());
    } catch (GeneralSecurityException e) {
      throw new IOException("the key cannot be written", e);
    }
    Path folder = file.toAbsolutePath().getParent();
    if (folder != null) {
      Files.createDirectories(folder);
    }
    try (var channel =
        Files.newByteChannel(
            file,
            Set.of(
                StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE, StandardOpenOption.SYNC),
            PosixFilePermissions.asFileAttribute(OWNER_ONLY))) {
      var bytes = ByteBuffer.wrap(content.toByteArray());
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
    }
  }

  /// Reads the key from its file.
  ///
  /// @throws BadKey when others may read the file, or it does not hold one key that can sign now
  static OfficeKey load(Path file, String password, Instant now) {
    try {
      if (!OWNER_ONLY.containsAll(Files.getPosixFilePermissions(file))) {
        throw new BadKey(
            "others may read or change the key file " + file, "Run: chmod 600 " + file);
      }
      KeyStore store = KeyStore.getInstance("PKCS12");
      store.load(new ByteArrayInputStream(Files.readAllBytes(file)), password.toCharArray());
      return checked(file, keys(store, password), now);
    } catch (IOException e) {
      throw new BadKey(
          "the key file " + file + " cannot be read: " + e.getMessage(),
          "Check the file, which must be PKCS#12, and anbinh.signing.certificate.password.");
    } catch (GeneralSecurityException e) {
      throw new BadKey(
          "the key in " + file + " cannot be used: " + e.getMessage(),
          "Give a PKCS#12 file with one RSA or EC key and its certificate.");
    }
  }

  private static List<OfficeKey> keys(KeyStore store, String password)
      throws GeneralSecurityException {
    List<OfficeKey> keys = new ArrayList<>();
    for (String alias : Collections.list(store.aliases())) {
      if (store.getKey(alias, password.toCharArray()) instanceof PrivateKey key) {
        List<X509Certificate> chain = new ArrayList<>();
        for (Certificate certificate : store.getCertificateChain(alias)) {
          chain.add((X509Certificate) certificate);
        }
        keys.add(new OfficeKey(key, chain));
      }
    }
    return keys;
  }

  private static OfficeKey checked(Path file, List<OfficeKey> keys, Instant now)
      throws GeneralSecurityException {
    if (keys.size() != 1) {
      throw new BadKey(
          "the key file " + file + " holds " + keys.size() + " private keys instead of one",
          "Export the office's key alone.");
    }
    OfficeKey key = keys.getFirst();
    if (!(key.privateKey instanceof ECKey)
        && !(key.privateKey instanceof RSAKey rsa
            && rsa.getModulus().bitLength() >= MIN_RSA_BITS)) {
      throw new BadKey(
          "the key in " + file + " is neither EC nor RSA of 2048 bits or more",
          "Ask your certificate authority for such a key.");
    }
    X509Certificate certificate = key.certificate();
    if (now.isAfter(certificate.getNotAfter().toInstant())) {
      throw new BadKey(
          "the certificate in " + file + " expired on " + certificate.getNotAfter().toInstant(),
          "Put a renewed certificate into the file; what was signed before stays as it is.");
    }
    Signature signature = Signature.getInstance(key.algorithm());
    signature.initSign(key.privateKey);
    byte[] trial = signature.sign();
    signature.initVerify(certificate.getPublicKey());
    if (!signature.verify(trial)) {
      throw new BadKey(
          "the key and the certificate in " + file + " do not belong together",
          "Export the key again together with its own certificate.");
    }
    return key;
  }

  @Override
  public String toString() {
    return "OfficeKey[" + certificate().getSubjectX500Principal() + "]";
  }

  /// A key that cannot be used, and what to do about it.
  static final class BadKey extends RuntimeException {
    private final String advice;

    BadKey(String message, String advice) {
      super(message);
      this.advice = advice;
    }

    String advice() {
      return advice;
    }
  }
}
