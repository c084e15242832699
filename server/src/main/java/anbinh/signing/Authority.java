package anbinh.signing;

import anbinh.media.Bytes;
import anbinh.platform.StartFailure;
import anbinh.platform.WholeAnswer;
import anbinh.seal.FormatProblem;
import anbinh.seal.cms.TimeStamp;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigInteger;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.security.cert.CertPathBuilder;
import java.security.cert.CertStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.CollectionCertStoreParameters;
import java.security.cert.PKIXBuilderParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509CertSelector;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.tsp.TSPAlgorithms;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampRequest;
import org.bouncycastle.tsp.TimeStampRequestGenerator;
import org.bouncycastle.tsp.TimeStampResponse;
import org.bouncycastle.tsp.TimeStampToken;
import org.jspecify.annotations.Nullable;

/// A time-stamp authority at an HTTP address (RFC 3161, 3.4). Whatever it answers, the caller gets
/// a stamp that counts, or a [StampFailure] within the timeout. Safe for many threads.
public final class Authority implements AutoCloseable {
  private static final int MAX_ANSWER_BYTES = 128 * 1024;
  private static final int NONCE_BITS = 64;
  private static final int OK = 200;

  private final URI url;
  private final @Nullable String policy;
  private final Set<TrustAnchor> trusted;
  private final Duration timeout;
  private final HttpClient http;
  private final SecureRandom random = new SecureRandom();

  private Authority(URI url, @Nullable String policy, Set<TrustAnchor> trusted, Duration timeout) {
    this.url = url;
    this.policy = policy;
    this.trusted = Set.copyOf(trusted);
    this.timeout = timeout;
    this.http =
        HttpClient.newBuilder()
            .connectTimeout(timeout)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
  }

  /// @throws StartFailure when the settings name no HTTP address or no certificates
  public static Authority of(URI url, TimestampSettings settings) {
    if (url.getHost() == null || !List.of("http", "https").contains(url.getScheme())) {
      throw new StartFailure(
          "anbinh.signing.timestamp.url is no HTTP address: " + url,
          "Give an address such as http://tsa.example/tsr, or none.");
    }
    Path trust = settings.trust();
    return new Authority(
        url, settings.policy(), trust == null ? Set.of() : anchors(trust), settings.timeout());
  }

  private static Set<TrustAnchor> anchors(Path file) {
    Set<TrustAnchor> anchors = new HashSet<>();
    try (InputStream pem = Files.newInputStream(file)) {
      for (Certificate certificate :
          CertificateFactory.getInstance("X.509").generateCertificates(pem)) {
        anchors.add(new TrustAnchor((X509Certificate) certificate, null));
      }
    } catch (IOException | GeneralSecurityException e) {
      throw new StartFailure(
          "anbinh.signing.timestamp.trust cannot be read: " + file,
          "Give a PEM file of certificates.",
          e);
    }
    if (anchors.isEmpty()) {
      throw new StartFailure(
          "anbinh.signing.timestamp.trust holds no certificate: " + file,
          "Give a PEM file of certificates.");
    }
    return anchors;
  }

  /// A stamp that counts.
  ///
  /// @param response the response as it came, DER
  public record Stamp(Bytes response, TimeStamp read) {
    /// Whose stamp it is, as the certificate says.
    public String authority() {
      return read.certificate().getSubjectX500Principal().getName();
    }
  }

  /// Asks for a stamp over a document, whose digest alone is sent.
  public Stamp stamp(byte[] document) throws StampFailure, InterruptedException {
    var nonce = new BigInteger(NONCE_BITS, random);
    TimeStampRequest request = request(document, nonce);
    byte[] response = post(request);
    try {
      return checked(document, request, response, nonce);
    } catch (TSPException | IOException | GeneralSecurityException | OperatorCreationException e) {
      throw new StampFailure("the answer of " + url + " does not count: " + e.getMessage(), e);
    } catch (RuntimeException e) {
      // A parser of foreign bytes that fails otherwise than it says is no reason to fail with it.
      throw new StampFailure("the answer of " + url + " cannot be read: " + e.getMessage(), e);
    }
  }

  private TimeStampRequest request(byte[] document, BigInteger nonce) throws StampFailure {
    try {
      var generator = new TimeStampRequestGenerator();
      generator.setCertReq(true);
      if (policy != null) {
        generator.setReqPolicy(new ASN1ObjectIdentifier(policy));
      }
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(document);
      return generator.generate(TSPAlgorithms.SHA256, digest, nonce);
    } catch (GeneralSecurityException e) {
      throw new StampFailure("no request can be made: " + e.getMessage(), e);
    }
  }

  private byte[] post(TimeStampRequest request) throws StampFailure, InterruptedException {
    try {
      HttpRequest post =
          HttpRequest.newBuilder(url)
              .timeout(timeout)
              .header("Content-Type", "application/timestamp-query")
              .header("Accept", "application/timestamp-reply")
              .POST(HttpRequest.BodyPublishers.ofByteArray(request.getEncoded()))
              .build();
      HttpResponse<byte[]> response =
          WholeAnswer.within(
              timeout,
              http.sendAsync(
                  post,
                  HttpResponse.BodyHandlers.limiting(
                      HttpResponse.BodyHandlers.ofByteArray(), MAX_ANSWER_BYTES)));
      if (response.statusCode() != OK) {
        throw new StampFailure(url + " answers with the status " + response.statusCode());
      }
      return response.body();
    } catch (TimeoutException e) {
      throw new StampFailure(url + " does not answer within " + timeout.toMillis() + " ms", e);
    } catch (ExecutionException e) {
      throw new StampFailure(url + " cannot be asked: " + e.getCause(), e);
    } catch (IOException e) {
      throw new StampFailure("no request can be made: " + e.getMessage(), e);
    }
  }

  private Stamp checked(
      byte[] document, TimeStampRequest request, byte[] response, BigInteger nonce)
      throws TSPException,
          IOException,
          GeneralSecurityException,
          OperatorCreationException,
          StampFailure {
    var answer = new TimeStampResponse(response);
    answer.validate(request);
    TimeStampToken token = answer.getTimeStampToken();
    if (token == null) {
      throw new StampFailure(url + " refused: " + answer.getStatusString());
    }
    List<X509Certificate> enclosed = enclosed(token);
    TimeStamp read;
    try {
      read = TimeStamp.parse(response);
    } catch (FormatProblem e) {
      throw new StampFailure(
          "the verifier cannot read what " + url + " answers: " + e.getMessage());
    }
    token.validate(new JcaSimpleSignerInfoVerifierBuilder().build(read.certificate()));
    if (!read.isOver(document) || !read.isSigned()) {
      throw new StampFailure("the verifier does not accept what " + url + " answers");
    }
    if (!nonce.equals(read.findNonce().orElse(null))) {
      throw new StampFailure(url + " answers another request");
    }
    requireTrusted(read, enclosed);
    return new Stamp(Bytes.copyOf(response), read);
  }

  private void requireTrusted(TimeStamp stamp, List<X509Certificate> enclosed) throws StampFailure {
    if (trusted.isEmpty()
        || trusted.stream()
            .anyMatch(anchor -> stamp.certificate().equals(anchor.getTrustedCert()))) {
      return;
    }
    try {
      var requested = new X509CertSelector();
      requested.setCertificate(stamp.certificate());
      var parameters = new PKIXBuilderParameters(trusted, requested);
      parameters.setRevocationEnabled(false);
      parameters.setDate(Date.from(stamp.time()));
      parameters.addCertStore(
          CertStore.getInstance("Collection", new CollectionCertStoreParameters(enclosed)));
      var _ = CertPathBuilder.getInstance("PKIX").build(parameters);
    } catch (GeneralSecurityException e) {
      throw new StampFailure(
          "the authority's certificate leads to none in anbinh.signing.timestamp.trust: "
              + stamp.certificate().getSubjectX500Principal(),
          e);
    }
  }

  private static List<X509Certificate> enclosed(TimeStampToken token)
      throws GeneralSecurityException {
    Collection<X509CertificateHolder> holders = token.getCertificates().getMatches(null);
    List<X509Certificate> certificates = new ArrayList<>();
    var converter = new JcaX509CertificateConverter();
    for (X509CertificateHolder holder : holders) {
      certificates.add(converter.getCertificate(holder));
    }
    return certificates;
  }

  @Override
  public void close() {
    http.shutdownNow();
  }
}
